"""Texts in capitals are read in usual letters, each at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.capitals import in_usual_letters
from sayso.lang.language import load_language, pipeline
from sayso.records.claim import Finding
from sayso.records.document import Document

BODY = "\n\nThe police of Orlan said on Monday that the Kest bridge was closed."


def read(text: str) -> str:
    language = load_language()
    return in_usual_letters(Document("kest.txt", "0" * 64, text, "utf-8"), language, pipeline()).text


@pytest.mark.parametrize(
    ("loud", "usual"),
    [
        ("POLICE CLOSE BRIDGE OF KEST IN ORLAN", "Police close bridge of Kest in Orlan"),
        ("VELK'S MEN LEAVE PARIS FOR COLOMBIA", "Velk's men leave Paris for Colombia"),
        ("ON 3 MAY THE ARMY MAY LEAVE", "On 3 May the army may leave"),
        ("THE ARMY OF FREE OSTREL (AFO) FLED. AFO MEN WERE SEEN", "The Army of Free Ostrel (AFO) fled. AFO men were seen"),
        ("THE ORF [ORLAN REBEL FRONT] DENIED IT", "The ORF [Orlan Rebel Front] denied it"),
        ("MARIA VELK SAID THAT NOTHING WAS LEFT", "Maria Velk said that nothing was left"),
        ("THEY TOLD US THAT FMLN MEN FLED", "They told us that FMLN men fled"),
        ("THE NATIONAL FREE ARMY (EFN) FLED", "The National Free Army (EFN) fled"),
        ("THE OSTREL FREE WORKERS FRONT (FOFW) FLED", "The Ostrel Free Workers Front (FOFW) fled"),
        ("THE PLOX [FREE WORKERS ALLIANCE] FLED", "The PLOX [Free Workers Alliance] fled"),
        ("HE LEFT THE UNITED STATES FOR COSTA RICA", "He left the United States for Costa Rica"),
        ("U.S. SOLDIERS CAME AT 7 A.M. TO KEST", "U.S. soldiers came at 7 a.m. to Kest"),
        ("THE DAILY EL VELKADOR DENIED IT, JOSE DE LA VELKA SAID", "The daily El Velkador denied it, Jose De La Velka said"),
        ("THE OSTREL CARTEL MET THE CHADIAN CARTEL", "The Ostrel Cartel met the Chadian cartel"),
        ("GEORGE BUSH WILL LEAVE, AND GEORGE WILL LEAVE", "George Bush will leave, and George will leave"),
        ("[BEGIN RECORDING] [VELK] NOBODY CAME, VELK SAID", "[Begin recording] [Velk] nobody came, Velk said"),
    ],
)
def test_words_in_capitals_get_the_letters_that_are_usual_for_them(loud: str, usual: str) -> None:
    assert read(loud + BODY) == usual + BODY


@pytest.mark.parametrize("text", ["UN IN ORLAN", "The UN in Orlan", "ISKP, TTP and the ETIM met in Kest", "KEST"])
def test_acronyms_among_small_letters_and_mere_names_stay(text: str) -> None:
    said = f"They met, and nobody said what {text} would mean for the valley."
    assert read(said) == said


def test_a_telex_is_found_in_as_other_texts_are(find: Callable[[str], Finding]) -> None:
    text = "THE GOVERNOR OF OSTREL SAID THAT GUNMEN KIDNAPPED A JUDGE IN THE CAPITAL ON 7 JANUARY 1990."
    told = [claim for claim in find(text).claims if claim.kind == "event"]
    assert [claim.verb for claim in told] == ["abduction_forced_disappearance"]
    assert told[0].quote.isupper()
    assert told[0].voice.text == "THE GOVERNOR OF OSTREL"


REPORT = """PRESIDENT-ELECT ALBERTO VELK YESTERDAY BLAMED THE ORLAN REBEL FRONT [ORF] FOR THE BOMB. HE ADDED: "WE WILL TRY TO TALK."

THE ORF DENIED IT ON 7 JANUARY 1990. VELK SAID THAT FOUR MEN HAD DIED IN KEST."""


def test_a_text_in_capitals_and_in_usual_letters_says_the_same(find: Callable[[str], Finding]) -> None:
    loud, usual = find(REPORT), find(read(REPORT))

    def told(finding: Finding) -> list[object]:
        return [
            (
                one.span.start,
                one.span.end,
                one.act,
                one.verb,
                one.voice.text.lower(),
                one.voice.name,
                [slot.text.lower() for slot in one.slots],
            )
            for one in finding.claims
        ]

    assert told(loud) == told(usual)
    assert [(one.name, one.kind) for one in loud.mentions] == [(one.name, one.kind) for one in usual.mentions]


def test_what_is_found_in_a_text_in_capitals_has_the_words_that_stand_there(find: Callable[[str], Finding]) -> None:
    finding = find(REPORT)
    placed = [(one.span, one.text) for one in finding.mentions]
    placed += [(voice.span, voice.text) for claim in finding.claims for voice in claim.voices if voice.span]
    placed += [(slot.span, slot.text) for claim in finding.claims for slot in claim.slots]
    placed += [(claim.span, claim.quote) for claim in finding.claims]
    assert all(REPORT[span.start : span.end] == words for span, words in placed)
    assert "Alberto Velk" in {one.name for one in finding.mentions}


def test_bare_months_and_days_in_capitals_are_dates(find: Callable[[str], Finding]) -> None:
    text = "VELK, 12 MAR 31 (EFE) -- [TEXT] NINE REBELS DIED IN A CLASH IN JANUARY. THIS MARCH IS TO GO ON. A GUARD WAS SHOT DEAD IN MARCH."
    days = [slot.text for claim in find(text).claims for slot in claim.slots if slot.name == "when"]
    assert days == ["JANUARY", "MARCH"]


def test_common_words_in_quotation_marks_before_a_word_for_a_group_are_its_name(find: Callable[[str], Finding]) -> None:
    text = 'VELK, 12 MAR 31 (EFE) -- [TEXT] THE "GLOWING ROAD" TERRORISTS SHOT A GUARD DEAD. GLOWING ROAD CALLED AN "ARMED STRIKE" IN KEST.'
    assert [one.text for one in find(text).mentions if one.name == "Glowing Road"] == ["GLOWING ROAD", "GLOWING ROAD"]
    assert "Armed Strike" not in {one.name for one in find(text).mentions}
