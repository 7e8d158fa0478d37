"""That the pages of docs/ which tell of the program tell of it as it is."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import sayso

PROJECT = Path(__file__).parents[1]
SOURCE = Path(sayso.__file__).parent
MAKERS = {"Problem": (2, ""), "_problem": (1, ""), "unread": (1, ""), "_misplaced": (1, "misplaced_"), "_at": (2, "")}
"""What makes a problem, which of its arguments is the code, and what it puts before it."""


def codes() -> Iterator[str]:
    """Every code that stands in the source as a text."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or name_of(node.func) not in MAKERS:
                continue
            place, before = MAKERS[name_of(node.func)]
            for code in node.args[place : place + 1]:
                if isinstance(code, ast.Constant) and re.fullmatch(r"[a-z_]+", str(code.value)):
                    yield before + str(code.value)


def name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def test_every_code_of_a_problem_is_explained() -> None:
    explained = set(re.findall(r"`([a-z_]+)`", (PROJECT / "docs" / "problems.md").read_text(encoding="utf-8")))
    assert {"not_there", "finder_failed", "no_citation"} <= set(codes())
    assert sorted(set(codes()) - explained) == []


def test_the_page_of_the_command_line_is_what_the_program_prints() -> None:
    """In a process of its own, where no setting of a terminal reaches."""
    surroundings = {**os.environ, "PYTHONPATH": str(SOURCE.parent), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(PROJECT / "tools" / "print_cli.py")]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings, check=True).stdout
    assert printed == (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8"), "run `python tools/print_cli.py > docs/cli.md`"
