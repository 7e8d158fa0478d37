"""What the verbs of seeing have to give, in each of its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sayso.cli.output import Faces
from sayso.comparing import Comparison
from sayso.records.actor import Actor
from sayso.records.change import Change
from sayso.records.claim import Claim
from sayso.records.count import many
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.link import Link
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.screens import items
from sayso.screens.lists import LISTS
from sayso.screens.screen import Column, Sheet
from sayso.screens.words import flat
from sayso.settings import Settings
from sayso.shelf.directory import Item
from sayso.shelf.facets import chosen
from sayso.shelf.filters import Filter
from sayso.shelf.flat import CLAIMS, VIEWS, grid_of
from sayso.shelf.grid import Grid
from sayso.shelf.listing import exchange_rows, kind_of
from sayso.shelf.portraits import Dossier, spoken_by
from sayso.shelf.views import Shelf
from sayso.store.store import Hit

LONG = 24
"""Characters from which on a value of a table is set as running words."""


def of_list(shelf: Shelf, what: str, asked: Filter) -> Faces:
    """One of the lists, narrowed by a filter."""
    things = chosen(shelf, what, asked)
    return Faces(
        rows=lambda: exchange_rows(shelf, what, things),
        grid=lambda: grid_of(shelf, what, things),
        sheet=lambda: LISTS[what](shelf, things),
    )


def of_item(shelf: Shelf, item: Item, asked: Filter, alike: Sequence[Link] = ()) -> Faces:
    """One thing with its claims, those narrowed by a filter; an actor with others that may be the same.

    Raises Trouble where the filter lets none of the claims through.
    """
    mine = {claim.id for claim in _claims_of(shelf, item)}
    spoken = [claim for claim in chosen(shelf, "claims", asked) if claim.id in mine]
    if mine and not spoken:
        raise Trouble("no claim here fits the filter", f"it has {many(len(mine), 'claim')} without", code=Exit.NOT_FOUND)
    own = [] if isinstance(item, Claim) else exchange_rows(shelf, kind_of(item), [item])
    matrix = [Dossier(item, shelf).positions()] if isinstance(item, Incident) else []
    return Faces(
        rows=lambda: [*own, *exchange_rows(shelf, "claims", spoken), *matrix],
        grid=lambda: CLAIMS.grid(shelf, spoken),
        sheet=lambda: LISTS["claims"](shelf, spoken),
        text=lambda screen: items.item(screen, shelf, item, spoken, alike),
    )


def _claims_of(shelf: Shelf, item: Item) -> Sequence[Claim]:
    match item:
        case Claim():
            return [item]
        case Incident():
            return Dossier(item, shelf).claims()
        case Actor():
            return spoken_by(item, shelf)
        case Document():
            return [claim for claim in shelf.claims() if claim.span.doc == item.sha256]


def of_hits(hits: Sequence[Hit], paths: Mapping[str, str]) -> Faces:
    """What a search found."""
    rows = tuple((f"{hit.kind[0]}:{hit.id[:12]}", f"{paths[hit.doc]} {hit.start}–{hit.end}", flat(hit.snippet)) for hit in hits)
    return Faces(
        rows=lambda: hits,
        grid=lambda: Grid(
            ("kind", "id", "path", "start", "end", "words"),
            tuple((hit.kind, hit.id, paths[hit.doc], hit.start, hit.end, hit.snippet) for hit in hits),
        ),
        sheet=lambda: Sheet((Column("id"), Column("where"), Column("words", wide=True)), rows),
        text=None if hits else lambda _: None,
    )


def of_comparison(shelf: Shelf, found: Comparison, lay: Callable[[Shelf, Sequence[Change]], Sheet]) -> Faces:
    """What differs between two states of the ledger, laid out as the verb has it."""
    return Faces(
        rows=lambda: found.changes, grid=found.grid, sheet=lambda: lay(shelf, found.changes), text=None if found else lambda _: None
    )


def of_grid(grid: Grid) -> Faces:
    """A table of values."""
    rows = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in grid.rows)
    columns = tuple(Column(name, wide=any(len(row[number]) > LONG for row in rows)) for number, name in enumerate(grid.columns))
    return Faces(
        rows=lambda: [dict(zip(grid.columns, row, strict=True)) for row in grid.rows],
        grid=lambda: grid,
        sheet=lambda: Sheet(columns, rows),
    )


def explained() -> Grid:
    """Which tables can be asked in SQL, with their columns."""
    columns = ((view, column) for view in VIEWS.values() for column in view.columns)
    rows = tuple((view.name, column.name, column.holds, column.meaning) for view, column in columns)
    return Grid(("table", "column", "holds", "meaning"), rows)


def of_settings(settings: Settings) -> Faces:
    """Each setting with its value and where that comes from."""
    return of_grid(Grid(("key", "value", "from"), settings.came_from))


def of_counts(told: str, name: str, counts: Mapping[str, int]) -> Faces:
    """What a ledger holds, counted; `told` says the same in words."""
    grid = Grid(("name", *counts), ((name, *counts.values()),))
    return Faces(lambda: [{"name": name, **counts}], lambda: grid, of_grid(grid).sheet, lambda screen: screen.say(told))


def of_problems(found: Sequence[Problem], shelf: Shelf) -> Faces:
    """What a check found."""
    return Faces(
        rows=lambda: exchange_rows(shelf, "problems", found),
        grid=lambda: VIEWS["problems"].grid(shelf, found),
        sheet=lambda: LISTS["problems"](shelf, found),
        text=lambda _: None,
    )
