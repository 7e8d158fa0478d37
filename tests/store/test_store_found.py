from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from test_store_sqlite import document, finding

from sayso.records.actor import Actor
from sayso.records.claim import Finding
from sayso.records.link import Link
from sayso.records.worked_out import Relinking, Reweighing, Weighing, Working
from sayso.store.search import folded
from sayso.store.sqlite import SqliteStore
from sayso.store.store import PEOPLE, WAYS, Named

TEXTS = (
    "Rockets fell at Kest. None did, he said.",
    "The bridge at Sarn is closed. Nobody crossed.",
    "Two boats left Ovrisk. One came back.",
)
ONE, TWO, THREE = (document(text, f"{number}.txt") for number, text in enumerate(TEXTS))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "ledger.db") as store:
        for report in (ONE, TWO, THREE):
            store.add_document(report)
            store.keep_finding(report.sha256, "rules", finding(report, clauses=2))
        yield store


def test_documents_are_looked_up_by_hash_with_their_texts_or_without(store: SqliteStore) -> None:
    asked = {THREE.sha256, ONE.sha256, "0" * 64}
    assert store.documents(asked) == [ONE, THREE]
    assert store.documents(asked, texts=False) == [replace(ONE, text=""), replace(THREE, text="")]
    assert store.documents(texts=False) == [replace(report, text="") for report in (ONE, TWO, THREE)]
    assert store.documents([]) == []


def test_findings_are_looked_up_by_document(store: SqliteStore) -> None:
    assert store.findings("rules", [THREE.sha256, TWO.sha256]) == {
        TWO.sha256: finding(TWO, clauses=2),
        THREE.sha256: finding(THREE, clauses=2),
    }
    assert store.findings("others", [TWO.sha256]) == {}


def test_claims_are_looked_up_as_they_are_shown(store: SqliteStore) -> None:
    (accepted, gone), (machine, _) = finding(ONE, clauses=2).claims, finding(TWO, clauses=2).claims
    accepted = replace(accepted, review="accepted")
    store.keep_people({ONE.sha256: Finding((accepted,))})
    store.keep_finding(TWO.sha256, "older rules", Finding((replace(machine, modality="possible"),)))
    shown = store.claims([machine.id, gone.id, accepted.id, "0" * 12], "rules")
    assert shown == {claim.id: claim for claim in sorted((accepted, machine), key=lambda claim: claim.id)}
    assert list(shown) == sorted(shown)


def test_what_people_left_is_kept_anew_for_the_documents_named_alone(store: SqliteStore) -> None:
    empty = Finding(())
    store.keep_people({ONE.sha256: empty, TWO.sha256: empty})
    store.keep_people({THREE.sha256: empty}, docs=[TWO.sha256, THREE.sha256])
    assert list(store.findings(PEOPLE)) == [ONE.sha256, THREE.sha256]
    store.keep_people({TWO.sha256: empty})
    assert list(store.findings(PEOPLE)) == [TWO.sha256]


LOOKUPS: dict[str, Callable[[SqliteStore], object]] = {
    "documents": lambda store: store.documents([ONE.sha256]),
    "documents without texts": lambda store: store.documents([ONE.sha256], texts=False),
    "findings": lambda store: store.findings("rules", [ONE.sha256]),
    "claims": lambda store: store.claims(["c1"], "rules"),
    "linked": lambda store: store.linked(["c1"]),
    "linked_briefly": lambda store: store.linked_briefly(["c1"]),
    "links": lambda store: store.links(["k1"]),
    "actors": lambda store: store.actors(["a1"]),
    "actor_of": lambda store: store.actor_of([ONE.sha256]),
    "names_of": lambda store: store.names_of(["a1"]),
    "incident_of": lambda store: store.incident_of(["c1"]),
    "claims_of": lambda store: store.claims_of(["i1"]),
    **{f"weighed {field}": lambda store, field=field: store.weighed(field, ["x"]) for field in Weighing.__slots__},  # type: ignore[misc]
    **{
        f"{what} called {way}": lambda store, what=what, way=way: store.called(what, way, "i-ab", "rules")  # type: ignore[misc]
        for what in get_args(Named)
        for way in WAYS
        if way in ("is", "begins") or what != "claims"
    },
    "beside": lambda store: store.beside(["c1"], "rules"),
    "placed": lambda store: store.placed("Ovrisk", "rules"),
    "workings by key": lambda store: store.workings("names", keys=["k"]),
    "workings by document": lambda store: store.workings("names", docs=[ONE.sha256]),
    "marked": lambda store: store.marked("names", ["day"]),
    "marks": lambda store: store.marks("names"),
    "keep_people": lambda store: store.keep_people({}, [ONE.sha256]),
    "keep_workings": lambda store: store.keep_workings("names", ["k"], [Working("k", marks=("day",))]),
    "change_linking": lambda store: store.change_linking(
        Relinking(
            frozenset(["k"]), (Link("c1", "c2", "denies", "found"),), frozenset(["a1"]), (Actor("a2", "", "", ()),), {"n": None}, {"c": "i"}
        )
    ),
    "change_weighing": lambda store: store.change_weighing(Reweighing(dict.fromkeys(Weighing.__slots__, frozenset(["k"])))),
}


@pytest.mark.parametrize("name", LOOKUPS)
def test_no_look_up_and_no_change_goes_through_a_table(store: SqliteStore, name: str) -> None:
    plans = plans_of(store, LOOKUPS[name])
    assert plans
    whole = r"SCAN (?!json_each|anon|every)" if name == "marks" else r"SCAN (?!json_each|anon)|.*\(kind=\?\)$"  # marks are asked of a kind
    scanned = [plan for plan in plans if re.match(whole, plan)]
    assert scanned == []


def test_going_through_a_table_would_be_seen(store: SqliteStore) -> None:
    assert any(plan.startswith("SCAN links") for plan in plans_of(store, lambda store: store.linking()))


def plans_of(store: SqliteStore, work: Callable[[SqliteStore], object]) -> list[str]:
    """What SQLite does for each statement of a piece of work: SEARCH by an index, or SCAN."""
    asked: list[str] = []
    driver: Any = store._engine.raw_connection().driver_connection
    driver.set_trace_callback(asked.append)
    work(store)
    driver.set_trace_callback(None)
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        connection.create_function("folded", 1, folded)
        return [
            row[3]
            for statement in asked
            if re.match("SELECT|WITH|DELETE|UPDATE", statement)
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        ]
