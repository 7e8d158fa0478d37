"""The originals of a ledger, kept unaltered in `documents/`, and the tables that tell where each comes from and what could not be read."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from sayso.records.problem import Problem, Step
from sayso.records.trouble import Trouble
from sayso.records.when import YEARS, When, parse_when

FOLDER = "documents"
TABLE = "documents.csv"
WRITTEN = frozenset({"briefs"})
"""What is written out of a ledger into its folder, and is no source of what it says."""
NOTES = "unread.csv"
ANSWERS = "llm"
"""The folder for what a language model answered, beside the originals: it cannot be made again for free."""
HIDDEN = ".sayso"
"""The folder for what can be made again from the rest."""
DECISIONS = "reviews.jsonl"
"""The file of the decisions of people."""
FOLDERS = frozenset({FOLDER, ANSWERS, "packs", HIDDEN})
FILES = frozenset({TABLE, NOTES, DECISIONS, "sayso.toml"})
"""The folders and files that a ledger is made of: nothing else is written over them."""
PUBLISHED = "write 2022-04-18, 2022-04, 2022 or 2022-04-18/2022-04-20, or leave it empty"
RETRIEVED = "write it as 2022-04-18, or leave it empty"
"""What users are told whose table has anything else in these columns."""
LONGEST_NAME = 255
"""Bytes in the name of a file, on the systems in use."""


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

    @property
    def when(self) -> When | None:
        """When it was published; None where that is empty. Raises ValueError for what is no date, or one that only databases write."""
        when = parse_when(self.published) if self.published else None
        if when and not (when.first.year in YEARS and when.last.year in YEARS):
            raise ValueError(f"too far off: {self.published}")
        return when

    @property
    def came(self) -> date | None:
        """The day on which it came in; None where that is empty. Raises ValueError for what is no day."""
        return date.fromisoformat(self.retrieved[:10]) if self.retrieved else None


@dataclass(frozen=True, slots=True)
class Unread:
    """One line of `unread.csv`: a file that was handed in and of which no document could be made."""

    path: str
    code: str
    message: str
    hint: str


COLUMNS = tuple(field.name for field in fields(Original))
NOTED = tuple(field.name for field in fields(Unread))


class Archive:
    """The originals of the ledger in one folder. Nothing in it is ever overwritten."""

    def __init__(self, ledger: Path) -> None:
        self.folder = ledger / FOLDER
        self.table = ledger / TABLE
        self.notes = ledger / NOTES
        self.llm = ledger / ANSWERS

    def strays(self) -> list[str]:
        """Files in the folder of originals that no line of the table names."""
        named = {line.path for line in self.originals()}
        files = (file.relative_to(self.folder).as_posix() for file in sorted(self.folder.rglob("*")) if file.is_file())
        return [name for name in files if name not in named]

    def straying(self) -> list[str]:
        """Says in one line, if any, that there are such files."""
        strays = self.strays()
        told = f"in {FOLDER}/ and in no line of {TABLE} ({strays[0] if strays else ''} …): nothing of that is read"
        return [f"{len(strays)} {told}, unless you name it: `sayso run {self.folder}`"] if strays else []

    def create(self) -> None:
        """Makes the folders for what people write, an empty table and a file without decisions; what is there already stays.

        Raises Trouble where a file of the table's name is no such table.
        """
        try:
            _ = self.originals() if self.table.exists() else []
        except Trouble as trouble:
            told = f"{self.table.parent} holds what is no ledger's: {trouble.message}"
            raise Trouble(told, f"name another folder, or move that {TABLE} away") from None
        for folder in (self.folder, *(self.table.with_name(name) for name in ("packs", "briefs"))):
            folder.mkdir(parents=True, exist_ok=True)
        self.table.with_name(DECISIONS).touch()
        if not self.table.exists():
            _write(self.table, COLUMNS, ())

    def originals(self) -> list[Original]:
        """The lines of the table, in its order. Raises Trouble, with the line, for what is not as it should be."""
        if not self.table.exists():
            if any(self.folder.rglob("*.*")):
                raise Trouble(f"{TABLE} is gone, and the originals it names are still there", "put it back from a copy")
            return []
        reader = csv.DictReader(_lines(self.table))
        missing = [name for name in ("path", "sha256") if name not in (reader.fieldnames or ())]
        if missing:
            raise Trouble(f"{TABLE}:1: no column `{missing[0]}`", f"the columns are, with commas between: {', '.join(COLUMNS)}")
        return [self._original(line, reader.line_num) for line in reader]

    def told(self) -> str:
        """What tells this table of originals from another one: the SHA-256 of its bytes."""
        return hash_of(self.table) if self.table.exists() else "no table"

    def keep_all(self, arrivals: Iterable[tuple[Path, Original]]) -> list[Original]:
        """Copies the files into the folder and adds their lines; a name that other bytes hold gets a suffix. Gives the lines as added."""
        lines = self.originals()
        taken = {line.path: line.sha256 for line in lines}
        added = []
        for source, original in arrivals:
            path = self._free(original, taken)
            target = self.folder / path
            if not target.exists():
                write_whole(target, source.read_bytes())
            taken[path] = original.sha256
            added.append(Original(path, *(getattr(original, name) for name in COLUMNS[1:])))
        if added:
            there = {line.path for line in lines}
            _write(self.table, COLUMNS, [*lines, *(line for line in added if line.path not in there)])
        return added

    def unread(self) -> list[Problem]:
        """What was handed in and could not be read, as noted in `unread.csv`."""
        if not self.notes.exists():
            return []
        rows = csv.DictReader(_lines(self.notes), restval="")
        whole = set(NOTED) <= set(rows.fieldnames or ())
        return [Problem(row["path"], "read", row["code"], row["message"], row["hint"]) for row in rows if whole]

    def note_unread(self, problems: Sequence[Problem], tried: Collection[str]) -> None:
        """Notes what could not be read; what was noted before of the files now tried is taken out."""
        lines = self.originals()
        kept = {line.path for line in lines}
        before = [problem for problem in self.unread() if problem.doc not in tried]
        noted = sorted({(p.doc, p.code, p.message, p.hint) for p in (*before, *problems) if p.doc not in kept})
        if noted:
            _write(self.notes, NOTED, [Unread(*note) for note in noted])
        else:
            self.notes.unlink(missing_ok=True)

    def remove(self, withdrawn: Collection[str]) -> bool:
        """Takes originals out for good by their SHA-256: lines, files, and what a model answered to them; whether any was there."""
        lines = self.originals()
        kept = [line for line in lines if line.sha256 not in withdrawn]
        if len(kept) < len(lines):
            _write(self.table, COLUMNS, kept)  # first the lines: a file without one is looked through below, also after a stop
        named = {line.path for line in kept}
        strays = [
            file for file in sorted(self.folder.rglob("*")) if file.is_file() and file.relative_to(self.folder).as_posix() not in named
        ]
        gone = [file for file in strays if hash_of(file) in withdrawn]
        gone += [file for sha256 in sorted(withdrawn) for file in sorted(self.llm.glob(f"{sha256[:16]}-*"))]
        for file in gone:
            file.unlink()
        return len(kept) < len(lines) or bool(gone)

    def file(self, original: Original) -> Path:
        """Where the original lies."""
        return self.folder / original.path

    def state(self, original: Original) -> str:
        """Whether the original is as it was kept: "kept", "changed", "gone" or "unreadable"."""
        file = self.file(original)
        try:
            if not file.is_file():
                return "gone"
            return "kept" if hash_of(file) == original.sha256 else "changed"
        except OSError:
            return "unreadable"

    def _original(self, line: dict[str, str | None], number: int) -> Original:
        original = Original(*((line.get(name) or "").strip() for name in COLUMNS))
        if not original.path or len(original.sha256) != 64:
            raise Trouble(
                f"{TABLE}:{number}: a line needs a path and a SHA-256 of 64 hex digits", "take the line out, and read the file again"
            )
        if Path(original.path).is_absolute() or ".." in Path(original.path).parts:
            raise Trouble(f"{TABLE}:{number}: `{original.path}` leads out of documents/", "take the line out, and read the file itself")
        _date_told(lambda: original.when, f"{TABLE}:{number}: `published` is no date: {original.published}", PUBLISHED)
        _date_told(lambda: original.came, f"{TABLE}:{number}: `retrieved` is no day: {original.retrieved}", RETRIEVED)
        return original

    def _free(self, original: Original, taken: dict[str, str]) -> str:
        """The path itself, or with -2, -3 … before its ending while other bytes hold it; in no folder whose name a file has already."""
        whole = original.path
        if any((self.folder / above).is_file() for above in Path(whole).parents):
            whole = whole.replace("/", "-")
        stem, ending = os.path.splitext(whole)
        path, number = whole, 1
        while self._held_by_others(path, original.sha256, taken):
            number += 1
            path = f"{_shortened(stem, len(ending.encode()) + len(str(number)) + 1)}-{number}{ending}"
        return path

    def _held_by_others(self, path: str, sha256: str, taken: dict[str, str]) -> bool:
        if path in taken:
            return taken[path] != sha256
        file = self.folder / path
        return file.exists() and (not file.is_file() or hash_of(file) != sha256)


def _date_told(date_of: Callable[[], object], message: str, hint: str) -> None:
    """Raises Trouble with a message and a hint where a date cannot be read."""
    try:
        date_of()
    except ValueError:
        raise Trouble(message, hint) from None


def _shortened(stem: str, more: int) -> str:
    """A name short enough that with so many bytes more it is still a name of a file."""
    folder, slash, last = stem.rpartition("/")
    return folder + slash + last.encode("utf-8")[: LONGEST_NAME - more].decode("utf-8", "ignore")


def missing(original: Original, state: str, step: Step) -> Problem:
    """The problem of an original that is gone or changed, as the step meets it."""
    return Problem(original.path, step, f"original_{state}", *_told_of(state, original.sha256[:12]))


def _told_of(state: str, sha256: str) -> tuple[str, str]:
    """What is wrong with an original in this state, and what to do."""
    if state == "unreadable":
        return "the original in documents/ cannot be opened", "look at the file's permissions"
    gone = "is gone from documents/" if state == "gone" else "in documents/ is not the one that was kept"
    return f"the original {gone}", f"put back the file with SHA-256 {sha256}…"


def written(ledger: Path) -> dict[str, Path]:
    """What a ledger's folder holds that cannot be made again, decisions apart, by its path there."""
    parts = (ledger / name for name in sorted((FOLDERS | FILES | WRITTEN) - {HIDDEN, DECISIONS}))
    files = (file for part in parts for file in ([part] if part.is_file() else sorted(part.rglob("*"))) if file.is_file())
    return {file.relative_to(ledger).as_posix(): file for file in files}


def writable(out: Path | None, ledger: Path) -> None:
    """Raises Trouble where writing to `out` would write over what a ledger is made of."""
    if out is None:
        return
    place, home = out.resolve(), ledger.resolve()
    if not place.is_relative_to(home):
        return
    first = place.relative_to(home).parts[:1]
    if not first or first[0] in FOLDERS | FILES:
        raise Trouble(f"{out} is part of the ledger itself and is not written over", "name a file elsewhere, or in briefs/")


def write_whole(file: Path, content: bytes) -> None:
    """Writes the file, folders made as needed, in one step: a full disk or a stop in between leaves what was there before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and not file.is_file():
        file.write_bytes(content)  # a pipe or a device, such as /dev/stdout
        return
    target = file.resolve()
    fresh = target.with_name(f".{os.getpid()}.part")  # with more than the name of the target, it might be too long
    try:
        fresh.write_bytes(content)
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except BaseException as error:
        fresh.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(file)  # what is told is of the file asked for, not of the one beside it
        raise


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, as 64 hex digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _lines(table: Path) -> io.StringIO:
    """The text of a table, with its line ends. Raises Trouble where it is not UTF-8, as after a program saved it in its own way."""
    content = table.read_bytes()
    try:
        return io.StringIO(content.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Trouble(f"{table.name}:{line}: not text in UTF-8", "save it as UTF-8, with commas between the columns") from None


def _write(file: Path, columns: Sequence[str], lines: Iterable[Original | Unread]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([getattr(line, name) for name in columns] for line in lines)
    write_whole(file, text.getvalue().encode("utf-8"))  # so that a stop in between loses no line
