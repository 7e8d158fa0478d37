from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_store_round_trip import linkings, thorough, weighings, words

from sayso.records.actor import Actor
from sayso.records.incident import Incident
from sayso.records.link import Link
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing, key_of
from sayso.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settled") / "ledger.db"


def incident(ident: str, claims: Collection[str] = ()) -> Incident:
    return Incident(ident, "attack", f"Incident {ident}", None, None, tuple(claims), "contested", (), (), (1, 2))


@given(linkings, st.sets(words))
@thorough
def test_links_are_looked_up_by_either_end(path: Path, linking: Linking, ids: set[str]) -> None:
    ids |= {link.left for link in linking.links[:1]}
    with SqliteStore(path) as store:
        store.keep_linking(linking)
        told = store.linked(ids)
        assert told == [link for link in linking.links if link.left in ids or link.right in ids]
        assert sorted(store.linked_briefly(ids), key=key_of) == [replace(link, reasons=()) for link in told]
        assert store.links({key_of(link) for link in told}) == told


@given(linkings, st.sets(st.sampled_from("0123")))
@thorough
def test_actors_are_looked_up_by_id(path: Path, linking: Linking, ids: set[str]) -> None:
    with SqliteStore(path) as store:
        store.keep_linking(linking)
        assert store.actors(ids) == [actor for actor in linking.actors if actor.id in ids]


def test_names_are_looked_up_by_document_and_by_actor(path: Path) -> None:
    one, two = "1" * 64, "2" * 64
    named = {f"{two}:Otto Brand": "a-brand", f"{one}:Otto: the Elder": "a-brand", f"{one}:Mara Quell": "a-quell"}
    with SqliteStore(path) as store:
        store.keep_linking(Linking(actor_of=named))
        assert store.actor_of([one]) == {f"{one}:Mara Quell": "a-quell", f"{one}:Otto: the Elder": "a-brand"}
        assert store.actor_of(named.keys()) == {}
        assert store.names_of(["a-brand", "a-nobody"]) == {"a-brand": [f"{one}:Otto: the Elder", f"{two}:Otto Brand"]}


def test_incidents_are_looked_up_by_claim_and_claims_by_incident(path: Path) -> None:
    with SqliteStore(path) as store:
        store.keep_linking(Linking(incident_of={"c3": "i-1", "c1": "i-1", "c2": "i-2"}))
        assert store.incident_of(["c1", "c2", "c9"]) == {"c1": "i-1", "c2": "i-2"}
        assert store.incident_of() == {"c1": "i-1", "c2": "i-2", "c3": "i-1"}
        assert store.claims_of({"i-1", "i-9"}) == {"i-1": ["c1", "c3"]}


@given(weighings, st.sampled_from([field.name for field in fields(Weighing)]), st.booleans())
@thorough
def test_what_was_weighed_is_looked_up_by_key(path: Path, weighing: Weighing, field: str, first: bool) -> None:
    records = getattr(weighing, field)
    with SqliteStore(path) as store:
        store.keep_weighing(weighing)
        asked = records[:1] if first else records
        assert store.weighed(field, [key_of(record) for record in asked]) == list(asked)
        assert store.weighed(field, ["none of these"]) == []


@given(linkings, linkings, st.booleans())
@thorough
def test_a_change_of_the_linking_gives_what_keeping_it_whole_gives(path: Path, before: Linking, after: Linking, works: bool) -> None:
    change = Relinking(
        links_gone=frozenset(map(key_of, before.links)),
        links=after.links,
        actors_gone=frozenset(actor.id for actor in before.actors),
        actors=after.actors,
        actor_of={key: after.actor_of.get(key) for key in {*before.actor_of, *after.actor_of}},
        incident_of={key: after.incident_of.get(key) for key in {*before.incident_of, *after.incident_of}},
        works=after.works if works else None,
        problems=after.problems if works else None,
    )
    with SqliteStore(path) as store:
        store.keep_linking(before)
        store.change_linking(change)
        expected = after if works else replace(after, works=before.works, problems=before.problems)
        assert store.linking() == expected
        changed = dump(path)
        store.keep_linking(expected)
        assert dump(path) == changed


@given(weighings, weighings)
@thorough
def test_a_change_of_the_weighing_gives_what_keeping_it_whole_gives(path: Path, before: Weighing, after: Weighing) -> None:
    gone = {field.name: frozenset(map(key_of, getattr(before, field.name))) for field in fields(Weighing)}
    with SqliteStore(path) as store:
        store.keep_weighing(before)
        store.change_weighing(Reweighing(gone, after))
        assert store.weighing() == after
        changed = dump(path)
        store.keep_weighing(after)
        assert dump(path) == changed


def test_an_end_with_a_zero_in_it_is_looked_up_as_it_stands(path: Path) -> None:
    links = (Link("c1", "a\0b", "denies", "found"), Link("c2", "a", "denies", "found"))
    with SqliteStore(path) as store:
        store.keep_linking(Linking(links))
        assert store.linked(["a\0b"]) == [links[0]]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all worked-out tables, without the order in which they happen to stand."""
    names = ("links", "actors", "actor_names", "actor_of", "incident_claims", "works", "problems", "incidents", "matrices", "disputes")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in (*names, "origins", "pledges", "ties")}


def test_a_change_touches_the_rows_that_it_names_and_no_others(path: Path) -> None:
    links = [Link(f"c{number}", "c9", "denies", "found", by="rules") for number in range(5)]
    with SqliteStore(path) as store:
        store.keep_linking(Linking(tuple(links), actor_of={f"{number}:X": "a" for number in range(5)}))
        store.keep_weighing(Weighing(incidents=tuple(incident(f"i-{number}") for number in range(5))))
        before = row_numbers(path)
        store.change_linking(Relinking(frozenset([key_of(links[0])]), (replace(links[1], score=0.5),), actor_of={"2:X": None, "3:X": "b"}))
        store.change_weighing(Reweighing({"incidents": frozenset(["i-0"])}, Weighing(incidents=(incident("i-1", ["c1"]),))))
        assert store.linked(["c0"]) == []
        assert store.linked(["c1"]) == [replace(links[1], score=0.5)]
        assert store.linking().actor_of == {"0:X": "a", "1:X": "a", "3:X": "b", "4:X": "a"}
        assert store.weighed("incidents", ["i-0", "i-1"]) == [incident("i-1", ["c1"])]
    after = row_numbers(path)
    for table, untouched in (("links", 3), ("actor_of", 3), ("incidents", 3)):
        assert len(before[table] & after[table]) == untouched, table


def row_numbers(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """In which row each record stands."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {name: set(connection.execute(f"SELECT rowid, * FROM {name}")) for name in ("links", "actor_of", "incidents")}


def test_the_spellings_of_an_actor_go_with_it(path: Path) -> None:
    with SqliteStore(path) as store:
        store.keep_linking(Linking(actors=(Actor("a-1", "Otto Brand", "person", ()), Actor("a-2", "Mara Quell", "person", ()))))
        store.change_linking(Relinking(actors_gone=frozenset(["a-1"])))
        assert [actor.id for actor in store.linking().actors] == ["a-2"]
