"""The seal on the file of a ledger: a digest of each page as it was left, so that one flipped bit is seen.

Before the log is written back into the file, it holds all pages that were changed: only these are hashed again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.parallel import each
from sayso.store.looking import log_of, logged, opened_to_read, refused

PAGE = 8192
"""Bytes of a page of the file, which SQLite sets when it makes one. With 4,096 all of 100,000 claims takes seven seconds more to write;
with 16,384 four less, but the log of a decision is half as large again. Were it another one, everything would still be hashed, but never
the changed pages alone.
"""
DIGEST = 8
"""Bytes kept of the SHA-256 of a page: enough against chance. Against intent no seal helps that lies beside the file."""
PART, MANY_PARTS = 500, 50
"""Pages that are hashed in one go, and how many such parts are worth a process of their own: some tenths of a second."""
LOG_HEAD, FRAME_HEAD = 32, 24
"""Bytes at the beginning of SQLite's log, and of each page in it (sqlite.org/fileformat2.html, section 4)."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file was: when it was last written to, in ns; the hash of the log beside it; the digests of its pages, end to end."""

    written: int
    log: str
    pages: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """What the file was before the changes that the log holds, and the numbers of the pages changed, from 0."""

    before: Seal
    pages: frozenset[int]


def seal(path: Path, changes: Changes | None = None) -> None:
    """Notes what the file is now that its log is written back; where the changes are known, only they are looked at.

    Nobody may be writing to it.
    """
    log, written = _log_hash(path), path.stat().st_mtime_ns
    pages = _digests(path) if changes is None or log else _changed(path, changes)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(f"{written} {log}\n".encode("ascii") + pages)
    fresh.replace(_sealed(path))


def unseal(path: Path) -> None:
    """Takes the seal off, as a writer does before its first change: a stop after it leaves none, rather than a wrong one."""
    with contextlib.suppress(FileNotFoundError):
        _sealed(path).replace(_taken_off(path))


def spoil(path: Path) -> None:
    """Leaves a seal that no file has, so that the next writer makes this one anew: something in it was found to be damaged."""
    _sealed(path).write_bytes(b"")


def changes(path: Path) -> Changes | None:
    """What was changed since the seal was taken off, which is thrown away with that; None where nobody can say. Nobody may be writing.

    All of it is in the log as long as nothing was written back. A changed page that was not as the seal said is left out: its digest
    stays what it was, so that `check` tells of it.
    """
    before = _read(_taken_off(path))
    _taken_off(path).unlink(missing_ok=True)
    if before is None or path.stat().st_mtime_ns != before.written or (pages := _pages_in_log(path)) is None:
        return None
    with path.open("rb") as file:
        known = len(before.pages) // DIGEST
        sound = {page for page in pages if page >= known or _digest_at(file, page) == _of(before.pages, page)}
    return Changes(before, frozenset(sound))


def broken(path: Path) -> bool:
    """Whether the file is not what its seal says; without a seal, or where a writer has just taken it off, nobody can say."""
    told = _read(_sealed(path))
    return told is not None and (told.log, told.pages) != (_log_hash(path), _digests(path)) and _sealed(path).exists()


def altered(path: Path) -> bool:
    """Whether it is broken, looked into only where the file was written to since it was sealed: a moment, whatever its size.

    Without a seal, as after a writer was stopped, SQLite's own check tells.
    """
    told = _read(_sealed(path))
    return damage(path) is not None if told is None else told.written != path.stat().st_mtime_ns and broken(path)


def forget_seal(path: Path) -> None:
    """Deletes the seal, also one that was taken off."""
    for file in (_sealed(path), _taken_off(path)):
        file.unlink(missing_ok=True)


def damage(path: Path) -> str | None:
    """What is wrong with the file, in words: by its seal; where a writer was stopped and left none, by SQLite's own check."""
    if not path.exists():
        return None
    if _sealed(path).exists():
        return "its bytes are not those that Sayso left" if broken(path) else None
    try:
        connection, _ = opened_to_read(path)
        try:
            told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return None if refused(error) else str(error)  # whoever opens it then is told
    return None if told == ["ok"] else "; ".join(told[:3])


def _sealed(path: Path) -> Path:
    return path.with_suffix(".seal")


def _taken_off(path: Path) -> Path:
    return path.with_suffix(".unsealed")


def _read(file: Path) -> Seal | None:
    """The seal in a file; one that cannot be read says of every file that it is another."""
    try:
        head, _, pages = file.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    try:
        written, log = head.decode("ascii").split(" ")
        return Seal(int(written), log, pages)
    except ValueError:
        return Seal(0, "unreadable", b"")


def _digests(path: Path) -> bytes:
    """The digests of all pages of the file, end to end."""
    parts = range(0, path.stat().st_size, PART * PAGE)
    return b"".join(each(lambda start: _digests_from(path, start), parts, MANY_PARTS))


def _digests_from(path: Path, start: int) -> bytes:
    """Those of one part of the file, which begins there."""
    found = bytearray()
    with path.open("rb") as file:
        file.seek(start)
        for _ in range(PART):
            if page := file.read(PAGE):
                found += hashlib.sha256(page).digest()[:DIGEST]
    return bytes(found)


def _changed(path: Path, changes: Changes) -> bytes:
    """The digests of all pages as they were, but for those changed; the file may have grown or shrunk."""
    found = bytearray(changes.before.pages)
    count = -(-path.stat().st_size // PAGE)
    found += bytes(max(0, count * DIGEST - len(found)))
    with path.open("rb") as file:
        for page in sorted(page for page in changes.pages if page < count):
            found[page * DIGEST : (page + 1) * DIGEST] = _digest_at(file, page)
    return bytes(found[: count * DIGEST])


def _of(pages: bytes, page: int) -> bytes:
    return pages[page * DIGEST : (page + 1) * DIGEST]


def _digest_at(file: BinaryIO, page: int) -> bytes:
    file.seek(page * PAGE)
    return hashlib.sha256(file.read(PAGE)).digest()[:DIGEST]


def _pages_in_log(path: Path) -> set[int] | None:
    """The numbers of the pages that the log holds, from 0, and perhaps of some that were never finished; None for pages of another size."""
    found = set[int]()
    if not logged(path):
        return found
    with log_of(path).open("rb") as file:
        head = file.read(LOG_HEAD)
        if int.from_bytes(head[8:12], "big") != PAGE:
            return None
        while len(frame := file.read(FRAME_HEAD)) == FRAME_HEAD:
            found.add(int.from_bytes(frame[:4], "big") - 1)
            file.seek(PAGE, os.SEEK_CUR)
    return found - {-1}  # what was never finished may be anything


def _log_hash(path: Path) -> str:
    """The SHA-256 of the log beside the file, which holds what readers kept from being written back; empty where it holds nothing."""
    try:
        log = log_of(path).read_bytes()
    except FileNotFoundError:
        return ""
    return hashlib.sha256(log).hexdigest() if log else ""
