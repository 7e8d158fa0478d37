"""Verbs that perform an act: by their rows, with what they take and who their subject is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

FORMS = [
    ("Anton Velk swore that the bridge was safe.", "asserts"),
    ("Anton Velk swore that he would open the bridge.", "pledges"),
    ("Anton Velk swore to open the bridge.", "pledges"),
    ("Anton Velk told the guards that the bridge was safe.", "asserts"),
    ("Anton Velk told the guards to open the bridge.", "demands"),
    ("Anton Velk warned the miners to leave the valley.", "demands"),
    ("Anton Velk warned that the dam was unsafe.", "assesses"),
    ("Anton Velk expressed thanks to the guards of the bridge.", "asserts"),
    ("Anton Velk expressed doubts about the bridge.", "assesses"),
    ("Anton Velk attributed the killings to bandits.", "accuses"),
    ("Anton Velk attributed the calm to the rain.", "assesses"),
]


@pytest.mark.parametrize(("text", "act"), FORMS)
def test_the_act_goes_by_whether_a_verb_takes_a_clause_what_is_to_be_done_or_a_thing(spoken: Says, text: str, act: str) -> None:
    assert ("Anton Velk", act) in {(voice, what) for voice, what, _ in spoken(text)}


def test_what_is_told_beside_a_deed_is_no_statement_of_whose_deed_it_is(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The army held the town, confirming earlier reports of a raid.")} == {AUTHOR}
    assert {voice for voice, _, _ in spoken("The police combed the woods while confirming the raid.")} == {AUTHOR}
    assert {voice for voice, _, _ in spoken("The army confirmed earlier reports of a raid.")} == {"army"}


def test_to_reject_an_offer_is_no_denial(spoken: Says) -> None:
    assert all(act != "denies" for _, act, _ in spoken("The company rejected an offer of two million crowns for the mill."))


def test_what_explains_why_something_is_so_need_not_speak(spoken: Says) -> None:
    assert "old beliefs" not in {voice for voice, _, _ in spoken("Some think old beliefs explain why the towns have no mills.")}


NOBODY_SAYS = [
    "The court threw out cases alleging fraud at the mill.",
    "There is no evidence linking the fire to the mill.",
    "The mayor met farmers who oppose the dam.",
    "The council has not endorsed the plan of the mayor.",
]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_what_a_thing_shows_or_whose_side_somebody_takes_is_no_statement(spoken: Says, text: str) -> None:
    assert {voice for voice, _, _ in spoken(text)} == {"(author)"}


def test_thanks_and_condolences_are_no_judgement(spoken: Says) -> None:
    assert spoken("Otto Brand expressed condolences to the families.")[0][1] == "asserts"
    assert spoken("Otto Brand expressed doubts about the figures.")[0][1] == "assesses"


@pytest.mark.parametrize("text", ["The army confirmed the strikes.", "The raid was confirmed by the army."])
def test_who_confirms_what_was_told_says_it(spoken: Says, text: str) -> None:
    assert spoken(text)[0][:2] == ("army", "asserts")


def test_a_thing_confirms_nothing(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The test confirmed the diagnosis.")} == {"(author)"}


@pytest.mark.parametrize(
    ("sentence", "second", "act"),
    [
        ("Otto Brand denied the charges, calling them a fable and a shame.", "calling them", "denies"),
        ("The guild vowed to go to court, calling the raid a violation of the law.", "calling the raid", "accuses"),
        ("Ada Renn condemned the raid, describing it as a crime.", "describing it", "accuses"),
    ],
)
def test_who_says_something_and_calls_it_a_name_besides_says_both(find: Find, sentence: str, second: str, act: str) -> None:
    said, called = [claim for claim in find(sentence).claims if claim.kind != "tie"]
    assert called.voice.name == said.voice.name
    assert called.act == act
    assert called.quote.startswith(second)


@pytest.mark.parametrize(
    "sentence",
    [
        'The guild\'s spokesman, Otto Brand, termed the claims "baseless".',
        "A guard on the ferry contradicted that account.",
    ],
)
def test_who_calls_an_account_baseless_or_contradicts_it_denies_it(spoken: Says, sentence: str) -> None:
    assert [act for _, act, _ in spoken(sentence)] == ["denies"]


@pytest.mark.parametrize("sentence", ["The army entered the town, calling it a victory.", "The mayor left, describing it as lost."])
def test_who_does_something_and_calls_it_a_name_says_nothing_of_his_own(spoken: Says, sentence: str) -> None:
    assert [voice for voice, _, _ in spoken(sentence)] == [AUTHOR]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fighting began last Wednesday when insurgents linked to the guild attacked Velk.",
        "Militants boarded the ferry, then holding passengers hostage in a standoff.",
    ],
)
def test_who_is_linked_to_somebody_or_holds_a_hostage_says_nothing(spoken: Says, sentence: str) -> None:
    assert {voice for voice, _, _ in spoken(sentence)} == {AUTHOR}


def test_who_holds_a_gate_open_holds_no_opinion_of_it(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The guards held the gate open for an hour.")} == {AUTHOR}


HUNG_ASIDE = [
    ("Witnesses reported to Dol radio stations that the ferry sank off the quay.", "Witnesses"),
    ("Two minutes later, an airliner exploded near Dol, the Kest Airport control tower confirmed.", "the Kest Airport control tower"),
    ("The caller named nobody. A caller phoned the Kest Network to report that the mill was on fire.", "A caller"),
]


@pytest.mark.parametrize(("text", "voice"), HUNG_ASIDE)
def test_who_says_it_is_found_behind_its_hearers_behind_what_is_said_and_where_he_calls_to_say_it(
    find: Find, text: str, voice: str
) -> None:
    assert voice in {claim.voice.text for claim in find(text).claims}


def test_what_is_denied_may_stand_far_behind_its_verb(spoken: Says) -> None:
    text = "The Dawn Front denied on Monday in a call to a radio station by a man, any responsibility for the death of Otto Brand."
    assert ("Dawn Front", "denies", "denies") in spoken(text)


def test_a_denial_stays_one_before_a_question_behind_a_colon(spoken: Says) -> None:
    text = "In his letter to the Union, Otto Brand rejects those charges, asking: Why should I attack a friend?"
    assert ("Otto Brand", "denies", "denies") in spoken(text)


def test_who_is_called_on_to_say_something_has_not_said_it(spoken: Says) -> None:
    for asked in ("on", "on Wednesday on", "for"):
        told = spoken(f"Ada Renn called {asked} Otto Brand to apologise for the fire at the mill.")
        assert "Otto Brand" not in {voice for voice, _, _ in told}


def test_things_and_those_who_still_look_for_it_say_nothing(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("This situation reaffirms that the bridge is too old for carts.")} == {"(author)"}
    assert {voice for voice, _, _ in spoken("Wardens continue to determine who set fire to the mill.")} == {"(author)"}


def test_what_somebody_is_to_promise_he_does_not_promise(spoken: Says) -> None:
    text = "The Dawn Front demanded that the council and the guild provide guarantees for the boatmen."
    assert [act for _, act, _ in spoken(text)] == ["demands"]


def test_who_is_made_to_feel_something_says_nothing(spoken: Says) -> None:
    assert [voice for voice, _, _ in spoken("The new law will make every boatman feel that his boat is safe.")] == ["(author)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Both pledged unhindered access for aid.", ("Both", "pledges")),
        ("The army has raised its figure from 24 to 31 guards dead.", ("army", "asserts")),
        ("The Dawn Front claimed the raid, which the army had at first presented as an accident.", ("army", "asserts")),
        ("On 11 April President Otto Brand announced the creation of a guild.", ("Otto Brand", "asserts")),
        ("The ministry in turn accuses the guild of arming the millers.", ("ministry", "accuses")),
    ],
)
def test_who_says_it_is_told_without_what_stands_around_him(text: str, told: tuple[str, str], spoken: Says) -> None:
    assert told in {(voice, act) for voice, act, _ in spoken(text)}


INDIRECT = [
    ("What Brand tells me now is that his men took the lorries for tanks.", "Brand", "asserts"),
    ("Enemy papers have had the cynicism to assert that ammunition was kept at the mill.", "Enemy papers", "asserts"),
    ("The mayor had the courage to admit that nine people had died at the mill.", "mayor", "concedes"),
    ("Colonel Otto Brand drew attention to the fact that the weapon bore the marks of a plant.", "Otto Brand", "asserts"),
    ("The claim of the Water Ministry that nine rebels had been killed could not be verified.", "Water Ministry", "asserts"),
    ("He published a report of the ministry according to which nine people were killed at the dam.", "ministry", "asserts"),
    ("The guild sent the king a telegram in which it condemned the strike at the port.", "guild", "accuses"),
    ("The nurses tell me 200.", "nurses", "asserts"),
    ("The miners were killed on Monday. The guards say an accident.", "guards", "asserts"),
    (
        "In a statement carried on state television the Water Ministry, for its part, claimed that the dam was safe.",
        "Water Ministry",
        "asserts",
    ),
    ("On the evening of the crash Otto Brand, spokesman of the wing, claimed that his men had left.", "Otto Brand", "asserts"),
]


@pytest.mark.parametrize(("text", "voice", "act"), INDIRECT)
def test_what_is_said_in_other_words_than_a_plain_clause_is_said(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


TOLD_BY_FEW_WORDS = [
    ("The laboratory in Kest confirmed cholera this morning.", "laboratory in Kest"),
    ("ULVM, whose experts reached the dam on 30 March, has verified the names of 27 persons killed.", "ULVM"),
    ('The porter, whom we found, remembers "many boxes" and no number.', "porter"),
    ("The army spoke at once of mechanical failure and has not departed from that version.", "army"),
    ("Twelve hours later the rival wing of the Dawn Front said that it had fired.", "rival wing of the Dawn Front"),
]


@pytest.mark.parametrize(("text", "voice"), TOLD_BY_FEW_WORDS)
def test_who_tells_it_in_few_words_or_behind_an_insertion_says_it(find: Callable[[str], Finding], text: str, voice: str) -> None:
    assert any(claim.voice.text.removeprefix("The ").removeprefix("the ").startswith(voice) for claim in find(text).claims)


WHOEVER = [
    ("Weavers urged the council to open the mill.", "Weavers", "demands"),
    ("Beekeepers have denied any role in the raid.", "Beekeepers", "denies"),
    ("Proponents of the dam condemned the raid.", "Proponents of the dam", "accuses"),
]


@pytest.mark.parametrize(("text", "voice", "act"), WHOEVER)
def test_several_who_are_called_by_what_they_do_speak_in_a_word_of_no_list(text: str, voice: str, act: str, spoken: Says) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


@pytest.mark.parametrize("text", ["Rivers threaten the town.", "Letters demanded a reply.", "New towers threaten to spoil the view."])
def test_several_things_whose_word_ends_alike_do_not_speak(text: str, spoken: Says) -> None:
    assert {who for who, _, _ in spoken(text)} <= {AUTHOR, "Letters"}


PROMISED = [
    ("The undertaking of Mr Velk to mend the dam by May was forgotten.", "pledges"),
    ("Mr Velk gave the assurance that no miner had been hurt.", "asserts"),
    ("Mr Velk gave an assurance that the miners would be freed.", "pledges"),
    ("The truce which Velk announced on 2 May holds.", "pledges"),
]


@pytest.mark.parametrize(("text", "act"), PROMISED)
def test_what_was_is_assured_and_what_is_to_come_is_promised(text: str, act: str, spoken: Says) -> None:
    assert act in {what for who, what, _ in spoken(text) if who.endswith("Velk")}


def test_who_goes_on_behind_a_quotation_is_who_was_quoted(spoken: Says) -> None:
    told = spoken('The mayor told reporters that the guards "did not fire a single shot" and blamed the miners.')
    assert ("mayor", "accuses") in {(who, what) for who, what, _ in told}


def test_an_insertion_before_what_hangs_on_the_clause_tells_who_says_it(spoken: Says) -> None:
    told = spoken("Ada Renn heads the clinic. Nine miners had been hurt, she said, two of them badly.")
    assert ("Ada Renn", "asserts") in {(who, what) for who, what, _ in told}


OWNED = [
    ("A video attributed to the Dawn Front claimed the attack.", "Dawn Front"),
    ("The Dawn Front had claimed the downing from the outset.", "Dawn Front"),
    ("The note adds that the Dawn Front, in a letter, assumed responsibility for the attack.", "Dawn Front"),
]


@pytest.mark.parametrize(("text", "voice"), OWNED)
def test_a_deed_is_owned_by_whose_a_text_is_said_to_be(text: str, voice: str, spoken: Says) -> None:
    assert (voice, "claims_responsibility") in {(who, what) for who, what, _ in spoken(text)}


def test_what_somebody_owns_is_no_deed_that_he_owns(spoken: Says) -> None:
    assert {what for _, what, _ in spoken("The guards took over mills owned by Velk and Brand, the lords of the valley.")} == {"asserts"}
    assert ("rebels", "claims_responsibility") in {(who, what) for who, what, _ in spoken("The rebels own the attack.")}
