"""When a document was written, and its dates in order. All texts are invented."""

from __future__ import annotations

import time
from datetime import date

from sayso.find.when import Calendar, calendar_of
from sayso.lang.language import load_language
from sayso.records.document import Document
from sayso.records.when import When

ENGLISH = load_language("en")


def calendar(text: str, published: When | None = None) -> Calendar:
    return calendar_of(Document("a.txt", "0" * 64, text, "utf-8", published=published), ENGLISH)


def test_the_day_of_publication_is_the_day_of_writing() -> None:
    day = When(date(2020, 3, 4), date(2020, 3, 4), "day", "stated")
    known = calendar("Shells fell on Monday.", day)
    assert known.written == day
    assert str(known.dated[0].when) == "2020-03-02"


def test_received_and_accepted_are_the_ends_of_the_writing() -> None:
    written = calendar("A Study\n\nReceived December 29, 2023\nAccepted January 23, 2024\n\nIn 2021 they won.").written
    assert written is not None
    assert (str(written.first), str(written.last), written.basis) == ("2023-12-29", "2024-01-23", "stated")


def test_a_dateline_with_a_year_dates_the_text() -> None:
    written = calendar("GORNA, May 3, 2022 (NNA) - Shells fell on Monday.").written
    assert written is not None
    assert (str(written), written.basis) == ("2022-05-03", "stated")


def test_days_without_a_year_bring_the_writing_near() -> None:
    known = calendar("In January 2022 he was arrested.\n\nOn April 18 they fired. On April 20 he denied it.\n\nIn September they had come.")
    assert known.written is not None
    assert known.written.basis == "inferred"
    assert str(known.written.first) == "2022-04-20"
    assert [str(one.when) for one in known.dated] == ["2022-01", "2022-04-18", "2022-04-20", "2021-09"]


def test_a_day_without_a_year_just_before_the_newest_full_date_is_of_the_same_year() -> None:
    known = calendar("On May 8, 2022, they confirmed the attack of May 7.")
    assert str(known.dated[1].when) == "2022-05-07"


def test_a_weekday_with_its_day_fixes_the_year() -> None:
    known = calendar("They met on Thursday, September 14. Exports fell in 2022, and the ban came in April 2022.")
    assert str(known.dated[0].when) == "2023-09-14"


def test_what_is_planned_does_not_date_the_text() -> None:
    written = calendar(
        "They met in March 2021. The line will be ready by the end of 2030, and is planned to reach the sea in 2035."
    ).written
    assert written is not None
    assert str(written.first) == "2021-03-01"


def test_a_text_without_any_full_date_is_not_dated() -> None:
    known = calendar("They fired on Monday and again two days later.")
    assert known.written is None
    assert known.dated == ()
    assert [words.text for words in known.unresolved] == ["Monday", "two days later"]


def test_web_addresses_are_evidence_but_no_dates_of_the_text() -> None:
    known = calendar("It fell in 2021. See https://example.org/2023/11/06/story for more.")
    assert known.written is not None
    assert str(known.written.first) == "2023-11-06"
    assert len(known.dated) == 1


def test_dates_of_a_passage_are_given_in_order() -> None:
    text = "In 2001 it began. In 2005 it grew. In 2010 it ended."
    assert [one.when.first.year for one in calendar(text).within(0, 35)] == [2001, 2005]
    assert calendar(text).within(19, 24) == []


def test_a_hundred_thousand_characters_take_well_under_a_few_seconds() -> None:
    text = "On May 8, 2022 the ministry said that ten soldiers had died last week near the river in the north.\n\n" * 1000
    started = time.perf_counter()
    assert len(calendar(text).dated) == 2000
    assert time.perf_counter() - started < 5
