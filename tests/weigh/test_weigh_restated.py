"""What one voice states again in another document is one origin, by its number, its denial, its day or its promise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import Act
from sayso.records.incident import Origin

AGAIN = "one voice's words, stated again"


def taken_for(pile: Pile, doc: str, kind: str) -> None:
    """Makes whoever a document names of this kind."""
    pile.mentions[doc] = [replace(mention, kind=kind) for mention in pile.mentions[doc]]


def origins(
    one: str,
    other: str,
    voices: tuple[str, str] = ("Velm", "Velm"),
    act: Act = "asserts",
    said: tuple[str | None, str | None] = (None, None),
) -> list[Origin]:
    """The origins of two statements in two documents."""
    pile = Pile()
    for doc, words, voice, day in zip(("a.txt", "b.txt"), (one, other), voices, said, strict=True):
        pile.say(doc, words, voice, act, kind="statement", verb="statement", said=day)
    return list(pile.weigh().origins)


def counted(one: str, other: str, numbers: tuple[int, int], voices: tuple[str, str] = ("Velm", "Velm")) -> int:
    """How many origins two counts have of which no day is known."""
    pile = Pile()
    for doc, words, voice, number in zip(("a.txt", "b.txt"), (one, other), voices, numbers, strict=True):
        pile.say(doc, words, voice, kind="figure", verb="oxen", amount=number)
    return len(pile.weigh().origins)


def test_a_number_is_known_again_by_a_word_of_what_is_told_of_it() -> None:
    one, other = "Velm said 40 oxen drowned.", "Velm told a visitor of 40 drowned oxen."
    assert counted(one, other, (40, 40)) == 1
    assert counted(one, other, (40, 50)) == 2
    assert counted(one, "Velm told a visitor of 40 stolen carts.", (40, 40)) == 2


def test_a_denial_is_known_again_by_a_word_of_what_is_denied() -> None:
    one, other = "Velm denied having paid the millers.", "Velm denied that anybody was paid."
    (origin,) = origins(one, other, act="denies")
    assert (origin.reason, origin.certain) == (AGAIN, False)
    assert len(origins(one, "Velm denied that anybody was robbed.", act="denies")) == 2
    assert len(origins(one, other, act="denies", said=("2031-03-04", "2031-09-04"))) == 2
    assert len(origins(one, other.replace("Velm", "Orsk"), ("Velm", "Orsk"), act="denies")) == 2


def test_what_a_voice_said_on_a_day_that_two_reports_name_is_one_statement() -> None:
    one, other = "On 2031-03-04 Velm praised the millers.", "Velm wrote on 2031-03-04 that roads were safe."
    assert len(origins(one, other, said=("2031-03-04", "2031-03-04"))) == 1
    assert len(origins(one, "Velm wrote that roads were safe.", said=("2031-03-04", "2031-03-04"))) == 2
    assert len(origins(one, other, said=("2031-03-04", "2031-03-05"))) == 2


@pytest.mark.parametrize(
    ("voices", "found"),
    [
        (("the union", "The millers' union"), 1),
        (("the union", "The millers' guild"), 2),
        (("Otto Brand", "Colonel T. Brand"), 1),
        (("The Kest union", "The Dol union"), 2),
    ],
)
def test_a_larger_number_is_known_again_where_its_voices_are_called_alike(voices: tuple[str, str], found: int) -> None:
    pile = Pile()
    for doc, voice in zip(("a.txt", "b.txt"), voices, strict=True):
        pile.say(doc, f"{voice} counted 41.", voice, kind="figure", verb="number", amount=41)
        taken_for(pile, doc, "person" if "Brand" in voice else "other")
    assert len(pile.weigh().origins) == found


def promised(voice: str, kind: str = "person", words: str = "Carts will stay out of the mill towns") -> int:
    """How many origins a promise of an Otto Benbrand and one with these words in another document have."""
    pile = Pile()
    for doc, who, text in (("a.txt", "Otto Benbrand", "carts would be kept out of the mill towns"), ("b.txt", voice, words)):
        pile.say(doc, f"{who} promised: {text}.", who, "pledges", kind="statement", verb="statement")
    taken_for(pile, "b.txt", kind)
    return len(pile.weigh().origins)


def test_a_promise_in_the_same_words_is_one_where_its_givers_may_be_one() -> None:
    words = "carts were to be kept out of mill towns"
    assert promised("Ben Brand", words=words) == 1
    assert promised("Lena Rode", words=words) == 2
    assert promised("a captain", "anonymous", words) == 1
    assert promised("Ben Brand") == 2
