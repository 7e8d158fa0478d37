"""Testimonies come out of a text as they went in."""

from __future__ import annotations

from dataclasses import replace

from drawn import DRAWN, Drawn
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as otherwise
from piles import NO_PACKS

from sayso.known.countries import Countries
from sayso.weigh import testifying, testimony
from sayso.weigh.origins import Folds
from sayso.weigh.packed import columns_of, packed, packed_left, unpacked
from sayso.weigh.pile import pile_of


def told_in(drawn: Drawn) -> list[testimony.Testimony]:
    state = drawn.state(False)
    pile = pile_of(state.documents, state.findings, replace(state.linking, works=()), Countries(NO_PACKS))
    first = {claim: min(pile.claims, key=lambda other: (other[0] != claim[0], other)) for claim in pile.claims}
    return testifying.testimonies_of(pile, list(pile.claims.values()), Folds(first, {claim: claim for claim in pile.claims}))


@given(DRAWN)
def test_what_is_unpacked_is_what_was_packed_but_for_the_names_of_what_is_folded_together(drawn: Drawn) -> None:
    told = told_in(drawn)
    again = unpacked(columns_of(packed(told)))
    assert [otherwise(one, near="", far="") for one in again] == [otherwise(one, near="", far="") for one in told]
    assert [one.far for one in again] == [one.claim for one in again]
    assert [one.near == other.near for one in told for other in told] == [one.near == other.near for one in again for other in again]


@given(DRAWN)
def test_the_same_testimonies_give_the_same_text_whatever_they_share_and_by_whom_they_are_folded(drawn: Drawn) -> None:
    told = told_in(drawn)
    assert packed(unpacked(columns_of(packed(told)))) == packed(told)
    assert packed([otherwise(one, near=f"of {one.near}") for one in told]) == packed(told)


@given(DRAWN, st.data())
def test_what_is_left_is_kept_as_if_there_had_never_been_more(drawn: Drawn, data: st.DataObject) -> None:
    kept = columns_of(packed(told_in(drawn)))
    left = [one for one in unpacked(kept) if data.draw(st.booleans())]
    assert packed_left(kept, left) == packed(left)
    folded = [otherwise(one, near="one") for one in left]
    assert packed_left(kept, folded) == packed(folded)
