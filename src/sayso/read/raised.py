"""Raised digits, as which the numbers of notes are written where a layout raises them."""

from __future__ import annotations

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", DIGITS)


def as_raised(words: str) -> str:
    """The same words with their digits raised."""
    return words.translate(_RAISED)
