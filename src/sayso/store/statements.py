"""Pieces of statements with which all tables are asked and filled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from itertools import chain, islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    Select,
    String,
    Table,
    bindparam,
    delete,
    or_,
    select,
)
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from sayso.store.rows import Cells, as_json

PART = 10_000
"""Rows that are handed to the driver at once: with more the time is the same."""


Answer = tuple[Any, ...]
"""The cells of a row."""
SQLITE = dialect(paramstyle="qmark")
WANTED = bindparam("wanted", type_=String())


class _Among(FunctionElement[Any]):
    """Whether the first thing is an item of the JSON array that the second one holds; made in a fraction of the time of a subquery."""

    inherit_cache = True
    type = NullType()  # as a Boolean it would be compared with 1, and no index be used


@compiles(_Among)
def _compile_among(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, array = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({array}))"


def _apart(wanted: Collection[str]) -> tuple[list[str], list[str]]:
    """What can go in as one JSON array, and what cannot: SQLite ends a text of JSON at a zero."""
    return [one for one in wanted if "\0" not in one], [one for one in wanted if "\0" in one]


Among = Callable[[Column[str]], ColumnElement[bool]]
"""Gives the condition that a column holds one of the values that are asked for."""


class Question:
    """A statement about the rows that hold one of some values: made up once, as that takes twice as long as to have it answered.

    The values go in as one JSON array, so that any number of them is one statement with one plan. What else the statement leaves open it
    names by `bindparam`.
    """

    def __init__(self, said: Callable[[Among], Select[*tuple[Any, ...]] | Delete]) -> None:
        self._said = said

    def ask(self, connection: Connection, wanted: Collection[str], **given: str) -> list[Answer]:
        """The rows that answer it for these values."""
        whole, cut = _apart(wanted)
        asked = {"wanted": as_json(sorted(whole)), **given}
        if cut:
            either = self._said(lambda column: or_(_Among(column, WANTED), column.in_(cut)))
            found = connection.execute(either, asked)
            return [tuple(row) for row in found] if found.returns_rows else []
        words, marks, known = self._words
        return told(connection, words, [asked.get(mark, known.get(mark)) for mark in marks])

    @cached_property
    def _words(self) -> tuple[str, Sequence[str], Mapping[str, Any]]:
        """The statement for the driver, what is to be put at its marks, and what is known of that already."""
        made = self._said(lambda column: _Among(column, WANTED)).compile(dialect=SQLITE)
        return str(made), made.positiontup or (), made.params


def told(connection: Connection, statement: str, given: Sequence[object] = ()) -> list[Answer]:
    """The rows with which the driver itself answers: by way of SQLAlchemy a short answer takes ten times as long."""
    answer: list[Answer] = _driver(connection).execute(statement, given).fetchall()
    return answer


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def fill(connection: Connection, table: Table, cells: Iterable[Cells]) -> None:
    """Adds rows, if there are any, all with the same cells: handed to the driver as they are, which takes half the time of millions.

    They go in by parts, so that those of a large ledger are never all held.
    """
    rows = iter(cells)
    for first in islice(rows, 1):
        names = tuple(first)
        put(connection, _insertion(table, names), (tuple(map(row.__getitem__, names)) for row in chain((first,), rows)))


def put(connection: Connection, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Runs a statement for each row of what is to be put at its marks, by parts."""
    given = iter(rows)
    while part := list(islice(given, PART)):
        _driver(connection).executemany(statement, part)


@cache
def _insertion(table: Table, names: tuple[str, ...]) -> str:
    """The statement that adds a row of these cells, with marks for them in this order."""
    columns = ", ".join(f'"{table.c[name].name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'


def refill(connection: Connection, table: Table, cells: Iterable[Cells]) -> None:
    """Puts these rows in place of all that the table has."""
    connection.execute(delete(table))
    fill(connection, table, cells)


@contextmanager
def unindexed(connection: Connection, table: Table) -> Iterator[None]:
    """Takes the indexes of a table off while it is filled anew: to make them of what is in it takes less time than to keep them up."""
    for index in table.indexes:
        index.drop(connection)
    yield
    for index in table.indexes:
        index.create(connection)


def side_by_side(key: Column[str], value: Column[str]) -> Select[str, str]:
    """Asks what stands in one column beside what stands in the other, both in order."""
    return select(key, value).order_by(key, value)


def pairs(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """The second cell of each row by its first."""
    return {row[0]: row[1] for row in rows}


def grouped(rows: Iterable[Sequence[Any]]) -> dict[str, list[str]]:
    """All second cells by the first, in the order of the rows."""
    result: dict[str, list[str]] = {}
    for row in rows:
        result.setdefault(row[0], []).append(row[1])
    return result
