"""Ties that offices, possessives, joined words and the names of bodies tell, and the taking of places, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The U.S.-backed Dune Front left Aldan.", ("U.S.", "supports", "Dune Front")),
        ("The U.S.-backed coalition left Aldan.", ("U.S.", "supports", "U.S.-backed coalition")),
    ],
)
def test_a_dotted_acronym_joined_to_a_participle_tells_a_tie(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_a_coalition_called_by_who_leads_it_is_not_told_each_time_to_be_led_by_him(tell: Tell) -> None:
    assert not tell("The U.S.-led coalition left Aldan.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norwegian military spokesman Otto Brand spoke.", ("Otto Brand", "spokesperson_for", "Norwegian military")),
        ("Military spokesman Brigadier Otto Brand spoke.", ("Otto Brand", "spokesperson_for", "Military")),
        ("Otto Brand, a spokesman for the health ministry, spoke.", ("Otto Brand", "spokesperson_for", "health ministry")),
        ("Emergency services spokeswoman Irma Brand spoke.", ("Irma Brand", "spokesperson_for", "Emergency services")),
        ("The Office of Dune Fisheries (ODF) director Otto Brand spoke.", ("Otto Brand", "leads", "Office of Dune Fisheries")),
        ("Otto Brand, head of mission of the Valley Monitoring Team, spoke.", ("Otto Brand", "leads", "Valley Monitoring Team")),
        ("Otto Brand, the Health Ministry's undersecretary, spoke.", ("Otto Brand", "holds_office", "Health Ministry")),
        ("Valley League Secretary-General Otto Brand spoke.", ("Otto Brand", "leads", "Valley League")),
    ],
)
def test_an_office_is_held_in_the_body_that_stands_before_it_or_is_told_by_its_matter(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_a_word_of_how_a_role_was_once_held_is_no_part_of_its_body(tell: Tell) -> None:
    assert ("Otto Brand", "former_member_of", "army") in tell("Former army chief Otto Brand left Aldan.")


def test_who_speaks_for_an_office_does_not_hold_it(tell: Tell) -> None:
    text = "The Valley League chairman's spokesman Otto Brand spoke."
    assert all(predicate == "spokesperson_for" for _, predicate, _ in tell(text))


def test_allies_and_backers_told_by_their_country_alone_are_that_country(tell: Tell) -> None:
    assert ("Chile", "allied_with", "Hezbollah") in tell("Hezbollah and its Chilean allies left Aldan.")
    assert ("Chile", "supports", "Hezbollah") in tell("Hezbollah's Chilean backers left Aldan.")


def test_persons_of_a_list_behind_a_plural_bear_it_all(tell: Tell) -> None:
    found = tell("Police sought two Hezbollah bomb experts, Chilean Otto Brand and Peruvian Karl Velk, in Aldan.")
    assert {predicate for _, predicate, body in found if body == "Hezbollah"} == {"member_of"}
    assert len(found) == 2


def test_who_is_named_behind_a_possessive_of_a_paper_works_for_it(tell: Tell) -> None:
    assert ("Otto Brand", "member_of", "Al Jazeera") in tell("Al Jazeera's Otto Brand spoke from the camp.")


def test_what_a_faction_of_a_group_does_is_not_told_of_the_group(tell: Tell) -> None:
    assert not tell("The raid was the work of a faction of Hezbollah allied with Hamas.")


def test_most_of_a_country_s_north_is_a_part_of_it(tell: Tell) -> None:
    assert [tie[:2] for tie in tell("Hezbollah controls much of Chile's dry north.")] == [("Hezbollah", "controls")]


def test_who_takes_a_town_controls_it_but_not_where_that_only_tells_when_something_was(tell: Tell) -> None:
    assert ("Hezbollah", "controls", "Tripoli") in tell("Hezbollah fighters seized the town of Tripoli.")
    assert not tell("There was panic when Hezbollah captured Tripoli.")
    assert not tell("Hezbollah seized forty rifles in Tripoli.")


def test_a_body_whose_name_begins_with_another_s_is_a_part_of_it(tell: Tell) -> None:
    text = "The Valley League Support Office (VLSO) opened. The Valley League was glad. The Valley League Support Office closed."
    assert [tie for tie in tell(text) if tie[1] == "part_of"] == [("Valley League Support Office", "part_of", "Valley League")]
    assert not tell("The Valley League Support Office opened. The Valley League was glad.")
    assert not tell("Otto Brand stood in the Blue Room of the Orlan Congress. The Blue Room was full.")


def test_a_body_named_right_behind_another_is_a_part_of_it(tell: Tell) -> None:
    text = "The Dune Democratic Forces (DDF) Internal Security Forces fired at the town."
    assert ("Internal Security Forces", "part_of", "Dune Democratic Forces") in tell(text)
    assert all(tie[1] != "part_of" for tie in tell("The anti-Hezbollah Valley Army left Aldan."))


def test_a_mission_under_a_name_of_its_own_is_a_part_of_who_sent_it(tell: Tell) -> None:
    assert tell("The United Nations mission known as MONUB left Aldan.") == [("MONUB", "part_of", "United Nations")]
