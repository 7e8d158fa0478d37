"""Reads the text layer of a PDF: its lines put together to paragraphs, without page numbers and repeated running heads.

A form feed stands before the first paragraph that begins on a page. docs/decisions/006-readers.md tells how the rest was settled.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.read.apart import read_apart
from sayso.read.files import LONGEST, SPLIT, unread
from sayso.read.head import confirmed
from sayso.read.pdf_lines import Line, rows_of
from sayso.read.pdf_paragraphs import flow
from sayso.read.pdf_rows import laid_out
from sayso.records.document import Document, Reading
from sayso.records.problem import Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

OCR = "make a text layer with a program for text recognition, such as ocrmypdf, and read that file"
UNREADABLE_SHARE = 0.1
"""Share of characters without a meaning above which a text layer cannot be read: fonts that do not say what their signs stand for."""
MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]+")
LOCKED = {4: "asks for a password", 5: "locked by a program whose files cannot be opened here"}
"""pdfium's numbers for files that it may not open, with what is told of them."""


class PdfReader:
    """Reads .pdf."""

    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        return read_apart(pdf_reading, path, name)


def pdf_reading(data: bytes, name: str) -> Reading:
    """The document in the bytes of a PDF."""
    from pypdfium2 import PdfDocument, PdfiumError

    if not data.strip():
        return unread(name, "empty", "empty file", "take it out, or fetch the report again")
    try:
        pdf = PdfDocument(data)
        count = len(pdf)
    except PdfiumError as error:
        if error.err_code in LOCKED:
            return unread(name, "encrypted", LOCKED[error.err_code], "open it with the password, and print it to a new PDF")
        return unread(name, "damaged", "damaged, or cut off: it cannot be opened as a PDF", "fetch it again")
    pages = [laid_out(rows_of(pdf[number])) for number in range(count)]
    text = "\n\n".join(flow(pages))
    if not text.strip():
        images = f"{count} page image" + ("" if count == 1 else "s")
        return unread(name, "no_text_layer", f"no text layer; {images}", OCR)
    if len(text) > LONGEST:
        return unread(name, "too_large", f"longer than {LONGEST // 1_000_000} million characters", SPLIT)
    if _unreadable(text):
        return unread(name, "garbled", "its text layer is no text: the fonts do not say what their signs mean", OCR)
    document = Document(name, hashlib.sha256(data).hexdigest(), text, "pdf")
    return Reading(confirmed(document, *_declared(pdf), "pdf properties"), _without_text(pages, name))


def _unreadable(text: str) -> bool:
    return sum(len(odd) for odd in MEANINGLESS.findall(text)) > UNREADABLE_SHARE * len(text)


def _without_text(pages: list[list[Line]], name: str) -> tuple[Problem, ...]:
    bare = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if not bare:
        return ()
    which = ", ".join(bare[:10]) + (", …" if len(bare) > 10 else "")
    message = f"{len(bare)} of {len(pages)} pages have no text layer: {which}"
    return (Problem(name, "read", "pages_without_text", message, OCR),)


def _declared(pdf: PdfDocument) -> tuple[str, str]:
    """Title and author as the file's properties have them."""
    properties = pdf.get_metadata_dict()
    return properties.get("Title", ""), properties.get("Author", "")
