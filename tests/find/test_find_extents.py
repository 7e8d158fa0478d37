"""Where one statement ends and the next begins in a sentence; invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        (
            "The guild said the mill was shut and two millers were missing.",
            ["The guild said the mill was shut", "two millers were missing"],
        ),
        (
            "The guild would reopen the road to the mill and would guard the ford at night, Otto Brand said.",
            ["The guild would reopen the road to the mill", "would guard the ford at night"],
        ),
        (
            "The clerks visited the mill in May and found no trace of a fire there.",
            ["The clerks visited the mill in May", "found no trace of a fire there"],
        ),
        (
            "Its millers left the town in May; within two days the guild had taken their place.",
            ["Its millers left the town in May", "within two days the guild had taken their place"],
        ),
        ("The flood hit the mill and killed five of the millers there.", ["The flood hit the mill and killed five of the millers there."]),
        ("The guild said the mill was cold and dark.", ["The guild said the mill was cold and dark."]),
    ],
)
def test_joined_clauses_are_statements_of_their_own_but_for_the_deeds_of_one_subject(find: Find, sentence: str, quotes: list[str]) -> None:
    found = [claim.quote for claim in find(sentence).claims if claim.kind != "tie"]
    assert [quote.rstrip(".") for quote in found[: len(quotes)]] == [quote.rstrip(".") for quote in quotes]


def test_a_joined_verb_keeps_the_tie_of_the_subject_before_it(find: Find) -> None:
    claims = find("The Dawn Front went to Kest in 2014 and fought alongside the Valley Brigade there.").claims
    tie = next(claim for claim in claims if claim.kind == "tie")
    assert {slot.text for slot in tie.slots} >= {"Dawn Front", "Valley Brigade"}


def test_what_goes_on_with_a_condition_is_no_claim_of_its_own(find: Find) -> None:
    text = "The mayor spoke. “We will press the guild until it opens the gate, ends the strike and sits down with us,” he said."
    spoken = [claim for claim in find(text).claims if claim.voice.text != AUTHOR]
    assert [claim.act for claim in spoken] == ["pledges"]


def test_who_hands_a_speakers_words_on_between_commas_is_no_part_of_his_phrase(find: Find) -> None:
    found = find("The hoarse caller, the report states, said that the bridge was blown up to avenge Velk.")
    assert {claim.voice.text for claim in found.claims if claim.kind != "tie"} == {"The hoarse caller"}


def test_a_clause_joined_to_a_cue_is_its_authors_where_it_has_a_subject_of_its_own(find: Find) -> None:
    found = find("The ministry denied the report, but the group could turn on its friends.").claims
    assert [(claim.voice.text, claim.act) for claim in found] == [("The ministry", "denies"), (AUTHOR, "predicts")]
    said = find("The ministry said that the mill was shut, and that the millers had gone.").claims
    assert {claim.voice.text for claim in said} == {"The ministry"}
