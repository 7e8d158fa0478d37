"""Events of a kind that no rule knows: a verb of the past beside its day, and the entries of a chronology."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding
from sayso.records.vocabulary import OTHER

Find = Callable[[str], Finding]
REPORT = "KEST, 9 May 2031 (VNA) - The week in the valley.\n\n"


def others(find: Find, text: str) -> list[tuple[str | None, str]]:
    """The day and the words of each event of no listed kind."""
    claims = [claim for claim in find(REPORT + text).claims if claim.verb == OTHER]
    whens = [claim.slot("when") for claim in claims]
    return [(str(when.when) if when else None, claim.quote) for when, claim in zip(whens, claims, strict=True)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On 3 May the dam at Ormbak gave way.", "2031-05-03"),
        ("Two bakers of Dol were appointed wardens of the mill on Tuesday.", "2031-05-06"),
        ("The mill of Dol has stopped today.", "2031-05-09"),
        ("The road to Dol did open on Tuesday.", "2031-05-06"),
        ("A third man was released unharmed on 2 May.", "2031-05-02"),
        ("Two officers of Dol were questioned on Tuesday.", "2031-05-06"),
        ("In April two officers of Dol were charged.", "2031-04"),
    ],
)
def test_what_a_verb_of_the_past_tells_of_a_day_is_an_event(find: Find, words: str, day: str) -> None:
    assert others(find, words) == [(day, words)]


@pytest.mark.parametrize(
    "words",
    [
        "The dam at Ormbak gave way.",
        "On 3 May the dam at Ormbak was full.",
        "On 3 May people in Ormbak knew nothing of it.",
        "The list was released on 2 May.",
        "In April the mill of Dol stopped.",
        "On 3 May the dam did not give way.",
        "On 12 May the dam will be opened.",
        "The dam may have given way on 3 May.",
        "Gunmen killed nine bakers in Dol on 3 May.",
        "The baker promised that he would paint the mill on 3 May.",
    ],
)
def test_without_a_day_or_of_what_is_so_not_so_to_come_or_known_by_a_rule_it_is_none(find: Find, words: str) -> None:
    assert others(find, words) == []


def test_it_has_its_place_and_who_did_it(find: Find) -> None:
    claim = next(claim for claim in find(REPORT + "Otto Brand resigned on 3 May in Kabul.").claims if claim.verb == OTHER)
    assert {slot.name: slot.text for slot in claim.slots} == {"agent": "Otto Brand", "when": "3 May", "place": "Kabul"}


@pytest.mark.parametrize("entry", ["3 May - Power cut in Dol.", "3 May: Dockers walk out.", "• 3 May – Captain Otto Brand acquitted."])
def test_the_entries_of_a_chronology_tell_events_without_a_verb_of_the_past(find: Find, entry: str) -> None:
    body = "The dam of Ormbak is old, and few people there trust it.\n\n" + entry + " It is full.\n\n4 May - It is full.\n"
    ((day, words),) = others(find, body)
    assert day == "2031-05-03"
    assert entry.endswith(words)


LONG = "The dam of Ormbak is old, and few people of the valley trust it. " * 7 + "\n\n"


@pytest.mark.parametrize(
    "point", ["• Ferry to Dol runs aground.", "• 04:40 - Ferry to Dol runs aground.", "• About noon - DOL. The ferry runs aground."]
)
def test_what_begins_a_point_below_a_heading_that_is_a_day_is_an_event_of_that_day(find: Find, point: str) -> None:
    found = others(
        find, f"{LONG}Sat 3 May\n\n{point} The hull is old. The guild says that nobody sleeps.\n\nSUNDAY 4 MAY\n\n• It is full.\n"
    )
    assert [day for day, _ in found] == ["2031-05-03"]
    assert "runs aground" in found[0][1]


def test_a_heading_that_says_more_than_its_day_makes_no_entries(find: Find) -> None:
    assert others(find, f"{LONG}What the guild thought of 3 May and after\n\n• Ferry to Dol runs aground. The hull is old.\n") == []


@pytest.mark.parametrize("verb", ["announced", "declared", "proclaimed"])
def test_what_somebody_announces_on_a_day_is_an_event_of_that_day_and_what_he_says_is_none(find: Find, verb: str) -> None:
    words = f"On 3 May President Otto Brand {verb} that the mill was the property of the town."
    assert others(find, words) == [("2031-05-03", words)]
    assert others(find, words.replace(verb, "said")) == []
    assert others(find, words.replace("On 3 May ", "")) == []
