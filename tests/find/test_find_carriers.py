"""Texts in which somebody says something speak for him when the report comes back to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

BETWEEN = "The mayor, Otto Brand, said two people were hurt."


@pytest.mark.parametrize(
    ("first", "last", "voice"),
    [
        ("The Lakes Guild said in a statement that the ferry was old.", "The statement also said the depot was shut.", "Lakes Guild"),
        ("In a report on Tuesday, the Lakes Guild said the ferry was old.", "The report says the depot was shut.", "Lakes Guild"),
        ("Ada Renn wrote in a letter to the council that the ferry was old.", "The letter said the depot was shut.", "Ada Renn"),
        ("The Lakes Guild published a report on the ferry.", "According to the report, the depot was shut.", "Lakes Guild"),
    ],
)
def test_a_text_speaks_for_who_said_something_in_it_whoever_spoke_between(spoken: Says, first: str, last: str, voice: str) -> None:
    assert spoken(f"{first} {BETWEEN} {last}")[-1][0] == voice


def test_a_text_of_another_speaks_for_him_and_not_for_who_quotes_it(spoken: Says) -> None:
    text = f"Otto Brand said in the guild's report that the ferry was old. {BETWEEN} The report said the depot was shut."
    assert spoken(text)[-1][0] != "Otto Brand"


def test_a_text_that_somebody_left_speaks_for_him(spoken: Says) -> None:
    text = "The Kest Front left leaflets at the mill. The leaflets, which were written by hand, said the mill was a prison."
    assert ("Kest Front", "asserts", "affirms") in spoken(text)
