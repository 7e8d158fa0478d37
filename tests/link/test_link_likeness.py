"""How like two names are that nothing makes one."""

from __future__ import annotations

import pytest
from names_told import named

from sayso.link.actors import SAME
from sayso.link.judge import NEVER
from sayso.link.likeness import LIKENESS, compared


def score(one: str, other: str, kind: str = "person") -> float:
    return compared(named(one, kind), named(other, kind))[0]


def test_nothing_of_likeness_alone_makes_two_names_one() -> None:
    assert sum(feature.weight for feature in LIKENESS if feature.weight > 0) < SAME


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (("Otto Renn", "Otto Rennt"), ("Otto Renn", "Otto Rehnts")),
        (("Otto Lassov", "Otto Massov"), ("Otto Lassov", "Otto Karimov")),
        (("Otto Viktor Renn", "Otto Renn"), ("Otto Viktor Renn", "Otto")),
        (("Otto Viktor Renn", "Otto Viktor Renn Omar"), ("Otto Viktor Renn Omar Zahir", "Otto Viktor")),
        (("Otto Renn", "Otto Rennt"), ("Otto Renn", "Rennt Otto")),
    ],
)
def test_a_pair_that_shares_more_is_likelier(likelier: tuple[str, str], less: tuple[str, str]) -> None:
    assert SAME > score(*likelier) > score(*less)


def test_another_legal_form_speaks_against_two_firms() -> None:
    assert score("Orsk Mills AG", "Orsk Mills GmbH", "company") < score("Orsk Mills AG", "Orsk Mill AG", "company")


def test_each_row_tells_what_it_sees() -> None:
    _, reasons = compared(named("Otto Viktor Lassov"), named("Otto Zahir Massov"))
    assert [(reason.feature, reason.value) for reason in reasons] == [
        ("they share words, or words that differ in few letters", "otto, lassov ~ massov"),
        ("each has a word that the other has not", "viktor / zahir"),
    ]


def test_what_makes_two_names_one_or_keeps_them_apart_goes_first() -> None:
    assert score("Orlan, Sergei", "Sergei Orlan") >= SAME
    assert compared(named("Otto Renn"), named("Otto Ren", "armed_group"))[0] == NEVER
