"""Which mark belongs to which note, which work each note names, and what is wrong with them; on invented papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.note_defects import out_of_order
from sayso.records.claim import Finding
from sayso.records.work import Note

Find = Callable[[str], Finding]

RENN = "Nadir Renn, Rockets over Kest, Velm Post, March 3, 2031. <https://velm.example/rockets-fall-over-kest>"
TARN = "Ola Tarn, The harbour of Sarn, Sarn Review, May 9, 2030. <https://sarn.example/harbour>"
DOL = "Orsk counts its rockets, Radio Dol, June 1, 2031. <https://dol.example/orsk>"
SENTENCES = (
    "Rockets fell near the town of Kest.",
    "The harbour of Sarn was closed to ships.",
    "Orsk counted the rockets that it had lost.",
)


def paper(marks: list[str], entries: list[str]) -> str:
    body = " ".join(f"{SENTENCES[at % 3]}{mark}" for at, mark in enumerate(marks))
    return f"{body}\n\nReferences\n\n" + "\n\n".join(entries) + "\n"


def titles(notes: tuple[Note, ...]) -> list[tuple[str, str | None]]:
    return [(note.edge, note.source.title.text.split()[0] if note.source and note.source.title else None) for note in notes]


def codes(find: Find, text: str) -> list[str]:
    return [problem.code for problem in find(text).problems]


def test_a_mark_with_the_label_of_one_note_is_found(find: Find) -> None:
    notes = find(paper(["[2]", "[1]", "[2]"], [f"[1] {RENN}", f"[2] {TARN}"])).notes
    assert titles(notes) == [("found", "The"), ("found", "Rockets"), ("found", "The")]


def test_damaged_labels_are_resolved_by_their_order_and_only_inferred(find: Find) -> None:
    notes = find(paper(["^{i}", "^{ii}", "^{iii}"], [f"^{{i}} {RENN}", f"^{{iiii}} {TARN}", f"^{{iiii}} {DOL}"])).notes
    assert titles(notes) == [("found", "Rockets"), ("inferred", "The"), ("inferred", "Orsk")]


def test_where_a_note_is_lost_content_decides_between_damaged_labels(find: Find) -> None:
    marks, entries = ["^{vi}", "^{vii}", "^{viii}"], [f"^{{liiii}} {RENN}", f"^{{liiii}} {DOL}"]
    notes = [note for note in find(paper(marks, entries)).notes if note.mark]
    assert titles(tuple(notes)) == [("inferred", "Rockets"), ("unresolved", None), ("inferred", "Orsk")]


def test_ibid_means_the_work_of_the_note_before_over_a_whole_chain(find: Find) -> None:
    notes = find(paper(["[1]", "[2]", "[3]"], [f"[1] {RENN}", "[2] Ibid.", "[3] Ibid., p. 4"])).notes
    assert titles(notes) == [("found", "Rockets")] * 3
    assert {note.ibid_of for note in notes[1:]} == {notes[0].entry}


def test_op_cit_means_the_last_work_of_its_author(find: Find) -> None:
    notes = find(paper(["[1]", "[2]", "[3]"], [f"[1] {RENN}", f"[2] {TARN}", "[3] Renn, op. cit., p. 4"])).notes
    assert titles(notes)[2] == ("found", "Rockets")
    assert notes[2].ibid_of == notes[0].entry


def test_ibid_after_a_remark_stays_unresolved(find: Find) -> None:
    text = paper(["[1]", "[2]", "[3]"], [f"[1] {RENN}", "[2] The Front had some 2,000 men, or fewer.", "[3] Ibid."])
    assert titles(find(text).notes)[1:] == [("found", None), ("found", None)]
    assert codes(find, text) == ["note_without_work", "unresolved_ibid"]


def test_author_and_year_cite_the_entry_that_begins_so(find: Find) -> None:
    text = "The rockets fell on the town (Renn 2031).\n\nReferences\n\nRenn, N. (2031). Rockets over Kest. Velm Press.\n"
    (note,) = find(text).notes
    assert (note.edge, note.mark is not None, note.source and note.source.title and note.source.title.text) == (
        "found",
        True,
        "Rockets over Kest",
    )


def test_a_mark_without_any_note_is_told(find: Find) -> None:
    assert "note_unresolved" in codes(find, paper(["[1]", "[2]", "[7]"], [f"[1] {RENN}", f"[2] {TARN}"]))


def test_a_claim_with_a_note_came_through_its_author_and_publisher(find: Find) -> None:
    text = f"The town was hit by nine rockets, Velm said.^1 The ships stayed in the harbour.\n\nNotes\n\n^1 {RENN}\n"
    chains = {claim.quote[:9]: [voice.name or voice.text for voice in claim.voices] for claim in find(text).claims}
    assert chains["The town "] == ["Velm", "Nadir Renn", "Velm Post"]
    assert chains["The ships"] == ["(author)"]


def test_the_hands_of_a_note_stand_where_its_entry_names_them(find: Find) -> None:
    text = f"The town was hit by nine rockets.^1\n\nNotes\n\n^1 {RENN}\n"
    voices = [voice for claim in find(text).claims for voice in claim.voices if voice.span]
    assert voices
    assert all(text[voice.span.start : voice.span.end] == voice.text for voice in voices if voice.span)


def test_a_note_supports_its_sentence_and_what_stands_since_the_note_before(find: Find) -> None:
    text = f"Ships left.[1] Rockets fell on the town. The port was hit.[2]\n\nNotes\n\n[1] {TARN}\n\n[2] {RENN}\n"
    second = find(text).notes[1]
    assert second.sentence is not None
    assert second.passage is not None
    assert text[second.sentence.start : second.sentence.end].strip() == "The port was hit."
    assert text[second.passage.start : second.passage.end].strip() == "Rockets fell on the town. The port was hit."


def test_a_work_older_than_what_it_supports_is_told(find: Find) -> None:
    late, early = "On 7 March 2031 rockets fell on the town.[1]", "On 2 March 2031 rockets fell on the town.[1]"
    notes = f"\n\nNotes\n\n[1] {RENN}\n"
    assert codes(find, late + notes) == ["cited_before_fact"]
    assert codes(find, early + notes) == []


def test_what_is_foretold_may_lie_after_the_work(find: Find) -> None:
    assert codes(find, f"The port will be opened on 9 July 2031.[1]\n\nNotes\n\n[1] {RENN}\n") == []


def test_an_address_without_any_word_of_its_title_is_told(find: Find) -> None:
    strange = RENN.replace("rockets-fall-over-kest", "harvest-festival-draws-crowds")
    assert codes(find, paper(["[1]"], [f"[1] {strange}"])) == ["title_url_mismatch"]


def test_a_weekday_that_the_calendar_does_not_bear_out_is_told(find: Find) -> None:
    assert codes(find, "The port was hit on Friday, 4 March 2031, by two rockets.") == ["self_contradicting_date"]
    assert codes(find, "The port was hit on Tuesday, 4 March 2031, by two rockets.") == []


def test_one_work_with_two_dates_contradicts_itself(find: Find) -> None:
    text = paper(["[1]", "[2]"], [f"[1] {RENN}", f"[2] {RENN.replace('March 3', 'March 8')}"])
    assert codes(find, text) == ["self_contradicting_date"] * 2


@pytest.mark.parametrize(
    ("numbers", "broken"),
    [
        ([1, 2, 3, 4], []),
        ([1, 2, 2, 4], [2]),
        ([1, 2, None, 4, 5], [2]),
        ([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5], []),
        ([3, 4, 5], []),
        ([], []),
    ],
)
def test_labels_that_do_not_count_on_are_out_of_order(numbers: list[int | None], broken: list[int]) -> None:
    assert out_of_order(numbers) == broken
