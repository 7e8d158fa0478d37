"""Stretches of a text that are taken already, by what was found in it before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Taken:
    """Stretches of one text from a code point to one behind; those that overlap count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Takes a further stretch."""
        first, behind = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first < behind:
            start, end = min(start, self._starts[first]), max(end, self._ends[behind - 1])
        self._starts[first:behind], self._ends[first:behind] = [start], [end]

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch shares a code point with one that is taken."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def holds(self, place: int) -> bool:
        """Whether a code point is taken."""
        return self.meets(place, place + 1)
