"""One tie told in several constructions: by a verb, its noun, a role, a name that holds another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The funding of the Orlan Front by Norway must end.", ("Norway", "funds", "Orlan Front")),
        ("Norway's financing of the Orlan Front has grown.", ("Norway", "funds", "Orlan Front")),
        ("Norway's arming of the Orlan Front has grown.", ("Norway", "supports", "Orlan Front")),
        ("Norwegian arms shipments to the Orlan Front have grown.", ("Norway", "supplies", "Orlan Front")),
        ("Norway's recognition of the Orlan Front came late.", ("Norway", "recognises", "Orlan Front")),
        ("The Orlan Front's control of Aleppo is complete.", ("Orlan Front", "controls", "Aleppo")),
        ("The presence of Norwegian troops in Iraq is illegal.", ("Norway", "military_presence_in", "Iraq")),
        ("The Orlan Front's operations within Iraq are few.", ("Orlan Front", "operates_in", "Iraq")),
        ("The Orlan Front has its headquarters in Aleppo.", ("Orlan Front", "operates_in", "Aleppo")),
        ("The fight of the Orlan Front against the Kest Brigade goes on.", ("Orlan Front", "hostile_to", "Kest Brigade")),
        ("The Orlan Front has declared war on the Kest Brigade.", ("Orlan Front", "hostile_to", "Kest Brigade")),
        ("The students protested the army's campaign against the Orlan Front.", ("army", "hostile_to", "Orlan Front")),
        ("The government is an accomplice of the army.", ("government", "allied_with", "army")),
        ("The Orlan Front has close ties to the Kest Brigade.", ("Orlan Front", "linked_with", "Kest Brigade")),
        ("They resent the cooperation of Norway with the Orlan Front.", ("Norway", "linked_with", "Orlan Front")),
        ("Norway's sheltering of the Orlan Front angers them.", ("Norway", "hosts", "Orlan Front")),
        ("Norway has entered into conflict with Iran.", ("Norway", "hostile_to", "Iran")),
        ("They told of Otto Brand's defection from the Orlan Front.", ("Otto Brand", "former_member_of", "Orlan Front")),
        ("The Orlan Front called for the overthrow of the Norwegian government.", ("Orlan Front", "seeks_to_overthrow", "Norway")),
        ("The Orlan Front's recruitment in Iraq has grown.", ("Orlan Front", "recruits_from", "Iraq")),
        ("The appointment of Otto Brand as leader of the Orlan Front came late.", ("Otto Brand", "leads", "Orlan Front")),
        (
            "They met the Rural Student Association (RSA) of San Carlos University.",
            ("Rural Student Association", "part_of", "San Carlos University"),
        ),
        ("Norway stands by the Orlan Front.", ("Norway", "supports", "Orlan Front")),
        ("Otto Brand deserted from the Orlan Front.", ("Otto Brand", "former_member_of", "Orlan Front")),
        ("Otto Brand directs the operations of the Orlan Front.", ("Otto Brand", "leads", "Orlan Front")),
        ("Otto Brand, who speaks for the Orlan Front, denied it.", ("Otto Brand", "spokesperson_for", "Orlan Front")),
        ("Otto Brand, of the Valley Institute, left.", ("Otto Brand", "member_of", "Valley Institute")),
        ("Otto Brand, formerly of the Orlan Front, left.", ("Otto Brand", "former_member_of", "Orlan Front")),
        ("Otto Brand, a student at the Valley Institute, left.", ("Otto Brand", "member_of", "Valley Institute")),
        (
            "The men, a group of the anti-Norwegian rebels (supported by the United States), left.",
            ("United States", "supports", "anti-Norwegian rebels"),
        ),
        ("They will not act because Norway backs the Orlan Front.", ("Norway", "supports", "Orlan Front")),
        ("The Orlan Front attacked Norwegian troops.", ("Orlan Front", "hostile_to", "Norway")),
        ("UN human rights observer Otto Brand left.", ("Otto Brand", "represents", "UN")),
    ],
)
def test_a_tie_is_told_in_many_constructions(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("A Kest Brigade spokesman said that the men had left.", ("Kest Brigade spokesman", "spokesperson_for", "Kest Brigade")),
        ("The Kest Brigade's spokeswoman said that the men had left.", ("Kest Brigade's spokeswoman", "spokesperson_for", "Kest Brigade")),
        ("A Dolaneros spokesman said that the men had left.", ("Dolaneros spokesman", "spokesperson_for", "Dolaneros")),
        (
            "Spokespersons for the Valley Institute denied it.",
            ("Spokespersons for the Valley Institute", "spokesperson_for", "Valley Institute"),
        ),
    ],
)
def test_who_speaks_without_a_name_is_tied_to_whom_he_speaks_for(tell: Tell, text: str, tie: Told) -> None:
    assert tie in tell(text)


def test_one_of_the_members_without_a_name_is_a_member(tell: Tell) -> None:
    tie = ("Two members", "member_of", "Valley Institute")
    assert tie in tell("Two members of the Valley Institute, who left last week, said so.")


@pytest.mark.parametrize("text", ["Norway virtually declared war on the Orlan Front.", "Norway almost backed the Orlan Front."])
def test_what_was_only_nearly_so_is_no_tie(tell: Tell, text: str) -> None:
    assert not tell(text)


def test_the_spokesman_told_of_before_is_tied_no_more(tell: Tell) -> None:
    assert not tell("The Kest Brigade spokesman said that the men had left.")


def test_a_name_with_of_the_tells_whose_part_it_is(tell: Tell) -> None:
    ties = tell("The Hill Command of the Dolan Patriotic Front (FPD) attacked the post.")
    assert ties == [("Hill Command of the Dolan Patriotic Front", "part_of", "Dolan Patriotic Front")]
    school = ("Rural Science School of the San Dolan University", "part_of", "San Dolan University")
    assert school in tell("They left the Rural Science School of the San Dolan University.")
    assert not tell("The Ministry of the Interior and the Army of the Republic denied it.")


def test_a_role_of_one_has_the_first_of_several_names_behind_it(tell: Tell) -> None:
    ties = tell("The students are Otto Brand, his wife, Olga Maria Rist, Karl Lund, and Per Holm.")
    assert not [tie for tie in ties if tie[1] == "kin_of" and tie[0] in ("Karl Lund", "Per Holm")]


def test_a_role_with_a_body_of_its_own_has_none_of_the_role_joined_to_it(tell: Tell) -> None:
    ties = tell("They invited Otto Brand, Jesuit priest and rector of the Valley University.")
    assert ties == [("Otto Brand", "leads", "Valley University")]


@pytest.mark.parametrize(
    "text",
    [
        "Major Otto Brand, who led a coup attempt against President Emil Dorn, fled.",
        "Otto Brand staged a putsch against President Emil Dorn.",
        "The coup by Otto Brand against President Emil Dorn failed.",
    ],
)
def test_who_leads_a_coup_seeks_to_overthrow_also_where_it_fails(tell: Tell, text: str) -> None:
    assert ("Otto Brand", "seeks_to_overthrow", "Emil Dorn") in tell(text)


def test_who_sends_arms_supplies_and_who_takes_military_action_or_an_offensive_is_hostile(tell: Tell) -> None:
    assert ("Norway", "supplies", "Hamas") in tell("Norway has continued to send arms to Hamas.")
    assert ("Houthis", "hostile_to", "Norway") in tell("The Houthis took military action against Norway.")
    assert ("Hamas", "hostile_to", "Norway") in tell("Hamas launched an offensive against Norway.")


def test_where_somebody_takes_refuge_or_is_granted_asylum_he_is_hosted(tell: Tell) -> None:
    for text in ("took refuge in the Norwegian Embassy", "has been granted asylum at the Norwegian Embassy"):
        assert ("Norwegian Embassy", "hosts", "Otto Brand") in tell(f"Otto Brand {text}.")


def test_what_only_describes_a_thing_that_is_denied_is_not_denied(find: Callable[[str], Finding]) -> None:
    found = find("Norway denied the legitimacy of the government headed by Otto Brand.").claims
    assert [(claim.act, claim.polarity) for claim in found if claim.verb == "leads"] == [("asserts", "affirms")]


def test_a_group_that_is_incorporated_into_an_army_merges_into_it(tell: Tell) -> None:
    assert ("Hamas", "merged_into", "Dawn Army") in tell("The Dawn Army is an army. Hamas was incorporated into the Dawn Army.")


@pytest.mark.parametrize("where", ["operates in Norwegian territory", "operates from Norway's territory", "has camps on Norwegian soil"])
def test_who_is_on_the_soil_of_a_country_is_in_that_country(tell: Tell, where: str) -> None:
    assert ("Hamas", "operates_in", "Norway") in tell(f"Hamas {where}.")
