"""Words of a body's name that other texts leave out: "Dol Command" for the Dol Resistance Command, "Dawn" for Dawn News."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.link.named import Named
    from sayso.link.short_names import BodyWords

PARTED = frozenset({"armed_group", "other", "international_org"})
"""Kinds of bodies of whose long names texts leave words out inside."""
NATIONAL = PARTED | {"government_body"}
"""Kinds of bodies that may be told as those of the whole nation, or not."""
OUTLETS = frozenset({"media", "other"})
LONG = 3
"""Words that a name has at least that is shortened inside or at its beginning."""
MANY = 6
"""Words that a name has at most that is known by its initials."""
OWN = 4
"""Letters that a word has at least that tells a body alone."""
CODE = re.compile(r"[A-Z]{2,4} (?=[A-Z][a-z]{4,}$)")
"""Letters before the name of a ship: whose it is ("HMS Resolve")."""


def without_some(one: Named, words: BodyWords, here: Collection[str]) -> frozenset[str]:
    """What a body with a name of its own may be called by some words of it alone; `here` are the names of its text, folded."""
    if not one.named or one.pack or len(one.words) < 2:
        return frozenset()
    ways = [_without_inner(one, words), _without_nation(one, words), _without_outlet(one, words), _its_men(one, words)]
    ways.append(_initials(one, words))
    if one.words[0] not in here:  # else it is another one's
        ways.append(_without_code(one, words))
    return frozenset(short for way in ways for short in way)


def _without_inner(one: Named, words: BodyWords) -> Iterator[str]:
    """The first word and the noun at the end: "Dol Command". Of an army or a ministry that would be another one."""
    first, last, inner = one.words[0], one.words[-1], one.words[1:-1]
    noun = last in words.nouns - words.forces - words.offices
    if one.kind in PARTED and len(one.words) == LONG and noun and _is_own(first, words) and _fits(inner, words):
        yield f"{first} {last}"


def _without_nation(one: Named, words: BodyWords) -> Iterator[str]:
    """All but "National" before it: "Renewal Council"."""
    rest = one.words[1:]
    national = one.kind in NATIONAL and len(one.words) == LONG and one.words[0] in words.nation
    if national and _is_own(rest[0], words) and rest[-1] in words.nouns:
        yield " ".join(rest)


def _without_outlet(one: Named, words: BodyWords) -> Iterator[str]:
    """An outlet without what it is: "Dawn" of Dawn News."""
    if one.kind in OUTLETS and len(one.words) == 2 and one.words[1] in words.outlets and _is_own(one.words[0], words):
        yield one.words[0]


def _without_code(one: Named, words: BodyWords) -> Iterator[str]:
    """A ship without the letters before it: "Resolve" of "HMS Resolve"."""
    if one.kind == "other" and CODE.match(one.name) and _is_own(one.words[-1], words):
        yield one.words[-1]


def _initials(one: Named, words: BodyWords) -> Iterator[str]:
    """The first letters of all words, with or without the small ones: "DRC" of the Dol Resistance Command."""
    main = [word for word in one.words if word not in words.small]
    if one.kind in NATIONAL and LONG <= len(main) <= MANY and not words.nouns.isdisjoint(main):
        yield from {"".join(word[0] for word in told) for told in (one.words, main)}


def _its_men(one: Named, words: BodyWords) -> Iterator[str]:
    """The men of an armed group by its first word: "Falcons" of the Falcon Battalions."""
    if one.kind == "armed_group" and len(one.words) == 2 and one.words[1] in words.nouns and _is_own(one.words[0], words):
        yield f"{one.words[0]}{words.plural}"


def _is_own(word: str, words: BodyWords) -> bool:
    """Whether a word is not one that many bodies have in their names."""
    return len(word) >= OWN and word.isalpha() and not word.endswith(words.plural) and word not in words.common | words.nouns


def _fits(inner: Sequence[str], words: BodyWords) -> bool:
    """Whether words inside a name do not make it another one than that without them."""
    another = words.other | words.small | words.forces | words.offices | (words.nouns - words.common)
    return another.isdisjoint(inner) and not any(word.isdigit() for word in inner)
