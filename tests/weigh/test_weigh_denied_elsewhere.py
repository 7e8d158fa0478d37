"""What one report denies that another one tells is a dispute, though no incident holds the two together."""

from __future__ import annotations

from piles import Pile

TOLD = "Lund said that Velm had sent weapons over the frozen Sarn pass."
DENIED = "Velm denied that it had sent any weapons over the frozen Sarn pass."


def reports(told: str = TOLD, denied: str = DENIED, where: str = "b.txt", by: str = "Velm") -> Pile:
    pile = Pile()
    pile.say("a.txt", told, "Lund", kind="statement", verb="statement")
    pile.say(where, denied, by, "denies", "denies", kind="statement", verb="statement")
    return pile


def questions(pile: Pile) -> list[str]:
    return [found.question for found in pile.weigh().disputes]


def test_a_denial_in_another_report_answers_who_tells_of_the_same_name_and_deed() -> None:
    (found,) = reports().weigh().disputes
    assert [(side.value, len(side.holders)) for side in found.sides] == [("denies", 1), ("yes", 1)]
    assert (found.question, found.about) == ("Is it so?", found.sides[1].claims[0])


def test_a_denial_of_a_deed_at_another_place_answers_nobody() -> None:
    assert questions(reports(denied="Velm denied that it had sent any weapons over the frozen Orsk bridge.")) == []


def test_a_denial_of_another_deed_at_that_place_answers_nobody() -> None:
    assert questions(reports(denied="Velm denied that it had closed the Sarn school.")) == []


def test_one_name_and_one_word_are_too_little_in_common() -> None:
    assert questions(reports(denied="Velm denied that weapons lay in Sarn.")) == []


def test_nobody_denies_what_he_tells_himself() -> None:
    assert questions(reports(by="Lund")) == []


def test_a_denial_that_tells_of_an_incident_is_left_to_that_incident() -> None:
    pile = Pile()
    pile.say("a.txt", TOLD, "Lund", kind="statement", verb="statement")
    pile.say("b.txt", DENIED, "Velm", "denies", "denies", when="2031-03-04", agent="Velm")
    assert "Is it so?" not in questions(pile)
