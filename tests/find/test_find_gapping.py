"""What others say to the same thing without a verb of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

GAPPED = [
    ("The guild speaks of six dead, the mayor of nine.", "mayor", "the mayor of nine"),
    ("The Northern Front puts its losses at forty men; the army, at four hundred.", "army", "the army, at four hundred"),
    ("The rebels agreed to leave the town, and the army to lift the siege.", "army", "the army to lift the siege"),
    ("The police say six people died, the opposition sixteen or more.", "opposition", "the opposition sixteen or more"),
    ("Some residents said the men were soldiers, others that they were deserters.", "others", "others that they were deserters"),
    ("The mayor said on Monday that six had died and the police eleven.", "police", "the police eleven"),
]
NOT_GAPPED = [
    "The police said six people died, the mayor of Dol among them.",
    "The guild said that two ships had sunk, the harbour was closed and the crew was safe.",
    "The mayor spoke of the loss of six ships, the pride of the town.",
]


@pytest.mark.parametrize(("text", "voice", "words"), GAPPED)
def test_who_answers_without_a_verb_says_it_too(find: Callable[[str], Finding], text: str, voice: str, words: str) -> None:
    found = find(text)
    assert [claim.quote for claim in found.claims if claim.voice.name == voice] == [words]
    assert not any(words in claim.quote for claim in found.claims if claim.voice.name != voice)


@pytest.mark.parametrize("text", NOT_GAPPED)
def test_a_noun_phrase_behind_a_comma_says_nothing(find: Callable[[str], Finding], text: str) -> None:
    assert len({claim.voice.name for claim in find(text).claims}) == 1


def test_two_others_say_it_each_for_himself(find: Callable[[str], Finding]) -> None:
    found = find("The army put the number at 30, the union at 50, and the hospital at 70.")
    assert [claim.quote for claim in found.claims] == ["The army put the number at 30", "the union at 50", "the hospital at 70"]


def test_who_is_asked_to_do_something_besides_another_promises_nothing(find: Callable[[str], Finding]) -> None:
    found = find(
        "The guild wants the army to leave and the police to stay, and called on Norvia and Orlan to return the planes taken there."
    )
    assert {(claim.voice.text, claim.act) for claim in found.claims} <= {("The guild", "demands"), ("(author)", "asserts")}
