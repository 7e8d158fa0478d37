"""Ties that the names of bodies tell, and the taking of places, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Claim, Finding

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]


def _end(claim: Claim, name: str) -> str:
    slot = claim.slot(name)
    return (slot.actor or (slot.place.name if slot.place else slot.text)) if slot is not None else ""


def _ties(finding: Finding) -> list[Told]:
    return [(_end(claim, "subject"), claim.verb or "", _end(claim, "object")) for claim in finding.claims if claim.kind == "tie"]


@pytest.fixture(scope="module")
def tell(find: Callable[[str], Finding]) -> Tell:
    """The ties that a text tells, without packs."""
    return lambda text: _ties(find(text))


def test_who_takes_a_town_controls_it_but_not_where_that_only_tells_when_something_was(tell: Tell) -> None:
    assert ("Hezbollah", "controls", "Tripoli") in tell("Hezbollah fighters seized the town of Tripoli.")
    assert not tell("There was panic when Hezbollah captured Tripoli.")
    assert not tell("Hezbollah seized forty rifles in Tripoli.")


def test_a_body_whose_name_begins_with_another_s_is_a_part_of_it(tell: Tell) -> None:
    text = "The Valley League Support Office (VLSO) opened. The Valley League was glad. The Valley League Support Office closed."
    assert [tie for tie in tell(text) if tie[1] == "part_of"] == [("Valley League Support Office", "part_of", "Valley League")]
    assert not tell("The Valley League Support Office opened. The Valley League was glad.")


def test_a_body_named_right_behind_another_is_a_part_of_it(tell: Tell) -> None:
    text = "The Dune Democratic Forces (DDF) Internal Security Forces fired at the town."
    assert ("Internal Security Forces", "part_of", "Dune Democratic Forces") in tell(text)
    assert all(tie[1] != "part_of" for tie in tell("The anti-Hezbollah Valley Army left Aldan."))


def test_a_mission_under_a_name_of_its_own_is_a_part_of_who_sent_it(tell: Tell) -> None:
    assert tell("The United Nations mission known as MONUB left Aldan.") == [("MONUB", "part_of", "United Nations")]
