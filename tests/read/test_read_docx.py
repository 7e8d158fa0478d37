from __future__ import annotations

from pathlib import Path

import docx
import pytest
from made import body, saved, with_part, word, zipped

from sayso.read import docx as module
from sayso.read.docx import DocxReader, docx_reading
from sayso.records.document import Document, Reading

SENTENCE = "The presidential spokesman denied on Monday that any rocket had been fired at the town of Kest."


def reading(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.docx").write_bytes(data)
    return DocxReader().read(tmp_path / "a.docx", "a.docx")


def read(tmp_path: Path, data: bytes) -> Document:
    document = reading(tmp_path, data).document
    assert document is not None
    return document


def code(tmp_path: Path, data: bytes) -> str:
    found = reading(tmp_path, data)
    assert found.document is None
    return found.problems[0].code


def run(text: str, more: str = "") -> str:
    return f"<w:r>{more}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_paragraphs_and_rows_of_tables_are_stored_in_their_order(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("What residents say")
    made.add_paragraph(SENTENCE)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "4 March", "12"
    made.add_paragraph("It was quiet.").add_run().add_break()
    assert read(tmp_path, saved(made)).text == f"What residents say\n\n{SENTENCE}\n\n4 March | 12\n\nIt was quiet."


def test_title_and_author_count_only_where_the_text_bears_them_out(tmp_path: Path) -> None:
    found = read(tmp_path, word("Rockets fall at Kest", "By Mira Dol", SENTENCE, title="Rockets fall at Kest", author="Mira Dol"))
    assert (found.title, found.authors) == ("Rockets fall at Kest", ("Mira Dol",))
    assert dict(found.known_from)["title"] == "docx properties"
    other = read(tmp_path, word(SENTENCE, title="Draft of Tuesday", author="Owner Ofcomputer"))
    assert (other.title, other.authors) == (None, ())


def test_what_was_inserted_under_review_is_read_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    inserted, deleted = f"<w:ins>{run('never ')}</w:ins>", "<w:del><w:r><w:delText>often </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('moved ')}</w:moveFrom>"
    assert read(tmp_path, body(f"<w:p>{run('He ')}{inserted}{deleted}{moved}{run('fired.')}</w:p>")).text == "He never fired."


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(tmp_path, body(f"<w:p>{run('Around it.')}<w:r>{drawn}</w:r></w:p>")).text == "Around it.\n\nIn the box."


def test_hidden_text_and_codes_of_fields_are_not_read(tmp_path: Path) -> None:
    hidden = run("secret", "<w:rPr><w:vanish/></w:rPr>") + "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    assert read(tmp_path, body(f"<w:p>{run('Seen.')}{hidden}</w:p>")).text == "Seen."


def test_words_that_are_struck_through_are_no_longer_said(tmp_path: Path) -> None:
    struck = [run(" Ten died.", f"<w:rPr><w:{how}/></w:rPr>") for how in ("strike", "dstrike")]
    kept = run(" Two died.", "<w:rPr><w:strike w:val='0'/><w:vanish w:val='false'/></w:rPr>")
    assert read(tmp_path, body(f"<w:p>{run('Seen.')}{''.join(struck)}{kept}</w:p>")).text == "Seen. Two died."


def test_a_raised_number_is_written_as_raised(tmp_path: Path) -> None:
    raised = run("12", "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>")
    assert read(tmp_path, body(f"<w:p>{run('He denied it')}{raised}{run(' twice.')}</w:p>")).text == "He denied it¹² twice."


def test_notes_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f"<w:footnotes {space}><w:footnote w:id='7'><w:p>{run('Port Agency, 3 May 2031.')}</w:p></w:footnote></w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = body(f"<w:p>{run('He denied it.')}<w:r><w:footnoteReference w:id='7'/></w:r></w:p>")
    relations = f'<Relationship Id="rIdN" Type="{kind}/footnotes" Target="footnotes.xml"/></Relationships>'.encode()
    kept = zip_part(made, "word/_rels/document.xml.rels").replace(b"</Relationships>", relations)
    made = with_part(with_part(made, "word/footnotes.xml", notes.encode()), "word/_rels/document.xml.rels", kept)
    assert read(tmp_path, made).text == "He denied it.¹\n\n¹ Port Agency, 3 May 2031."


def zip_part(data: bytes, name: str) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def test_a_zip_that_grows_beyond_measure_is_not_unpacked(tmp_path: Path) -> None:
    assert code(tmp_path, with_part(word(SENTENCE), "word/document.xml", b" " * 30_000_000)) == "too_costly"
    assert code(tmp_path, with_part(word(SENTENCE), "word/media/a.png", b"\0" * 310_000_000)) == "too_costly"


def test_a_zip_of_too_many_parts_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PARTS", 5)
    assert docx_reading(word(SENTENCE), "a.docx").problems[0].code == "too_costly"


def test_xml_that_declares_entities_is_not_parsed(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
    assert code(tmp_path, with_part(word(SENTENCE), "word/document.xml", bomb)) == "entities"


def test_an_old_or_encrypted_file_is_told(tmp_path: Path) -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    assert code(tmp_path, start) == "unsupported_type"
    assert code(tmp_path, start + "EncryptedPackage".encode("utf-16-le")) == "encrypted"


def test_another_kind_of_zip_is_told(tmp_path: Path) -> None:
    assert code(tmp_path, zipped({"mimetype": b"application/epub+zip"})) == "unsupported_type"


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    assert code(tmp_path, word(SENTENCE)[:2000]) == "damaged"


def test_a_file_without_text_is_told(tmp_path: Path) -> None:
    assert code(tmp_path, word()) == "no_text"
