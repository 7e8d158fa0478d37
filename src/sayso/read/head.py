"""Titles and authors that a file's properties declare, taken only where its text bears them out.

Properties are filled in by programs: "Microsoft Word - draft3.doc" as a title, the owner of the computer as an author.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.records.document import Document

HEAD = 1_500
"""Code points at the start of a text in which a title or an author must stand."""


def confirmed(document: Document, title: str, author: str, origin: str) -> Document:
    """The document with a declared title and author, each only if it stands in the head of the text, the title as a line of its own."""
    lines = [_plain(line) for line in document.text[:HEAD].split("\n")]
    found = []
    if shown := next((line for line in lines if _is_title(line, _plain(title))), None):
        document = replace(document, title=shown)
        found.append(("title", origin))
    authors = tuple(name for name in map(_plain, re.split(r"[;,]|\band\b", author)) if name)
    if authors and all(" " in name and any(name.casefold() in line.casefold() for line in lines) for name in authors):
        document = replace(document, authors=authors)
        found.append(("authors", origin))
    return replace(document, known_from=(*document.known_from, *found))


def _is_title(line: str, declared: str) -> bool:
    """Whether a line is the declared title, or all of it up to the name of the outlet."""
    if len(line.split()) < 2 or not declared.casefold().startswith(line.casefold()):
        return False
    return bool(re.match(r"$|\s+[|–—-]\s", declared[len(line) :]))


def _plain(text: str) -> str:
    return " ".join(text.split())
