"""What is said before its speaker where the parser sees no clause, or no verb, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR

Says = Callable[[str], list[tuple[str, str, str]]]

CLOSED = [
    (
        "Gunmen who came by boat killed 27 people at a market on Lake Ombra on Tuesday, health workers said, in the worst raid yet.",
        "health workers",
        "asserts",
    ),
    ("Several rockets landed in the port, Orlan news agency reports.", "Orlan news agency", "asserts"),
    ("Drones hit the port late on Sunday and sank two boats, an aide to the mayor told the Courier.", "aide", "asserts"),
    ("No lamp was lit in the depot, the Ministry specifies.", "Ministry", "asserts"),
    ("Two soldiers have been hurt in an attack with a grenade in Orlan, local media report.", "media", "relays"),
]


@pytest.mark.parametrize(("text", "voice", "act"), CLOSED)
def test_who_closes_a_sentence_says_what_stands_before(spoken: Says, text: str, voice: str, act: str) -> None:
    assert {(who, what) for who, what, _ in spoken(text)} == {(voice, act)}


@pytest.mark.parametrize("text", ["The plan was leaked on Sunday, a ministry report.", "The town asked for help, money, bank notes."])
def test_a_noun_at_the_end_is_no_verb_of_saying(spoken: Says, text: str) -> None:
    assert {who for who, _, _ in spoken(text)} == {AUTHOR}
