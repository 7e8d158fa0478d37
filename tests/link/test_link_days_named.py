"""Days and months that words name."""

from __future__ import annotations

import pytest
from piles import day

from sayso.lang.language import load_language
from sayso.link.days_named import fronted_day, is_another, is_another_month, months_in
from sayso.records.when import When


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("On 9 May the bridge was closed.", (5, 9)),
        ("But on May 9 the bridge was closed.", (5, 9)),
        ("In the night of the 9th of May it rained.", (5, 9)),
        ("The bridge over the river was closed on 9 May.", None),
        ("It may be that 9 men came.", None),
    ],
)
def test_a_day_counts_only_where_words_begin_with_it(quote: str, told: tuple[int, int] | None) -> None:
    assert fronted_day(quote, load_language()) == told


@pytest.mark.parametrize(
    ("when", "another"), [("2031-05-04", True), ("2031-05-08", False), ("2031-05-10", False), ("2031-05", False), (None, False)]
)
def test_another_day_is_neither_the_events_nor_beside_it(when: str | None, another: bool) -> None:
    told: When | None = day(when) if when else None
    assert is_another((5, 9), told) == another


def test_a_month_is_named_without_a_day_behind_a_word_in_small_letters() -> None:
    language = load_language()
    assert months_in("It withdrew the story in June and again in May 2031, not on March 3.", language) == {5, 6}
    assert months_in("May they rest; March on.", language) == frozenset()


@pytest.mark.parametrize(
    ("when", "another"), [("2031-05-04", False), ("2031-06", True), ("2031-04-30/2031-05-02", False), ("2031-01-01/2031-12-31", False)]
)
def test_another_month_is_none_of_a_short_event(when: str, another: bool) -> None:
    assert is_another_month(5, day(when)) is another
    assert not is_another_month(5, None)
