"""That the pages of docs/ which tell of the program tell of it as it is."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import typer

import sayso
from sayso.cli import app
from sayso.cli.app import VERBS
from sayso.records.dispute import Dispute, Side
from sayso.records.incident import Origin
from sayso.records.link import Link, Reason
from sayso.records.place import Place
from sayso.records.pledge import Bearing, Pledge
from sayso.records.trouble import Exit
from sayso.records.when import When
from sayso.settings import DEFAULTS, MEANINGS
from sayso.shelf.facets import SORTS
from sayso.shelf.filters import KEYS
from sayso.tell import rows
from sayso.tell.book import Book, Index
from sayso.tell.jsonl import Sheets

PROJECT = Path(__file__).parents[1]
SOURCE = Path(sayso.__file__).parent
MAKERS = {"Problem": (2, ""), "_problem": (1, ""), "unread": (1, ""), "_misplaced": (1, "misplaced_"), "_at": (2, ""), "_fault": (1, "")}
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


def printed(*command: str) -> str:
    """What a tool prints, in a process of its own, where no setting of a terminal reaches."""
    surroundings = {**os.environ, "PYTHONPATH": str(SOURCE.parent), "PYTHONIOENCODING": "utf-8"}
    words = [sys.executable, str(PROJECT / "tools" / command[0]), *command[1:]]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=surroundings, check=True).stdout


def page(name: str) -> str:
    return (PROJECT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def test_the_page_of_the_command_line_is_what_the_program_prints() -> None:
    assert printed("print_cli.py") == page("cli"), "run `python tools/print_cli.py > docs/cli.md`"


@pytest.mark.parametrize("name", ["filters", "languages", "settings", "tables"])
def test_the_pages_of_filters_languages_settings_and_tables_are_what_the_program_prints(name: str) -> None:
    assert printed("print_pages.py", name) == page(name), f"run `python tools/print_pages.py {name} > docs/{name}.md`"


def test_every_verb_stands_in_its_group_and_on_the_page() -> None:
    verbs = [verb for group in VERBS.values() for verb in group]
    command = typer.main.get_command(app)
    assert isinstance(command, typer.core.TyperGroup)
    assert sorted(verbs) == sorted(command.commands)
    assert re.findall(r"^## (\w+)$", page("cli"), re.MULTILINE) == verbs


def test_every_setting_has_a_meaning_and_every_filter_key_a_list() -> None:
    assert set(MEANINGS) == set(DEFAULTS)
    assert {key for sort in SORTS.values() for key in sort.keys} == set(KEYS)


def test_every_exit_code_is_explained() -> None:
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page("cli"), re.MULTILINE)} == set(map(int, Exit))


def test_every_page_of_decisions_has_a_number_of_its_own() -> None:
    pages = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
    numbers = [page.name[:3] for page in pages]
    assert len(set(numbers)) == len(numbers)
    assert all(int(re.search(r"\d+", page.read_text(encoding="utf-8"))[0]) == int(page.name[:3]) for page in pages)  # type: ignore[index]


def test_every_link_of_a_page_leads_somewhere() -> None:
    pages = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]
    for path in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} leads to {target}"


LINES: dict[str, type] = {
    "documents.jsonl": rows.DocumentRow,
    "actors.jsonl": rows.ActorRow,
    "claims.jsonl": rows.ClaimRow,
    "links.jsonl": Link,
    "incidents.jsonl": rows.IncidentRow,
    "ties.jsonl": rows.TieRow,
    "figures.jsonl": rows.FigureRow,
    "disputes.jsonl": Dispute,
    "pledges.jsonl": Pledge,
    "origins.jsonl": Origin,
    "findings.jsonl": rows.FindingRow,
    "problems.jsonl": rows.ProblemRow,
    "A When": When,
    "A place": Place,
}
"""What is written as a line of each file, or inside one."""


@pytest.mark.parametrize("section", LINES)
def test_every_key_of_the_exchange_format_is_explained_and_none_that_is_not_written(section: str) -> None:
    _, told = re.split(rf"^## {re.escape(section)}$", page("exchange"), flags=re.MULTILINE)
    explained = re.findall(r"^\| `(\w+)` \|", told.partition("\n## ")[0], re.MULTILINE)
    assert explained == [field.name for field in msgspec.inspect.type_info(LINES[section]).fields]  # type: ignore[attr-defined]


def test_every_file_of_the_exchange_format_has_its_section() -> None:
    written = {f"{name}.jsonl" for name in Sheets(Index(Book("nothing", (), {}))).all()} | {"reviews.jsonl"}
    assert set(re.findall(r"\w+\.jsonl", "".join(re.findall(r"^## .*$", page("exchange"), re.MULTILINE)))) == written


def test_every_word_of_a_detail_and_a_name_is_explained() -> None:
    """What stands inside a line: voices, details, names, sides, bearings and reasons."""
    inside = (rows.Range, rows.VoiceRow, rows.SlotRow, rows.NameRow, Side, Bearing, Reason)
    named = {field.name for one in inside for field in msgspec.inspect.type_info(one).fields}  # type: ignore[attr-defined]
    assert named <= set(re.findall(r"`(\w+)`", page("exchange")))
