"""What a report remarks on what a statement leaves out is its own, not the speaker's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]

REMARKED = [
    ("The guild said it knew of a wreck near Velk, but did not give figures.", "but did not give figures."),
    ("The mayor said that 30 men had been held, although he did not specify where.", "although he did not specify where."),
    ("The Dawn Front said it had sunk the ferry, without giving any evidence to back that up.", "without giving any evidence"),
    ("The spokesman said the raiders had help from abroad, without directly naming Ruritania.", "without directly naming Ruritania"),
    ("The army acknowledged heavy losses, although the numbers could not be verified.", "although the numbers could not be verified."),
    ("The junta condemned the raid but has not provided specific casualty figures.", "but has not provided specific"),
    ('"That is a tale," Brand told the Courier, although he did not give any figures.', "although he did not give any figures."),
]


@pytest.mark.parametrize(("sentence", "remark"), REMARKED)
def test_what_a_report_remarks_on_a_statement_stands_apart_from_it(find: Find, sentence: str, remark: str) -> None:
    said, remarked = [claim for claim in find(sentence).claims if claim.kind != "tie"]
    assert said.voice.text != AUTHOR
    assert remark not in said.quote
    assert remarked.voice.text == AUTHOR
    assert remarked.quote.startswith(remark)


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild said the crew left the port without giving a signal.",
        "The mayor said that the owner had been asked but did not say why the ferry was old.",
        "The mayor said that the crew had not been told where the ferry was.",
        'The mayor said: "They left, although they did not say why."',
    ],
)
def test_what_a_speaker_himself_says_of_silence_stays_his(find: Find, sentence: str) -> None:
    assert {claim.voice.text for claim in find(sentence).claims if claim.kind != "tie"} <= {"The guild", "The mayor"}


KNOWN = [
    ("The guild denied any part in the attack that left nine people dead.", "the attack that left nine people dead"),
    (
        "The coalition denied responsibility for the raid on a mill near Velk which killed nine people.",
        "the raid on a mill near Velk which",
    ),
    ("The mayor, Otto Brand, said the guild was behind the blast, which killed nine people.", "the blast, which killed nine people"),
    (
        "Norland rejected the claims after the army hinted at its hand in the train crash that killed nine.",
        "the train crash that killed nine",
    ),
]


@pytest.mark.parametrize(("sentence", "fact"), KNOWN)
def test_what_came_of_a_known_deed_is_the_reports_own_where_a_voice_only_takes_a_stance(find: Find, sentence: str, fact: str) -> None:
    own = [claim for claim in find(sentence).claims if claim.voice.text == AUTHOR and claim.kind != "tie"]
    assert [claim.quote.startswith(fact) for claim in own] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said the army had carried out a raid that killed nine people.",
        "The mayor said the raid that killed nine people was a crime.",
        "The mayor denied that there was a raid which killed nine people.",
    ],
)
def test_what_a_voice_itself_tells_of_a_deed_is_told_by_it_alone(find: Find, sentence: str) -> None:
    assert AUTHOR not in {claim.voice.text for claim in find(sentence).claims}
