"""The ledger in one SQLite file: one writer, and any number of readers beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from sqlalchemy import func, select

from sayso.records.claim import Finding
from sayso.records.problem import Problem, Step
from sayso.records.trouble import Exit, Trouble
from sayso.store import problems, search, tables
from sayso.store.beside import BesideTables
from sayso.store.found import FoundTables
from sayso.store.names import NameTables
from sayso.store.seal import forget_seal
from sayso.store.settled import SettledTables
from sayso.store.statements import put, told
from sayso.store.store import Hit, SchemaChanged
from sayso.store.workings import WorkingTables


class SqliteStore(FoundTables, SettledTables, WorkingTables, NameTables, BesideTables):
    """A `Store` in an SQLite file; see `SqliteFile` for how it is opened, and what that raises."""

    def keep_problems(self, step: Step, met: Sequence[Problem]) -> None:
        """Keeps a step's problems, in place of those that it had before; `link`'s are those that the linking holds."""
        with self._transaction() as connection:
            problems.keep(connection, step, met)

    def problems(self) -> list[Problem]:
        """All problems kept: those of each step, of the linking and of the findings, each once, by document, place and step."""
        table = tables.findings
        with self._transaction() as connection:
            records = connection.execute(select(table.c.record).order_by(table.c.doc, table.c.finder)).scalars()
            found = [problem for record in records for problem in msgspec.json.decode(record, type=Finding).problems]
            both = dict.fromkeys([*problems.kept(connection), *found])
        return sorted(both, key=lambda problem: (problem.doc, problem.start or 0, problem.step, problem.code, problem.message))

    def problems_of(self, step: Step) -> list[Problem]:
        """The problems that a step has, in the order in which it met them."""
        with self._transaction() as connection:
            return problems.kept(connection, step)

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words; words in double quotes must stand together."""
        with self._transaction() as connection:
            return search.find(connection, query, limit)

    def counts(self) -> dict[str, int]:
        """How many rows each table has; of claims, how many are shown; and how many incidents are contested."""
        with self._transaction() as connection:
            rows_of = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables.metadata.sorted_tables
            }
            status = tables.incidents.c.status
            contested = connection.execute(select(func.count()).where(status == "contested")).scalar_one()
            return rows_of | {"claims": connection.execute(search.COUNT_CLAIMS).scalar_one(), "contested": contested}

    def stamp(self, name: str) -> str | None:
        """A short note about the whole, such as the key of the finder used; None if never set."""
        with self._transaction() as connection:
            found = told(connection, "SELECT value FROM stamps WHERE name = ?", (name,))
        return str(found[0][0]) if found else None

    def set_stamp(self, name: str, value: str) -> None:
        """Sets such a note."""
        with self._transaction() as connection:
            put(connection, "INSERT OR REPLACE INTO stamps (name, value) VALUES (?, ?)", [(name, value)])


def set_up(path: Path) -> bool:
    """Whether anything was ever kept in this file; not where its first writer was stopped before it had set the file up."""
    try:
        SqliteStore(path, read_only=True).close()
    except Trouble as trouble:
        return trouble.code != Exit.NOT_FOUND
    return True


def open_store(path: Path, read_only: bool, tell: Callable[[str], None]) -> SqliteStore:
    """The store in this file; for a writer an older or damaged one is made anew, and `tell` is told so."""
    try:
        return SqliteStore(path, read_only)
    except SchemaChanged as changed:
        if read_only:
            raise
        tell(f"{changed.message.replace(str(path), f'{path.parent.name}/{path.name}')}; it is made again")
        forget(path)
        return SqliteStore(path)


def forget(path: Path) -> None:
    """Deletes the file with what SQLite keeps beside it; all that was in it can be made again."""
    forget_seal(path)
    for ending in ("", "-wal", "-shm"):  # the file first: SQLite throws away a log that it finds without one
        path.with_name(path.name + ending).unlink(missing_ok=True)
