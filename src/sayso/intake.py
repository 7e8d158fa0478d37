"""Takes files in: reads them with the reader for their kind, keeps their originals, and holds to what `documents.csv` says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sayso import plugins
from sayso.archive import TABLE, Archive, Original, hash_of, missing
from sayso.read.kinds import kind_of, other_kind
from sayso.read.paths import read_paths
from sayso.records.document import Document, Reading
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.records.when import When

Watch = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and which is next."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What came of taking files in: documents that are new, names of files that were there already, and problems met."""

    documents: tuple[Document, ...] = ()
    known: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def unread(self) -> tuple[Problem, ...]:
        """The problems of files of which no document could be made."""
        kept = {document.path for document in self.documents} | set(self.known)
        return tuple(problem for problem in self.problems if problem.doc not in kept)


def take_in(paths: Sequence[Path], archive: Archive, watch: Watch, stopped: Callable[[], bool]) -> Arrivals:
    """Reads what is new among the files and keeps their originals; what cannot be read is noted in the archive and told.

    Once `stopped`, no further file is begun and what was read is kept.
    """
    files = list(read_paths(paths))
    held = {original.sha256 for original in archive.originals()}
    documents: list[Document] = []
    known: list[str] = []
    problems: list[Problem] = []
    arrivals: list[tuple[Path, Original]] = []
    for number, (name, path) in enumerate(files):
        if stopped():
            break
        watch(number, len(files), name)
        if path.is_file() and hash_of(path) in held:
            known.append(name)
            continue
        reading = read_file(path, name)
        problems.extend(reading.problems)
        if reading.document is not None:
            held.add(reading.document.sha256)
            documents.append(reading.document)
            arrivals.append((path, line_of(reading.document, date.today())))
    else:
        watch(len(files), len(files), "")
    lines = archive.keep_all(arrivals)
    archive.note_unread([problem for problem in problems if problem.code != "not_there"], {name for name, _ in files})
    named = tuple(as_told(document, line) for document, line in zip(documents, lines, strict=True))
    renamed = {document.path: kept.path for document, kept in zip(documents, named, strict=True)}
    return Arrivals(named, tuple(known), tuple(replace(problem, doc=renamed.get(problem.doc, problem.doc)) for problem in problems))


def read_again(archive: Archive, originals: Sequence[Original], watch: Watch) -> Arrivals:
    """Reads originals that are kept already; one that is gone or changed is told as a problem and left out."""
    documents, problems = [], []
    for number, original in enumerate(originals):
        watch(number, len(originals), original.path)
        state = archive.state(original)
        if state != "kept":
            problems.append(missing(original, state, "read"))
            continue
        reading = read_file(archive.file(original), original.path)
        problems.extend(reading.problems)
        if reading.document is not None:
            documents.append(as_told(reading.document, original))
    watch(len(originals), len(originals), "")
    return Arrivals(tuple(documents), (), tuple(problems))


def read_file(path: Path, name: str) -> Reading:
    """The document in one file, by the reader for its ending, or for what it is by its first bytes where the two differ."""
    takes = {ending: reader for reader in reversed(_readers().values()) for ending in reader.suffixes}
    ending, kind = path.suffix.lower(), (kind_of(path) if path.is_file() else None)
    reader = takes.get(ending)
    if kind in takes and takes[kind] is not reader:
        return _noted(takes[kind].read(path, name), name, ending and f"is a {kind} file by what is in it, and was read as one")
    if path.is_file() and (told := other_kind(path)):
        return Reading(None, (Problem(name, "read", "unsupported_type", f"file type not supported: {told[0]}", told[1]),))
    return _noted((reader or _readers()["text"]).read(path, name), name, "")


def _noted(reading: Reading, name: str, misnamed: str) -> Reading:
    """The reading with what is to be told of it: a wrong ending, a language that is not sure."""
    document, problems = reading.document, list(reading.problems)
    if document is not None and misnamed:
        problems.append(Problem(name, "read", "wrong_ending", misnamed, "give it the right ending"))
    if document is not None and document.language is None:
        message = "its language is not certain; claims are looked for as in English"
        problems.append(
            Problem(name, "read", "language_unknown", message, f"write its code, such as en, in the column `language` of {TABLE}")
        )
    return replace(reading, problems=tuple(problems))


def line_of(document: Document, retrieved: date) -> Original:
    """The line of the table for a document as it was read."""
    return Original(
        path=document.path,
        sha256=document.sha256,
        url=document.url or "",
        retrieved=retrieved.isoformat(),
        published=str(document.published or ""),
        language=document.language or "",
        publisher=document.publisher or "",
        title=document.title or "",
    )


def as_told(document: Document, original: Original) -> Document:
    """The document with what the table says of it in place of what was read: the table is written by people."""
    changes = dict(_differing(document, original))
    sources = dict(document.known_from) | dict.fromkeys(changes, TABLE)
    for name in [name for name, value in changes.items() if value is None]:
        del sources[name]
    return replace(document, path=original.path, known_from=tuple(sources.items()), **changes)


def _differing(document: Document, original: Original) -> Iterator[tuple[str, Any]]:
    for name in ("url", "language", "publisher", "title"):
        if (told := getattr(original, name) or None) != getattr(document, name):
            yield name, told
    if original.published != str(document.published or ""):
        yield "published", when_of(original)


def when_of(original: Original) -> When | None:
    """The day, month, year or interval of the column `published`; Trouble for what is none of these."""
    written = original.published
    first, _, last = written.partition("/")
    try:
        if last:
            return When(date.fromisoformat(first), date.fromisoformat(last), "range", "stated", written)
        if len(written) == 4:
            return When(date(int(written), 1, 1), date(int(written), 12, 31), "year", "stated", written)
        if len(written) == 7:
            start = date.fromisoformat(f"{written}-01")
            beyond = date(start.year + start.month // 12, start.month % 12 + 1, 1)
            return When(start, date.fromordinal(beyond.toordinal() - 1), "month", "stated", written)
        return When(date.fromisoformat(written), date.fromisoformat(written), "day", "stated", written) if written else None
    except ValueError:
        hint = "write 2022-04-18, 2022-04, 2022 or 2022-04-18/2022-04-20"
        raise Trouble(f"{TABLE}: `published` of {original.path} is no date: {written}", hint) from None


@cache
def _readers() -> dict[str, Any]:
    return {name: plugins.load("readers", name)() for name in plugins.names("readers")}
