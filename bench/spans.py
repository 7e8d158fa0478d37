"""Comparing spans: parts of a text as sets of characters, and one-to-one matching, most overlap first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Range = tuple[int, int]
"""A half-open range of characters."""
Part = tuple[Range, ...]
"""A part of a text, in more than one range where it is interrupted; empty where there is none."""

OVERLAP = 0.5
"""Intersection over union of characters from which two parts overlap (PolNeAR's README)."""
AROUND = frozenset(" \t\r\n\xa0\"'“”‘’«»„`")
"""Quotation marks and white space, which are trimmed before parts are compared."""
_MARKS = f"[{''.join(map(re.escape, sorted(AROUND)))},;]*"
JOINING = re.compile(f"{_MARKS}(?:(?:and|but|or){_MARKS})?")
"""What may stand between two statements that one sentence joins."""

L = TypeVar("L")
R = TypeVar("R")


def characters(part: Part, text: str) -> frozenset[int]:
    """The places of a part's characters, each range trimmed of quotation marks and white space."""
    found: set[int] = set()
    for start, end in part:
        while start < end and text[start] in AROUND:
            start += 1
        while start < end and text[end - 1] in AROUND:
            end -= 1
        found.update(range(start, end))
    return frozenset(found)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; 0 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def shared(one: Range, other: Range) -> int:
    """How many characters two ranges share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def matched(left: Sequence[L], right: Sequence[R], score: Callable[[L, R], float]) -> list[tuple[int, int]]:
    """Pairs of places, each used once, the highest score first; what scores 0 is no pair. Ties go to the first in both orders."""
    scored = [(-value, i, j) for i, one in enumerate(left) for j, other in enumerate(right) if (value := score(one, other)) > 0]
    pairs, lefts, rights = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in lefts and j not in rights:
            pairs.append((i, j))
            lefts.add(i)
            rights.add(j)
    return sorted(pairs)


def joined(ranges: Iterable[Range]) -> Part:
    """The ranges in order, those that overlap made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def beside(ranges: Iterable[Range], text: str) -> Part:
    """The ranges in order, those that overlap or have only quotation marks, white space and joining words between them made one.

    A sentence that joins two statements with "and" is two claims of ours and one content of the annotators.
    """
    result: list[Range] = []
    for start, end in joined(ranges):
        if result and JOINING.fullmatch(text, result[-1][1], start):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)
