"""Numbers of dead that are added to others or have grown since are no other answers to how many there were."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.lang.tolls import has_risen, is_some
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim, Slot, Voice
from sayso.records.document import Span
from sayso.weigh.numbers import clash, number_told

ENGLISH = load_language()


def claim(words: str, number: str, amount: Amount, voice: str = AUTHOR) -> Claim:
    """A count of dead in a report."""
    at = words.index(number)
    slot = Slot("killed", number, Span("a.txt", at, at + len(number)), amount=amount)
    return Claim(
        "c", Span("a.txt", 0, len(words)), words, (Voice(voice),), "asserts", "affirms", "certain", "event", "attack", slots=(slot,)
    )


@pytest.mark.parametrize("told", ["two of the wounded", "four more bodies", "another three people", "a further six"])
def test_some_of_all_or_more_than_before_are_told_by_their_words(told: str) -> None:
    assert is_some(told, ENGLISH)


@pytest.mark.parametrize("told", ["more than forty people", "six people", "nine bodies"])
def test_all_of_them_are_none_of_these(told: str) -> None:
    assert not is_some(told, ENGLISH)


def test_a_part_leaves_open_how_many_more_there_were() -> None:
    six, two = Amount(6, 6, "people"), Amount(2, 2, "wounded")
    whole = number_told(claim("Six people were killed.", "Six people", six), six, ENGLISH)
    part = number_told(claim("Two of the wounded died on Tuesday.", "Two of the wounded", two), two, ENGLISH)
    assert (part.low, part.high) == (2, None)
    assert not clash(whole, part)


def test_a_toll_that_rose_leaves_open_what_it_was_for_its_teller_alone() -> None:
    nine = Amount(9, 9)
    own, others = (claim("The death toll rose to nine.", "nine", nine, voice) for voice in (AUTHOR, "Velm"))
    assert has_risen(own, ENGLISH)
    assert not has_risen(others, ENGLISH)
    assert (number_told(own, nine, ENGLISH).low, number_told(others, nine, ENGLISH).low) == (None, 9)
