"""What counts as a date in a text, and which days it means. All sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.date_rules import date_rules
from sayso.lang.dates import DateWords, find_dates, resolve
from sayso.lang.language import load_language
from sayso.records.when import When

ENGLISH = load_language("en")
TUESDAY = When(date(2022, 5, 3), date(2022, 5, 3), "day", "document_date")


def found(text: str) -> list[str]:
    return [words.text for words in find_dates(text, ENGLISH)]


def days(text: str, anchor: When | None = TUESDAY) -> list[str]:
    """Each date of the text as it resolves, in order, each in the light of the one before."""
    previous, result = None, []
    for words in find_dates(text, ENGLISH):
        when = resolve(words, anchor, previous)
        previous = when or previous
        result.append(f"{when.first}/{when.last}" if when and when.days > 1 else str(when.first) if when else "?")
    return result


def one(text: str, anchor: When | None = TUESDAY) -> str:
    (only,) = days(text, anchor)
    return only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on April 18, 2022, they said", "2022-04-18"),
        ("on 18 April 2022 they said", "2022-04-18"),
        ("on the 18th of April 2022", "2022-04-18"),
        ("Nov. 06,2023", "2023-11-06"),
        ("GORNA, 3 MAY 2022", "2022-05-03"),
        ("on 2022-04-18 at dawn", "2022-04-18"),
        ("on 18/04/2022", "2022-04-18"),
        ("on 04/18/2022", "2022-04-18"),
        ("on 03.04.2022", "2022-04-03"),
        ("in September 2010", "2010-09-01/2010-09-30"),
        ("in 2016 they fled", "2016-01-01/2016-12-31"),
        ("the 1997 accord", "1997-01-01/1997-12-31"),
        ("on July 15-16, 2021", "2021-07-15/2021-07-16"),
        ("the 1992-1997 war", "1992-01-01/1997-12-31"),
        ("since 2015-16", "2015-01-01/2016-12-31"),
        ("from 2014 to 2016", "2014-01-01/2016-12-31"),
        ("between March and May 2020", "2020-03-01/2020-05-31"),
        ("(April – July 2022)", "2022-04-01/2022-07-31"),
        ("in the late 1990s", "1997-01-01/1999-12-31"),
        ("in the early 2000s", "2000-01-01/2003-12-31"),
        ("in the '80s", "1980-01-01/1989-12-31"),
        ("in summer 1999", "1999-06-01/1999-08-31"),
        ("in the winter of 2001", "2001-12-01/2002-02-28"),
        ("in early February 2021", "2021-02-01/2021-02-09"),
        ("at the end of 2020", "2020-11-01/2020-12-31"),
    ],
)
def test_a_date_told_in_full_needs_no_document_date(text: str, expected: str) -> None:
    assert one(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on April 18 they fired", "2022-04-18"),
        ("on October 7 they met", "2021-10-07"),
        ("on May 20 they will meet", "2022-05-20"),
        ("In September they left", "2021-09-01/2021-09-30"),
        ("on Saturday", "2022-04-30"),
        ("on Tuesday", "2022-05-03"),
        ("last Tuesday", "2022-04-26"),
        ("they will vote on Sunday", "2022-05-08"),
        ("next Friday", "2022-05-06"),
        ("on Friday night", "2022-04-29"),
        ("yesterday", "2022-05-02"),
        ("the day before yesterday", "2022-05-01"),
        ("tomorrow", "2022-05-04"),
        ("earlier this month", "2022-05-01/2022-05-03"),
        ("earlier this week", "2022-05-02/2022-05-03"),
        ("later this year", "2022-05-03/2022-12-31"),
        ("last month", "2022-04-01/2022-04-30"),
        ("last week", "2022-04-25/2022-05-01"),
        ("over the weekend", "2022-04-30/2022-05-01"),
        ("last summer", "2021-06-01/2021-08-31"),
        ("last December", "2021-12-01/2021-12-31"),
        ("in January this year", "2022-01-01/2022-01-31"),
        ("three days ago", "2022-04-30"),
        ("three years ago", "2019-01-01/2019-12-31"),
        ("a few days ago", "2022-04-28/2022-05-01"),
        ("the past three months", "2022-02-03/2022-05-03"),
        ("from January 2015 to March 2016", "2015-01-01/2016-03-31"),
        ("between March 3 and April 5", "2022-03-03/2022-04-05"),
    ],
)
def test_a_date_without_a_year_is_read_from_the_day_of_the_document(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They came in summer 1999. The following summer they left.", "2000-06-01/2000-08-31"),
        ("It fell on 3 March 2021. Two days later they fled.", "2021-03-05"),
        ("It fell on 3 March 2021. Several days later they fled.", "2021-03-06/2021-03-12"),
        ("It fell on 3 March 2021. A week earlier they had left.", "2021-02-22/2021-02-28"),
        ("It fell on 3 March 2021. The next day they fled.", "2021-03-04"),
        ("They came in 2014. Others followed that same year.", "2014-01-01/2014-12-31"),
        ("They came in February 2014. Others followed in May that same year.", "2014-05-01/2014-05-31"),
        ("They lost ground in 2019; at the end of the year they gave up.", "2019-11-01/2019-12-31"),
        ("They attacked in 2018 and the following year.", "2019-01-01/2019-12-31"),
    ],
)
def test_a_date_may_be_told_from_the_one_before(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "a 500-kV line and 2,016 people",
        "some 2016 people were displaced",
        "about 2000 fighters",
        "under Resolution 1973",
        "they may march on the town",
        "May we ask April Jones?",
        "for four days, every Friday, at 5 p.m. and 17:30",
        "at 2030 GMT",
        "shells fell between 1615 and 1650.",
        "shells fell from 1615 to 1805 on",
        "at 2 a.m. (2100 GMT on Friday)",
        "see https://example.org/2023/11/06/report",
        "on 04/05/2022",
        "the vote cost $2019",
        "to this day",
    ],
)
def test_counts_names_times_and_durations_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_day_in_the_name_of_an_event_is_the_day_of_that_event() -> None:
    assert days("after the Sept. 11 attacks and 9/11") == ["2001-09-11", "2001-09-11"]


def test_a_day_named_with_its_weekday_is_in_a_year_in_which_they_meet() -> None:
    assert one("on Thursday, September 14") == "2017-09-14"
    assert one("on Thursday, April 21") == "2022-04-21"


@pytest.mark.parametrize("word", ["since", "until", "by", "after", "before"])
def test_the_bound_before_a_date_is_kept(word: str) -> None:
    (words,) = find_dates(f"It was held {word} August 2021.", ENGLISH)
    assert words.bound == word


def test_without_a_date_to_count_from_nothing_is_invented() -> None:
    assert days("Two days later they fled. On Friday they returned.", None) == ["?", "?"]


def test_where_the_year_of_the_document_is_not_sure_a_day_without_a_year_is_not_dated() -> None:
    anchor = When(date(2021, 9, 1), date(2022, 8, 31), "range", "inferred")
    assert one("on April 18", anchor) == "?"
    assert one("in 2019", anchor) == "2019-01-01/2019-12-31"


def test_a_date_told_from_an_uncertain_day_covers_all_it_may_mean() -> None:
    anchor = When(date(2022, 4, 21), date(2022, 5, 5), "range", "inferred")
    assert one("last month", anchor) == "2022-03-01/2022-04-30"


def test_the_basis_says_where_the_days_come_from() -> None:
    bases = []
    previous = None
    for words in find_dates("In 2019, that same year, and yesterday.", ENGLISH):
        previous = resolve(words, TUESDAY, previous)
        bases.append(previous.basis if previous else None)
    assert bases == ["stated", "previous_date", "document_date"]


WORDS = (
    "on the April May 18 31 2022 1999 - , to and between last next two days later ago Friday summer late early 1990s of week year end "
    "since 30 February quarter third weekend"
)
PIECES = st.text("0123456789 -–,./", max_size=3) | st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=14).map(" ".join), st.dates(date(1950, 1, 1), date(2080, 1, 1)))
def test_spans_cut_the_text_exactly_and_intervals_run_forward(text: str, day: date) -> None:
    anchor, end = When(day, day, "day", "document_date"), 0
    previous: When | None = None
    for words in find_dates(text, ENGLISH):
        assert isinstance(words, DateWords)
        assert text[words.start : words.end] == words.text
        assert words.start >= end
        end = words.end
        previous = resolve(words, anchor, previous) or previous
        assert previous is None or previous.first <= previous.last


ONE_OF_EACH_RULE = (
    "the September 11 attacks; 9/11; Monday, May 3, 2021; Tuesday, 3 May; early May, 2021; mid-2021; late May; early last May; "
    "that same May; May of last year; May of the previous year; 2021-05-03; 3.5.2021; 3 May '90 --; May 3-7; 3 to 7 May; 2020-21; "
    "the late 1990s; the '90s; the spring of 2021; last summer; the following winter; the autumn of last year; "
    "the first quarter of 2021; on this coming Monday; the previous Monday; Monday morning; last week; the weekend; the previous week; "
    "the day before; earlier in the week; nearly two years ago; two days earlier; 3 days after, 30 years ago; the past three months; "
    "the past year; recent weeks; late yesterday; the day before yesterday; 10:30; to this day; every Monday; on the 4th; "
    "(2100 GMT on Friday); the 19 April Movement; the April 19 Movement; between 1615 and 1650; on the second day of the drive; "
    "Good Friday, 2021; New Year's Eve; Bloody Sunday; 44 BC; "
    "Monday the 3rd; they left on the fifteenth; the night before last; the third of May, a Monday, 2021; "
    "the second of May, 2021; May the second; the second of this month; minutes later; the past 24 hours"
)


def test_every_rule_is_tried_at_the_places_where_it_matches() -> None:
    rules = date_rules("en")
    opened = {opening.start() for opening in rules.opens.finditer(ONE_OF_EACH_RULE)}
    for _, pattern in rules.patterns:
        starts = [match.start() for match in pattern.finditer(ONE_OF_EACH_RULE)]
        assert starts, pattern.pattern
        assert opened.issuperset(starts), pattern.pattern


def test_a_day_alone_is_the_nearest_to_a_date_named_before_or_else_the_last_one() -> None:
    assert days("On 28 April 2022 it fell; on the 2nd they left, on the 29th they came back.") == ["2022-04-28", "2022-05-02", "2022-04-29"]
    assert days("the convoy that was hit on the 4th") == ["2022-04-04"]
    assert days("the 9th brigade, the 4th of its kind") == []


def test_a_morning_or_a_night_told_from_a_date_before_is_its_day() -> None:
    assert days("on 28 April 2022. The next morning they left") == ["2022-04-28", "2022-04-29"]
    assert days("on 28 April 2022. That night it burned; two nights later it rained.") == ["2022-04-28", "2022-04-28", "2022-04-30"]
    assert days("on 28 April 2022; the morning after, they left") == ["2022-04-28", "2022-04-29"]


def test_the_days_of_something_are_counted_from_that_on_which_it_began() -> None:
    assert days("The drive opened on 3 March 2021. On the second day they took Kest.")[-1] == "2021-03-04"
    assert days("The drive opened on 3 March 2021. By the evening of the fifth day of the drive they were in Kest.")[-1] == "2021-03-07"
    assert days("on the second day of the drive", None) == ["?"]
    assert found("for the third day in a row, the first day of the week, a second day of talks") == []
    assert [one.begun for one in find_dates("It began on 3 March 2021. On 5 March 2021, they left Kest.", ENGLISH)] == [True, False]


def test_days_of_a_month_in_words_are_days() -> None:
    assert days("on the second of May 2021, on the twenty-fifth of February, 2021 and on March the fifth, 2021") == [
        "2021-05-02",
        "2021-02-25",
        "2021-03-05",
    ]
    assert days("On 8 February 2022 they left; on the third of this month, or on the 12th of last month, they came") == [
        "2022-02-08",
        "2022-05-03",
        "2022-04-12",
    ]
    assert days("On 3 June 2021 they met, on the tenth of that month they left.") == ["2021-06-03", "2021-06-10"]
    assert found("the second of three raids") == []


def test_a_day_of_the_month_in_words_or_behind_its_weekday_is_a_day_and_its_weekday_behind_it_is_none_besides() -> None:
    assert days("They came on the fifteenth, and on Thursday the twenty-first they left.") == ["2022-04-15", "2022-04-21"]
    assert days("It began on Sunday the 3rd.") == ["2022-04-03"]
    assert found("on the fifteenth floor, on the tenth day") == ["on the tenth day"[3:]]
    assert days("On the third of April, a Sunday, they came; that Monday they left.")[0] == "2022-04-03"
    assert found("On 3 April 2022, a Sunday, they came.") == ["3 April 2022"]
    assert days("They came the night before last.") == ["2022-05-01"]


def test_minutes_and_hours_from_what_was_told_are_on_its_day() -> None:
    told = "They came on 3 May 2021. Minutes later it burned, half an hour later it fell; shortly afterwards it rained"
    assert days(told) == ["2021-05-03"] * 4
    assert days("They came on 3 May 2021. Twelve hours later they left.") == ["2021-05-03"]
    assert days("On 3 May 2021 they came, and the very next day they left.") == ["2021-05-03", "2021-05-04"]


def test_the_hours_up_to_a_report_begin_on_the_day_before() -> None:
    assert days("over the past 24 hours, in the last few hours and in the previous forty-eight hours") == [
        "2022-05-02/2022-05-03",
        "2022-05-02/2022-05-03",
        "2022-05-01/2022-05-03",
    ]


def test_feasts_are_days() -> None:
    assert days("on Easter Sunday, on Good Friday, on Palm Sunday 2019 and on Easter Monday in 2000") == [
        "2022-04-17",
        "2022-04-15",
        "2019-04-14",
        "2000-04-24",
    ]
    assert days("on Christmas Eve, on New Year’s Day 2020; they will meet on Easter Sunday") == ["2021-12-24", "2020-01-01", "2023-04-09"]
    assert days("on Palm Sunday, 14 April 2019, and Good Friday (April 15)") == ["2019-04-14", "2022-04-15"]
    assert found("the Good Friday Agreement, Orthodox Easter Sunday, Bloody Sunday") == []


def test_a_year_before_our_era_is_no_date_of_the_report() -> None:
    assert found("The fort of March 44 BC was burnt in 120 BCE and in 1200 B.C. already, and on 3 May.") == ["3 May"]
