"""Texts in capitals are read in usual letters, each at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.capitals import in_usual_letters
from sayso.lang.language import load_language, pipeline
from sayso.lang.layout import blocks_of
from sayso.records.claim import Finding

BODY = "\n\nThe police of Orlan said on Monday that the Kest bridge was closed."


def read(text: str) -> str:
    language = load_language()
    return in_usual_letters(text, blocks_of(text, language), language, pipeline())


@pytest.mark.parametrize(
    ("loud", "usual"),
    [
        ("POLICE CLOSE BRIDGE OF KEST IN ORLAN", "Police close bridge of Kest in Orlan"),
        ("VELK'S MEN LEAVE PARIS FOR COLOMBIA", "Velk's men leave Paris for Colombia"),
        ("ON 3 MAY THE ARMY MAY LEAVE", "On 3 May the army may leave"),
        ("THE ARMY OF FREE OSTREL (AFO) FLED. AFO MEN WERE SEEN", "The Army of Free Ostrel (AFO) fled. AFO men were seen"),
        ("THE ORF [ORLAN REBEL FRONT] DENIED IT", "The ORF [Orlan Rebel Front] denied it"),
        ("MARIA VELK SAID THAT NOTHING WAS LEFT", "Maria Velk said that nothing was left"),
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
