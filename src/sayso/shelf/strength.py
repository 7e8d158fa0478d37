"""How strong an actor is said to be: every number of its people, with who tells it and when, as a table and as a dot plot."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sayso.lang.language import load_language
from sayso.records.actor import Actor, Figure
from sayso.records.claim import Claim
from sayso.records.when import When
from sayso.shelf.extras import load_extra
from sayso.shelf.flat import CLAIMS, FIGURES, View
from sayso.shelf.grid import Cell, Grid, Holds
from sayso.shelf.views import Shelf

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

NUMBER = ("low", "high", "unit", "qualifier", "as_of_first", "as_of_last", "as_of_precision")
TOLD = ("said_first", "said_last", "said_precision", "voice", "party", "path", "quote", "id")
"""The columns of the tables `figures` and `claims` that say how many, and who says so."""
INK, FAINT = "#1f4e79", "#c9ced6"
ROW, REST, WIDTH = 0.55, 1.0, 7.2
"""Inches: the height of a row, of all that is no row, and the width of the picture. Set by eye."""
ARROW = 0.07
"""The share of the scale that an open end's arrow takes: on purpose the same for all, since it tells no length."""
SHARP = 144
"""Dots an inch: twice those that a notebook shows, for screens that can."""


@dataclass(frozen=True, slots=True, repr=False)
class Strength(Grid):
    """Numbers of an actor's people by date, one row a claim that tells one: the figure's columns, then the claim's."""

    name: str = ""

    def plot(self) -> Picture:
        """A dot plot: a row for each claim by date, with its number or range on one scale; what is open on a side ends in an arrow.

        Raises Trouble where matplotlib is not installed.
        """
        drawing: Drawing = load_extra("matplotlib.figure", "plots").Figure((WIDTH, REST + ROW * max(len(self), 1)), layout="constrained")
        axes = drawing.subplots()
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        right = 1.15 * max((end for row in rows for end in _ends(row)), default=1.0)
        for place, row in enumerate(rows):
            _draw(axes, place, row, right)
        _frame(axes, self)
        axes.set_xlim(0, right)
        return Picture(drawing)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that a notebook shows; `figure` is matplotlib's, to change or to save in any of its formats."""

    figure: Drawing

    def save(self, path: Path | str) -> Path:
        """Writes it to a file in the format of its ending (.png, .svg, .pdf)."""
        self.figure.savefig(path, dpi=SHARP)
        return Path(path)

    def _repr_png_(self) -> bytes:
        content = io.BytesIO()
        self.figure.savefig(content, format="png", dpi=SHARP)
        return content.getvalue()


def strength_of(actor: Actor, shelf: Shelf) -> Strength:
    """All numbers of an actor's people, by the day for which they hold, else on which they were told; the undated last."""
    people = frozenset(load_language("en").rules("strength")["people"])
    figures = [one for one in shelf.book.weighing.figures if one.subject == actor.id and _counts(one, people)]
    told = [(one, shelf.index.claims[ident]) for one in figures for ident in one.claims if ident in shelf.index.claims]
    told.sort(key=lambda one: (_day(one[0].as_of or one[1].said), one[1].span.doc, one[1].span.start))
    rows = tuple((*_cells(FIGURES, NUMBER, figure, shelf), *_cells(CLAIMS, TOLD, claim, shelf)) for figure, claim in told)
    return Strength((*NUMBER, *TOLD), rows, actor.name, holds=(*_holds(FIGURES, NUMBER), *_holds(CLAIMS, TOLD)))


def _counts(figure: Figure, people: frozenset[str]) -> bool:
    """Whether a number is one of people: by the last word of its unit ("foreign fighters")."""
    return figure.incident is None and figure.amount.unit.casefold().rpartition(" ")[2] in people


def _day(when: When | None) -> date:
    return when.first if when else date.max


def _cells(view: View, names: tuple[str, ...], thing: Figure | Claim, shelf: Shelf) -> tuple[Cell, ...]:
    columns = {column.name: column for column in view.columns}
    return tuple(columns[name].get(thing, shelf) for name in names)


def _holds(view: View, names: tuple[str, ...]) -> tuple[Holds, ...]:
    columns = {column.name: column for column in view.columns}
    return tuple(columns[name].holds for name in names)


def _draw(axes: Axes, place: int, row: dict[str, Cell], right: float) -> None:
    """One number: a dot, a line between two, or an arrow from the one end that is known; words where none is. `right` ends the scale."""
    known = _ends(row)
    if not known:
        axes.annotate(str(row["qualifier"]), (0.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=8, color=INK)
        return
    axes.plot(known, [place] * len(known), "o-", color=INK, linewidth=2, markersize=7)
    if row["low"] is None or row["high"] is None:
        tip = max(known[0] - ARROW * right, 0) if row["low"] is None else known[0] + ARROW * right
        axes.annotate("", (tip, place), xytext=(known[0], place), arrowprops={"arrowstyle": "->", "color": INK, "linewidth": 2})
    side: Literal["left", "right"] = "left" if known[0] < right / 2 else "right"
    at = known[0] if side == "left" else known[-1]
    axes.annotate(_number(row), (at, place), xytext=(0, 8), textcoords="offset points", ha=side, fontsize=8, color=INK)


def _ends(row: dict[str, Cell]) -> list[float]:
    """The ends of a range that are known."""
    return [float(end) for end in (row["low"], row["high"]) if end is not None]


def _number(row: dict[str, Cell]) -> str:
    ends = [f"{end:,g}" for end in dict.fromkeys((row["low"], row["high"])) if end is not None]
    return f"{row['qualifier']} {'–'.join(ends)}".strip()


def _frame(axes: Axes, table: Strength) -> None:
    """The scale, the names of those who tell the numbers, and the days."""
    labels = [f"{voice}\n{first or said or 'undated'} · {path}" for voice, first, said, path in zip(*map(table.column, (
        "voice", "as_of_first", "said_first", "path")), strict=True)]  # fmt: skip
    axes.set_yticks(range(len(labels)), labels, fontsize=8)
    axes.set_ylim(max(len(labels), 1) - 0.4, -0.6)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.grid(axis="x", color=FAINT, linewidth=0.6)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(f"How strong is {table.name}? Who says so, and when", loc="left", fontsize=10)
