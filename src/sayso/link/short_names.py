"""The short forms of names in one text: "the Panel" for a Panel of Judges, "Harra" for Liwa al-Harra, "VRC" for a Valley Relief Council."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.known.name_words import name_words
from sayso.lang.language import Language
from sayso.link.names import is_acronym

if TYPE_CHECKING:
    from sayso.link.named import Named

BODIES = frozenset({"armed_group", "government_body", "international_org", "company", "media", "other"})
"""Kinds whose names have short forms without some of their words."""
LETTERS = 3
"""Letters that an acronym has at least that no text explains."""
REORDERED = 4
"""The same for one whose letters stand in another order, as that of the name in another language does."""
SHORT = (2, 1)
"""Words that a body's short form has at most, and one that seems to be a person's."""
FULL = 2
"""Words from which what is left of a name tells it whatever noun is left out."""
TELLING = 4
"""Letters that a single word has at least to be the short form of a longer name, or of that of a person with a family name more."""


@dataclass(frozen=True, slots=True, eq=False)
class BodyWords:
    """Words of bodies' names: `nouns` at their head ("front", "council"), `whole` those that may be left out, `forces` those of which
    every state has its own, `rulers` those that mean a state, `small` ones.
    """

    nouns: frozenset[str]
    whole: frozenset[str]
    forces: frozenset[str]
    rulers: frozenset[str]
    small: frozenset[str]
    belonging: frozenset[str]
    about: frozenset[str]


@cache
def body_words(language: Language) -> BodyWords:
    """The words of a language by which short forms are told."""
    table, grammar = language.rules("actors"), language.grammar
    nouns = {word for words in table["kind_words"].values() for word in words} | {*table["body_heads"], *table["armed_openings"]}
    small = grammar.articles | grammar.belonging | grammar.purpose | grammar.joining | name_words().leading
    whole, forces, rulers = (frozenset(table[key]) for key in ("whole", "bodies", "government"))
    about = table["about"]
    return BodyWords(frozenset(nouns) | {*about["bodies"]}, whole, forces, rulers, small, grammar.belonging, frozenset(about["words"]))


def fuller_body(one: Named, here: Sequence[Named], words: BodyWords) -> tuple[str | None, bool]:
    """The key of the one body of its text of whose name this one is a short form, and whether it is one by a word of its own.

    A bare noun ("the Front") is none outside of its text. None where two fit, or where a place or a person bears it.
    """
    if one.kind not in BODIES or one.pack or not one.words:
        return None, False
    bodies = [other for other in here if other.kind in BODIES and other.key != one.key and len(other.words) > 1 and other.first < one.first]
    for fits, own in ((_is_remainder, True), (_is_acronym_of, True), (_is_head, False)):
        if found := [other for other in bodies if fits(one, other, words)]:
            return (found[0].key, own) if len({other.pack or other.folded for other in found}) == 1 else (None, False)
    return None, False


def is_brief(one: Named, words: BodyWords) -> bool:
    """Whether other texts may know a name as the short form of a body's: an acronym, or one or two words of its own.

    One that the parser takes for a person's family name can be one too, and a person's full name be another name of somebody.
    """
    if is_acronym(one.name) or (one.named and not one.pack and one.kind == "person" and len(one.words) > 1):
        return True
    named = one.named and not one.pack and one.kind in BODIES | {"person"} and len(one.words) <= SHORT[one.kind == "person"]
    return named and sum(map(len, one.words)) >= TELLING and words.nouns.isdisjoint(one.words)


def _is_remainder(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name is another's without the nouns at its ends and articles: "Harra" of "Liwa al-Harra", "Otto Brand" of his Front."""
    own = _bare(one.words, words)
    if sum(map(len, own)) < TELLING or not words.nouns.isdisjoint(own):
        return False
    ends = words.whole if len(own) < FULL else words.whole | words.nouns  # "Desert Wind" says enough for its Forces, "Desert" does not
    left = [word for word in other.words if word not in ends]
    return len(left) < len(other.words) and _bare(left, words) == own


def _bare(told: Iterable[str], words: BodyWords) -> tuple[str, ...]:
    listed = tuple(told)
    while len(listed) > 1 and listed[0] in words.small:
        listed = listed[1:]
    return listed


def _is_acronym_of(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name is the first letters of all words of another, with or without the small ones."""
    if not is_acronym(one.name) or len(one.folded) < LETTERS:
        return False
    main = [word for word in other.words if word not in words.small]
    letters = ["".join(word[0] for word in told) for told in (other.words, main)]
    return one.folded in letters or (len(one.folded) >= REORDERED and sorted(one.folded) == sorted(letters[1]))


def _is_head(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name is the noun at the head of another: "the Front" of "the Harra Front", "the Panel" of "the Panel of Experts" and of
    "the Velan Panel on Orsk"; or its first word before a particle: "Harakat" of "Harakat-e Dal"."""
    if len(one.words) != 1 or (one.words[0] in words.forces and other.kind != "government_body"):
        return False
    noun = one.words[0]
    joining = words.belonging | words.about | name_words().joining | name_words().articles
    places = (at for at, word in enumerate(other.words[:-2]) if word == noun and (at == 0 or noun in words.nouns))
    before_of = any(other.words[at + 1] in joining for at in places)
    return noun not in words.rulers and (before_of or (noun in words.nouns and other.words[-1] == noun))


def fuller_person(one: Named, here: Sequence[Named]) -> str | None:
    """The key of the one person of its text whose name goes on behind this one: "Otto Brand" and "Otto Brand Velasco"."""
    if one.kind != "person" or one.pack or len(one.words) < 2:
        return None
    found = [other for other in here if goes_on(one, other)]
    return found[0].key if found and len({other.folded for other in found}) == 1 else None


def goes_on(one: Named, other: Named) -> bool:
    """Whether a person's name of several words is the beginning of another's."""
    long = len(other.words) > len(one.words) > 1 and min(map(len, one.words)) > 1
    return long and one.kind == other.kind == "person" and other.words[: len(one.words)] == one.words


def without_leading(told: Sequence[str]) -> str:
    """A body's name without an article of its own language before it: "los halcones" is "halcones"."""
    own = tuple(told)
    left = own[1:] if len(own) > 1 and own[0] in name_words().leading else own
    return " ".join(left) if sum(map(len, left)) >= TELLING else " ".join(own)
