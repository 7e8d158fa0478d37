"""Reads a Word file (.docx): its paragraphs and tables in order, text inserted under review, and its notes at the end.

A Word file is a zip of XML. Sizes are looked at before anything is unpacked, and XML that declares entities is not parsed at all.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.read.apart import read_apart
from sayso.read.files import CELLS, LONGEST, SPLIT, unread
from sayso.read.head import confirmed
from sayso.read.raised import as_raised
from sayso.records.document import Document, Reading

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from lxml.etree import _Element

LARGEST_UNPACKED = 300_000_000
"""Bytes of all parts unpacked; pictures count."""
LARGEST_XML = 60_000_000
"""Bytes of one part in XML; a report of 1,000 pages has 20 million."""
MOST_PACKED = 200
"""How many times smaller a part of XML may be packed than unpacked, beyond a million bytes: Word's are packed 5 to 20 times."""
MOST_PARTS = 5_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word before 2007 begin, and those that are encrypted."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
"""What elements without words stand for."""
LEFT_OUT = frozenset({"comment", "del", "moveFrom", "instrText", "pPr", "rPr", "sectPr", "footnoteRef", "endnoteRef", FALLBACK})
"""What is not text of the report: deleted or moved away under review, codes of fields, and a second drawing of a text box."""
UNSAID = ("vanish", "strike", "dstrike")
"""What a run is that is hidden, or struck through as no longer said."""
OFF = frozenset({"0", "false", "off"})
Marks = dict[tuple[str, str], int]
"""The numbers of notes by their kinds and ids, in the order in which the text refers to them."""


class DocxReader:
    """Reads .docx."""

    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        return read_apart(docx_reading, path, name)


def docx_reading(data: bytes, name: str) -> Reading:
    """The document in the bytes of a Word file."""
    if refusal := _refused(data, name):
        return refusal
    import docx

    word = docx.Document(io.BytesIO(data))
    marks: Marks = {}
    body = list(_blocks(word.element.body, marks))
    text = "\n\n".join([*body, *_notes(word, marks)])
    if not text.strip():
        return unread(name, "no_text", "no text in the file", "if it holds pictures of pages, make text of them first")
    if len(text) > LONGEST:
        return unread(name, "too_large", f"longer than {LONGEST // 1_000_000} million characters", SPLIT)
    document = Document(name, hashlib.sha256(data).hexdigest(), text, "docx")
    properties = word.core_properties
    return Reading(confirmed(document, properties.title, properties.author, "docx properties"))


def _refused(data: bytes, name: str) -> Reading | None:
    """Why a file is not unpacked; None where nothing speaks against it."""
    if not data.strip():
        return unread(name, "empty", "empty file", "take it out, or fetch the report again")
    if data.startswith(OLD_WORD):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return unread(name, "encrypted", "asks for a password", "open it with the password, and save it without")
        return unread(name, "unsupported_type", "a file of an older Word", "save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _refused_parts(package, name)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, zlib.error):
        return unread(name, "damaged", "damaged, or cut off: it cannot be opened as a Word file", "fetch it again")


def _refused_parts(package: zipfile.ZipFile, name: str) -> Reading | None:
    parts = package.infolist()
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if any(part.flag_bits & 1 for part in parts):
        return unread(name, "encrypted", "asks for a password", "open it with the password, and save it without")
    if "word/document.xml" not in package.namelist():
        return unread(name, "unsupported_type", "a zip file, but none of Word", "unpack it, or save what is in it as .docx or .txt")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED or any(map(_swells, xml)):
        return unread(name, "too_costly", "grows beyond all measure when it is unpacked", "open it in Word, and save it as .docx or .txt")
    if any(re.search(rb"<!(?:DOCTYPE|ENTITY)", package.read(part)) for part in xml):
        return unread(name, "entities", "declares entities, as no Word file does", "open it in Word, and save it as .docx or .txt")
    return None


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > LARGEST_XML or part.file_size > 1_000_000 + MOST_PACKED * part.compress_size


def _blocks(element: _Element, marks: Marks) -> Iterator[str]:
    """The paragraphs in an element in order, each row of a table as one line."""
    for block in "".join(_pieces(element, marks)).split("\0"):
        if kept := "\n".join(" ".join(line.split(" ")).strip() for line in block.strip(" \n").split("\n")):
            yield kept


def _pieces(element: _Element, marks: Marks) -> Iterator[str]:
    """The words in an element in pieces, with NUL around paragraphs and rows."""
    kind = element.tag.removeprefix(WORD) if isinstance(element.tag, str) else "comment"
    if kind in LEFT_OUT or (kind == "r" and any(_is_on(element.find(f"{WORD}rPr/{WORD}{name}")) for name in UNSAID)):
        return
    if kind == "t":
        yield element.text or ""
    elif kind in SIGNS:
        yield "\f" if element.get(f"{WORD}type") == "page" else SIGNS[kind]
    elif kind in ("footnoteReference", "endnoteReference"):
        yield as_raised(str(marks.setdefault((kind.removesuffix("Reference"), element.get(f"{WORD}id", "")), len(marks) + 1)))
    elif kind == "tr":
        cells = (" ".join(_blocks(cell, marks)) for cell in element.iterchildren(f"{WORD}tc"))
        yield "\0" + CELLS.join(cell for cell in cells if cell) + "\0"
    else:
        around = "\0" if kind == "p" else ""
        inside = "".join(piece for child in element for piece in _pieces(child, marks))
        yield around + (_raised(element, inside) if kind == "r" else inside) + around


def _is_on(setting: _Element | None) -> bool:
    return setting is not None and setting.get(f"{WORD}val") not in OFF


def _raised(run: _Element, words: str) -> str:
    """The words of a run, with digits written as raised where the run is raised."""
    style = run.find(f"{WORD}rPr/{WORD}vertAlign")
    mark = style is not None and style.get(f"{WORD}val") == "superscript" and words.strip().isdigit()
    return as_raised(words) if mark else words


def _notes(word: WordFile, marks: Marks) -> Iterator[str]:
    """The notes that the text refers to, by their numbers."""
    from docx.oxml import parse_xml

    found: dict[int, str] = {}
    for kind in ("footnote", "endnote"):
        for related in word.part.rels.values():
            if related.reltype == f"{NOTES}{kind}s" and not related.is_external:
                for note in parse_xml(related.target_part.blob).iterchildren(f"{WORD}{kind}"):
                    number = marks.get((kind, note.get(f"{WORD}id", "")))
                    if number is not None:
                        found[number] = "\n".join(_blocks(note, marks))
    for number in sorted(found):
        yield f"{as_raised(str(number))} {found[number]}"
