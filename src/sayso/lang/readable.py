"""A text as a parser can read it: without marks of notes, signs that nobody sees and words cut at the end of a line; offsets hold."""

from __future__ import annotations

import re
import unicodedata

from sayso.lang.hyphens import keeps_hyphen, words_of
from sayso.lang.layout import Block
from sayso.lang.note_labels import level_marks

NO_WIDTH = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens and spaces of no width."""
TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of writing; as `NO_WIDTH` to stand in the brackets of a regular expression."""

HALF = 60
"""Code points in which the first half of a cut word stands; no word is longer, and looking back further takes the square of the time."""

_SAME_LENGTH = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u00ad": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ", "\f": " ", "\v": " ",
    "\x85": " ", "\u2028": " ", "\u2029": " ", "–": "-", "—": "-", "‐": "-", "‑": "-",
})  # fmt: skip
_MARKS = re.compile(
    r"\^\{?\w{1,8}\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\[(?:\d{1,3}|[A-Z]{1,3}\d{1,3})\]|(?<=\w)\*+|\*+(?=\w)|<https?://[^>\s]+>"
    r"|!\[[^\]\n]*\]\([^)\s]*\)|\[(?=[^\]\n]+\]\([^)\s]*\))|(?<=\S)\]\([^)\s]*\)"  # pictures and links in Markdown: their words stay
    r"|https?://\S+|(?m:^[ \t]*(?:\#{1,6}|>+)[ \t])|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,])_{1,3}(?!\w)|`+"
    r"|(?<=[a-z]{4}[.,;])\d{1,3}(?=\s+[A-Z]|\s*\Z)"  # the mark of a note that lost its height: "the town.12 The army"
)
_DASH = re.compile(r"(?<=[\w\"')] )(?<!\d )--?(?= [\w\"'(])(?=.*[a-z])")
"""A dash between words, which parsers read as a hyphen: "the rebels — who had fled — returned" is read with commas."""
_HALF = re.compile(r"[^\W\d_]*")
_NO_WIDTH, _TURNING = f"[{NO_WIDTH}]+", f"[{TURNING}]+"
_ACCENTS = r"(?<=\w)[\u0300-\u036f]+"
_UNSEEN = re.compile(rf"(?<=\w)(?:\u00ad[ \t]*\r?\n[ \t]*|{_NO_WIDTH})(?=\w)|(?<!\S){_NO_WIDTH}|{_NO_WIDTH}(?!\S)|{_TURNING}|{_ACCENTS}")
"""Soft hyphens, spaces of no width, marks that turn the direction of writing, and accents behind their letters."""
_ACCENTED = re.compile(rf"\w{_ACCENTS}")
_CUT_WORD = re.compile(r"(?<=[a-z])([-\u2010])([ \t]*\r?\n[ \t]*)(?=[a-z])")


def readable(text: str) -> str:
    """The text with footnote marks, addresses and odd characters blanked and quotation marks made plain.

    It has the same length as `text`, so that offsets hold in both. Single line breaks inside a block become spaces.
    """
    plain = _ACCENTED.sub(_composed, text.translate(_SAME_LENGTH))
    plain = _MARKS.sub(lambda found: " " * len(found.group()), plain)
    for mark in level_marks(text):
        plain = plain[: mark.start()] + " " * len(mark.group()) + plain[mark.end() :]
    plain = _DASH.sub(lambda found: "," + " " * (len(found.group()) - 1), plain)
    return plain.replace("\n", " ")


def _composed(found: re.Match[str]) -> str:
    """A letter and its accents with the letter in one piece with them, if there is such a one; as long as before."""
    one = unicodedata.normalize("NFC", found.group())
    return one + found.group()[1:] if len(one) == 1 else found.group()


def unseen(text: str, block: Block) -> list[tuple[int, int]]:
    """The ranges in a block, in order, that stand inside of its words or sentences and are no part of them.

    Soft hyphens, hyphens at the end of a line unless they are the word's own, and what a page break brought in between.
    """
    piece = text[block.start : block.end]
    found = list(block.holes)
    found += [(block.start + one.start(), block.start + one.end()) for one in _UNSEEN.finditer(piece)]
    cuts = list(_CUT_WORD.finditer(piece))
    words = words_of(text) if cuts else {}
    for cut in cuts:
        left, right = re.search(r"[^\W\d_]*$", piece[max(0, cut.start() - HALF) : cut.start()]), _HALF.match(piece, cut.end())
        own = left is not None and right is not None and keeps_hyphen(left.group(), right.group(), words)
        found.append((block.start + cut.start(2 if own else 1), block.start + cut.end()))
    return sorted(found)
