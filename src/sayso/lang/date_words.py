"""A date as a text writes it: what its words say, before anything is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Bound = Literal["", "since", "until", "by", "after", "before"]
DateKind = Literal[
    "date", "days", "years", "decade", "season", "quarter", "weekday", "unit", "step", "nth", "feast", "offset", "moved", "lately", "word",
    "pair",
]  # fmt: skip

RuleKind = DateKind | Literal["named", "dropped"]
"""The kinds of rules: those of dates, days known by a name, and what only looks like a date."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """One expression of time at code points `start` to `end` of a text, with the parts that its words name.

    `kind` tells which parts count (see lang/en/dates.yml). `shift` is -1 last, 0 this, 1 next, from the document's date; `step` the
    same from a date named before. `count` is how many units, as (low, high). `half` is early, earlier, mid, late, later, start, end,
    first_half or second_half. `bound` is the word before it that makes it one end of an interval; `ahead` tells that the words before
    it look forward, `begun` that its clause tells of a beginning, from which days are counted as `nth`; `feast` is by how many days a
    feast follows Easter. `ends` are the two expressions of a pair. Weekdays run from 0, Monday.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    unit: str = ""
    shift: int | None = None
    step: int | None = None
    count: tuple[int, int] | None = None
    nth: int | None = None
    feast: int | None = None
    half: str = ""
    bound: Bound = ""
    ahead: bool = False
    begun: bool = False
    ends: tuple[DateWords, DateWords] | None = None

    @property
    def from_before(self) -> bool:
        """Whether it is counted from a date named before in the text."""
        return self.step is not None or self.kind in ("moved", "nth")
