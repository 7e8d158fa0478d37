"""Which full name a person's short one means: a family name alone, initials before it, or the first of several names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.known.name_words import name_words
from sayso.link.name_parts import parts
from sayso.link.names import heard, skeleton, words
from sayso.link.short_names import goes_on, turned
from sayso.link.standing import at_odds

if TYPE_CHECKING:
    from sayso.link.named import Named


GUESSES = frozenset({"state", "ethnic_group"})
"""Kinds that the parser gives to family names that it has never seen."""
SPELT = 5
"""Letters below which a name is too short to be spelt otherwise."""


def sought(one: Named) -> list[str]:
    """By what the full name is looked for in other texts that a person's name is the end or the beginning of, the surest first.

    It is a word, and for a single one with a rank also how that is heard: other texts may spell it otherwise ("General Karo", "Otto Caro").
    """
    word = one.words[-1] if _is_end(one) else one.words[0]
    return [word, by_ear(word)] if len(one.words) == 1 and one.ranks and len(word) >= SPELT else [word]


def full_by(one: Named) -> set[str]:
    """By what a person with a full name may be called in short: the first word and the last, as written and as heard.

    Honorifics and initials are left out.
    """
    own = _without_honorific(one.words)
    full = one.kind == "person" and len(one.words) > 1
    return {own[-1], by_ear(own[-1])} | ({own[0]} if not _shortened(one) else set()) if full else set()


def by_ear(word: str) -> str:
    """A mark that all words share that are heard the same."""
    return f"~{heard(word).replace('y', 'i')}"


def by_word(here: Iterable[Named], words_of: Callable[[Named], Iterable[str]]) -> Mapping[str, Sequence[Named]]:
    """The names of a text by each of their words, in order."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in here:
        for word in set(words_of(one)):
            found[word].append(one)
    return found


def _without_honorific(told: tuple[str, ...]) -> tuple[str, ...]:
    return told[1:] if len(told) > 1 and told[0] in name_words().honorifics else told


def _honorific(one: Named) -> str:
    return skeleton(one.words[0]) if _without_honorific(one.words) != one.words else ""


def meant_here(one: Named, here: Sequence[Named], guessed: bool = False) -> tuple[str | None, bool]:
    """Of a person named by one word, by initials and family name, or by the first of his names: the one full name that fits in its text.

    `here` are the full names of the text that its last word may tell; a name can be `guessed` by the parser to be that of a land.
    None where two different persons fit; where none does, it is to be looked for in other texts, which is told by True.
    """
    if not (one.kind in {"person", "other"} or (guessed and len(one.words) == 1)) or one.pack or not one.words:
        return None, False
    if not _is_end(one):
        return None, one.kind == "person" and bool(one.ranks)
    bearers = fitting(one, here)
    return only_one(one, bearers), not bearers


def bearer_elsewhere(one: Named, bearers: Mapping[str, Mapping[Hashable, Named]]) -> str | None:
    """The key of the one full name of other texts that fits a name that seeks one; one that only sounds like it must have its rank.

    `bearers` are all by what they may be called (`full_by`).
    """
    written, *by_sound = sought(one)
    found = fitting(one, bearers.get(written, {}).values())
    for sound in by_sound if not found else ():
        found = [other for other in fitting(one, bearers.get(sound, {}).values()) if one.ranks & other.ranks]
    return only_one(one, found)


def _is_end(one: Named) -> bool:
    """Whether a name can be the end of a full one: a single word, or two that a hyphen joins.

    Before it may stand an honorific, what opens family names ("Van Brand"), or initials.
    """
    bare = _without_honorific(one.words)
    single = min(len(bare), len(parts(one.name, person=True).words)) == 1 or words(one.name.split()[-1]) == bare
    alone = single or name_words().particles.issuperset(bare[:-1])
    return len(one.words) == 1 or _shortened(one) or (one.kind == "person" and alone)


def only_one(one: Named, bearers: Sequence[Named]) -> str | None:
    """The key of the one bearer of a name; of several the one who has its rank, or whom his own text calls so alone."""
    ranked = [other for other in bearers if one.ranks & other.ranks]
    called = [other for other in bearers if one.words[-1] in other.shortly]
    for left in (bearers, ranked, called):
        if left and (len({other.pack or other.folded for other in left}) == 1 or _spelt_twice(left)):
            return left[0].key
    return None


def fitting(one: Named, others: Iterable[Named]) -> list[Named]:
    """Those of whose full names a name can be the end, or with a rank in common the beginning or the other order of words.

    None has a rank that is at odds with its own. A family name behind initials counts for one where no full name fits these.
    """
    if not _is_end(one):
        return [other for other in others if (goes_on(one, other) or turned(one, other)) and one.ranks & other.ranks]
    initials = " ".join(_given(one)) if _shortened(one) else ""
    found = [other for other in others if other.key != one.key and _ends_with(one, other, initials) and not at_odds(one, other)]
    full = [other for other in found if not _shortened(other)]
    return full + [other for other in found if _shortened(other) and not (initials or any(_fits_initials(other, one) for one in full))]


def _ends_with(one: Named, other: Named, initials: str) -> bool:
    """Whether the words before the last fit: initials those of the full name, others the words at its end."""
    bare, full = _without_honorific(one.words), _without_honorific(other.words)
    titled = len(bare) < len(one.words)
    if one.kind in GUESSES and full[-1] != bare[-1]:
        return False  # what seems to be a land is no given name
    if titled and len(bare) == len(full):
        return False  # "Mullah Otto" is no fuller a name than "Mullah Brand"
    if _honorific(one) and _honorific(other) and _honorific(one) != _honorific(other):
        return False
    if len(bare) == 1 or initials:
        family = one.words[len(_given(one)) :] if initials else bare
        return (len(family) == 1 or full[-len(family) :] == family) and initials_of(initials, other.words)
    return len(full) > len(bare) and full[-len(bare) :] == bare


def _spelt_twice(bearers: Sequence[Named]) -> bool:
    """Whether full names are one name in several spellings, by their consonants, and no two lines of a pack."""
    spelt = {tuple(skeleton(word) for word in parts(other.name, person=True).words) for other in bearers}
    return len(spelt) == 1 and len({other.pack for other in bearers} - {None}) <= 1


def _fits_initials(short: Named, full: Named) -> bool:
    return initials_of(" ".join(_given(short)), full.words)


def _given(one: Named) -> tuple[str, ...]:
    """The words before the family name, which a hyphen may join of two ("H. Brand-Velasco")."""
    return one.words[: -len(words(one.name.split()[-1])) or None] if " " in one.name else ()


def _shortened(one: Named) -> bool:
    """Whether all but the family name are initials ("V. Putin")."""
    given = _given(one)
    return bool(given) and all(len(word) == 1 for word in given)


def short_by_initials(one: Named, other: Named) -> bool:
    """Whether one name of a person is the other's with the given names cut to their first letters ("O. Brand" of "Otto Brand")."""
    return any(
        _shortened(short) and not _shortened(full) and _ends_with(short, full, " ".join(_given(short)))
        for short, full in ((one, other), (other, one))
    )


def initials_of(short: str, names: tuple[str, ...]) -> bool:
    """Whether every letter of an acronym begins a word of the name, in order (small words may be passed over)."""
    letters = iter(word[0] for word in names if word)
    return all(letter in letters for letter in re.sub(r"[^a-z]", "", short.lower()))
