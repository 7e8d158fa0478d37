"""Takes files in: reads them with the reader for their kind, keeps their originals, and holds to what `documents.csv` says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso import plugins
from sayso.archive import TABLE, Archive, Original, hash_of, missing
from sayso.read.files import LARGEST
from sayso.read.kinds import kind_of, other_kind
from sayso.read.paths import Paths, listed, read_paths
from sayso.read.reader import Reader
from sayso.records.document import UNDETERMINED, Document, Reading
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.store.store import Store

Watch = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and which is next."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What came of taking files in: documents that are new, names of files that were there already, and problems met.

    `copies` are further paths of documents, each as the SHA-256 of the document and the path; `left` is how many files were not begun,
    since somebody asked to stop.
    """

    documents: tuple[Document, ...] = ()
    known: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    left: int = 0

    @property
    def unread(self) -> tuple[Problem, ...]:
        """The problems of files of which no document could be made."""
        kept = {document.path for document in self.documents} | set(self.known)
        return tuple(problem for problem in self.problems if problem.doc not in kept)


def take_in(
    paths: Paths,
    archive: Archive,
    watch: Watch,
    stopped: Callable[[], bool],
    held: Sequence[Document] = (),
    withdrawn: Mapping[str, str] | None = None,
) -> Arrivals:
    """Reads what is new among the files and keeps their originals; what cannot be read is noted in the archive and told.

    `held` are the documents that are here already. Once `stopped`, no further file is begun and what was read is kept. `withdrawn` gives
    the reasons for which documents were taken out for good, by their SHA-256: they are not read again.
    """
    files = list(read_paths(listed(paths)))
    lines = archive.originals()
    seen, named = _Seen(held, lines), {line.path for line in lines}
    known: list[str] = []
    problems: list[Problem] = []
    arrivals: list[tuple[Path, Original, Document | None]] = []
    left = 0
    for number, (name, path) in enumerate(files):
        if stopped():
            left = len(files) - number
            break
        watch(number, len(files), name)
        if bytes_held := seen.bytes_of(path):
            known.append(name)
            if name not in named:
                arrivals.append((path, Original(name, bytes_held, retrieved=date.today().isoformat()), None))
        elif reason := (withdrawn or {}).get(_bytes_of(path) or ""):
            problems.append(_withdrawn(name, reason))
        else:
            reading = read_file(path, name)
            problems.extend(reading.problems)
            if reading.document is not None:
                fresh = seen.add(reading.document)
                known.extend([] if fresh else [name])
                arrivals.append((path, line_of(reading.document, date.today()), reading.document if fresh else None))
        named.add(name)
    else:
        watch(len(files), len(files), "")
    kept = archive.keep_all((path, line) for path, line, _ in arrivals)
    archive.note_unread([problem for problem in problems if problem.code not in ("not_there", "withdrawn")], {name for name, _ in files})
    documents = tuple(as_told(one, line) for (_, _, one), line in zip(arrivals, kept, strict=True) if one)
    copies = tuple((seen.first[line.sha256], line.path) for (_, _, one), line in zip(arrivals, kept, strict=True) if not one)
    renamed = {given.path: line.path for (_, given, _), line in zip(arrivals, kept, strict=True)}
    return Arrivals(documents, tuple(known), tuple(replace(one, doc=renamed.get(one.doc, one.doc)) for one in problems), copies, left)


def preview(paths: Paths, archive: Archive, held: Sequence[Document] = ()) -> Arrivals:
    """What taking these files in would come to, where `held` are the documents that are here; nothing is kept."""
    lines = archive.originals()
    seen = _Seen(held, lines)
    seen.first |= {line.sha256: line.sha256 for line in lines if line.sha256 not in seen.first}
    documents, known, problems = list[Document](), list[str](), list[Problem]()
    for name, path in read_paths(listed(paths)):
        if seen.bytes_of(path):
            known.append(name)
            continue
        reading = read_file(path, name)
        problems.extend(reading.problems)
        if reading.document is not None:
            fresh = seen.add(reading.document)
            documents.extend([reading.document] if fresh else [])
            known.extend([] if fresh else [name])
    return Arrivals(tuple(documents), tuple(known), tuple(problems))


def _withdrawn(name: str, reason: str) -> Problem:
    return Problem(name, "read", "withdrawn", f"withdrawn before: {reason}", "`sayso review log` says by whom; it is not read again")


def read_again(archive: Archive, originals: Sequence[Original], watch: Watch, held: Sequence[Document] = ()) -> Arrivals:
    """Reads originals that are kept already; one that is gone or changed is told as a problem and left out."""
    seen = _Seen(held, archive.originals())
    documents, problems, copies = [], [], []
    for number, original in enumerate(originals):
        watch(number, len(originals), original.path)
        if (state := archive.state(original)) != "kept":
            problems.append(missing(original, state, "read"))
            continue
        if original.sha256 not in seen.first:
            reading = read_file(archive.file(original), original.path)
            problems.extend(reading.problems)
            if reading.document is None:
                continue
            if seen.add(reading.document):
                documents.append(as_told(reading.document, original))
                continue
        copies.append((seen.first[original.sha256], original.path))
    watch(len(originals), len(originals), "")
    return Arrivals(tuple(documents), (), tuple(problems), tuple(copies))


def out_of_step(held: Sequence[Document], lines: Sequence[Original]) -> bool:
    """Whether a document is not as the table tells, or was read under a path that is no longer in it."""
    first = {line.sha256: line for line in reversed(lines)}
    paths = {line.path for line in lines}
    return any(one.sha256 not in first or as_told(one, first[one.sha256]) != one or not paths.issuperset(one.paths) for one in held)


class _Seen:
    """Which bytes and which texts are here; `first` has the document that holds them, both by their SHA-256."""

    def __init__(self, held: Sequence[Document], lines: Sequence[Original]) -> None:
        at = {path: document.sha256 for document in held for path in document.paths}
        self.first = {line.sha256: at[line.path] for line in lines if line.path in at}
        self._texts = {_text_key(document.text): document.sha256 for document in held}

    def bytes_of(self, path: Path) -> str | None:
        """The SHA-256 of a file whose bytes are here; None for other files, and for what is too large or cannot be opened."""
        found = _bytes_of(path)
        return found if found in self.first else None

    def add(self, document: Document) -> bool:
        """Notes a document; False where its text is here already."""
        self.first[document.sha256] = self._texts.setdefault(_text_key(document.text), document.sha256)
        return self.first[document.sha256] == document.sha256


def _bytes_of(path: Path) -> str | None:
    """The SHA-256 of a file; None for what is no file, too large or cannot be opened."""
    try:
        return hash_of(path) if _holds_bytes(path) and path.stat().st_size <= LARGEST else None
    except (OSError, ValueError):
        return None


def _holds_bytes(path: Path) -> bool:
    """Whether it is a file of some length; without one it is never opened: what the kernel makes up under /proc can wait for ever."""
    return path.is_file() and path.stat().st_size > 0


def _text_key(text: str) -> bytes:
    """What is equal for texts that differ in white space alone, as when line ends were changed or a page was saved twice."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def read_lacking(archive: Archive, store: Store, watch: Watch) -> bool:
    """Reads again what the table names and the store lacks, as after the store was deleted; whether there was anything."""
    held = store.documents()
    shown = {path for document in held for path in document.paths}
    if lacking := [line for line in archive.originals() if line.path not in shown]:
        keep(read_again(archive, lacking, watch, held), store, archive)
    return bool(lacking)


def keep(arrivals: Arrivals, store: Store, archive: Archive) -> None:
    """Keeps in the store what was read, and the problems of what could not be."""
    for document in arrivals.documents:
        store.add_document(document)
    for first, path in arrivals.copies:
        if copied := store.document(first):
            store.add_document(replace(copied, path=path))
    touched = {problem.doc for problem in arrivals.problems} | {document.path for document in arrivals.documents}
    documents = {document.path for document in store.documents()}
    before = [problem for problem in store.problems() if problem.step == "read" and problem.doc in documents - touched]
    now = [problem for problem in arrivals.problems if problem.doc in documents or problem.code.startswith("original_")]
    store.keep_problems("read", [*before, *now, *archive.unread()])


def read_file(path: Path, name: str) -> Reading:
    """The document in one file, by the reader for its ending, or for what it is by its first bytes where the two differ."""
    takes = {ending: reader for reader in reversed(_readers().values()) for ending in reader.suffixes}
    ending, kind = path.suffix.lower(), (kind_of(path) if _holds_bytes(path) else None)
    reader = takes.get(ending)
    if kind in takes and takes[kind] is not reader:
        return _noted(_by(takes[kind], path, name), name, ending and f"is a {kind} file by what is in it, and was read as one")
    if _holds_bytes(path) and (told := other_kind(path)):
        return Reading(None, (Problem(name, "read", "unsupported_type", f"file type not supported: {told[0]}", told[1]),))
    return _noted(_by(reader or _readers()["text"], path, name), name, "")


def _by(reader: Reader, path: Path, name: str) -> Reading:
    """What one reader makes of a file; a bug in it, as in somebody else's package, is told and stops nothing."""
    try:
        reading = reader.read(path, name)
    except (OSError, Trouble):
        raise
    except Exception as error:
        return _broken(reader, name, type(error).__name__)
    if not isinstance(reading, Reading):
        return _broken(reader, name, "it gave no Reading")
    document = reading.document
    if document is not None and (document.path, document.sha256) != (name, hash_of(path)):
        return _broken(reader, name, "its document bears another name, or another hash than that of the file")
    return reading


def _broken(reader: Reader, name: str, why: str) -> Reading:
    message = f"a bug stopped the reader {type(reader).__module__}.{type(reader).__name__}: {why}"
    return Reading(None, (Problem(name, "read", "reader_broke", message, "save it as .txt, and report the bug"),))


def _noted(reading: Reading, name: str, misnamed: str) -> Reading:
    """The reading with what is to be told of it: a wrong ending, a language that is not sure."""
    document, problems = reading.document, list(reading.problems)
    if document is not None and misnamed:
        problems.append(Problem(name, "read", "wrong_ending", misnamed, "give it the right ending"))
    if document is not None and document.language in (None, UNDETERMINED):
        message = (
            f"its language is not certain; {'claims are looked for as in English' if document.language is None else 'it is not English'}"
        )
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
        yield "published", original.when


@cache
def _readers() -> dict[str, Reader]:
    return {name: plugins.made("readers", name) for name in plugins.names("readers")}
