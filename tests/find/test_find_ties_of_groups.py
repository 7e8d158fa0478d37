"""Ties of groups that bear no name, of those who help with their means, and of what is only called for, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Told = tuple[str, str, str]
Ties = Callable[[str], list[Told]]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Kurdish and Arab gunmen were backed by Iran.", ("Iran", "supports", "Kurdish and Arab gunmen")),
        ("Moscow-backed separatists in the east shelled the port.", ("Russia", "supports", "Moscow-backed separatists")),
        ("Chechen rebel commander Otto Brand left the town.", ("Otto Brand", "member_of", "Chechen rebels")),
        ("The Bosnian Serb forces supported by the Serbian army left.", ("Serbian army", "supports", "Bosnian Serb forces")),
        ("Lebanese Hezbollah fighters are backed by Iran.", ("Iran", "supports", "Hezbollah")),
    ],
)
def test_men_at_arms_told_by_their_people_or_side_are_a_group(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


def test_the_leader_of_a_people_without_a_state_is_not_that_of_the_state_beside_it(affirmed: Ties) -> None:
    assert not affirmed("Bosnian Serb leader Otto Brand rejected the plan.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Kest Liberation Front is supported by Turkish drones.", ("Turkey", "supports", "Kest Liberation Front")),
        ("The Kest Liberation Front depends on militias and Russian air support.", ("Russia", "supports", "Kest Liberation Front")),
        ("The Kest Liberation Front enjoys the backing of Egypt.", ("Egypt", "supports", "Kest Liberation Front")),
        ("The Kest Liberation Front was later sponsored by Libya.", ("Libya", "supports", "Kest Liberation Front")),
        ("Rwanda is accused of arming the Kest Liberation Front.", ("Rwanda", "supports", "Kest Liberation Front")),
        ("They fled to northern Aldan, which is still under Kest Army rule.", ("Kest Army", "controls", "northern Aldan")),
        ("The Kest Liberation Front takes its orders from Tehran.", ("Kest Liberation Front", "commanded_by", "Iran")),
        ("The Valley Alliance is made up of the Kest Liberation Front.", ("Kest Liberation Front", "part_of", "Valley Alliance")),
        ("Iran supports General Otto Brand's men.", ("Iran", "supports", "Otto Brand")),
        ("The Kest Liberation Front is at war with the federal government.", ("Kest Liberation Front", "hostile_to", "federal government")),
        ("Hezbollah and allied Shia militias entered the town.", ("Shia militias", "allied_with", "Hezbollah")),
        ("Danish forces crossed the river in their war against Hezbollah.", ("Denmark", "hostile_to", "Hezbollah")),
    ],
)
def test_who_helps_holds_commands_or_fights_whom_is_told_in_many_ways(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Otto Brand, commander-in-chief of the Kest Liberation Front, left.", ("Otto Brand", "leads", "Kest Liberation Front")),
        ("Karl Lund was replaced by Otto Brand as head of Hezbollah.", ("Otto Brand", "leads", "Hezbollah")),
        ("Karl Lund and his former deputy Otto Brand, who leads Hezbollah, met.", ("Otto Brand", "leads", "Hezbollah")),
        ("The Valley Front, a coalition of rebel groups headed by Otto Brand, left.", ("Otto Brand", "leads", "Valley Front")),
        ("Karl Lund, whose Kest National Army holds the coast, spoke.", ("Karl Lund", "leads", "Kest National Army")),
        ("Raul Lund, a member of Hezbollah's ruling secretariat, met him.", ("Raul Lund", "member_of", "Hezbollah")),
        ("Otto Brand, Karl Lund's lieutenant, fled.", ("Otto Brand", "deputy_of", "Karl Lund")),
    ],
)
def test_an_office_is_told_over_the_words_between_it_and_its_body(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


def test_what_somebody_is_called_on_to_end_still_is_and_what_he_has_ended_is_not(affirmed: Ties) -> None:
    called_on = affirmed("We urge Rwanda to end its support for the Kest Liberation Front and to withdraw its troops from Congo.")
    assert called_on == [("Rwanda", "supports", "Kest Liberation Front"), ("Rwanda", "military_presence_in", "Congo")]
    assert not affirmed("Rwanda has ended its support for the Kest Liberation Front.")
    assert not affirmed("Rwanda withdrew its troops from Congo.")


def test_who_is_called_on_to_do_something_does_it_and_not_who_calls(affirmed: Ties) -> None:
    assert affirmed("Uganda called on Rwanda to withdraw its troops from Congo.") == [("Rwanda", "military_presence_in", "Congo")]
    assert not affirmed("Brand called for the coalition to fight the Kest Liberation Front.")


def test_nobody_holds_a_place_that_an_attack_is_to_take(affirmed: Ties) -> None:
    assert not affirmed("Kurdish fighters began an operation to recapture Aldan.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("KVLF chairman Otto Brand signed the paper.", ("Otto Brand", "leads", "KVLF")),
        ("KVLF troops, supported by the Croatian army, shelled the port.", ("Croatian army", "supports", "KVLF")),
        ("Karl Lund's KVLF and the Valley Front formed a coalition.", ("Karl Lund", "leads", "KVLF")),
        ("Hezbollah MP Otto Brand denied it.", ("Otto Brand", "member_of", "Hezbollah")),
    ],
)
def test_an_acronym_that_the_parser_does_not_see_is_a_body_before_its_men_and_behind_its_leader(
    affirmed: Ties, text: str, tie: Told
) -> None:
    assert tie in affirmed(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The Dawn Front and the Hill Liberation Army fought each other for the town.",
            ("Dawn Front", "hostile_to", "Hill Liberation Army"),
        ),
        ("The Dawn Front is considered the armed wing of the Renewal Party.", ("Dawn Front", "wing_of", "Renewal Party")),
        ("General Otto Brand, who was appointed commander of the army, left.", ("Otto Brand", "leads", "army")),
        ("Otto Brand resigned as leader of the Dawn Front.", ("Otto Brand", "former_member_of", "Dawn Front")),
        ("Otto Brand took over as leader of the Dawn Front.", ("Otto Brand", "leads", "Dawn Front")),
    ],
)
def test_what_is_done_to_each_other_and_what_office_is_taken_or_left(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


def test_who_replaces_a_man_with_another_is_not_his_successor(affirmed: Ties) -> None:
    ties = affirmed("President Karl Velk replaced army chief Karl Lund with General Otto Brand.")
    assert [tie for tie in ties if tie[1] == "succeeded_by"] == [("Karl Lund", "succeeded_by", "Otto Brand")]


def test_a_body_known_by_its_acronym_is_not_that_of_whoever_has_men_of_it(affirmed: Ties) -> None:
    assert not affirmed("It was confirmed by some of Otto Brand's men and by some of his KVLF guards.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The rebel-held town of Aleppo was shelled.", ("rebels", "controls", "Aleppo")),
        ("The government-controlled city of Aleppo was shelled.", ("government", "controls", "Aleppo")),
        (
            "The international coalition has supported the Kest Liberation Front.",
            ("international coalition", "supports", "Kest Liberation Front"),
        ),
        ("The leader of the anti-government forces, Otto Brand, left.", ("Otto Brand", "leads", "anti-government forces")),
        ("The paramilitary groups are financed by Iran.", ("Iran", "funds", "paramilitary groups")),
        ("Heavy fighting between the army and the insurgents went on.", ("army", "hostile_to", "insurgents")),
        ("Norway vowed to counter the threat from the Kest Liberation Front.", ("Norway", "hostile_to", "Kest Liberation Front")),
        (
            "Otto Brand was appointed the commander for the Valley Operational Command.",
            ("Otto Brand", "leads", "Valley Operational Command"),
        ),
    ],
)
def test_groups_known_by_their_kind_alone_have_ties(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


@pytest.mark.parametrize("text", ["Some rebels fight the Kest Liberation Front.", "Three rebels fight the Kest Liberation Front."])
def test_some_of_a_group_are_not_the_group(affirmed: Ties, text: str) -> None:
    assert not affirmed(text)


def test_a_group_known_by_its_kind_alone_is_one_with_no_other(find: Callable[[str], Finding]) -> None:
    finding = find("The insurgents are supported by the Kest Liberation Front.")
    assert [mention.kind for mention in finding.mentions if mention.name == "insurgents"] == ["anonymous"]


def test_a_reason_is_given_by_whom_it_moves(find: Callable[[str], Finding]) -> None:
    finding = find("The villagers blame the army for it because the army is an ally of the Kest Liberation Front.")
    ties = [claim for claim in finding.claims if claim.kind == "tie"]
    assert [(claim.verb, claim.voices[0].text) for claim in ties] == [("allied_with", "The villagers")]
