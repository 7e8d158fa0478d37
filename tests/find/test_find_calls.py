"""Calls on others without a word for demanding, and what only sounds like one, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

CALLS = [
    '"The killing must stop at once," the bishop said.',
    "The bishop said the valley needs to be cleared of mines.",
    "The bishop said the rebels have to leave the valley.",
    "The bishop said the guards should open the gate.",
    "The bishop warned that the wells should be closed.",
    "The bishop spoke of hunger, stressing that it was time to lift the siege.",
    '"It is high time to open the gates," the bishop said.',
]

NONE = [
    "The bishop said the council has the power, if it wishes, to move the market.",
    '"In a bad year, towns have to borrow," the bishop said.',
    "The bishop said these figures should be treated as a first guess.",
    "The bishop said the farmers should be able to cross the bridge.",
    "The bishop said the new dam should help the farmers.",
    '"It was the same time last year when the river rose," the bishop said.',
]


@pytest.mark.parametrize("text", CALLS)
def test_what_must_be_done_is_called_for(spoken: Says, text: str) -> None:
    assert "demands" in {act for _, act, _ in spoken(text)}


@pytest.mark.parametrize("text", NONE)
def test_what_is_fitting_or_can_be_done_is_not_called_for(spoken: Says, text: str) -> None:
    assert "demands" not in {act for _, act, _ in spoken(text)}


def test_what_it_is_important_to_note_is_told_and_not_called_for(spoken: Says) -> None:
    assert spoken("The mayor said it should be noted that the road is open.") == [("mayor", "asserts", "affirms")]


def test_a_joined_verb_keeps_its_own_act(spoken: Says) -> None:
    said = spoken("A spokesman for the guild said it had received reports of fires and called for an inquiry.")
    assert [act for _, act, _ in said] == ["relays", "demands"]
    said = spoken("The ministry said it had lost two men and accused the boatmen of arson.")
    assert "accuses" in [act for _, act, _ in said]
