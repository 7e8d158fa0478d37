"""Who says one thing first and another later, told in one passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import Act
from sayso.records.document import Span


def told(first: str, then: str, act: Act = "asserts", by: str = "Velm", between: str = "") -> list[tuple[str, ...]]:
    """The sides of the disputes on a changed account, where Velm says something and somebody speaks after that."""
    pile = Pile()
    pile.say("a.txt", first, "Velm", kind="statement", verb="statement")
    if between:
        pile.say("a.txt", between, "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", then, by, act, kind="statement", verb="statement")
    if by == "(author)":
        span = pile.claims["a.txt"][-1].span
        pile.name("a.txt", "Velm", span=Span("a.txt", span.start, span.start + 4))
    return [tuple(side.value for side in one.sides) for one in pile.weigh().disputes if one.question == "Did the account change?"]


FIRST = "Velm initially said that no mill had burned."


@pytest.mark.parametrize(("then", "act"), [("Velm acknowledged two fires.", "concedes"), ("Velm later spoke of two fires.", "asserts")])
def test_what_is_told_first_and_what_is_told_later_are_two_accounts(then: str, act: Act) -> None:
    assert told(FIRST, then, act) == [("at first", "later")]


def test_two_statements_of_which_none_is_told_to_come_first_are_one_account() -> None:
    assert told("Velm said that no mill had burned.", "Velm acknowledged two fires.", "concedes") == []


def test_who_is_asked_again_about_what_he_denied_and_says_something_else_changes_his_account() -> None:
    pile = Pile()
    pile.say("a.txt", "No mill had burned, Velm said.", "Velm", "denies", "denies", kind="statement", verb="statement")
    pile.say("a.txt", "Asked about it that night, Velm said that the mills were old.", "Velm", kind="statement", verb="statement")
    assert [found.question for found in pile.weigh().disputes] == ["Did the account change?"]


def test_what_another_one_says_later_changes_no_account() -> None:
    assert told(FIRST, "Orsk later spoke of two fires.", by="Orsk") == []


def test_what_is_told_many_sentences_on_is_told_of_something_else() -> None:
    assert told(FIRST, "Velm later spoke of two fires.", between="Orsk told at length of its harvest. " * 10) == []


def test_a_retraction_takes_back_what_the_one_named_in_it_said_before() -> None:
    assert told("Velm said that the Front burned the mill.", "Velm has since retracted this.", by="(author)") == [("at first", "later")]


def test_a_relative_clause_with_what_somebody_said_at_first_stands_against_what_he_says_now() -> None:
    clause = "which first called the fire an accident"
    assert nested(f"Velm, {clause}, has since blamed a bomb.", clause) == [("at first", "later")]
    assert nested(f"Velm, {clause}, told Orsk that two bombs lay there.", clause) == [("at first", "later")]
    assert nested("Velm, who called the fire an accident, told Orsk of a bomb.", "who called the fire an accident") == []


def test_what_somebody_said_then_stands_inside_what_he_said_at_first() -> None:
    clause = "then as a raid"
    assert nested(f"Velm at first described it as a fire, {clause}.", clause) == [("at first", "later")]
    assert nested(f"Velm described it as a fire, {clause}.", clause) == []


def test_what_somebody_says_now_may_stand_before_what_he_said_at_first() -> None:
    assert told("Velm now says that two mills burned,", "after having said that none had.") == [("at first", "later")]


def nested(words: str, inside: str) -> list[tuple[str, ...]]:
    """The sides of the disputes on a changed account, where a clause inside what Velm says is a claim of its own."""
    pile = Pile()
    pile.say("a.txt", words, "Velm", kind="statement", verb="statement")
    (whole,) = pile.claims["a.txt"]
    start = whole.span.start + words.index(inside)
    pile.claims["a.txt"] += [replace(whole, id="f" * 12, span=Span("a.txt", start, start + len(inside)), quote=inside)]
    return [tuple(side.value for side in one.sides) for one in pile.weigh().disputes if one.question == "Did the account change?"]
