from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.intake import read_file
from sayso.ledger import Ledger
from sayso.records.document import Document, Reading

PAGE = b"<!DOCTYPE html><html><body><p>The presidential spokesman denied on Monday that any rocket was fired at Kest.</p></body></html>"
TEXT = b"The presidential spokesman denied on Monday that any rocket had been fired at the town of Kest.\n"


def read(tmp_path: Path, name: str, data: bytes) -> tuple[str | None, list[str]]:
    (tmp_path / name).write_bytes(data)
    reading = read_file(tmp_path / name, name)
    return (reading.document.text if reading.document else None), [problem.code for problem in reading.problems]


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.msg"])
def test_a_page_under_another_ending_is_read_as_a_page_and_told(tmp_path: Path, name: str) -> None:
    text, codes = read(tmp_path, name, PAGE)
    assert text is not None
    assert "<p>" not in text
    assert codes == ["wrong_ending"]


def test_a_page_without_an_ending_is_read_as_a_page(tmp_path: Path) -> None:
    text, codes = read(tmp_path, "page", PAGE)
    assert (text or "").startswith("The presidential spokesman")
    assert codes == []


def test_a_text_that_tells_of_pages_stays_a_text(tmp_path: Path) -> None:
    text, codes = read(tmp_path, "a.txt", TEXT + b"<html> is how a page begins.")
    assert (text or "").endswith("<html> is how a page begins.")
    assert codes == []


@pytest.mark.parametrize("start", [b"{\\rtf1 words}", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08"])
def test_a_kind_that_no_reader_takes_is_told_whatever_its_ending(tmp_path: Path, start: bytes) -> None:
    assert read(tmp_path, "a.txt", start) == (None, ["unsupported_type"])


def test_a_zip_file_is_to_be_unpacked_and_a_damaged_word_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04reports")
    (problem,) = read_file(tmp_path / "a.zip", "a.zip").problems
    assert (problem.message, problem.hint) == ("file type not supported: packed", "unpack it")
    assert read(tmp_path, "a.docx", b"PK\x03\x04words") == (None, ["damaged"])


def test_a_language_that_is_not_sure_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", b"Kest 12 %") == ("Kest 12 %", ["language_unknown"])


def test_reading_a_text_loads_nothing_that_parses_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    code = (
        "import sys; from pathlib import Path; from sayso.intake import read_file; "
        f"assert read_file(Path({str(tmp_path / 'a.txt')!r}), 'a.txt').document; "
        "sys.exit(any(module in sys.modules for module in ('lxml', 'trafilatura', 'htmldate', 'pypdfium2', 'docx')))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


class Breaks:
    """A reader with a bug."""

    suffixes = (".odd",)

    def read(self, path: Path, name: str) -> Reading:
        raise ValueError("secret words of the report")


class GivesNothing(Breaks):
    def read(self, path: Path, name: str) -> Reading:
        return None  # type: ignore[return-value]


class Renames(Breaks):
    def read(self, path: Path, name: str) -> Reading:
        return Reading(Document("another.odd", "0" * 64, "Orsenia said no.", "utf-8"))


@pytest.mark.parametrize("reader", [Breaks, GivesNothing, Renames])
def test_a_bug_in_a_reader_is_told_at_its_file_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: type) -> None:
    monkeypatch.setattr("sayso.intake._readers", lambda: {"odd": reader()})
    (tmp_path / "a.odd").write_text("Orsenia said no.", encoding="utf-8")
    reading = read_file(tmp_path / "a.odd", "a.odd")
    assert (reading.document, [problem.code for problem in reading.problems]) == (None, ["reader_broke"])
    assert "secret" not in reading.problems[0].message
    assert reader.__name__ in reading.problems[0].message


def test_a_file_whose_name_begins_with_a_space_is_read_again_from_its_original(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / " d.txt").write_text("Tarvonia said that twelve rockets hit Kestavar.\n", encoding="utf-8")
    ledger.run([tmp_path / " d.txt"])
    before = ledger.paths()
    ledger.close()
    shutil.rmtree(ledger.folder / ".sayso")
    ledger.run()
    assert ledger.paths() == before
