"""Answers questions in SQL, over the flat tables of a ledger and nothing else: no question can change a thing."""

from __future__ import annotations

import difflib
import re
import sqlite3
import time
from collections.abc import Callable

from sayso.records.trouble import Trouble
from sayso.shelf.flat import VIEWS, View
from sayso.shelf.grid import Grid
from sayso.shelf.views import Shelf

LIMIT = 60.0
"""Seconds that one question may take."""
STEPS = 100_000
"""Instructions of SQLite between two looks at the clock."""
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
KINDS = {"text": "TEXT", "whole": "INTEGER", "number": "REAL"}


def ask(shelf: Shelf, question: str, limit: float = LIMIT) -> Grid:
    """The answer to one SELECT. Raises Trouble for anything else, for what SQL does not understand, and after `limit` seconds.

    Each question has tables of its own in memory, filled with what it names, so that it sees claims as people corrected them.
    """
    database = sqlite3.connect(":memory:")
    try:
        for view in VIEWS.values():
            _lay_out(database, view, shelf if re.search(rf"\b{view.name}\b", question, re.IGNORECASE) else None)
        database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in READING else sqlite3.SQLITE_DENY)
        database.set_progress_handler(_alarm(limit), STEPS)
        return _answer(database, question)
    except sqlite3.Error as error:
        raise _trouble(str(error), question, limit) from None
    finally:
        database.close()


def _answer(database: sqlite3.Connection, question: str) -> Grid:
    found = database.execute(question)
    if found.description is None:
        raise Trouble("there is no question to answer", '`sayso sql "select count(*) from claims"`')
    return Grid(tuple(column[0] for column in found.description), tuple(found.fetchall()))


def _lay_out(database: sqlite3.Connection, view: View, shelf: Shelf | None) -> None:
    """Makes the table of a view, filled if the question names it."""
    columns = ", ".join(f'"{column.name}" {KINDS[column.holds]}' for column in view.columns)
    database.execute(f'CREATE TABLE "{view.name}" ({columns})')
    if shelf is not None:
        places = ", ".join("?" * len(view.columns))
        database.executemany(f'INSERT INTO "{view.name}" VALUES ({places})', view.grid(shelf))


def _alarm(limit: float) -> Callable[[], int]:
    end = time.monotonic() + limit
    return lambda: int(time.monotonic() > end)


def _trouble(message: str, question: str, limit: float) -> Trouble:
    """What SQLite says, as one sentence with what to do."""
    if re.search("not authorized|prohibited|authorization denied", message):
        return Trouble("`sql` only answers questions; it never changes the ledger", "begin with SELECT")
    if "one statement" in message:
        return Trouble("only one question at a time", "leave out what stands behind the first semicolon")
    if message == "interrupted":
        return Trouble(f"the question took more than {limit:g} seconds", "narrow it, for example with LIMIT or WHERE")
    if found := re.match(r"no such (column|table): (?:\w+\.)?(.+)", message):
        return Trouble(f"there is no {found[1]} `{found[2]}`", _nearest(found[1], found[2], question))
    return Trouble(f"SQL does not understand that: {message}", "`sayso sql` alone lists the tables and their columns")


def _nearest(what: str, name: str, question: str) -> str:
    asked = [view for view in VIEWS.values() if re.search(rf"\b{view.name}\b", question, re.IGNORECASE)]
    known = list(VIEWS) if what == "table" else list(dict.fromkeys(column.name for view in asked for column in view.columns))
    near = difflib.get_close_matches(name, known, n=1)
    listed = ", ".join(known) or "`sayso sql` alone lists the tables"
    return f"did you mean `{near[0]}`?" if near else f"there are: {listed}"
