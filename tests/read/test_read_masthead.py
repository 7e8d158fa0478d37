"""Which lines of a head are its title and its outlet."""

from __future__ import annotations

import pytest

from sayso.read.metadata import described
from sayso.records.document import Document

BODY = """
The governor said on Monday that no shell had fallen inside the town, and that the pictures which were shown of it were years old.
Fishermen on the other bank told a visitor that they had carried four wounded men across the river before it was light.
"""
DATELINE = (
    "KEST, 3 May 2031 (Example Wire) - A spokesman denied on Monday that any rocket had been fired at the ferry, and then spoke of two."
)


def of(*lines: str) -> Document:
    return described(Document("a.txt", "0" * 64, "\n\n".join((*lines, BODY)), "utf-8"))


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        (["Ferry crews deny what the army says of the shelling", "By Mira Dol", DATELINE], 0, "Example Wire"),
        (["Ferry crews deny what the army says of the shelling", "By our staff in Kest", DATELINE], 0, "Example Wire"),
        (["THE KEST COURIER", "Monday 5 May 2031", "Ferry crews deny what the army says"], 2, "THE KEST COURIER"),
        (
            ["Institute of River Studies", "Briefing No. 4", "Kest, 5 May 2031", "Who shells whom on the river?", "I. Overview"],
            3,
            "Institute of River Studies",
        ),
        (
            ["RIVER OBSERVATORY FOR RIGHTS (RORI)", "Briefing note, 5 May 2031", "“They told us to row”: a year on the river", "Summary"],
            2,
            "RIVER OBSERVATORY FOR RIGHTS",
        ),
        (
            ["River Studies Review, vol. 3, no. 2 (May 2031), pp. 4–9", "Tolls and truces on the river", "Oda Lund"],
            1,
            "River Studies Review",
        ),
        (["The Courier (Kest), Monday, 5 May 2031, page 6", "DOCUMENT", "Appeal No. 7 of the River Front"], 2, "The Courier"),
        (
            ["REPUBLIC OF ORSENIA", "Press Release", "On the Baseless Words of the Velmian Authorities", "Orsa, 5 May 2031"],
            2,
            "REPUBLIC OF ORSENIA",
        ),
        (
            ["The ferryman and the two armies", "Everyone on the river knows who fired, and nobody agrees with anybody.", "By Mira Dol"],
            0,
            None,
        ),
        (
            [
                "Report of the Panel on the River",
                "S/2031/7",
                "Advance version, 5 May 2031",
                "IV. Attacks on ferries and on those who work there",
            ],
            0,
            None,
        ),
        (["Dr. Oda Lund", "Received 5 May 2030", "Accepted June 9, 2030", "THE RIVER AND THE WAR OF THE FERRIES"], 3, None),
        (["Read this post in Velmian", "Who shells whom on the river?", "5 May 2031"], 1, None),
        (["MONTHLY", "5 May 2031"], None, None),
        (["Worked example: no real ferry, town or army is meant", "Who shells whom on the river?", "5 May 2031"], 1, None),
    ],
)
def test_the_title_is_the_longest_line_of_a_dated_head_and_the_outlet_stands_above_it(
    lines: list[str], title: int | None, publisher: str | None
) -> None:
    found = of(*lines)
    assert (found.title, found.publisher) == (lines[title] if title is not None else None, publisher)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["River Herald", "5 May 2031", "Q: What happened on the river on that evening in May?", "A: I was at home."], "River Herald"),
        (["QUESTION: Do You Have Any Comment On The Ferries?", "MR. LUND: None."], None),
        (["The Ferryman Speaks", "Kest, 5 May 2031", "What did you hear on the river?", "Two blasts.", "And then?"], "The Ferryman Speaks"),
        (["Who Shells Whom on the River?", "Kest, 5 May 2031", "Who fired?", "Nobody knows."], "Who Shells Whom on the River?"),
        (["Institute of River Studies", "Kest, 5 May 2031", "Who shells whom on the river?"], "Who shells whom on the river?"),
    ],
)
def test_what_an_interviewer_asks_is_no_title(lines: list[str], title: str | None) -> None:
    assert of(*lines).title == title


@pytest.mark.parametrize(
    "line",
    [
        "Ferry crews deny what the army says of the shelling",
        "Everyone on the river knows who fired",
    ],
)
def test_a_line_without_a_date_or_a_byline_below_it_is_no_title(line: str) -> None:
    assert of(line).title is None


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Sunday 4 May 2031, No. 309, page 1", "2031-05-04", "2031-05-04"),
        ("The Courier (Kest), Monday, 5 May 2031, page 6", "2031-05-05", "2031-05-05"),
        ("Situation Report No. 6, as of 5 May 2031", "2031-05-05", "2031-05-05"),
        ("River Studies Review, vol. 3, no. 2 (May 2031), pp. 4–9", "2031-05-01", "2031-05-31"),
    ],
)
def test_the_line_of_an_issue_tells_its_day_or_its_month(line: str, first: str, last: str) -> None:
    when = of("Ferry crews deny what the army says of it", line).published
    assert when
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)
