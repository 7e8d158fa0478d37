"""Who did what to whom, where no plain subject or object tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def part(find: Find, text: str, name: str) -> list[str]:
    """The words of one kind of detail in all happenings of a text."""
    return [slot.text for claim in find(text).claims if claim.kind == "event" for slot in claim.slots if slot.name == name]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("The murder of Otto Brand shocked the country.", ["Otto Brand"]),
        ("The Dawn Front claimed responsibility for the kidnapping of Otto Brand.", ["Otto Brand"]),
        ("Gunmen killed 12 miners, including Saul Brand, the secretary of the union.", ["12 miners", "Saul Brand"]),
        ("Gunmen kidnapped a young couple, Anna Brand and Otto Kest, as they were leaving their home.", ["Anna Brand", "Otto Kest"]),
        ("A foreigner named Anna Brand was killed in the same incident.", ["Anna Brand"]),
        ("The candidate Otto Brand died after being shot in the head.", ["Otto Brand"]),
        ("The ministry condemned an attack on judges in Velk.", ["judges in Velk"]),
        ("He escaped the first shots that were fired at the wall.", []),
    ],
)
def test_whom_it_harmed(find: Find, text: str, victims: list[str]) -> None:
    assert part(find, text, "victim") == victims


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The rebels attacked the mayor's office.", ["mayor's office"]),
        ("A bomb exploded at a school branch near the river.", ["school branch"]),
        ("A car bomb went off in front of the offices of the Kest Union.", ["offices of the Kest Union"]),
        ("An explosion took place outside the Orlan Bank.", ["Orlan Bank"]),
        ("Several armed men set the club on fire.", ["club"]),
        ("The men set fire to the farm.", ["farm"]),
        ("The blast caused no casualties.", []),
        ("Dol saw an attempt on the life of Otto Brand.", ["Otto Brand"]),
        ("The minister condemned the attack on Senator Otto Brand.", ["Otto Brand"]),
        ("Otto Brand was murdered this morning on the city's west side.", []),
        ("The attack took place at the intersection of two avenues.", []),
        ("The peasants were killed by the army on orders from the government.", []),
    ],
)
def test_at_what_it_was_aimed(find: Find, text: str, targets: list[str]) -> None:
    assert part(find, text, "target") == targets


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The authorities attributed the murder of Otto Brand to the Dawn Front.", ["Dawn Front"]),
        ("In an attack attributed to the Dawn Front, a bridge was damaged.", ["Dawn Front"]),
        ("The killing was blamed on the Dawn Front.", ["Dawn Front"]),
        ("The army blamed the Dawn Front for the killing of the priests.", ["Dawn Front"]),
        ("The police hold the Dawn Front responsible for the attack on the barracks.", ["Dawn Front"]),
        ("The Dawn Front was behind the attack on the barracks.", ["Dawn Front"]),
        ("The army accuses the Dawn Front of the murder of Otto Brand.", ["Dawn Front"]),
        ("The Dawn Front was not behind the attack on the barracks.", []),
        ("The Dawn Front was not only behind the attack on the barracks, it had planned others.", ["Dawn Front"]),
        ("He has no evidence that the Dawn Front is responsible for the attack on the barracks.", []),
        ("Nine people were killed at the hands of the army.", ["army"]),
        ("The Norvan army reported shelling near the quay.", []),
        ("A military patrol killed nine peasants.", ["military patrol"]),
    ],
)
def test_who_is_told_to_have_done_it(find: Find, text: str, agents: list[str]) -> None:
    assert part(find, text, "agent") == agents


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("The rebels used explosives to blow up the pipeline.", ["explosives"]),
        ("The army bombed the villages, using helicopters.", ["helicopters"]),
        ("The rebels detonated a powerful dynamite charge.", ["dynamite charge"]),
        ("Boatmen threw an explosive device at the toll house.", ["device"]),
        ("The rebels hurled stones and bombs at the embassy.", ["stones", "bombs"]),
    ],
)
def test_with_what_it_was_done(find: Find, text: str, things: list[str]) -> None:
    assert part(find, text, "instrument") == things


@pytest.mark.parametrize("text", ["Several men wounded a guard.", "Several armed men kidnapped Anton Kest."])
def test_those_who_harm_are_not_counted_as_harmed(find: Find, text: str) -> None:
    assert part(find, text, "injured") == part(find, text, "captured") == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The nurse died in the ward where she was taken after unknown gunmen this evening placed a bomb at the mill.", ["unknown gunmen"]),
        ("On May 1, at least six rockets fired from Dolan territory near Velk landed in Kest.", []),
        ("The mayor recalled the Dolex Airlines bombing.", []),
        ("The mayor recalled the Otto Brand murder.", []),
        ("The mayor condemned the Dawn Front bombing in Velk.", ["Dawn Front"]),
        ("Otto Brand criticized the Dawn Front for shooting a farmer in Velk.", ["Dawn Front"]),
    ],
)
def test_neither_who_suffered_a_deed_nor_who_is_told_of_before_it_nor_who_blames_for_it_did_it(
    find: Find, text: str, doers: list[str]
) -> None:
    assert part(find, text, "agent") == doers


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling killed between four and seven people in Kabul on 1 May 2031.", ["Kabul"]),
        ("The shelling wounded three women in Kabul.", ["Kabul"]),
        ("The army shelled positions, killing nine fighters near Herat.", ["Herat"]),
        ("An exchange of fire was reported in Kabul on 3 May 2031.", ["Kabul"]),
        ("Explosions were heard in Kabul on 3 May 2031.", ["Kabul"]),
        ("The attack was reported in Kabul on Monday.", []),
        ("The bombing killed nine people from a village in Helmand.", []),
    ],
)
def test_it_was_where_those_were_whom_it_harmed_or_where_it_was_heard_of(find: Find, text: str, places: list[str]) -> None:
    assert part(find, text, "place") == places


@pytest.mark.parametrize(
    "text",
    [
        "A second strike set alight a grain store in Kest.",
        "The rebels set the warehouse ablaze.",
        "Three trucks were set alight near Kest.",
    ],
)
def test_what_is_set_alight_is_destroyed(find: Find, text: str) -> None:
    assert [claim.verb for claim in find(text).claims] == ["looting_property_destruction"]
