"""A bare "the army" is that of the country that its text is about, and of no other."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.worked_out import mention_key


def one(left: tuple[str, str], right: tuple[str, str], kind: str = "other") -> bool:
    """Whether two names, each behind some words of a text of its own, are one actor's."""
    pile = Pile()
    for doc, (text, name) in (("a.txt", left), ("b.txt", right)):
        pile.say(doc, text)
        pile.name(doc, name, kind)
    actors = pile.link().actor_of
    return actors[mention_key("a.txt", left[1])] == actors[mention_key("b.txt", right[1])]


@pytest.mark.parametrize("name", ["army", "Ministry of Defence", "armed forces"])
def test_bodies_that_every_state_has_are_two_in_texts_about_two_countries(name: str) -> None:
    norway, kenya = ("In Norway the Norwegian press was silent.", name), ("In Kenya the Kenyan press was silent.", name)
    assert not one(norway, kenya)
    assert not one(("The press was silent.", name), kenya)
    assert one(("In Norway it rained.", name), norway)
    assert one(("It rained.", name), ("The press was silent.", name))


def test_those_of_texts_about_no_land_are_one_whatever_stands_before_them() -> None:
    pile = Pile()
    for doc, text in (("a.txt", "In Kenya it rained."), ("b.txt", "It rained."), ("c.txt", "It snowed.")):
        pile.say(doc, text)
        pile.name(doc, "National Army", "government_body")
    actors = pile.link().actor_of
    kenyan, *others = (actors[mention_key(doc, "National Army")] for doc in ("a.txt", "b.txt", "c.txt"))
    assert len(set(others)) == 1
    assert kenyan not in others


def test_a_body_with_a_name_of_its_own_is_one_wherever_it_is_told_of() -> None:
    assert one(("In Norway it rained.", "Velm River Army"), ("In Kenya it rained.", "Velm River Army"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norwegian navy", "navy of Norway"),
        ("Norwegian Naval Force", "Norway's navy"),
        ("Kenyan Armed Forces", "Kenya’s army"),
        ("Kenyan troops", "Kenyan military"),
        ("Kenya Hill Brigade", "Kenyan Hill Brigades"),
        ("Coast Mission in the UAE", "Coast Mission in United Arab Emirates"),
        ("UN", "United Nations"),
        ("African Union", "AU"),
    ],
)
def test_a_states_body_is_one_in_other_words(left: str, right: str) -> None:
    assert one(("It rained.", left), ("It snowed.", right))


def test_a_bare_army_is_that_of_the_one_country_of_its_text() -> None:
    named = ("It snowed.", "Norwegian army")
    assert one(("In Norway the Norwegian press was silent.", "armed forces"), named)
    assert not one(("In Kenya the Kenyan press was silent.", "armed forces"), named)
    assert not one(("Norway and Kenya were silent.", "armed forces"), named)


def test_a_bare_army_is_nobodys_where_the_text_names_that_of_another_country() -> None:
    pile = Pile()
    pile.say("a.txt", "In Norway the Norwegian press was silent.")
    for doc, name in (("a.txt", "Kenyan army"), ("a.txt", "armed forces"), ("b.txt", "Norwegian army")):
        pile.name(doc, name, "other")
    actors = pile.link().actor_of
    assert actors[mention_key("a.txt", "armed forces")] != actors[mention_key("b.txt", "Norwegian army")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norwegian navy", "Kenyan navy"),
        ("Kenya Hill Brigade", "Norway Hill Brigade"),
        ("Kenyan soldiers", "Kenyan navy"),
        ("Norwegian navy", "Norwegian army"),
        ("un", "United Nations"),
    ],
)
def test_bodies_of_two_states_and_two_bodies_of_one_are_two(left: str, right: str) -> None:
    assert not one(("It rained.", left), ("It snowed.", right))
