"""Answers of a word or two, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ('Asked whether the army had fired on the school, Otto Brand replied: "No."', "Otto Brand", "denies"),
        ('"Absolutely not," the mayor said when asked if he had known of the raid.', "mayor", "denies"),
        ('"Not us," Otto Brand said of the raid on Kest.', "Otto Brand", "denies"),
        ('Asked if he had ordered the raid, Otto Brand said: "Yes, of course."', "Otto Brand", "concedes"),
    ],
)
def test_who_answers_with_no_or_yes_denies_what_he_was_asked_or_owns_to_it(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, found) for who, found, _ in spoken(text)}


def test_a_no_to_nothing_that_is_told_says_nothing(spoken: Says) -> None:
    assert "denies" not in {act for _, act, _ in spoken('"No," said Otto Brand. The road was shut at noon.')}
