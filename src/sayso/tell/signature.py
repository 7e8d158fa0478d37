"""The last line of a brief, by which Sayso knows its own text from one that somebody edited."""

from __future__ import annotations

import hashlib
import re

SIGNATURE = re.compile(r"\n<!-- as Sayso wrote it: ([0-9a-f]{16}) -->\s*\Z")


def signed(text: str) -> str:
    """The text with a last line, shown by no program that renders Markdown, that says what it was."""
    return f"{text}\n<!-- as Sayso wrote it: {_sign(text)} -->\n"


def is_as_signed(text: str) -> bool:
    """Whether a text is still what was signed; white space at the ends of its lines does not count."""
    signature = SIGNATURE.search(text)
    return signature is not None and _sign(text[: signature.start()]) == signature[1]


def _sign(text: str) -> str:
    lines = (line.rstrip() for line in text.rstrip().splitlines())
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:16]
