from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from sayso.read.paths import fit, read_paths, spooled


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "2022/april.txt", ".hidden.txt", ".git/config", "2022/.cache/x.txt"):
        path = tmp_path / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "pile"


def names(*paths: Path) -> list[str]:
    return [name for name, _ in read_paths(paths)]


def test_a_file_is_named_by_its_last_part(pile: Path) -> None:
    assert list(read_paths([pile / "2022" / "april.txt"])) == [("april.txt", pile / "2022" / "april.txt")]


def test_a_folder_names_its_files_below_itself_sorted_and_without_hidden_ones(pile: Path) -> None:
    assert names(pile) == ["2022/april.txt", "a.txt", "b.txt"]


def test_a_hidden_file_named_outright_is_read(pile: Path) -> None:
    assert names(pile / ".hidden.txt") == [".hidden.txt"]


def test_a_hidden_folder_named_outright_is_read(pile: Path) -> None:
    assert names(pile / ".git") == ["config"]


def test_a_pattern_stands_for_what_it_matches(pile: Path) -> None:
    assert names(pile / "*.txt") == ["a.txt", "b.txt"]
    assert names(pile / "**" / "*.txt") == ["april.txt", "a.txt", "b.txt"]


def test_what_a_ledger_is_made_of_and_its_briefs_are_no_reports(pile: Path) -> None:
    for name in ("case/sayso.toml", "case/documents/a.txt", "case/briefs/brief.md", "case/fresh.txt", "briefs/told.txt"):
        (pile / name).parent.mkdir(parents=True, exist_ok=True)
        (pile / name).write_text(name)
    assert names(pile) == ["2022/april.txt", "a.txt", "b.txt", "briefs/told.txt", "case/fresh.txt"]
    assert names(pile / "case" / "documents") == ["a.txt"]


def test_a_file_named_like_a_folder_of_a_ledger_is_a_report(pile: Path) -> None:
    for name in ("sayso.toml", "packs", "briefs", "llm", "2022/documents"):
        (pile / name).write_text(name)
    assert names(pile) == ["2022/april.txt", "2022/documents", "a.txt", "b.txt", "briefs", "llm", "packs"]


def test_a_file_named_twice_comes_once(pile: Path) -> None:
    assert names(pile / "a.txt", pile, pile / "a.txt") == ["a.txt", "2022/april.txt", "b.txt"]


def test_a_file_with_brackets_in_its_name_is_no_pattern(pile: Path) -> None:
    (pile / "report [1].txt").write_text("x")
    assert names(pile / "report [1].txt") == ["report [1].txt"]


def test_what_names_nothing_comes_back_for_the_reader_to_tell_of(pile: Path) -> None:
    assert list(read_paths([pile / "gone.txt", pile / "*.pdf"])) == [("gone.txt", pile / "gone.txt"), ("*.pdf", pile / "*.pdf")]


def test_a_dash_names_the_standard_input(pile: Path, tmp_path: Path) -> None:
    paths = spooled([Path("-"), pile / "a.txt"], BytesIO(b"Rockets\r\nfell."), tmp_path)
    assert names(*paths) == ["stdin.txt", "a.txt"]
    assert paths[0].read_bytes() == b"Rockets\r\nfell."


def test_a_page_from_the_standard_input_is_called_a_page(tmp_path: Path) -> None:
    assert names(*spooled([Path("-")], BytesIO(b"<!DOCTYPE html><html>"), tmp_path)) == ["stdin.html"]


def test_a_folder_whose_name_ends_like_a_file_is_a_folder(pile: Path) -> None:
    (pile / "x.txt").mkdir()
    (pile / "x.txt" / "inside.txt").write_text("x")
    assert "x.txt/inside.txt" in names(pile)
    assert names(pile / "x.txt") == ["inside.txt"]


def test_links_that_lead_in_a_circle_or_nowhere_come_back_for_the_reader_to_tell_of(pile: Path) -> None:
    (pile / "one.txt").symlink_to(pile / "two.txt")
    (pile / "two.txt").symlink_to(pile / "one.txt")
    (pile / "gone.txt").symlink_to(pile / "nowhere.txt")
    assert {"one.txt", "gone.txt"} <= set(names(pile))
    assert names(pile / "one.txt") == ["one.txt"]


def test_a_link_to_a_folder_is_not_followed_and_told_if_it_leads_out(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_text("x")
    (pile / "circle").symlink_to(pile)
    (pile / "out").symlink_to(tmp_path / "elsewhere")
    assert names(pile) == ["2022/april.txt", "a.txt", "b.txt", "out"]


def test_a_link_to_a_file_that_is_read_anyway_comes_once(pile: Path) -> None:
    (pile / "z.txt").symlink_to(pile / "a.txt")
    assert names(pile) == ["2022/april.txt", "a.txt", "b.txt"]


def test_a_folder_that_cannot_be_gone_into_comes_back_for_the_reader_to_tell_of(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def shut(path: str) -> object:
        if str(path).endswith("2022"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", shut)
    assert list(read_paths([pile])) == [("2022", pile / "2022"), ("a.txt", pile / "a.txt"), ("b.txt", pile / "b.txt")]


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("a\nb.txt", "a_b.txt"),
        ("a\x1b[31m.txt", "a_[31m.txt"),
        ("exe.\u202etxt", "exe._txt"),
        ("caf\udce9.txt", "caf_.txt"),
        (" a.txt", "_a.txt"),
        ("2022 /a.txt", "2022_/a.txt"),
        ("отчёт «4».txt", "отчёт «4».txt"),
    ],
)
def test_signs_that_would_break_a_line_or_a_table_are_replaced_in_names(name: str, fitting: str) -> None:
    assert fit(name) == fitting
