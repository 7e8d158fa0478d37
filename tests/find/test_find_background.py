"""What had been when somebody said something is told by the author, though the sentence is the speaker's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def told(find: Find, text: str) -> list[tuple[str, str]]:
    return [(one.verb, one.quote) for one in find(text).claims if one.kind == "event" and one.voice.text == "(author)"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "After gunmen killed nine people in Kest on Monday, the army vowed to strike back.",
            "After gunmen killed nine people in Kest on Monday",
        ),
        ("The army called for calm, hours after gunmen attacked a bus in Kest.", "hours after gunmen attacked a bus in Kest"),
        ("Following an attack on a bus in Kest on Monday, the army called for calm.", "an attack on a bus in Kest on Monday"),
    ],
)
def test_the_violence_after_which_something_was_said_took_place(find: Find, text: str, quote: str) -> None:
    assert told(find, text) == [("attack", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "The army vowed to strike back if gunmen attack a bus in Kest.",
        "The army said that nobody was safe.",
        "The army called for calm after a talk with the mayor.",
        "The army called for calm, hours after students marched in Kest.",
        "Since regaining power, the Front has said that it could not pay.",
    ],
)
def test_what_did_not_take_place_or_was_no_violence_is_none(find: Find, text: str) -> None:
    assert told(find, text) == []
