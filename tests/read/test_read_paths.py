from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from sayso.read.paths import read_paths, spooled


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
