"""Words that were cut at the end of a line: whether the hyphen is their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word, with the hyphens inside of it."""
HALF = 3
"""Letters from which a half counts as a word of its own."""


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text, in small letters."""
    return Counter(word.casefold() for word in WORD.findall(text))


def keeps_hyphen(left: str, right: str, words: Mapping[str, int]) -> bool:
    """Whether two halves are written with the hyphen: where the report writes the word so elsewhere, or where both are words of it."""
    left, right = left.casefold(), right.casefold()
    if words.get(left + right, 0):
        return False
    if words.get(f"{left}-{right}", 0) or not (left and right):
        return True
    return all(len(half) >= HALF and words.get(half, 0) > 1 for half in (left, right))
