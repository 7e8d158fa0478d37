"""When a text was written whose head tells a day and a month without the year, or has a picture with its day.

The year of a dateline is the first in which it follows the newest date that the text names and the weekdays that it tells come out right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.lang.dates import DateWords, resolve
from sayso.records.when import When

OPENING = 400
"""Code points behind a dateline in which the news of the day stands, with its weekday."""
YEARS = 6
"""Years after the newest date named that are tried: a weekday and a date fall together again after 5, 6 or 11 years."""
NEWS = 366
"""Days that the newest date may lie back where only the weekday of the news tells, which two years in seven have by chance."""
CAPTION = 400
"""Code points of the longest caption."""
PICTURE = 7
"""Days that news may be younger than a picture of it. Set by judgement."""


def by_dateline(dateline: DateWords, found: Sequence[DateWords], newest: When | None) -> When | None:
    """The day of a dateline without a year, inferred; None where no weekday tells. `newest` is to the month at least."""
    bare = [words for words in found if words.kind == "date" and words.day is not None and words.year is None]
    pairs = [words for words in bare if words.weekday is not None]
    opening = [words for words in found if words.kind == "weekday" and words.shift is None and 0 < words.start - dateline.end <= OPENING]
    if newest is None or not (pairs or opening):
        return None
    for year in range(newest.first.year, newest.first.year + YEARS + 1):
        day = _in(dateline, year)
        if day is None or day < newest.last or (not pairs and (day - newest.last).days > NEWS):
            continue
        if all(_fits(words, day) for words in pairs) and (pairs or _is_news(opening[0], day)):
            return When(day, day, "day", "inferred", dateline.text)
    return None


def by_picture(day: When) -> When:
    """The week that begins with the day on which a picture at the head of a text was taken; inferred."""
    return When(day.first, day.last + timedelta(PICTURE), "range", "inferred", day.text)


def picture_days(text: str, found: Sequence[DateWords], credit: re.Pattern[str], head: int) -> list[When]:
    """The full days in captions at the head of a text: paragraphs that give a credit, and no file pictures."""
    days = []
    for words in found:
        if words.start > head:
            break
        if words.kind == "date" and words.year is not None and words.day is not None:
            start, end = text.rfind("\n", 0, words.start) + 1, text.find("\n", words.end)
            line = text[start : end if end >= 0 else len(text)]
            when = resolve(words, None, None) if len(line) <= CAPTION and credit.match(line) else None
            days += [when] if when else []
    return days


def _in(words: DateWords, year: int) -> date | None:
    when = resolve(replace(words, year=year), None, None)
    return when.first if when else None


def _fits(words: DateWords, written: date) -> bool:
    """Whether a day named with its weekday has that weekday in the year around the day of writing."""
    days = (_in(words, year) for year in (written.year - 1, written.year, written.year + 1))
    near = min((day for day in days if day), key=lambda day: abs(day - written), default=None)
    return near is not None and near.weekday() == words.weekday


def _is_news(words: DateWords, written: date) -> bool:
    """Whether a weekday is that of the day of writing or of the day before."""
    return words.weekday in (written.weekday(), (written.weekday() - 1) % 7)
