"""Ties of several told together, of whom a text goes on to speak, and of those who act on somebody's orders, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]


def test_a_clause_with_a_plural_verb_describes_all_of_a_list(tell: Tell) -> None:
    told = tell("Groups such as the Velk Army and the Dol Front, which are affiliated with the Kest Brigades, left the valley.")
    assert {one for one, verb, _ in told if verb == "affiliate_of"} == {"Velk Army", "Dol Front"}
    told = tell("The Velk Army and the Dol Front, which is affiliated with the Kest Brigades, left the valley.")
    assert [one for one, verb, _ in told if verb == "affiliate_of"] == ["Dol Front"]


def test_these_groups_are_those_of_the_list_before(tell: Tell) -> None:
    text = "It fought groups such as the Velk Army and the Dol Front. These groups are affiliated with the Kest Brigades."
    assert {one for one, verb, _ in tell(text) if verb == "affiliate_of"} == {"Velk Army", "Dol Front"}
    assert not [tie for tie in tell("The Velk Army left. These groups are affiliated with the Kest Brigades.") if tie[1] == "affiliate_of"]


def test_the_leader_without_a_body_leads_the_group_spoken_of(tell: Tell) -> None:
    assert ("Otto Brand", "leads", "Dol Front") in tell("The Dol Front was formed in 2022. The current leader is Otto Brand.")
    assert not [tie for tie in tell("The Dol Front left. A leader is Otto Brand.") if tie[1] == "leads"]


@pytest.mark.parametrize(
    "text",
    [
        "The Velk Army was formed in 2011 by fighters who had split from the Dol Front.",
        "The Velk Army consists of fighters who had split from the Dol Front.",
    ],
)
def test_what_men_who_split_from_a_group_make_is_a_splinter_of_it(tell: Tell, text: str) -> None:
    assert ("Velk Army", "splinter_of", "Dol Front") in tell(text)


def test_what_is_given_to_them_is_given_to_who_was_armed_before(tell: Tell) -> None:
    told = tell("Ruritania backed the Velk Army. Norway trained the Dol Front and provided it with modern weapons.")
    assert ("Norway", "supports", "Dol Front") in told
    assert ("Norway", "supports", "Velk Army") not in told


def test_who_acts_on_the_orders_of_somebody_is_commanded_by_him_but_not_whom_it_is_done_to(tell: Tell) -> None:
    assert ("Otto Brand", "commanded_by", "Dol Front") in tell("Otto Brand killed the judge on orders from the Dol Front.")
    assert not [tie for tie in tell("Otto Brand was killed on orders from the Dol Front.") if tie[1] == "commanded_by"]


def test_a_group_under_another_is_a_part_of_it(tell: Tell) -> None:
    assert ("Hill Brigades", "part_of", "Dol Front") in tell("The Hill Brigades are an armed group under the Dol Front.")
    assert ("Hill Brigades", "part_of", "Dol Front") in tell("The Hill Brigades, an armed group under the Dol Front, left.")


def test_a_number_two_leader_does_not_lead(tell: Tell) -> None:
    assert tell("Otto Brand, number two leader of the Dol Front, left.") == [("Otto Brand", "deputy_of", "Dol Front")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Dol League candidate Otto Brand spoke in Oslo.", ("Otto Brand", "member_of", "Dol League")),
        ("Otto Brand, presidential candidate of the Dol League, left.", ("Otto Brand", "member_of", "Dol League")),
        ("Marshal Otto Brand now lives in Norway.", ("Norway", "hosts", "Otto Brand")),
        ("The Hill Brigades, the armed sector of the Dol Front, left.", ("Hill Brigades", "wing_of", "Dol Front")),
    ],
)
def test_candidates_exiles_and_armed_sectors_are_tied(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_the_plural_name_of_a_group_is_no_persons(find: Callable[[str], Finding]) -> None:
    finding = find("Castano and Perez committed the crime following orders from the Irreducibles.")
    assert {mention.kind for mention in finding.mentions if mention.text == "Irreducibles"} == {"other"}
