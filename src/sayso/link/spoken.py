"""Mentions of events in words that name none: a day and names at the head of a paragraph ("There, on 4 March, a thing fell from the sky").

They have no type of their own and make no incident: they come to one that another account tells of that day with those names, here or in
another text, and what their text tells on goes with them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sayso.link.days_named import Day, days_in, fronted_day
from sayso.link.happenings import Happening
from sayso.link.layout import Layout
from sayso.link.phrases import Phrase, phrase_of
from sayso.link.pointing import GENERAL, says
from sayso.link.told_on import YEAR
from sayso.records.claim import AUTHOR, NOT_YET, Claim
from sayso.records.document import Document
from sayso.records.when import When

LABEL = 60
"""Code points of the longest label of a paragraph: "The Orlan Star (6 July)."."""
KINDS = frozenset({"statement", "figure"})
"""Kinds of claims that tell no event."""
MONTH = 31
"""Days up to which it has to be known when a text was written, for its days without a year to be known."""
YEARS_BACK = (0, 1)
"""Years before that of a text in which a month and day without a year may lie."""


def with_spoken(
    told: Sequence[Happening], document: Document, claims: Sequence[Claim], written: When | None, layout: Layout
) -> list[Happening]:
    """The mentions of events in a document in order of place, those included that are spoken of by their day and names alone."""
    return sorted((*told, *_spoken(told, document, claims, written, layout)), key=lambda one: one.order)


def _spoken(
    told: Sequence[Happening], document: Document, claims: Sequence[Claim], written: When | None, layout: Layout
) -> Iterator[Happening]:
    """The first such words of each paragraph that has told of no event before them."""
    if written is None or written.days > MONTH:
        return
    opened = {layout.paragraph(one.order[1]): one.order[1] for one in sorted(told, key=lambda one: one.order, reverse=True)}
    first = dict[int, Claim]()
    for claim in sorted(claims, key=lambda one: (one.span.start, one.span.end, one.id)):
        start, number = claim.span.start, layout.paragraph(claim.span.start)
        label = document.text[layout.start(start) : start] if first.setdefault(number, claim) is claim else ""
        label = label if len(label) <= LABEL else ""
        free = opened.get(number, claim.span.end) >= claim.span.end
        if free and _tells_something(claim, layout) and (when := _when(claim, label, written, layout)):
            opened[number] = start
            yield _happening(claim, document, label, when)


def _tells_something(claim: Claim, layout: Layout) -> bool:
    """Whether the author tells in it what was, and neither what was said nor what is to come."""
    plain = claim.kind in KINDS and claim.voice.text == AUTHOR and claim.act not in NOT_YET and claim.polarity == "affirms"
    return plain and not says(claim.quote, "said_then", layout.language)


def _when(claim: Claim, label: str, written: When, layout: Layout) -> When | None:
    """The one day that a paragraph's label names, or with which its words begin."""
    labelled, named = days_in(label, layout.language), days_in(claim.quote, layout.language)
    day = next(iter(labelled)) if len(labelled) == 1 else None
    if not labelled and len(named) == 1:
        day = fronted_day(claim.quote, layout.language)
    return _latest(day, set(YEAR.findall(label + claim.quote)), written) if day else None


def _latest(day: Day, years: Collection[str], written: When) -> When | None:
    """The day of the year that is named beside it, or the last such day before a text was written."""
    if len(years) > 1:
        return None
    for year in map(int, years) if years else (written.last.year - back for back in YEARS_BACK):
        try:
            found = date(year, *day)
        except ValueError:
            continue
        if found <= written.last:
            return When(found, found, "day", "document_date", "")
    return None


def _happening(claim: Claim, document: Document, label: str, when: When) -> Happening:
    names = _names(label, document.language)
    return Happening(
        id=claim.id, doc=document.sha256, order=(document.path, claim.span.start, claim.span.end, claim.id), type=GENERAL,
        when=when, places={}, agents=frozenset(), targets=frozenset(), aims=frozenset(), instrument=frozenset(), voice=AUTHOR,
        act=claim.act, polarity=claim.polarity, points=False, phrase=phrase_of(claim, document.language), spoken=True, own=names,
    )  # fmt: skip


def _names(label: str, code: str | None) -> frozenset[str]:
    """The names in a label, of which the first word may be one."""
    return Phrase(f"x {label}", (), code).names if label else frozenset()  # behind a letter nothing opens a sentence
