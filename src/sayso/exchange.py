"""Binds a whole ledger into a book to tell of, and makes a ledger again of one that was told as JSON lines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso.archive import DECISIONS, TABLE
from sayso.finding import FINDING_WITH, FOUND_WITH, layers
from sayso.journal import Chain, Journal
from sayso.known.packs import Packs
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.settings import FILE, Settings
from sayso.store.store import Store
from sayso.tell.book import Book
from sayso.tell.jsonl import HOME
from sayso.tell.rows import FindingRow, ProblemRow
from sayso.working_out import work_out

FINDINGS, PROBLEMS = "findings.jsonl", "problems.jsonl"
R = TypeVar("R", FindingRow, ProblemRow)


def bound(store: Store, settings: Settings, journal: Journal, home: Path) -> Book:
    """All that a ledger holds, as it stands at one moment."""
    with store.together():
        machine, people = layers(store)
        documents, linking, weighing = tuple(store.documents()), store.linking(), store.weighing()
        problems, finder = tuple(store.problems()), store.stamp(FOUND_WITH) or ""
    chain, note = journal.read(), f"Sayso {version('sayso')}, finder {settings.engine}"
    decisions = tuple(review.hash for review in chain.reviews)
    beneath = {doc: machine[doc] for doc in people.keys() & machine.keys()}
    held = settings.name, documents, machine | people, linking, weighing, problems
    return Book(*held, journal.text(), decisions, chain.head, note, finder, beneath, home)


@dataclass(frozen=True, slots=True)
class Export:
    """A folder that `tell jsonl` wrote, and the lines of it that are not in the ledger's own files."""

    folder: Path
    findings: tuple[FindingRow, ...]
    problems: tuple[ProblemRow, ...]


def exported(folder: Path) -> Export:
    """The export in a folder. Raises Trouble for what is no whole one, with the line that cannot be read."""
    for name in (f"{HOME}/{FILE}", FINDINGS, PROBLEMS, DECISIONS):
        if not (folder / name).is_file():
            raise Trouble(f"{folder} holds no whole ledger: {name} is not there", "write it with `sayso -C LEDGER tell jsonl -o OUT`")
    return Export(folder, tuple(_lines(folder / FINDINGS, FindingRow)), tuple(_lines(folder / PROBLEMS, ProblemRow)))


def put_back(export: Export, folder: Path) -> Path:
    """Copies what people wrote, decisions with it, into a new ledger's folder, and gives that. Raises Trouble where some is there."""
    if there := [name for name in (TABLE, DECISIONS) if (folder / name).exists()]:
        raise Trouble(f"{folder} holds a {there[0]} already, which would be written over", "name a new folder")
    shutil.copytree(export.folder / HOME, folder, dirs_exist_ok=True)
    shutil.copyfile(export.folder / DECISIONS, folder / DECISIONS)
    return folder


def take_over(export: Export, store: Store, chain: Chain, packs: Packs) -> None:
    """Keeps what was found in the documents that the store holds, and works decisions in."""
    told = {problem for row in export.findings for problem in row.finding.problems}
    kept = [Problem(row.doc, "find", row.code, row.message, row.hint, row.start, row.end) for row in export.problems if row.step == "find"]
    with store.together():
        for row in export.findings:
            if store.document(row.sha256) is not None:
                store.keep_finding(row.sha256, row.finder, row.finding)
            for stamp in (FINDING_WITH, FOUND_WITH):
                store.set_stamp(stamp, row.finder)
        store.keep_problems("find", [problem for problem in kept if problem not in told])
    work_out(store, chain, packs)


def _lines(file: Path, type: type[R]) -> Iterator[R]:
    """The rows of a file of the exchange format."""
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=type)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Trouble(f"{file}:{number}: this line cannot be read ({error})", "write the export anew") from error
