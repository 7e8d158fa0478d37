"""What a file is by its first bytes, whatever its ending says."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = 2_048
"""Bytes at the start of a file that tell what it is."""
TAIL = 1 << 17
"""Bytes at the end of a zip file among which its list of contents is looked through."""
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
OTHERS = {
    b"{\\rtf": ("a file in RTF", "save it as .docx or .txt"),
    b"\x89PNG": ("a picture", "make text of it with a program for text recognition"),
    b"\xff\xd8\xff": ("a picture", "make text of it with a program for text recognition"),
    b"GIF8": ("a picture", "make text of it with a program for text recognition"),
    b"\x1f\x8b": ("packed", "unpack it"),
    b"Rar!": ("packed", "unpack it"),
    b"7z\xbc\xaf": ("packed", "unpack it"),
    b"\x7fELF": ("a program", "take it out"),
    b"SQLite format 3\0": ("a database", "write out what is in it as .txt"),
}
"""What no reader takes, by how it begins: what it is, and what to do."""


def kind_of(path: Path) -> str | None:
    """The ending that a file should have by what is in it (.pdf, .html or .docx); None where nothing speaks for one of these."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
                file.seek(max(0, path.stat().st_size - TAIL))
                return ".docx" if b"word/document.xml" in file.read(TAIL) else None
    except OSError:
        return None
    return kind_of_bytes(head)


def kind_of_bytes(head: bytes) -> str | None:
    """The same, of the first bytes alone."""
    if b"%PDF-" in head[:1024] and not head[:1].isalpha():
        return ".pdf"
    return ".html" if PAGE.match(head) else None


def other_kind(path: Path) -> tuple[str, str] | None:
    """What a file is that no reader takes, and what to do with it; None where it begins like none of these."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return None
    if path.suffix.lower() == ".zip" and head.startswith(b"PK"):  # many other files are of that form
        return OTHERS[b"Rar!"]
    return next((told for start, told in OTHERS.items() if head.startswith(start)), None)
