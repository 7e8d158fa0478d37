"""A number of dead or hurt is told by what it counts or by the words before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.lang.language import load_language
from sayso.lang.tolls import tolls, tolls_of_event
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim, Slot, Voice
from sayso.records.document import Span


def told(quote: str, *amounts: tuple[str, str], subject: bool = False) -> list[tuple[str, str]]:
    """The tolls of a figure claim; amounts are the digits as they stand in the words, and what they count."""
    return [(role, str(amount)) for role, amount in tolls(figure(quote, *amounts, subject=subject), load_language())]


def figure(quote: str, *amounts: tuple[str, str], subject: bool = False) -> Claim:
    """A claim that gives numbers."""
    numbers = [(text, int(text.split()[0]), quote.index(text), unit) for text, unit in amounts]
    slots = [
        Slot("amount", text, Span("d", start, start + len(text)), amount=Amount(value, value, unit, "", text))
        for text, value, start, unit in numbers
    ]
    who = [Slot("subject", "the Front", Span("d", 0, 9), actor="Front")] if subject else []
    return Claim(
        "c", Span("d", 0, len(quote)), quote, (Voice(AUTHOR),), "asserts", "affirms", "certain", "figure", "x", slots=(*slots, *who)
    )


@pytest.mark.parametrize(
    ("quote", "amounts", "found"),
    [
        (
            "The clinic of Sarn reports 47 deaths and 70 injuries.",
            [("47", "deaths"), ("70", "injuries")],
            [("killed", "47"), ("injured", "70")],
        ),
        ("She put the number of dead at 9.", [("9", "")], [("killed", "9")]),
        ("The death toll has risen to 14 after 4 people died.", [("14", ""), ("4", "people")], [("killed", "14")]),
        ("We buried 51 people in 1 grave.", [("51", "people"), ("1", "grave")], [("killed", "51")]),
        ("We buried 3 cows.", [("3", "cows")], []),
        ("More than 900 deaths were counted since January.", [("900", "deaths")], []),
        ("In June alone 900 deaths were counted.", [("900", "deaths")], []),
        ("900 deaths were counted nationwide last month.", [("900", "deaths")], []),
        ("The market has 47 stalls.", [("47", "stalls")], []),
        ("5 of the injured are in danger.", [("5 of the injured", "injured")], []),
    ],
)
def test_dead_and_hurt_are_counted_where_the_words_say_so(quote: str, amounts: list[tuple[str, str]], found: list[tuple[str, str]]) -> None:
    assert told(quote, *amounts) == found


def test_a_number_whose_subject_is_named_is_no_toll() -> None:
    assert told("the Front lists 47 deaths", ("47", "deaths"), subject=True) == []


@pytest.mark.parametrize(
    ("quote", "text", "unit"),
    [
        ("Orsk said 8 riders, two of them boys, died.", "8 riders", "fighters"),
        ("Velm said it lost 1 man.", "1 man", "man"),
        ("The post reports 11 rebels dead.", "11 rebels", "rebels"),
        ("Orsk said it neutralised 41 bandits.", "41 bandits", "bandits"),
        ("That 9 sailors were murdered, Velm denies.", "9 sailors", "sailors"),
    ],
)
def test_dead_are_told_by_many_words_before_or_behind_them(quote: str, text: str, unit: str) -> None:
    assert told(quote, (text, unit)) == [("killed", text.split()[0])]


def test_what_is_lost_need_not_be_dead() -> None:
    assert told("Velm lost 40 carts.", ("40 carts", "carts")) == []


def test_people_of_whom_words_behind_tell_that_they_fell_are_dead() -> None:
    assert told("Velm said 6 men had fallen.", ("6 men", "men")) == [("killed", "6")]


@pytest.mark.parametrize(
    ("quote", "amounts", "found"),
    [
        ("The attack claimed 40 lives and left 12 wounded.", [("40", "lives"), ("12", "wounded")], [("killed", "40"), ("injured", "12")]),
        ("The raid saved 40 lives.", [("40", "lives")], []),
        ("11 people died in the bombing of the chapel.", [("11 people", "people")], [("killed", "11")]),
        ("The bombing of 11 chapels was condemned.", [("11", "chapels")], []),
    ],
)
def test_an_event_may_tell_its_dead_without_a_detail_for_them(
    quote: str, amounts: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    claim = replace(figure(quote, *amounts), kind="event", verb="attack")
    assert [(role, str(amount)) for role, amount in tolls_of_event(claim, load_language())] == found


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("The raid killed 90 people, including 30 children.", [("killed", "30")]),
        ("The raid killed 90 people, and 30 children fled.", []),
    ],
)
def test_how_many_of_the_dead_were_children_is_told_behind_the_number_of_all(quote: str, found: list[tuple[str, str]]) -> None:
    claim = figure(quote, ("90 people", "people"), ("30 children", "children"))
    event = replace(claim, kind="event", verb="attack", slots=(replace(claim.slots[0], name="killed"), claim.slots[1]))
    assert [(role, str(amount)) for role, amount in tolls_of_event(event, load_language())] == found


def test_the_number_of_victims_is_how_many_died_but_not_the_number_that_is_corrected() -> None:
    assert told("The number of\nvictims is 59 and not 62, as was reported.", ("59", ""), ("62", "")) == [("killed", "59")]


@pytest.mark.parametrize(
    ("quote", "amounts", "found"),
    [
        ("12 were badly wounded.", [("12", "")], [("injured", "12")]),
        ("Some 9 were hurt on the quay.", [("9", "")], [("injured", "9")]),
        ("9 boats were hurt by the frost.", [("9", "boats")], []),
        ("Petra Holm, the mother of 3, died of her wounds.", [("3", "")], []),
    ],
)
def test_who_were_hurt_are_counted_by_the_words_behind_and_nobody_counts_the_children_of_the_dead(
    quote: str, amounts: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    assert told(quote, *amounts) == found
