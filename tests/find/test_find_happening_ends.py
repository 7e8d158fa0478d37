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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two militants sneaked across the border.", "border_incursion"),
        ("The army has broken the siege of Sarn.", "armed_clash"),
        ("The siege of Sarn began four years ago.", "armed_clash"),
        ("An airliner exploded near Kest.", "remote_explosive_landmine_ied"),
        ("Dynamite was placed at a church in Kest.", "remote_explosive_landmine_ied"),
        ("Elite troops entered the compound.", "non_state_actor_overtakes_territory"),
        ("They were beaten with sticks.", "attack"),
        ("The general was taken prisoner by marines.", "arrests"),
        ("Otto Brand was hanged.", "attack"),
        ("It tells of the destruction of a monument.", "looting_property_destruction"),
        ("The rebels inflicted losses on the army.", "attack"),
        ("The Security Council adopted Resolution 2031.", "agreement"),
    ],
)
def test_events_are_told_in_many_words(find: Find, text: str, kind: str) -> None:
    assert [verb for verb, _ in told(find, text)] == [kind]


@pytest.mark.parametrize("text", ["The picture was hung in a hall.", "The crowd exploded with joy.", "The store entered the market."])
def test_the_same_words_tell_other_things(find: Find, text: str) -> None:
    assert told(find, text) == []


def test_what_a_strike_protests_against_was_done(find: Find) -> None:
    events = told(find, "Unions called a strike to protest the attack carried out against a union hall.")
    assert [(verb, slots["target"]) for verb, slots in events] == [("attack", "union hall")]
