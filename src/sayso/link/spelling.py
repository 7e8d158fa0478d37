"""Whether two written names are one name: spelt twice, written together, in the order of a list, with or without what may be left out."""

from __future__ import annotations

from jellyfish import metaphone
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from sayso.link.name_parts import Parts, parts, without_father
from sayso.link.named import Named
from sayso.link.names import fold, heard, skeleton
from sayso.link.titles import as_compared

WORD_ALIKE = 85.0
"""Share of letters (0-100) that two words of a name must have in common to count as one word spelt twice."""
GROUP_ALIKE = 93.0
"""The same for whole names of groups: one differing word ("Turkestan", "Uzbekistan") must keep two groups apart."""
SPELT_KINDS = frozenset({"person", "armed_group", "government_body", "international_org", "company", "media", "other"})
FIRMS = frozenset({"company", "media", "other"})
"""Kinds whose names may be written with a legal form or without it."""
FEW_BONES = 2
"""A word with fewer consonants than this says too little to be compared without its vowels."""
LINE_BONES = 6
"""The same for names of which one is written in one word."""
ANY_FORM = "any"
"""The class of legal forms that fit every other one ("company"); alone they are also words of names ("Alpha Company")."""
FULL = 2
"""Words of a person's name of which one is the same as in the name of somebody of whom nothing tells that it is a person."""
GIVEN = 3
"""Words from which a person's name says enough where a given name more stands in another."""
SILENT = "h"
"""A letter that some languages write before names and do not speak ("Hilaria", "Ilaria")."""
SHORT = 5
"""Letters below which a name is too short to be spelt otherwise."""
SWAPPED, LOST = 6, 8
"""Letters from which a word may have two neighbouring letters swapped inside, or one lost there, where all else is the same. Shorter words
that differ so are mostly two names. Set by eye on the names bench."""


def same_words(a: Named, b: Named) -> str | None:
    """the same words, written together, as in a list, or without articles, honorifics or a legal form"""
    return f"{a.name} = {b.name}" if _comparable(a, b) and _forms_fit(a, b) and _one_line(*both_parts(a, b)) else None


def father_left_out(a: Named, b: Named) -> str | None:
    """one person's name with the father's name and without it"""
    one, other = both_parts(a, b)
    return f"{a.name} ~ {b.name}" if _persons(a, b) and one.forms == other.forms and _father_in_one(one, other) else None


def middle_initial(a: Named, b: Named) -> str | None:
    """one person's name with a middle name and with its initial"""
    return f"{a.name} ~ {b.name}" if _persons(a, b) and _forms_fit(a, b) and _shortened_inside(*both_parts(a, b)) else None


def middle_name(a: Named, b: Named) -> str | None:
    """one person's name of three words or more, with a second given name and without it"""
    return f"{a.name} ~ {b.name}" if _persons(a, b) and _forms_fit(a, b) and _left_out_inside(*both_parts(a, b)) else None


def spelling_variant(a: Named, b: Named) -> str | None:
    """two spellings of one name, word by word"""
    if not (_comparable(a, b) and _forms_fit(a, b)):
        return None
    alike = (
        _persons_alike(*both_parts(a, b))
        if _persons(a, b) or _may_be_persons(a, b)
        else _words_alike(a.folded, b.folded) or _slip(*both_parts(a, b))
    )
    return f"{a.name} ~ {b.name}" if alike else None


def spelt_alike(one: str, other: str) -> bool:
    """Whether two names as they are written may be one name, whatever they name: never False where a row above sees something."""
    persons = parts(one, person=True), parts(other, person=True)
    bodies = parts(one, person=False), parts(other, person=False)
    spelt = _words_alike(fold(as_compared(one)), fold(as_compared(other))) or _slip(*bodies) or _one_line(*bodies)
    return spelt or any(alike(*persons) for alike in _PERSONS)


def _persons(a: Named, b: Named) -> bool:
    return a.kind == b.kind == "person"


def _may_be_persons(a: Named, b: Named) -> bool:
    """Whether one is a person and of the other nothing is known but its name of two words, one of them the same."""
    unknown = {a.kind, b.kind} == {"person", "other"} and len(a.words) == len(b.words) == FULL
    return unknown and not {*a.words}.isdisjoint(b.words)


def both_parts(a: Named, b: Named) -> tuple[Parts, Parts]:
    """The parts of two names: those of persons if both are."""
    person = _persons(a, b)
    return parts(a.name, person), parts(b.name, person)


def _comparable(a: Named, b: Named) -> bool:
    """Whether the two are of kinds whose names are spelt in several ways, and not of two such kinds."""
    fitting = SPELT_KINDS.issuperset((a.kind, b.kind)) and (a.kind == b.kind or "other" in (a.kind, b.kind))
    return fitting and a.folded != b.folded and min(len(a.folded), len(b.folded)) >= SHORT


def _forms_fit(a: Named, b: Named) -> bool:
    """Whether no legal forms or honorifics speak against it: what one bears the other may lack, if both are firms or persons."""
    one, other = both_parts(a, b)
    if one.forms == other.forms:
        return True
    lacking = _persons(a, b) or FIRMS.issuperset((a.kind, b.kind))
    return lacking and forms_agree(one, other) and {one.forms, other.forms} != {frozenset(), frozenset({ANY_FORM})}


def forms_agree(one: Parts, other: Parts) -> bool:
    """Whether two names bear no legal forms or honorifics that say something else."""
    a, b = one.forms - {ANY_FORM}, other.forms - {ANY_FORM}
    return not a or not b or not a.isdisjoint(b)


def _one_line(one: Parts, other: Parts) -> bool:
    """Whether the words are the same, whatever the gaps between them; a single word says too little without what was left out."""
    a, b = "".join(one.whole), "".join(other.whole)
    if max(len(one.whole), len(other.whole)) < 2 and not (one.forms or other.forms):
        return False
    return a == b or (1 in (len(one.whole), len(other.whole)) and _line_alike(a, b))


def _line_alike(a: str, b: str) -> bool:
    """Whether two names written in one line are spelt nearly the same and sound the same."""
    return len(bones := skeleton(a)) >= LINE_BONES and bones == skeleton(b) and fuzz.ratio(a, b) >= WORD_ALIKE


def _father_in_one(one: Parts, other: Parts) -> bool:
    """Whether only one has a father's name, and the other is spelt like it without that."""
    without = without_father(one.whole), without_father(other.whole)
    in_one = (without[0] == one.whole) != (without[1] == other.whole)
    return in_one and min(map(len, without)) > 1 and _family_and_given_alike(*without)


def _shortened_inside(one: Parts, other: Parts) -> bool:
    """Whether first and last words are the same, and every word between them is, or begins with what the other gives of it."""
    a, b = one.whole, other.whole
    if not 2 < len(a) == len(b) or (a[0], a[-1]) != (b[0], b[-1]) or len(a[0]) == 1:
        return False
    return all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, b, strict=True))


def _left_out_inside(one: Parts, other: Parts) -> bool:
    """Whether one has just a word more, behind the first, and at least three are the same: "Otto Karl Brand Velasco"."""
    short, long = sorted((one.whole, other.whole), key=len)
    return len(long) == len(short) + 1 > GIVEN and short[0] == long[0] and short[1:] == long[2:] and len(short[0]) > 1


def _persons_alike(one: Parts, other: Parts) -> bool:
    if min(len(one.whole), len(other.whole)) < 2:
        return False
    bones, others = (skeleton("".join(told.whole)) for told in (one, other))
    parted = len(one.whole) != len(other.whole) and len(bones) >= LINE_BONES and bones == others  # "Ben Orlad", "Benorlad"
    return parted or _family_and_given_alike(one.whole, other.whole) or _slip(one, other)


def _family_and_given_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Family names alike, and given names alike when written as one word ("Emomali", "Imam Ali")."""
    return _word_alike(a[-1], b[-1]) and _word_alike("".join(a[:-1]), "".join(b[:-1]))


def _words_alike(a: str, b: str) -> bool:
    """As many words in both names of bodies, each alike, and nearly all letters the same or heard the same ("Karo", "Caro")."""
    one, other = a.split(), b.split()
    if heard(a) == heard(b):
        return True
    return len(one) == len(other) and fuzz.ratio(a, b) >= GROUP_ALIKE and all(_word_alike(x, y) for x, y in zip(one, other, strict=True))


def _word_alike(a: str, b: str) -> bool:
    """Spelt nearly the same, or with the same consonants and the same sound."""
    if a == b:
        return True
    if min(len(a), len(b)) < 3:
        return False
    bones = skeleton(a)
    if len(bones) >= FEW_BONES and bones == skeleton(b):
        return True
    one, other = (word.removeprefix(SILENT) if len(word) > SHORT else word for word in (a, b))
    return fuzz.ratio(a, b) >= WORD_ALIKE and metaphone(one) == metaphone(other)


def _slip(one: Parts, other: Parts) -> bool:
    """Whether all words but one of several are the same, and that one has two letters swapped inside, or lacks one there."""
    if not 1 < len(one.whole) == len(other.whole):
        return False
    told = [(x, y) for x, y in zip(one.whole, other.whole, strict=True) if x != y]
    if len(told) != 1:
        return False
    x, y = told[0]
    if (x[0], x[-1]) != (y[0], y[-1]) or OSA.distance(x, y, score_cutoff=1) > 1:  # at the end it is often another name: Karin, Karina
        return False
    return len(x) >= SWAPPED and sorted(x) == sorted(y) if len(x) == len(y) else min(len(x), len(y)) >= LOST


_PERSONS = (_persons_alike, _one_line, _father_in_one, _shortened_inside, _left_out_inside)
"""How two written names of persons may be one name."""
