"""The originals of a ledger, kept unaltered in `documents/`, and `documents.csv`, which tells where each comes from."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from sayso.records.trouble import Trouble

FOLDER = "documents"
TABLE = "documents.csv"


@dataclass(frozen=True, slots=True)
class Original:
    """One line of `documents.csv`: an original by its path inside `documents/`, its hash, and what people know of it.

    Dates are ISO 8601, `published` one day, month or year, or an interval FIRST/LAST; empty is unknown.
    """

    path: str
    sha256: str
    url: str = ""
    retrieved: str = ""
    published: str = ""
    language: str = ""
    publisher: str = ""
    title: str = ""


COLUMNS = tuple(field.name for field in fields(Original))


class Archive:
    """The originals of the ledger in one folder. Nothing in it is ever overwritten."""

    def __init__(self, ledger: Path) -> None:
        self.folder = ledger / FOLDER
        self.table = ledger / TABLE

    def create(self) -> None:
        """Makes the folder and an empty table."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write(())

    def originals(self) -> list[Original]:
        """The lines of the table, in its order. Raises Trouble, with the line, for what is not as it should be."""
        if not self.table.exists():
            return []
        with self.table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in ("path", "sha256") if name not in (reader.fieldnames or ())]
            if missing:
                raise Trouble(f"{TABLE}:1: no column `{missing[0]}`", f"the columns are: {', '.join(COLUMNS)}")
            return [self._original(line, reader.line_num) for line in reader]

    def keep(self, source: Path, original: Original) -> Original:
        """Copies the file into the folder and adds its line; a name that other bytes hold gets a suffix. Returns the line as added."""
        return self.keep_all([(source, original)])[0]

    def keep_all(self, arrivals: Iterable[tuple[Path, Original]]) -> list[Original]:
        """As `keep`, for many files, writing the table once."""
        lines = self.originals()
        taken = {line.path: line.sha256 for line in lines}
        added = []
        for source, original in arrivals:
            path = self._free(original, taken)
            target = self.folder / path
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _copy(source, target)
            taken[path] = original.sha256
            added.append(Original(path, *(getattr(original, name) for name in COLUMNS[1:])))
        if added:
            self._write([*lines, *added])
        return added

    def file(self, original: Original) -> Path:
        """Where the original lies."""
        return self.folder / original.path

    def state(self, original: Original) -> str:
        """Whether the original is as it was kept: "kept", "changed" or "gone"."""
        file = self.file(original)
        if not file.is_file():
            return "gone"
        return "kept" if hash_of(file) == original.sha256 else "changed"

    def _original(self, line: dict[str, str | None], number: int) -> Original:
        original = Original(*((line.get(name) or "").strip() for name in COLUMNS))
        if not original.path or len(original.sha256) != 64:
            raise Trouble(f"{TABLE}:{number}: a line needs a path and a SHA-256 of 64 hex digits", "take the line out, and read the file again")
        return original

    def _free(self, original: Original, taken: dict[str, str]) -> str:
        """The path itself, or with -2, -3 … before its ending while other bytes hold it."""
        stem, ending = os.path.splitext(original.path)
        path, number = original.path, 1
        while self._held_by_others(path, original.sha256, taken):
            number += 1
            path = f"{stem}-{number}{ending}"
        return path

    def _held_by_others(self, path: str, sha256: str, taken: dict[str, str]) -> bool:
        if path in taken:
            return taken[path] != sha256
        file = self.folder / path
        return file.exists() and (not file.is_file() or hash_of(file) != sha256)

    def _write(self, lines: Iterable[Original]) -> None:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(line, name) for name in COLUMNS] for line in lines)
        fresh = self.table.with_suffix(".new")
        fresh.write_text(text.getvalue(), encoding="utf-8", newline="")
        fresh.replace(self.table)  # in one step, so that a stop in between loses no line


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, as 64 hex digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(source: Path, target: Path) -> None:
    fresh = target.with_name(target.name + ".part")
    fresh.write_bytes(source.read_bytes())
    fresh.replace(target)
