"""Lines of a PDF page whose parts stand wide apart: two columns that were set row by row, or the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from sayso.read.files import CELLS
from sayso.read.pdf_lines import Line

ALIGNED = 3.0
"""Points by which the parts of two rows that stand below each other can begin apart."""
LEAST = 3
"""Rows from which on parts below each other are columns of text."""
PROSE = 20
"""Characters of a part, in the middle of all, from which on it is text and no cell of a table."""

Row = Sequence[Line]
"""The parts of one line."""


def laid_out(rows: Sequence[Row]) -> list[Line]:
    """The lines of a page: of columns first the left one's, then the right one's; of a table a line for each row."""
    lines: list[Line] = []
    for run in _runs(rows):
        parted = [row for row in run if len(row) > 1]
        if len(parted) >= LEAST and _is_prose(parted):
            edge = parted[0][1].left - ALIGNED
            lines += [line for right in (False, True) for row in run for line in row if (line.left >= edge) == right]
        else:
            lines += [_whole(row, len(parted) > 1) for row in run]
    return lines


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows one below the other of which the parts begin at the same places; others alone."""
    run: list[Row] = []
    for row in rows:
        if run and not _fits(run, row):
            yield run
            run = []
        run.append(row)
        if len(run[0]) == 1:
            yield run
            run = []
    if run:
        yield run


def _fits(run: Sequence[Row], row: Row) -> bool:
    """Whether a row has a part that begins where a later one of the run's first row does, or stands alone in one of two columns."""
    first = run[0]
    later = any(abs(line.left - other.left) <= ALIGNED for line in row[1:] for other in first[1:])
    alone = len(row) == 1 and len(first) == 2 and (abs(row[0].left - first[1].left) <= ALIGNED or row[0].right < first[1].left)
    return later or alone


def _is_prose(rows: Sequence[Row]) -> bool:
    return all(len(row) == 2 for row in rows) and all(median(len(row[side].text) for row in rows) >= PROSE for side in (0, 1))


def _whole(row: Row, table: bool) -> Line:
    """The parts of a row as one line."""
    if len(row) == 1:
        return row[0]
    text = (CELLS if table else " ").join(line.text.strip() for line in row)
    bottom, top = min(line.bottom for line in row), max(line.top for line in row)
    return replace(row[0], text=text, right=row[-1].right, bottom=bottom, top=top, cells=table)
