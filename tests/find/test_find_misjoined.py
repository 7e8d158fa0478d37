"""Subjects that a parser hangs on another word than their verb, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


def test_a_name_behind_the_verb_is_not_who_speaks_before_it(spoken: Says) -> None:
    text = "The guild leaders\nreported that those held are Constantino Yujra, a clerk; Telma Salazar, a nurse; and Karl Holm, a student."
    assert {voice for voice, _, _ in spoken(text)} <= {"guild leaders", "(author)"}


@pytest.mark.parametrize(
    "told",
    [
        "the mill is safe",
        "Renn had been given two days to leave the country",
        "the guards will stay",
        "the port was being searched",
    ],
)
def test_who_says_one_thing_and_goes_on_with_another_says_both(spoken: Says, told: str) -> None:
    text = f"The harbour minister, Otto Brand, said {told} and explained that the raid on the port was the reason."
    assert [voice for voice, _, _ in spoken(text)] == ["Otto Brand", "Otto Brand"]


def test_a_verb_in_the_tense_of_what_is_said_goes_on_with_that(find: Find) -> None:
    text = "The Harbour Times said that its editors had reviewed the complaints and concluded that the reports were fair."
    assert {claim.voice.name or claim.voice.text for claim in find(text).claims} == {"Harbour Times"}
    assert "editors" not in {claim.voice.text for claim in find("The mayor said Renn had gone home and said that he was tired.").claims}


def test_a_verb_before_a_clause_with_a_subject_of_its_own_tells_it(spoken: Says) -> None:
    text = "The Velkan drovers charged in Kest today that on 9 May the Orlan army used mortars to shell several villages."
    assert spoken(text)[0] == ("Velkan drovers", "accuses", "affirms")
    text = "Troops deployed to Kest that day used mortars."
    assert {voice for voice, _, _ in spoken(text)} == {"(author)"}


def test_a_name_behind_a_phrase_and_a_comma_is_the_subject_of_its_verb(find: Find) -> None:
    text = "In a letter to the Velora Gazette, the Dol Times and Radio Kest, harbour master Otto Brand denied that the port was closed."
    assert [claim.voice.text for claim in find(text).claims if claim.act == "denies"] == ["harbour master Otto Brand"]


@pytest.mark.parametrize(
    "told",
    ["a charge Brand has rejected", "a charge which Brand rejects", "a charge Brand has always denied"],
)
def test_who_answers_a_charge_in_the_clause_behind_it_denies_it(spoken: Says, told: str) -> None:
    text = f"Dellow accuses Otto Brand of letting the riders rest in camps along the border, {told}."
    assert {voice for voice, act, _ in spoken(text) if act == "denies"} == {"Otto Brand"}


@pytest.mark.parametrize(
    "told", ["a figure which the Front disputes", "a figure the Front disputes", "which the Front contests", "a figure the Front rejects"]
)
def test_a_verb_like_a_noun_ends_a_clause_that_has_no_other(spoken: Says, told: str) -> None:
    assert ("Front", "denies", "denies") in spoken(f"The army put the toll at 40, {told}.")
    assert {act for _, act, _ in spoken("Brand owns the mill which the town council rents, and the dogs.")} == {"asserts"}


def test_who_tells_something_in_a_clause_beside_a_claim_says_it(spoken: Says) -> None:
    text = "Responsibility for the ambush at Kest bridge, in which 31 soldiers died according to the army, was claimed by the Front."
    assert ("army", "asserts", "affirms") in spoken(text)


def test_two_who_are_told_to_have_said_one_thing_both_say_it(find: Find) -> None:
    text = "According to Otto Brand, the mill burnt down in March, as the army revealed this week."
    told = [(claim.voice.text, len(claim.voices)) for claim in find(text).claims if claim.kind != "tie"]
    assert told == [("Otto Brand", 1), ("the army", 2)]


def test_the_day_behind_a_speaker_is_no_part_of_his_name(find: Find) -> None:
    assert find("The Orlan government on 11 May said the mill is safe.").claims[0].voice.text == "The Orlan government"


def test_a_relative_word_is_no_question_of_what_is_said(spoken: Says) -> None:
    text = "The rebels did not report any dead in the raids, which the drovers say are part of an offensive that began in May."
    assert ("drovers", "asserts", "affirms") in spoken(text)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The attaché was told privately by a colonel on the general staff that some of the guards had fled.",
            "colonel on the general staff",
        ),
        ("The envoy was informed by a clerk that nine had died.", "clerk"),
        ("Brand was assured by a friend that the mill was safe.", "friend"),
    ],
)
def test_who_is_told_to_have_told_it_says_it(spoken: Says, text: str, voice: str) -> None:
    assert [told.removeprefix("a ") for told, _, _ in spoken(text)] == [voice]


def test_a_clause_on_who_did_it_is_nothing_that_was_told(spoken: Says) -> None:
    assert [told for told, _, _ in spoken("Brand was hit by a lorry that the guards had followed.")] == ["(author)"]
