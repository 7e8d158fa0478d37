"""By which common words a definite phrase tells which of several events it means: "the market bombing", "the killings at the well"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, any_of
from sayso.lang.language import Language
from sayso.lang.spotting import Spotter
from sayso.link.happenings import Happening
from sayso.link.names import fold
from sayso.link.phrases import LEAST, STEM, WORD, calendar
from sayso.records.vocabulary import vocabulary

LONGEST = 4
"""Words of what stands behind the noun of a phrase that can tell which event it means: "on the grain store"."""


@lru_cache(maxsize=1 << 12)  # each mention of a text is asked for them against several others
def told_which(quote: str, language: Language) -> frozenset[str]:
    """The beginnings of the words by which definite phrases tell which event they mean: before their noun, or right behind it."""
    found, empty = set[str](), _empty(language)
    for phrase in _known(language).finditer(quote):
        before = " ".join(filter(None, phrase.groups()))
        behind = _object(language).match(quote[phrase.end() :])
        words = [fold(word) for word in WORD.findall(before)]
        words += [fold(word) for word in _end(language).split(behind[1])[0].split()[:LONGEST]] if behind else []
        found |= {word[:STEM] for word in words if len(word) >= LEAST and word.isalpha() and word not in empty}
    return frozenset(found)


def meant_of(quote: str, before: Sequence[Happening], language: Language) -> Sequence[Happening]:
    """Those of some mentions that have most of the words by which the words tell which event they mean; all, if none has any.

    Of two of which one tells the other too, in a longer clause, only the shorter.
    """
    which = told_which(quote, language)
    counted = [len(which & one.phrase.words) for one in before] if which and len(before) > 1 else []
    most = max(counted, default=0)
    if not most:
        return before
    meant = [one for one, many in zip(before, counted, strict=True) if many == most]
    return [one for one in meant if not any(_holds(one, other) for other in meant)]


def _holds(one: Happening, other: Happening) -> bool:
    """Whether a mention's clause has another's in it and more."""
    (start, end), (first, last) = one.order[1:3], other.order[1:3]
    return start <= first and last <= end and (start, end) != (first, last)


@cache
def _known(language: Language) -> Spotter:
    """A noun for an event, or for what became of its victims, behind a definite word or an owner, and what stands between; or a clause."""
    table = language.rules("pointing")
    nouns = {noun for kind in (*vocabulary().incident_types, "any") for noun in table["nouns"].get(kind, ())}
    fated = any_of(sorted({word for words in table["fated"].values() for word in words}))
    ends = any_like(sorted(nouns.union(*table["fates"].values())))
    between = rf"(?P<between>(?:(?!(?:{any_like(table['definite'])})\b)[\w’'-]+\s+){{1,2}}?)?"
    whom = rf"(?:{any_like(table['definite'])})\s+(?:\w+\s+)?(?:{fated})\s+(?P<fated>[\w-]+)"
    owned = rf"(?:(?:{any_like(table['definite'])})|{_owner(language)})\s+{between}(?:{ends})"
    return Spotter(rf"\b(?:{whom}|{owned}|{any_like(table['happened'])})\b", any_case=True)


@lru_cache(maxsize=1 << 12)
def tells_fate(quote: str, fate: str, language: Language) -> bool:
    """Whether the words hold a definite phrase for what became of victims: of those "killed", or "taken"."""
    return _fate(language, fate).search(quote) is not None


@cache
def _fate(language: Language, fate: str) -> Spotter:
    table = language.rules("pointing")
    owners = rf"(?:{any_like(table['definite'])}|{any_of(table['owners'])}|{_owner(language)})"
    between = r"(?:[\w’'-]+\s+){0,2}?"
    fates, fated = any_like(table["fates"][fate]), any_of(table["fated"][fate])
    return Spotter(rf"\b{owners}\s+{between}(?:(?:{fates})|(?:{fated})\s+\w+)\b", any_case=True)


@cache
def _owner(language: Language) -> str:
    """An owner before what is his: "Brand's"."""
    grammar = language.grammar
    return rf"(?P<owner>[\w-]+)(?:{any_like(map(re.escape, sorted(grammar.possessive)))}|(?<={grammar.plural})['’])"


@cache
def _object(language: Language) -> re.Pattern[str]:
    """What stands right behind a noun for an event: at what, whom or where it was."""
    prepositions = any_of([*language.rules("pointing")["at_what"], *language.rules("events")["aimed"]])
    return re.compile(rf"\s+(?:{prepositions})\s+((?:[\w’'-]+ ?)+)", re.IGNORECASE)


@cache
def _end(language: Language) -> re.Pattern[str]:
    """The first word behind which something else is told."""
    table = language.rules("pointing")
    return re.compile(rf"\b(?:{any_of([*table['beginning_anew'], *table['at_what']])})\b", re.IGNORECASE)


@cache
def _empty(language: Language) -> frozenset[str]:
    """Words that tell no event from another."""
    table = language.rules("pointing")
    nouns = {noun for told in table["nouns"].values() for noun in told}
    return frozenset((*calendar(language), *table["small_words"], *table["determiners"], *nouns))
