"""Dates and texts that open a sentence without a comma, before a name that the parser would take for a part of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.openings import counted, quoted_ranks, set_off
from sayso.lang.language import load_language
from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("On 3 May Anton Velk left the town.", "On 3 May,Anton Velk left the town."),
        ("It rained. In March the Orlan Council met.", "It rained. In March,the Orlan Council met."),
        ("In the same message Otto Brand thanked them.", "In the same message,Otto Brand thanked them."),
        ("In a letter to members on 9 June Dawn Radio said no.", "In a letter to members on 9 June,Dawn Radio said no."),
        ("On the night of 4 May men of the Front came.", "On the night of 4 May,men of the Front came."),
        ("It was late; yet in September a clerk of the mill came.", "It was late; yet in September,a clerk of the mill came."),
        ("Otto Brand said that on 3 May the mill had burned.", "Otto Brand said that on 3 May,the mill had burned."),
        ("They left on 3 May with Anton Velk.", "They left on 3 May with Anton Velk."),
        ("On 3 May 2031 Anton Velk left.", "On 3 May 2031 Anton Velk left."),
        ("In March and April they met.", "In March and April they met."),
    ],
)
def test_the_opening_of_a_sentence_is_set_off_and_no_letter_moves(text: str, seen: str) -> None:
    assert set_off(text, load_language()) == seen


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("On 3 May Anton Velk promised that the road to Kest would be open.", "Anton Velk"),
        ("In a letter to members on 9 June Otto Brand said that the recording from the ford was genuine.", "Otto Brand"),
        ("In March the Orlan Council, having seen the accounts, concluded that the mill had been lost.", "Orlan Council"),
    ],
)
def test_who_speaks_behind_such_an_opening_is_known(spoken: Says, sentence: str, voice: str) -> None:
    assert [told[0] for told in spoken(sentence)] == [voice]


def test_an_hour_is_no_part_of_the_entry_that_it_begins() -> None:
    assert counted(["09:45 Church bells rang.", "9.45 - A man came.", "2031 was a dry year."]) == [6, 7, 0]


def test_the_letter_of_a_heading_counts_it_only_where_others_count_with_it() -> None:
    assert counted(["A. The Front", "He said no.", "B. Kest and Sarn"]) == [3, 0, 3]
    assert counted(["B. Lund resigns", "He said no."]) == [0, 0]


def test_the_numbers_of_paragraphs_are_no_words_where_several_have_one() -> None:
    assert counted(["1.3 Norland left.", "2.1.4 1.3 million people fled.", "It rained."]) == [4, 6, 0]
    assert counted(["(a) Norland left.", "(iv) “No.”"]) == [4, 5]
    assert counted(["1.3 Norland left.", "1.5 million people fled."]) == [0, 0]
    assert set_off("1.2 On 3 May Anton Velk left the town.", load_language()) == "1.2 On 3 May,Anton Velk left the town."


def test_numbers_of_headings_are_not_parsed(find: Find) -> None:
    told = find("A. Velan and its mines\n\nOtto Brand came.\n\nB. Orsk\n\nThe mine is shut.\n\n08:10 A group of boys said no.")
    assert not any(mention.text.startswith(("A.", "B.", "08")) for mention in told.mentions)


def test_the_marks_around_a_rank_are_passed_over_before_a_name_alone() -> None:
    assert quoted_ranks("“General” Otto Brand", load_language()) == [(0, 1), (8, 9)]
    assert quoted_ranks("They call him “General” in the hills.", load_language()) == []


def test_the_day_of_an_entry_is_set_off_and_its_sign_left_out(find: Find) -> None:
    plain = "- 23 Oct. Anton Velk left.\n- 24 Oct, early. He came back."
    assert set_off(plain, load_language("en")) == plain.replace("Oct. Anton", "Oct, Anton")
    assert counted(["- 23 Oct. Anton Velk left.", "- 09:45 Residents report fire.", "Half-way."]) == [2, 8, 0]
    found = find("The road is closed.\n\n- 23 Oct. Anton Velk said that the mill was shut.")
    assert [claim.voice.text for claim in found.claims] == ["Anton Velk"]


def test_the_month_of_an_entry_is_nobodys_name_and_no_part_of_who_speaks(find: Find) -> None:
    found = find("The road is closed.\n\n- 23 Oct. The minister's adviser, Konrad Orel, told Radio Kest that drones were in use.")
    assert [claim.voice.name for claim in found.claims if claim.kind != "tie"] == ["Konrad Orel"]
    assert not any("Oct" in mention.name for mention in found.mentions)
