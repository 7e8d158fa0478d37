from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble
from sayso.shelf.facets import SORTS, chosen
from sayso.shelf.filters import KEYS, parse_filter


def test_each_list_says_by_which_keys_it_can_be_narrowed(ledger: Ledger) -> None:
    shelf = ledger.shelf()
    for sort in SORTS.values():
        assert set(sort.keys) <= set(KEYS)
        for thing in sort.all(shelf):
            assert set(sort.facets(shelf, thing).values) == set(sort.keys) - {"since", "until"}


@pytest.mark.parametrize(
    ("what", "text", "number"),
    [
        ("claims", "voice:Tarvonia", 1),
        ("claims", "actor:orsenia", 2),
        ("claims", "type:shelling_artillery_missile_attack polarity:denies", 1),
        ("claims", "kind:event status:contested source:a.txt", 1),
        ("claims", "since:2024-03-05 until:2024-03-05", 3),
        ("incidents", "voice:Tarvonia voice:Orsenia", 1),
        ("incidents", "source:c.txt", 0),
        ("incidents", "rockets", 1),
        ("disputes", "kind:occurrence voice:orsenia place:Kestavar", 1),
        ("actors", "actor:Orsenia kind:state", 1),
        ("actors", "side:unknown", 2),
        ("documents", "source:b.txt language:en since:2024", 1),
        ("documents", "neighbours", 1),
        ("pledges", "status:open", 0),
        ("problems", "step:read code:damaged source:scan.pdf", 1),
    ],
)
def test_a_list_is_narrowed_by_what_its_things_have(ledger: Ledger, what: str, text: str, number: int) -> None:
    assert len(chosen(ledger.shelf(), what, parse_filter(text))) == number


def test_a_key_that_a_list_does_not_have_is_told_with_those_it_has(ledger: Ledger) -> None:
    with pytest.raises(Trouble, match="`act` cannot narrow incidents") as refused:
        chosen(ledger.shelf(), "incidents", parse_filter("act:denies"))
    assert refused.value.hint == "the keys for incidents are: place, voice, actor, status, type, source, since, until"


def test_claims_are_told_apart_by_what_people_decided_on_them(ledger: Ledger) -> None:
    first, second, third = (claim.id for claim in ledger.claims())
    with ledger.edit() as edit:
        edit.accept(first)
        edit.reject(second)
    assert [claim.id for claim in ledger.claims(review="accepted")] == [first]
    assert [claim.id for claim in ledger.claims("review:rejected OR review:manual")] == [second]
    assert [claim.id for claim in ledger.claims(review="unsupervised")] == [third]
    assert [claim.id for claim in ledger.claims("-review:unsupervised")] == [first, second]
