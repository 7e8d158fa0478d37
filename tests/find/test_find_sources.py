"""What a note tells of the work that it cites."""

from __future__ import annotations

import pytest

from sayso.find.sources import entry_of, points_back, source_in
from sayso.lang.language import load_language


def told(note: str) -> tuple[list[str], str, str, str]:
    source = source_in(entry_of(note, "d", 0, len(note), load_language()))
    named = [*source.authors, *(one for one in (source.title, source.publisher) if one)]
    assert all(note[one.span.start : one.span.end] == one.text for one in named)
    title, publisher = (one.text if one else "" for one in (source.title, source.publisher))
    return [author.text for author in source.authors], title, publisher, str(source.date or "")


@pytest.mark.parametrize(
    ("note", "authors", "title", "publisher", "date"),
    [
        (
            "Nadir Renn, Rockets over Kest, Velm Post, March 3, 2031. <https://velm.example/a>",
            ["Nadir Renn"],
            "Rockets over Kest",
            "Velm Post",
            "2031-03-03",
        ),
        (
            "[Nadir Renn](#) and [Ola Tarn](#), Who fired at Kest? What is known, Velm Post, 3 March 2031",
            ["Nadir Renn", "Ola Tarn"],
            "Who fired at Kest? What is known",
            "Velm Post",
            "2031-03-03",
        ),
        ("Velm Post, 3 May 2031; Sarn Review, 4 May 2031.", [], "", "Velm Post", "2031-05-03"),
        ("Velm Post, 3 May 2031. See also Sarn Review, 4 May 2031.", [], "", "Velm Post", "2031-05-03"),
        ("“Rockets over Kest”, Velm Post, 3 May 2031, pp. 1–3.", [], "Rockets over Kest", "Velm Post", "2031-05-03"),
        ("Transcript of the hearing of 3 May 2031.", [], "Transcript of the hearing of 3 May 2031", "", "2031-05-03"),
        (
            "Port interviews, a pilot and two traders, Kest, 3 May 2031. The port first gave a toll of nine.",
            [],
            "Port interviews, a pilot and two traders",
            "Kest",
            "2031-05-03",
        ),
        (
            "Nadir Renn, “Guns, money and rockets,” Velm Post, 3 May 2031, p. 4. Accessed 7 June 2031.",
            ["Nadir Renn"],
            "Guns, money and rockets",
            "Velm Post",
            "2031-05-03",
        ),
        (
            "Renn, N. (2031). The rockets of Kest. Velm University Press.",
            ["Renn, N."],
            "The rockets of Kest",
            "Velm University Press",
            "2031",
        ),
        (
            "Report on Rockets 2030, Orsk ministry of defence, Bureau of guns. https://orsk.example/2030",
            [],
            "Report on Rockets 2030",
            "Orsk ministry of defence, Bureau of guns",
            "",
        ),
        (
            "Orsk says that it will stay in Kest, *velm.post*, June 10, 2031",
            [],
            "Orsk says that it will stay in Kest",
            "velm.post",
            "2031-06-10",
        ),
        ("Orsk Security Council. https://orsk.example/list", [], "", "Orsk Security Council", ""),
        ("Ministry of Defence of Orsk, press release, 4 May 2031.", [], "press release", "Ministry of Defence of Orsk", "2031-05-04"),
        (
            "Nadir Renn, Why the port of Sarn matters to all of us, November 15, 2030.",
            ["Nadir Renn"],
            "Why the port of Sarn matters to all of us",
            "",
            "2030-11-15",
        ),
    ],
)
def test_author_title_publisher_and_date_are_told_apart(note: str, authors: list[str], title: str, publisher: str, date: str) -> None:
    assert told(note) == (authors, title, publisher, date)


def test_a_day_without_a_year_is_nobodys_name() -> None:
    assert told("Statement of the Dol Council, 2 April.")[2] == "Statement of the Dol Council"


def test_a_remark_with_a_year_and_numbers_in_it_is_no_work() -> None:
    note = "By 2030, the membership of the Front was down to between 1,500 and 2,200."
    assert not source_in(entry_of(note, "d", 0, len(note), load_language())).is_work


@pytest.mark.parametrize(
    ("note", "back"), [("Ibid., p. 3", "ibid"), ("ibidem", "ibid"), ("Renn, op. cit., p. 7", "op_cit"), ("Renn, Ideas", "")]
)  # fmt: skip
def test_notes_that_point_back_are_known_by_their_words(note: str, back: str) -> None:
    assert points_back(entry_of(note, "d", 0, len(note), load_language())) == back
