"""What was linked and weighed, as tables keep it: whole, looked up by ids, and changed row by row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Connection, Select, bindparam, delete, or_, select

from sayso.records.actor import Actor
from sayso.records.link import Link, LinkKind
from sayso.records.work import Work
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing, WorkedOut, key_of
from sayso.store import problems, rows, tables
from sayso.store.file import SqliteFile
from sayso.store.names import called, called_rows
from sayso.store.rows import ACTORS, LINKS, WEIGHING, Cells, Shelf
from sayso.store.statements import Among, Question, fill, grouped, pairs, refill, side_by_side, unindexed

R = TypeVar("R")
W = TypeVar("W", bound=WorkedOut)

NAMES, HOMES = tables.actor_of, tables.incident_claims
ALL_NAMES, ALL_HOMES = side_by_side(NAMES.c.mention, NAMES.c.actor), side_by_side(HOMES.c.claim, HOMES.c.incident)
LINKED = Question(lambda among: _linked(among, LINKS.asked).order_by(LINKS.key))
BRIEFLY = Question(lambda among: _linked(among, rows.LINK_CELLS))
BRIEFLY_OF = Question(lambda among: _linked(among, rows.LINK_CELLS).where(tables.links.c.kind == bindparam("kind")))
FACES = Question(
    lambda among: (
        select(*(tables.actors.c[name] for name in ("id", "name", "kind", "side", "party"))).where(among(ACTORS.key)).order_by(ACTORS.key)
    )
)
NAMES_IN = Question(lambda among: ALL_NAMES.where(among(NAMES.c.doc)))
ANY_NAME_IN = Question(lambda among: select(NAMES.c.mention).where(among(NAMES.c.doc)).limit(1))
NAMES_OF = Question(lambda among: side_by_side(NAMES.c.actor, NAMES.c.mention).where(among(NAMES.c.actor)))
HOMES_OF = Question(lambda among: ALL_HOMES.where(among(HOMES.c.claim)))
CLAIMS_OF = Question(lambda among: side_by_side(HOMES.c.incident, HOMES.c.claim).where(among(HOMES.c.incident)))


def _linked(among: Among, asked: Sequence[str]) -> Select[Any]:
    """Asks for the links that have one of some ids on either side."""
    links = tables.links.c
    return select(*(links[name] for name in asked)).where(or_(among(links.left), among(links.right)))


class SettledTables(SqliteFile):
    """The part of a `Store` that keeps linking and weighing."""

    def keep_linking(self, linking: Linking) -> None:
        """Keeps all links, in place of those before."""
        with self._transaction() as connection:
            with unindexed(connection, tables.links):
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
        with self._transaction() as connection:
            return Linking(
                links=tuple(_all(connection, LINKS)),
                actors=tuple(_all(connection, ACTORS)),
                works=tuple(_works(connection)),
                actor_of=pairs(connection.execute(ALL_NAMES)),
                incident_of=pairs(connection.execute(ALL_HOMES)),
                problems=tuple(problems.kept(connection, "link")),
            )

    def linked(self, ids: Collection[str]) -> list[Link]:
        """The links that have one of these ids on either side, in the order of their keys."""
        if not ids:
            return []
        with self._transaction() as connection:
            return _made(LINKS, LINKED.ask(connection, ids))

    def linked_briefly(self, ids: Collection[str], kind: LinkKind | None = None) -> list[Link]:
        """The same, of one kind if told, without their reasons, which take most of the time, in no order."""
        if not ids:
            return []
        with self._transaction() as connection:
            found = BRIEFLY.ask(connection, ids) if kind is None else BRIEFLY_OF.ask(connection, ids, kind=kind)
            return [rows.to_link(*row) for row in found]

    def links(self, keys: Collection[str]) -> list[Link]:
        """The links with these keys, in order."""
        with self._transaction() as connection:
            return _of(connection, LINKS, keys) if keys else []

    def actors(self, ids: Collection[str]) -> list[Actor]:
        """The actors of these ids, in order."""
        with self._transaction() as connection:
            return _of(connection, ACTORS, ids)

    def faces(self, ids: Collection[str]) -> list[Actor]:
        """The same without the spellings under which they were seen, of which an actor can have thousands."""
        with self._transaction() as connection:
            return [Actor(ident, name, kind, (), side, party) for ident, name, kind, side, party in FACES.ask(connection, ids)]

    def works(self) -> list[Work]:
        """All works that documents cite, in the order in which they are first cited."""
        with self._transaction() as connection:
            return _works(connection)

    def actor_of(self, docs: Collection[str]) -> dict[str, str]:
        """The actor of each mention key of these documents."""
        with self._transaction() as connection:
            return pairs(NAMES_IN.ask(connection, docs))

    def linked_already(self, docs: Collection[str]) -> bool:
        """Whether a name of one of these documents stands for an actor."""
        with self._transaction() as connection:
            return bool(ANY_NAME_IN.ask(connection, docs))

    def names_of(self, actors: Collection[str]) -> dict[str, list[str]]:
        """The mention keys that stand for each of these actors, sorted."""
        with self._transaction() as connection:
            return grouped(NAMES_OF.ask(connection, actors))

    def incident_of(self, claims: Collection[str] | None = None) -> dict[str, str]:
        """The incident of each claim that speaks of one, of all or of these."""
        with self._transaction() as connection:
            return pairs(connection.execute(ALL_HOMES) if claims is None else HOMES_OF.ask(connection, claims))

    def claims_of(self, incidents: Collection[str]) -> dict[str, list[str]]:
        """The ids of the claims that speak of each of these incidents, sorted."""
        with self._transaction() as connection:
            return grouped(CLAIMS_OF.ask(connection, incidents))

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
            return Weighing(**{field: tuple(_all(connection, shelf)) for field, shelf in WEIGHING.items()})

    def weighed(self, field: str, keys: Collection[str]) -> list[Any]:
        """The records of one field of a Weighing that have these keys, in order."""
        with self._transaction() as connection:
            return _of(connection, WEIGHING[field], keys)

    def weighed_otherwise(self, field: str, keys: Collection[str], now: Iterable[W]) -> tuple[frozenset[str], tuple[W, ...]]:
        """What comes of the rows of one field of a Weighing with these keys, where there are no others now than these records.

        Given are the keys of those that go or are other ones now, and the records that come. Rows are compared as they are kept: to make
        records of those of a large incident takes longer than to write down what comes in their place.
        """
        shelf, found = WEIGHING[field], {key_of(record): record for record in now}
        with self._transaction() as connection:
            kept = pairs(_keeping(shelf.key).ask(connection, {*keys, *found}))
        gone = frozenset(key for key, told in kept.items() if key not in found or rows.as_json(found[key]) != told)
        return gone, tuple(found[key] for key in sorted(found) if key in gone or key not in kept)

    def change_weighing(self, change: Reweighing) -> None:
        """Changes the rows that the change names, and no others."""
        with self._transaction() as connection:
            for field, shelf in WEIGHING.items():
                _exchange(connection, shelf, change.gone.get(field, frozenset()), getattr(change.come, field))


def _all(connection: Connection, shelf: Shelf[R]) -> list[R]:
    """All records of a shelf, in the order of their keys."""
    return _made(shelf, connection.execute(_asked(shelf.asked, shelf.key)))


def _of(connection: Connection, shelf: Shelf[R], keys: Collection[str]) -> list[R]:
    """The records of a shelf with these keys, in order."""
    return _made(shelf, _asking(tuple(shelf.asked), shelf.key).ask(connection, keys))


@cache
def _asking(asked: tuple[str, ...], key: Column[str]) -> Question:
    return Question(lambda among: _asked(asked, key).where(among(key)))


@cache
def _keeping(key: Column[str]) -> Question:
    return Question(lambda among: select(key, key.table.c.record).where(among(key)))


def _asked(asked: Sequence[str], key: Column[str]) -> Select[Any]:
    """Asks for these cells in the order of the keys."""
    return select(*(key.table.c[name] for name in asked)).order_by(key)


@cache
def _taking_out(key: Column[str]) -> Question:
    return Question(lambda among: delete(key.table).where(among(key)))


def _made(shelf: Shelf[R], found: Iterable[Sequence[Any]]) -> list[R]:
    return [shelf.made(*row) for row in found]


def _works(connection: Connection) -> list[Work]:
    cited = connection.execute(select(tables.works.c.record).order_by(tables.works.c.ordinal)).scalars()
    return [msgspec.json.decode(record, type=Work) for record in cited]


def _exchange(connection: Connection, shelf: Shelf[Any], gone: Collection[str], come: Collection[Any]) -> None:
    """Takes the records of these keys out, and those whose keys come again, and adds what comes."""
    if keys := {*gone, *map(key_of, come)}:
        _taking_out(shelf.key).ask(connection, keys)
        fill(connection, shelf.table, shelf.rows(come))


def _change(
    connection: Connection, key: Column[str], changed: Mapping[str, str | None], to_rows: Callable[[Mapping[str, str]], list[Cells]]
) -> None:
    """Sets what stands beside each of these keys; None takes the row out."""
    if changed:
        _taking_out(key).ask(connection, changed)
        fill(connection, key.table, to_rows({one: value for one, value in changed.items() if value is not None}))
