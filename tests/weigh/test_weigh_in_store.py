"""Weighing a change in the store leaves there what weighing everything leaves; and it asks for little."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drawn import DRAWN, Drawn
from hypothesis import given, settings
from memory import State, relinked
from piles import NO_PACKS, Pile, rockets

from sayso.records.claim import Claim, Finding
from sayso.reweighing import KeptInStore, said_otherwise, weigh_all, weigh_change
from sayso.store.sqlite import SqliteStore
from sayso.store.store import PEOPLE
from sayso.weigh import packed
from sayso.weigh.weigher import weigh_whole, workings_of

KEY = "drawn"


@pytest.fixture(autouse=True, scope="module")
def many() -> Iterator[None]:
    """The testimonies of some incidents are kept, small as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "MANY", 2)
        yield


def keep(store: SqliteStore, state: State) -> None:
    """Keeps the documents and findings of a state."""
    for document in state.documents:
        store.add_document(document)
        store.keep_finding(document.sha256, KEY, state.findings[document.sha256])


@settings(max_examples=25, deadline=None)
@given(DRAWN)
def test_a_change_leaves_in_the_store_what_weighing_all_leaves(drawn: Drawn) -> None:
    before, after = drawn.state(False), drawn.state(True)
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "ledger.db") as store:
        with store.together():
            keep(store, before)
            store.keep_linking(before.linking)
            weigh_all(store, before.documents, before.findings, before.linking, NO_PACKS, before.rulings)
        with store.together():
            keep(store, after)
            change, claims = relinked(before.linking, after.linking), said_otherwise(before.findings, after.findings)
            store.change_linking(change)
            weigh_change(store, KeptInStore(store, KEY), change, claims, NO_PACKS, after.rulings)
        whole = weigh_whole(after.documents, after.findings, after.linking, NO_PACKS, after.rulings)
        assert store.weighing() == whole.weighing
        assert {kind: store.workings(kind) for kind in workings_of(whole)} == workings_of(whole)


def only(pile: Pile) -> Claim:
    """The first claim of the first document."""
    return next(iter(pile.claims.values()))[0]


def test_that_a_claim_was_accepted_or_found_by_another_rule_says_nothing_else() -> None:
    claim = only(rockets())
    noted = replace(claim, review="accepted", found_by="another rule", score=0.5)
    assert said_otherwise({"a.txt": Finding((claim,))}, {"a.txt": Finding((noted,))}) == {}
    turned = replace(claim, polarity="denies")
    assert said_otherwise({"a.txt": Finding((claim,))}, {"a.txt": Finding((turned,))}) == {claim.id: claim}


def test_a_rejected_claim_does_not_stand_and_what_people_left_of_a_document_goes_first(tmp_path: Path) -> None:
    pile = Pile()
    doc = "a" * 64
    pile.say(doc, "Orsk said that rockets fell in Dol.", "Orsk", landed="Dol")
    pile.say(doc, "Velm denied it.", "Velm", "denies", "denies")
    documents, findings = pile.parts()
    first, second = findings[doc].claims
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.add_document(documents[0])
        store.keep_finding(doc, KEY, findings[doc])
        kept = KeptInStore(store, KEY)
        assert set(kept.claims([first.id, second.id])) == {first.id, second.id}
        store.keep_finding(doc, PEOPLE, replace(findings[doc], claims=(replace(first, review="rejected"), second)))
        assert set(kept.claims([first.id, second.id])) == {second.id}
        assert kept.findings([doc])[doc].claims == (second,)
