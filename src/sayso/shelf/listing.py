"""Lists of things that a filter let through: as values, as a table, and as lines of the exchange format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.records.claim import Claim
from sayso.records.count import many
from sayso.records.document import Document
from sayso.shelf.facets import chosen
from sayso.shelf.filters import Filter
from sayso.shelf.flat import VIEWS, grid_of
from sayso.shelf.grid import Cell, Grid
from sayso.shelf.portraits import cited
from sayso.shelf.views import Shelf
from sayso.tell.jsonl import Sheets
from sayso.tell.rows import Record, problem_row

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")
PRINTED: Mapping[str, tuple[str, ...]] = {
    "incidents": ("first", "slug", "status", "claim_count", "id"),
    "claims": ("party", "act", "quote", "id"),
    "actors": ("name", "kind", "side", "id"),
    "documents": ("path", "published_first", "title"),
    "disputes": ("about", "question", "value", "holders"),
    "pledges": ("said_first", "kind", "name", "content", "status"),
    "works": ("author", "title", "publisher", "path"),
    "problems": ("step", "doc", "message"),
}
"""The columns that are printed where nobody asked for all of them."""
WIDE = 48
"""Letters after which a cell is cut there. Set by eye."""


class Listing(list[T]):
    """Things of one kind in their order. A list, that can also be had as a table with one explained column a fact."""

    def __init__(self, things: Iterable[T], what: str, shelf: Shelf) -> None:
        super().__init__(things)
        self.what, self.shelf = what, shelf

    def grid(self) -> Grid:
        """As a table, with the columns of docs/tables.md."""
        return grid_of(self.shelf, self.what, self)

    def df(self) -> pandas.DataFrame:
        """As a pandas DataFrame. Raises Trouble where pandas is not installed."""
        return self.grid().df()

    def pl(self) -> polars.DataFrame:
        """As a polars DataFrame. Raises Trouble where polars is not installed."""
        return self.grid().pl()

    def arrow(self) -> pyarrow.Table:
        """As an Arrow table. Raises Trouble where pyarrow is not installed."""
        return self.grid().arrow()

    def sql(self) -> str:
        """What stands for this list in the FROM of a question to `Ledger.sql`: the name of its view, or the chosen rows of it."""
        rows = self.grid()
        if len(rows) == len(VIEWS[self.what].grid(self.shelf)):
            return self.what
        key = rows.columns[0] if "id" not in rows.columns else "id"
        chosen = ", ".join("'" + str(ident).replace("'", "''") + "'" for ident in dict.fromkeys(rows.column(key)))
        return f"(select * from {self.what} where {key} in ({chosen}))"

    def __repr__(self) -> str:
        rows = self.grid()
        kept = [rows.columns.index(name) for name in PRINTED[self.what]]
        told = Grid(PRINTED[self.what], tuple(tuple(shortened(row[place]) for place in kept) for row in rows))
        return f"{many(len(self), self.what.removesuffix('s'))}\n{told!r}" if self else f"no {self.what}"

    def _repr_html_(self) -> str:
        return self.grid()._repr_html_()


def listed(shelf: Shelf, what: str, asked: Filter) -> Listing[Any]:
    """The things of one list ("incidents", "claims" …) that the filter lets through. Claims have their documents at hand."""
    things = chosen(shelf, what, asked)
    return Listing([cited(thing, shelf) for thing in things] if what == "claims" else things, what, shelf)


def exchange_rows(shelf: Shelf, what: str, things: Sequence[Any]) -> list[Record]:
    """The lines of the exchange format for some things of one list, in their order; what does not stand in its document is left out."""
    if what == "problems":
        return [problem_row(problem) for problem in things]
    rows = {_key(row): row for row in Sheets(shelf.index).all()[what]}
    return [rows[_key(thing)] for thing in things if _key(thing) in rows]


def kind_of(item: object) -> str:
    """The list in which an item stands."""
    if isinstance(item, Claim):
        return "claims"
    return "documents" if isinstance(item, Document) else f"{type(item).__name__.lower()}s"


def shortened(cell: Cell) -> Cell:
    """A cell as it is printed: a long text in one line, cut."""
    words = " ".join(str(cell).split())
    return f"{words[:WIDE]}…" if isinstance(cell, str) and len(words) > WIDE else cell


def _key(thing: Any) -> str:
    return str(thing.sha256 if hasattr(thing, "sha256") else thing.id)
