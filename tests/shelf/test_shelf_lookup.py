"""That one thing is looked up in a store as it is in the whole ledger: the same things, and the same words where there is none or more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble
from sayso.shelf.directory import Directory
from sayso.shelf.lookup import Lookup
from sayso.shelf.views import Shelf


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shelf, Lookup]]:
    """The ledger of the demo pile, with decisions of people in it."""
    folder = tmp_path_factory.mktemp("case")
    demo = Path(__file__).parents[2] / "src" / "sayso" / "demo"
    with Ledger.init(folder / "case") as ledger:
        ledger.run([demo])
        claims = ledger.claims()
        with ledger.edit("lena") as edit:
            edit.accept(claims[0])
            edit.reject(claims[3])
            edit.correct(claims[5], act="concedes")
            edit.correct(ledger.actors()[0], name="X-Åland Front")
        yield ledger.shelf(), ledger.lookup()


def answer(where: Directory, name: str) -> object:
    try:
        return where.find(name)
    except Trouble as trouble:
        return (trouble.message, trouble.hint, trouble.lines, trouble.code)


def names(shelf: Shelf) -> list[str]:
    """All ids, names, paths and slugs."""
    found = [key for table in (shelf._names, shelf._names_of_parts) for kind in "dcia" for key, _ in table[kind]]
    found += [name for actor in shelf.actors() for name in (actor.id, actor.name, *(one.text for one in actor.names))]
    return list(dict.fromkeys(found))


def test_every_id_name_path_and_slug_finds_what_the_whole_ledger_finds(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    asked = names(shelf)
    assert {key[:2] for key in asked} >= {"a-", "i-", "d-", "p-"}
    for name in asked:
        for whole in (name.upper(), name[2:], f"{name[0]}:{name}"):
            assert answer(lookup, whole) == answer(shelf, whole), whole


def test_every_beginning_finds_the_same_or_tells_the_same(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    asked = {name[start:end] for name in names(shelf) for start, end in ((0, 1), (0, 2), (0, 5), (2, 3), (2, 8))}
    for beginning in sorted(asked | {f"{kind}:{one}" for one in asked if len(one) < 3 for kind in "dcia"}):
        assert answer(lookup, beginning) == answer(shelf, beginning), beginning


@pytest.mark.parametrize("name", ["", ":", "i:", "zzz", "x:abc", "%", "_", "i-", "I:", "\U0010ffff", "'; drop table claims"])
def test_what_is_no_name_is_told_alike(told: tuple[Shelf, Lookup], name: str) -> None:
    shelf, lookup = told
    assert answer(lookup, name) == answer(shelf, name)


def test_one_asked_for_as_a_thing_of_another_kind_is_told_alike(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    for incident in shelf.incidents():
        assert lookup.incident(f"c:{incident.claims[0]}") == incident == lookup.incident(incident.id)
    for asked, message in ((lookup.document, "no document"), (lookup.actor, "no actor"), (lookup.incident, "no incident")):
        outside = next(claim.id for claim in shelf.claims() if shelf.incident_of(claim) is None)
        with pytest.raises(Trouble, match=message):
            asked(f"c:{outside}")


def test_what_a_decision_needs_is_what_the_whole_ledger_holds(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    assert lookup.claims([claim.id for claim in shelf.claims()]) == {claim.id: claim for claim in shelf.claims()}
    for document in shelf.documents():
        assert lookup.text(document.sha256) == document.text
        assert lookup.finding(document.sha256) == shelf.book.findings[document.sha256]
        assert lookup.named(document.path) == lookup.named(document.sha256) == lookup.named(document.sha256[:8]) == document
        assert lookup.named(document.sha256[:7]) is None
    assert lookup.named("nowhere.txt") is None


def test_beside_a_claim_are_those_of_its_kind_that_share_some_of_its_clause(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    wanted = {}
    for claim in shelf.claims():
        others = [one for one in shelf.book.findings[claim.span.doc].claims if one.id != claim.id and one.kind == claim.kind]
        if beside := [one.id for one in others if one.span.shared(claim.span)]:
            wanted[claim.id] = beside
    assert wanted
    assert lookup.beside([claim.id for claim in shelf.claims()]) == wanted


def test_a_place_is_that_of_the_first_claim_that_names_it(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    places = [slot.place for claim in shelf.claims() for slot in claim.slots if slot.place]
    assert places
    for name in {place.name for place in places}:
        assert lookup.place(name) == next(place for place in places if place.name == name)
    assert lookup.place("Nowhere At All") is None


def test_an_actor_is_named_once_under_each_name_in_each_document(told: tuple[Shelf, Lookup]) -> None:
    shelf, lookup = told
    actor_of = shelf.book.linking.actor_of
    for actor in shelf.actors():
        keys = [f"{mention.span.doc}:{mention.name}" for mention in lookup.mentions(actor.id)]
        assert sorted(keys) == sorted(key for key, ident in actor_of.items() if ident == actor.id)
