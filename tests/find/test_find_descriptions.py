"""What a text calls somebody beside his name, and by his office alone; invented sentences."""

from __future__ import annotations

import pytest

from sayso.find.rules import RuleFinder
from sayso.known.packs import NO_PACKS
from sayso.records.document import Document


def described(text: str) -> list[tuple[str, str]]:
    """The descriptions of a text in order, each with the name that it means."""
    finding = RuleFinder(NO_PACKS).find(Document("0" * 64, "a.txt", text, "utf-8"))
    told = sorted(finding.mentions, key=lambda one: (one.span.start, one.span.end))
    return [(one.text, one.name) for one in told if not one.named and one.kind != "anonymous"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Army spokesman Colonel Otto Brand told reporters that the mill was shut.", [("Army spokesman", "Otto Brand")]),
        ("The river clerk, Otto Brand, said that the mill was shut.", [("river clerk", "Otto Brand")]),
        ("Otto Brand, a retired officer, said that the mill was shut.", [("retired officer", "Otto Brand")]),
        (
            "Otto Brand, chief doctor of the harbour, said that the mill was shut.",
            [("chief doctor", "Otto Brand"), ("chief doctor of the harbour", "Otto Brand")],
        ),
        ("The mill was shut by the relief group Orlan Aid Union on Monday.", [("relief group", "Orlan Aid Union")]),
        (
            "Defence Minister Otto Brand left. The minister took the train.",
            [("Defence Minister", "Otto Brand"), ("minister", "Otto Brand")],
        ),
    ],
)
def test_what_stands_beside_a_name_describes_its_bearer(text: str, found: list[tuple[str, str]]) -> None:
    assert described(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Otto Brand left for the mill.",
        "The clerks Otto Brand and Anna Velk left for the mill.",
        "The clerk left. Otto Brand shut the mill.",
        "Ministers Otto Brand and Anna Velk left. The minister took the train.",
    ],
)
def test_a_bare_rank_and_nouns_for_several_describe_nobody(text: str) -> None:
    assert described(text) == []


def test_an_office_that_a_text_tells_of_nobody_is_not_that_of_who_was_named_last() -> None:
    assert described("Otto Brand met Anna Velk at the mill. The minister took the train.") == []


def test_a_noun_right_before_a_bodys_name_means_that_body() -> None:
    finding = RuleFinder(NO_PACKS).find(Document("0" * 64, "a.txt", "The aid group Orlan Relief opened the mill.", "utf-8"))
    assert {one.name for one in finding.mentions} == {"Orlan Relief"}
