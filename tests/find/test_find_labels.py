"""Speakers marked by a colon in headlines and in the turns of a talk, and what headlines say by verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Says = Callable[[str], list[tuple[str, str, str]]]
BODY = "\n\nThe road to the border has been closed for three weeks."

HEADLINES = [
    ("Rebels killed 12 soldiers near the port: army", "army", "accuses"),
    ("Ministry: the dam of Orlan is safe", "Ministry", "asserts"),
    ("Poll: most voters want the port closed", "Poll", "asserts"),
    ("Truce will hold, says minister", "minister", "predicts"),
    ("Army denies attack on hospital", "Army", "denies"),
    ("Anton Velk: we will not attack the city", "Anton Velk", "pledges"),
]


@pytest.mark.parametrize(("headline", "voice", "act"), HEADLINES)
def test_a_headline_is_said_by_whom_it_names(spoken: Says, headline: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(headline + BODY)}


@pytest.mark.parametrize(
    "headline", ["Video: rockets over the harbour of Orlan", "Storm over the valley", "Why the truce failed: a history"]
)
def test_a_headline_without_a_speaker_says_nothing(spoken: Says, headline: str) -> None:
    assert {voice for voice, _, _ in spoken(headline + BODY)} == {"(author)"}


def test_the_turns_of_a_talk_are_of_whom_their_labels_name(spoken: Says) -> None:
    text = (
        "Anton Velk spoke to the radio about the harvest.\n\nDOVAN: How bad is the harvest this year?\n\n"
        "VELK: The harvest has failed in four provinces.\n\n"
        "DOVAN: In May the harvest still looked good.\n\nVELK: The rain came too late for the wheat."
    )
    said = [voice for voice, _, _ in spoken(text)]
    assert said.count("Anton Velk") >= 2
    assert "DOVAN" in said


def test_one_label_alone_makes_no_talk(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("Harvest: The harvest has failed in four provinces.")} == {"(author)"}


def test_a_headlines_event_is_not_counted_beside_that_of_the_text(find: Callable[[str], Finding]) -> None:
    text = "Army denies attack on hospital\n\nThe army denied on Monday that its guns had shelled the hospital of Orlan on 3 May 2031."
    assert [claim.quote.startswith("The army") for claim in find(text).claims if claim.kind == "event"] == [True]


LABELLED = [
    ('Marta Salka, on state television: "This fire was ordered from inside the prison."', "Marta Salka"),
    ('Navy statement: "Units of the fleet stopped a boat 60 miles off Orlan on Sunday."', "Navy"),
    ("Otto Brand, on Radio Orlan: the rebels have never used a mine and have little to gain from one.", "Otto Brand"),
]


@pytest.mark.parametrize(("sentence", "voice"), LABELLED)
def test_a_speaker_before_a_colon_says_the_quotation_behind_it(spoken: Says, sentence: str, voice: str) -> None:
    opening = "The road to the border has been closed for three weeks, and nobody in the valley knows when the lorries will be back.\n\n"
    text = opening + "It rained all night over the hills and the harbour of Orlan. " + sentence
    assert voice in {who for who, _, _ in spoken(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        'His last word: "It is not that easy," he said.',
        "Orlan Barrage (Latin: agger) is a dam on the river above the town of Kest.",
        "Children: Otto Brand and Marta Salka, who lived in the town of Kest.",
    ],
)
def test_not_all_that_stands_before_a_colon_speaks(spoken: Says, sentence: str) -> None:
    opening = "The road to the border has been closed for three weeks, and nobody in the valley knows when the lorries will be back.\n\n"
    text = opening + "It rained all night over the hills and the harbour of Orlan. " + sentence
    assert {who for who, _, _ in spoken(text)} <= {AUTHOR, "he"}


IN_BRACKETS = [
    ("Three people were killed in the market blast (police).", "police"),
    ("Six fishing boats were burned off the cape in May (residents).", "residents"),
]
NOBODY_IN_BRACKETS = ["The guild met in the hall (a former school).", "He was a member of the council (all times local)."]


@pytest.mark.parametrize(("text", "voice"), IN_BRACKETS)
def test_who_stands_in_brackets_behind_a_sentence_says_it(text: str, voice: str, spoken: Says) -> None:
    assert voice in {who for who, _, _ in spoken(f"The road is closed.\n\n{text} The road is closed.")}


@pytest.mark.parametrize("text", NOBODY_IN_BRACKETS)
def test_what_explains_a_word_in_brackets_says_nothing(text: str, spoken: Says) -> None:
    assert {who for who, _, _ in spoken(f"The road is closed.\n\n{text}")} == {AUTHOR}


OTHER_LABELS = [
    ("Rebels killed 12 soldiers near the port - army" + BODY, "army"),
    ("Truce dead within a week: analysts" + BODY, "analysts"),
    ("The road is closed.\n\n14:32 Kest army: Our forces have entered the northern suburbs of Orsk.", "Kest army"),
    ("The road is closed.\n\nThe rebels' version is different: the army shelled its own men.", "rebels"),
    ("The road is closed.\n\nThe priest has a different figure: 17.", "priest"),
]


@pytest.mark.parametrize(("text", "voice"), OTHER_LABELS)
def test_a_dash_a_we_or_somebodys_version_parts_who_speaks_from_what_he_says(text: str, voice: str, spoken: Says) -> None:
    assert voice in {who for who, _, _ in spoken(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Orlan Guide: Farmers crossed the bridge in vain" + BODY,
        "Storm over the valley - a history" + BODY,
        "Brand was killed in an attack by pro-Dolan forces" + BODY,
        "The army's answer was swift: it shelled the port at noon." + BODY,
    ],
)
def test_a_dash_or_a_deed_behind_a_colon_is_nobodys_word(text: str, spoken: Says) -> None:
    assert {who for who, _, _ in spoken(text)} == {AUTHOR}


def test_whose_office_and_name_stand_before_where_he_speaks_says_what_is_quoted_behind_the_colon(spoken: Says) -> None:
    text = "The dam burst in May.\n\nKest's de facto president, Ada Renn, in a video address: “They have drowned our farms in the valley.”"
    assert ("Ada Renn", "asserts", "affirms") in spoken(text)


FIGURES = (
    "ORLAN LEGAL OFFICE\nFact sheet no. 2\n\nWe publish the figures of others beside our own figures.\n\nFIGURES\n\n"
    "Civilians killed, verified: 93\nSoldiers wounded: at least 12\nHouses destroyed in Kest: 40\n"
)


def test_a_line_of_a_list_of_figures_is_its_authors_and_tells_to_whom_it_was_done(find: Callable[[str], Finding]) -> None:
    lines = {claim.quote: claim for claim in find(FIGURES).claims if ":" in claim.quote}
    assert list(lines) == ["Civilians killed, verified: 93", "Soldiers wounded: at least 12", "Houses destroyed in Kest: 40"]
    slots = {quote: {slot.name: slot.text for slot in claim.slots} for quote, claim in lines.items()}
    assert slots["Civilians killed, verified: 93"]["victim"] == "Civilians"
    assert "agent" not in slots["Civilians killed, verified: 93"]
    assert [found["amount"] for found in slots.values()] == ["93", "at least 12", "40"]
