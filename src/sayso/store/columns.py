"""The columns of which the tables of a ledger are made, each with what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CheckConstraint, Column, Float, Index, Integer, Text, text


def words(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    """A text."""
    return Column(name, Text, nullable=null, primary_key=key, comment=comment)


def whole(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    """A whole number."""
    return Column(name, Integer, nullable=null, primary_key=key, autoincrement=False, comment=comment)


def number(name: str, comment: str) -> Column[Any]:
    """A number that need not be whole, or nothing."""
    return Column(name, Float, comment=comment)


def record(of: str) -> Column[Any]:
    """The whole record as JSON."""
    return words("record", f"The whole {of} as JSON.")


def order(key: bool = True) -> Column[Any]:
    """In which place a row was given."""
    return whole("ordinal", "Its place in the order in which it was given, from 0.", key=key)


def span(of: str, null: bool = False) -> tuple[Column[Any], Column[Any], CheckConstraint]:
    """Where something begins and ends."""
    start = whole("start", f"Where {of} begins, in code points of the document's text.", null=null)
    end = whole("end", f"Where {of} ends: the first code point after it.", null=null)
    return start, end, CheckConstraint('start >= 0 AND start < "end"', name="span")


def days(of: str) -> tuple[Column[Any], Column[Any]]:
    """The first and the last day of something."""
    first = words("first", f"First day {of}, ISO 8601; null if not known.", null=True)
    return first, words("last", f"Last day {of}, ISO 8601; null if not known.", null=True)


def amount() -> tuple[Column[Any], ...]:
    """A number told, as the range that it leaves open."""
    return (
        number("low", "The least that the number can be; null if it is open below."),
        number("high", "The most that the number can be; null if it is open above."),
        words("unit", "What is counted or measured, as written.", null=True),
        words("qualifier", "The word that makes the number less than exact, such as at least.", null=True),
    )


def among(column: str, values: Sequence[str]) -> CheckConstraint:
    """Allows a column these values alone: one after the other, since for IN SQLite builds a table of its own at each row that is added."""
    return CheckConstraint(" OR ".join(f"\"{column}\" = '{value}'" for value in values), name=f"known_{column}")


def behind_dash(table: str, column: str) -> Index:
    """Finds a name by what stands behind its second character where that is a dash, as in an id."""
    return Index(f"{table}_by_bare_{column}", text(f"substr({column}, 3)"), sqlite_where=text(f"substr({column}, 2, 1) = '-'"))
