"""What was linked and weighed, as tables keep it: whole, looked up by ids, and changed row by row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, delete, or_, select

from sayso.records.actor import Actor
from sayso.records.link import Link
from sayso.records.work import Work
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing, key_of
from sayso.store import problems, rows, tables
from sayso.store.file import SqliteFile
from sayso.store.names import called, called_rows
from sayso.store.rows import ACTORS, LINKS, WEIGHING, Cells, Shelf
from sayso.store.statements import fill, grouped, one_of, pairs, refill

R = TypeVar("R")


class SettledTables(SqliteFile):
    """The part of a `Store` that keeps linking and weighing."""

    def keep_linking(self, linking: Linking) -> None:
        """Keeps all links, in place of those before."""
        with self._transaction() as connection:
            refill(connection, tables.links, LINKS.rows(linking.links))
            refill(connection, tables.actors, ACTORS.rows(linking.actors))
            refill(connection, tables.actor_names, rows.actor_name_rows(linking.actors))
            refill(connection, called, called_rows(linking.actors))
            refill(connection, tables.actor_of, rows.actor_of_rows(linking.actor_of))
            refill(connection, tables.incident_claims, rows.incident_of_rows(linking.incident_of))
            refill(connection, tables.works, rows.work_rows(linking.works))
            problems.keep(connection, "link", linking.problems)

    def linking(self) -> Linking:
        """All links; empty before the first linking."""
        names, homes = tables.actor_of, tables.incident_claims
        with self._transaction() as connection:
            return Linking(
                links=tuple(_records(connection, LINKS)),
                actors=tuple(_records(connection, ACTORS)),
                works=tuple(_works(connection)),
                actor_of=pairs(connection, names.c.mention, names.c.actor),
                incident_of=pairs(connection, homes.c.claim, homes.c.incident),
                problems=tuple(problems.kept(connection, "link")),
            )

    def linked(self, ids: Collection[str]) -> list[Link]:
        """The links that have one of these ids on either side, in the order of their keys."""
        either = or_(one_of(tables.links.c.left, ids), one_of(tables.links.c.right, ids))
        if not ids:
            return []
        with self._transaction() as connection:
            return _records(connection, LINKS, either)

    def actors(self, ids: Collection[str]) -> list[Actor]:
        """The actors of these ids, in order."""
        with self._transaction() as connection:
            return _records(connection, ACTORS, one_of(ACTORS.key, ids))

    def faces(self, ids: Collection[str]) -> list[Actor]:
        """The same without the spellings under which they were seen, of which an actor can have thousands."""
        table = tables.actors
        asked = select(table.c.id, table.c.name, table.c.kind, table.c.side, table.c.party).where(one_of(ACTORS.key, ids))
        with self._transaction() as connection:
            return [Actor(row.id, row.name, row.kind, (), row.side, row.party) for row in connection.execute(asked.order_by(ACTORS.key))]

    def works(self) -> list[Work]:
        """All works that documents cite, in the order in which they are first cited."""
        with self._transaction() as connection:
            return _works(connection)

    def actor_of(self, docs: Collection[str]) -> dict[str, str]:
        """The actor of each mention key of these documents."""
        table = tables.actor_of
        with self._transaction() as connection:
            return pairs(connection, table.c.mention, table.c.actor, one_of(table.c.doc, docs))

    def linked_already(self, docs: Collection[str]) -> bool:
        """Whether a name of one of these documents stands for an actor."""
        asked = select(tables.actor_of.c.mention).where(one_of(tables.actor_of.c.doc, docs)).limit(1)
        with self._transaction() as connection:
            return connection.execute(asked).first() is not None

    def names_of(self, actors: Collection[str]) -> dict[str, list[str]]:
        """The mention keys that stand for each of these actors, sorted."""
        table = tables.actor_of
        with self._transaction() as connection:
            return grouped(connection, table.c.actor, table.c.mention, one_of(table.c.actor, actors))

    def incident_of(self, claims: Collection[str] | None = None) -> dict[str, str]:
        """The incident of each claim that speaks of one, of all or of these."""
        table = tables.incident_claims
        with self._transaction() as connection:
            those = () if claims is None else (one_of(table.c.claim, claims),)
            return pairs(connection, table.c.claim, table.c.incident, *those)

    def claims_of(self, incidents: Collection[str]) -> dict[str, list[str]]:
        """The ids of the claims that speak of each of these incidents, sorted."""
        table = tables.incident_claims
        with self._transaction() as connection:
            return grouped(connection, table.c.incident, table.c.claim, one_of(table.c.incident, incidents))

    def change_linking(self, change: Relinking) -> None:
        """Changes the rows that the change names, and no others."""
        with self._transaction() as connection:
            _exchange(connection, LINKS, change.links_gone, change.links)
            _exchange(connection, ACTORS, change.actors_gone, change.actors)  # the names of those that go, go with them
            fill(connection, tables.actor_names, rows.actor_name_rows(change.actors))
            fill(connection, called, called_rows(change.actors))
            _change(connection, tables.actor_of.c.mention, change.actor_of, rows.actor_of_rows)
            _change(connection, tables.incident_claims.c.claim, change.incident_of, rows.incident_of_rows)
            if change.works is not None:
                refill(connection, tables.works, rows.work_rows(change.works))
            if change.problems is not None:
                problems.keep(connection, "link", change.problems)

    def keep_weighing(self, weighing: Weighing) -> None:
        """Keeps all that was weighed, in place of what was before."""
        with self._transaction() as connection:
            for field, shelf in WEIGHING.items():
                refill(connection, shelf.table, shelf.rows(getattr(weighing, field)))

    def weighing(self) -> Weighing:
        """All that was weighed; empty before the first weighing."""
        with self._transaction() as connection:
            return Weighing(**{field: tuple(_records(connection, shelf)) for field, shelf in WEIGHING.items()})

    def weighed(self, field: str, keys: Collection[str]) -> list[Any]:
        """The records of one field of a Weighing that have these keys, in order."""
        with self._transaction() as connection:
            return _records(connection, WEIGHING[field], one_of(WEIGHING[field].key, keys))

    def change_weighing(self, change: Reweighing) -> None:
        """Changes the rows that the change names, and no others."""
        with self._transaction() as connection:
            for field, shelf in WEIGHING.items():
                _exchange(connection, shelf, change.gone.get(field, frozenset()), getattr(change.come, field))


def _records(connection: Connection, shelf: Shelf[R], *where: ColumnElement[bool]) -> list[R]:
    """The records of a shelf for which this holds, in the order of their keys."""
    decoder = msgspec.json.Decoder(shelf.type)
    asked = select(shelf.table.c.record).where(*where).order_by(shelf.key)
    return [decoder.decode(record) for record in connection.execute(asked).scalars().all()]


def _works(connection: Connection) -> list[Work]:
    cited = connection.execute(select(tables.works.c.record).order_by(tables.works.c.ordinal)).scalars()
    return [msgspec.json.decode(record, type=Work) for record in cited]


def _exchange(connection: Connection, shelf: Shelf[Any], gone: Collection[str], come: Collection[Any]) -> None:
    """Takes the records of these keys out, and those whose keys come again, and adds what comes."""
    if keys := {*gone, *map(key_of, come)}:
        connection.execute(delete(shelf.table).where(one_of(shelf.key, keys)))
        fill(connection, shelf.table, shelf.rows(come))


def _change(
    connection: Connection, key: Column[str], changed: Mapping[str, str | None], to_rows: Callable[[Mapping[str, str]], list[Cells]]
) -> None:
    """Sets what stands beside each of these keys; None takes the row out."""
    if changed:
        connection.execute(delete(key.table).where(one_of(key, changed)))
        fill(connection, key.table, to_rows({one: value for one, value in changed.items() if value is not None}))
