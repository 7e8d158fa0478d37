"""What the names tell that two texts of unknown dates use for one of their events alone."""

from __future__ import annotations

import pytest
from piles import PLACES, Pile

from sayso.records.place import Place

RAID = "counterterror_raid"


def one_event(first: str, second: str, place: str) -> bool:
    """Whether two raids are one that two texts tell, of which nothing tells when they were written."""
    pile = Pile()
    told = pile.say("a.txt", first, verb=RAID, place=place)
    again = pile.say("b.txt", second, verb=RAID, place=place)
    found = pile.link().incident_of
    return found[told] == found[again]


def test_two_texts_without_dates_that_each_tell_of_one_raid_on_a_town_tell_of_the_same() -> None:
    assert one_event("Before dawn soldiers searched houses in Sarn.", "Troops came to Sarn with dogs.", "Sarn")


@pytest.mark.parametrize("ident", ["iso:OR-OS", "pack:ostral"])
def test_a_province_is_too_large_for_that(ident: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PLACES, "Ostral", Place(ident, "Ostral", 41.0, 61.0, "OR", 4))
    assert not one_event("Before dawn soldiers searched houses in Ostral.", "Troops came to Ostral with dogs.", "Ostral")


@pytest.mark.parametrize(("doer", "events"), [("Front", 1), ("army", 2)])
def test_a_town_alone_does_not_tell_where_others_are_named_as_the_doers(doer: str, events: int) -> None:
    pile = Pile()
    pile.say("a.txt", "Before dawn the Front searched houses in Sarn.", verb=RAID, place="Sarn", agent="Front")
    pile.say("b.txt", "The army came to Sarn with dogs for houses before dawn.", verb=RAID, place="Sarn", agent=doer)
    assert len(set(pile.link().incident_of.values())) == events


def test_a_town_of_which_a_text_tells_two_raids_is_the_name_of_neither() -> None:
    pile = Pile()
    told = pile.say("a.txt", "Before dawn soldiers searched houses in Sarn.", verb=RAID, place="Sarn", when="2031-03-04")
    pile.say("a.txt", "A week later they searched the mill of Sarn.", verb=RAID, place="Sarn", when="2031-03-11")
    again = pile.say("b.txt", "Troops came to Sarn with dogs.", verb=RAID, place="Sarn")
    found = pile.link().incident_of
    assert found[told] != found[again]


def test_a_name_counts_less_where_no_day_tells() -> None:
    def told(published: dict[str, str]) -> float:
        pile = Pile(published=published)
        pile.say("a.txt", "Before dawn soldiers searched the barge Dawn Lily for arms.", verb=RAID)
        pile.say("b.txt", "What troops looked for on the Dawn Lily before dawn they did not say; soldiers searched it for arms.", verb=RAID)
        reasons = [reason for link in pile.link().links for reason in link.reasons if reason.feature.startswith("a name stands in both")]
        return max(reason.weight for reason in reasons)

    assert told({}) < told({"a.txt": "2031-03-05", "b.txt": "2031-03-06"})
