"""A person's short name means the one whose full name it can be short for, by its words and by the ranks that texts give."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.document import Span
from sayso.records.worked_out import mention_key


def one(*told: tuple[str, str]) -> bool:
    """Whether the names are those of one person, each given by its document's text and the name in it; every text is one of its own."""
    pile, keys = Pile(), []
    for number, (text, name) in enumerate(told):
        doc = f"{number}.txt"
        pile.texts[doc] = pile.texts.get(doc, "") + text
        pile.name(doc, name, "person", span=Span(doc, text.index(name), text.index(name) + len(name)))
        keys.append(mention_key(doc, name))
    linking = pile.link()
    return len({linking.actor_of[key] for key in keys}) == 1


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("General Davit Wad al-Orlan left.", "General Wad al-Orlan came back."),
        ("Mullah Shabaz Rakhmani left.", "Mullah Shabaz came back."),
        ("Commander Davit Orlan left.", "Orlan came back."),
    ],
)
def test_a_name_is_short_for_the_one_that_it_is_the_end_or_the_beginning_of(full: str, short: str) -> None:
    names = full.removesuffix(" left.").removeprefix("General "), short.removesuffix(" came back.").removeprefix("General ")
    assert one((full, names[0]), (short, names[1]))


def test_the_first_of_a_persons_names_mean_him_where_both_texts_give_him_one_office() -> None:
    minister = "The Minister of Defence, Davit Orlan, came.", "Davit Orlan"
    assert one(("The Minister of Defence, Mr. Davit Orlan Velku, left.", "Davit Orlan Velku"), minister)
    assert not one(("Davit Orlan Velku, a farmer, left.", "Davit Orlan Velku"), minister)


@pytest.mark.parametrize(
    ("text", "name"), [("Maj. Gen. Davit Orlan Velku left.", "Davit Orlan Velku"), ("Gen Orlan Davit left.", "Orlan Davit")]
)
def test_a_rank_is_one_in_full_and_in_short(text: str, name: str) -> None:
    assert one((text, name), ("General Davit Orlan came back.", "Davit Orlan"))
    assert not one((text, name), ("Colonel Davit Orlan came back.", "Davit Orlan"))


def test_a_captain_is_no_minister_of_the_same_name() -> None:
    minister = "The Minister of Defence, Davit Orlan, left.", "Davit Orlan"
    assert not one(minister, ("Captain Orlan came back.", "Orlan"))
    assert one(minister, ("Minister Orlan came back.", "Orlan"))


def test_of_two_who_bear_a_name_it_means_the_one_with_its_rank() -> None:
    commander, sister = ("Commandant Ali Velku left.", "Ali Velku"), ("Mira Velku stayed.", "Mira Velku")
    pile = Pile()
    for text, name in (commander, sister, ("Commandant Velku was taken.", "Velku")):
        start = len(pile.texts.get("a.txt", "")) + text.index(name)
        pile.texts["a.txt"] = pile.texts.get("a.txt", "") + text + "\n"
        pile.name("a.txt", name, "person", span=Span("a.txt", start, start + len(name)))
    actors = pile.link().actor_of
    assert actors[mention_key("a.txt", "Velku")] == actors[mention_key("a.txt", "Ali Velku")]
    assert actors[mention_key("a.txt", "Velku")] != actors[mention_key("a.txt", "Mira Velku")]


def test_a_family_name_alone_means_the_one_with_initials_where_no_full_name_is_told() -> None:
    short = "Inspector D. Orlan left.", "D. Orlan"
    assert one(short, ("Inspector Orlan came back.", "Orlan"))
    assert one(short, ("Davit Orlan was asked.", "Davit Orlan"), ("Orlan came back.", "Orlan"))
    assert not one(short, ("Mira Orlan was asked.", "Mira Orlan"), ("Orlan came back.", "Orlan"))


def test_initials_and_a_family_name_mean_him_in_all_texts_that_name_him_in_full() -> None:
    full = ("Davit Orlan left.", "Davit Orlan"), ("Davit Orlan came back.", "Davit Orlan")
    assert one(*full, ("Mr D. Orlan asked.", "D. Orlan"))
    assert not one(*full, ("Mr M. Orlan asked.", "M. Orlan"))
    assert not one(*full, ("Dima Orlan left.", "Dima Orlan"), ("Mr D. Orlan asked.", "D. Orlan"))


def test_a_family_name_of_two_words_is_told_by_both() -> None:
    minister = "Davita Orlan-Velku left.", "Davita Orlan-Velku"
    assert one(minister, ("D. Orlan-Velku asked.", "D. Orlan-Velku"))
    assert not one(minister, ("D. Sarn-Velku asked.", "D. Sarn-Velku"))
    assert one(("Davit Van Orlan left.", "Davit Van Orlan"), ("Mr Van Orlan asked.", "Van Orlan"))


def test_a_body_named_right_before_somebody_gives_him_no_rank() -> None:
    captain = "Captain Orlan came back.", "Orlan"
    assert one(("For the General Command,\nKapten Davit Orlan", "Davit Orlan"), captain)
    assert not one(("General Davit Orlan left.", "Davit Orlan"), captain)


def test_a_family_name_in_another_spelling_means_who_has_its_rank() -> None:
    general = "General Davit Karlou left.", "Davit Karlou"
    assert one(general, ("General Carlu came back.", "Carlu"))
    assert not one(general, ("Carlu, a farmer, came back.", "Carlu"))
    assert not one(general, ("General Karlan came back.", "Karlan"))


def test_a_nun_is_called_by_her_given_name() -> None:
    assert one(("Ana Velkuda of the mission left.", "Ana Velkuda"), ("Sister Ana came back.", "Sister Ana"))
    assert one(("Deputy Prefect Ana Velkuda left.", "Ana Velkuda"), ("Madam Deputy Prefect Velkuda spoke.", "Madam Deputy Prefect Velkuda"))
    assert one(("Madame Velkuda came back.", "Madame Velkuda"), ("Ana Velkuda, sister of a farmer, left.", "Ana Velkuda"))


def test_a_family_name_that_the_parser_takes_for_a_land_or_a_people_is_still_a_persons() -> None:
    pile = Pile()
    pile.name("a.txt", "Davit Orlani", "person")
    for doc, name, kind in (("b.txt", "Orlani", "ethnic_group"), ("c.txt", "Orlani", "state"), ("d.txt", "Davit", "state")):
        pile.name(doc, name, kind)
    actors = pile.link().actor_of
    assert actors[mention_key("b.txt", "Orlani")] == actors[mention_key("c.txt", "Orlani")] == actors[mention_key("a.txt", "Davit Orlani")]
    assert actors[mention_key("d.txt", "Davit")] != actors[mention_key("a.txt", "Davit Orlani")]


def test_another_name_behind_a_title_or_of_a_body_that_one_text_gives_is_known_in_others() -> None:
    pile = Pile()
    pile.say("a.txt", "Davit Orlan (Uncle Saba) left.", kind="tie", verb="alias_of", subject="Davit Orlan", object="Uncle Saba")
    pile.say("a.txt", "The Home Corps (Haratal) left.", kind="tie", verb="alias_of", subject="Home Corps", object="Haratal")
    pile.mentions["a.txt"] = []
    pile.name("a.txt", "Davit Orlan", "person")
    pile.name("a.txt", "Home Corps", "armed_group")
    pile.name("b.txt", "Uncle Saba", "person")
    pile.name("b.txt", "Haratal", "other")
    actors = pile.link().actor_of
    assert actors[mention_key("b.txt", "Uncle Saba")] == actors[mention_key("a.txt", "Davit Orlan")]
    assert actors[mention_key("b.txt", "Haratal")] == actors[mention_key("a.txt", "Home Corps")]


def test_mullahs_of_one_name_and_hajis_are_two() -> None:
    assert not one(("Haji Shabaz Rakhmani left.", "Haji Shabaz Rakhmani"), ("Mullah Shabaz came.", "Mullah Shabaz"))


def test_a_nickname_that_one_text_gives_is_the_persons_in_others() -> None:
    pile = Pile()
    pile.say("a.txt", "Davit Orlan, alias Velkuda, left.", kind="tie", verb="alias_of", subject="Davit Orlan", object="Velkuda")
    pile.name("b.txt", "Velkuda", "person")
    actors = pile.link().actor_of
    assert actors[mention_key("b.txt", "Velkuda")] == actors[mention_key("a.txt", "Davit Orlan")]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Sayyid Imad al-Orsan", "Sayyid al-Orsan"),
        ("Ana Lund-Brand", "Lund-Brand"),
    ],
)
def test_honorifics_and_hyphens_keep_no_family_name_from_its_bearer(full: str, short: str) -> None:
    assert one((f"{full} left.", full), (f"{short} came back.", short))


def test_two_honorifics_are_of_two_men() -> None:
    assert not one(("Sayyid Imad al-Orsan left.", "Sayyid Imad al-Orsan"), ("Mullah al-Orsan came.", "Mullah al-Orsan"))
