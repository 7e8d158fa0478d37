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
        ("Of the thirty barges that left the port, the guild's own clerks say, twelve were sunk.", "guild's own clerks", "asserts"),
        ("Flood water broke the weir, killing at least six people, a counting group and two millers said.", "counting group", "asserts"),
        ("Otto Brand sold it to a miller reached by phone, who said the ford was shut.", "miller", "asserts"),
        ("One, a nurse who lives by the mill, said the ford was shut.", "nurse", "asserts"),
        ("Two men came. The other said the ford was shut.", "other", "asserts"),
        ("The army's spokesman, asked about the ford, declined to comment.", "army's spokesman", "declines_comment"),
        ("Otto Brand, in a handwritten letter of 3 June, denied having been near the ford.", "Otto Brand", "denies"),
        ("The company has denied having sold any of the boats.", "company", "denies"),
        ("The Government of Norway wishes to assure its neighbours that the ford is open.", "Government of Norway", "pledges"),
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
