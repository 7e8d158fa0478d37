"""From bytes to text: which encoding they are in, and nothing else changed, so that positions hold in the file itself."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte order marks with the encoding that they announce; UTF-32's comes before UTF-16's, with which it begins."""

CYRILLIC_SHARE = 0.25
"""Share of bytes from 0xC0 on above which a text in an old 8-bit encoding is Cyrillic (cp1251) rather than Latin (cp1252): in Russian
and Ukrainian nearly every letter is such a byte (above 0.7), in French or German about one in twenty."""

DAMAGED_SHARE = 0.002
"""Share of bytes that may be no UTF-8 in a text that is UTF-8 otherwise: a cut end or a slip of a program, one in 500 at the most."""

ZEROS = 0.3
"""Share of zero bytes at even or odd places that makes a text UTF-16 without its mark: in English nearly half of all bytes."""
PAGES = 0.9
"""Share of the bytes at even or odd places that are one of two, zero among them, from which a text is UTF-16 in another alphabet: the
higher byte is then that of the alphabet or, of spaces, stops and line ends, zero."""
ALPHABETS = range(0x03, 0x13)
"""The higher bytes of alphabets in UTF-16, from Greek (3), Cyrillic (4), Arabic (6) and Devanagari (9) to Ethiopic (18)."""

LATIN = frozenset({"ascii", "iso8859-1"})
"""Encodings by Python's names, under which browsers read Windows-1252 (WHATWG Encoding Standard): it has letters where these have none."""

FREQUENT = "оеаинтсрвл"
"""The ten letters that make up over half of a text in Russian; Ukrainian and Bulgarian texts have six of them among their ten. In a text
read in the wrong one of two Cyrillic encodings they are rare."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its encoding. `guessed` says that the bytes do not tell it for certain; `damaged` counts characters that were lost."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0


def decoded(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text in these bytes; None for what is no text. `declared` is the encoding that the file says it is in."""
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    for encoding in dict.fromkeys([marked] if marked else [*_manifold(data), *_known(declared), "utf-8", *_without_mark(data)]):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _binary(text):
            return Decoded(text, encoding, guessed=encoding.startswith("utf-16-"))
    return None if marked and marked != "utf-8-sig" else _damaged(data, marked or "utf-8") or _old(data)


def _manifold(data: bytes) -> list[str]:
    """UTF-8 where the bytes show it, whatever is declared: in no other encoding do letters beyond ASCII come out as it has them."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return []
    return [] if data.isascii() else ["utf-8"]


def _known(declared: str | None) -> list[str]:
    """The encoding that is declared, by Python's name for it, if it is one that holds text; for Latin-1 what programs mean by it."""
    try:
        found = codecs.lookup(declared or "")
        if found.name in LATIN:
            return ["cp1252", found.name]
        return [found.name] if found._is_text_encoding and not found.name.startswith(("utf-16", "utf-32", "utf-7")) else []
    except (LookupError, ValueError):
        return []


def _without_mark(data: bytes) -> list[str]:
    """UTF-16 without its mark, told by the zero bytes that half of its letters have."""
    half = max(len(data) // 2, 1)
    if len(data) % 2 == 0:
        sides = (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2]))
        return [name for name, higher in sides if higher.count(0) > ZEROS * half or _of_one_alphabet(higher, half)]
    return []


def _of_one_alphabet(higher: bytes, number: int) -> bool:
    """Whether nearly all of these higher bytes are zero or that of one alphabet, and some are zero."""
    zeros = higher.count(0)
    return zeros > 0 and zeros + max(higher.count(page) for page in ALPHABETS) > PAGES * number


def _damaged(data: bytes, encoding: str) -> Decoded | None:
    """The text of a UTF-8 file of which a few bytes are wrong, each of these as U+FFFD."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    manifold = sum(letter > "\x7f" for letter in text) - lost
    return (
        Decoded(text, encoding, damaged=lost)
        if lost <= max(1, DAMAGED_SHARE * len(data)) and manifold > lost and not _binary(text)
        else None
    )


def _old(data: bytes) -> Decoded | None:
    encoding = _cyrillic(data) if sum(byte >= 0xC0 for byte in data) > CYRILLIC_SHARE * len(data) else "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _binary(text) else Decoded(text, encoding, guessed=True)


def _cyrillic(data: bytes) -> str:
    """The old Cyrillic encoding in which these bytes have more of the letters that such texts are made of."""

    def frequent(encoding: str) -> int:
        text = data.decode(encoding, errors="replace").lower()
        return sum(text.count(letter) for letter in FREQUENT)

    return "koi8-u" if frequent("koi8-u") > frequent("cp1251") else "cp1251"


def _binary(text: str) -> bool:
    """Whether it holds control characters that no text has; a form feed or an escape now and then does no harm."""
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\x1b")
    return "\0" in text or controls > len(text) // 100
