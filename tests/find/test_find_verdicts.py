"""What is told of a claim so that it is denied, by the author too, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

UNTRUE = [
    "The helicopter was nonsense.",
    "The report of deaths at Velk was wrong.",
    "Reports of an attack at Velk on 16 March proved to be unfounded.",
    "The Front's notice is a pack of lies.",
    "The figure of eleven that the enemy gives is pure invention.",
    "The government's tale of a drifting log is for children.",
    "The number 3,200 is not supported by any record.",
    "The suggestion that the rails had been sold was not borne out.",
    "Nothing in these files supports the tale of the army.",
    "That statement is contradicted by a photograph of the mill.",
    "The accounts of the two sides are inconsistent with the records of the port.",
    "I do not believe that figure.",
    "It is not fourteen, whatever the army writes.",
    "Whoever says that our men fired on the ferry is lying.",
    "There was no bomb at Velk.",
    "There had been no drone that night.",
    "To that question the answer is no.",
]
NOT_UNTRUE = [
    "The mill was a wreck.",
    "The bridge was not supported by anything but rope.",
    "The report of deaths at Velk was not wrong.",
    "Nothing we have seen supports the roof.",
    "The figure of 4,000 would be nonsense.",
    "I do not believe in ghosts.",
    "There were no casualties.",
    "There were no immediate claims of responsibility.",
    "Nine dead lie in the mill.",
]


@pytest.mark.parametrize("text", UNTRUE)
def test_who_writes_that_a_tale_is_none_denies_it(text: str, spoken: Says) -> None:
    assert "denies" in [act for voice, act, _ in spoken(text) if voice == "(author)"]


@pytest.mark.parametrize("text", NOT_UNTRUE)
def test_what_is_told_of_a_thing_denies_nothing(text: str, spoken: Says) -> None:
    assert "denies" not in [act for _, act, _ in spoken(text)]


def test_so_does_who_is_told_to_say_it(spoken: Says) -> None:
    assert ("mayor", "denies", "denies") in spoken("The mayor said that the whole account was a tissue of lies.")
