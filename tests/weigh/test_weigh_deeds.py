"""What bears on a pledge is found by marks, and none is missed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.bearing import bearing
from sayso.weigh.deeds import Aim, Deed, Deeds, bears

WHO = st.lists(st.sampled_from(("a-front", "a-orsk", "a-velm")), unique=True, max_size=2).map(tuple)
WHERE = st.lists(st.sampled_from(("OR", "VE")), unique=True, max_size=2).map(tuple)
DAY = st.none() | st.integers(1, 9).map(lambda day: date(2031, 3, day))
OWN = st.lists(st.sampled_from(("i-0", "i-1")), unique=True, max_size=1).map(tuple)
DEEDS = st.lists(st.builds(Deed, st.just(""), DAY, WHO, WHERE, WHERE, WHO, WHO), max_size=6)
AIMS = st.builds(Aim, st.just("breaches"), st.sampled_from(("a-front", "a-orsk")), WHO, WHERE, st.booleans(), DAY, OWN)


@given(DEEDS, AIMS)
def test_all_that_bears_on_a_pledge_is_found_by_its_marks(drawn: list[Deed], aim: Aim) -> None:
    deeds = [Deed(f"i-{number}", one.last, one.agents, one.at, one.out_of, one.parties, one.states) for number, one in enumerate(drawn)]
    assert Deeds(deeds).bearing(aim) == bearing(aim, deeds)


def test_an_incident_bears_on_no_pledge_of_which_it_tells_itself_or_that_was_given_later() -> None:
    deed = Deed("i-1", date(2031, 3, 4), ("a-front",), ("OR",))
    assert bears(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), since=date(2031, 3, 4)))
    assert not bears(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), since=date(2031, 3, 5)))
    assert not bears(deed, Aim("breaches", "a-velm", ("a-front",), ("OR",), own=("i-1",)))
