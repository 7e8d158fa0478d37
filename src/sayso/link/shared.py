"""Sets of which a pile has hundreds of thousands, most of them equal and many empty: each is held once."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


@lru_cache(maxsize=1 << 14)
def shared(told: frozenset[T]) -> frozenset[T]:
    """The first set that was given of those that are equal to this one."""
    return told
