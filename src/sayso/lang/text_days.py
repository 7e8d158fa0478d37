"""The day and month of a dateline or of a line at the head of a text that tells no year: "GORNA, May 3 (NNA) -", "4 March, noon"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.lang.date_rules import date_pattern
from sayso.lang.dates import DateWords, find_dates
from sayso.lang.language import Language
from sayso.lang.layout import blocks_of

HEAD = 2_500
"""Code points at the start of a text in which its own date is looked for."""
LINE = 60
"""Code points of the longest line at the head of a text that begins with its day."""


OPENING = re.compile(r"^[^\n]{1,160}", re.MULTILINE)
"""The beginning of a line, as far as a dateline and what follows on it may reach."""
DATED = re.compile(r"(?:^|,[ \u00a0])\W*(?:[A-Z][\w.]*,?[ \u00a0]){0,3}\d")
"""A number at the beginning of a line or behind a comma, with names alone before it: without one it tells no day. To find that out in all
lines otherwise took a quarter of the time of linking."""


def day_of_text(text: str, language: Language) -> DateWords | None:
    """The day without a year of a dateline, or with which a short line above the first paragraph begins."""
    found = list(_opening_days(text[:HEAD], language))
    return bare_dateline(text, found, language.code) or _day_of_line(text, found, language)


def _opening_days(text: str, language: Language) -> Iterator[DateWords]:
    for opening in OPENING.finditer(text):
        words = find_dates(opening.group(), language) if DATED.search(opening.group()) else ()
        yield from (replace(one, start=one.start + opening.start(), end=one.end + opening.start()) for one in words)


def bare_dateline(text: str, found: Iterable[DateWords], code: str) -> DateWords | None:
    """The day and month without a year of a dateline: "GORNA, May 3 (NNA) -"."""
    ends, line = date_pattern(code, "dateline_ends", "{}"), date_pattern(code, "dateline", r"(?:^|\n)\s*{}$")
    heads = (words for words in _bare(found) if line.search(text[max(0, words.start - 100) : words.start]))
    return next((words for words in heads if ends.match(text, words.end)), None)


def _day_of_line(text: str, found: Sequence[DateWords], language: Language) -> DateWords | None:
    days = {words.start: words for words in _bare(found)}
    if not days:
        return None
    for block in blocks_of(text[:HEAD], language):
        if block.kind == "paragraph" and block.end - block.start > LINE:
            return None
        for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
            words = days.get(block.start + line.start())
            if words and len(line.group()) <= LINE:
                return words
    return None


def _bare(found: Iterable[DateWords]) -> Iterable[DateWords]:
    return (words for words in found if words.kind == "date" and words.year is None and words.day and words.month and words.start <= HEAD)
