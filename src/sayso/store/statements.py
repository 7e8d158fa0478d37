"""Pieces of statements with which all tables are asked and filled."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, or_, select

from sayso.store.rows import Cells, as_json


def one_of(column: Column[str], wanted: Collection[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these: they go in as one JSON array, so that any number of them is one statement with one plan."""
    whole, cut = ([one for one in wanted if ("\0" in one) is zero] for zero in (False, True))  # SQLite ends a text of JSON at a zero
    each = func.json_each(as_json(sorted(whole))).table_valued("value")
    among = column.in_(select(each.c.value))
    return or_(among, column.in_(cut)) if cut else among


def fill(connection: Connection, table: Table, cells: Sequence[Cells]) -> None:
    """Adds rows, if there are any."""
    if cells:
        connection.execute(insert(table), cells)


def refill(connection: Connection, table: Table, cells: Sequence[Cells]) -> None:
    """Puts these rows in place of all that the table has."""
    connection.execute(delete(table))
    fill(connection, table, cells)


def pairs(connection: Connection, key: Column[str], value: Column[str], *where: ColumnElement[bool]) -> dict[str, str]:
    """What stands in one column by what stands in the other, in the order of that."""
    return {row[0]: row[1] for row in connection.execute(select(key, value).where(*where).order_by(key)).all()}


def grouped(
    connection: Connection, key: ColumnElement[str], value: ColumnElement[str], *where: ColumnElement[bool]
) -> dict[str, list[str]]:
    """All that stands in one column by what stands in the other, both in order."""
    result: dict[str, list[str]] = {}
    for row in connection.execute(select(key, value).where(*where).order_by(key, value)).all():
        result.setdefault(row[0], []).append(row[1])
    return result
