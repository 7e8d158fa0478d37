"""Runs docs/tutorial.md from top to bottom and holds what is printed against what it shows.

`WRITE_GOLDEN=1 pytest tests/test_tutorial.py` writes what is printed into the page, to be looked at.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "tutorial.md"
BLOCK = re.compile(r"```(?P<kind>console|python|text)(?: (?P<name>\S+))?\n(?P<body>.*?)```", re.DOTALL)
Capture = pytest.CaptureFixture[str]


@dataclass
class Reader:
    """Somebody who types what the page says, in a terminal of 96 columns."""

    capture: Capture
    monkeypatch: pytest.MonkeyPatch
    names: dict[str, object]

    def block(self, found: re.Match[str]) -> str:
        """The block as it would stand with what is really printed."""
        name, body = found["name"], found["body"]
        if found["kind"] == "text":
            Path(name).write_text(body, encoding="utf-8")
            return found[0]
        prompt, answer = ("$ ", self.command) if found["kind"] == "console" else (">>> ", self.expression)
        typed = [line.removeprefix(prompt) for line in body.splitlines() if line.startswith(prompt)]
        lines = [f"{prompt}{line}\n{answer(line)}" for line in typed]
        return f"```{found['kind']}\n{''.join(lines)}```"

    def command(self, line: str) -> str:
        """What a command prints, as far as it does not depend on time and terminal."""
        verb, *words = shlex.split(line)
        if verb == "cd":
            self.monkeypatch.chdir(words[0])
            return ""
        assert verb == "sayso"
        main(["--color", "always", *words])
        shown = self.capture.readouterr()
        return "".join(_plain(shown.err + shown.out))

    def expression(self, line: str) -> str:
        """What Python answers."""
        try:
            value = eval(line, self.names)
        except SyntaxError:
            exec(line, self.names)
            return ""
        return "" if value is None else f"{value!r}\n"


def _plain(shown: str) -> Iterator[str]:
    """Lines without colours and without the progress of the finder, which comes in any order."""
    for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines():
        if not line.startswith("finding claims "):
            yield line.rstrip() + "\n"


def test_the_tutorial_shows_what_is_really_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "96")
    text = PAGE.read_text(encoding="utf-8")
    reader = Reader(capsys, monkeypatch, {})
    told = BLOCK.sub(reader.block, text)
    if os.environ.get("WRITE_GOLDEN"):
        PAGE.write_text(told, encoding="utf-8")
        text = told
    assert told == text


def test_the_readme_shows_what_the_demo_really_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "96")
    page = PAGE.parents[1] / "README.md"
    text, shown = page.read_text(encoding="utf-8"), Reader(capsys, monkeypatch, {}).command("sayso demo")
    told = re.sub(r"(?<=```\n\$ make demo\n).*?(?=```)", lambda _: shown, text, count=1, flags=re.DOTALL)
    if os.environ.get("WRITE_GOLDEN"):
        page.write_text(told, encoding="utf-8")
        text = told
    assert told == text
