"""What is a judgement and what only a record, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Says = Callable[[str], list[tuple[str, str, str]]]

RECORDS = [
    "A camera tape from the bridge showed that two boats had passed.",
    "Otto Brand said the tape shows two boats at the bridge.",
    "The river survey found that nine of ten wells were dry.",
    "Otto Brand said he hoped the bridge would be mended.",
]

JUDGEMENTS = [
    "Otto Brand said the raid shows that the army is weak.",
    "Otto Brand found that the wells were badly kept.",
    "Otto Brand said the tape indicates that the bridge was open.",
]


@pytest.mark.parametrize("text", RECORDS)
def test_what_a_recording_or_a_count_shows_and_what_is_hoped_is_told(spoken: Says, text: str) -> None:
    assert {act for _, act, _ in spoken(text)} == {"asserts"}


@pytest.mark.parametrize("text", JUDGEMENTS)
def test_what_a_deed_shows_is_judged(spoken: Says, text: str) -> None:
    assert "assesses" in {act for _, act, _ in spoken(text)}


def test_what_somebody_is_said_to_tell_is_the_whole_sentence_and_not_a_complement_in_it(find: Callable[[str], Finding]) -> None:
    text = "The main reason is that millers own most of the barges, according to Mr. Brand, far more than before."
    assert [claim.quote for claim in find(text).claims if claim.kind != "tie"] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "All signs point to the Kest Front.",
        "The raid bears the hallmarks of the Kest Front.",
        "Otto Brand said the raid bore the hallmarks of the Kest Front.",
    ],
)
def test_who_did_it_by_the_signs_is_judged(spoken: Says, text: str) -> None:
    assert [act for _, act, _ in spoken(text)] == ["assesses"]
