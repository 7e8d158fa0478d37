"""What stands beside claims is asked of those that are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.records.claim import Claim, Finding, Slot, Voice
from sayso.records.document import Document, Span
from sayso.records.place import Place
from sayso.store.sqlite import SqliteStore
from sayso.store.store import PEOPLE

LATE = Document("Z.txt", "a1" * 32, "In Ovrisk a lamp fell.", "utf-8")
EARLY = Document("early.txt", "a2" * 32, "In Ovrisk a lamp fell, they said.", "utf-8")


def told(ident: str, document: Document, start: int, end: int) -> Claim:
    span = Span(document.sha256, start, end)
    slot = Slot("place", "Ovrisk", Span(document.sha256, 3, 9), place=Place(ident, "Ovrisk", None, None, "VE", 1))
    voices = (Voice("(author)"),)
    return Claim(ident, span, document.text[start:end], voices, "asserts", "affirms", "certain", "event", "attack", slots=(slot,))


LAMP, FALL, SAID = told("late", LATE, 0, 15), told("fall", LATE, 10, 20), told("early", EARLY, 0, 15)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "ledger.db") as made:
        for document in (LATE, EARLY):
            made.add_document(document)
        made.keep_finding(LATE.sha256, "rules", Finding((LAMP, FALL)))
        made.keep_finding(EARLY.sha256, "rules", Finding((SAID,)))
        yield made


def test_beside_a_claim_stand_those_of_its_kind_and_document_that_share_some_of_its_clause(store: SqliteStore) -> None:
    assert store.beside(["late", "fall", "early"], "rules") == {"late": ["fall"], "fall": ["late"]}
    assert store.beside(["late"], "other rules") == {}
    apart, other = replace(FALL, id="apart", span=Span(LATE.sha256, 15, 20)), replace(FALL, id="other", kind="statement")
    store.keep_people({LATE.sha256: Finding((LAMP, replace(FALL, id="again"), apart, other))})
    assert store.beside(["late"], "rules") == {"late": ["again"]}


def test_the_place_of_a_name_is_that_of_the_first_claim_that_is_shown(store: SqliteStore) -> None:
    assert store.placed("Ovrisk", "rules") == "late", "Z before e, as paths are ordered"
    store.keep_people({LATE.sha256: Finding(())})
    assert store.placed("Ovrisk", "rules") == "early"
    assert store.placed("ovrisk", "rules") is None
    assert store.placed("Ovrisk", PEOPLE) is None
