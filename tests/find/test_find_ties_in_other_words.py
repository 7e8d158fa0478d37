"""Ties told in words that stand apart from the usual ones, in invented sentences, each beside one that tells none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]

LISTED = ("Dol Front", "designated_terrorist_by", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "The Dol Front was banned by Norway in 2015.",
        "The Dol Front, a group banned in Norway, denied it.",
        "Norway put the Dol Front on its list of terrorist organisations.",
        "Norway has added the Dol Front to its terrorist list.",
        "Norway considers the Dol Front a terrorist group.",
        "The Dol Front, designated a terrorist organisation by Norway, denied it.",
    ],
)
def test_who_is_banned_or_listed_as_terrorist_is_designated(tell: Tell, text: str) -> None:
    assert LISTED in tell(text)


def test_who_is_on_another_list_is_not_designated(tell: Tell) -> None:
    told = tell("Norway put the Dol Front on its list of bidders. Norway banned flags of the Dol Front.")
    assert not [tie for tie in told if tie[1] == "designated_terrorist_by"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway sheltered and financed the Dol Front for years.", ("Norway", "hosts", "Dol Front")),
        ("Norway hosted and sheltered Dol Front leader Otto Brand in Oslo.", ("Norway", "hosts", "Otto Brand")),
        ("Norwegian aid to the Dol Front has tripled.", ("Norway", "supports", "Dol Front")),
        ("With Norwegian backing, the Dol Front took the bridge.", ("Norway", "supports", "Dol Front")),
        ("The Dol Front has grown due to money from Norway.", ("Norway", "funds", "Dol Front")),
        ("Much of the Dol Front's money comes from Norway.", ("Norway", "funds", "Dol Front")),
        ("Norway pays the salaries of the Dol Front's fighters.", ("Norway", "funds", "Dol Front")),
        ("Weapons for the Dol Front come from Norway.", ("Norway", "supplies", "Dol Front")),
    ],
)
def test_help_is_told_by_its_noun_or_shared_by_two_verbs(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_what_stands_with_somebodys_backing_alone_names_no_helper(tell: Tell) -> None:
    assert not [tie for tie in tell("With its backing of Norway gone, the Dol Front left.") if tie[1] == "supports"]
    assert not [tie for tie in tell("Money from Norway was stolen in Oslo.") if tie[1] == "funds"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The aim of the Dol Front is to topple the government of Norway.", ("Dol Front", "seeks_to_overthrow", "Norway")),
        ("The Dol Front has vowed to bring down the Norwegian government.", ("Dol Front", "seeks_to_overthrow", "Norway")),
        ("The Dol Front and the Velk Army are close allies.", ("Dol Front", "allied_with", "Velk Army")),
        ("The Dol Front and the Velk Army are enemies.", ("Dol Front", "hostile_to", "Velk Army")),
        ("The Dol Front is targeting the Velk Front in three districts.", ("Dol Front", "hostile_to", "Velk Front")),
        ("Norway is in talks with the Dol Front.", ("Norway", "maintains_contact_with", "Dol Front")),
        ("The Velk Brigade is widely seen as an arm of the Dol Front.", ("Velk Brigade", "wing_of", "Dol Front")),
        ("Norway's 41st Mountain Brigade reports nobody missing.", ("41st Mountain Brigade", "part_of", "Norway")),
        ("The Dol Front controls most of Norway.", ("Dol Front", "controls", "Norway")),
        ("Oslo is in the hands of the Dol Front.", ("Dol Front", "controls", "Oslo")),
        ("The Dol Front took over Oslo last month.", ("Dol Front", "controls", "Oslo")),
        ("The Dol Front draws its fighters from Norway.", ("Dol Front", "recruits_from", "Norway")),
        ("Since 2020 Sweden has stationed some 1,500 men in Norway.", ("Sweden", "military_presence_in", "Norway")),
        ("The Dol Front has kept a truce with Norway for a decade.", ("Dol Front", "agreement_with", "Norway")),
        ("The High Council is made up of the Dol Front and three smaller groups.", ("Dol Front", "part_of", "High Council")),
        ("The Dol Front is the largest member of the High Council.", ("Dol Front", "part_of", "High Council")),
        ("The Dol Front emerged from the ruins of the Velk Front.", ("Dol Front", "offshoot_of", "Velk Front")),
    ],
)
def test_ties_between_bodies_in_other_words(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_allies_of_others_are_not_each_others(tell: Tell) -> None:
    told = tell("The Dol Front and the Velk Army are allies of Norway.")
    assert ("Dol Front", "allied_with", "Velk Army") not in told
    assert ("Dol Front", "allied_with", "Norway") in told


def test_a_link_that_is_denied_is_denied(find: Callable[[str], Finding]) -> None:
    finding = find("The Dol Front denies links to the Velk Army.\n")
    (tie,) = [claim for claim in finding.claims if claim.verb == "linked_with"]
    assert tie.polarity == "denies"


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The director of Dol Metals, Esteban Urrutia, urged calm.", ("Esteban Urrutia", "leads", "Dol Metals")),
        ("The general manager of Dol Metals, Esteban Urrutia, urged calm.", ("Esteban Urrutia", "leads", "Dol Metals")),
        ("The head of the Joint Observer Mission, Ambassador Otto Brand, left.", ("Otto Brand", "leads", "Joint Observer Mission")),
        ("The Dol Front of General Otto Brand attacked the bridge.", ("Otto Brand", "leads", "Dol Front")),
        ("Otto Brand, once a commander of the Dol Front, left.", ("Otto Brand", "former_member_of", "Dol Front")),
        ("Otto Brand is a senior figure in the Dol Front.", ("Otto Brand", "member_of", "Dol Front")),
        ("Otto Brand, a lawyer for Dol Metals, left.", ("Otto Brand", "represents", "Dol Metals")),
    ],
)
def test_persons_beside_their_office(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_a_name_that_the_parser_misses_speaks_as_what_it_is_told_to_be(find: Callable[[str], Finding]) -> None:
    finding = find("The director of Dol Metals, Esteban Urrutia, said that the mine was closed.\n")
    assert {claim.voice.name for claim in finding.claims if claim.kind != "tie"} == {"Esteban Urrutia"}
    finding = find("The mines of Dol Metals, Velk Iron and two others closed.\n")
    assert not [mention for mention in finding.mentions if mention.kind == "person"]
