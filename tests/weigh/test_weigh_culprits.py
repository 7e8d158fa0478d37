"""Two voices of whom one blames the other for the end of a truce, or for the first shot, and that one somebody else, are a dispute."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.document import Span


def blamed(*told: tuple[str, str, str], between: int = 0) -> list[tuple[str, list[str]]]:
    """The disputes of a text in which each voice says these words, in which it names this one, with the answers."""
    pile = Pile()
    for quote, voice, whom in told:
        pile.say("a.txt", quote, voice, kind="statement", verb="statement")
        start = pile.claims["a.txt"][-1].span.start + quote.index(whom)
        pile.name("a.txt", whom, span=Span("a.txt", start, start + len(whom)))
        pile._add("a.txt", "x" * between)
    disputes = pile.weigh().disputes
    return [
        (one.question, [side.value for side in one.sides]) for one in disputes if one.question in {"Who broke the truce?", "Who began it?"}
    ]


ORSK = ("Orsk said that Velm broke the spring truce at the ford.", "Orsk", "Velm")


@pytest.mark.parametrize(
    "words",
    [
        "Velm said that Orsk shelled two farms in violation of the truce.",
        "Velm said that Orsk had attacked a mill despite the three-day ceasefire.",
        "Velm said that Orsk fired minutes after the armistice began.",
    ],
)
def test_each_of_two_sides_blames_the_other_for_the_end_of_a_truce(words: str) -> None:
    assert blamed(ORSK, (words, "Velm", "Orsk")) == [("Who broke the truce?", ["Orsk", "Velm"])]


def test_who_blames_a_third_is_no_answer_unless_he_was_blamed_himself() -> None:
    assert (
        blamed(("Lund said that Velm broke the truce.", "Lund", "Velm"), ("The miller said Orsk broke the truce.", "miller", "Orsk")) == []
    )


def test_both_blame_one_or_far_apart() -> None:
    assert blamed(ORSK, ("Lund said that Velm breached the truce.", "Lund", "Velm")) == []
    assert blamed(ORSK, ("Velm said that Orsk breached the truce.", "Velm", "Orsk"), between=1000) == []


def test_who_fired_first() -> None:
    words = ("Velm said that Orsk opened fire first.", "Velm", "Orsk")
    assert blamed(("Orsk said that Velm fired the first shot.", "Orsk", "Velm"), words) == [("Who began it?", ["Orsk", "Velm"])]
