"""The seal on the file of a ledger: the hash of its bytes as they were left, so that one flipped bit is seen."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

PIECE = 1 << 20
"""Bytes hashed at a time, so that a file of any size takes no memory."""


def _seal(path: Path) -> Path:
    return path.with_suffix(".sha256")


def hash_of(path: Path) -> str:
    """The SHA-256 of the file and of the log beside it, which holds what readers kept from being written back."""
    found = hashlib.sha256()
    for part in (path, path.with_name(path.name + "-wal")):
        if part.exists():
            with part.open("rb") as file:
                while piece := file.read(PIECE):
                    found.update(piece)
    return found.hexdigest()


def seal(path: Path) -> None:
    """Notes what the file is now. Nobody may be writing to it."""
    fresh = _seal(path).with_suffix(".new")
    fresh.write_text(hash_of(path) + "\n", encoding="ascii")
    fresh.replace(_seal(path))


def unseal(path: Path) -> None:
    """Takes the seal off, as a writer does before its first change: a stop after it leaves none, rather than a wrong one."""
    _seal(path).unlink(missing_ok=True)


def broken(path: Path) -> bool:
    """Whether the file is not what its seal says; without a seal, or where a writer has just taken it off, nobody can say."""
    told = _seal(path)
    try:
        noted = told.read_bytes()
        return noted != (hash_of(path) + "\n").encode("ascii") and told.exists()
    except FileNotFoundError:
        return False


def damage(path: Path) -> str | None:
    """What is wrong with the file, in words: by its seal; where a writer was stopped and left none, by SQLite's own check."""
    if not path.exists():
        return None
    if _seal(path).exists():
        return "its bytes are not those that Sayso left" if broken(path) else None
    try:
        connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
        try:
            told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if told == ["ok"] else "; ".join(told[:3])
