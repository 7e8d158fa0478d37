from __future__ import annotations

from pathlib import Path

import pytest

from sayso.read.markdown import MarkdownReader
from sayso.records.document import Document

REPORT = """# Rockets at the river

By Oda Lund

The presidential **spokesman** denied on Monday that any rocket had been fired at the town of Kest.
"""


def read(tmp_path: Path, text: str) -> Document:
    (tmp_path / "a.md").write_bytes(text.encode())
    document = MarkdownReader().read(tmp_path / "a.md", "a.md").document
    assert document is not None
    return document


def test_markdown_is_stored_as_it_stands(tmp_path: Path) -> None:
    assert read(tmp_path, REPORT.replace("\n", "\r\n")).text == REPORT.replace("\n", "\r\n")


def test_without_front_matter_the_text_tells_title_and_author(tmp_path: Path) -> None:
    found = read(tmp_path, REPORT)
    assert (found.title, found.authors) == ("Rockets at the river", ("Oda Lund",))


def test_front_matter_goes_before_the_text(tmp_path: Path) -> None:
    front = "---\ntitle: Another title\nauthors: [Mira Dol, Per Lund]\ndate: 2031-05-03T08:00\nsource: Orsenia Courier\nurl: https://e.example/a\n---\n"
    found = read(tmp_path, front + REPORT)
    assert (found.title, found.authors, found.publisher) == ("Another title", ("Mira Dol", "Per Lund"), "Orsenia Courier")
    assert (str(found.published), found.url) == ("2031-05-03", "https://e.example/a")
    assert {name for name, origin in found.known_from if origin == "front matter"} == {"title", "authors", "publisher", "published", "url"}
    assert len(dict(found.known_from)) == len(found.known_from)


@pytest.mark.parametrize("front", ["---\n[[[[\n---\n", "---\n- a\n- b\n---\n", "---\ntitle: {a: b}\ndate: soon\n---\n", "---\ntitle: x"])
def test_front_matter_that_says_nothing_changes_nothing(tmp_path: Path, front: str) -> None:
    found = read(tmp_path, front + "\n\n" + REPORT)
    assert found.published is None
    assert "front matter" not in dict(found.known_from).values()
