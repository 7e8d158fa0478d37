"""What became of people whom nobody saw taken or killed, and the deeds that are told with their day before whom they struck."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def told(find: Find, text: str) -> list[tuple[str, dict[str, str]]]:
    events = (claim for claim in find(text).claims if claim.kind == "event")
    return [(one.verb, {slot.name: slot.text for slot in one.slots}) for one in events]


@pytest.mark.parametrize(
    ("text", "kind", "victims"),
    [
        ("Nine students disappeared on Monday.", "abduction_forced_disappearance", "Nine students"),
        ("Otto Brand disappeared in Kest on 3 May 2031.", "abduction_forced_disappearance", "Otto Brand"),
        ("The bodies of nine students were found near Kest.", "attack", "nine students"),
        ("The police found the body of a judge near Kest.", "attack", "judge"),
        ("Two judges were found dead near Kest.", "attack", "Two judges"),
    ],
)
def test_who_disappeared_was_taken_and_whose_body_was_found_was_killed(find: Find, text: str, kind: str, victims: str) -> None:
    ((verb, slots),) = told(find, text)
    assert (verb, slots["victim"], slots.get("agent")) == (kind, victims, None)


@pytest.mark.parametrize("text", ["The Velk Front has disappeared.", "The police found a body of evidence.", "Snow has disappeared."])
def test_what_disappears_or_is_found_otherwise_is_no_event(find: Find, text: str) -> None:
    assert told(find, text) == []


def test_the_bodies_of_those_whose_death_is_told_before_are_no_second_event(find: Find) -> None:
    events = told(find, "Nine soldiers were killed in the ambush and their bodies were found near Kest.")
    assert [verb for verb, _ in events] == ["attack"]


@pytest.mark.parametrize(
    ("text", "day", "victim"),
    [
        ("The arrest on 3 May 2031 of nine students was condemned.", "3 May 2031", "nine students"),
        ("Unions condemned the killing on 3 May 2031 of Otto Brand, a student.", "3 May 2031", "Otto Brand"),
        ("Unions condemned the kidnapping and murder on 3 May 2031 of Otto Brand.", "3 May 2031", "Otto Brand"),
    ],
)
def test_a_deed_may_be_told_with_its_day_before_whom_it_struck(find: Find, text: str, day: str, victim: str) -> None:
    _, slots = told(find, text)[0]
    assert (slots["when"], slots["victim"]) == (day, victim)


def test_what_is_discussed_took_place_if_it_is_known(find: Find) -> None:
    assert [verb for verb, _ in told(find, "They discussed the recent attack on an aid convoy.")] == ["attack"]
    assert told(find, "They discussed an attack on an aid convoy.") == []
