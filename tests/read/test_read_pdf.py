from __future__ import annotations

from pathlib import Path

from made import LOCKED, lines, pdf

from sayso.read.pdf import PdfReader
from sayso.records.document import Document, Reading

SENTENCE = [
    "The presidential spokesman Oda Lund denied on Monday that any rocket had been fired",
    "at the town of Kest, and called it an invention.",
]
WIDE = [
    "Residents of the border district said that they had heard explosions in the night and",
    "seen smoke above the barracks, which stand on a hill beside the river and the road to",
]


def reading(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.pdf").write_bytes(data)
    return PdfReader().read(tmp_path / "a.pdf", "a.pdf")


def read(tmp_path: Path, data: bytes) -> Document:
    document = reading(tmp_path, data).document
    assert document is not None
    return document


def test_lines_of_a_paragraph_are_put_together_and_paragraphs_kept_apart(tmp_path: Path) -> None:
    text = read(tmp_path, pdf(lines(SENTENCE) + lines(WIDE, top=650))).text
    assert text == " ".join(SENTENCE) + "\n\n" + " ".join(WIDE)


def test_a_heading_in_larger_letters_is_a_block_of_its_own(tmp_path: Path) -> None:
    text = read(tmp_path, pdf([(70, 716, 16, "What residents say"), *lines(SENTENCE)])).text
    assert text.split("\n\n")[0] == "What residents say"


def test_a_sentence_that_goes_on_after_a_page_break_is_one_paragraph(tmp_path: Path) -> None:
    text = read(tmp_path, pdf(lines(WIDE), lines(["the border town, which lay in the dark.", "Nobody was hurt."]))).text
    assert "beside the river and the road to the border town, which lay" in text


def test_page_numbers_are_left_out_and_a_running_head_is_kept_once(tmp_path: Path) -> None:
    pages = [[(70, 760, 9, "ORSENIA REVIEW"), *lines(SENTENCE), (300, 40, 9, str(number))] for number in (1, 2, 3)]
    text = read(tmp_path, pdf(*pages)).text
    assert text.count("ORSENIA REVIEW") == 1
    assert text.split("\n\n\f") == ["ORSENIA REVIEW\n\n" + " ".join(SENTENCE), " ".join(SENTENCE), " ".join(SENTENCE)]


def test_a_note_at_the_foot_does_not_stand_inside_of_a_sentence(tmp_path: Path) -> None:
    foot = [(70, 64, 6, "1"), (74, 60, 9, "Port Agency, 3 May 2031.")]
    text = read(
        tmp_path, pdf([*lines(WIDE), *foot], lines(["the border town, which lay in the dark and in the rain of that night, they said."]))
    ).text
    assert "the road to the border town" in text
    assert text.endswith("¹ Port Agency, 3 May 2031.")


def test_a_form_feed_stands_before_the_first_paragraph_that_begins_on_a_page(tmp_path: Path) -> None:
    later = [*lines(["the border town, which lay in the dark and in the rain."]), *lines(["Nobody was hurt by it."], top=640, size=14)]
    text = read(tmp_path, pdf(lines(WIDE), later, lines(["It was quiet."]))).text
    assert [paragraph[-14:] for paragraph in text.split("\n\n")] == ["d in the rain.", "as hurt by it.", "\fIt was quiet."]
    assert text.split("\n\n")[1].startswith("\fNobody")


def test_a_raised_number_is_written_as_raised(tmp_path: Path) -> None:
    text = read(
        tmp_path, pdf([(70, 700, 11, "The army denied it"), (160, 704, 7, "12"), (171, 700, 11, "on Monday, and had 12 rockets.")])
    ).text
    assert "denied it¹² on Monday, and had 12 rockets." in " ".join(text.split())


def test_a_word_cut_at_the_end_of_a_line_is_whole_again(tmp_path: Path) -> None:
    cut = [
        "The spokesman denied on Monday that any rocket had been fired by the separ-",
        "atists of the Harran Front, and that the town was hit.",
    ]
    assert "fired by the separatists of" in read(tmp_path, pdf(lines(cut))).text


def test_a_word_that_the_report_writes_with_a_hyphen_keeps_it(tmp_path: Path) -> None:
    cut = [
        "The spokesman denied that a rocket-propelled grenade was used there, or any rocket-",
        "propelled weapon of the kind that the Front had shown.",
    ]
    assert "any rocket-propelled weapon" in read(tmp_path, pdf(lines(cut))).text


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = (
        ["The army said on Monday that", "no rocket had been fired, and", "that it knew of no"],
        ["such fire in the valley of", "the river at any time."],
    )
    text = read(tmp_path, pdf(lines(left) + lines(right, left=320))).text
    assert (
        text
        == "The army said on Monday that no rocket had been fired, and that it knew of no such fire in the valley of the river at any time."
    )


def test_a_title_in_the_properties_counts_only_where_the_text_bears_it_out(tmp_path: Path) -> None:
    words = [(70, 740, 16, "Rockets fall at Kest"), *lines(SENTENCE)]
    assert read(tmp_path, pdf(words, properties="<</Title(Microsoft Word - draft3.doc)/Author(owner)>>")).title is None
    borne_out = read(tmp_path, pdf(words, properties="<</Title(Rockets fall at Kest)/CreationDate(D:20310503)>>"))
    assert (borne_out.title, dict(borne_out.known_from)["title"]) == ("Rockets fall at Kest", "pdf properties")
    assert borne_out.published is None  # the day on which the file was made is not the day of publication


def test_pages_of_images_are_told(tmp_path: Path) -> None:
    (problem,) = reading(tmp_path, pdf([], [], [])).problems
    assert (problem.code, problem.message) == ("no_text_layer", "no text layer; 3 page images")


def test_page_numbers_alone_are_no_text_layer(tmp_path: Path) -> None:
    assert [problem.code for problem in reading(tmp_path, pdf([(300, 40, 9, "1")], [(300, 40, 9, "2")])).problems] == ["no_text_layer"]


def test_some_pages_without_text_are_told_beside_the_document(tmp_path: Path) -> None:
    found = reading(tmp_path, pdf(lines(SENTENCE), []))
    assert found.document is not None
    assert [(problem.code, problem.message) for problem in found.problems] == [("pages_without_text", "1 of 2 pages have no text layer: 2")]


def test_a_password_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in reading(tmp_path, pdf(lines(SENTENCE), encrypt=LOCKED)).problems] == ["encrypted"]


def test_a_lock_of_another_program_is_told(tmp_path: Path) -> None:
    (problem,) = reading(tmp_path, pdf(lines(SENTENCE), encrypt="<</Filter/Velk.Lock/V 4>>")).problems
    assert (problem.code, problem.message) == ("encrypted", "locked by a program whose files cannot be opened here")


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (problem,) = reading(tmp_path, b"%PDF-1.7\nbroken off on purpose").problems
    assert (problem.code, problem.hint) == ("damaged", "fetch it again")


def test_pages_with_one_line_each_are_no_running_heads(tmp_path: Path) -> None:
    text = read(tmp_path, pdf(*[lines([f"Case {number}: no rocket was seen at Kest."]) for number in range(5)])).text
    assert [f"Case {number}" in text for number in range(5)] == [True] * 5


def test_columns_that_were_set_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = ["The army said on 3 May 2031 that five", "rockets were fired at the town of Kest.", "Nobody was hurt there, it said, and the"]
    right = ["The spokesman called the report an", "invention of the Harran Front, which", "had no rockets, as everybody knew."]
    pairs = [word for one, other in zip(lines(left), lines(right, left=330), strict=True) for word in (one, other)]
    text = read(tmp_path, pdf([*pairs, *lines(["road is open."], top=658)])).text
    assert text == " ".join([*left, "road is open."]) + "\n\n" + " ".join(right)


def test_a_table_has_a_line_for_each_row_and_no_row_is_part_of_a_sentence(tmp_path: Path) -> None:
    rows = [("Day", "Place", "Killed"), ("3 May", "Kest", "5"), ("4 May", "Velk", "2")]
    cells = [(70 + 120 * at, 640 - 16 * down, 11, cell) for down, row in enumerate(rows) for at, cell in enumerate(row)]
    text = read(tmp_path, pdf([*lines(SENTENCE), *cells, *lines(WIDE, top=560)])).text
    assert text == "\n\n".join([" ".join(SENTENCE), "Day | Place | Killed", "3 May | Kest | 5", "4 May | Velk | 2", " ".join(WIDE)])


def test_a_line_set_in_pieces_far_apart_stays_a_line(tmp_path: Path) -> None:
    text = read(tmp_path, pdf([(70, 730, 11, "ORSENIA REVIEW"), (400, 730, 11, "5 May 2031"), *lines(SENTENCE)])).text
    assert text.split("\n\n")[0] == "ORSENIA REVIEW 5 May 2031"
