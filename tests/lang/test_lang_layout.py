"""The parts of a document."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.language import load_language
from sayso.lang.layout import blocks_of, readable


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text, load_language())]


@given(st.text())
def test_the_readable_text_keeps_every_offset(text: str) -> None:
    assert len(readable(text)) == len(text)


@given(st.text())
def test_blocks_lie_in_order_inside_the_text(text: str) -> None:
    blocks = blocks_of(text, load_language())
    assert all(0 <= one.start < one.end <= other.start for one, other in pairwise(blocks))


def test_a_line_without_a_full_stop_is_a_heading() -> None:
    assert kinds("Rockets over the port\n\nThe port was hit on Monday.") == ["heading", "paragraph"]


def test_a_picture_credit_is_a_caption_and_no_publisher() -> None:
    assert kinds("Soldiers at the bridge on Monday. (Photo: Port Agency)") == ["caption"]


def test_a_sentence_cut_by_a_page_break_is_one_block() -> None:
    text = "The convoy left the town in the morning and was seen on the road to the border by several drivers\n\nwho were going north."
    assert kinds(text) == ["paragraph"]


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    line = "the convoy left the town in the morning and was seen on the road by"
    assert kinds("\n".join([line] * 5) + "\ndrivers.") == ["paragraph"]


def test_notes_under_their_heading_are_no_report() -> None:
    assert kinds("It was hit.\n\nReferences\n\n[1] Port Agency, 3 May 2031.") == ["paragraph", "heading", "note"]


def test_questions_and_answers_are_told_apart() -> None:
    assert kinds("- Who fired?\n- Nobody knows it.\n- And why?\n- Ask them.") == ["question", "answer", "question", "answer"]


def test_place_day_and_agency_at_the_start_are_a_part_of_their_own() -> None:
    text = "VELM, March 9 (Velm Post) - Three rockets fell near the port.\n\nThe port - a small one - was closed."
    assert [(text[one.start : one.end], one.kind) for one in blocks_of(text, load_language())] == [
        ("VELM, March 9 (Velm Post) -", "dateline"),
        ("Three rockets fell near the port.", "paragraph"),
        ("The port - a small one - was closed.", "paragraph"),
    ]


def test_an_acronym_with_an_aside_is_no_dateline() -> None:
    assert kinds("NATO - the alliance - said that it would stay.") == ["paragraph"]
