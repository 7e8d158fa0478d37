"""The marks and entries of notes in a text."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.lang.notes import entries_in, marks_in, number_of, year_marks_in
from sayso.lang.readable import readable

PAPER = """Three rockets fell near Kest on Monday.^{i} Nobody was hurt.ⁱⁱ The port covers 12 km² and was closed.^3

References

- ^{i} Nadir Renn, Rockets over Kest, Velm Post, 3 March 2031.
<https://velm.example/rockets>

ⁱⁱ Ibid.

^3 Port Agency, 4 March 2031.
"""


@pytest.mark.parametrize(
    ("label", "number"),
    [("^{xlix}", 49), ("ⁱⁱⁱ", 3), ("^12", 12), ("[7]", 7), ("ix", 9), ("xc", 90), ("liiii", None), ("ⁱⁱⁱⁱⁱ", None), ("", None)],
)
def test_a_label_says_a_number_unless_it_is_damaged(label: str, number: int | None) -> None:
    assert number_of(label) == number


def test_marks_are_found_in_every_writing_and_a_raised_unit_is_none() -> None:
    entries = entries_in(PAPER, load_language())
    assert [mark.text for mark in marks_in(PAPER, entries)] == ["^{i}", "ⁱⁱ", "^3"]


def test_an_entry_goes_on_with_the_address_on_its_next_line() -> None:
    entries = entries_in(PAPER, load_language())
    assert [PAPER[entry.end : entry.until].strip()[-9:] for entry in entries] == ["/rockets>", "Ibid.", "rch 2031."]


def test_a_numbered_list_that_names_no_source_is_no_list_of_notes() -> None:
    assert entries_in("We ask:\n\n1. Who fired in 2031?\n\n2. Who paid for it?\n", load_language()) == []


def test_notes_at_the_foot_of_a_page_need_no_heading() -> None:
    text = "It was hit.[1]\n\n[1] Port Agency, 3 May 2031.\n\nThe next page goes on."
    assert [text[one.start : one.until] for one in entries_in(text, load_language())] == ["[1] Port Agency, 3 May 2031."]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It was hit.[1] Nobody was hurt.[2]\n\n1 Port Agency, 3 May 2031.\n2 Interview with a pilot.\n", ["1", "2"]),
        ("It was hit.\n\nNotes\n1 Port Agency, 3 May 2031.\n2 Ibid.\n3 Velm Post, 4 May 2031.\n", ["1", "2", "3"]),
        ("It was hit.[1]\n\n1 Port Agency, 3 May 2031.\n2 Interview with a pilot.\n", []),
        ("The tally:\n\n1 ship sunk in 2031\n2 ships hit in 2031\n", []),
        ("It was hit.[1] Nobody was hurt.[2]\n\n2 Port Agency, 3 May 2031.\n3 Interview with a pilot.\n", []),
        ("It was hit.[1] Nobody was hurt.[2]\n\n1 ship sank.\n\nThe rest is known.\n\n2 ships came in 2031.\n", []),
    ],
)
def test_a_row_of_numbered_lines_is_a_list_of_notes_where_each_has_its_mark_or_a_heading_says_so(text: str, labels: list[str]) -> None:
    assert [one.text for one in entries_in(text, load_language())] == labels


def test_author_and_year_in_brackets_is_a_mark() -> None:
    text = "The port was hit (Renn 2031) and (so we think) closed (Tarn and Renn, 2030, p. 4)."
    assert [(name, year) for _, name, year in year_marks_in(text, [])] == [("Renn", "2031"), ("Tarn", "2030")]


def test_a_reference_list_without_labels_has_an_entry_a_paragraph() -> None:
    text = "It was hit (Renn 2031).\n\nReferences\n\nRenn, N. (2031). Rockets over Kest. Velm Press.\n\nWritten at home.\n"
    assert [text[one.start : one.until] for one in entries_in(text, load_language())] == ["Renn, N. (2031). Rockets over Kest. Velm Press."]


LEVEL = """The raid began at 05.40 on Monday, and Brand ran.1 Nobody won.2 The guard has “no boats”.3

Its men were 2,000.4 The Front left the town,5 and the army of 4.5 thousand went home.6

Notes

1 Nadir Renn, Rockets over Kest, Velm Post, 3 March 2031.
2 Ibid.
"""


def test_level_digits_that_count_on_through_a_text_are_marks() -> None:
    assert [mark.text for mark in marks_in(LEVEL, entries_in(LEVEL, load_language()))] == ["1", "2", "3", "4", "5", "6"]
    assert all(words in readable(LEVEL) for words in ("won.  The guard has", "2,000.  The", "05.40"))


def test_level_digits_that_do_not_count_on_are_numbers() -> None:
    text = "The clause was read.1 The rate rose to 0.4 and then to 0.5. Brand came on the night.7 No more."
    assert marks_in(text, []) == []
