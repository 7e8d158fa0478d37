"""What is said without a clause: a number, who it was, a second clause, a claim that somebody rejects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The police gave nine dead.", "police"),
        ("The ministry says 300 men, all of them hired abroad.", "ministry"),
        ("The clerk of the parish recorded seven, and showed us her book.", "clerk of the parish"),
        ("The widows count sixteen sons who never came home.", "widows"),
        ("The yearbook of the guild gives 40-60.", "yearbook of the guild"),
        ("Who fired? The government says the Norwegian navy.", "government"),
    ],
)
def test_a_number_or_a_party_alone_is_said_by_who_gives_it(spoken: Says, sentence: str, voice: str) -> None:
    assert [told[0] for told in spoken(sentence)] == [voice]


@pytest.mark.parametrize(
    ("sentence", "voice", "act"),
    [
        ("In the mayor's view, the mill is safe.", "mayor", "assesses"),
        ("Nine porters, questioned apart, identified the captain as a nephew of Otto Brand.", "Nine porters", "asserts"),
        ("The navy presented this as a proof that the ferry was lost.", "navy", "asserts"),
        ("The letter is regarded by the clerks as a forgery.", "clerks", "assesses"),
    ],
)
def test_what_something_is_held_to_be_is_said_by_who_holds_it(spoken: Says, sentence: str, voice: str, act: str) -> None:
    assert [told[:2] for told in spoken(sentence)] == [(voice, act)]


def test_other_words_are_nobodys_view(spoken: Says) -> None:
    assert [told[0] for told in spoken("In other words, the mill is safe.")] == [AUTHOR]


@pytest.mark.parametrize("sentence", ["The mayor gave the porter a coin.", "The ministry says its prayers in the old hall."])
def test_what_is_given_or_said_besides_is_no_statement(spoken: Says, sentence: str) -> None:
    assert [told[0] for told in spoken(sentence)] == [AUTHOR]


def test_a_second_clause_that_the_parser_joins_to_the_verb_of_saying_is_said_too(find: Find) -> None:
    told = 'The ferryman told us that the mill stands on the far bank, "if it stands at all", and that he has buried two of his sons there.'
    assert [(c.voice.name, c.quote) for c in find(told).claims][-1] == ("ferryman", "that he has buried two of his sons there")


def test_a_claim_that_others_reject_beside_it_is_denied_by_them(spoken: Says) -> None:
    told = spoken("The traders complain that the gate is shut at noon, a claim Norwegian officers reject.")
    assert ("Norwegian officers", "denies", "denies") in told
