"""Where in a text something is told: in which paragraph, and under which heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.lang.dates import DateWords
from sayso.lang.language import Language, language_of
from sayso.lang.layout import ENTRY_LABEL, Block, blocks_of
from sayso.lang.text_days import day_of_text
from sayso.link.days_named import fronted_day
from sayso.records.document import Document

ABOVE = frozenset({"heading", "question"})
"""Kinds of blocks under which what follows belongs together."""


HEAD = 400
"""Code points at the head of a text in which its headlines stand."""
DAY = 30
"""Code points of the longest heading that is a day and hardly more."""
POINTS = frozenset("•*-–—·◦▪")
"""Marks with which a point of a list begins."""


class Layout:
    """The paragraphs and sections of a text by number: a section is what stands under one heading or question."""

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        blocks = blocks_of(text, language)
        above = [block for block in blocks if block.kind in ABOVE]
        self._starts, self._headings = [block.start for block in blocks], [block.start for block in above]
        self.titles = ["", *(text[block.start : block.end] for block in above)]
        labels = ((block.start, ENTRY_LABEL.match(text, block.start, block.end)) for block in blocks if block.kind not in ABOVE)
        told = [start for start, label in labels if label and fronted_day(label.group(), language)]
        self._entries = sorted({*told, *(block.start for block in _below_days(text, blocks, language))})
        self._ends, self.asked = [block.end for block in above], [False, *(block.kind == "question" for block in above)]

    def paragraph(self, at: int) -> int:
        """The number of the block at a code point."""
        return bisect_right(self._starts, at)

    def start(self, at: int) -> int:
        """Where the block at a code point begins."""
        return self._starts[max(0, self.paragraph(at) - 1)]

    def section(self, at: int) -> int:
        """The number of the section at a code point; 0 before the first heading."""
        return bisect_right(self._headings, at)

    def entry(self, at: int) -> int:
        """The number of the entry at a code point; 0 before the first.

        Entries have labels that begin with a day ("Mon 4 May: ..."), or are the points of a list under a heading that is one.
        """
        return bisect_right(self._entries, at)

    def heading(self, at: int) -> str:
        """The words of the heading above a code point; nothing before the first."""
        return self.titles[self.section(at)]

    def heading_below(self, at: int, end: int) -> str:
        """The same but for those that stand before another code point: those of a text's title."""
        section = self.section(at)
        return self.titles[section] if section and self._ends[section - 1] > end else ""

    def head(self, end: int) -> str:
        """The words of all headings that stand before a code point: the title of a text, if that is its head."""
        return " ".join(title for title, last in zip(self.titles[1:], self._ends, strict=True) if last <= end)


def _below_days(text: str, blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    """The points of lists under headings that are a day and hardly more."""
    daily = False
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind in ABOVE:
            daily = block.start >= HEAD and bool(fronted_day(words.title(), language)) and len(words) <= DAY
        elif daily and words[0] in POINTS:
            yield block


@lru_cache(maxsize=64)  # a text is asked for it when its events are read, and again when its other words are
def layout_of(document: Document) -> Layout:
    """The layout of a document."""
    return Layout(document.text, language_of(document.language))


def headings(document: Document) -> list[tuple[int, int]]:
    """Where the headings at the head of a text stand: its title is often not the first of them."""
    return list(_headings(document.text[:HEAD], len(document.text) <= HEAD, document.language))


@lru_cache(maxsize=4096)  # each text is asked for them when its events are read, and when it is kept
def _headings(head: str, whole: bool, language: str | None) -> tuple[tuple[int, int], ...]:
    blocks = [block for block in blocks_of(head, language_of(language)) if block.end < len(head) or whole]
    return tuple((block.start, block.end) for block in blocks if block.kind == "heading")


@lru_cache(maxsize=64)
def head_day_of(document: Document) -> DateWords | None:
    """The day at the head of a text of which only the year lacks."""
    return day_of_text(document.text, language_of(document.language))
