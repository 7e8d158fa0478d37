"""Who killed somebody is asked of all that name a doer beside his death, in whatever incident, and of who denies it."""

from __future__ import annotations

from piles import Pile

from sayso.records.claim import AUTHOR, Act
from sayso.records.document import Span


def told(pile: Pile, doc: str, words: str, voice: str, *names: str, act: Act = "asserts") -> None:
    """A statement that names these, the first of them a person."""
    pile.say(doc, words, voice, act, kind="statement", verb="statement")
    for number, name in enumerate(names):
        start = pile.claims[doc][-1].span.start + words.index(name)
        pile.name(doc, name, kind="armed_group" if number else "person", span=Span(doc, start, start + len(name)))


def asked(pile: Pile) -> list[tuple[str, set[str]]]:
    return [(one.question, {side.value for side in one.sides}) for one in pile.weigh().disputes if one.question.startswith("Who killed")]


def ordered(pile: Pile) -> None:
    told(pile, "a.txt", "Lund said the Harran Front ordered the assassination of Otto Brand.", "Lund", "Otto Brand", "Harran Front")


def test_two_who_name_others_for_one_death_differ_over_the_ends_of_lines_too() -> None:
    pile = Pile()
    ordered(pile)
    told(pile, "b.txt", "Callers attributed the murder of\nOtto Brand to a so-called Dol Guard.", "Callers", "Otto Brand", "Dol Guard")
    assert asked(pile) == [("Who killed Otto Brand?", {"Harran Front", "Dol Guard"})]


def test_who_denies_any_part_in_a_death_stands_against_who_names_somebody() -> None:
    pile = Pile()
    ordered(pile)
    told(pile, "b.txt", "In a letter he denies any participation in the assassination of Otto Brand.", AUTHOR, "Otto Brand")
    assert asked(pile) == [("Who killed Otto Brand?", {"Harran Front", "denies"})]


def test_a_deed_done_in_protest_at_a_death_and_another_mans_death_are_no_answers() -> None:
    pile = Pile()
    ordered(pile)
    told(pile, "b.txt", "The Dol Guard raided a post to protest the murder of Otto Brand.", "Orsk", "Otto Brand", "Dol Guard")
    told(pile, "b.txt", "The Dol Guard ordered the murder of Ada Kern.", "Orsk", "Ada Kern", "Dol Guard")
    assert asked(pile) == []


def test_those_who_speak_for_a_body_are_that_body() -> None:
    pile = Pile()
    ordered(pile)
    words = "Orsk said that spokesmen of the Harran Front ordered the murder of Otto Brand."
    told(pile, "b.txt", words, "Orsk", "Otto Brand", "spokesmen of the Harran Front")
    assert asked(pile) == []
