"""When a document was written, and its dates in order. All texts are invented."""

from __future__ import annotations

import time
from datetime import date

import pytest

from sayso.find.when import Calendar, calendar_of
from sayso.lang.language import load_language
from sayso.records.document import Document
from sayso.records.when import When

ENGLISH = load_language("en")


def calendar(text: str, published: When | None = None) -> Calendar:
    return calendar_of(Document("a.txt", "0" * 64, text, "utf-8", published=published), ENGLISH)


YEAR = (
    "It fell in August 2021. On September 1, 2021 they met, and again in October 2021 and in January 2022. On February 3, 2022 he left.\n\n"
)
"""A text that dates what it tells with the year: enough to infer when it was written."""


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
    old_wire = calendar("GORNA (NORTHLAND), 3 MAY 82 (NNA) -- [TEXT] SHELLS FELL TODAY.").written
    assert str(old_wire) == "1982-05-03"


def test_a_dateline_in_brackets_and_a_line_with_its_section_date_the_text() -> None:
    for text in (
        "Camp shelled\n\n[Northland, 3 May 2022] – Shells fell on the camp on Monday.",
        "Camp shelled\n\nworld Updated: May 3, 2022 12:37 IST\n\nShells fell on the camp on Monday.",
    ):
        written = calendar(text).written
        assert written is not None, text
        assert (str(written), written.basis) == ("2022-05-03", "stated")


def test_days_without_a_year_bring_the_writing_near() -> None:
    known = calendar(YEAR + "On April 18 they fired. On April 20 he denied it.\n\nIn September they had come.")
    assert known.written is not None
    assert known.written.basis == "inferred"
    assert str(known.written.first) == "2022-04-20"
    assert [str(one.when) for one in known.dated[5:]] == ["2022-04-18", "2022-04-20", "2021-09"]


def test_a_day_without_a_year_just_before_the_newest_full_date_is_of_the_same_year() -> None:
    known = calendar("On May 8, 2022, they confirmed the attack of May 7.")
    assert str(known.dated[1].when) == "2022-05-07"
    assert known.dated[1].when.basis == "previous_date"
    assert str(calendar(YEAR + "On May 16, 2022 they denied the attack of May 7.").dated[-1].when) == "2022-05-07"


def test_a_weekday_with_its_day_fixes_the_year() -> None:
    known = calendar("They met on Thursday, September 14. Exports fell in 2022, as in 2021, and the ban came in April 2022.")
    assert str(known.dated[0].when) == "2023-09-14"


def test_what_is_planned_does_not_date_the_text() -> None:
    written = calendar(YEAR + "The line will be ready by the end of 2030, and is planned to reach the sea in 2035.").written
    assert written is not None
    assert str(written.first) == "2022-02-03"


def test_a_text_that_names_one_year_long_past_is_not_dated() -> None:
    known = calendar("The bridge was built in March 1982. Shells fell on Monday.")
    assert known.written is None
    assert [str(one.when) for one in known.dated] == ["1982-03"]


def test_a_text_without_any_full_date_is_not_dated() -> None:
    known = calendar("They fired on Monday and again two days later.")
    assert known.written is None
    assert known.dated == ()
    assert [words.text for words in known.unresolved] == ["Monday", "two days later"]


def test_web_addresses_are_evidence_but_no_dates_of_the_text() -> None:
    known = calendar(YEAR + "See https://example.org/2022/03/06/story for more.")
    assert known.written is not None
    assert str(known.written.first) == "2022-03-06"
    assert len(known.dated) == 5


def test_dates_of_a_passage_are_given_in_order() -> None:
    text = "In 2001 it began. In 2005 it grew. In 2010 it ended."
    assert [one.when.first.year for one in calendar(text).within(0, 35)] == [2001, 2005]
    assert calendar(text).within(19, 24) == []


def test_a_hundred_thousand_characters_take_well_under_a_few_seconds() -> None:
    text = YEAR + "On May 8, 2022 the ministry said that ten soldiers had died last week near the river in the north.\n\n" * 1000
    started = time.perf_counter()
    assert len(calendar(text).dated) == 2005
    assert time.perf_counter() - started < 5


def test_a_head_that_says_of_what_time_it_tells_dates_its_text() -> None:
    text = "VELM RISK DESK\nPeriod covered: 8 November (05:00) to 9 November 2031 (05:00).\n\nGunmen killed four men on 2 November."
    known = calendar(text)
    assert str(known.written) == "2031-11-09"
    assert str(known.dated[-1].when) == "2031-11-02"


def test_the_hour_and_the_weekday_may_stand_before_the_day_on_which_a_text_was_updated() -> None:
    for line in (
        "Updated 9:12 PM ET, Wed March 3, 2032",
        "Published 0:30 GMT, Tue. 3 March 2032",
        "Last updated at 10:05 on March 3, 2032",
    ):
        written = calendar(f"Shells fall on Orsk\n\n{line}\n\nShells fell on Monday.").written
        assert written is not None, line
        assert str(written) == "2032-03-03"


def test_a_day_behind_a_month_and_its_year_is_of_that_year_though_the_year_is_named_again() -> None:
    known = calendar("There were raids on Orsk in March 2032, in the 2032 war. The first was on 9 March.")
    assert [str(one.when) for one in known.dated] == ["2032-03", "2032", "2032-03-09"]


def test_a_dateline_without_a_year_is_of_the_first_year_in_which_its_weekdays_come_out_right() -> None:
    known = calendar("SARN, November 8. /NNA/. The truce, which began on Saturday, November 7, was broken.\n\nThey fought in June 2016.")
    assert str(known.written) == "2020-11-08"
    assert known.written is not None
    assert known.written.basis == "inferred"
    assert [str(one.when) for one in known.dated[:2]] == ["2020-11-08", "2020-11-07"]


def test_the_weekday_of_the_news_tells_the_year_of_a_dateline_only_within_a_year_of_the_newest_date() -> None:
    text = "Kest, Jun 14 (NNA).- The party said Wednesday that they were killed between Nov. 2022 and {}."
    assert str(calendar(text.format("Apr. 2023")).written) == "2023-06-14"
    assert calendar(text.format("Apr. 2022").replace("Nov. 2022", "May 2021")).written is None
    assert calendar("KEST, Jan. 19 (NNA) - He said on Friday that talks began in early 2017.").written is None


def test_a_picture_at_the_head_was_taken_in_the_week_before_the_text_unless_it_is_from_the_files() -> None:
    told = "Rebels claim blast\n\n{} | Mourners at the gate in Kest on May 18, 2031.\n\nThe army had bombed a camp on April 25."
    known = calendar(told.format("Ina Vell, Reuters"))
    assert str(known.written) == "2031-05-18/2031-05-25"
    assert str(known.dated[-1].when) == "2031-04-25"
    assert calendar(told.format("File photo: Ina Vell, Reuters")).written is None


def test_days_without_a_year_in_a_text_of_unknown_date_are_nearest_to_the_last_full_date_also_paragraphs_before() -> None:
    known = calendar("It was November 29, 2031.\n\nThey came in the night.\n\nNobody helped.\n\nA team went there on April 5.")
    assert str(known.dated[-1].when) == "2032-04-05"
    assert known.dated[-1].when.basis == "previous_date"


def test_in_a_text_that_covers_some_months_days_without_a_year_are_those_in_them() -> None:
    told = calendar("This report covers the time from 1 February to 30 April 2031.\n\nOn 5 March the dam broke. On 30 March it rained.\n")
    assert [str(one.when) for one in told.dated] == ["2031-02-01/2031-04-30", "2031-03-05", "2031-03-30"]
    assert told.written is not None
    assert (str(told.written), told.written.basis) == ("2031-04-30/2031-05-31", "inferred")
    told = calendar("They were there from 1 February to 30 April 2031.\n\nOn 5 March the dam broke.\n")
    assert [str(one.when) for one in told.dated] == ["2031-02-01/2031-04-30", "2031-03-05"]
    beyond = calendar("They were there from 1 February to 30 April 2031.\n\nOn 5 June it will be mended.\n")
    assert [words.text for words in beyond.unresolved] == ["5 June"]


PROSE = "Shells fell on the mill of Orsk on Monday, and the men of the town, who had been at work on the dam, ran down to the river. " * 3


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Press release No. 4/2032\nOrsk, 3 March 2032, 09:40\n", "2032-03-03"),
        ("THE PLOUGH\nNo. 12 - Sunday of the Rose, 3 March 2032\n", "2032-03-03"),
        ("Orsk Evening Mail\nWednesday, 3 March 2032, page 6\nThe mill burns\n", "2032-03-03"),
        ("The Long Wait\nInterview: Ada Brand, for Orsk Quarterly. Dol, 3 March 2032. Shortened by the editors.\n", "2032-03-03"),
        ("ASSEMBLY OF ORSK\nDol, Wednesday, 3 March 2032. The session began at ten in the morning.\n", "2032-03-03"),
        ("Rights in Orsk | 3 March 2032\n", "2032-03-03"),
        ("Harvest Sunday, 3 March 2032\n", "2032-03-03"),
        ("RADIO ORSK\nBroadcast: Wednesday 3 March 2032, 7.40am\n", "2032-03-03"),
        ("KEY DATES\nFact sheet no. 3, updated 3 March 2032\n", "2032-03-03"),
        ("Weekly summary no. 9/2032 | 26 February - 3 March\n", "2032-03-03"),
        ("Orsk Watch\nDol, March 2032\n", "2032-03"),
    ],
)
def test_a_line_above_the_first_paragraph_that_is_a_day_dates_its_text(head: str, day: str) -> None:
    assert str(calendar(f"{head}\n{PROSE}\nThe dam had burst on 4 June 2031.").written) == day


@pytest.mark.parametrize(
    "text",
    [
        f"The Raid on Orsk, 3 March 2032\n\n{PROSE}\nOn 5 May 2032 they came back, and on 9 June 2032 they left.",
        f"12 May 2032. A raid on Orsk.\n\n14 May 2032. A raid on Dol.\n\n19 May 2032. A truce.\n\n{PROSE}",
        f"Names from a List\nKillings in the Vale, Orsk, March 2032\n\n{PROSE}\nIt was 22 March 2032.",
        f"Men were shot on the road to Orsk on 3 March 2032\n\n{PROSE}",
    ],
)
def test_a_title_or_a_list_of_days_dates_no_text(text: str) -> None:
    assert calendar(text).written is None


def test_a_day_that_only_databases_write_dates_nothing() -> None:
    for day in ("1 January 0001", "31 December 9999"):
        found = calendar(f"Published: {day}\n\nOn {day} the army fired at Kest. It said yesterday that it would be shut in ten years.")
        assert found.written is None
        assert found.dated == ()


def test_days_of_something_are_counted_from_the_last_day_on_which_a_text_tells_that_anything_began() -> None:
    text = "The drive opened at 05.40 on 19 May 2031. By the fifth day they were in Kest.\n\n"
    text += "On 2 June 2031 it rained. On the second day Dol fell."
    assert [str(one.when) for one in calendar(text).dated] == ["2031-05-19", "2031-05-23", "2031-06-02", "2031-05-20"]


def test_yesterday_is_told_as_a_bare_day_where_only_the_year_of_the_text_lacks() -> None:
    text = "Rockets came down in Kest yesterday, and mines last week."
    headed, undated = (calendar(f"{head}\n\n{text}") for head in ("KEST, March 6 (Velm Wire) - News.", "KEST - News."))
    assert [words.text for words in headed.bare(40, 100)] == ["yesterday", "last week"]
    assert undated.bare(10, 100) == []


def test_a_day_behind_who_posted_a_text_dates_it() -> None:
    assert str(calendar(f"The Upper Valley\n\nPosted by Otto Brand on 17 October 2031 · 14 comments\n\n{PROSE}").written) == "2031-10-17"
