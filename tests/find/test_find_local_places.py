"""Names that the text itself shows to be places."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def places(find: Find, text: str) -> set[str]:
    return {slot.place.id for claim in find(text).claims for slot in claim.slots if slot.place}


def test_a_name_that_stands_behind_a_word_for_where_is_a_place_whatever_the_parser_takes_it_for(find: Find) -> None:
    text = "Gunmen attacked an army post at Ormbak on 4 May 2031. Four soldiers were killed in the attack near Ormbak."
    assert places(find, text) == {"name:ormbak"}


def test_a_name_that_acts_as_often_is_none_and_neither_is_part_of_a_persons(find: Find) -> None:
    assert places(find, "Zarda attacked a post. Zarda killed two men. They trust in Zarda.") == set()
    assert places(find, "Otto Brandal attacked the post. Nobody believes in Brandal.") == set()


def test_an_island_is_called_one(find: Find) -> None:
    assert places(find, "Nine people died in an airstrike on Telame island on 4 May 2031.") == {"name:telame"}


def test_a_name_that_opens_like_a_places_is_no_persons(find: Find) -> None:
    mentions = find("Boats were seen off Ras Dolanda on Monday. The boats of Ras Dolanda were late.").mentions
    assert {mention.kind for mention in mentions if "Dolanda" in mention.text} <= {"other"}


def test_a_name_that_the_parser_takes_for_a_peoples_is_a_place_where_it_is_told_as_one(find: Find) -> None:
    text = "Five were buried in Abu Zarkand on Friday. The market of Abu Zarkand burned, and nobody was seen near Abu Zarkand."
    assert not [mention for mention in find(text).mentions if "Zarkand" in mention.text]


def test_what_lies_in_a_place_shows_that_a_name_is_one(find: Find) -> None:
    assert places(find, "Gunmen attacked a convoy at Motrin bridge on 4 May 2031.") == {"name:motrin"}
    assert places(find, "Gunmen killed nine people at the market of Sandovar on 4 May 2031.") == {"name:sandovar"}
    assert places(find, "Jets bombed the depot of Sandovar, in Parle district, on 4 May 2031.") >= {"name:sandovar"}


def test_what_is_called_after_a_place_does_not_make_its_name_somebodys(find: Find) -> None:
    text = "A bomb exploded in Kelay on 4 May 2031. Nine people are in Kelay General Hospital."
    assert places(find, text) == {"name:kelay"}


def test_names_that_are_joined_to_one_that_is_a_places_are_places(find: Find) -> None:
    text = "Killings at Ormbak, Zarkand and Telame\n\nRockets were fired at Telame on 5 May 2031."
    assert places(find, text) == {"name:telame"}
    assert "name:telame" not in places(find, "Killings of Ormbak, Zarkand and Telame\n\nRockets hit Telame on 5 May 2031. Telame burned.")


def test_what_was_recaptured_entered_or_shelled_is_a_place(find: Find) -> None:
    assert places(find, "The army recaptured Ormbak on 4 May 2031. Rebels entered Zarkand the next day.") == {"name:ormbak", "name:zarkand"}


def test_what_something_is_a_distance_or_a_side_of_is_a_place_wherever_else_its_name_stands(find: Find) -> None:
    text = "Shells fell on Olmar on 4 May 2031. The guns were 30 kilometres from Olmar. Olmar was captured in June."
    assert places(find, text) == {"name:olmar"}
    text = "Shells hit the Bar Sand quarter of Olmar on 4 May 2031. They feared for Olmar, and talked of Olmar."
    assert places(find, text) == {"name:olmar"}
    assert places(find, "Shells fell on Brandal on 4 May 2031. They feared for Brandal, and talked of Brandal.") == set()


def test_what_lies_in_the_land_is_called_after_a_place_and_after_no_people(find: Find) -> None:
    text = "Gunmen attacked a convoy at the Sarbilli bridge on 4 May 2031. It was the second attack on the Sarbilli road."
    assert places(find, text) == {"name:sarbilli"}
    assert places(find, "Gunmen attacked a convoy at a Sunni camp on 4 May 2031. It was the second attack on a Sunni market.") == set()


def test_a_name_that_ends_in_what_lies_somewhere_is_a_places(find: Find) -> None:
    assert places(find, "The army seized Gourak Pass on 4 May 2031.") == {"name:gourak pass"}
    assert places(find, "Police shot four marchers in Customs Square on 4 May 2031.") == {"name:customs square"}


def test_a_port_that_nothing_knows_has_its_whole_name(find: Find) -> None:
    assert places(find, "Gunmen killed two guards in Port Amalda on 4 May 2031. There is no water in Port Amalda.") == {"name:port amalda"}


def test_who_is_of_a_place_shows_that_a_name_is_one(find: Find) -> None:
    text = "Gunmen killed two guards at Tessim on 4 May 2031. The families of Tessim left. Nobody spoke of Tessim. Tessim was empty."
    assert places(find, text) == {"name:tessim"}


def test_a_body_may_be_called_after_where_it_is(find: Find) -> None:
    text = "The Khevra Sworn Brotherhood attacked a post in Khevra on 4 May 2031. The Khevra Sworn Brotherhood lost two men."
    assert places(find, text) == {"name:khevra"}
