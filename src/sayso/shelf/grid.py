"""A plain table of values, as questions in SQL and listings give it: printed as text, shown in a notebook, or made a DataFrame."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal

from sayso.records.trouble import Trouble
from sayso.shelf.extras import load_extra

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Cell = str | int | float | None
"""What a table holds; None is what is not known."""
Holds = Literal["text", "whole", "number"]
"""What the cells of one column are."""
SHOWN = 20
"""Rows that are shown where nobody asked for all of them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under named columns. `len`, iteration and `[n]` give rows, `column` one column.

    `holds` says what each column holds, where that is settled beforehand and not to be seen from the values alone.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    holds: tuple[Holds, ...] = field(default=(), kw_only=True, repr=False, compare=False)

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
        """As a pandas DataFrame; whole numbers stay whole (Int64) where some are missing. Raises Trouble where pandas is not installed."""
        frame: pandas.DataFrame = load_extra("pandas", "frames").DataFrame.from_records(list(self.rows), columns=list(self.columns))
        return frame.astype({name: "Int64" for name, holds in zip(self.columns, self.holds, strict=False) if holds == "whole"})

    def pl(self) -> polars.DataFrame:
        """As a polars DataFrame. Raises Trouble where polars is not installed, or a column holds both texts and numbers."""
        pl = load_extra("polars", "frames")
        types = {"text": pl.String, "whole": pl.Int64, "number": pl.Float64}
        frame: polars.DataFrame = pl.DataFrame([pl.Series(name, cells, types[holds]) for name, holds, cells in self._typed()])
        return frame

    def arrow(self) -> pyarrow.Table:
        """As an Arrow table, for Parquet and for other programs. Raises Trouble as `pl` does."""
        pa = load_extra("pyarrow", "frames")
        types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
        return pa.table({name: pa.array(cells, types[holds]) for name, holds, cells in self._typed()})

    def _typed(self) -> Iterator[tuple[str, Holds, list[Cell]]]:
        """Each column with what it holds. Raises Trouble where it holds no one thing, or shares its name."""
        for place, name in enumerate(self.columns):
            if name in self.columns[:place]:
                raise Trouble(f"two columns are called `{name}`", "name one of them otherwise, with AS in SQL")
            cells = [row[place] for row in self.rows]
            yield name, self.holds[place] if self.holds else _seen(name, cells), cells

    def _left_out(self) -> list[str]:
        return [f"… and {len(self.rows) - SHOWN} more rows"] if len(self.rows) > SHOWN else []


def _shown(cell: Cell) -> str:
    """A cell on one line."""
    return "" if cell is None else " ".join(str(cell).split())


def _seen(name: str, cells: list[Cell]) -> Holds:
    """What a column holds by its cells; text where none is known."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds <= {str}:
        return "text"
    if not kinds <= {int, float}:
        raise Trouble(f"column `{name}` holds both texts and numbers", "make them one kind, with CAST in SQL")
    return "whole" if kinds == {int} else "number"
