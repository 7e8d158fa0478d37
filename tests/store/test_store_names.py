"""What is called so is found by an index, shown claims alone, in the order in which such things are listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.actor import Actor, ActorName
from sayso.records.claim import Claim, Finding, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.incident import Incident
from sayso.records.place import Place
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing
from sayso.store.sqlite import SqliteStore

LATE = Document("Z-Straße.txt", "a1" * 32, "In Ovrisk a lamp fell.", "utf-8")
EARLY = Document("early.txt", "a2" * 32, "In Ovrisk a lamp fell, they said.", "utf-8")


def told(document: Document, place: str) -> Claim:
    span = Span(document.sha256, 0, 10)
    slot = Slot("place", "Ovrisk", Span(document.sha256, 3, 9), place=Place(place, "Ovrisk", None, None, "VE", 1))
    (claim,) = numbered(
        [Claim("", span, document.text[:10], (Voice("(author)"),), "asserts", "affirms", "certain", "event", "attack", slots=(slot,))]
    )
    return claim


def incident(ident: str, title: str) -> Incident:
    return Incident(ident, "attack", title, None, None, (), "uncorroborated", (), (), (1, 1))


def actor(ident: str, name: str, *spellings: str) -> Actor:
    return Actor(ident, name, "state", tuple(ActorName(one, Span(LATE.sha256, 0, 2)) for one in spellings))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "ledger.db") as made:
        for document in (LATE, EARLY):
            made.add_document(document)
            made.keep_finding(document.sha256, "rules", Finding((told(document, document.path),)))
        yield made


def test_a_path_is_found_without_regard_to_capitals_and_by_what_stands_behind_a_dash(store: SqliteStore) -> None:
    assert store.called("documents", "is", "z-strasse.txt", "rules") == [LATE.sha256]
    assert store.called("documents", "is_bare", "strasse.txt", "rules") == [LATE.sha256]
    assert store.called("documents", "begins_bare", "str", "rules") == [LATE.sha256]
    assert store.called("documents", "begins", "str", "rules") == []
    assert store.called("documents", "begins", "a", "rules") == [LATE.sha256, EARLY.sha256], "in the order of paths"
    assert store.called("documents", "is", "%", "rules") == []


def test_of_claims_those_are_found_that_are_shown(store: SqliteStore) -> None:
    late, early = told(LATE, "x"), told(EARLY, "x")
    assert store.called("claims", "begins", late.id[:6], "rules") == [late.id]
    assert store.called("claims", "is", early.id, "other rules") == []
    store.keep_people({EARLY.sha256: Finding((replace(early, id="0123456789ab"),))})
    assert store.called("claims", "is", early.id, "rules") == []
    assert store.called("claims", "is", "0123456789ab", "rules") == ["0123456789ab"]
    assert store.called("claims", "is_bare", early.id, "rules") == []


def test_an_incident_is_called_by_its_id_its_slug_and_its_claims_also_after_a_change(store: SqliteStore) -> None:
    store.keep_weighing(Weighing(incidents=(incident("i-1", "Attack, Ovrisk"), incident("i-2", "Attack, Aldvik"))))
    store.change_linking(Relinking(incident_of={"c1": "i-1", "c2": "i-2"}))
    assert store.called("incidents", "begins", "undated-", "rules") == ["i-2", "i-1"], "in the order of their titles"
    assert store.called("incidents", "is_bare", "2", "rules") == ["i-2"]
    assert store.called("members", "is", "i-c1", "rules") == store.called("members", "begins_bare", "c1", "rules") == ["i-1"]
    assert store.called("members", "is", "c1", "rules") == []
    slug = "undated-brenvik-attack"
    store.change_weighing(Reweighing({}, Weighing(incidents=(incident("i-2", "Attack, Brenvik"),))))
    assert store.called("incidents", "is", slug, "rules") == ["i-2"]


def test_an_actor_is_called_by_all_its_spellings_and_no_longer_by_those_it_lost(store: SqliteStore) -> None:
    store.keep_linking(Linking(actors=(actor("a-1", "Ovrisk Guard", "the Guard", "OG"), actor("a-2", "ovrisk guards"))))
    assert store.called("actors", "is", "og", "rules") == ["a-1"]
    assert store.called("actors", "begins", "ovrisk", "rules") == ["a-1", "a-2"]
    store.change_linking(Relinking(actors_gone=frozenset(["a-2"]), actors=(actor("a-1", "E-Guard"),)))
    assert store.called("actors", "begins", "o", "rules") == []
    assert store.called("actors", "is_bare", "guard", "rules") == store.called("actors", "is_bare", "1", "rules") == ["a-1"]
