"""An accusation and the denial right behind it are a dispute, also where neither tells of an incident."""

from __future__ import annotations

from piles import Pile


def accused(between: str = "", denial: str = "Velm denied that it had harmed any farmers.", by: str = "Velm") -> Pile:
    pile = Pile()
    pile.say("a.txt", "Lund blamed Velm for what it called a crime.", "Lund", "accuses", kind="statement", verb="statement")
    if between:
        pile.say("a.txt", between, "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", denial, by, "denies", "denies", kind="statement", verb="statement")
    return pile


def test_a_denial_right_behind_an_accusation_answers_it() -> None:
    (found,) = accused().weigh().disputes
    assert (found.question, [side.value for side in found.sides]) == ("Is it so?", ["denies", "yes"])


def test_a_denial_many_sentences_on_answers_something_else() -> None:
    assert accused(between="Orsk told at length of its harvest. " * 10).weigh().disputes == ()


def test_nobody_answers_his_own_accusation() -> None:
    assert accused(denial="Lund denied that it had spoken of farmers.", by="Lund").weigh().disputes == ()


def test_a_denial_that_is_linked_to_an_event_is_told_with_that_event() -> None:
    pile = Pile()
    pile.say(
        "a.txt",
        "Lund accused Velm of firing rockets at Sarn on 4 March.",
        "Lund",
        "accuses",
        when="2031-03-04",
        agent="Velm",
        landed="Sarn",
    )
    pile.say("a.txt", "Velm denied the accusation.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert "Is it so?" not in {found.question for found in pile.weigh().disputes}
