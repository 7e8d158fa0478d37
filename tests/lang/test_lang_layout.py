"""The parts of a document."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.language import load_language
from sayso.lang.layout import blocks_of


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text, load_language())]


@given(st.text())
def test_blocks_lie_in_order_inside_the_text(text: str) -> None:
    blocks = blocks_of(text, load_language())
    assert all(0 <= one.start < one.end <= other.start for one, other in pairwise(blocks))


def test_a_line_without_a_full_stop_is_a_heading() -> None:
    assert kinds("Rockets over the port\n\nThe port was hit on Monday.") == ["heading", "paragraph"]


def test_a_numbered_question_in_marks_is_a_heading_and_one_without_its_number_is_a_paragraph() -> None:
    assert kinds('2. "Who sank the ferry?"\n\nNobody knows that yet.') == ["heading", "paragraph"]
    assert kinds('"Who sank the ferry?"\n\nNobody knows that yet.') == ["paragraph", "paragraph"]


def test_a_picture_credit_is_a_caption_and_no_publisher() -> None:
    assert kinds("Soldiers at the bridge on Monday. (Photo: Port Agency)") == ["caption"]


def test_a_sentence_cut_by_a_page_break_is_one_block() -> None:
    text = "The convoy left the town in the morning and was seen on the road to the border by several drivers\n\nwho were going north."
    assert kinds(text) == ["paragraph"]


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    line = "the convoy left the town in the morning and was seen on the road by"
    assert kinds("\n".join([line] * 5) + "\ndrivers.") == ["paragraph"]


def test_a_paragraph_broken_by_hand_among_single_lines_is_one() -> None:
    report = (
        "Rockets were fired at the town of Velm on 4 March 2031, the Interior Ministry of Orsk said on Monday. The spokesman of Harran, "
        "Ilan Teer, denied that Harran had fired any."
    )
    bridge = "The bridge over the river was closed in the evening, and soldiers who came from the north stood there."
    said = ['"We fired nothing," Teer said.', '"Nothing at all," he said.', '"Ask them," he said.', '"Or us," she said.']
    text = "\n\n".join(["Border reports", fill(report, 66), *said, fill(bridge, 66)])
    assert kinds(text) == ["heading", *["paragraph"] * 6]


@pytest.mark.parametrize(
    "lines",
    [
        ["Rockets fall on the port of Velm, and nobody says whose they are", "By Ilan Teer"],
        ["Officials of Orsk meet in the capital to speak about the bridges", "The president of Velm goes to the north", "Rain is to come"],
        ["The ministry said that it would look into what had happened there.", "It gave no day.", "He left."],
    ],
)
def test_titles_and_paragraphs_of_one_line_stay_apart(lines: list[str]) -> None:
    assert len(kinds("\n".join(lines))) == len(lines)


def test_a_page_number_and_a_running_title_inside_a_sentence_are_a_hole_of_it() -> None:
    half = fill("Rockets were fired at the town of Velm on 4 March 2031. The spokesman of Orsk denied that Harran had ever fired any", 66)
    text = f"{half}\n\f\n12\nThe Border Courier\n\nrocket at Velm.\n"
    (block,) = blocks_of(text, load_language())
    assert [text[start:end] for start, end in block.holes] == ["12", "The Border Courier"]


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


@pytest.mark.parametrize(
    "line",
    ["VELM, United Orlan Isles —", "VELM, Dol-Aldan, Orland –", "VELM, Jan. 19th  (Velm Post) –", "(Velm Post) –", "(Velm) -"],
)
def test_a_dateline_may_have_a_longer_land_two_places_or_the_agency_alone(line: str) -> None:
    text = f"{line} Three rockets fell near the port."
    assert [text[one.start : one.end] for one in blocks_of(text, load_language())] == [line, "Three rockets fell near the port."]


def test_the_time_of_an_entry_is_a_part_of_its_own() -> None:
    text = "07:15 The ford is shut.\n\n7.15 pm GMT - The mill burns.\n\nAt 07:15 the ford was shut."
    assert [text[one.start : one.end] for one in blocks_of(text, load_language()) if one.kind == "dateline"] == ["07:15", "7.15 pm GMT -"]


def test_an_acronym_with_an_aside_is_no_dateline() -> None:
    assert kinds("NATO - the alliance - said that it would stay.") == ["paragraph"]


LONG = "The convoy left the town in the morning and was seen on the road to the border by several"
"""The first half of a sentence."""


def blocks(text: str) -> list[tuple[str, str]]:
    """The blocks without their holes, as kind and words on one line."""
    found: list[tuple[str, str]] = []
    for block in blocks_of(text, load_language()):
        inside = list(range(block.start, block.end))
        for start, end in block.holes:
            inside = [at for at in inside if not start <= at < end]
        found.append((block.kind, " ".join("".join(text[at] for at in inside).split())))
    return found


@pytest.mark.parametrize(
    "between", ["12", "READ MORE", "A view of the bridge. (Photo: Port Agency)", "12\n\n\fPORT REVIEW", "¹ Port Agency, 3 May 2031."]
)
def test_a_sentence_goes_on_past_what_a_page_break_put_into_it(between: str) -> None:
    text = f"{LONG}\n\n{between}\n\ndrivers who were going north."
    assert blocks(text) == [("paragraph", f"{LONG} drivers who were going north.")]


def test_a_sentence_does_not_go_on_past_a_paragraph_of_its_own() -> None:
    text = f"{LONG}\n\nThe port was hit on Monday.\n\ndrivers who were going north."
    assert [kind for kind, _ in blocks(text)] == ["heading", "paragraph", "paragraph"]


def test_a_quotation_set_large_beside_the_text_is_a_repeat() -> None:
    told = "“They saw smoke above the barracks on the hill,” said Per Holm, a teacher in the town, who went out."
    assert kinds(f"“They saw smoke above the barracks on the hill”\n\nIt was dark.\n\n{told}") == ["repeat", "paragraph", "paragraph"]


def test_a_caption_told_twice_is_a_repeat_the_second_time() -> None:
    caption = "Soldiers at the bridge of Kest on Monday. (Photo: Port Agency)"
    assert kinds(f"{caption}\n\nIt was dark.\n\n{caption}") == ["caption", "paragraph", "repeat"]


def test_a_paragraph_that_is_said_again_and_short_words_are_no_repeats() -> None:
    denial = "The army said that it had no information on this."
    assert kinds(f"{denial}\n\nThey asked again on Friday.\n\n{denial}") == ["paragraph", "paragraph", "paragraph"]
    assert kinds("No rocket fell.\n\nNo rocket fell. Nobody was hurt by it, the army said on Monday.") == ["paragraph", "paragraph"]


def test_front_matter_and_lines_without_words_are_no_report() -> None:
    assert kinds("---\ntitle: Rockets\ndate: 2031-05-04\n---\n\n# Rockets\n\nIt was hit.\n\n* * *") == [
        "boilerplate", "boilerplate", "boilerplate", "boilerplate", "heading", "paragraph", "boilerplate",
    ]  # fmt: skip


def test_lines_that_end_as_on_old_machines_are_lines() -> None:
    assert kinds("Rockets over the port\r\rThe port was hit on Monday.\rNobody was hurt.") == ["heading", "paragraph", "paragraph"]


def test_a_text_without_line_ends_is_cut_so_that_a_parser_can_take_it() -> None:
    text = "The port was hit on Monday. " * 2_000
    found = blocks_of(text, load_language())
    assert max(block.end - block.start for block in found) <= 20_000
    assert "".join(text[block.start : block.end] for block in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[block.start : block.end].rstrip().endswith(".") for block in found)


def test_a_text_that_runs_on_without_a_full_stop_is_cut_sooner() -> None:
    text = "the minister said " * 1_000
    assert max(block.end - block.start for block in blocks_of(text, load_language())) <= 4_000


def test_what_stands_behind_the_last_marked_answer_is_the_reports_own_end() -> None:
    talk = "Q: Who was it?\n\nA: I do not know.\n\nQ: And then?\n\nA: We left.\n\nThe army did not answer our questions."
    assert kinds(talk) == ["question", "answer", "question", "answer", "paragraph"]


def test_a_label_that_stands_before_marked_answers_again_and_again_asks() -> None:
    talk = "NH: Who was it?\n\nA: I do not know.\n\nNH: You saw two of them.\n\nA: I saw three.\n\nThe army did not answer."
    assert kinds(talk) == ["question", "answer", "question", "answer", "paragraph"]


def test_an_answer_goes_on_where_others_did() -> None:
    talk = "Q: Who was it?\n\nA: I do not know.\n\nNobody does.\n\nQ: And then?\n\nA: We left.\n\nWe went to the hills."
    assert kinds(talk) == ["question", "answer", "answer", "question", "answer", "answer"]


def test_an_interview_without_marks_is_one_by_its_questions() -> None:
    talk = "She spoke to the Herald.\n\nWho fired?\n\nNobody knows it.\n\nDid you see them?\n\nI saw two.\n\nThe army did not answer."
    assert kinds(talk) == ["paragraph", "question", "answer", "question", "answer", "paragraph"]


def test_what_prompts_an_answer_between_questions_need_not_be_one() -> None:
    talk = "We met him in May.\n\nWho fired?\n\nNobody knows it.\n\nYou saw two of them.\n\nI saw three.\n\nAnd then?\n\nThey left."
    assert kinds(talk) == ["paragraph", "question", "answer", "question", "answer", "question", "answer"]


def test_one_question_in_a_report_makes_no_interview() -> None:
    report = "The army left on Monday.\n\nWho will come next?\n\nNobody knows it yet.\n\n“Who fired?” she asked.\n\nThey went away."
    assert set(kinds(report)) == {"paragraph"}


def test_a_numbered_paragraph_that_tells_of_a_year_is_no_note() -> None:
    told = "12. The panel visited the dam on 3 August 2031 and spoke with the two guards who had been there."
    assert kinds(f"{told}\n\n[3] Renn, Rockets over Kest, Velm Post, 2031.") == ["paragraph", "note"]
    assert kinds("It was hit.\n\n12. Nadir Renn, Rockets over Kest, Velm Post, March 3, 2031.") == ["paragraph", "note"]


def test_the_mark_of_who_speaks_is_no_word_of_a_question_or_an_answer() -> None:
    talk = "Q (Orlan Post): Who was it?\n\nA: I do not know.\n\nQ: And then?\n\nA: We left."
    assert [talk[block.start : block.end] for block in blocks_of(talk, load_language())] == [
        "Who was it?", "I do not know.", "And then?", "We left.",
    ]  # fmt: skip


def test_numbered_lines_at_the_foot_are_notes_where_marks_point_at_them() -> None:
    assert kinds("It was hit.[1][2]\n\n1 Port Agency, 3 May 2031.\n2 Interview with a pilot.") == ["paragraph", "note", "note"]
    assert kinds("It was hit.\n\n1 ship sank off Kest on Monday, the port said, and nobody was hurt.") == ["paragraph", "paragraph"]


def test_a_full_stop_may_stand_before_the_dash_of_a_dateline() -> None:
    text = "Velm, Mar 9 (VNA).- Three rockets fell near the port."
    assert [text[one.start : one.end] for one in blocks_of(text, load_language())] == [
        "Velm, Mar 9 (VNA).-",
        "Three rockets fell near the port.",
    ]
