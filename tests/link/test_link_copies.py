"""Which claims are the same words again, letter by letter or nearly so."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.link.copies import likeness
from sayso.records.claim import AUTHOR
from sayso.records.link import Link

WIRE = "Three rockets fell on the harbour of Kest on Monday night and set two warehouses on fire, the mayor of the town told reporters"


def linked(*told: tuple[str, str], act: str = "asserts") -> list[Link]:
    """The links between copies in a pile of (document, words)."""
    pile = Pile()
    for doc, words in told:
        pile.say(doc, words, kind="statement", verb="statement")
    return [link for link in pile.link().links if link.kind == "copy_of"]


def edges(words: str) -> list[str]:
    return [link.judgement for link in linked(("a.txt", WIRE), ("b.txt", words))]


def test_the_same_words_are_a_copy_whatever_their_quotes_and_capitals() -> None:
    assert edges(WIRE.upper().replace("FIRE,", "“FIRE”,").replace("”", "")) == ["found"]


@pytest.mark.parametrize(
    ("words", "edge"),
    [
        (WIRE.replace("Monday night", "Monday evening"), "found"),
        (WIRE.replace("reporters", "the reporters"), "found"),
        (
            WIRE.replace("Three rockets fell", "Three missiles fell").replace("set two", "left two").replace("on fire", "burning"),
            "inferred",
        ),
    ],
)
def test_a_wire_with_some_words_changed_is_a_copy_and_the_share_is_told(words: str, edge: str) -> None:
    (link,) = linked(("a.txt", WIRE), ("b.txt", words))
    assert link.judgement == edge
    assert [(reason.feature, reason.value) for reason in link.reasons] == [("nearly the same words in the same order", f"{link.score:.0%}")]


@pytest.mark.parametrize(
    "words",
    [
        "On Monday night the mayor told reporters that the harbour of Kest was hit by three rockets, which burned two warehouses",
        "A spokesman for the harbour of Kest did not reply to a request for comment on the rockets that were fired on Monday night",
    ],
)
def test_the_same_event_in_other_words_is_no_copy(words: str) -> None:
    assert edges(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The mayor of Kest said that 12 rockets fell on the harbour on Monday night and none hit a house",
        "The mayor of Kest said that 14 rockets fell on the harbour on Monday night and none hit a house",
        "The mayor of Kest said that 12 rockets fell on the harbour on Monday night and nine hit a house",
    ],
)
def test_a_number_or_a_negation_that_differs_makes_another_statement(words: str) -> None:
    original = "The mayor of Kest said that 12 rockets fell on the harbour on Monday night and none hit a house"
    assert len(linked(("a.txt", original), ("b.txt", words))) == (words == original)


def test_set_phrases_are_no_copies() -> None:
    assert (
        linked(("a.txt", "The Velm campaign did not reply to a request"), ("b.txt", "The Orsk campaign did not reply to a request")) == []
    )


def test_words_of_another_voice_are_no_copy() -> None:
    pile = Pile()
    pile.say("a.txt", WIRE, "Velm", kind="statement", verb="statement")
    pile.say("b.txt", WIRE.replace("Monday", "Tuesday"), AUTHOR, kind="statement", verb="statement")
    assert [link for link in pile.link().links if link.kind == "copy_of"] == []


def test_each_copy_is_linked_to_the_earlier_one_that_it_is_most_like() -> None:
    changed = WIRE.replace("night", "evening").replace("reporters", "journalists")
    links = linked(("a.txt", WIRE), ("b.txt", changed), ("c.txt", changed.replace("harbour", "port")))
    assert [link.score for link in links] == [0.92, 0.96]
    assert len({link.right for link in links}) == 2


def test_copies_do_not_depend_on_the_order_of_documents() -> None:
    pile = Pile()
    for doc, words in (("b.txt", WIRE.replace("night", "evening")), ("a.txt", WIRE)):
        pile.say(doc, words, kind="statement", verb="statement")
    assert pile.link().links == pile.link(backwards=True).links


def test_words_that_all_share_bring_no_quadratic_work() -> None:
    """A thousand sentences with one beginning: each is compared with a few, and still the one true copy is found."""
    told = [
        (f"{at:04}.txt", f"The mayor of the town of Kest said on Monday that house {at} of street {at % 37} lost roof {at * 7}")
        for at in range(1000)
    ]
    links = linked(*told, ("z.txt", told[500][1].replace("Monday", "Tuesday")))
    assert [link.score for link in links] == [0.94]


def test_likeness_is_the_share_of_words_in_the_same_order() -> None:
    assert likeness(list("abcdefghij"), list("abcdexghij")) == 0.9
    assert likeness(list("abcd"), list("dcba")) == 0.0
