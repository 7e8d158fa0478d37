"""Whose people a number counts."""

from __future__ import annotations

import pytest

import sayso

HEAD = "The Hill Guard (HG) is an armed group in the north of Orsenia. "


def subject(sentence: str) -> str | None:
    """The actor whose people the one figure of a sentence counts."""
    (claim,) = [one for one in sayso.find(HEAD + sentence) if one.kind == "figure" and one.quote in sentence]
    slot = claim.slot("subject")
    assert slot is None or slot.text == claim.quote[slot.span.start - claim.span.start : slot.span.end - claim.span.start]
    return slot.actor if slot else None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Hill Guard has 400 fighters.",
        "The Hill Guard itself claims to have 4,000 fighters.",
        "The Hill Guard is believed to have some 900 members.",
        "Tarvonia said the Hill Guard numbers no more than 400 men.",
        "The ministry puts the strength of the Hill Guard at 1,000 to 3,000 fighters.",
        "The Hill Guard consists of 600 fighters.",
        "The group has between 600 and 800 fighters.",
    ],
)
def test_a_number_of_people_is_the_strength_of_the_group_that_has_them(sentence: str) -> None:
    assert subject(sentence) == "Hill Guard"


def test_a_group_is_named_before_its_fighters() -> None:
    assert subject("There are about 2,000 Hill Guard fighters in the north.") == "Hill Guard"


def test_who_puts_a_number_on_its_strength_speaks_of_another() -> None:
    assert subject("Tarvonia puts its strength at 1,200 fighters.") == "Hill Guard"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Hill Guard has 20 rockets.",
        "The Hill Guard has lost 300 men.",
        "Tarvonia has 300 men in custody.",
        "Tarvonia spoke of 300 men.",
    ],
)
def test_what_is_not_its_people_or_no_longer_or_not_its_own_is_no_strength(sentence: str) -> None:
    assert subject(sentence) is None
