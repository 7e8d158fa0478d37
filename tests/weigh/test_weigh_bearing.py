"""A pledge held against what changed is the same as one held against all incidents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.records.pledge import Bearing, Pledge
from sayso.weigh.bearing import Breach, bearing, held_against, held_anew, means_the_same
from sayso.weigh.deeds import Aim, Ascribed, Deed, ascribed
from sayso.weigh.pledges import Draft

AIM = Aim("breaches", "a-velm", ("a-front",), ("OR",), bound=("a-front", "a-velm"))
DRAFT = Draft(Pledge("p-1", "pledge", "a-velm", "", "no attacks", ("c-1",), None, "open"), "", AIM)
WHOSE = st.lists(st.sampled_from(("a-front", "a-orsk")), unique=True, max_size=2).map(tuple)
ROW = st.tuples(st.sampled_from(("a-orsk", "a-paper")), WHOSE)
TOLD = st.dictionaries(st.sampled_from(("c-2", "c-3", "c-4")), ROW).map(lambda rows: ascribed(rows.items()))
DEED = st.builds(lambda told, who: Deed("", date(2031, 3, 4), who, ("OR",), told=told), TOLD, WHOSE)
DEEDS = st.dictionaries(st.sampled_from(("i-1", "i-2", "i-3", "i-4")), DEED).map(
    lambda drawn: {incident: replace(deed, incident=incident) for incident, deed in drawn.items()}
)


@given(DEEDS, DEEDS)
def test_incidents_that_change_leave_a_pledge_as_all_that_there_are_then_would(before: dict[str, Deed], changed: dict[str, Deed]) -> None:
    held = held_against(DRAFT, bearing(AIM, before.values()))
    gone = set(list(before)[::2]) | changed.keys()
    now = {incident: deed for incident, deed in before.items() if incident not in gone} | changed
    assert held_anew(held, AIM, DRAFT.pledge, AIM, gone, changed.values()) == held_against(DRAFT, bearing(AIM, now.values()))


@given(DEEDS, DEEDS)
def test_a_pledge_told_by_other_claims_is_left_as_all_incidents_would_leave_it(before: dict[str, Deed], changed: dict[str, Deed]) -> None:
    was = replace(AIM, own=("i-1",), word=("c-8",), fates=(Bearing("c-9", "supports"),), docs=("a",))
    held = held_against(replace(DRAFT, aim=was), bearing(was, before.values()))
    draft = replace(DRAFT, aim=replace(AIM, own=("i-2",), word=("c-7",), docs=("b",)), pledge=replace(DRAFT.pledge, claims=("c-5",)))
    gone = {"i-1", "i-2"} | changed.keys()
    now = {incident: deed for incident, deed in before.items() if incident in ("i-1", "i-2")} | changed
    assert draft.aim is not None
    assert means_the_same(draft.aim, was, gone)
    assert not means_the_same(draft.aim, was, gone - {"i-2"})
    assert not means_the_same(replace(draft.aim, targets=("school",)), was, gone)
    every = before | changed
    assert held_anew(held, was, draft.pledge, draft.aim, gone, now.values()) == held_against(draft, bearing(draft.aim, every.values()))


def test_a_breach_holds_the_words_of_those_who_ascribe_it_to_one_bound_by_the_pledge() -> None:
    told = ascribed([("c-2", ("a-orsk", ("a-front",))), ("c-3", ("a-paper", ("a-rest",)))])
    deed = Deed("i-1", date(2031, 3, 4), ("a-front",), ("OR",), told=told)
    held = held_against(DRAFT, [deed])
    assert held.breaches == (Breach("i-1", ("c-2",), ("a-orsk",)),)
    assert held.pledge.status == "challenged"


def test_what_bears_out_a_prediction_is_no_breach() -> None:
    deed = Deed("i-1", date(2031, 3, 4), ("a-front",), ("OR",), told=ascribed([("c-2", ("a-orsk", ("a-front",)))]))
    assert held_against(replace(DRAFT, aim=replace(AIM, effect="supports")), [deed]).breaches == ()


@given(TOLD, TOLD)
def test_of_what_is_ascribed_is_left_what_is_not_told_both_times(one: Ascribed, other: Ascribed) -> None:
    told, rows = (
        [(claim, voice, told.parties[number]) for claim, voice, number in zip(told.claims, told.voices, told.which, strict=True)]
        for told in (one, other)
    )
    left = one.without(other)
    assert left == ascribed([(claim, (voice, parties)) for claim, voice, parties in told if (claim, voice, parties) not in rows])
    assert one.naming(["a-front"]) == ascribed([(claim, (voice, parties)) for claim, voice, parties in told if "a-front" in parties])
