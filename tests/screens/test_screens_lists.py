"""A list of claims tells who speaks, and for whom."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger import Ledger
from sayso.screens.lists import claims
from sayso.shelf.views import Shelf


def test_a_party_that_speaks_for_itself_is_named_once(ledger: Ledger) -> None:
    shelf = ledger.shelf()
    assert [row[1] for row in claims(shelf, shelf.claims()).rows] == ["Tarvonia", "Orsenia", "Orsenia"]


def test_who_speaks_for_a_party_is_named_before_it(ledger: Ledger) -> None:
    book = ledger.book()
    whom = next(actor.id for actor in book.linking.actors if actor.name == "Tarvonia")
    actors = tuple(replace(actor, party=whom) if actor.name == "Orsenia" else actor for actor in book.linking.actors)
    shelf = Shelf(replace(book, linking=replace(book.linking, actors=actors)))
    assert [row[1] for row in claims(shelf, shelf.claims()).rows] == ["Tarvonia", "Orsenia, for Tarvonia", "Orsenia, for Tarvonia"]
