"""Subjects that a parser loses behind an aside, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Colonel Otto Brand, who came to the funeral with two lorries, repeated to this paper that the Front did it.", "Otto Brand"),
        ("Her ministry (yes, there is a ministry, in Kest near the Dol) says that she is ill.", "ministry"),
        ("A leaked letter of the council (dated 3 September; link to the story) says that there were talks.", "council"),
        (
            "A member of the guard's Velk Company, interviewed without his name, said that his unit was there.",
            "member of the guard's Velk Company",
        ),
        ("The front claims that the boy had left.", "front"),
    ],
)
def test_who_speaks_behind_an_aside_is_whose_name_stands_before_it(spoken: Says, text: str, voice: str) -> None:
    assert any(voice in told for told, _, _ in spoken(text) if told != "(author)")


def test_what_somebody_undertook_may_stand_far_behind(spoken: Says) -> None:
    assert ("The Front", "pledges") in {
        (f"The {who}" if who == "Front" else who, act)
        for who, act, _ in spoken("The Front undertook in May 2031, and again on 3 July, not to shell the ferries.")
    }


def test_what_who_speaks_had_said_before_is_not_said_by_a_thing(spoken: Says) -> None:
    text = "The army now concedes that the post was lost, having said on 3 May that nobody crossed the ditch."
    assert {who for who, _, _ in spoken(text)} == {"army"}


def test_who_did_something_before_a_quotation_says_it_though_he_is_described_between(spoken: Says) -> None:
    text = "Otto Brand, a cooper aged 44, lived through it in a barrel. “Somebody stood there, dry, with a lamp.”"
    assert "Otto Brand" in {who for who, _, _ in spoken(text)}
