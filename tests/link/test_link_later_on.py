"""What came of an event days later is told of it, whatever day it names."""

from __future__ import annotations

import pytest
from piles import Pile


def told_of_the_ferry(words: str, verb: str = "attack", **details: str | int) -> bool:
    """Whether words with a day behind the loss of a ferry are of its incident."""
    pile = Pile(published={"a.txt": "2031-03-09"})
    ferry = pile.say("a.txt", "On 4 March a ferry sank off Kest.", verb="other_event", when="2031-03-04", place="Kest")
    other = pile.say("a.txt", words, verb=verb, **details)  # type: ignore[arg-type]
    incident_of = pile.link().incident_of
    return incident_of[ferry] == incident_of[other]


@pytest.mark.parametrize(
    "words",
    [
        "Divers recovered nine bodies on 5 March.",
        "Nine bodies were found on 5 March.",
        "Two of the injured died on 5 March.",
        "The mate died in hospital on 5 March.",
        "The death toll rose to nine on 5 March.",
    ],
)
def test_what_was_found_or_came_of_it_later_is_told_of_it(words: str) -> None:
    assert told_of_the_ferry(words, "other_event", when="2031-03-05")


def test_what_was_found_elsewhere_and_another_deed_are_not() -> None:
    assert not told_of_the_ferry("Nine bodies were found in Sarn on 5 March.", when="2031-03-05", place="Sarn")
    assert not told_of_the_ferry("Gunmen killed nine people on 5 March.", when="2031-03-05")


def test_the_day_of_the_incident_stays_its_own() -> None:
    pile = Pile(published={"a.txt": "2031-03-09"})
    ferry = pile.say("a.txt", "On 4 March a ferry sank off Kest.", verb="other_event", when="2031-03-04", place="Kest")
    pile.say("a.txt", "Divers recovered nine bodies on 5 March.", verb="attack", when="2031-03-05")
    (incident,) = [one for one in pile.weigh().incidents if ferry in one.claims]
    assert incident.when is not None
    assert incident.when.first.isoformat() == "2031-03-04"
