"""The short forms of names in one text: "the Panel" for a Panel of Judges, "Harra" for Liwa al-Harra, "VRC" for a Valley Relief Council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
FIRMS = frozenset({"company", "other", "media"})
"""Kinds whose names may end with the line of a business."""
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
    every state has its own, `rulers` those that mean a state, `small` ones. `offices` head the names of a state's bodies, `lines` tell a
    firm's line of business, `other` that a body is not the one without them, `men` who fight for it, `worldwide` that it is of many lands;
    `ministries` are offices of which a text mostly means one state's, `own` nouns for bodies of which every state has one, `ordinals` tell
    units, `plain` words that those may have before them, `outlets` what media are. `common` are words that many bodies have in their
    names, `nation` those for the whole nation, `plural` is the ending of several.
    """

    nouns: frozenset[str]
    whole: frozenset[str]
    forces: frozenset[str]
    rulers: frozenset[str]
    small: frozenset[str]
    belonging: frozenset[str]
    about: frozenset[str]
    offices: frozenset[str]
    lines: frozenset[str]
    other: frozenset[str]
    men: frozenset[str]
    worldwide: frozenset[str]
    ministries: frozenset[str]
    own: frozenset[str]
    ordinals: frozenset[str]
    plain: frozenset[str]
    outlets: frozenset[str]
    common: frozenset[str]
    nation: frozenset[str]
    plural: str


@cache
def body_words(language: Language) -> BodyWords:
    """The words of a language by which short forms are told."""
    table, grammar = language.rules("actors"), language.grammar
    nouns = {word for words in table["kind_words"].values() for word in words} | {*table["body_heads"], *table["armed_openings"]}
    small = grammar.articles | grammar.belonging | grammar.purpose | grammar.joining | name_words().leading
    whole, forces, rulers = (frozenset(table[key]) for key in ("whole", "bodies", "government"))
    about = table["about"]
    behind = frozenset(about["words"]) | grammar.purpose | name_words().inner
    offices, lines = frozenset(table["kind_words"]["government_body"]), frozenset(table["lines_of_business"])
    told = frozenset(nouns) | {*about["bodies"]}
    other = frozenset((*table["making_another"], *table["of_several"], *language.rules("numbers")["values"]))
    governing = language.rules("governing")
    men, wide, ministries = (frozenset(own) for own in (table["own_men"], table["worldwide"], governing["offices"]))
    own, plain, ordinals = (frozenset(told) for told in (table["own_forces"], governing["plain"], language.rules("numbers")["ranks"]))
    outlets = frozenset((*table["kind_words"]["media"], *table["called"]["media"]))
    nation = frozenset(table["of_nation"])
    common = frozenset((*table["in_many_names"], *rulers, *small, *lines, *forces)) | other | plain | nation | ministries
    return BodyWords(
        told, whole, forces, rulers, small, grammar.belonging, behind, offices, lines, other, men, wide, ministries, own, ordinals, plain,
        outlets, common, nation, grammar.plural,
    )  # fmt: skip


def fuller_body(
    one: Named, here: Sequence[Named], words: BodyWords, together: Callable[[Named, Named], bool], head: int = 0
) -> tuple[str | None, bool]:
    """The key of the one body of its text of whose name this one is a short form, and whether it is one by a word of its own.

    A bare noun ("the Front") is none outside of its text. None where two fit, or where a place or a person bears it. `together` tells
    whether one sentence names the two: of what only goes on behind or before it, it would tell two bodies then. Up to `head` stand the
    headlines of the text, which name in short what is only named in full below.
    """
    if one.kind not in BODIES or one.pack or not one.words:
        return None, False
    bodies = [other for other in here if other.kind in BODIES and other.key != one.key and len(other.words) > 1]
    told = [other for other in bodies if other.first < one.first or one.first[1] < head]
    for fits, own, before in RULES:
        found = [other for other in (told if before else bodies) if fits(one, other, words)]
        if found and not ((fits in WHOLE or not before) and any(together(one, other) for other in found)):
            return (found[0].key, own) if len({other.pack or other.folded for other in found}) == 1 else (None, False)
    return None, False


def is_brief(one: Named, words: BodyWords) -> bool:
    """Whether other texts may know a name as the short form of a body's: an acronym, or one or two words of its own.

    One that the parser takes for a person's family name can be one too, and a person's full name be another name of somebody.
    """
    if is_acronym(one.name) or (one.named and not one.pack and one.kind == "person" and len(one.words) > 1):
        return True
    named = one.named and not one.pack and one.kind in BODIES | {"person"} and len(one.words) <= SHORT[one.kind == "person"]
    headed = len(one.words) == FULL and one.words[1] in words.nouns and one.words[0] not in words.common  # "Dol Command"
    return named and sum(map(len, one.words)) >= TELLING and (headed or words.nouns.isdisjoint(one.words))


def cuts(one: Named, words: BodyWords) -> frozenset[str]:
    """What other texts may call somebody by words of his name alone: a body without the noun behind two words of its own ("Desert Wind"
    for its Forces), what an office is for ("River Protection" for its Directorate), a person without his second family name ("Otto Brand"
    for Otto Brand Velasco)."""
    last, first = one.words[-1:], one.words[:2]
    if one.kind == "person" and one.named and len(one.words) > FULL and min(map(len, one.words)) >= LETTERS:
        given, family = one.words[0], one.words[-2]
        return frozenset({" ".join(one.words[:-1]), f"{given} {family}"})
    if one.kind in FIRMS and one.named and words.lines.issuperset(last) and sum(map(len, one.words[:-1])) >= TELLING:
        return frozenset({" ".join(one.words[:-1])})
    if one.kind == "armed_group" and len(one.words) > FULL and (words.men | words.whole).issuperset(last):
        left = one.words[:-1]
    elif one.kind == "government_body" and len(first) == FULL and first[0] in words.offices and first[1] in words.belonging:
        left = one.words[FULL:]
    else:
        return frozenset()
    return frozenset({" ".join(left)}) if len(left) == FULL and words.nouns.isdisjoint(left) else frozenset()


def _is_opening(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a body's name goes on behind this one only with a noun for bodies, with what it is of or on, or with a firm's business:
    "Quarry Guard" of the Quarry Guard Forces, "Panel of Judges" of that on Orsk, "Corva" of Corva Shipping, "Third Brigade" of that of an
    army.

    The armed men of a party or a movement are another body, and so are armed groups of and for something ("for Peace").
    """
    rest = other.words[len(one.words) :]
    if not rest or other.words[: len(one.words)] != one.words:
        return False
    outlet = other.kind == "media" and words.outlets.issuperset(rest)
    if outlet or (other.kind in FIRMS and words.lines.issuperset(rest)) or words.worldwide.issuperset(rest):
        return sum(map(len, one.words)) >= TELLING
    if len(one.words) < FULL or words.nouns.isdisjoint(one.words):
        return False
    men = len(rest) == 1 and words.men.issuperset(rest) and one.words[-1] not in words.whole
    unit = one.words[0] in words.ordinals or one.words[0][0].isdigit()
    return men or ((unit or other.kind != "armed_group") and len(rest) > 1 and rest[0] in words.belonging | words.about)


def _is_ending(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a body's name of several words is all of another's but one or two before it: "Unity Front" of the Sarn Unity Front, and the
    "Interior Ministry" of a text that tells of the Ruritanian Interior Ministry alone.

    Words that make it another body ("the Free ...", "the New ...") are not left out.
    """
    before = other.words[: -len(one.words)]
    ends = len(one.words) >= FULL and other.words[-len(one.words) :] == one.words
    police = one.kind == "government_body" and one.words[-1] not in words.ministries  # a neighbour's may be meant
    return ends and 0 < len(before) <= FULL and words.other.isdisjoint(before) and not police


def _is_remainder(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name is another's without the nouns at its ends and articles: "Harra" of "Liwa al-Harra", "Otto Brand" of his Front."""
    own = _bare(one.words, words)
    if (sum(map(len, own)) < TELLING and not one.folded[-1:].isdigit()) or not words.nouns.isdisjoint(own):
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


def initials_turned(short: Named, full: Named, words: BodyWords) -> bool:
    """Whether an acronym has the first letters of a name's words in another order, as those of its name in another language stand."""
    main = [word for word in full.words if word not in words.small]
    told = ("".join(word[0] for word in own) for own in (main, main[:-1] if len(main) > LETTERS else main))
    return full.kind != "person" and any(sorted(short.folded) == sorted(letters) for letters in told)


def _is_head(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name is the noun at the head of another: "the Front" of "the Harra Front" and of its Brigades, "the Panel" of "the Panel of
    Experts" and of "the Velan Panel on Orsk"; or its first word before a particle: "Harakat" of "Harakat-e Dal"."""
    if len(one.words) != 1 or (one.words[0] in words.forces and other.kind != "government_body"):
        return False
    if one.words[0] in words.own and len([word for word in other.words if word not in words.plain | words.small]) > FULL:
        return False  # "the army" is no "Dol People's Army"
    noun = one.words[0]
    joining = words.belonging | words.about | name_words().joining | name_words().articles
    places = (at for at, word in enumerate(other.words[:-2]) if word == noun and (at == 0 or noun in words.nouns))
    before_of = any(other.words[at + 1] in joining for at in places)
    last = other.words[-2:] if len(other.words) > FULL and words.nouns.issuperset(other.words[-2:]) else other.words[-1:]
    return noun not in words.rulers and (before_of or (noun in words.nouns and noun in last))


def _is_turned(one: Named, other: Named, words: BodyWords) -> bool:
    """Whether a name has the noun at the head of another behind a word of what that one is of: "Dol Tigers" of "Northern Tigers of Dol
    Velan"."""
    if len(one.words) != FULL or one.words[1] not in words.nouns - words.rulers - words.forces or one.words[0] in words.other:
        return False
    told, noun = one.words[0], one.words[1]
    behind = next((other.words[at + 2 :] for at in range(len(other.words) - 2) if _heads(other.words, at, noun, words)), ())
    return told in behind and told not in words.nouns and told not in words.small


def _heads(told: Sequence[str], at: int, noun: str, words: BodyWords) -> bool:
    return told[at] == noun and told[at + 1] in words.belonging | words.about


def fuller_person(one: Named, here: Sequence[Named]) -> str | None:
    """The key of the one person of its text whose name goes on behind this one or before it, or has its two words in the other order.

    "Otto Brand" is "Otto Brand Velasco". `here` are the names with its first word.
    """
    if one.kind not in ("person", "other") or one.pack or len(one.words) < 2:
        return None
    found = [other for other in here if goes_on(one, other) or _ends(one, other) or (turned(one, other) and other.first < one.first)]
    return found[0].key if found and len({other.folded for other in found}) == 1 else None


def goes_on(one: Named, other: Named) -> bool:
    """Whether a person's name of several words is the beginning of another's."""
    return _longer(one, other) and other.words[: len(one.words)] == one.words


def _ends(one: Named, other: Named) -> bool:
    """Whether a person's name of several words is the end of another's."""
    return _longer(one, other) and other.words[-len(one.words) :] == one.words


def _longer(one: Named, other: Named) -> bool:
    long = len(other.words) > len(one.words) > 1 and min(map(len, one.words)) > 1
    return long and other.kind == "person" and one.kind in ("person", "other")


def turned(one: Named, other: Named) -> bool:
    """Whether a person's name has the two words of another in the other order."""
    return one.kind == other.kind == "person" and len(one.words) == 2 and one.words == other.words[::-1]


def may_be_one(one: Named, other: Named) -> bool:
    """Whether two full names of persons that differ may be one's.

    One has words more before or behind, or the words in the other order, or begins with the word with which the other ends: both are parts
    of one longer name ("Otto Brand", "Brand Velasco").
    """
    longer, shorter = (one, other) if len(one.words) > len(other.words) else (other, one)
    return goes_on(shorter, longer) or _ends(shorter, longer) or turned(one, other) or _overlaps(one, other) or _overlaps(other, one)


def _overlaps(one: Named, other: Named) -> bool:
    return one.words[-1] == other.words[0] and len(one.words[-1]) > 1


RULES = (
    (_is_opening, True, False),
    (_is_remainder, True, True),
    (_is_acronym_of, True, True),
    (_is_head, False, True),
    (_is_turned, True, True),
    (_is_ending, False, True),
    (_is_remainder, True, False),
)
"""How a name can be short for another, whether by a word of its own, and whether the full one stands before it."""
WHOLE = frozenset({_is_opening, _is_ending})
"""Those by which it is the full one but for words behind or before it: as where the full one stands only behind, no sentence names both."""


def without_leading(told: Sequence[str]) -> str:
    """A body's name without an article of its own language before it: "los halcones" is "halcones"."""
    own = tuple(told)
    left = own[1:] if len(own) > 1 and own[0] in name_words().leading else own
    return " ".join(left) if sum(map(len, left)) >= TELLING else " ".join(own)
