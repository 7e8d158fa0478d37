"""Runs docs/python.md from top to bottom and holds what it shows, and the names that it lists, against the code.

`WRITE_GOLDEN=1 pytest tests/test_python_page.py` writes both into the page, to be looked at.
"""

from __future__ import annotations

import contextlib
import dataclasses
import doctest
import inspect
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.comparing import Comparison
from sayso.ledger import Ledger
from sayso.reviewing import Edit
from sayso.shelf.grid import Grid
from sayso.shelf.independence import Independence
from sayso.shelf.listing import Listing
from sayso.shelf.portraits import CitedClaim, Dossier, Portrait
from sayso.shelf.strength import Picture, Strength

PAGE = Path(__file__).parents[1] / "docs" / "python.md"
BLOCK = re.compile(r"```python\n(?P<body>.*?)```", re.DOTALL)
CLASSES = (Ledger, Listing, Grid, Dossier, CitedClaim, Portrait, Strength, Picture, Independence, Comparison, Edit)
ROW = re.compile(r"^\| `(?P<name>\w+)[^`]*` \| (?P<meaning>.*) \|$", re.MULTILINE)


class Shell:
    """Somebody who types what the page says, in a terminal of a hundred columns."""

    def __init__(self) -> None:
        self.names: dict[str, object] = {}

    def block(self, found: re.Match[str]) -> str:
        """The block as it would stand with what is really printed."""
        body = found["body"]
        if not body.startswith(">>>"):
            exec(compile(body, str(PAGE), "exec"), self.names)
            return found[0]
        return f"```python\n{''.join(self.typed(one) for one in doctest.DocTestParser().get_examples(body))}```"

    def typed(self, example: doctest.Example) -> str:
        """One statement with what it prints."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, str(PAGE), "single"), self.names)
        first, *rest = example.source.splitlines()
        return "\n".join([f">>> {first}", *(f"... {line}" for line in rest), *map(str.rstrip, printed.getvalue().splitlines())]) + "\n"


def held_against(told: str) -> None:
    """The page as it should stand is the page as it stands, or is written."""
    if os.environ.get("WRITE_GOLDEN"):
        PAGE.write_text(told, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == told


def test_the_page_shows_what_is_really_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["demo", "tour"]) == 0
    capsys.readouterr()
    with capsys.disabled():
        told = BLOCK.sub(Shell().block, PAGE.read_text(encoding="utf-8"))
    held_against(told)


def test_every_public_name_is_listed_with_what_the_code_says_of_it(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, heading, names = text.partition("## Names\n")
    ledger = Ledger.init(tmp_path / "ledger", packs=())
    sections = [section("sayso", {name: getattr(sayso, name) for name in sayso.__all__}, names)]
    for one in CLASSES:
        attributes = set(vars(ledger)) if one is Ledger else {"what", "shelf"} if one is Listing else {"judge", "journal", "kept", "told"}
        attributes = attributes if one in (Ledger, Listing, Edit) else set[str]()
        sections.append(section(one.__name__, dict(public(one, attributes)), names))
    held_against(before + heading + "".join(sections))


def public(one: type, attributes: set[str]) -> Iterator[tuple[str, object]]:
    """The names of a class without those that it has from list: attributes first, then what it defines, in the order of the alphabet."""
    held = {field.name for field in dataclasses.fields(one)} if dataclasses.is_dataclass(one) else attributes
    yield from ((name, None) for name in sorted(held) if not name.startswith("_"))
    for name in sorted(set(dir(one)) - held - set(dir(list))):
        if not name.startswith("_"):
            yield name, inspect.getattr_static(one, name)


def section(title: str, names: dict[str, object], told: str) -> str:
    """A table of names. What an attribute means stands in the page alone, what all else means in its docstring."""
    _, _, mine = told.partition(f"### {title}\n")
    known = {row["name"]: row["meaning"] for row in ROW.finditer(mine.partition("\n### ")[0])}
    rows = [f"| `{name}{called(value)}` | {said(value) or known.get(name, 'TO SAY')} |" for name, value in names.items()]
    assert not any("TO SAY" in row for row in rows), f"say in docs/python.md what these are: {rows}"
    return "\n".join([f"\n### {title}\n", "| name | what it is |", "| --- | --- |", *rows]) + "\n"


def said(value: object) -> str:
    """The first line of a docstring."""
    return (inspect.getdoc(value) or "").partition("\n")[0] if value is not None else ""


def called(value: object) -> str:
    """The arguments of a method, without their types."""
    function = value.__func__ if isinstance(value, classmethod) else value
    if not inspect.isfunction(function):
        return ""
    parts = [argument(one) for one in inspect.signature(function).parameters.values() if one.name not in ("self", "cls")]
    return f"({', '.join(parts)})"


def argument(one: inspect.Parameter) -> str:
    """One argument, with what it is where it is not given."""
    if one.default is inspect.Parameter.empty:
        return f"**{one.name}" if one.kind is inspect.Parameter.VAR_KEYWORD else one.name
    return f"{one.name}={'…' if callable(one.default) else repr(one.default)}"
