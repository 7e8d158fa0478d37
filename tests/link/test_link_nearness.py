"""Places that are one, though each text was asked by itself which of them it means."""

from __future__ import annotations

import pytest
from piles import PLACES, Pile

from sayso.link.nearness import namesakes_near, too_far
from sayso.records.place import Place

BOMBING = "remote_explosive_landmine_ied"
KEST = Place("kest", "Kest", 40.0, 60.0, "VE", 1)


def incidents(monkeypatch: pytest.MonkeyPatch, other: Place) -> int:
    """How many incidents two accounts of one day are, one in Kest and the other in another place."""
    monkeypatch.setitem(PLACES, "There", other)
    pile = Pile()
    one = pile.say("a.txt", "A bomb exploded at a market in Kest.", verb=BOMBING, when="2031-03-04", place="Kest")
    two = pile.say("b.txt", "A blast shook the place on 4 March.", verb=BOMBING, when="2031-03-04", place="There")
    found = pile.link().incident_of
    return len({found[one], found[two]})


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (Place("kest-2", "Kest", 41.0, 61.0, "OR", 1), 1),
        (Place("name:kest", "Kest", None, None, "", 1), 1),
        (Place("kest-3", "Kest", 50.0, 80.0, "LU", 1), 2),
        (Place("dol", "Dol", 43.0, 66.0, "OR", 1), 2),
    ],
)
def test_two_places_of_one_name_are_one_unless_they_lie_far_apart(monkeypatch: pytest.MonkeyPatch, other: Place, count: int) -> None:
    assert incidents(monkeypatch, other) == count


@pytest.mark.parametrize("other", ["Or Vel", "Or-Vel", "Orvel"])
def test_one_name_of_a_place_is_written_in_one_word_or_in_several(monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    monkeypatch.setitem(PLACES, "Kest", Place("name:orvel", "Orvel", None, None, "", 1))
    assert incidents(monkeypatch, Place(f"name:{other.lower()}", other, None, None, "", 1)) == 1


@pytest.mark.parametrize(("other", "count"), [("Barsukeh", 1), ("Barsouka", 1), ("Bersil", 2)])
def test_a_place_that_no_gazetteer_knows_is_one_however_its_name_is_transliterated(
    monkeypatch: pytest.MonkeyPatch, other: str, count: int
) -> None:
    monkeypatch.setitem(PLACES, "Kest", Place("name:barsooka", "Barsooka", None, None, "", 1))
    assert incidents(monkeypatch, Place(f"name:{other.lower()}", other, None, None, "", 1)) == count


def test_two_known_towns_whose_names_sound_alike_are_two() -> None:
    assert not namesakes_near(Place("1", "Barsuka", 40.0, 60.0, "VE", 1), Place("2", "Barsukeh", 40.1, 60.1, "VE", 1))


def test_what_lies_too_far_is_told_with_the_way_between() -> None:
    assert too_far(KEST, Place("dol", "Dol", 43.0, 66.0, "OR", 1)) == "Kest, Dol: 601 km"
    assert too_far(KEST, Place("sarn", "Sarn", 40.1, 60.1, "OR", 1)) is None
    assert namesakes_near(KEST, Place("name:kest", "Kest", None, None, "", 1))
