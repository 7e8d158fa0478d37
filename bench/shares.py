"""Shares with their counts and intervals, and F1: how every figure of the bench is made and printed."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Standard deviations of a normal interval of 95 %."""


def wilson(right: int, of: int) -> tuple[float, float]:
    """The Wilson score interval of 95 % for a share; (0, 1) where there is nothing to count."""
    if of == 0:
        return 0.0, 1.0
    middle, width = right / of + Z * Z / (2 * of), Z * sqrt(right / of * (1 - right / of) / of + Z * Z / (4 * of * of))
    return max(0.0, (middle - width) / (1 + Z * Z / of)), min(1.0, (middle + width) / (1 + Z * Z / of))


def share(right: int, of: int) -> str:
    """A share with its count and interval: ".850 (85 of 100; 95 % interval .767 to .907)"."""
    low, high = wilson(right, of)
    return f"{figure(right / of) if of else '–'} ({right} of {of}; 95 % interval {figure(low)} to {figure(high)})"


def figure(value: float) -> str:
    """Three digits, without the leading nought."""
    return f"{value:.3f}".removeprefix("0")


@dataclass(slots=True)
class Score:
    """Counts from which precision, recall and F1 follow. `right` may be a sum of parts of ones."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float) -> None:
        """Adds the counts of one document or kind."""
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def __str__(self) -> str:
        return f"{figure(self.f1)} (P {figure(self.precision)} R {figure(self.recall)})"
