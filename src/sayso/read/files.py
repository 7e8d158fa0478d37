"""Opens a file that was handed in, or says why it cannot be read."""

from __future__ import annotations

import stat
from pathlib import Path

from sayso.records.document import Reading
from sayso.records.problem import Problem

LARGEST = 50_000_000
"""Bytes. A report is a thousandth of it; what is larger is a data dump, and would hold up the pile."""

LONGEST = 5_000_000
"""Code points of text, about 2,000 pages: finding takes two minutes a million, and a single report is never longer."""

SPLIT = "split it into single reports"
FOLDER = "a folder, not a file", "name the folder itself to read what is in it"
PIPE = "a device or a pipe, not a file", "hand in what comes through it with `-`"


def opened(path: Path, name: str) -> bytes | Reading:
    """The bytes of a file, or a reading without a document that says what is wrong with the file."""
    try:
        seen = path.stat()
        if not stat.S_ISREG(seen.st_mode):
            what, hint = FOLDER if stat.S_ISDIR(seen.st_mode) else PIPE
            return unread(name, "unreadable", what, hint)
        if seen.st_size > LARGEST:
            return unread(name, "too_large", f"larger than {LARGEST // 1_000_000} MB", SPLIT)
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            return unread(name, "unreadable", "a link to a file that is not there", "put the file itself in its place")
        return unread(name, "not_there", "no such file", "look at the spelling of the path")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return unread(name, "unreadable", f"cannot be opened ({reason})", "look at the file's permissions")


def unread(name: str, code: str, message: str, hint: str) -> Reading:
    """A reading without a document: what is wrong, and what to do."""
    return Reading(None, (Problem(name, "read", code, message, hint),))
