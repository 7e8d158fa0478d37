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
from sayso.read.paths import read_paths
from sayso.records.document import Document, Reading
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.records.when import When, parse_when
from sayso.store.store import Store

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


def preview(paths: Sequence[Path], archive: Archive) -> Arrivals:
    """What taking these files in would come to; nothing is kept."""
    held = {original.sha256 for original in archive.originals()}
    documents, known, problems = list[Document](), list[str](), list[Problem]()
    for name, path in read_paths(paths):
        if path.is_file() and hash_of(path) in held:
            known.append(name)
            continue
        reading = read_file(path, name)
        problems.extend(reading.problems)
        if reading.document is not None:
            held.add(reading.document.sha256)
            documents.append(reading.document)
    return Arrivals(tuple(documents), tuple(known), tuple(problems))


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


def keep(arrivals: Arrivals, store: Store, archive: Archive) -> None:
    """Keeps in the store what was read, and the problems of what could not be."""
    for document in arrivals.documents:
        store.add_document(document)
    touched = {problem.doc for problem in arrivals.problems} | {document.path for document in arrivals.documents}
    documents = {document.path for document in store.documents()}
    before = [problem for problem in store.problems() if problem.step == "read" and problem.doc in documents - touched]
    now = [problem for problem in arrivals.problems if problem.doc in documents or problem.code.startswith("original_")]
    store.keep_problems("read", [*before, *now, *archive.unread()])


def read_file(path: Path, name: str) -> Reading:
    """The document in one file, by the reader for its ending; the text reader says what is amiss where there is none."""
    readers = _readers()
    reader = next((one for one in readers.values() if path.suffix.lower() in one.suffixes), readers["text"])
    reading: Reading = reader.read(path, name)
    return reading


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
    try:
        return parse_when(original.published) if original.published else None
    except ValueError:
        hint = "write 2022-04-18, 2022-04, 2022 or 2022-04-18/2022-04-20"
        raise Trouble(f"{TABLE}: `published` of {original.path} is no date: {original.published}", hint) from None


@cache
def _readers() -> dict[str, Any]:
    return {name: plugins.load("readers", name)() for name in plugins.names("readers")}
