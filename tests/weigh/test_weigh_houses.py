"""What a body says in one report, and one of its people, is one origin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.lang.language import load_language
from sayso.weigh.houses import House, houses_told


def one_origin(
    body: str, person: str, kind: str = "government_body", days: tuple[str | None, str | None] = (None, None), between: int = 2000
) -> bool:
    """Whether what a body says at the head of a report and what a person says far below are one origin, which is not certain."""
    pile = Pile()
    one = pile.say("a.txt", f"{body} said that the bridge is gone.", body, kind="statement", verb="statement", said=days[0])
    pile._add("a.txt", "x" * between)
    other = pile.say("a.txt", f"Nobody crossed the river, {person} said.", person, kind="statement", verb="statement", said=days[1])
    pile.mentions["a.txt"] = [
        replace(mention, kind=kind if mention.name.startswith(("The ", "Kenya")) else mention.kind) for mention in pile.mentions["a.txt"]
    ]
    found = {claim: origin for origin in pile.weigh().origins for claim in origin.claims}
    return found[one].id == found[other].id and not found[one].certain


def test_the_army_and_its_spokesman_in_one_report_are_one_origin() -> None:
    assert one_origin("Kenya's army", "military spokesman Otto Brand")
    assert one_origin("The military", "Brigadier Otto Brand")
    assert one_origin("The Saudi-led coalition", "coalition spokesman Otto Brand")
    assert one_origin("The health ministry", "health minister Otto Brand")


def test_in_a_long_report_only_near_each_other() -> None:
    assert not one_origin("The military", "Brigadier Otto Brand", between=3000)


@pytest.mark.parametrize(
    ("body", "person"),
    [
        ("Kenya's army", "Sudan's military spokesman Otto Brand"),
        ("The army", "the Harran's military spokesman Otto Brand"),
        ("The health ministry", "defence minister Otto Brand"),
        ("The army", "police spokesman Otto Brand"),
        ("The army", "Secretary General Otto Brand"),
        ("The army", "Otto Brand"),
    ],
)
def test_two_bodies_are_two_origins(body: str, person: str) -> None:
    assert not one_origin(body, person)


def test_so_are_the_words_of_two_bodies_of_one_kind_and_what_is_said_on_two_days() -> None:
    assert not one_origin("The army", "The military")
    assert not one_origin("The army", "army spokesman Otto Brand", days=("2031-03-04", "2031-03-09"))


def test_a_voice_is_of_a_body_by_its_words_for_rank_and_office_and_by_whose_they_are() -> None:
    language = load_language()
    assert houses_told(language, "the Harran Front's military spokesman") == (House("army", ("Harran", "Front")),)
    assert houses_told(language, "Lt-Col Otto Brand") == (House("army"),)
    assert houses_told(language, "Otto Brand, a police superintendent") == (House("police"),)
    assert houses_told(language, "the interior minister") == (House("ministry", (), ("interior",)),)
    assert houses_told(language, "a miller") == ()


def next_to(one: str, other: str, kind: str = "government_body", between: int = 0) -> bool:
    """Whether what two voices say right behind one another is one origin."""
    pile = Pile()
    first = pile.say("a.txt", f"The bridge is gone, {one} said.", one, kind="statement", verb="statement")
    pile._add("a.txt", "x" * between) if between else None
    then = pile.say("a.txt", f"Nobody crossed the river, {other} said.", other, kind="statement", verb="statement")
    pile.mentions["a.txt"] = [replace(mention, kind=kind) for mention in pile.mentions["a.txt"] if kind != "nobody"]
    if kind == "nobody":
        pile.claims["a.txt"] = [replace(claim, voices=(replace(claim.voice, name=None),)) for claim in pile.claims["a.txt"]]
    found = {claim: origin.id for origin in pile.weigh().origins for claim in origin.claims}
    return found[first] == found[then]


def test_what_bodies_of_one_country_say_right_behind_one_another_is_one_statement() -> None:
    assert next_to("Kenya", "the Kenyan defence ministry")
    assert not next_to("Kenya", "the Kenyan defence ministry", between=300)
    assert not next_to("Kenya", "the Sudanese defence ministry")


def test_so_is_what_he_says_and_he_says_again_where_nobody_knows_who_he_is() -> None:
    assert next_to("he", "him", "nobody")
    assert not next_to("he", "she", "nobody")


def test_members_of_a_body_say_what_it_says() -> None:
    pile = Pile()
    one = pile.say(
        "a.txt", "The 3rd Harran Front said that the bridge is gone.", "The 3rd Harran Front", kind="statement", verb="statement"
    )
    pile._add("a.txt", "x" * 2000)
    words = "3rd Harran Front members said that nobody crossed."
    other = pile.say("a.txt", words, "3rd Harran Front members", kind="statement", verb="statement")
    pile.mentions["a.txt"] = [
        replace(mention, kind="anonymous" if "members" in mention.name else "armed_group") for mention in pile.mentions["a.txt"]
    ]
    found = {claim: origin.id for origin in pile.weigh().origins for claim in origin.claims}
    assert found[one] == found[other]
