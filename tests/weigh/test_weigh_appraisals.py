"""What parties make of one incident as a whole is a dispute where they answer in opposite ways, wherever that stands."""

from __future__ import annotations

import pytest
from piles import Pile


def asked(one: str, other: str, voices: tuple[str, str] = ("Orsk", "Velm")) -> list[str]:
    """The questions on which two accounts of one fire in two documents differ, but for who did it."""
    pile = Pile()
    for doc, quote, voice in zip(("a.txt", "b.txt"), (one, other), voices, strict=True):
        pile.say(doc, quote, voice, when="2031-03-04", landed="Sarn", agent="Front")
    return [found.question for found in pile.weigh().disputes]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("Orsk said the Front fired at Sarn by mistake.", "Velm called it a deliberate attack.", "Was it meant?"),
        ("Orsk said the blast at Sarn was an accident.", "Velm said it was caused by a bomb.", "Was it meant?"),
        ("Orsk said the push on Sarn is going as planned.", "Velm said it is bogged down.", "Did it go as planned?"),
        ("Orsk condemned the attack on Sarn.", "Velm said it was a legitimate response.", "Was it right?"),
        ("Orsk said it was done in response to the raid on Kest.", "Velm said it is to derail the harvest.", "Why was it done?"),
    ],
)
def test_opposite_appraisals_of_two_parties_are_a_dispute(one: str, other: str, question: str) -> None:
    assert asked(one, other) == [question]
    assert asked(one, other, ("Orsk", "Orsk")) == []


def test_who_leaves_it_open_whether_it_was_meant_gives_no_appraisal() -> None:
    assert asked("Orsk does not know whether it was an accident or sabotage.", "Velm said it was a deliberate attack.") == []


def test_two_wordings_of_one_reason_are_no_dispute() -> None:
    assert asked("Orsk said it was done in response to the raid on Kest.", "Velm said it was to avenge the raid.") == []
    assert asked("Orsk condemned the attack on Sarn.", "Velm deplored the attack on Sarn.") == []
