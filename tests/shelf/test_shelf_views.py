"""That every id that is shown anywhere finds what it names."""

from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble
from sayso.shelf.views import Shelf


@pytest.fixture
def shelf(ledger: Ledger) -> Shelf:
    with ledger.edit() as edit:
        edit.correct(f"c:{next(claim.id for claim in ledger.claims() if 'look into' in claim.quote)}", act="pledges")
    return ledger.shelf()


def test_an_incident_is_named_by_any_of_its_claims(shelf: Shelf) -> None:
    (incident,) = shelf.incidents()
    assert len(incident.claims) == 2
    for claim in incident.claims:
        assert shelf.find(f"i:{claim}") == shelf.find(f"i-{claim}") == shelf.find(f"i:{claim[:5]}") == incident
        assert shelf.find(f"c:{claim}") == shelf.find(claim) == shelf.index.claims[claim]


def test_the_address_of_a_merged_incident_leads_to_the_one_it_is_part_of_now(ledger: Ledger) -> None:
    (one,) = ledger.incidents()
    left, right = one.claims
    with ledger.edit() as edit:
        edit.notsame(f"c:{left}", f"c:{right}")
    apart = ledger.shelf().incidents()
    assert sorted(other.id for other in apart) == sorted([f"i-{left}", f"i-{right}"])
    with ledger.edit() as edit:
        edit.undo()
    (again,) = ledger.shelf().incidents()
    assert [ledger.shelf().find(other.id) for other in apart] == [again, again]


def test_a_dispute_leads_to_its_incident_and_a_pledge_to_its_words(shelf: Shelf) -> None:
    assert shelf.disputes()
    for dispute in shelf.disputes():
        assert shelf.find(dispute.id) == shelf.find(dispute.about)
    (pledge,) = shelf.pledges()
    assert shelf.find(pledge.id) == shelf.find(pledge.id[:6]) == shelf.index.claims[pledge.claims[0]]


def test_a_claim_of_no_incident_names_none(shelf: Shelf) -> None:
    outside = next(claim for claim in shelf.claims() if shelf.incident_of(claim) is None)
    with pytest.raises(Trouble, match="nothing here is called"):
        shelf.find(f"i:{outside.id}")
