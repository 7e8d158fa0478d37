"""The letters of extracted text as other text has them: each in one piece, no ligatures, and no signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from sayso.lang.readable import NO_WIDTH, TURNING
from sayso.records.document import Document

UNSEEN = re.compile(f"[{NO_WIDTH}{TURNING}]")
LIGATURES = {sign: unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)}
"""Signs for several letters of the Latin alphabet at once, from Unicode's presentation forms."""


def with_plain_letters(document: Document) -> Document:
    """The document, whose text was extracted, with plain letters in its text, its title and the names of its authors."""
    return replace(
        document,
        text=_plain(document.text),
        title=_plain(document.title) if document.title else None,
        authors=tuple(map(_plain, document.authors)),
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", UNSEEN.sub("", text).translate(LIGATURES))
