"""Of which kind an event is, and to whom it was done, where its words can tell several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Claim, Finding
from sayso.records.vocabulary import OTHER

Find = Callable[[str], Finding]


def event(find: Find, text: str) -> Claim:
    """The only event of a sentence."""
    (found,) = [claim for claim in find(f"{text}\n").claims if claim.kind == "event"]
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen seized thirty students from a dormitory in Kest on Sunday.", "abduction_forced_disappearance"),
        ("Police seized thirty students in Kest on Sunday.", "arrests"),
        ("Demonstrators stormed parliament on Sunday.", "violent_demonstration"),
        ("Robbers held up the Farmers' Bank in Kest on Sunday.", "looting_property_destruction"),
        ("The pipeline above Kest ruptured on Sunday.", OTHER),
        ("Fifteen refugees drowned at Kest on Sunday.", OTHER),
        ("Three officers were put on trial in Kest on Sunday.", OTHER),
        ("Divers recovered nine bodies on Sunday.", OTHER),
    ],
)
def test_the_kind_of_an_event_is_told_by_who_does_what_to_whom(find: Find, text: str, kind: str) -> None:
    assert event(find, text).verb == kind


@pytest.mark.parametrize("text", ["Two bakers died in Kest on Sunday.", "Two bakers drowned at Kest on Sunday."])
def test_who_dies_is_no_doer(find: Find, text: str) -> None:
    names = {slot.name for slot in event(find, text).slots}
    assert "victim" in names
    assert "agent" not in names


def test_who_finds_the_dead_is_no_doer(find: Find) -> None:
    assert not [slot for slot in event(find, "Divers recovered nine bodies on Sunday.").slots if slot.name == "agent"]
