"""That one tells of dead or hurt, or of dead fighters, and another of none, or of dead civilians, is a dispute about their incident."""

from __future__ import annotations

import pytest
from piles import Pile


def asked(one: str, other: str, voices: tuple[str, str] = ("Orsk", "Velm"), **details: object) -> set[str]:
    """The questions on which two accounts of one attack in two documents differ, but for who did it."""
    pile = Pile()
    for doc, quote, voice in zip(("a.txt", "b.txt"), (one, other), voices, strict=True):
        pile.say(doc, quote, voice, when="2031-03-04", landed="Sarn", agent="Front", **details)  # type: ignore[arg-type]
    return {found.question for found in pile.weigh().disputes}


@pytest.mark.parametrize(
    ("one", "other", "questions"),
    [
        (
            "The Front killed a guard at Sarn, Orsk said.",
            "Velm said the Front did only material damage at Sarn.",
            {"Was anybody killed?"},
        ),
        (
            "Orsk said the Front wounded some guards at Sarn.",
            "The Front attacked Sarn without causing any casualties, Velm said.",
            {"Was anybody injured?"},
        ),
        ("Orsk said the Front wounded some guards at Sarn.", "Velm said the Front wounded some guards at Sarn.", set()),
        ("Orsk said the Front hit Sarn.", "The Front attacked Sarn without causing any casualties, Velm said.", set()),
    ],
)
def test_who_tells_that_things_alone_were_harmed_contradicts_who_tells_of_dead_or_hurt(one: str, other: str, questions: set[str]) -> None:
    assert asked(one, other) == questions
    assert asked(one, other, ("Orsk", "Orsk")) == set()


def hit(*told: tuple[str, str]) -> set[str]:
    """The questions asked where voices tell whom an attack killed."""
    pile = Pile()
    for number, (voice, victim) in enumerate(told):
        quote = f"{voice} said the Front killed {victim} at Sarn."
        pile.say(f"{number}.txt", quote, voice, when="2031-03-04", landed="Sarn", agent="Front", victim=victim)
    return {found.question for found in pile.weigh().disputes}


def test_fighters_and_civilians_are_two_answers_to_who_was_hit() -> None:
    assert hit(("Orsk", "militants"), ("Velm", "civilians")) == {"Who was hit?"}
    assert hit(("Orsk", "militants"), ("Velm", "militants")) == set()


def test_who_tells_of_both_gives_neither_answer() -> None:
    assert hit(("Orsk", "militants"), ("Orsk", "civilians"), ("Velm", "civilians")) == set()
