"""What things are called, found by indexes: the ids of what is called so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, ForeignKey, FromClause, Index, Select, Table, Text, and_, literal_column, select

from sayso.records.actor import Actor
from sayso.store import tables
from sayso.store.beside import shown
from sayso.store.columns import behind_dash
from sayso.store.file import SqliteFile
from sayso.store.rows import Cells
from sayso.store.store import Named, Way

called = Table(
    "actor_called", tables.metadata,
    Column("name", Text, primary_key=True, comment="Its id, name or one of its spellings, casefolded."),
    Column("actor", Text, ForeignKey(tables.actors.c.id, ondelete="CASCADE"), primary_key=True, comment="Id of the actor."),
    Index("actor_called_by_actor", "actor"), behind_dash("actor_called", "name"),
    comment="By what an actor is looked up.",
    sqlite_with_rowid=False,
)  # fmt: skip

LAST = "\U0010ffff"
"""Behind all that begins with the same letters."""
Test = Callable[[Way, str], ColumnElement[bool] | None]
"""The condition under which what stands in a column is what is wanted; None where it never is."""


def _between(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Whether what stands there begins so: as two bounds, since that is what an index answers."""
    return and_(column >= beginning, column < beginning + LAST)


def _fits(column: ColumnElement[str], way: Way, wanted: str) -> ColumnElement[bool]:
    return column == wanted if way.startswith("is") else _between(column, wanted)


def _digits(column: Column[str]) -> Test:
    """Ids that do not say their kind."""
    return lambda way, wanted: _fits(column, way, wanted) if not way.endswith("bare") else None


def _lettered(column: Column[str], letter: str) -> Test:
    """Ids that begin with the letter of their kind."""
    return lambda way, wanted: _fits(column, way, f"{letter}-{wanted}" if way.endswith("bare") else wanted)


def _to_be_lettered(column: Column[str], letter: str) -> Test:
    """Ids before which the letter of another kind is to be thought."""

    def test(way: Way, wanted: str) -> ColumnElement[bool] | None:
        bare = wanted if way.endswith("bare") else wanted.removeprefix(f"{letter}-")
        return _fits(column, way, bare) if bare and (way.endswith("bare") or bare != wanted) else None

    return test


def _words(column: Column[str]) -> Test:
    """Names and paths; what stands behind the second character is found too where that is a dash, as if it were an id."""

    def test(way: Way, wanted: str) -> ColumnElement[bool]:
        if not way.endswith("bare"):
            return _fits(column, way, wanted)
        behind = literal_column(f"substr({column.table.name}.{column.name}, 3)", column.type)
        return and_(literal_column(f"substr({column.table.name}.{column.name}, 2, 1) = '-'"), _fits(behind, way, wanted))

    return test


@dataclass(frozen=True, slots=True)
class _Sort:
    """Where things of one kind are found: their ids, the tests on what they are called, and the order in which they are listed."""

    ident: Column[str]
    tests: tuple[Test, ...]
    order: tuple[Column[Any], ...]
    held: FromClause

    def asked(self, way: Way, wanted: str) -> Iterator[Select[Any]]:
        """The questions that find what is called so; each is answered by one index."""
        for test in self.tests:
            if (condition := test(way, wanted)) is not None:
                yield select(self.ident, *self.order).select_from(self.held).where(condition)


def _sorts() -> Mapping[Named, _Sort]:
    documents, claims, incidents, actors = tables.documents, tables.claims, tables.incidents, tables.actors
    members, disputes, pledges = tables.incident_claims, tables.disputes, tables.pledges
    of_incident = (incidents.c.first, incidents.c.title, incidents.c.id)
    return {
        "documents": _Sort(
            documents.c.sha256, (_digits(documents.c.sha256), _words(documents.c.path_folded)), (documents.c.path,), documents
        ),
        "claims": _Sort(
            claims.c.id, (_digits(claims.c.id),), (documents.c.path, claims.c.start, claims.c.end),
            claims.join(documents, documents.c.sha256 == claims.c.doc),
        ),
        "incidents": _Sort(incidents.c.id, (_lettered(incidents.c.id, "i"), _digits(incidents.c.slug)), of_incident, incidents),
        "actors": _Sort(actors.c.id, (_words(called.c.name),), (actors.c.name,), called.join(actors, actors.c.id == called.c.actor)),
        "members": _Sort(
            incidents.c.id, (_to_be_lettered(members.c.claim, "i"),), of_incident,
            members.join(incidents, incidents.c.id == members.c.incident),
        ),
        "disputes": _Sort(disputes.c.id, (_lettered(disputes.c.id, "d"),), (), disputes),
        "pledges": _Sort(pledges.c.id, (_lettered(pledges.c.id, "p"),), (), pledges),
    }  # fmt: skip


SORTS = _sorts()


class NameTables(SqliteFile):
    """The part of a `Store` that finds things by what they are called."""

    def called(self, what: Named, way: Way, wanted: str, finder_key: str) -> list[str]:
        """The ids of what is called so, in the order in which such things are listed; of claims those shown beside this finder.

        `wanted` is casefolded.
        """
        questions = list(SORTS[what].asked(way, wanted))
        if what == "claims":
            questions = [one for question in questions for one in shown(question)]
        with self._transaction() as connection:
            found = {row[0]: tuple(row[1:]) for question in questions for row in connection.execute(question, {"finder": finder_key})}
        in_place = str.casefold if what == "actors" else _dated
        return sorted(found, key=lambda ident: (*map(in_place, found[ident]), ident))


def _dated(cell: Any) -> Any:
    """What things are ordered by: the undated stand last."""
    return date.max.isoformat() if cell is None else cell


def called_rows(actors: Iterable[Actor]) -> list[Cells]:
    """One row for each thing that an actor can be called, casefolded."""
    found = {(text.casefold(), actor.id) for actor in actors for text in (actor.id, actor.name, *(name.text for name in actor.names))}
    return [{"name": name, "actor": actor} for name, actor in sorted(found)]
