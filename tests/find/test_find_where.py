from __future__ import annotations

import pytest

from sayso.find.where import Atlas
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import NO_PACKS, load_packs
from sayso.records.place import Place


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(load_gazetteer(), load_packs(["central_asia"]))


def place(atlas: Atlas, text: str, name: str) -> Place:
    at = text.index(name)
    return atlas.places_in(text, [(at, at + len(name))])[at, at + len(name)]


def test_a_town_named_outright_is_exact_and_near_it_is_less_so(atlas: Atlas) -> None:
    assert place(atlas, "Rockets fell in Termez.", "Termez").precision == 1
    near = place(atlas, "Rockets fell near the town of Termez.", "Termez")
    assert (near.country, near.precision, near.text) == ("UZ", 2, "Termez")


def test_a_type_word_tells_the_province_from_the_town(atlas: Atlas) -> None:
    assert place(atlas, "Fighting went on in Herat province of Afghanistan.", "Herat").precision == 4
    assert place(atlas, "Fighting went on in the city of Herat.", "Herat").precision == 1
    assert place(atlas, "They held Imam Sahib district in Afghanistan.", "Imam Sahib").precision == 3


def test_what_follows_the_comma_tells_which_town_is_meant(atlas: Atlas) -> None:
    assert place(atlas, "A school in Paris, Texas, was closed.", "Paris").country == "US"
    assert place(atlas, "A school in Paris was closed.", "Paris").country == "FR"


def test_the_countries_of_the_document_tell_which_badakhshan_is_meant(atlas: Atlas) -> None:
    assert place(atlas, "Tajik guards in Tajikistan's Badakhshan met Tajik officials.", "Badakhshan").country == "TJ"
    assert place(atlas, "Afghan police in Badakhshan, Afghanistan.", "Badakhshan").country == "AF"


def test_the_country_named_beside_it_weighs_more_than_the_one_named_most(atlas: Atlas) -> None:
    text = "Afghanistan and the Afghan army. " * 20 + "In Tajikistan, in the southeastern province of Badakhshan, Tajik forces met."
    assert place(atlas, text, "Badakhshan").country == "TJ"


def test_words_before_the_name_proper_are_set_aside(atlas: Atlas) -> None:
    assert place(atlas, "They met in the Uzbek capital Tashkent.", "Uzbek capital Tashkent").country == "UZ"
    assert place(atlas, "They fled the city of Kunduz.", "city of Kunduz").precision == 1
    assert place(atlas, "It began in the northern Faryab Province.", "Faryab Province").precision == 4


def test_a_part_of_a_country_is_vague_and_a_river_is_water(atlas: Atlas) -> None:
    part = place(atlas, "Groups in northern Afghanistan split.", "northern Afghanistan")
    assert (part.country, part.precision) == ("AF", 5)
    assert place(atlas, "Groups in northern Afghanistan split.", "Afghanistan").precision == 5
    assert place(atlas, "They crossed the Amu-Darya.", "Amu-Darya").precision == 7


def test_a_name_that_nothing_knows_is_left_out(atlas: Atlas) -> None:
    assert atlas.places_in("Xyzzyville denied it.", [(0, 10)]) == {}


def test_one_that_the_text_tells_to_be_a_place_is_one_without_a_point(atlas: Atlas) -> None:
    found = place(atlas, "Shells fell in Xyzzyville.", "Xyzzyville")
    assert (found.id, found.name, found.lat, found.lon, found.country, found.precision) == (
        "name:xyzzyville",
        "Xyzzyville",
        None,
        None,
        "",
        1,
    )
    assert place(atlas, "The village of Xyzzy Dor was shelled.", "Xyzzy Dor").id == "name:xyzzy dor"
    assert place(atlas, "The army holds Xyzzy province.", "Xyzzy province").precision == 4


def test_a_name_that_mostly_stands_for_who_acts_is_no_place_for_one_in(atlas: Atlas) -> None:
    text = "Xyzzy denied it. Xyzzy said so. They believe in Xyzzy."
    spans = [(at, at + 5) for at in (0, 17, 48)]
    assert [text[start:end] for start, end in spans] == ["Xyzzy"] * 3
    assert atlas.places_in(text, spans) == {}


def test_the_arabic_article_may_be_written_in_another_way(atlas: Atlas) -> None:
    assert (
        place(atlas, "Planes bombed Ed Daein in Sudan.", "Ed Daein").id == place(atlas, "Planes bombed El Daein in Sudan.", "El Daein").id
    )


def test_safe_names_are_found_and_peoples_names_are_not(atlas: Atlas) -> None:
    text = "Jack London and Paris Hilton flew to Kabul, Uzbekistan and Hairaton. Reading is nice."
    assert [text[start:end] for start, end in atlas.name_spans(text)] == ["Kabul", "Uzbekistan", "Hairaton"]


def test_without_packs_the_world_is_still_known() -> None:
    bare = Atlas(load_gazetteer(), NO_PACKS)
    assert place(bare, "Shells hit the Gaza Strip.", "Gaza Strip").country == "PS"
    assert place(bare, "Shells hit Kharkiv in Ukraine.", "Kharkiv").country == "UA"


def test_a_small_town_of_a_country_that_the_text_is_not_about_is_some_place_of_that_name(atlas: Atlas) -> None:
    assert place(atlas, "Gunmen killed four people in Gouria.", "Gouria").id == "name:gouria"
    assert place(atlas, "Gunmen killed four people in Gouria, and Greek police came.", "Gouria").country == "GR"


def test_towns_that_lie_near_each_other_vouch_for_each_other(atlas: Atlas) -> None:
    text = "Shells fell in Gouria and in Agrinio."
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Gouria", "Agrinio")]
    assert {one.country for one in atlas.places_in(text, spans).values()} == {"GR"}


def test_a_name_that_hyphens_join_is_one_name_where_it_is_known(atlas: Atlas) -> None:
    text = "They met in Mazar-i-Sharif and in a Kabul-based office."
    assert atlas.whole(text, 12, 17) == (12, 26)
    kabul = text.index("Kabul")
    assert atlas.whole(text, kabul, kabul + 5) == (kabul, kabul + 5)
