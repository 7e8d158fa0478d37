from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]
GIVEN = [
    ("The mayor's claim of an ambush did not convince the court.", "mayor", "asserts"),
    ("The miners' demand for a vote on the pit was ignored.", "miners", "demands"),
    ("The admission by the air force that it hit the wrong house came late.", "air force", "concedes"),
    ("The ministry's assurances that the prisoners would be seen by a doctor were repeated.", "ministry", "pledges"),
    ("A warning from the river authority that the dam may fail was lost.", "river authority", "assesses"),
]


@pytest.mark.parametrize(("text", "who", "act"), GIVEN)
def test_a_noun_tells_what_somebody_claims_demands_or_admits(text: str, who: str, act: str, spoken: Says) -> None:
    assert (True, act) in [(who in voice, found) for voice, found, _ in spoken(text)]


def test_a_noun_that_nobody_is_told_to_give_makes_no_claim_of_its_own(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The demand for coal fell, and the account of the mill was closed.")} <= {"(author)"}


def test_whoever_could_not_be_reached_or_kept_silent_leaves_a_question_open(spoken: Says) -> None:
    for text in (
        "Otto Brand could not be reached for comment.",
        "The prosecutor kept silent on the motive.",
        "The army would neither confirm nor deny losing a jet.",
        "Otto Brand did not return calls.",
    ):
        assert [act for _, act, _ in spoken(text)] == ["declines_comment"], text


def test_what_was_said_later_is_said_though_it_stands_in_the_future_of_the_past(spoken: Says) -> None:
    assert [(voice, act) for voice, act, _ in spoken("Otto Brand would later deny that he had met the guards.")] == [
        ("Otto Brand", "denies")
    ]


@pytest.mark.parametrize(
    ("text", "who", "act"),
    [
        ("The army's figure of 41 dead, first given in March, was never revised.", "army", "asserts"),
        ("The toll of 62, announced by the governor on 13 April, was repeated in the press.", "governor", "asserts"),
        ("The brigade's statement that it had reached the ford was contradicted by two drivers.", "brigade", "asserts"),
        ("The foreign ministry renewed its accusation that the mill was full of arms.", "foreign ministry", "accuses"),
    ],
)
def test_a_number_or_a_charge_is_told_by_its_owner_or_who_makes_it(text: str, who: str, act: str, spoken: Says) -> None:
    assert (True, act) in [(who in voice, found) for voice, found, _ in spoken(text)]


def test_a_number_of_things_is_nobodys_claim(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The army's figure of a horse was never finished.")} == {"(author)"}


def test_a_proclaimed_goal_is_said_by_whose_it_is(find: Find) -> None:
    text = "The king allowed the founding of the Movement of Dol (DM), whose proclaimed goal is to overthrow the mayor in Kest."
    assert ("DM", "threatens") in {(claim.voice.text, claim.act) for claim in find(text).claims}


def test_a_declaration_from_somebody_is_his(find: Find) -> None:
    text = "Despite declarations from the Dawn Front that other towns need not fear attacks, the mayor closed the road."
    assert ("the Dawn Front", "demands") not in {(claim.voice.text, claim.act) for claim in find(text).claims}  # "need not" calls on nobody
    assert "the Dawn Front" in {claim.voice.text for claim in find(text).claims}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Claims of responsibility by both the Dawn Front and the Lake Guard remain on record.", ["Dawn Front", "Lake Guard"]),
        ("A claim of responsibility by the Dawn Front was posted on Sunday.", ["Dawn Front"]),
        (
            "Responsibility for the raid was claimed first by the Dawn Front and, later, by the Lake Guard.",
            ["Dawn Front", "Lake Guard"],
        ),
    ],
)
def test_responsibility_is_claimed_by_all_who_are_told_to_have_claimed_it(text: str, who: list[str], spoken: Says) -> None:
    assert [(voice, act) for voice, act, _ in spoken(text)] == [(one, "claims_responsibility") for one in who]


def test_that_there_is_no_claim_of_responsibility_claims_nothing(spoken: Says) -> None:
    assert "claims_responsibility" not in {act for _, act, _ in spoken("There was no claim of responsibility from the Dawn Front.")}


def test_what_a_version_is_is_told_by_whose_it_is(spoken: Says) -> None:
    text = "The army's version, which is that a depot was hit, is contradicted by the craters."
    assert ("army", "asserts") in {(voice, act) for voice, act, _ in spoken(text)}


def test_a_claim_of_somebody_with_a_clause_is_his(find: Find) -> None:
    found = find("The claim of the Ministry of Water that 57 barges had been sunk on the lake could not be verified.")
    assert {claim.voice.name or claim.voice.text for claim in found.claims} == {"Ministry of Water", "(author)"}
