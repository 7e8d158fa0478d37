"""Families of words by which reports tell of events, and the same words where they tell of none; the sentences are invented."""

from __future__ import annotations

import hashlib

import pytest

from sayso.find.rules import RuleFinder
from sayso.records.document import Document

TOLD = {
    "The patrol was met with a volley at the Lesna ford.": "attack",
    "Gunmen emptied a magazine into the guard.": "attack",
    "Raiders swooped on the camp at dusk.": "attack",
    "The storming of the ministry lasted an hour.": "attack",
    "The deaths of three soldiers were announced at noon.": "attack",
    "Two elders were put to death by the militia.": "attack",
    "A torpedo boat sank the tanker Vela.": "attack",
    "Rebel infantry broke through the line north of the canal.": "armed_clash",
    "Marines punched through the defences of the town.": "armed_clash",
    "A man touched off the charge below the stage.": "remote_explosive_landmine_ied",
    "Mortar rounds poured into the quarter.": "shelling_artillery_missile_attack",
    "Two streets were reduced to ashes.": "looting_property_destruction",
    "The mill went up in flames on Sunday.": "looting_property_destruction",
    "Robbers made off with the payroll.": "looting_property_destruction",
    "The teacher was marched off by rebels.": "abduction_forced_disappearance",
    "The bishop was placed under arrest.": "arrests",
    "Sappers dug up a mine.": "disrupted_weapons_use",
    "The village changed hands three times.": "non_state_actor_overtakes_territory",
    "Columns of infantry poured into the valley.": "deployment",
    "Six convicts broke out of jail.": "other_event",
}
NOT_TOLD = (
    "Fares rocketed in spring.",
    "Visitors invaded the beaches in July.",
    "The late frost killed the vines.",
    "The serum arrests the growth of the fungus.",
    "The two dates clash.",
    "The pilot negotiated the bend with care.",
    "Shock robbed her of speech.",
    "Kitchen boys shelled peas.",
)


def types(text: str) -> list[str]:
    document = Document("report.txt", hashlib.sha256(text.encode()).hexdigest(), text, "utf-8", language="en")
    return [claim.verb for claim in RuleFinder().find(document).claims if claim.kind == "event"]


@pytest.mark.parametrize("text", TOLD)
def test_a_way_of_telling_an_event_is_heard(text: str) -> None:
    assert TOLD[text] in types(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_the_same_word_without_an_event_tells_none(text: str) -> None:
    assert types(text) == []
