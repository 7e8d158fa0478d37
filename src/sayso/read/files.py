"""Opens a file that was handed in, or says why it cannot be read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from sayso.records.document import Reading
from sayso.records.problem import Problem

LARGEST = 50_000_000
"""Bytes. A report is a thousandth of it; what is larger is a data dump, and would hold up the pile."""

LONGEST = 5_000_000
"""Code points of text, about 2,000 pages: finding takes two minutes a million, and a single report is never longer."""

CELLS = " | "
"""What is written between the cells of a row of a table."""
SPLIT = "split it into single reports"
ADDRESS = re.compile(r"(?:https?|ftp):/", re.IGNORECASE)
"""How an address begins, once it was taken for a path."""


def opened(path: Path, name: str) -> bytes | Reading:
    """The bytes of a file, or a reading without a document that says what is wrong with the file."""
    try:
        seen = path.stat()
        if stat.S_ISDIR(seen.st_mode):
            os.listdir(path)  # raises for one that cannot be gone into
            return unread(name, "unreadable", "a folder, or a link to one", "name that folder itself to read what is in it")
        if not stat.S_ISREG(seen.st_mode):
            return unread(name, "unreadable", "a device or a pipe, not a file", "hand in what comes through it with `-`")
        if seen.st_size > LARGEST:
            return unread(name, "too_large", f"larger than {LARGEST // 1_000_000} MB", SPLIT)
        with path.open("rb") as file:
            return file.read(seen.st_size)  # what says that it has no length, as under /proc, can wait or go on for ever
    except (OSError, ValueError) as error:
        if os.path.islink(path) and not os.path.exists(path):
            return unread(name, "unreadable", "a link that leads nowhere", "put the file itself in its place")
        if ADDRESS.match(str(path)):
            return unread(name, "not_there", "an address, and Sayso fetches nothing", "save the page as .html or .pdf, and name that file")
        if isinstance(error, FileNotFoundError):
            return unread(name, "not_there", "no such file", "look at the spelling of the path")
        reason = getattr(error, "strerror", None) or error
        return unread(name, "unreadable", f"cannot be opened ({reason})", "look at the file's permissions")


def unread(name: str, code: str, message: str, hint: str) -> Reading:
    """A reading without a document: what is wrong, and what to do."""
    return Reading(None, (Problem(name, "read", code, message, hint),))
