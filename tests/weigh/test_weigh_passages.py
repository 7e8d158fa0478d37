"""Numbers told by different voices in one passage are held against each other, whether or not an incident holds them together."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory import assert_as_whole, changed, linked
from piles import Pile

from sayso.records.amount import Amount
from sayso.records.claim import Act, Polarity, Slot
from sayso.records.document import Span
from sayso.records.review import Rulings

Told = tuple[str, str, str, int, str]
"""A claim by its words, its voice, its number as it is written, the number, and what it counts."""


def apart(*told: Told, between: int = 0) -> list[list[str]]:
    """The sides of the disputes on numbers of one text."""
    pile = Pile()
    for quote, voice, text, value, unit in told:
        if between and pile.texts:
            pile.say("a.txt", "Word " * (between // 5), kind="statement", verb="statement")
        pile.say("a.txt", quote, voice, kind="figure", verb="number")
        claim = pile.claims["a.txt"].pop()
        start = claim.span.start + quote.index(text)
        slot = Slot("amount", text, Span("a.txt", start, start + len(text)), amount=Amount(value, value, unit, "", text))
        pile.claims["a.txt"].append(replace(claim, slots=(slot,)))
    return [sorted(side.value for side in found.sides) for found in pile.weigh().disputes if found.question == "How many?"]


HARVEST = ("Orsk said that it had seized 30 tonnes of grain.", "Orsk", "30", 30, "tonnes")


def test_two_voices_who_weigh_one_thing_differently_are_set_against_each_other() -> None:
    assert apart(HARVEST, ("Velm spoke of 20 tonnes on board.", "Velm", "20", 20, "tonnes")) == [["20", "30"]]


@pytest.mark.parametrize(
    "other",
    [
        ("Orsk weighed 20 tonnes.", "Orsk", "20", 20, "tonnes"),  # the same voice
        ("Velm counted 20 barrels.", "Velm", "20", 20, "barrels"),  # another measure
        ("Velm wants 900 tonnes for its mills.", "Velm", "900", 900, "tonnes"),  # another order
        ("Velm lost 6 carts of oats.", "Velm", "6", 6, "carts"),  # another thing
        ("Velm waited for 20 days.", "Velm", "20", 20, "days"),  # a time
    ],
)
def test_numbers_that_need_not_be_of_one_thing_are_not(other: Told) -> None:
    assert apart(HARVEST, other) == []


def test_what_two_voices_measure_by_a_unit_may_differ_many_times() -> None:
    assert apart(("Orsk spoke of 2 tonnes.", "Orsk", "2", 2, "tonnes"), ("Velm spoke of 16 tonnes.", "Velm", "16", 16, "tonnes")) == [
        ["16", "2"]
    ]


def test_a_bare_number_right_behind_another_may_differ_many_times() -> None:
    strength = ("Orsk says 200 riders follow it.", "Orsk", "200", 200, "riders")
    assert apart(strength, ("Velm says it has 2000.", "Velm", "2000", 2000, "")) == [["200", "2000"]]
    assert apart(strength, ("Velm stuck to 90.", "Velm", "90", 90, "")) == [["200", "90"]]


def test_bare_numbers_beside_one_another_count_the_same_whatever_that_is() -> None:
    first, then = ("Orsk counted 7.", "Orsk", "7", 7, ""), ("Velm counted 11 and called them thieves.", "Velm", "11", 11, "")
    assert apart(first, then) == [["11", "7"]]
    assert apart(first, ("Velm counted 11 before the snow.", "Velm", "11", 11, "")) == []
    assert apart(first, then, between=300) == []


def test_behind_an_authors_number_of_which_it_is_not_known_bare_numbers_count_nothing_told_of_before_it() -> None:
    graves, first, then = (
        ("Lund saw 30 carts on the hill.", "Lund", "30", 30, "carts"),
        ("Orsk verified 38.", "Orsk", "38", 38, ""),
        ("Velm confirmed 41 by name.", "Velm", "41", 41, ""),
    )
    assert apart(graves, first, then) == [["30", "38", "41"]]
    assert apart(graves, ("By night it was 12.", "(author)", "12", 12, ""), first, then) == [["38", "41"]]


def test_numbers_of_a_list_with_their_voices_count_the_same() -> None:
    assert apart(("Orsk: 7", "Orsk", "7", 7, ""), ("Velm: 19", "Velm", "19", 19, "")) == [["19", "7"]]
    assert apart(("7 (Orsk)", "Orsk", "7", 7, ""), ("“19” (Velm)", "Velm", "19", 19, "")) == [["19", "7"]]
    assert apart(("Orsk, 7", "Orsk", "7", 7, ""), ("Velm, 19", "Velm", "19", 19, "")) == []
    assert apart(("Orsk told us 7.", "Orsk", "7", 7, ""), ("Velm: 19", "Velm", "19", 19, "")) == [["19", "7"]]


def test_who_owns_up_to_a_loss_counts_what_was_told_right_before() -> None:
    dead, loss = ("Velm said that 57 riders died.", "Velm", "57", 57, "riders"), ("Orsk acknowledged the loss of 6.", "Orsk", "6", 6, "")
    assert apart(dead, loss) == [["57", "6"]]
    assert apart(dead, ("Orsk was able to confirm the names of 6.", "Orsk", "6", 6, "")) == [["57", "6"]]
    assert apart(loss, dead) == []
    assert apart(dead, ("Orsk’s count, as of noon, is 6.", "Orsk", "6", 6, "")) == [["57", "6"]]


def test_numbers_far_apart_are_not_of_one_passage() -> None:
    assert apart(HARVEST, ("Velm spoke of 20 tonnes.", "Velm", "20", 20, "tonnes"), between=700) == []


def test_people_are_counted_alike_only_where_the_words_around_say_so() -> None:
    members = ("Orsk said the Front has 300 fighters in the valley.", "Orsk", "300", 300, "fighters")
    assert apart(members, ("Velm saw 90 fighters in the valley.", "Velm", "90", 90, "fighters")) == [["300", "90"]]
    assert apart(members, ("Velm buried 90 fighters.", "Velm", "90", 90, "fighters")) == []


def test_a_number_that_counts_nothing_of_its_own_counts_what_was_counted_before() -> None:
    members = ("Orsk said the Front has 300 fighters.", "Orsk", "300", 300, "fighters")
    assert apart(members, ("Velm puts the figure at 90.", "Velm", "90", 90, "")) == [["300", "90"]]
    assert apart(members, ("Velm waited at 90.", "Velm", "90", 90, "")) == []
    assert apart(members, ("Velm claimed 90.", "Velm", "90", 90, "")) == [["300", "90"]]
    assert apart(members, ("Velm claimed 90 and then told of its harvest.", "Velm", "90", 90, "")) == [["300", "90"]]
    assert apart(members, ("Velm claimed 90 from the treasury of Dol.", "Velm", "90", 90, "")) == []


def test_dead_are_counted_in_whatever_words() -> None:
    dead = ("Orsk counted 12 bodies.", "Orsk", "12", 12, "bodies")
    assert apart(dead, ("Velm conceded that 5 men had fallen.", "Velm", "5 men", 5, "men")) == [["12", "5"]]
    assert apart(dead, ("Velm heard that 5 shells had fallen.", "Velm", "5 shells", 5, "shells")) == []


def test_dead_fighters_are_no_dead_civilians() -> None:
    civilians = ("Orsk said that 12 civilians had died.", "Orsk", "12 civilians", 12, "civilians")
    assert apart(civilians, ("Velm said that 5 rebels had died.", "Velm", "5 rebels", 5, "rebels")) == []


SAID: list[tuple[str, str, str, int, str]] = [
    ("{} counted 12 bodies.", "asserts", "12 bodies", 12, "bodies"),
    ("{} said that 5 men had fallen.", "asserts", "5 men", 5, "men"),
    ("{} puts the figure at 7.", "asserts", "7", 7, ""),
    ("{} weighed 20 tonnes.", "asserts", "20", 20, "tonnes"),
    ("{} weighed 30 tonnes.", "asserts", "30", 30, "tonnes"),
    ("{} said the letter is genuine.", "asserts", "", 0, ""),
    ("{} calls the letter a forgery.", "asserts", "", 0, ""),
    ("{} blamed the hunters.", "accuses", "", 0, ""),
    ("{} denied this claim.", "denies", "", 0, ""),
    ("{} knew of no such letter.", "denies", "", 0, ""),
]


def passage(told: list[tuple[int, str, int]], gone: set[int]) -> Pile:
    """A text of such sentences with words between them, without the claims at some places."""
    pile = Pile()
    for kind, voice, between in told:
        quote, act, text, value, unit = SAID[kind]
        pile.say("a.txt", "Word " * between, kind="statement", verb="statement")
        words = quote.format(voice)
        polarity = "denies" if act == "denies" else "affirms"
        pile.say("a.txt", words, voice, cast(Act, act), cast(Polarity, polarity), kind="figure" if text else "statement", verb="number")
        claim = pile.claims["a.txt"].pop()
        start = claim.span.start + words.index(text)
        slot = Slot("amount", text, Span("a.txt", start, start + len(text)), amount=Amount(value, value, unit, "", text))
        pile.claims["a.txt"].append(replace(claim, slots=(slot,) if text else ()))
    pile.claims["a.txt"] = [claim for at, claim in enumerate(pile.claims.get("a.txt", [])) if at // 2 not in gone]
    return pile


TOLD = st.lists(st.tuples(st.integers(0, len(SAID) - 1), st.sampled_from(["Orsk", "Velm", "Lund"]), st.integers(1, 90)), max_size=14)


@settings(max_examples=150, deadline=None)
@given(TOLD, st.sets(st.integers(0, 13)), st.sets(st.integers(0, 13)))
def test_claims_that_come_or_go_change_what_weighing_the_whole_text_changes(
    told: list[tuple[int, str, int]], before: set[int], after: set[int]
) -> None:
    now = linked(passage(told, after), Rulings())
    memory, _ = changed(linked(passage(told, before), Rulings()), now)
    assert_as_whole(memory, now)


def test_a_measure_can_be_told_by_the_words_before_a_number() -> None:
    strength = ("Orsk put its strength at 150", "Orsk", "150", 150, "")
    assert apart(strength, ("Velm speaks of 80.", "Velm", "80", 80, "")) == [["150", "80"]]


def test_people_are_counted_by_groups_unless_one_voice_counts_of_those_of_another() -> None:
    fled = ("Orsk said 300 people had left.", "Orsk", "300 people", 300, "people")
    assert apart(fled, ("Velm counts only 90 of them.", "Velm", "90", 90, "")) == [["300", "90"]]
    assert apart(fled, ("Velm puts the number at 90.", "Velm", "90", 90, "")) == [["300", "90"]]
    assert apart(fled, ("Velm fed 90 of the hungry.", "Velm", "90", 90, "")) == []


def test_some_of_those_told_of_before_are_no_other_number_of_them() -> None:
    hurt = ("Orsk counted 12 wounded.", "Orsk", "12 wounded", 12, "wounded")
    assert apart(hurt, ("Velm treats 5 of the wounded.", "Velm", "5 of the wounded", 5, "wounded")) == []


def test_numbers_near_one_that_tells_of_the_first_of_a_row_are_set_against_it() -> None:
    row = [(f"{who} said that {number} villagers died.", who, str(number), number, "dead") for who, number in (("Orsk", 30), ("Velm", 30))]
    far = ("Lund said that 12 villagers died there." + " It told of its harvest at length." * 10, "Lund", "12", 12, "dead")
    assert ["12", "30"] in apart(*row, far)
