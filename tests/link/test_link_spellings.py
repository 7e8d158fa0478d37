"""Names and descriptions that say enough are spellings of somebody; pronouns and bare nouns are none."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.link.spellings import spellings
from sayso.records.claim import Mention
from sayso.records.document import Span


def spelt(text: str, name: str, kind: str, *described: str) -> list[str]:
    """The spellings of one name, given the words in its text by which it is meant too."""
    words = [(name, True), *((one, False) for one in described)]
    mentions = [Mention(Span("d", text.index(one), text.index(one) + len(one)), one, name, kind, None, named) for one, named in words]
    return [one.text for one in spellings(mentions, kind, text, load_language("en"))]


def test_an_office_is_no_name_of_its_state() -> None:
    text = "Velk said so. The Defense Minister said no, and Velk officials agreed."
    assert spelt(text, "Velk", "state", "Defense Minister", "Velk officials") == ["Velk", "Velk officials"]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("A clerk, army spokesman Colonel Ana Lund, spoke.", "army spokesman"),
        ("Ana Lund, a senior clerk of the port, spoke.", "senior clerk of the port"),
        ("Ana Lund (river envoy) spoke.", "river envoy"),
        ("Ana Lund spoke. It was late, the colonel added.", "colonel"),
        ("Ana Lund spoke. It was late, the foreign minister added.", "foreign minister"),
    ],
)
def test_what_stands_beside_a_persons_name_and_his_office_are_spellings(text: str, described: str) -> None:
    assert spelt(text, "Ana Lund", "person", described) == ["Ana Lund", described]


@pytest.mark.parametrize(
    ("text", "name", "kind", "described"),
    [
        ("The Dol Front took the hill. The old group was beaten.", "Dol Front", "armed_group", "old group"),
        ("The Dol Front, its fighters said, was beaten.", "Dol Front", "armed_group", "its fighters"),
        ("Ana Lund spoke. She left.", "Ana Lund", "person", "She"),
        ("Ana Lund spoke. The woman left.", "Ana Lund", "person", "woman"),
        ("Ana Lund spoke, as did the other clerk.", "Ana Lund", "person", "other clerk"),
    ],
)
def test_pronouns_and_nouns_away_from_the_name_are_none(text: str, name: str, kind: str, described: str) -> None:
    assert spelt(text, name, kind, described) == [name]
