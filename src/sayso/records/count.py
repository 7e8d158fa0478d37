"""Numbers of things, and ranges of them, as they are told."""

from __future__ import annotations


def many(number: int, one: str, more: str = "") -> str:
    """A number of things: "1 claim", "2 claims"; `more` is the plural where it is not made with an s."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def between(counts: tuple[int, int]) -> str:
    """A range of counts, from the least to the most: "2–3", or "2" where both are one."""
    return "–".join(map(str, dict.fromkeys(counts)))
