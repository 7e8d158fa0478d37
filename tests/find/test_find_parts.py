"""What a voice says beside what it pledges, foretells, denies or demands: why it does so, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "acts", "reason"),
    [
        (
            'The guild asked for the mayor\'s resignation because "he has failed in his work."',
            ["demands", "asserts"],
            '"he has failed in his work."',
        ),
        (
            "The army urged the miners to leave because the bridge was mined by the Front.",
            ["demands", "asserts"],
            "the bridge was mined by the Front",
        ),
        (
            '"They will not act because the council is an accomplice of the rebels," the students said.',
            ["predicts", "accuses"],
            "the council is an accomplice of the rebels",
        ),
        ("The Front denied the raid because its men were in Kest that day.", ["denies", "asserts"], "its men were in Kest that day"),
    ],
)
def test_why_somebody_asks_foretells_or_denies_is_a_statement_of_its_own(find: Find, text: str, acts: list[str], reason: str) -> None:
    claims = [claim for claim in find(text).claims if claim.kind != "tie"]
    assert [claim.act for claim in claims] == acts
    assert claims[1].quote.strip(',"') == reason.strip('"')
    assert claims[1].voice.name == claims[0].voice.name


def test_who_claims_a_raid_names_none_but_his_own_men_for_it(spoken: Says) -> None:
    text = "The Kest Front claimed credit for the raid, and said the raid was carried out by the Otto Brand Commando."
    assert {act for _, act, _ in spoken(text)} == {"claims_responsibility"}


def test_why_it_is_not_done_is_no_statement(spoken: Says) -> None:
    acts = [
        act for _, act, _ in spoken('"We will leave, not because we are afraid, but because we want peace in the valley," said Otto Brand.')
    ]
    assert acts == ["pledges", "asserts"]


def test_a_reason_beside_a_plain_statement_stays_a_part_of_it(spoken: Says) -> None:
    assert len(spoken("The mayor said the road was shut because the bridge was old and narrow.")) == 1
