"""What stands in a stretch of the text, looked up among things that are kept in the order of their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class Placed(Protocol):
    """What has a place in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""


One = TypeVar("One", bound=Placed)


def starting_in(ordered: Sequence[One], start: int, end: int) -> Sequence[One]:
    """Those that begin in a stretch of the text, of things in the order of their beginnings."""
    first = bisect_left(ordered, start, key=attrgetter("start"))
    return ordered[first : bisect_left(ordered, end, first, key=attrgetter("start"))]
