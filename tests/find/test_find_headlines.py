"""Who says it in a headline whose verb the parser takes for a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]
BODY = "\n\nThe weir was open on Monday, and the mill stood still.\n"


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("DNA pledges to punish those who burned Orlow market", ("DNA", "pledges")),
        ("Foreign Ministry condemns DRF massacre at Orlow hospital", ("Foreign Ministry", "accuses")),
        ("Harbour guild denies blocking aid to islands", ("Harbour guild", "denies")),
        ("River Front claims ambush killed 50 guards and 10 soldiers", ("River Front", "asserts")),
    ],
)
def test_a_headlines_verb_that_looks_like_a_noun_is_a_verb(spoken: Says, headline: str, told: tuple[str, str]) -> None:
    assert told in {(voice, act) for voice, act, _ in spoken(headline + BODY)}


@pytest.mark.parametrize(
    "line",
    [
        "Army claims of victory doubted by residents",
        "Police reports show rise in theft",
        "New Orlow market fire death toll rises",
        "Ceasefire talks stall",
        "Union demands, army promises: what comes next",
        "Army claims.",
    ],
)
def test_a_headlines_noun_stays_a_noun(spoken: Says, line: str) -> None:
    assert {voice for voice, _, _ in spoken(line + BODY)} <= {"(author)"}
