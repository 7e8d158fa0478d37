"""Who says it, wherever the parser hangs him: quoted by a report, before a participle, put into what he says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def test_whom_a_report_quotes_as_saying_it_is_the_voice_and_the_report_a_hand(find: Find) -> None:
    claims = find("The Kest Herald quoted the mayor, Otto Brand, as saying that the bridge was closed.").claims
    assert [[voice.name for voice in claim.voices] for claim in claims if claim.kind != "tie"] == [["Otto Brand", "Kest Herald"]]
    assert claims[-1].quote == "The Kest Herald quoted the mayor, Otto Brand, as saying that the bridge was closed."


def test_a_report_that_is_not_said_to_quote_somebody_quotes_nobody(spoken: Says) -> None:
    assert all(voice != "mayor" for voice, _, _ in spoken("The Kest Herald did not quote the mayor as saying that the bridge was closed."))


@pytest.mark.parametrize(
    ("sentence", "voice", "act"),
    [
        ('Brand bristled at a miller who said he was late, saying, "He was not there himself."', "Brand", "asserts"),
        ("Of the thirty barges that left the port, the guild's own clerks say, twelve were sunk.", "guild's own clerks", "asserts"),
        ("Flood water broke the weir, killing at least six people, a counting group and two millers said.", "counting group", "asserts"),
        ("Otto Brand sold it to a miller reached by phone, who said the ford was shut.", "miller", "asserts"),
        ("One, a nurse who lives by the mill, said the ford was shut.", "nurse", "asserts"),
        ("Two men came. The other said the ford was shut.", "other", "asserts"),
        ("The army's spokesman, asked about the ford, declined to comment.", "army's spokesman", "declines_comment"),
        ("Otto Brand, in a handwritten letter of 3 June, denied having been near the ford.", "Otto Brand", "denies"),
        ("The company has denied having sold any of the boats.", "company", "denies"),
        ("The Government of Norway wishes to assure its neighbours that the ford is open.", "Government of Norway", "asserts"),
    ],
)
def test_who_says_it_is_found_where_words_stand_between(spoken: Says, sentence: str, voice: str, act: str) -> None:
    assert [told[:2] for told in spoken(sentence)][-1:] == [(voice, act)]


def test_what_somebody_did_besides_is_no_part_of_what_he_said(find: Find) -> None:
    claims = find("The navy blamed the smugglers on Monday and said that nine porters had drowned.").claims
    assert [claim.quote for claim in claims] == ["The navy blamed the smugglers on Monday", "said that nine porters had drowned"]


SUBJECTS = [
    ("The force admits using drones at the market; maintains that the target was lawful.", "force", "maintains that the target was lawful"),
    ("The harbour office says 12 people were taken; the ferry's master, Ti Paul Brandé, says 27.", "Ti Paul Brandé", "says 27"),
    ("An official of the mill in the valley and two drivers blamed men of the Front.", "two drivers", "blamed men of the Front"),
    ("Kabul claimed 17 soldiers killed and admitted to nine wounded.", "Afghanistan", "admitted to nine wounded"),
    (
        'The mission, which reported that all its carts were "in the yard", conceded on Friday that two had burnt.',
        "mission",
        "conceded on Friday that two had burnt",
    ),
]


@pytest.mark.parametrize(("text", "voice", "words"), SUBJECTS)
def test_who_says_it_is_found_where_the_parser_sees_no_subject(text: str, voice: str, words: str, find: Find) -> None:
    assert [claim.voice.name for claim in find(text).claims if words in claim.quote][-1] == voice


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("In a video posted on Sunday, the brigade boasted of its control over the Velm pass.", "brigade", "asserts"),
        ("The subprefect swears that the riders came from the Front.", "subprefect", "asserts"),
    ],
)
def test_a_subject_that_the_parser_takes_for_a_part_of_its_verb_speaks(text: str, voice: str, act: str, spoken: Says) -> None:
    assert (voice, act) in [(who, what) for who, what, _ in spoken(text)]


ELSEWHERE = [
    ("The Kest Guild, whose leaders were jailed or had to leave during the last weeks, today demanded help to end the feud.", "Kest Guild"),
    ("Norway has been among those calling for a truce in Kest.", "Norway"),
    ("Otto Brand, spokesman for Mayor Velk, had in a letter Sunday night said guards had found some of the boats.", "Otto Brand"),
    ("The mayor denied that the bridge had been closed, claiming in a letter that his office was never asked.", "mayor"),
    ("The ministry said the rebels had left the valley, adding that the road was open.", "ministry"),
    ("The Prosecutor's Office of Orva reports on 12 victims of the fire.", "Prosecutor's Office of Orva"),
    ("The Dol Army denied the killings in Kest, citing only six men who were hit by stray shots.", "Dol Army"),
]


@pytest.mark.parametrize(("text", "voice"), ELSEWHERE)
def test_who_says_it_is_found_behind_what_stands_between(text: str, voice: str, spoken: Says) -> None:
    assert {who for who, _, _ in spoken(text)} == {voice}


def test_who_goes_on_in_the_midst_of_many_is_the_one_who_spoke(find: Find) -> None:
    text = "Otto Brand announced that he was naming ten members who are part of the council and said he was closing the mill."
    assert [claim.voice.name for claim in find(text).claims if "closing the mill" in claim.quote][-1] == "Otto Brand"


def test_a_verb_of_saying_that_the_parser_takes_for_a_helping_one_is_heard(find: Find) -> None:
    found = find("Reached by Interfax, R12 leader Otto Velk said the group would answer the charges later in a letter.")
    assert "Otto Velk" in {claim.voice.name for claim in found.claims}


def test_of_whom_only_his_age_is_told_is_who_was_spoken_of(find: Find) -> None:
    text = "Anna Brand was selling fish when the mill burnt.\n\n“I am sure it was set on fire,” said the 20-year-old, whose hut was hit."
    assert find(text).claims[-1].voice.name == "Anna Brand"
    assert find("“I am sure it was set on fire,” said the 30-year-old.").claims[0].voice.name == "30-year-old"


@pytest.mark.parametrize(
    ("sentence", "denier"),
    [
        ("Velm accused the Dawn Front of burning the mill, which it denied.", "Dawn Front"),
        ("The guild blamed the miners for the fire in Dol, a charge they have denied.", "miners"),
        ("The Dawn Front claimed it had burnt the mill, an allegation Otto Brand denied.", "Otto Brand"),
    ],
)
def test_whom_a_sentence_accuses_is_who_denies_it_in_its_relative_clause_and_the_accuser_no_hand(
    find: Find, sentence: str, denier: str
) -> None:
    (denial,) = (claim for claim in find(sentence).claims if claim.act == "denies")
    assert [voice.name for voice in denial.voices] == [denier]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Otto Brand was said to have told the traders that the mill was safe.", ("Otto Brand", "asserts", "affirms")),
        ("The guild, however, divulged that the mill was burnt.", ("guild", "asserts", "affirms")),
    ],
)
def test_who_is_said_to_have_told_something_is_a_voice(spoken: Says, sentence: str, told: tuple[str, str, str]) -> None:
    assert told in spoken(sentence)


def test_a_denial_in_a_relative_clause_takes_nothing_from_what_is_said_before_it(spoken: Says) -> None:
    told = spoken("The guild says Velm arms the miners, which Velm has always denied.")
    assert [(voice, act) for voice, act, _ in told] == [("guild", "asserts"), ("Velm", "denies")]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ('"The mill is safe," the Kest Herald quoted the miller as saying.', ["miller", "Kest Herald"]),
        ("The mill was safe, the Kest Herald quoted the miller as saying on Monday.", ["miller", "Kest Herald"]),
        ('"The mill is safe," Otto Brand was quoted by the Kest Herald as saying.', ["Otto Brand", "Kest Herald"]),
    ],
)
def test_who_is_quoted_behind_his_words_is_their_voice(find: Find, sentence: str, chain: list[str]) -> None:
    claims = [claim for claim in find(sentence).claims if claim.kind != "tie"]
    assert [[(voice.name or voice.text).removeprefix("the ") for voice in claim.voices] for claim in claims] == [chain]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lakes Army (LA), allied to a rival council, said it would cross the river.",
        "The miller, freed last week after a long trial, told reporters that the guards had beaten him.",
    ],
)
def test_who_speaks_behind_what_is_told_of_him_between_commas_is_the_voice(spoken: Says, sentence: str) -> None:
    assert spoken(sentence)[0][0] in ("Lakes Army", "miller")
    assert "(author)" not in {voice for voice, _, _ in spoken(sentence)}


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Those who fled the valley said the Front had burned their houses.", "Those who fled the valley"),
        ("Those injured in the blast told doctors a bomb had gone off.", "Those injured in the blast"),
        ("The miller said those who reached the town told officers the Front had shot at them.", "those who reached the town"),
    ],
)
def test_those_of_whom_it_is_told_who_they_are_speak(spoken: Says, sentence: str, voice: str) -> None:
    assert voice in {name for name, _, _ in spoken(sentence)}


def test_those_that_are_things_do_not_speak(spoken: Says) -> None:
    told = spoken("Such plans, including those drawn up by the guild, say nothing of the weir.")
    assert all("those" not in voice for voice, _, _ in told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("But that charge was denied in a statement released by the Dawn Front.", ("Dawn Front", "denies")),
        ("The charge, which was denied by the guild, was made on Monday.", ("guild", "denies")),
        ("The attack was claimed by the Dawn Front.", ("Dawn Front", "claims_responsibility")),
        ("The attack, claimed by the Dawn Front, killed nine.", ("Dawn Front", "claims_responsibility")),
        ("The bombing, which was claimed by the Dawn Front, killed nine.", ("Dawn Front", "claims_responsibility")),
    ],
)
def test_who_says_it_in_the_passive_is_the_voice(spoken: Says, sentence: str, told: tuple[str, str]) -> None:
    assert told in {(voice, act) for voice, act, _ in spoken(sentence)}


def test_what_is_only_planned_by_somebody_in_the_passive_is_not_said(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The strike was confirmed in a search by the guards.")} == {"(author)"}


def test_the_us_is_not_us(spoken: Says) -> None:
    assert spoken("The US believes two jets hit the lorries.")[0][0] == "US"


def test_a_thing_does_not_go_on_to_allege(spoken: Says) -> None:
    told = spoken("Otto Brand claimed that the raid hit a depot and mines planted by the guards and alleged that they wore plain clothes.")
    assert {voice for voice, _, _ in told} == {"Otto Brand"}


def test_who_told_a_day_behind_his_words_is_the_voice_where_more_follows(spoken: Says) -> None:
    told = spoken("Nine guards were killed in a raid on the camp at Orlow, the mayor said Monday, one of many this year.")
    assert told[0][0] == "mayor"


@pytest.mark.parametrize("verb", ["Adding", "Claiming further", "Insisting"])
def test_a_sentence_without_a_subject_goes_on_from_who_spoke(find: Find, verb: str) -> None:
    claims = find(f"Otto Brand said the girls were safe. {verb} that they were now with the guards.").claims
    assert [claim.voice.name or claim.voice.text for claim in claims] == ["Otto Brand", "Otto Brand"]


def test_a_participle_that_opens_the_text_is_set_off_by_nothing(spoken: Says) -> None:
    assert "Brand" in {
        voice
        for voice, _, _ in spoken(
            "Held together by two rivers and sharing a long wall, the two towns, Brand said, now have a chance to trade."
        )
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Western diplomats in Drovna estimate", "the group has between 600 and 800 fighters"),
        ("Villagers in the valley fear", "the group has between 600 and 800 fighters"),
        ("Officials in the town report", "two men were killed"),
        ("Residents of the border district claim", "two men were killed"),
        ("Doctors at the clinic report", "two men were killed"),
    ],
)
def test_a_verb_that_a_parser_takes_for_a_noun_still_has_its_subject(find: Find, words: str, said: str) -> None:
    (voice,) = {claim.voices[0].text for claim in find(f"{words} that {said}.").claims}
    assert voice == words.rsplit(" ", 1)[0]


def test_a_noun_behind_which_a_clause_only_tells_more_stays_one(find: Find) -> None:
    claims = find("Critics of the army report that two men were killed said it was false.").claims
    assert {claim.voices[0].text.startswith("Critics of the army report") for claim in claims} == {True}


def test_who_behind_an_office_is_its_holder_not_the_body(spoken: Says) -> None:
    text = "Mr. Otto Brand, the commander of the Lake Guards, who had denied that his men were there, was absent."
    assert [voice for voice, act, _ in spoken(text) if act == "denies"] == ["Otto Brand"]


def test_what_a_reader_is_to_expect_is_no_speaker(spoken: Says) -> None:
    assert [(voice, act) for voice, act, _ in spoken("Should I be wrong, expect a second Velk.")] == [("(author)", "predicts")]


def test_who_behind_an_office_in_a_body_is_the_body_where_the_verb_is_of_several(spoken: Says) -> None:
    text = "Mr. Otto Brand, the commander of the Lake Brigades, who have denied the raid, was absent."
    assert [voice for voice, act, _ in spoken(text) if act == "denies"] == ["Lake Brigades"]


def test_a_name_behind_a_verb_with_a_clause_is_not_who_speaks(spoken: Says) -> None:
    text = "The guild leaders\nreported that those held are Constantino Yujra, a clerk; Telma Salazar, a nurse; and Karl Holm, a student."
    voices = {voice for voice, _, _ in spoken(text)}
    assert voices
    assert not {"Constantino Yujra", "Telma Salazar", "Karl Holm"} & voices
