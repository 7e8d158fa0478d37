"""Puts the lines of a PDF's pages together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from sayso.lang.hyphens import keeps_hyphen, words_of
from sayso.read.pdf_lines import HYPHEN, Line
from sayso.read.raised import DIGITS

EDGE = 3
"""Lines at the top and at the bottom of a page that can be a running head or foot."""
CLEAR = 0.9
"""Heights of a line that a running head or foot stands away from the text, at the least."""
REPEATED = 0.4
"""Share of the pages, and at least three, on which a line at the edge stands again to be one: left and right pages can differ."""
NUMBER = re.compile(r"[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
LINE = 40
"""Characters: what is shorter is a heading or a cell of a table, and no sentence that goes on."""
ENDED = re.compile(rf"[.!?:;…][\"'”’»)\]]*[{DIGITS}\s]*$")
NOTE = re.compile(rf"^[{DIGITS}]+\s*(?=\S)")
SHORT = 0.85
"""A line that ends before this part of the width of its column, with its sentence ended, is the last of its paragraph."""
APART = 0.6
"""Gap to the line above, in heights of a line beyond the usual gap, that begins a paragraph."""
INDENT = 0.8
"""Heights of a line by which the first line of a paragraph is set in."""
OTHER_SIZE = 0.12
"""Difference in the size of letters, as a share, that parts headings and notes from the text."""


def flow(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of all pages in order; the first one that begins on a page begins with a form feed.

    A running head is kept where it stands first, and left out where it is repeated. Notes come after the paragraph above them.
    """
    running = _running(pages)
    words = words_of("\n".join(line.text for page in pages for line in page))
    told: set[str] = set()
    result: list[str] = []
    mark = ""
    for page in pages:
        edge = _at_edge(page)
        kept = [line for at, line in enumerate(page) if not ((at in edge or len(page) == 1) and _left_out(line, running, told))]
        for block in _blocks(kept):
            mark = "" if _append(result, _joined([line.text for line in block], words), words, mark) else mark
        mark = "\f" if result else ""
    return [text.replace(HYPHEN, "-") for text in result]


def _append(result: list[str], text: str, words: Counter[str], mark: str) -> bool:
    """Adds a paragraph with a mark before it, and tells so; or puts it to the one that it goes on from, past the notes between them."""
    before = next((at for at in range(len(result) - 1, -1, -1) if not NOTE.match(result[at].lstrip("\f"))), None)
    if before is None or NOTE.match(text) or not _goes_on(result[before], text):
        result.append(mark + text)
        return True
    cut = result[before].endswith(HYPHEN)
    result[before] = _one_word(result[before].removesuffix(HYPHEN), text, words) if cut else f"{result[before]} {text}"
    return False


def _goes_on(before: str, after: str) -> bool:
    """Whether a paragraph ends inside a sentence, and another begins inside one."""
    return before.endswith(HYPHEN) or (len(before) >= LINE and not ENDED.search(before) and after[:1].islower())


def _at_edge(page: Sequence[Line]) -> frozenset[int]:
    """Which lines stand at the top or the bottom of a page, away from the others; none where there are no others."""
    found: set[int] = set()
    downwards = sorted(range(len(page)), key=lambda at: (-page[at].top, at))
    for order in (downwards, downwards[::-1]):
        for count in range(1, min(EDGE, len(order) - 1) + 1):
            inner, outer = page[order[count]], page[order[count - 1]]
            gap = max(outer.bottom - inner.top, inner.bottom - outer.top)
            if gap > CLEAR * outer.size:
                found.update(order[:count])
                break
    return frozenset(found)


def _left_out(line: Line, running: frozenset[str], told: set[str]) -> bool:
    shape = _shape(line)
    repeated = shape in told
    if shape in running:
        told.add(shape)
    return repeated or bool(NUMBER.fullmatch(line.text))


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The shapes of lines that stand at the edges of many pages."""
    counts = Counter(shape for page in pages for shape in {_shape(page[at]) for at in _at_edge(page)})
    least = max(3, REPEATED * len(pages))
    return frozenset(shape for shape, count in counts.items() if count >= least or (count == len(pages) == 2 and shape.strip("# ")))


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page, parted into paragraphs."""
    gaps = [above.bottom - below.top for above, below in pairwise(lines) if _column(above, below)]
    usual = median(gaps) if gaps else 0.0
    blocks: list[list[Line]] = []
    edges: dict[tuple[float, float], float] = {}
    for line in lines:
        last = blocks[-1][-1] if blocks else line
        if (column := (last.left, last.size)) not in edges:
            edges[column] = _edge(lines, last)
        if blocks and not _begins(blocks[-1], line, usual, edges[column]):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _column(above: Line, below: Line) -> bool:
    """Whether one line stands below the other in one column."""
    return below.top < above.top - 0.3 * above.size and below.left < above.right and above.left < below.right


def _edge(lines: Iterable[Line], last: Line) -> float:
    """Where the lines of the column of a line end: four of five of those that begin where it does end before this."""
    beside = sorted(line.right for line in lines if abs(line.left - last.left) < 2 * last.size and abs(line.size - last.size) < 1)
    return beside[(4 * len(beside)) // 5] if len(beside) > 4 else beside[-1]


def _begins(block: Sequence[Line], line: Line, usual: float, edge: float) -> bool:
    """Whether a line begins a new paragraph after those of the block."""
    last, first = block[-1], block[0]
    if NOTE.match(line.text) or line.cells or last.cells:
        return True
    if last.hyphenated:
        return False
    if abs(line.size - last.size) > OTHER_SIZE * max(line.size, last.size):
        return True
    ended = bool(ENDED.search(last.text))
    if not _column(last, line):  # the next column, or a cell of a table
        return ended or not line.text[:1].islower()
    if last.bottom - line.top > usual + APART * last.size:
        return True
    short = last.right < last.left + SHORT * (edge - min(first.left, last.left))
    indented = line.left > last.left + INDENT * last.size and ended
    return (short and (ended or not line.text[:1].islower())) or indented


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    """Lines as one text; a hyphen at the end of the last one stays marked."""
    text = lines[0].lstrip()
    for line in lines[1:]:
        if text.endswith(HYPHEN):
            text = _one_word(text.removesuffix(HYPHEN), line.lstrip(), words)
        else:
            text = f"{text.rstrip()} {line.lstrip()}"
    return " ".join(NOTE.sub(lambda mark: mark.group().strip() + " ", text, count=1).split())


def _one_word(before: str, after: str, words: Counter[str]) -> str:
    """Two halves of a word that a line end cut, put together."""
    left = re.search(r"[^\W\d_]*$", before)
    right = re.match(r"[^\W\d_]*", after)
    hyphen = "-" if keeps_hyphen(left.group() if left else "", right.group() if right else "", words) else ""
    return before + hyphen + after
