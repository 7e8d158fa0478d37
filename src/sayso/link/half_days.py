"""Days that are told without what would date them: "on Tuesday", "on 11 April" in a text of which nothing tells when it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.lang.dates import find_dates
from sayso.lang.language import Language
from sayso.link.days_named import Day
from sayso.records.claim import Slot
from sayso.records.when import When

WEEK = 7
"""Days up to which a time can be that of a weekday told beside it."""


@dataclass(frozen=True, slots=True)
class HalfDay:
    """What is told of a day: its weekday (0 is Monday), its month and day, or both; `text` is how."""

    weekday: int | None = None
    day: Day | None = None
    text: str = field(default="", compare=False)


def half_day_of(slots: Iterable[Slot], language: Language) -> HalfDay | None:
    """The day of the one detail among these that tells when, and is no date."""
    texts = [slot.text for slot in slots if slot.name == "when" and slot.when is None]
    told = find_dates(texts[0], language) if len(texts) == 1 else []
    if len(told) != 1:
        return None
    words = told[0]
    day = (words.month, words.day) if words.month and words.day else None
    return HalfDay(words.weekday, day, words.text) if day or words.weekday is not None else None


def known(half: HalfDay | None, when: When | None) -> HalfDay | None:
    """The same of a day that is known in full."""
    if when is not None and when.days == 1:
        return HalfDay(when.first.weekday(), (when.first.month, when.first.day), str(when))
    return half


def fits(one: HalfDay, other: HalfDay) -> bool | None:
    """Whether two can be one day; None where they tell nothing that can be compared."""
    pairs = ((one.day, other.day), (one.weekday, other.weekday))
    told = [left == right for left, right in pairs if left is not None and right is not None]
    return told[0] if told else None


def of_one_day(one: HalfDay | None, when: When | None, other: HalfDay | None, other_when: When | None) -> bool:
    """Whether what one text tells of two events leaves room for one day: a weekday is of the week in which it was written."""
    if one is None and other is None and (when is None or other_when is None or when == other_when):
        return True  # as of most pairs of mentions of a text, of which there are hundreds
    p, q = known(one, when), known(other, other_when)
    if p and q:
        return fits(p, q) is not False
    told = [(half, long) for half, long in ((one, other_when), (other, when)) if half and half.day is None and long]
    return all(long.days <= WEEK for _, long in told)
