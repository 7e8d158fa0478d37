"""What other texts call a body by some words of its name alone is one with it, where only one body of the pile has such a name."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.worked_out import mention_key


def one(*told: tuple[str, str]) -> bool:
    """Whether the names, each of a document of its own and given with its kind, are one actor's: the first and the last of them."""
    pile = Pile()
    for number, (name, kind) in enumerate(told):
        pile.name(f"{number}.txt", name, kind)
    actors = pile.link().actor_of
    keys = [mention_key(f"{number}.txt", name) for number, (name, _) in enumerate(told)]
    return actors[keys[0]] == actors[keys[-1]]


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Velkan Resistance Command", "Velkan Command", "armed_group"),
        ("Velkanist Patriotic Front", "Velkanist Front", "armed_group"),
        ("National Rectitude Council", "Rectitude Council", "government_body"),
        ("Velkuda TV", "Velkuda", "media"),
        ("VNS Steadfast", "Steadfast", "other"),
        ("Heron Battalions", "Herons", "armed_group"),
        ("Velkan Resistance Command", "VRC", "armed_group"),
        ("Director of the Velkan Sea Fund", "DVSF", "other"),
    ],
)
def test_a_body_without_some_words_is_the_only_one_whose_name_has_them(full: str, short: str, kind: str) -> None:
    assert one((full, kind), (short, "other"))


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Popular Resistance Command", "Popular Command", "armed_group"),  # words that many bodies have
        ("Velkan New Front", "Velkan Front", "armed_group"),  # a splinter
        ("Velkan Revolutionary Army", "Velkan Army", "armed_group"),  # the state's
        ("Velkan Defence Ministry", "Velkan Ministry", "government_body"),
        ("National Liberation Front", "Liberation Front", "armed_group"),
        ("Coast TV", "Coast", "media"),
        ("Heron Battalions", "Heron", "other"),
        ("Heron Battalions", "HB", "armed_group"),
    ],
)
def test_what_many_bodies_may_be_called_is_none_of_them(full: str, short: str, kind: str) -> None:
    assert not one((full, kind), (short, "other"))


def test_of_two_bodies_with_such_a_name_it_is_none() -> None:
    other = ("Velkan Patriotic Command", "armed_group")
    assert not one(("Velkan Resistance Command", "armed_group"), other, ("Velkan Command", "other"))


def test_that_it_is_a_short_form_is_what_is_told_as_the_reason() -> None:
    pile = Pile()
    pile.name("a.txt", "Velkan Resistance Command", "armed_group")
    pile.name("b.txt", "Velkan Command", "other")
    reasons = [reason.feature for link in pile.link().links for reason in link.reasons]
    assert reasons == ["a short form of a full name, borne by nobody else here"]


def test_letters_that_are_another_body_of_the_text_are_those_of_its_wing() -> None:
    pile = Pile()
    for name in ("VNS", "VNS Steadfast"):
        pile.name("a.txt", name, "other")
    pile.name("b.txt", "Steadfast", "other")
    actors = pile.link().actor_of
    assert actors[mention_key("b.txt", "Steadfast")] != actors[mention_key("a.txt", "VNS Steadfast")]
