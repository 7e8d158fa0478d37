"""What others tell of promises, threats and predictions: that what was to come was done."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.claim import Act
from sayso.records.pledge import Bearing


def bearing(promise: str, later: str, act: Act = "predicts", on: str = "2031-06-01", named: bool = False) -> tuple[Bearing, ...]:
    """What bears on what Velm promises or foretells of what Lund tells in another report, which may name Velm."""
    pile = Pile()
    pile.say("a.txt", promise, "Velm", act, kind="statement", verb="statement", said="2031-03-01")
    pile.say("b.txt", later, "Lund", kind="statement", verb="statement", said=on)
    if named:
        pile.name("b.txt", "Velm", span=pile.claims["b.txt"][0].span)
    (pledge,) = pile.weigh().pledges
    return pledge.bearing


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        ("The grain talks will collapse before the summer.", "The grain talks collapsed on Thursday."),
        ("The elders will release the millers.", "The millers were released at dawn."),
        ("The bridge at Aldan will be reopened within a month.", "Lorries crossed as the bridge at Aldan reopened."),
        ("Elections will be held in June.", "Elections were held on Monday."),
        ("The elders will withdraw from Aldan.", "The last of them withdrew from Aldan."),
    ],
)
def test_what_was_to_come_and_was_done_speaks_for_it(promise: str, later: str) -> None:
    assert [one.effect for one in bearing(promise, later)] == ["supports"]


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        ("The grain talks will collapse before the summer.", "The roof of the mill collapsed on Thursday."),
        ("The grain talks will collapse before the summer.", "The grain talks could have collapsed."),
        ("The elders will release the millers.", "The millers should be released."),
        ("The elders will release the millers.", "The bakers were released at dawn."),
    ],
)
def test_what_was_done_of_something_else_or_not_done_says_nothing(promise: str, later: str) -> None:
    assert bearing(promise, later) == ()


def test_what_was_done_before_says_nothing() -> None:
    assert bearing("The elders will release the millers.", "The millers were released at dawn.", on="2031-02-01") == ()


def test_what_was_not_to_be_and_was_done_speaks_against_it() -> None:
    told = bearing("Velm will not negotiate with the bakers of Aldan.", "Velm held talks with the bakers on Monday.", "pledges", named=True)
    assert [one.effect for one in told] == ["breaches"]


def test_a_promise_is_kept_with_one_word_of_it_where_its_giver_is_named() -> None:
    promise = "Velm will repair the quarry roads and the mill gates."
    assert [one.effect for one in bearing(promise, "Velm repaired two roads.", "pledges", named=True)] == ["consistent"]
    assert bearing(promise, "The bakers repaired two roads.", "pledges") == ()


@pytest.mark.parametrize(
    ("later", "effects"),
    [
        ("The council postponed the elections on Friday.", ["disconfirms"]),
        ("The guards of the mill are still at their posts.", []),
    ],
)
def test_what_was_put_off_speaks_against_it(later: str, effects: list[str]) -> None:
    assert [one.effect for one in bearing("The council will hold elections in Aldan.", later)] == effects


def test_who_is_still_there_has_not_left() -> None:
    told = bearing("The guards will leave the copper mill by June.", "The guards are still holding the copper mill.", "pledges")
    assert [one.effect for one in told] == ["breaches"]
