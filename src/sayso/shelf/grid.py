"""A plain table of values, as questions in SQL and listings give it: printed as text, shown in a notebook, or made a DataFrame."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sayso.records.trouble import Trouble

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | None
"""What a table holds; None is what is not known."""
SHOWN = 20
"""Rows that are shown where nobody asked for all of them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under named columns. `len`, iteration and `[n]` give rows, `column` one column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __getitem__(self, number: int) -> tuple[Cell, ...]:
        return self.rows[number]

    def __repr__(self) -> str:
        texts = [self.columns, *(tuple(map(_shown, row)) for row in self.rows[:SHOWN])]
        widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in texts]
        return "\n".join([*lines, *self._left_out()])

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join("<tr>" + "".join(f"<td>{escape(_shown(cell))}</td>" for cell in row) + "</tr>" for row in self.rows[:SHOWN])
        more = "".join(f"<p>{line}</p>" for line in self._left_out())
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def column(self, name: str) -> list[Cell]:
        """The values of one column. Raises KeyError for a name that is none of the columns."""
        if name not in self.columns:
            raise KeyError(name)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def csv(self) -> str:
        """As comma-separated values with a header (RFC 4180 but for line ends, which are plain); empty where nothing is known."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()

    def df(self) -> pandas.DataFrame:
        """As a pandas DataFrame. Raises Trouble where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise Trouble("pandas is not installed", "install it with `pip install 'sayso[frames]'`") from None
        return pandas.DataFrame.from_records(list(self.rows), columns=list(self.columns))

    def _left_out(self) -> list[str]:
        return [f"… and {len(self.rows) - SHOWN} more rows"] if len(self.rows) > SHOWN else []


def _shown(cell: Cell) -> str:
    """A cell on one line."""
    return "" if cell is None else " ".join(str(cell).split())
