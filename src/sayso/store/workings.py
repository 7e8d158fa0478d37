"""What linking and weighing keep for themselves, found by its marks, as tables keep it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, select

from sayso.records.worked_out import Working
from sayso.store import rows, tables
from sayso.store.file import SqliteFile
from sayso.store.statements import Question, fill, grouped, put, side_by_side, told

ASKED = "SELECT key, doc, record, marks FROM workings"
OF_DOCS = f"{ASKED} INDEXED BY workings_by_doc WHERE kind = ? AND doc IN (SELECT value FROM json_each(?))"
"""The workings of documents. SQLite is told by which index, else it goes through all of a kind: it does not know how many these are."""
ALL_MARKS = """WITH RECURSIVE every (mark) AS (
    SELECT min(mark) FROM marks WHERE kind = ?
    UNION ALL SELECT (SELECT min(mark) FROM marks WHERE kind = ? AND mark > every.mark) FROM every WHERE every.mark IS NOT NULL
) SELECT mark FROM every WHERE mark IS NOT NULL"""
"""All marks of a kind, each looked up behind the one before it: few are borne by many, and DISTINCT goes through every row."""
MARK_ALL = """INSERT INTO marks (kind, mark, key) SELECT kind, json_each.value, workings.key FROM workings, json_each(workings.marks)
WHERE kind = ? AND NOT instr(marks, '\\u0000') ORDER BY json_each.value, workings.key"""
"""The rows of all marks of a kind but those that `CUT` gives, in order: that takes half the time of putting them in one by one."""
CUT = "SELECT key FROM workings WHERE kind = ? AND instr(marks, '\\u0000')"
"""The workings among whose marks one may hold a zero, at which SQLite ends a text of JSON."""
MARK, UNMARK = "INSERT INTO marks (kind, mark, key) VALUES (?, ?, ?)", "DELETE FROM marks WHERE kind = ? AND mark = ? AND key = ?"

OWN, BORNE = tables.workings, tables.marks
OF_KIND = OWN.c.kind == bindparam("kind")
OF_KEYS = Question(lambda among: select(OWN.c.key, OWN.c.doc, OWN.c.record, OWN.c.marks).where(OF_KIND, among(OWN.c.key)))
MARKS_OF = Question(lambda among: select(OWN.c.key, OWN.c.marks).where(OF_KIND, among(OWN.c.key)))
GONE = Question(lambda among: delete(OWN).where(OF_KIND, among(OWN.c.key)))
MARKED = Question(lambda among: side_by_side(BORNE.c.mark, BORNE.c.key).where(BORNE.c.kind == bindparam("kind"), among(BORNE.c.mark)))


class WorkingTables(SqliteFile):
    """The part of a `Store` that keeps workings."""

    def keep_workings(self, kind: str, gone: Collection[str] | None, come: Iterable[Working]) -> None:
        """Keeps workings in place of those of these keys, or of all of their kind for None, and of those that have their keys."""
        fresh = list(come)
        if gone is not None and not gone and not fresh:
            return
        with self._transaction() as connection:
            if gone is None:
                _keep_all(connection, kind, fresh)
                return
            keys = {*gone, *(working.key for working in fresh)}
            _mark_otherwise(connection, kind, keys, fresh)
            GONE.ask(connection, keys, kind=kind)
            fill(connection, tables.workings, rows.working_rows(kind, fresh))

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> list[Working]:
        """The workings of a kind: all, those of these keys, those of these documents, in the order of their keys.

        They come without their marks where these are not asked for.
        """
        if any(wanted is not None and not wanted for wanted in (keys, docs)):
            return []
        with self._transaction() as connection:
            if docs is not None:
                of_docs = told(connection, OF_DOCS, (kind, rows.as_json(sorted(docs))))
                found = sorted(row for row in of_docs if keys is None or row[0] in keys)
            else:
                every = told(connection, f"{ASKED} WHERE kind = ?", (kind,)) if keys is None else OF_KEYS.ask(connection, keys, kind=kind)
                found = sorted(every)
        return [Working(key, doc, record, rows.marks_from(borne) if marks else ()) for key, doc, record, borne in found]

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """The keys of the workings that bear each of these marks, sorted; a mark that none bears is not in it."""
        if not marks:
            return {}
        with self._transaction() as connection:
            return grouped(MARKED.ask(connection, marks, kind=kind))

    def marks(self, kind: str) -> list[str]:
        """All marks that workings of a kind bear, each once, sorted."""
        with self._transaction() as connection:
            return [mark for (mark,) in told(connection, ALL_MARKS, (kind, kind))]

    def stale(self) -> set[str]:
        """The SHA-256 of the documents that came in, went, or were gone through by a finder since the last `refresh`."""
        with self._transaction() as connection:
            return set(connection.execute(select(tables.stale.c.doc)).scalars())

    def refresh(self) -> None:
        """Notes that all that is in the store is linked and weighed."""
        with self._transaction() as connection:
            connection.execute(delete(tables.stale))


def _keep_all(connection: Connection, kind: str, every: Sequence[Working]) -> None:
    """Keeps these in place of all workings of a kind."""
    for table in (tables.workings, tables.marks):
        connection.execute(delete(table).where(table.c.kind == kind))
    fill(connection, tables.workings, rows.working_rows(kind, every))
    told(connection, MARK_ALL, (kind,))
    cut = {key for (key,) in told(connection, CUT, (kind,))}
    put(connection, MARK, rows.mark_rows(kind, (one for one in every if one.key in cut)))


def _mark_otherwise(connection: Connection, kind: str, keys: Collection[str], now: Iterable[Working]) -> None:
    """Takes the marks away that workings of these keys bear no more, and puts those down that they come to bear."""
    borne = MARKS_OF.ask(connection, keys, kind=kind)
    before, after = {(kind, mark, key) for key, marks in borne for mark in rows.marks_from(marks)}, set(rows.mark_rows(kind, now))
    put(connection, UNMARK, before - after)
    put(connection, MARK, after - before)


def drop_workings(connection: Connection, doc: str) -> None:
    """Forgets all that is kept of a document."""
    borne = connection.execute(select(OWN.c.kind, OWN.c.key, OWN.c.marks).where(OWN.c.doc == doc)).all()
    put(connection, UNMARK, ((kind, mark, key) for kind, key, marks in borne for mark in rows.marks_from(marks)))
    connection.execute(delete(OWN).where(OWN.c.doc == doc))
