"""When the words of one happening tell of several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Claim, Finding

Find = Callable[[str], Finding]


def events(find: Find, text: str) -> list[Claim]:
    return [claim for claim in find(text).claims if claim.kind == "event"]


def told(find: Find, text: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(slot.text for name in names for slot in one.slots if slot.name == name) for one in events(find, text)]


def test_attacks_of_two_years_are_two_the_second_on_its_own_words(find: Find) -> None:
    text = "The Velm Front conducted two attacks there in 2014 and one in 2019."
    first, second = events(find, text)
    assert told(find, text, "when") == [("2014",), ("2019",)]
    assert (first.quote, second.quote) == (text, "2014 and one in 2019")


def test_each_of_two_dated_strikes_keeps_its_own_place(find: Find) -> None:
    text = "The army carried out airstrikes to kill Orlan Teck in 2015 and Bakar Senn in Lac Province, in 2016."
    assert told(find, text, "when", "place") == [("2015",), ("2016", "Lac Province")]


@pytest.mark.parametrize(
    "text",
    [
        "The army carried out airstrikes on the camp from 2014 to 2019.",
        "The army carried out an airstrike in May 2014 and left in June 2014.",
        "The army carried out airstrikes in 2014 that led to the vote of 2015.",
    ],
)
def test_a_stretch_of_time_and_the_date_of_something_else_part_nothing(find: Find, text: str) -> None:
    assert len([one for one in events(find, text) if one.verb == "air_drone_strike"]) == 1


def test_attacks_in_two_countries_are_two_where_each_has_its_own_preposition(find: Find) -> None:
    text = "The group organizes attacks in Niger, as at the Kora fair, and in Chad, as at the funeral of a general."
    first, second = events(find, text)
    assert told(find, text, "place") == [("Niger",), ("Chad",)]
    assert (first.quote, second.quote) == (text, "in Chad, as at the funeral of a general")
    assert told(find, "The group organizes attacks in Niger and Chad.", "place") == [("Niger", "Chad")]


def test_attacks_on_two_things_are_two_and_those_on_many_one(find: Find) -> None:
    assert told(find, "The rebels carried out attacks on the embassy and the guest house.", "target") == [("embassy",), ("guest house",)]
    assert len(events(find, "The rebels carried out attacks on schools and hospitals.")) == 1
