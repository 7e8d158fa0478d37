"""What bears on a pledge is found by marks, and none is missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.bearing import bearing
from sayso.weigh.deeds import Aim, Deed, Deeds, effect_of

WHO = st.lists(st.sampled_from(("a-front", "a-orsk", "a-velm")), unique=True, max_size=2).map(tuple)
WHERE = st.lists(st.sampled_from(("OR", "VE")), unique=True, max_size=2).map(tuple)
DAY = st.none() | st.integers(1, 9).map(lambda day: date(2031, 3, day))
OWN = st.lists(st.sampled_from(("i-0", "i-1")), unique=True, max_size=1).map(tuple)
WHAT = st.lists(st.sampled_from(("market", "port")), unique=True, max_size=2).map(tuple)
DOCS = st.lists(st.sampled_from(("a.txt", "b.txt")), unique=True, max_size=2).map(tuple)
DEEDS = st.lists(
    st.builds(Deed, st.just(""), DAY, WHO, WHERE, WHERE, WHO, WHO, targets=WHAT, told_on=DAY, known=st.booleans(), docs=DOCS),
    max_size=6,
)
AIMS = st.builds(
    Aim,
    st.sampled_from(("breaches", "consistent")),
    st.sampled_from(("a-front", "a-orsk")),
    WHO,
    WHERE,
    st.booleans(),
    DAY,
    OWN,
    bound=WHO,
    targets=WHAT,
    docs=DOCS,
    at_large=st.booleans(),
)


@given(DEEDS, AIMS)
def test_all_that_bears_on_a_pledge_is_found_by_its_marks(drawn: list[Deed], aim: Aim) -> None:
    deeds = [replace(one, incident=f"i-{number}") for number, one in enumerate(drawn)]
    assert Deeds(deeds).bearing(aim) == bearing(aim, deeds)


def test_an_incident_bears_on_no_pledge_of_which_it_tells_itself_or_that_was_given_later() -> None:
    deed = Deed("i-1", date(2031, 3, 4), ("a-front",), ("OR",))
    assert effect_of(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), since=date(2031, 3, 4)))
    assert not effect_of(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), since=date(2031, 3, 5)))
    assert not effect_of(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), own=("i-1",)))


DONE = Deed("i-1", None, ("a-front",))
THREAT = Aim("consistent", "a-front", ("a-front",))


def test_a_deed_without_a_day_comes_after_a_threat_where_it_is_told_no_earlier_or_no_day_is_known_of_either() -> None:
    assert effect_of(DONE, THREAT) == "consistent"
    assert effect_of(DONE, replace(THREAT, effect="breaches")) is None
    told, dated = replace(DONE, told_on=date(2031, 3, 4)), replace(THREAT, since=date(2031, 3, 4))
    assert effect_of(told, dated) == "consistent"
    assert effect_of(told, replace(dated, since=date(2031, 3, 5))) is None
    assert effect_of(DONE, dated) is None


def test_a_deed_of_which_no_place_is_told_may_be_the_one_that_was_threatened() -> None:
    threat = replace(THREAT, countries=("OR",))
    assert effect_of(DONE, threat) == "consistent"
    assert effect_of(replace(DONE, at=("VE",)), threat) is None
    assert effect_of(replace(DONE, last=date(2031, 3, 4)), replace(threat, effect="breaches")) is None


HIT = Deed("i-1", None, targets=("market",), told_on=date(2031, 3, 4), docs=("a.txt",))
SPARED = Aim("breaches", "a-velm", ("a-velm",), since=date(2031, 3, 1), bound=("a-velm",), targets=("market", "school"), docs=("a.txt",))


@pytest.mark.parametrize(
    ("deed", "aim", "effect"),
    [
        (HIT, SPARED, "ambiguous"),
        (replace(HIT, agents=("a-velm",), known=True), SPARED, "breaches"),
        (replace(HIT, agents=("a-front",), known=True), SPARED, None),
        (replace(HIT, targets=("port",)), SPARED, None),
        (replace(HIT, docs=("b.txt",)), SPARED, None),
        (replace(HIT, told_on=date(2031, 3, 1)), SPARED, None),
        (replace(HIT, last=date(2031, 3, 1)), SPARED, "ambiguous"),
        (HIT, replace(SPARED, since=None), None),
    ],
)
def test_who_hit_what_was_to_be_spared_is_left_open_where_nobody_is_named_and_one_report_tells_of_both(
    deed: Deed, aim: Aim, effect: str | None
) -> None:
    assert effect_of(deed, aim) == effect


def test_a_campaign_that_was_threatened_may_be_any_later_deed_told_beside_it_whose_doer_nobody_names() -> None:
    deed = Deed("i-1", date(2031, 3, 4), docs=("a.txt",))
    threat = replace(THREAT, since=date(2031, 3, 1), docs=("a.txt",), at_large=True)
    assert effect_of(deed, threat) == "ambiguous"
    assert effect_of(replace(deed, known=True), threat) is None
    assert effect_of(replace(deed, docs=("b.txt",)), threat) is None
    assert effect_of(deed, replace(threat, since=date(2031, 3, 5))) is None
    assert effect_of(deed, replace(threat, at_large=False)) is None


def test_a_deed_without_a_day_that_is_told_beside_a_threat_may_be_the_one_that_was_threatened() -> None:
    given = replace(THREAT, since=date(2031, 3, 5), docs=("a.txt",))
    assert effect_of(replace(DONE, docs=("a.txt",)), given) == "consistent"
    assert effect_of(replace(DONE, docs=("b.txt",)), given) is None
    assert effect_of(replace(DONE, docs=("a.txt",)), replace(given, effect="breaches")) is None
