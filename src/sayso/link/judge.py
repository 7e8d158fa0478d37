"""A table of features looks at a pair and adds up what it sees; each feature leaves its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from typing import Generic, TypeVar

from sayso.records.link import Reason

T = TypeVar("T")
NEVER = -100.0
"""The weight of a feature that forbids a link, whatever else speaks for it."""


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """One row of a table: what is looked at, and what it weighs. `look` gives the words seen, or None where there is nothing to see.

    The first line of the function's docstring is what users read as the reason. `in_text` is whether there is anything to see only where
    both stand in one text; `both` names what both of a pair must tell for it, `either` that of which one must tell any.
    """

    look: Callable[[T, T], str | None]
    weight: float
    in_text: bool = False
    both: tuple[str, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """The feature in words."""
        return _first_line(self.look)


@cache
def _first_line(look: Callable[[T, T], str | None]) -> str:
    return (look.__doc__ or look.__name__).partition("\n")[0]


class Table(Generic[T]):
    """Features that are looked at in pairs of which each tells some of `fields`, as bits in their order; others have nothing to see."""

    def __init__(self, features: Sequence[Feature[T]], fields: Sequence[str]) -> None:
        self.rows = features
        bit = {field: 1 << place for place, field in enumerate(fields)}
        self._needs = [(one, sum(bit[field] for field in one.both), sum(bit[field] for field in one.either)) for one in features]
        self._seen: dict[tuple[int, int], Sequence[Feature[T]]] = {}

    def features(self, left: int, right: int) -> Sequence[Feature[T]]:
        """Those that may see something in a pair that tells these fields."""
        told = left & right, left | right
        if told not in self._seen:
            self._seen[told] = [
                one for one, both, either in self._needs if both & told[0] == both and (not either or either & told[1])
            ]  # fmt: skip
        return self._seen[told]


def judge(left: T, right: T, table: Sequence[Feature[T]], enough: float = -inf) -> tuple[float, tuple[Reason, ...]]:
    """The sum of all features of the table that see something in this pair, and the reasons for a sum of `enough` and more.

    What forbids a link ends the look.
    """
    total, seen = 0.0, []
    for feature in table:
        if (words := feature.look(left, right)) is not None:
            total += feature.weight
            seen.append((feature, words))
            if feature.weight <= NEVER:
                break
    return total, tuple(_reason(feature.meaning, words, feature.weight) for feature, words in seen) if total >= enough else ()


@lru_cache(maxsize=1 << 14)  # of hundreds of thousands of links most have the same few reasons: they are kept once
def _reason(meaning: str, words: str, weight: float) -> Reason:
    return Reason(meaning, words, weight)


def forbidden(left: T, right: T, table: Sequence[Feature[T]]) -> bool:
    """Whether a feature of the table forbids this link."""
    return any(feature.weight <= NEVER and feature.look(left, right) is not None for feature in table)
