"""What is told in one breath with an event is told of it, and is no incident of its own."""

from __future__ import annotations

import pytest
from piles import Pile

RAID = "attack"
BURNED = "looting_property_destruction"


def told_of_the_raid(words: str, verb: str = BURNED, line: str = " ", **details: str) -> bool:
    """Whether words right behind a raid are of its incident."""
    pile = Pile(published={"a.txt": "2031-03-09"})
    raid = pile.say("a.txt", "Gunmen attacked Kest on 4 March.", verb=RAID, when="2031-03-04", place="Kest")
    other = pile.say("a.txt", words, verb=verb, **details)  # type: ignore[arg-type]
    pile.texts["a.txt"] = pile.texts["a.txt"].replace(".\n", f".{line}", 1)
    incident_of = pile.link().incident_of
    return incident_of[raid] == incident_of[other]


def test_what_is_told_of_another_kind_right_behind_an_event_is_of_it() -> None:
    assert told_of_the_raid("Two soldiers surrendered arms.", "disrupted_weapons_use")
    assert told_of_the_raid("Helicopters flew above.", "airspace_overflight")


@pytest.mark.parametrize("details", [{"when": "2031-03-06"}, {"place": "Sarn"}])
def test_what_has_a_day_or_a_place_of_its_own_is_an_event_of_its_own(details: dict[str, str]) -> None:
    assert not told_of_the_raid("Helicopters flew over Sarn on 6 March.", "airspace_overflight", **details)


def test_so_is_what_stands_in_another_paragraph_is_set_apart_or_not_on_the_ground() -> None:
    assert not told_of_the_raid("Helicopters flew above.", "airspace_overflight", line="\n")
    assert not told_of_the_raid("Elsewhere helicopters flew above.", "airspace_overflight")
    assert not told_of_the_raid("The two sides signed a truce.", "agreement")
