from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read import files
from sayso.read import text as text_module
from sayso.read.reader import Reader
from sayso.read.text import TextReader
from sayso.records.document import Document

RUSSIAN = "Пресс-секретарь президента опроверг сообщения о ракетном обстреле города. Он назвал их ложью."
UKRAINIAN = "Речник президента заперечив повідомлення про ракетний обстріл міста. Він назвав їх неправдою, пише газета."
PERSIAN = "وزارت دفاع گفت که راکت‌ها به شهر اصابت کردند. سخنگوی دولت این را تکذیب کرد."
FRENCH = "Le porte-parole a démenti les tirs de roquettes près de la frontière, a déclaré l'armée française."


def read(tmp_path: Path, data: bytes, name: str = "a.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    document = TextReader().read(path, name).document
    assert document is not None
    return document


def refused(tmp_path: Path, data: bytes, name: str = "a.txt") -> tuple[str, str, str]:
    path = tmp_path / name
    path.write_bytes(data)
    reading = TextReader().read(path, "sub/" + name)
    assert reading.document is None
    (problem,) = reading.problems
    assert (problem.doc, problem.step) == ("sub/" + name, "read")
    return problem.code, problem.message, problem.hint


def test_a_text_reader_is_a_reader() -> None:
    reader: Reader = TextReader()
    assert ".txt" in reader.suffixes


def test_the_stored_text_of_a_crlf_file_keeps_its_crlf(tmp_path: Path) -> None:
    data = b"\r\n  Rockets fell.\r\n\r\nNone landed, he said. \r\n"
    document = read(tmp_path, data)
    assert document.text == data.decode()
    assert document.encoding == "utf-8"
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t"), min_size=1))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_utf8_is_stored_as_it_stands(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    document = TextReader().read(path, "a.txt").document
    if document is None:
        assert not text.strip()
    elif not text.startswith("\ufeff"):
        assert document.text == text


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (RUSSIAN, "utf-8-sig", "utf-8-sig"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-32", "utf-32"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.upper(), "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-u"),
        (RUSSIAN.upper(), "koi8-r", "koi8-u"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (PERSIAN, "utf-16-le", "utf-16-le"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "utf-8", "utf-8"),
    ],
)
def test_another_encoding_is_recognised_and_named(tmp_path: Path, text: str, codec: str, named: str) -> None:
    document = read(tmp_path, text.encode(codec))
    assert (document.text, document.encoding) == (text, named)


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    assert [problem.code for problem in TextReader().read(path, "a.txt").problems] == ["encoding_guessed"]


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "README"])
def test_text_comes_under_some_endings_or_none(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, b"Rockets fell.", name).path == name


def test_an_unknown_type_of_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    expected = ("unsupported_type", "file type not supported", "save it as .txt, .html, .docx or .pdf")
    assert refused(tmp_path, b"Rockets fell.", "b.msg") == expected


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data)[:2] == ("empty", "empty file")


def test_utf_16_without_its_mark_is_recognised_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for encoding in ("utf-16-le", "utf-16-be"):
        path.write_bytes("Rockets fell at Kest on Monday, the army said.".encode(encoding))
        reading = TextReader().read(path, "a.txt")
        assert reading.document is not None
        assert (reading.document.text[:7], reading.document.encoding) == ("Rockets", encoding)
        assert [problem.code for problem in reading.problems] == ["encoding_guessed"]


@pytest.mark.parametrize("data", ["Он назвал их ложью. ".encode() * 40 + b"\xd0", FRENCH.encode() * 9 + b"\xff" + FRENCH.encode() * 9])
def test_a_few_damaged_characters_cost_no_others(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    reading = TextReader().read(path, "a.txt")
    assert reading.document is not None
    assert (reading.document.encoding, reading.document.text.count("\ufffd")) == ("utf-8", 1)
    assert [(problem.code, problem.message[:22]) for problem in reading.problems] == [("characters_lost", "1 character is damaged")]


def test_a_text_longer_than_any_report_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "LONGEST", 10)
    assert refused(tmp_path, b"Rockets fell at Kest.")[0] == "too_large"


@pytest.mark.parametrize("data", [b"text\0text", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 256)) * 9, b"\xff\xfea"])
def test_what_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data)[0] == "binary"


def test_a_huge_file_is_told_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    assert refused(tmp_path, b"Rockets fell at Kest.")[0] == "too_large"


@pytest.mark.parametrize("address", ["https://example.org/report.txt", "HTTP://example.org/a", "ftp://example.org/a.txt"])
def test_an_address_is_answered_by_what_to_do(address: str) -> None:
    (problem,) = TextReader().read(Path(address), "a").problems
    assert (problem.code, problem.message) == ("not_there", "an address, and Sayso fetches nothing")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    reading = TextReader().read(tmp_path / "gone.txt", "gone.txt")
    assert [problem.code for problem in reading.problems] == ["not_there"]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    reading = TextReader().read(tmp_path, "folder")
    assert [problem.code for problem in reading.problems] == ["unreadable"]
