"""Events of no listed kind are told apart by their words, and may be of any listed kind."""

from __future__ import annotations

import msgspec
import pytest
from piles import Pile

from sayso.link.by_kind import near_type, no_kind, other_type, same_type, told_otherwise
from sayso.link.happenings import Happening
from sayso.link.phrases import Phrase
from sayso.records.vocabulary import OTHER


def told(quote: str, kind: str = OTHER, doc: str = "a", start: int = 0) -> Happening:
    return Happening(
        id=quote, doc=doc, order=(doc, start, start + len(quote), quote), type=kind, when=None, places={}, agents=frozenset(),
        targets=frozenset(), aims=frozenset(), instrument=frozenset(), voice="", act="asserts", polarity="affirms", points=False,
        phrase=Phrase(quote, (), "en"),
    )  # fmt: skip


DAM = told("On 3 May the bridge gave way.")


@pytest.mark.parametrize("other", [told("The old bridge broke on 3 May.", doc="b"), told("Nine people drowned.", start=200)])
def test_two_are_alike_that_share_a_word_or_stand_together(other: Happening) -> None:
    assert same_type(DAM, other) == OTHER
    assert told_otherwise(DAM, other) is None


@pytest.mark.parametrize("other", [told("The mayor resigned on 3 May.", doc="b"), told("The mayor resigned on 3 May.", start=900)])
def test_two_that_share_no_word_are_told_otherwise(other: Happening) -> None:
    assert same_type(DAM, other) is None
    assert told_otherwise(DAM, other)
    attacks = (msgspec.structs.replace(one, type="attack") for one in (DAM, other))
    assert told_otherwise(*attacks) is None


def test_one_of_no_listed_kind_may_be_of_any_but_is_not_near_it() -> None:
    attack = told("Gunmen shot at the bridge.", "attack", "b")
    assert no_kind(DAM, attack)
    assert (near_type(DAM, attack), other_type(DAM, attack)) == (None, None)
    assert other_type(attack, msgspec.structs.replace(DAM, type="agreement"))


@pytest.mark.parametrize(("doer", "same"), [("Front", True), ("Lund", False)])
def test_day_and_town_are_too_little_to_join_it_with_one_of_a_listed_kind(doer: str, same: bool) -> None:
    pile = Pile(published={"a.txt": "2031-05-04", "b.txt": "2031-05-05"})
    one = pile.say("a.txt", "On 3 May something struck the mill.", verb=OTHER, when="2031-05-03", place="Kest", agent="Front")
    other = pile.say("b.txt", "Gunmen shot at it on 3 May.", verb="attack", when="2031-05-03", place="Kest", agent=doer)
    found = pile.link().incident_of
    assert (found[one] == found[other]) is same
