from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Says = Callable[[str], list[tuple[str, str, str]]]
HELD = [
    ("Under the accord of May the Dawn Front was to end its raids.", "Dawn Front", "pledges"),
    ("Otto Brand heard two shots behind the mill.", "Otto Brand", "asserts"),
    ('For both leaders "the army\'s campaign against the guild seeks to scare the miners."', "both leaders", "assesses"),
    ("Anton Velk is adamant that the mill was empty.", "Anton Velk", "assesses"),
    ("The villagers are convinced that the well was poisoned.", "villagers", "assesses"),
    ("Otto Brand remains sceptical of the army's figures.", "Otto Brand", "assesses"),
    ("The pact is, as Otto Brand put it, a blank cheque.", "Otto Brand", "asserts"),
    ("The guild is clear that the dam was safe.", "guild", "assesses"),
    ("The guild made clear that the dam was safe.", "guild", "assesses"),
    ("The guild has made it clear that the dam was safe.", "guild", "assesses"),
    ("Per the coroner, all seven were shot at close range.", "coroner", "asserts"),
    ("In the eyes of many farmers, the soldiers are a burden.", "many farmers", "assesses"),
    ("Several residents heard three blasts after midnight.", "residents", "asserts"),
    ("For the hardliners in Kesta, any truce is a defeat.", "hardliners", "assesses"),
    ("To the villagers, the convoy was a raid.", "villagers", "assesses"),
    ("By the Clear Valley count, 27 ferries are out of use.", "Clear Valley", "assesses"),
    ("By his own admission, Colonel Bask left the bridge to the rebels.", "Bask", "assesses"),
    ("Videos posted by residents show a fire at the fuel store of the army.", "residents", "asserts"),
    ("Satellite images reviewed by Arms Ledger show two new trenches at the base.", "Arms Ledger", "asserts"),
    ("Two passengers saw soldiers drag a man from the last carriage.", "passengers", "asserts"),
]
NOT_HELD = [
    "I am sure that the mine is safe.",
    "It is certain that the bridge was lost.",
    "It is clear that the bridge was lost.",
    "For the farmers, the war has lasted ten years.",
    "For residents, life is hard.",
    "The map shows two new trenches at the base.",
    "The mayor saw the bridge at noon.",
    "As it was put in spring, so it stands.",
]


@pytest.mark.parametrize(("text", "who", "act"), HELD)
def test_what_somebody_holds_puts_so_or_saw_is_told_by_him(text: str, who: str, act: str, spoken: Says) -> None:
    assert [(who in voice, found) for voice, found, _ in spoken(text)] == [(True, act)]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_nobody_else_holds_or_saw_is_the_authors(text: str, spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken(text)} <= {"(author)"}


def test_who_did_not_see_a_thing_does_not_tell_of_it(spoken: Says) -> None:
    assert [voice for voice, _, _ in spoken("Residents did not hear a blast that night.")] == ["(author)"]


def test_what_is_so_for_one_is_parted_from_what_another_calls_it(find: Callable[[str], Finding]) -> None:
    found = find("The army spoke of an accident; for the union it was an attack.")
    assert [(claim.voice.name, claim.quote) for claim in found.claims] == [
        ("army", "The army spoke of an accident"),
        ("union", "for the union it was an attack."),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("If the villagers are to be believed, the soldiers were drunk.", "villagers"),
        ("To hear Mayor Dunn tell it, the town freed itself.", "Dunn"),
        ("There is a widespread belief among traders that the border will never reopen.", "traders"),
        ("The official line in Oslo remains that no conscripts were sent.", "Norway"),
        ("A neighbour swears he heard only one shot.", "neighbour"),
        ("The head of the hospital, Dr Ana Selk, confirmed receiving 19 bodies.", "Ana Selk"),
        ('The mayor said the bridge was mined. "It is lost for years," he went on.', "mayor"),
    ],
)
def test_what_is_believed_told_or_gone_on_with_is_his_who_is_named(text: str, who: str, spoken: Says) -> None:
    assert who in {voice for voice, _, _ in spoken(text)}


def test_an_account_that_somebody_stands_by_is_not_in_whose_account_it_is_so(find: Callable[[str], Finding]) -> None:
    found = find("The army said it regretted the loss of life but stood by its account of the raid.")
    assert [claim.quote for claim in found.claims] == ["The army said it regretted the loss of life", "stood by its account of the raid"]


@pytest.mark.parametrize(
    "text", ["For the refugees, twelve buses waited at the gate.", "Although ten died, the war went on, and nobody left."]
)
def test_what_is_done_for_somebody_or_goes_on_is_not_said(text: str, spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken(text)} == {"(author)"}


def test_in_view_of_something_nobody_holds_a_view(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The road was mended in view of the Orlan Conference on the valley.")} == {"(author)"}
    assert {voice for voice, _, _ in spoken("The sad faces of the guards left no doubt that the road was lost.")} == {"(author)"}


def test_a_body_that_a_pronoun_stands_for_can_be_worried(spoken: Says) -> None:
    told = spoken("The Borduria government let few in. It was worried that they would stay. It was clear that they would leave.")
    assert [(voice, act) for voice, act, _ in told if act == "predicts"] == [("Borduria government", "predicts")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I have heard from two people, both close to him, that he was carried across the border.", "two people"),
        ("We learned from the guild that nine men had been shot.", "guild"),
    ],
)
def test_what_an_author_has_from_others_is_told_by_them(text: str, who: str, spoken: Says) -> None:
    assert [who in voice for voice, _, _ in spoken(text)] == [True]


@pytest.mark.parametrize(
    ("text", "voice", "told"),
    [
        ("The ministry's count, as of this morning, is 41.", "ministry", "asserts"),
        ("The army's toll stands at 41 dead.", "army", "asserts"),
        ("The dam fell. The mayor put it bluntly: “They have drowned our farms.”", "mayor", "asserts"),
        ("The mayor of Kest supposed that the boat was sunk by the Front.", "mayor of Kest", "assesses"),
        (
            "Otto Brand has argued on the basis of new data that the gates failed from neglect, without any explosion.",
            "Otto Brand",
            "assesses",
        ),
    ],
)
def test_who_counts_or_puts_it_so_is_who_says_it(spoken: Says, text: str, voice: str, told: str) -> None:
    assert (voice, told) in {(who.removeprefix("The ").removeprefix("the "), act) for who, act, _ in spoken(text)}


def test_a_count_that_is_nobodys_is_told_by_the_author(spoken: Says) -> None:
    assert {who for who, _, _ in spoken("The count of the storm's dead is 41. The war's toll is 300.")} == {"(author)"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Dol Mission was able to verify the loss of 21 carts.", "Dol Mission"),
        ("The Dol Mission has not been able to authenticate the tape.", "Dol Mission"),
        ("The council has a list with 21 names.", "council"),
        ("A roll kept by the guild has 40 names.", "guild"),
        ("Survivors described riders in odd coats who came with three carts.", "Survivors"),
    ],
)
def test_who_looked_into_it_and_whose_list_it_is_says_it(spoken: Says, text: str, voice: str) -> None:
    assert voice in [told for told, _, _ in spoken(text)]


def test_what_is_not_so_though_somebody_says_it_is_said_by_who_writes(spoken: Says) -> None:
    assert {told for told, _, _ in spoken("It is not a truce, as the army claims.")} == {"(author)"}
