"""When something happened or was said: an interval of days, with how exactly and on what basis it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "season", "year", "range"]
Basis = Literal["stated", "document_date", "previous_date", "inferred"]


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included, and the words it was read from.

    `basis` tells where the interval comes from: stated in full in the text, worked out from the document's date,
    from a date named before, or inferred from what else the document says. Precisions are those of UCDP's date_prec.
    """

    first: date
    last: date
    precision: Precision
    basis: Basis
    text: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"an interval ends before it begins: {self.first} to {self.last}")

    @property
    def days(self) -> int:
        """Its length in days: 1 for a single day."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: When) -> bool:
        """Whether the two share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: When) -> int:
        """Days between the two intervals: 0 when they overlap or touch."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)

    def __str__(self) -> str:
        if self.precision == "day" or self.first == self.last:
            return self.first.isoformat()
        if self.precision == "month":
            return self.first.isoformat()[:7]
        if self.precision == "year":
            return self.first.isoformat()[:4]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


YEARS = range(1000, 3000)
"""The years of dates; others are slips and fillings, such as the 0001-01-01 and 9999-12-31 of databases."""


def parse_when(text: str) -> When:
    """The interval written as 2022-04-18, 2022-04, 2022 or 2022-04-18/2022-04-20, stated so. Raises ValueError for anything else."""
    when = _written(text)
    if when.last < when.first:
        raise ValueError(f"it ends before it begins: {text}")
    return when


def _written(text: str) -> When:
    if "/" in text:
        first, last = map(date.fromisoformat, text.split("/"))
        return When(first, last, "range", "stated", text)
    if re.fullmatch(r"\d{4}", text):
        return When(date(int(text), 1, 1), date(int(text), 12, 31), "year", "stated", text)
    if re.fullmatch(r"\d{4}-\d\d", text):
        start = date.fromisoformat(f"{text}-01")
        return When(start, (start + timedelta(31)).replace(day=1) - timedelta(1), "month", "stated", text)
    return When(date.fromisoformat(text), date.fromisoformat(text), "day", "stated", text)
