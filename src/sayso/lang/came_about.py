"""Whether words tell that a deed was done which others had promised, threatened or foretold, by a table of deeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.outcomes import LEAST, SAYS, is_matterless
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import STEM, WORD, said_in
from sayso.lang.spotting import Spotter
from sayso.records.claim import Claim

NEAR = 2
"""Words of matter, or names, on each side of a deed by which it is told who or what it is of: "the talks about Velk collapsed"."""

Deed = tuple[int, str]
"""The number of a row of the table, and a word beside the deed: the beginning of a small one, or a name."""


def vowed(claim: Claim, language: Language) -> frozenset[Deed]:
    """The deeds that are to come by what a claim says, each with a word beside it."""
    return _vowed(language, said_in(claim))


def done(claim: Claim, language: Language) -> frozenset[Deed]:
    """The deeds that were done by what a claim tells, each with a word beside it."""
    if claim.kind == "tie" or claim.act not in SAYS or claim.polarity != "affirms":
        return frozenset()
    return _done(language, claim.quote)


@lru_cache(maxsize=1 << 14)
def _vowed(language: Language, said: str) -> frozenset[Deed]:
    text = small(said)
    return frozenset(
        (row, word)
        for row, pattern in enumerate(_to_come(language))
        for found in pattern.finditer(text)
        for word in _beside(said, *found.span(1 if found[1] else 2), language)
    )


@lru_cache(maxsize=1 << 17)  # each claim is asked several times, in one round after the other
def _done(language: Language, quote: str) -> frozenset[Deed]:
    text = small(quote)
    if _any_done(language).search(text) is None:
        return frozenset()
    return frozenset(
        (row, word)
        for row, pattern in enumerate(_told_done(language))
        for found in pattern.finditer(text)
        if not phrases(language, "outcomes", "not_yet").search(text[: found.start()])
        for word in _beside(quote, *found.span(), language)
    )


@cache
def _to_come(language: Language) -> tuple[Spotter, ...]:
    """The pattern of each row for what is to come, in order: the deed, or that it is to be done."""
    table = language.rules("outcomes")
    doing, being = any_like(table["to_come"]), any_like(table["to_be"])
    rows = ((any_like(row["vowed"]), any_like(row["done"])) for row in table["came"])
    return tuple(Spotter(rf"\b(?:(?:{doing})({deed})|(?:{being})({past}))\b") for deed, past in rows)


@cache
def _told_done(language: Language) -> tuple[Spotter, ...]:
    """The pattern of each row for what was done, in order."""
    return tuple(Spotter(rf"\b(?:{any_like(row['done'])})\b") for row in language.rules("outcomes")["came"])


@cache
def _any_done(language: Language) -> Spotter:
    return Spotter(rf"\b(?:{any_like([deed for row in language.rules('outcomes')['came'] for deed in row['done']])})\b")


def _beside(text: str, start: int, end: int, language: Language) -> Iterator[str]:
    """The words that say something nearest before, inside and behind a deed."""
    before, inside, behind = (_telling(part, language) for part in (text[:start], text[start:end].partition(" ")[2], text[end:]))
    yield from (*before[-NEAR:], *inside, *behind[:NEAR])


def _telling(text: str, language: Language) -> list[str]:
    """The words of a text that say something, without the calendar's: names, and the beginnings of small words."""
    words = (found.group() for found in WORD.finditer(text))
    plain = (
        one for one in words if len(one) >= LEAST and one.lower() not in _calendar(language) and not is_matterless(language, one.lower())
    )
    return [word[:STEM] if word.islower() else word for word in plain]


@cache
def _calendar(language: Language) -> frozenset[str]:
    """The names of months and days."""
    months, days = language.rules("months")["names"].values(), language.rules("dates")["words"]["weekday"].values()
    return frozenset(word.lower() for word in (*months, *days))
