"""Reads plain text: bytes are decoded and nothing else, so that positions hold in the file itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sayso.read.decoding import Decoded, decoded
from sayso.read.files import LONGEST, SPLIT, opened, unread
from sayso.read.metadata import described
from sayso.records.document import Document, Reading
from sayso.records.problem import Problem


class TextReader:
    """Reads .txt, .text and files without an ending. Any encoding but UTF-8 is recognised and named."""

    suffixes: tuple[str, ...] = (".txt", ".text", "")

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        if path.suffix.lower() not in self.suffixes:
            return unread(name, "unsupported_type", "file type not supported", "save it as .txt, .html, .docx or .pdf")
        data = opened(path, name)
        return data if isinstance(data, Reading) else text_reading(data, name)


def text_reading(data: bytes, name: str) -> Reading:
    """The document in the bytes of a text file, with what its head tells of it."""
    found = decoded(data)
    if found is None:
        return unread(name, "binary", "not a text", "save it as .txt in UTF-8")
    if not found.text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        return unread(name, "empty", "empty file", "take it out, or fetch the report again")
    if len(found.text) > LONGEST:
        return unread(name, "too_large", f"longer than {LONGEST // 1_000_000} million characters", SPLIT)
    document = Document(path=name, sha256=hashlib.sha256(data).hexdigest(), text=found.text, encoding=found.encoding)
    return Reading(described(document), tuple(amiss(found, name)))


def amiss(found: Decoded, name: str) -> Iterator[Problem]:
    """What is to be told of how the bytes became a text."""
    if found.guessed:
        hint = "if letters look wrong, save it as UTF-8 and read it again"
        yield Problem(name, "read", "encoding_guessed", f"not UTF-8; read as {found.encoding}", hint)
    if found.damaged:
        some = "1 character is" if found.damaged == 1 else f"{found.damaged} characters are"
        yield Problem(name, "read", "characters_lost", f"{some} damaged, shown as \ufffd", "fetch the report again if they matter")
