from __future__ import annotations

import io
import re

import pytest

from sayso.screens.screen import Column, Screen, Sheet

SHEET = Sheet(
    (
        Column("when"),
        Column("incident", wide=True),
        Column("status"),
        Column("claims", one="claim"),
        Column("note", told=True),
        Column("id"),
    ),
    (
        ("2024-03-04", "Rocket, shell or missile fire, Brenvik -> Kestavar", "contested", "9", "", "i-de2afbe06bc9"),
        ("undated", "Armed\tclash", "uncorroborated", "1", "x", "i-8224d3a84ded"),
    ),
)


class Terminal(io.StringIO):
    """A stream at which a person looks."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, sheet: Sheet, width: int, monkeypatch: pytest.MonkeyPatch, **how: str) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm-256color")
    Screen(stream, **how).sheet(sheet)  # type: ignore[arg-type]
    return stream.getvalue()


def bare(text: str) -> list[str]:
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()]


def test_a_pipe_gets_whole_lines_with_tabs_between(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(io.StringIO(), SHEET, 20, monkeypatch).splitlines()
    assert lines[0] == "when\tincident\tstatus\tclaims\tnote\tid"
    assert lines[1] == "2024-03-04\tRocket, shell or missile fire, Brenvik -> Kestavar\tcontested\t9\t\ti-de2afbe06bc9"
    assert lines[2] == "undated\tArmed clash\tuncorroborated\t1\tx\ti-8224d3a84ded"


def test_a_wide_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = bare(shown(Terminal(), SHEET, 120, monkeypatch))
    assert lines[0].split() == ["when", "incident", "status", "claims", "note", "id"]
    assert len(lines) == 3
    assert lines[1].startswith("2024-03-04  Rocket, shell or missile fire, Brenvik -> Kestavar  contested ")


def test_in_a_narrow_terminal_each_row_is_a_card_that_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = bare(shown(Terminal(), SHEET, 60, monkeypatch))
    assert lines[:3] == [
        "2024-03-04  Rocket, shell or missile fire, Brenvik ->",
        "            Kestavar",
        "            i-de2afbe06bc9 · contested · 9 claims",
    ]
    assert lines[3:] == ["undated     Armed   clash", "            i-8224d3a84ded · uncorroborated · 1 claim ·", "            note: x"]
    assert all(len(line) <= 60 for line in lines)


@pytest.mark.parametrize("color", ["auto", "never", "always"])
def test_colours_are_drawn_only_where_they_are_wanted(color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert ("\x1b[" in shown(Terminal(), SHEET, 120, monkeypatch, color=color)) is (color != "never")
    assert ("\x1b[" in shown(io.StringIO(), SHEET, 120, monkeypatch, color=color)) is (color == "always")
    monkeypatch.setenv("NO_COLOR", "1")
    assert ("\x1b[" in shown(Terminal(), SHEET, 120, monkeypatch, color=color)) is (color == "always")


def test_an_empty_list_says_so_to_a_person_and_gives_a_pipe_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Sheet(SHEET.columns, ())
    assert bare(shown(Terminal(), empty, 80, monkeypatch)) == ["Nothing to show."]
    assert shown(io.StringIO(), empty, 80, monkeypatch) == "when\tincident\tstatus\tclaims\tnote\tid\n"


def test_a_document_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = Sheet((Column("words", wide=True),), (("calm \x1b[2J\x1b[31m and \x07 loud\x9b5n",),))
    drawn = shown(Terminal(), hostile, 80, monkeypatch, color="never")
    assert not any(sign in drawn for sign in ("\x1b", "\x07", "\x9b"))
    assert "calm ␛[2J␛[31m and ␇ loud" in drawn
