"""When two spellings are the same name: case, diacritics, dashes and apostrophes are set aside, words and their order are not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u0652]+[^\W_]*)*")
_GAP = re.compile(
    r"[ \t\u00a0\u202f\u2009]{0,3}(?:\r?\n)?[ \t]{0,3}([-\u2010-\u2015\u2212]?)[ \t\u00a0\u202f\u2009]{0,3}(?:\r?\n)?[ \t]{0,3}"
)
_APOSTROPHES = frozenset("'’‘ʼʻ`´ʿʾ")
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ي": "ی", "ك": "ک"})
LONG_GAP = 8
"""No two words of one name stand further apart than this many code points."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its folded spelling, where it stands, and what parts it from the word before (see `gap_kind`)."""

    folded: str
    start: int
    end: int
    gap: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in small letters without diacritics; letters that are no accented ones stay (ø -> o, ı -> i and the like are named)."""
    small = word.lower()
    if small.isascii():
        return small
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))
    return plain.translate(_LETTERS)


def gap_kind(gap: str) -> str:
    """What stands between two words: "" for space or a dash, "'" for an apostrophe, the bare signs for all else, "|" for a break."""
    if gap == " ":
        return ""
    if len(gap) > LONG_GAP:
        return "|"
    if _GAP.fullmatch(gap):
        return ""
    return "'" if gap in _APOSTROPHES else gap.strip() or "|"


def words(text: str) -> list[Word]:
    """The words of a text in order, with offsets in code points of the text as given."""
    found = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        found.append(Word(fold(match[0]), start, end, gap_kind(text[last:start])))
        last = end
    return found


def spelling_key(name: str) -> tuple[str, ...]:
    """The words of a name and the signs between them, folded: equal keys are one spelling ("IS-K" and "IS – K")."""
    key: list[str] = []
    for number, word in enumerate(words(name)):
        if number and word.gap:
            key.append(word.gap)
        key.append(word.folded)
    return tuple(key)


def capitals_fit(name: str, seen: str) -> bool:
    """Whether the capitals of a text allow it to be this name: acronyms letter by letter, other words by their first letter.

    "us" is not "US", "taliban" is not "Taliban", but "TALIBAN" in a headline is.
    """
    for word, other in zip(_WORD.findall(name), _WORD.findall(seen), strict=False):
        if is_acronym(word):
            if word != other:
                return False
        elif word[0].isupper() and not other[0].isupper():
            return False
    return True


def is_acronym(word: str) -> bool:
    """Whether a word has capitals for their own sake: one after its first letter ("ISKP", "LeT")."""
    return any(letter.isupper() for letter in word[1:])
