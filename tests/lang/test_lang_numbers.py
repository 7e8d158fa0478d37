"""What counts as an amount in a text, how much it is and of what. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.language import load_language
from sayso.lang.numbers import AmountWords, find_amounts

ENGLISH = load_language("en")


def amounts(text: str) -> list[AmountWords]:
    return find_amounts(text, ENGLISH)


def one(text: str) -> tuple[float | None, float | None, str, str]:
    (only,) = amounts(text)
    return only.amount.low, only.amount.high, only.amount.unit, only.amount.qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fired 10 rockets at the base.", (10, 10, "rockets", "")),
        ("“two or three rockets” were seen", (2, 3, "rockets", "")),
        ("between 1,000 and 3,000 fighters", (1000, 3000, "fighters", "")),
        ("the group has 1,000-3,000 men", (1000, 3000, "men", "")),
        ("it had 1,000 to 3,000 fighters", (1000, 3000, "fighters", "")),
        ("worth 2 to 3 million dollars", (2000000, 3000000, "dollars", "")),
        ("At least 80 high-profile terror attacks", (80, None, "attacks", "at least")),
        ("more than 25 thousand of them", (25000, None, "", "more than")),
        ("Nearly 80 people were killed", (None, 80, "people", "nearly")),
        ("up to 500 foreign fighters", (None, 500, "fighters", "up to")),
        ("as many as 3,000 children fled", (None, 3000, "children", "as many as")),
        ("some 60 kilometers from the border", (60, 60, "kilometers", "some")),
        ("an estimated 80% of output", (80, 80, "percent", "an estimated")),
        ("10 or more people came", (10, None, "people", "or more")),
        ("several hundred militants", (None, None, "militants", "several hundred")),
        ("killing dozens.", (None, None, "", "dozens")),
        ("tens of thousands of former soldiers", (None, None, "soldiers", "tens of thousands")),
        ("with several rockets", (None, None, "rockets", "several")),
        ("a dozen men", (12, 12, "men", "")),
        ("a couple of soldiers", (2, 2, "soldiers", "")),
        ("half a million people", (500000, 500000, "people", "")),
        ("two hundred and fifty men", (250, 250, "men", "")),
        ("twenty-two soldiers", (22, 22, "soldiers", "")),
        ("a quarter of the army", (25, 25, "percent", "")),
        ("half of their fighters", (50, 50, "percent", "")),
        ("two-thirds of the town", (66.7, 66.7, "percent", "")),
        ("a 22% increase", (22, 22, "percent", "")),
        ("17 per cent came", (17, 17, "percent", "")),
        ("worth $3.5 billion", (3.5e9, 3.5e9, "dollars", "")),
        ("worth $3-4 billion", (3e9, 4e9, "dollars", "")),
        ("6,200 tons of opium", (6200, 6200, "tons", "")),
        ("a 570-kilometer railway", (570, 570, "kilometer", "")),
        ("a 500-kV line", (500, 500, "kV", "")),
        ("33 billion cubic meters of gas", (33e9, 33e9, "cubic meters", "")),
        ("the third largest group", (3, 3, "rank", "")),
        ("four of the bicyclists died", (4, 4, "bicyclists", "")),
        ("two or three of them were held", (2, 3, "", "")),
        ("two suspected militants sneaked in", (2, 2, "militants", "")),
        ("12 Afghan armed men", (12, 12, "men", "")),
        ("13 U.S. military personnel", (13, 13, "personnel", "")),
        ("one local resident, speaking freely", (1, 1, "resident", "")),
        ("at least one attempted rocket attack on the town", (1, None, "attack", "at least")),
        ("500 “Taliban” defected", (500, 500, "taliban", "")),
        ("a 5,000-strong army", (5000, 5000, "strong", "")),
        ("it cost $20m", (20e6, 20e6, "dollars", "")),
        ("ONE M-16 RIFLE", (1, 1, "rifle", "")),
        ("grew by 12.245 percent", (12.245, 12.245, "percent", "")),
        ("22 were killed", (22, 22, "", "")),
        ("five wounded", (5, 5, "wounded", "")),
    ],
)
def test_an_amount_is_read_with_its_unit_and_qualifier(text: str, expected: tuple[float | None, float | None, str, str]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 16 February 1999 and in 2016",
        "two years ago and in the past three months",
        "at 5 p.m., at 17:30 and at 0930 GMT",
        "under Resolution 1267 and Article 5",
        "after 9/11, in a C5+1 meeting, by Mi-17",
        "both men said no one came, and one of them left",
        "as they said.12 Then [3] they left.^{iv}",
        "the two discussed it",
        "call +43 512 123 4567 or 555-0199",
        "Anna, 35, and her 12-year-old son",
        "1. First\n2. Second",
        "see https://example.org/10/20 for more",
        "CC BY-NC-ND 2.0",
        "at 59°10′25″N 18°10′05″E / 59.173616°N",
        "Resolutions 1267, 1373 and 2118",
        "WIRE: AT 2340 THEY LEFT",
        "one of our partners, in chapter four",
        "the fort of 44 BC, burnt down in 1,200 B.C.",
    ],
)
def test_dates_times_labels_ages_and_marks_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_the_span_covers_qualifier_number_and_noun() -> None:
    text = "They killed at least 80 people there."
    (found,) = amounts(text)
    assert text[found.start : found.end] == "at least 80 people" == found.amount.text


def test_two_numbers_that_fall_are_no_range() -> None:
    assert [(found.amount.low, found.amount.unit) for found in amounts("It fell from 30 to 10 percent.")] == [(30, ""), (10, "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no more than 20 men", (None, 20, "men", "no more than")),
        ("not more than 20 men", (None, 20, "men", "not more than")),
        ("no less than 20 men", (20, None, "men", "no less than")),
        ("no fewer than six drones", (6, None, "drones", "no fewer than")),
        ("well over 100 men", (100, None, "men", "well over")),
        ("just under 100 men", (None, 100, "men", "just under")),
        ("as few as 5 men", (5, None, "men", "as few as")),
    ],
)
def test_a_longer_qualifier_goes_before_the_shorter_one_within_it(text: str, expected: tuple[float | None, float | None, str, str]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flew over three villages", (3, 3, "villages", "")),
        ("it lasted over 2 tense hours, over 5 km", (5, None, "km", "over")),
        ("over two dozen men", (24, None, "men", "over")),
        ("under 5 percent", (None, 5, "percent", "under")),
        ("over 12 villages", (12, None, "villages", "over")),
        ("it would hand over 12 prisoners", (12, 12, "prisoners", "")),
        ("was handing over about 12 prisoners", (12, 12, "prisoners", "about")),
    ],
)
def test_over_a_few_things_is_a_place_and_over_many_or_a_measure_is_more_than(
    text: str, expected: tuple[float | None, float | None, str, str]
) -> None:
    found = amounts(text)[-1].amount
    assert (found.low, found.high, found.unit, found.qualifier) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anywhere from 150 to 550 fighters", (150, 550, "fighters", "anywhere from")),
        ("anywhere between 30 and 50 cases", (30, 50, "cases", "anywhere")),
        ("two\u00a0or\nthree villages", (2, 3, "villages", "")),
        ("at\nleast 80\u00a0people", (80, None, "people", "at least")),
        ("10\u00a0000 people", (10000, 10000, "people", "")),
        ("10 000 people", (10000, 10000, "people", "")),
        ("two and a half million people", (2.5e6, 2.5e6, "people", "")),
        ("one and a half tons", (1.5, 1.5, "tons", "")),
        ("a half-dozen men", (6, 6, "men", "")),
        ("about half a dozen men", (6, 6, "men", "about")),
        ("twenty thousand five hundred tons", (20500, 20500, "tons", "")),
        ("2000 people fled", (2000, 2000, "people", "")),
        ("100s of people", (None, None, "people", "100s")),
        ("a two-thirds majority", (66.7, 66.7, "percent", "")),
        ("three-quarters of its gas", (75, 75, "percent", "")),
        ("less than a third of households", (None, 33.3, "percent", "less than")),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, expected: tuple[float | None, float | None, str, str]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a nine-member team", "member"),
        ("seven wounded soldiers", "soldiers"),
        ("six injured Ruritanian soldiers", "soldiers"),
        ("22 dead bodies", "bodies"),
        ("five killed in the raid", "killed"),
        ("six 122-mm rockets", "rockets"),
        ("three 15-year-old boys", "boys"),
        ("three 15-year-olds were hurt", ""),
        ("five one-ton bombs", "bombs"),
        ("two Soviet-era tanks", "tanks"),
        ("two women killed", "women"),
        ("killed three Tuesday night", ""),
        ("in 2016 200 men died", "men"),
    ],
)
def test_the_unit_is_the_noun_behind_states_ages_and_calibres(text: str, expected: str) -> None:
    (found,) = amounts(text)
    assert found.amount.unit == expected
    assert found.amount.text.endswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it landed 300m away", [(300, "m")]),
        ("fighters about 50m apart", [(50, "m")]),
        ("it cost £3m", [(3e6, "pounds")]),
        ("it cost $2-3m", [(2e6, "dollars")]),
        ("it cost $1.5bn", [(1.5e9, "dollars")]),
        ("there are 3m people", [(3e6, "people")]),
    ],
)
def test_m_is_millions_of_money_or_people_and_else_metres(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(found.amount.low, found.amount.unit) for found in amounts(text)] == expected


def test_one_and_several_count_people_who_come_to_harm_without_a_noun() -> None:
    texts = ["it killed one and wounded several", "one was killed", "no one was killed", "the one killed", "one said so", "several said so"]
    assert [len(amounts(text)) for text in texts] == [2, 1, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "a two-story house",
        "a five-point plan",
        "a 5-4 ruling",
        "they voted 6-1",
        "at one point he turned 18",
        "children as young as ten",
        "a post with the id 750366792434978816",
        "one developed by them",
        "18 April 2016",
        "July 15-16, 2021",
        "the G20 and COVID-19",
        "A-10 and F16 jets",
        "doi 10.1000/182",
        "the 1267 Committee",
        "on Hill 402",
    ],
)
def test_names_that_hold_digits_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert all(text[found.start : found.end] == found.amount.text for found in amounts(text))


WORDS = (
    "between and of the one two hundred thousand million dozen half a third quarters more than at least people $ % - to or 10 3,000 1.5 km"
)
PIECES = st.text("0123456789 -–,./$%", max_size=3) | st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_spans_cut_the_text_exactly_and_low_is_never_above_high(text: str) -> None:
    end = 0
    for found in amounts(text):
        assert text[found.start : found.end] == found.amount.text
        assert end <= found.start < found.end
        end = found.end
        low, high = found.amount.low, found.amount.high
        assert low is None or high is None or low <= high
