"""What linking and weighing keep for themselves, found by its marks, as tables keep it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete, select, text

from sayso.records.worked_out import Working
from sayso.store import rows, tables
from sayso.store.file import SqliteFile
from sayso.store.statements import fill, grouped, one_of

OF_DOCS = text(
    "SELECT key, doc, record FROM workings INDEXED BY workings_by_doc WHERE kind = :kind AND doc IN (SELECT value FROM json_each(:docs))"
)
"""The workings of documents. SQLite is told by which index, else it goes through all of a kind: it does not know how many these are."""


class WorkingTables(SqliteFile):
    """The part of a `Store` that keeps workings."""

    def keep_workings(self, kind: str, gone: Collection[str] | None, come: Iterable[Working]) -> None:
        """Keeps workings in place of those of these keys, or of all of their kind for None, and of those that have their keys."""
        fresh = list(come)
        if gone is not None and not gone and not fresh:
            return
        with self._transaction() as connection:
            for table in (tables.workings, tables.marks):
                those = () if gone is None else (one_of(table.c.key, {*gone, *(working.key for working in fresh)}),)
                connection.execute(delete(table).where(table.c.kind == kind, *those))
            fill(connection, tables.workings, rows.working_rows(kind, fresh))
            fill(connection, tables.marks, rows.mark_rows(kind, fresh))

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> list[Working]:
        """The workings of a kind: all, those of these keys, those of these documents, in the order of their keys.

        They come without their marks where these are not asked for.
        """
        if any(wanted is not None and not wanted for wanted in (keys, docs)):
            return []
        table, bearing = tables.workings, tables.marks
        asked = select(table.c.key, table.c.doc, table.c.record).where(table.c.kind == kind)
        with self._transaction() as connection:
            if docs is not None:
                of_docs = connection.execute(OF_DOCS, {"kind": kind, "docs": rows.as_json(sorted(docs))})
                found = sorted(row for row in of_docs if keys is None or row.key in keys)
            else:
                found = sorted(connection.execute(asked if keys is None else asked.where(one_of(table.c.key, keys))).all())
            theirs = [one_of(bearing.c.key, [key for key, _, _ in found])] if keys is not None or docs is not None else []
            borne = grouped(connection, bearing.c.key, bearing.c.mark, bearing.c.kind == kind, *theirs) if marks and found else {}
        return [Working(key, doc, record, tuple(borne.get(key, ()))) for key, doc, record in found]

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """The keys of the workings that bear each of these marks, sorted; a mark that none bears is not in it."""
        table = tables.marks
        if not marks:
            return {}
        with self._transaction() as connection:
            return grouped(connection, table.c.mark, table.c.key, table.c.kind == kind, one_of(table.c.mark, marks))

    def marks(self, kind: str) -> list[str]:
        """All marks that workings of a kind bear, each once, sorted."""
        table = tables.marks
        asked = select(table.c.mark).where(table.c.kind == kind).distinct().order_by(table.c.mark)
        with self._transaction() as connection:
            return list(connection.execute(asked).scalars())

    def stale(self) -> set[str]:
        """The SHA-256 of the documents that came in, went, or were gone through by a finder since the last `refresh`."""
        with self._transaction() as connection:
            return set(connection.execute(select(tables.stale.c.doc)).scalars())

    def refresh(self) -> None:
        """Notes that all that is in the store is linked and weighed."""
        with self._transaction() as connection:
            connection.execute(delete(tables.stale))
