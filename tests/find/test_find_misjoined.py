"""Subjects that a parser hangs on another word than their verb, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def test_a_noun_right_before_a_joined_verb_is_its_subject(find: Find) -> None:
    quotes = [claim.quote for claim in find("The fair is a loss for the guild and its fall would be a blow to the whole town.").claims]
    assert quotes == ["The fair is a loss for the guild", "its fall would be a blow to the whole town."]


def test_a_subject_of_a_helping_verb_is_that_of_its_verb(spoken: Says) -> None:
    text = (
        "The men come from a camp near Kest. They are given food and work for one crown an hour. Mr Brand is convinced it is a fair deal."
    )
    assert ("Brand", "assesses", "affirms") in spoken(text)
