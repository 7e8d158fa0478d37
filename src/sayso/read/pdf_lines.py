"""The lines of a PDF page, with where they stand: its characters in the order in which they were set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.read.raised import as_raised

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

LIFT = 0.2
"""Share of the height of a line by which a raised digit stands above the line; one that stands on it lifts by nothing."""
LOW = 0.95
"""A raised digit is at most this part as high as the line's highest letters: browsers set it at 0.83 of its size, typesetters lower."""
WORDS_APART = 0.15
"""Gap between two words of a line, in heights of the line, at the least."""
WIDE = 1.5
"""Gap between two columns or cells, in heights of the line, at the least; that of words in justified lines was under one."""
HYPHEN = "\x02"
"""What pdfium puts for a hyphen at the end of a line."""


LINES = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
MARK = re.compile(r"(?<![\[(\d])\d{1,3}(?!\d)")
"""Digits that can be the mark of a note."""
NEAR = 8
"""Letters at each end of a line from which its height is taken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its box in points, counted from the lower left of the page, and the size of its letters.

    `cells` tells that it is a row of a table.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    cells: bool = False

    @property
    def hyphenated(self) -> bool:
        """Whether its last word goes on in the next line."""
        return self.text.endswith(HYPHEN)


def rows_of(page: PdfPage) -> list[list[Line]]:
    """The lines of a page in the order of its text, each in the parts that stand wide apart; empty where it has no text layer."""
    layer = page.get_textpage()
    found: list[list[Line]] = []
    text = _text(layer)
    for part in LINES.finditer(text):
        line = _line(layer, text, part.start(), part.end())
        if line is None:
            continue
        parts = _parted(layer, text, part.span(), line)
        if found and len(parts) == len(found[-1]) == 1 and _same_line(found[-1][0], line):
            parts = [_merged(found.pop()[0], line)]
        found.append(parts)
    layer.close()
    page.close()
    return found


def _parted(layer: PdfTextPage, text: str, span: tuple[int, int], line: Line) -> list[Line]:
    """The parts of a line between which there is more room than between words; only what was set in several pieces has such."""
    start, end = span
    if layer.count_rects(start, end - start) < 2:
        return [line]
    gaps = [found.span() for found in re.finditer(r"\s+", text[start:end].strip())]
    shift = start + len(text[start:end]) - len(text[start:end].lstrip())
    wide = [
        (shift + first, shift + last)
        for first, last in gaps
        if layer.get_charbox(shift + last, loose=True)[0] - layer.get_charbox(shift + first - 1, loose=True)[2] > WIDE * line.size
    ]
    edges = zip([start, *(last for _, last in wide)], [*(first for first, _ in wide), end], strict=True)
    return [part for begin, stop in edges if (part := _line(layer, text, begin, stop)) is not None]


def _text(layer: PdfTextPage) -> str:
    """The text of a page, one code point for each of its characters, so that each can be asked where it stands."""
    from pypdfium2.raw import FPDFText_GetUnicode

    count = layer.count_chars()
    text: str = layer.get_text_range(errors="replace").replace("\ufffe", HYPHEN)
    if len(text) == count:
        return text
    codes = (
        FPDFText_GetUnicode(layer, place) for place in range(count)
    )  # slower: where a character is none of the first 65,536, or left out
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _line(layer: PdfTextPage, text: str, start: int, end: int) -> Line | None:
    words = text[start:end]
    solid = words.rstrip(HYPHEN + " \t\u00a0")
    if not solid.strip():
        return None
    first = start + len(solid) - len(solid.lstrip())
    last = start + len(solid) - 1
    middle = next(place for place in range((first + last) // 2, last + 1) if not text[place].isspace())
    boxes = [layer.get_charbox(place, loose=True) for place in (first, middle, last)]
    size = sorted(box[3] - box[1] for box in boxes)[1]
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Line(_with_raised(layer, words, start), boxes[0][0], bottom, boxes[2][2], top, size)


def _with_raised(layer: PdfTextPage, words: str, start: int) -> str:
    """The words of a line, which begin at a place of the page, with digits that stand above the line written as such."""
    digits = [index for found in MARK.finditer(words) for index in range(*found.span())]
    letters = [index for index, letter in enumerate(words) if letter.isalpha() and letter not in "gjpqy"] if digits else []
    if not letters:
        return words
    boxes = [layer.get_charbox(start + index) for index in letters[:NEAR] + letters[NEAR:][-NEAR:]]
    floor = sorted(box[1] for box in boxes)[len(boxes) // 2]
    height = max(box[3] - box[1] for box in boxes)
    raised = list(words)
    for index in digits:
        _, low, _, high = layer.get_charbox(start + index)
        if low > floor + LIFT * height and high - low < LOW * height:
            raised[index] = as_raised(words[index])
    return "".join(raised)


def _same_line(before: Line, after: Line) -> bool:
    """Whether pdfium parted what stands on one line: beside it, at the same height."""
    shared = min(before.top, after.top) - max(before.bottom, after.bottom)
    touching = -0.3 * before.size <= after.left - before.right <= 0.6 * before.size
    return shared > 0.5 * min(before.size, after.size) and touching and not before.hyphenated


def _merged(before: Line, after: Line) -> Line:
    size = max(before.size, after.size)
    bottom, top = min(before.bottom, after.bottom), max(before.top, after.top)
    raised = after.bottom > before.bottom + LIFT * before.size and after.size < LOW * before.size
    words = as_raised(after.text) if raised and MARK.fullmatch(after.text.strip()) else after.text
    space = " " if after.left - before.right > WORDS_APART * size and not before.text.endswith(" ") else ""
    return Line(before.text + space + words, before.left, bottom, max(before.right, after.right), top, size)
