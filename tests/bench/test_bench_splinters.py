import pytest

from sayso import plugins
from sayso.find.finder import Finder
from splinters import SAID, Case, cases, reading, table, told_in

GROUP = {
    "actor_id": 1,
    "name": "TLF",
    "full_name_english": "Tarvonian Liberation Front",
    "organisation_level": 1,
    "family": 1,
    "renamed": False,
    "new_full_name_english": None,
    "splinter_of": {"names": "TPA", "actor_ids": [2]},
    "temporary_split_of": None,
    "joined": None,
}
PARENT = GROUP | {"actor_id": 2, "name": "TPA", "full_name_english": "Tarvonian Popular Army", "splinter_of": None}
OTHER = GROUP | {"actor_id": 3, "name": "OLF", "full_name_english": "Ostrel Liberation Front", "family": 3, "splinter_of": None}
SPLIT = Case("splinter", "Tarvonian Liberation Front", "Tarvonian Popular Army")


@pytest.fixture(scope="module")
def finder() -> Finder:
    made: Finder = plugins.load("finders", "rules")()
    return made


def test_a_row_gives_its_splinter_its_other_names_and_its_controls() -> None:
    told = list(cases([GROUP, PARENT, OTHER]))
    assert SPLIT in told
    assert Case("also called", "Ostrel Liberation Front", "OLF") in told
    assert Case("look-alike", "Tarvonian Liberation Front", "Ostrel Liberation Front") in told


def test_the_places_of_names_hold_where_one_name_is_part_of_the_other() -> None:
    sentence, places = told_in(Case("splinter", "Ostrel Front - Karo wing", "Ostrel Front"), "{new} broke away from {old} in 1998.")
    assert sentence == "The Ostrel Front - Karo wing broke away from the Ostrel Front in 1998."
    assert sentence[slice(*places["old"])] == "Ostrel Front"
    assert places["old"][0] > places["new"][1]


def test_a_splinter_is_found_in_its_direction_only(finder: Finder) -> None:
    assert reading(SPLIT, SAID["splinter"][0], finder).tie
    turned = Case("splinter", SPLIT.new, SPLIT.old)
    assert not reading(turned, "{old} broke away from {new} in 1998.", finder).tie


def test_the_table_counts_controls_apart(finder: Finder) -> None:
    readings = [
        reading(SPLIT, SAID["splinter"][0], finder),
        reading(Case("look-alike", SPLIT.new, SPLIT.old), SAID["look-alike"][0], finder),
    ]
    assert "| splinter | 1 | 1.000 (1 of 1;" in table(readings)
    assert "| look-alike | 1 | false ties of identity: .000 (0 of 1;" in table(readings)
