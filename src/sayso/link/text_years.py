"""The year of a text that tells its day without one ("GORNA, May 3 (NNA) -"): that in which others of the pile were written about then."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from sayso.lang.dates import find_dates, resolve
from sayso.lang.language import Language, language_of
from sayso.link.layout import head_day_of
from sayso.records.claim import Claim, Finding, Slot
from sayso.records.document import Document
from sayso.records.when import When

LONGEST = 31
"""Days of the longest time in which a text can have been written that still tells a month."""
ABOUT = (0, 1, 2, -1)
"""Months from that of a text to others that are about the same events, the likeliest first. Set by judgement."""
YEARLESS = "-"
"""What stands in place of the year in the mark of a text that tells its day without one."""


def month_marks(document: Document, finding: Finding) -> frozenset[str]:
    """The months in which a document was written ("2031-05"), or the one of which only the year lacks ("-05")."""
    written = document.published or finding.written
    if written is not None:
        return frozenset(f"{day.year}-{day.month:02}" for day in (written.first, written.last) if written.days <= LONGEST)
    head = head_day_of(document)
    return frozenset({f"{YEARLESS}{head.month:02}"}) if head else frozenset()


def readers_of(months: Iterable[str]) -> frozenset[str]:
    """The marks of the texts whose year may hang on whether others were written in these months."""
    told = [(int(month[:4]), int(month[5:])) for month in months if not month.startswith(YEARLESS)]
    return frozenset(f"{YEARLESS}{(month - ahead - 1) % 12 + 1:02}" for _, month in told for ahead in ABOUT)


def in_its_year(document: Document, finding: Finding, months: Set[str]) -> Finding:
    """What was found in a text that tells its day without the year, dated in the only year in which others were written about then."""
    head = head_day_of(document) if document.published is None and finding.written is None else None
    if head is None or head.month is None:
        return finding
    year = _year_of(head.month, months)
    when = resolve(replace(head, year=year), None, None) if year else None
    if when is None:
        return finding
    written, language = replace(when, basis="inferred"), language_of(document.language)
    return replace(
        finding, written=written, claims=_dated(finding.claims, written, language), rejected=_dated(finding.rejected, written, language)
    )


def _year_of(month: int, months: Iterable[str]) -> int | None:
    """The only year in which others were written in this month, or else in one near it."""
    told = [(int(one[:4]), int(one[5:])) for one in months if not one.startswith(YEARLESS)]
    for ahead in ABOUT:
        years = {year + (other - ahead - month) // 12 for year, other in told if (other - ahead - month) % 12 == 0}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _dated(claims: Iterable[Claim], written: When, language: Language) -> tuple[Claim, ...]:
    """Claims with their days that only hang on when the text was written."""
    return tuple(replace(claim, slots=tuple(_of_day(slot, written, language) for slot in claim.slots)) for claim in claims)


def _of_day(slot: Slot, written: When, language: Language) -> Slot:
    words = find_dates(slot.text, language) if slot.name == "when" and slot.when is None else []
    when = resolve(words[0], written, None) if len(words) == 1 else None
    return replace(slot, when=when) if when else slot
