"""Names with numbers in them, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def named(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions if mention.named}


def ties(finding: Finding) -> list[tuple[str, str, str]]:
    found = ((claim.slot("subject"), claim.verb or "", claim.slot("object")) for claim in finding.claims if claim.kind == "tie")
    return [(one.actor or one.text, verb, other.actor or other.text) for one, verb, other in found if one is not None and other is not None]


@pytest.mark.parametrize("name", ["9 May Movement", "May 9 Movement", "9th of May Movement", "23rd March Movement"])
def test_a_body_may_be_named_after_a_day(find: Find, name: str) -> None:
    assert named(find(f"The leader of the {name} was killed in the valley.")).get(name) == name


def test_letters_and_number_are_short_for_the_day(find: Find) -> None:
    finding = find("Otto Brand, former leader of the 9 May Movement (M-9), spoke. The M-9 guerrillas left.")
    assert named(finding)["M-9"] == "9 May Movement"
    assert ("9 May Movement", "alias_of", "M-9") in ties(finding)


def test_letters_and_number_are_a_body_where_its_people_are_told_of(find: Find) -> None:
    finding = find("Otto Brand, candidate for the disbanded M-9 guerrilla group, was shot. Karl Lund, number two leader of M-9, spoke.")
    assert ("Otto Brand", "member_of", "M-9") in ties(finding)
    assert ("Karl Lund", "deputy_of", "M-9") in ties(finding)


def test_arms_are_no_bodies(find: Find) -> None:
    found = named(find("They fired M-60 machineguns and AK-47 rifles at two F-16 fighters."))
    assert not {"M-60", "AK-47", "F-16"} & found.keys()


def test_a_unit_with_a_number_is_part_of_its_body(find: Find) -> None:
    text = "Gunners of the 8th Front of the so-called Revolutionary Army of Velk [RAV] attacked. The 8th RAV Front denied it."
    finding = find(text)
    assert named(finding)["8th Front"] == named(finding)["8th RAV Front"] == "8th RAV Front"
    assert ("8th RAV Front", "part_of", "Revolutionary Army of Velk") in ties(finding)


def test_names_have_no_line_breaks(find: Find) -> None:
    text = """The police of the valley said in the evening that Otto Brand of the Velk Dawn
Front had left the town with forty of his men, and that nobody had stopped him on his
way to the border, where a helicopter of the army had been seen two hours before that."""
    assert "Velk Dawn Front" in named(find(text)).values()


def test_initials_may_stand_in_the_order_of_another_language(find: Find) -> None:
    text = """Otto Brand, coordinator of the Standing Committee for the Valley
Dialogue (CSDV), regretted that the front had left the talks with the army of the valley
which had been held in the mountains for some twelve days before that."""
    finding = find(text)
    whole = "Standing Committee for the Valley Dialogue"
    assert named(finding)["CSDV"] == whole
    assert ("Otto Brand", "leads", whole) in ties(finding)
