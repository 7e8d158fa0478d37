"""Reads plain text: bytes are decoded and nothing else, so that positions hold in the file itself."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from sayso.read.metadata import described
from sayso.records.document import Document, Reading
from sayso.records.problem import Problem

LARGEST = 50_000_000
"""Bytes. A report is a thousandth of it; what is larger is a data dump, and would hold up the pile."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte order marks with the encoding that they announce; UTF-32's comes before UTF-16's, with which it begins."""

CYRILLIC_SHARE = 0.25
"""Share of bytes from 0xC0 on above which a text in an old 8-bit encoding is Cyrillic (cp1251) rather than Latin (cp1252): in Russian
and Ukrainian nearly every letter is such a byte (above 0.7), in French or German about one in twenty."""


class TextReader:
    """Reads .txt, .text, .md and files without an ending. Any encoding but UTF-8 is recognised and named."""

    suffixes: tuple[str, ...] = (".txt", ".text", ".md", "")

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        if path.suffix.lower() not in self.suffixes:
            return _unread(name, "unsupported_type", "file type not supported", "save it as .html or .txt")
        try:
            if path.stat().st_size > LARGEST:
                return _unread(name, "too_large", f"larger than {LARGEST // 1_000_000} MB", "split it into single reports")
            data = path.read_bytes()
        except FileNotFoundError:
            return _unread(name, "not_there", "no such file", "look at the spelling of the path")
        except OSError as error:
            return _unread(name, "unreadable", f"cannot be opened ({error.strerror or error})", "look at the file's permissions")
        return _reading(data, name)


def _reading(data: bytes, name: str) -> Reading:
    decoded = _decoded(data)
    if decoded is None:
        return _unread(name, "binary", "not a text", "save it as .txt in UTF-8")
    text, encoding = decoded
    if not text.strip():
        return _unread(name, "empty", "empty file", "take it out, or fetch the report again")
    document = Document(path=name, sha256=hashlib.sha256(data).hexdigest(), text=text, encoding=encoding)
    return Reading(described(document), _guessed(name, encoding))


def _decoded(data: bytes) -> tuple[str, str] | None:
    """The text and its encoding; None for what is no text."""
    encodings = [encoding for mark, encoding in MARKS if data.startswith(mark)][:1] or ["utf-8", _old_encoding(data)]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _binary(text) else (text, encoding)
    return None


def _old_encoding(data: bytes) -> str:
    return "cp1251" if sum(byte >= 0xC0 for byte in data) > CYRILLIC_SHARE * len(data) else "cp1252"


def _binary(text: str) -> bool:
    """Whether it holds control characters that no text has; a form feed or an escape now and then does no harm."""
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\x1b")
    return "\0" in text or controls > len(text) // 100


def _guessed(name: str, encoding: str) -> tuple[Problem, ...]:
    if encoding not in ("cp1251", "cp1252"):
        return ()
    hint = "if letters look wrong, save it as UTF-8 and read it again"
    return (Problem(name, "read", "encoding_guessed", f"not UTF-8; read as {encoding}", hint),)


def _unread(name: str, code: str, message: str, hint: str) -> Reading:
    return Reading(None, (Problem(name, "read", code, message, hint),))
