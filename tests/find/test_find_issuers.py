"""Whose words a publication holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

ISSUED = [
    ("A statement by the interior ministry said the ferry had been seized.", "interior ministry"),
    ("An army statement said the ferry had been seized.", "army"),
    ("A military statement said the ferry had been seized.", "military"),
    ("A statement shared by the mayor said the ferry had been seized.", "mayor"),
    ("A message from the Dawn Front said the ferry had been seized.", "Dawn Front"),
    ("A leaflet in the Dawn Front's name says the ferry was seized by thieves.", "Dawn Front"),
    ("A letter signed by the mayor said the ferry had been seized.", "mayor"),
    ("The ministry's statement said the ferry had been seized.", "ministry"),
    ("A study by the Aldan Institute says the ferry is unsafe.", "Aldan Institute"),
    ("A joint inquiry by the Aldan Institute and the Lakes Guild also confirmed the loss of ten boats.", "Aldan Institute"),
    ("Ten boats were lost, according to an inquiry of the Lakes Rights Office (LRO).", "Lakes Rights Office"),
    ("An investigation said the ferry was unsafe.", "investigation"),
    ("A recent report said the ferry was unsafe.", "report"),
    ("A television report said the ferry was unsafe.", "television report"),
]


@pytest.mark.parametrize(("text", "voice"), ISSUED)
def test_a_publication_speaks_for_who_issued_it(find: Find, text: str, voice: str) -> None:
    voices = {(claim.voice.name or "").removeprefix("recent ") for claim in find(text).claims if claim.kind != "tie"}
    assert voices == {voice}


def test_the_words_by_which_a_publication_is_told_stay_the_voices_words(find: Find) -> None:
    claim = find("A statement by the interior ministry said the ferry had been seized.").claims[0]
    assert claim.voice.text == "A statement by the interior ministry"


def test_what_an_author_writes_is_his_own_voice(spoken: Says) -> None:
    assert spoken("This paper argues that the ferry was never safe.") == [(AUTHOR, "assesses", "denies")]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Lakes Review Team delivered its report on Saturday. The report said that the ferry was unsafe.", "Lakes Review Team"),
        ("The Lakes Council released a statement on Monday. The statement said that the ferry was unsafe.", "Lakes Council"),
        ("Aldan Radio carried a report on Saturday. The report said that the ferry was unsafe.", "report"),
    ],
)
def test_a_text_that_speaks_is_whose_who_put_it_out_before(find: Find, text: str, voice: str) -> None:
    assert find(text).claims[-1].voice.name == voice


def test_an_account_of_ones_own_is_no_other_voice(spoken: Says) -> None:
    said = spoken('"According to our count, nine boats were lost," the army\'s spokesman Otto Brand added.')
    assert {voice for voice, _, _ in said} == {"Otto Brand"}


def test_a_report_with_its_body_as_owner_speaks_for_it(find: Find) -> None:
    claims = find("The Lakes Council's monthly report said two people were hurt.").claims
    assert [claim.voice.name for claim in claims if claim.kind != "tie"] == ["Lakes Council"]


def test_a_pronoun_in_a_letter_is_who_signed_it(find: Find) -> None:
    text = "Ada Renn has received a letter signed by Otto Brand, in which he denies any part in the killing of Anton Velk."
    assert ("Otto Brand", "denies") in {(claim.voice.name, claim.act) for claim in find(text).claims}


TOLD_OF = "The Dawn Front issued a communique on Monday denying that it robbed the mill. "


@pytest.mark.parametrize(
    "text",
    [
        "The rebel communique adds that two men drowned.",
        "The document adds that two men drowned.",
        "Paragraph three of the communique adds that two men drowned.",
        "Another point notes that two men drowned.",
    ],
)
def test_a_text_that_was_told_of_speaks_on_for_who_put_it_out(spoken: Says, text: str) -> None:
    assert spoken(TOLD_OF + text)[-1][0] == "Dawn Front"


def test_a_new_text_is_not_the_one_that_was_told_of(spoken: Says) -> None:
    assert spoken(TOLD_OF + "A separate article notes that two men drowned.")[-1][0] != "Dawn Front"


def test_a_document_with_a_name_before_it_speaks_for_its_bearer(spoken: Says) -> None:
    assert spoken("The Dol Front Army (DFA) left. The DFA document adds that two men drowned.")[-1][0] == "Dol Front Army"


def test_we_behind_a_text_that_spoke_are_who_put_it_out(spoken: Says) -> None:
    text = TOLD_OF + "The communique adds that two men drowned. We warn the guards that we will attack them."
    assert spoken(text)[-1][:2] == ("Dawn Front", "threatens")
