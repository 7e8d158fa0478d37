"""What is told again in most of the same words, in another document, is one origin."""

from __future__ import annotations

import pytest
from piles import Pile

VELM = "Velm said the dredges would burn at dawn."
RETOLD = "Velm told a visitor that every dredge will burn."


def told(one: str, other: str, voices: tuple[str, str] = ("Velm", "Velm"), days: tuple[str | None, str | None] = (None, None)) -> Pile:
    """Two statements in two documents."""
    pile = Pile()
    for doc, words, voice, day in zip(("a.txt", "b.txt"), (one, other), voices, days, strict=True):
        pile.say(doc, words, voice, kind="statement", verb="statement", said=day)
    return pile


def reason(pile: Pile) -> str:
    """Why both are one origin; nothing where they are two."""
    found = pile.weigh().origins
    return found[0].reason if len(found) == 1 and not found[0].certain else ""


def test_what_a_party_says_is_known_again_by_two_words_side_by_side_and_most_others() -> None:
    assert reason(told(VELM, RETOLD)) == "one statement in most of its words"
    assert reason(told(VELM, "Velm told how millers, drovers, bargemen and carters saw a dredge burn in their mothers' time.")) == ""
    assert reason(told(VELM, RETOLD.replace("Velm", "Orsk"), ("Velm", "Orsk"))) == ""


def test_years_later_it_is_said_anew() -> None:
    assert reason(told(VELM, RETOLD, days=("2031-03-04", "2033-09-14"))) == ""


@pytest.mark.parametrize(("voices", "one"), [(("Otto Brand", "Ada Renn"), False), (("Otto Brand", "Harran Front"), True)])
def test_two_persons_of_one_party_make_two_statements(voices: tuple[str, str], one: bool) -> None:
    pile = told(VELM.replace("Velm", voices[0]), RETOLD.replace("Velm", voices[1]), voices)
    for person in ("Otto Brand", "Ada Renn"):
        words = f"{person} is a spokesman of the Harran Front."
        pile.say("c.txt", words, kind="tie", verb="spokesperson_for", subject=person, object="Harran Front")
    tied = [origin for origin in pile.weigh().origins if origin.reason == "one statement in most of its words"]
    assert (len(tied) == 1) == one
