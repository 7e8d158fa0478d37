"""A text itself shows that a name that no gazetteer knows is a state's: by what only states have, or by two things that others have too."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.lang.told_states import told_states


def told(text: str, known: str = "") -> dict[str, str]:
    return dict(told_states(text, load_language("en"), lambda word: word == known))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The government of Velkania denied it.", {"Velkania": "Velkania"}),
        ("The Ministry of the Interior of Velkania denied it.", {"Velkania": "Velkania"}),
        ("Velkania's foreign ministry denied it.", {"Velkania": "Velkania"}),
        ("The Velkanian foreign minister flew home to Velkania.", {"Velkania": "Velkania", "Velkanian": "Velkania"}),
        ("The Dolese government left Dolo. Dolese troops came to Dolo.", {"Dolo": "Dolo", "Dolese": "Dolo"}),
    ],
)
def test_what_states_have_shows_a_state_and_its_adjective(text: str, found: dict[str, str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Velkania's president spoke to Velkania's workers.",  # a firm has one too
        "The government of Brand fell, said President Brand.",  # who governs
        "The Orskist government sent the Orskist army.",  # of no land that the text names
        "The government of the Harra denied it.",
        "The Republic of Velk Dol denied it.",  # names of several words are not told
        "The Costa Velkanian foreign ministry denied it in Velkania.",
    ],
)
def test_what_others_have_too_shows_none(text: str) -> None:
    assert told(text) == {}


def test_of_a_known_country_nothing_is_told() -> None:
    assert told("The government of Velkania denied it.", known="Velkania") == {}
