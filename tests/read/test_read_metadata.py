from __future__ import annotations

from datetime import date

import pytest

from sayso.read.metadata import described
from sayso.records.document import Document

BODY = """
The presidential spokesman denied on Monday that any rocket had been fired at the town, and called the report an invention.
Residents of the border district said they had heard explosions in the night and seen smoke above the barracks.
"""


def of(head: str) -> Document:
    return described(Document("a.txt", "0" * 64, head + "\n" + BODY, "utf-8"))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rockets Fall at Kest, Spokesman Denies Any Attack", "Rockets Fall at Kest, Spokesman Denies Any Attack"),
        ("\n\nTHE WAR ON THE RIVER\n", "THE WAR ON THE RIVER"),
        ("# Rockets at the river\n", "Rockets at the river"),
        ("Rockets\u00a0Fall\u00a0at\u00a0Kest\rBy Mira Dol\r", "Rockets Fall at Kest"),
        ("Photo: Example Agency\n\nRockets Fall at Kest", "Rockets Fall at Kest"),
        ("Rockets fell at Kest on Monday, officials said.", None),
        ("The officials who spoke of it did not want to be named in this report", None),
        ("By Mira Dol", None),
        ("Dr. Per Lund", None),
        ("Published: 3 May 2031", None),
        ("KEST, 3 May 2031 (ABC) - Rockets Fell", None),
        ("Officials", None),
        ("Malvern Herald, 22 June 2023\n\nMinistry Finds Rebels Behind Blast", "Ministry Finds Rebels Behind Blast"),
        ("Malvern Herald, 22 June 2023", None),
        ("Day | Place | Killed\n\n3 May 2023 | Kest | 5\n\n4 May 2023 | Velm | 2", None),
    ],
)
def test_a_title_is_a_first_line_written_as_titles_are(head: str, title: str | None) -> None:
    assert of(head).title == title


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Mira Dol", ("Mira Dol",)),
        ("BY MIRA DOL", ("MIRA DOL",)),
        ("By Mira Dol and Per Lund", ("Mira Dol", "Per Lund")),
        ("By Mira Dol, Per Lund, and Oda van Renn | 4 March", ("Mira Dol", "Per Lund", "Oda van Renn")),
        ("By Mira Dol, Example Wire", ("Mira Dol", "Example Wire")),
        ("By Monday the rockets had stopped.", ()),
        ("By Kest Town Hall rockets fell on a bus.", ()),
        ("Mira Dol is the Managing Editor of the Example Wire.", ()),
    ],
)
def test_authors_come_from_a_byline_alone(line: str, authors: tuple[str, ...]) -> None:
    assert of("Rockets Fall at Kest\n" + line).authors == authors


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 3 May 2022", date(2022, 5, 3)),
        ("Published on Tuesday, May 3, 2022", date(2022, 5, 3)),
        ("Updated 3rd May, 2022 10:15", date(2022, 5, 3)),
        ("Date: 2022-05-03", date(2022, 5, 3)),
        ("Kabul, 3 May 2022 (ABC) - Rockets fell.", date(2022, 5, 3)),
        ("KABUL, Sept. 3, 2022 — Rockets fell.", date(2022, 9, 3)),
        ("HALLMAR, 3 May 2022", date(2022, 5, 3)),
        ("Kest Herald | 3 May 2022", date(2022, 5, 3)),
        ("Tuesday 3 May 2022", date(2022, 5, 3)),
        ("3 May 2022 (covers 20 April to 2 May)", date(2022, 5, 3)),
        ("The Kest Herald live page, Tuesday 3 May 2022 (all times local). With Mira Dol", date(2022, 5, 3)),
        ("Draft for comment                    3 May 2022", date(2022, 5, 3)),
        ("Briefing No. 12 | 3 May 2022 | Hallmar", date(2022, 5, 3)),
        ("As of 3 May 2022, 18:00", date(2022, 5, 3)),
        ("Tuesday 3 May 2022. All times local. Compiled by Mira Dol", date(2022, 5, 3)),
        ("Talk: Mira Dol, for Kest Quarterly. Hallmar, 3 May 2022. The talk was held in Dolan.", date(2022, 5, 3)),
        ("Weekly report no. 18/2022 | 27 April - 3 May", date(2022, 5, 3)),
        ("Kest Bulletin | 27 April – 3rd May 2022", date(2022, 5, 3)),
        ("The guns fell silent at Kest from 27 April to 3 May 2022", None),
        ("They came to Kest. It was the 3 May 2022. They left again.", None),
        ("Rockets fell at Kest, 3 May 2022, and again", None),
        ("Published: 31 February 2022", None),
        ("Published: 1 January 0001", None),
        ("Published: 31 December 9999", None),
        ("Published 3 Smarch 2022", None),
        ("Received 3 May 2022", None),
        ("On 3 May 2022 rockets fell at Kest.", None),
    ],
)
def test_the_day_of_publication_comes_from_a_line_that_says_so(line: str, day: date | None) -> None:
    published = of("Rockets Fall at Kest\n" + line).published
    assert (published and published.first) == day
    if published:
        assert published.text in line


def test_a_month_or_season_that_stands_alone_in_the_head_dates_a_text_that_names_no_day() -> None:
    when = of("Two Towns, One Road\nMira Dol | Harran Institute, Paper 4 | May 2022").published
    assert when
    assert (when.first, when.last, when.precision) == (date(2022, 5, 1), date(2022, 5, 31), "month")
    dated = of("Two Towns, One Road\nHarran Institute | May 2022\nPublished: 3 June 2022").published
    assert dated
    assert dated.first == date(2022, 6, 3)
    assert of("Two Towns, One Road\nThe rockets fell in May 2022").published is None
    summer = of("THE KEST REVIEW — Summer 2022\n\nTwo Towns, One Road").published
    assert summer
    assert (summer.text, summer.first, summer.last) == ("Summer 2022", date(2022, 6, 1), date(2022, 8, 31))


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Kabul, 3 May 2022 (ABC) - Rockets fell.", "ABC"),
        ("KABUL (Example Wire) — Rockets fell.", "Example Wire"),
        ("( example.org) – Rockets fell.", "example.org"),
        ("Photo: Example Wire", None),
        ("A soldier near Kest. (Photo: Example Images)", None),
        ("The Harran Front (HF) - a militia - fired rockets.", None),
    ],
)
def test_a_publisher_is_taken_from_a_dateline_and_never_from_a_credit(line: str, publisher: str | None) -> None:
    assert of("Rockets Fall at Kest\n" + line).publisher == publisher


def test_each_field_found_says_where_it_was_found() -> None:
    known = dict(of("Rockets Fall at Kest\nBy Mira Dol\nKest, 3 May 2031 (ABC) - Rockets fell.").known_from)
    assert set(known) == {"title", "authors", "publisher", "published", "language"}
    assert known["published"] == "dateline"


def test_the_text_is_never_touched() -> None:
    head = "# Rockets at Kest\r\n"
    assert of(head).text == head + "\n" + BODY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Пресс-секретарь президента опроверг сообщения о ракетном обстреле города, назвав их ложью и провокацией.", "ru"),
        ("Le porte-parole du président a démenti les tirs de roquettes près de la frontière dans la nuit de lundi.", "fr"),
        ("Kest 12 %", None),
        ("Кв 12 %", "und"),
        ("12 %", None),
    ],
)
def test_the_language_is_named_only_when_it_is_sure(text: str, language: str | None) -> None:
    assert described(Document("a.txt", "0" * 64, text, "utf-8")).language == language
