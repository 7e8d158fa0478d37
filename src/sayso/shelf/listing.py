"""Lists of things that a filter let through: as values, as a table, and as lines of the exchange format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.records.claim import Claim
from sayso.records.document import Document
from sayso.shelf.facets import chosen
from sayso.shelf.filters import Filter
from sayso.shelf.flat import grid_of
from sayso.shelf.grid import Grid
from sayso.shelf.portraits import cited
from sayso.shelf.views import Shelf
from sayso.tell.jsonl import Sheets
from sayso.tell.rows import Record, problem_row

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")


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


def _key(thing: Any) -> str:
    return str(thing.sha256 if hasattr(thing, "sha256") else thing.id)
