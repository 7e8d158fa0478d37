"""Two mentions of one day are one event by what else they share: words and people in two texts, or that they stand beside each other."""

from __future__ import annotations

import msgspec
import pytest
from piles import Pile, day

from sayso.link.by_day import same_day_beside, same_day_half_the_words, same_day_names, same_day_one_people, same_day_some_words
from sayso.link.happenings import Happening
from sayso.link.phrases import Phrase
from sayso.records.vocabulary import OTHER

THIRD = day("2031-05-03")


def told(quote: str, doc: str = "a", start: int = 0, **details: object) -> Happening:
    one = Happening(
        id=quote, doc=doc, order=(doc, start, start + len(quote), quote), type="attack", when=THIRD, places={}, agents=frozenset(),
        targets=frozenset(), aims=frozenset(), instrument=frozenset(), voice="", act="asserts", polarity="affirms", points=False,
        phrase=Phrase(quote, (), "en"),
    )  # fmt: skip
    return msgspec.structs.replace(one, **details)


STONES = told("On 3 May a crowd threw stones at the Lundish embassy.")


@pytest.mark.parametrize(
    ("other", "some", "half"),
    [
        ("Some 150 people threw stones at an embassy.", False, True),
        ("The crowd sang and shouted.", True, False),
        ("A trader was robbed.", False, False),
    ],
)
def test_words_that_both_texts_use_of_one_day_tell_that_they_mean_one_event(other: str, some: bool, half: bool) -> None:
    there = told(other, "b")
    assert (same_day_some_words(STONES, there) is not None, same_day_half_the_words(STONES, there) is not None) == (some, half)
    for apart in (told(other, "b", when=day("2031-05-04")), told(other, "a", 90)):
        assert (same_day_some_words(STONES, apart), same_day_half_the_words(STONES, apart)) == (None, None)


def test_the_same_kind_of_people_counts_in_two_texts_that_tell_of_one_day() -> None:
    here, there = (told("Drivers died.", doc, victims=frozenset({"driver"})) for doc in "ab")
    assert same_day_one_people(here, there) == "driver"
    assert same_day_one_people(here, msgspec.structs.replace(there, when=None)) is None


def test_a_name_counts_in_two_texts_of_one_day_of_which_one_tells_an_event_of_no_listed_kind() -> None:
    ferry = Phrase("On 3 May the ferry Velna Sofrin was shot at.", (), "en")
    here, there = (msgspec.structs.replace(STONES, doc=doc, phrase=ferry) for doc in "ab")
    sunk = msgspec.structs.replace(there, type=OTHER, phrase=Phrase("The ferry Velna Sofrin sank on 3 May.", (), "en"))
    assert same_day_names(here, sunk) == "sofrin, velna"
    assert same_day_names(here, there) is None
    assert same_day_names(here, msgspec.structs.replace(sunk, when=day("2031-05-04"))) is None


def test_what_stands_in_the_next_words_of_one_text_and_is_of_one_day_is_beside() -> None:
    end = STONES.order[2]
    assert same_day_beside(STONES, told("Two were hurt.", "a", end + 2))
    assert same_day_beside(told("Two were hurt.", "a", end + 2), STONES)
    assert same_day_beside(STONES, told("Two were hurt.", "a", end + 900)) is None
    assert same_day_beside(STONES, told("Two were hurt.", "a", end + 2, when=day("2031-05-04"))) is None


@pytest.mark.parametrize(("again", "same"), [("The state of the north signed it", True), ("A trader opened a school", False)])
def test_two_texts_on_one_day_without_a_place_are_one_incident_by_their_words(again: str, same: bool) -> None:
    pile = Pile(published={"a.txt": "2031-05-09", "b.txt": "2031-06-09"})
    one = pile.say("a.txt", "On 3 May it signed an accord with the state of the north.", verb="agreement", when="2031-05-03")
    other = pile.say("b.txt", f"{again} on 3 May.", verb="agreement", when="2031-05-03")
    found = pile.link().incident_of
    assert (found[one] == found[other]) is same


@pytest.mark.parametrize(("town", "same"), [("Kest", True), ("Dol", False)])
def test_two_accounts_of_one_day_beside_each_other_are_one_incident_unless_another_town_parts_them(town: str, same: bool) -> None:
    pile = Pile()
    one = pile.say("a.txt", "A clash was reported from six on.", verb="armed_clash", when="2031-05-03", place="Kest")
    other = pile.say("a.txt", "The army opened fire first, a teacher said.", verb="attack", when="2031-05-03", place=town)
    found = pile.link().incident_of
    assert (found[one] == found[other]) is same


def test_a_phrase_that_points_back_with_a_day_of_its_own_means_no_event_of_another_day() -> None:
    pile = Pile()
    clash = pile.say("a.txt", "On 29 April fire was exchanged at the bridge of Kest.", verb="armed_clash", when="2031-04-29", place="Kest")
    own = pile.say("a.txt", "The clash should not have been.", kind="statement", verb="statement")
    other = pile.say("a.txt", "It should not be confused with the clash of 9 April.", kind="statement", verb="statement")
    found = pile.link().incident_of
    assert found.get(own) == found[clash]
    assert other not in found
