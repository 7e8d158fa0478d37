"""Works out which days the words of a date mean, from the document's date and from dates named before; nothing is guessed.

A day alone ("the 4th") is the nearest to a date named before. A month and day without a year is the nearest one, rather past than to
come; a month alone is the last one begun; a weekday the last one, today included, unless the words look ahead. Where the document's date
is itself an interval, both of its ends are tried: what they agree on holds, and relative dates cover all that they may mean, or are given
up where that is too much (LOOSEST).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter

from sayso.lang.date_words import DateWords
from sayso.lang.day_units import PRECISION, Interval, month_of, months_of, moved, part_of, season_of, unit_at
from sayso.records.when import YEARS, Basis, Precision, When

LOOSEST = {"day": 45, "week": 45, "weekend": 45, "month": 190, "quarter": 190, "season": 370, "year": 1100, "decade": 4000}
"""Days that the document's date may be uncertain by before dates told from it in this unit are given up: some six weeks for days, half
a year for months, three years for years, so that the answer is never wider than a few of its units."""
AHEAD = 60
"""Days after the document's date up to which a month and day without a year may lie though no word looks ahead: reports announce what
is near, and look back on the rest. Longer and shorter ones cost on TempEval (bench/times.py)."""
MONTH_AHEAD = 31
"""The same for a month without a year: the coming one, not that of a year ago (.814 to .809 with 0 on TempEval)."""
WEEKDAY_YEARS = 6
"""A weekday and a date fall together again after 5, 6 or 11 years; only the years this near are tried."""

_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}

Worked = tuple[Interval, Precision]


def resolve(words: DateWords, anchor: When | None, previous: When | None) -> When | None:
    """The days that the words mean. `anchor` is when the text was written, `previous` a date named before; None where they do not tell.

    For the "second day" of something `previous` has to be the day on which it began.
    """
    if words.kind == "pair":
        return _pair(words, anchor, previous)
    if words.from_before:
        return _when(_from_previous(words, previous), "previous_date", words) if previous else None
    if words.year is not None:
        return _when(_stated(words), "stated", words) if words.year in YEARS else None
    if words.kind == "date" and words.month is None and words.day is not None and words.shift is None:
        return _day_alone(words, anchor, previous)
    if words.kind == "unit" and words.shift is None and words.half and previous is not None and previous.basis == "stated":
        return _when(_whole_units(words, previous, 0), "previous_date", words)  # "in 2019 … at the end of the year"
    if anchor is None:
        return _when(_beside(words, previous), "previous_date", words) if previous else None
    return _when(_from_anchor(words, anchor), "inferred" if anchor.basis == "inferred" else "document_date", words)


def _day_alone(words: DateWords, anchor: When | None, previous: When | None) -> When | None:
    """ "the 4th": the nearest to a date named before, or else the last one; never after the document's date unless words look ahead.

    With its weekday ("Monday the 4th") it is one that has it, if there is one.
    """
    base = previous if previous is not None and previous.days <= MONTH_AHEAD else anchor
    if base is None or base.days > MONTH_AHEAD:
        return None
    firsts = [unit_at("month", base.first, ahead)[0] for ahead in (-1, 0, 1)]
    months = (replace(words, year=first.year, month=first.month) for first in firsts)
    found = [worked[0][0] for one in months if (worked := _in_year(one, one.year or 0))]
    latest = anchor.last if anchor and not words.ahead else None
    days = [day for day in found if latest is None or day <= latest]
    days = [day for day in days if day.weekday() == words.weekday] or days
    day = min(days, key=lambda one: abs(one - base.first), default=None)
    return _when(((day, day), "day"), "previous_date" if base is previous else "document_date", words) if day else None


def _beside(words: DateWords, previous: When) -> Worked | None:
    """A month, or a month and day, nearest to a date named before; used only where the document's date is unknown.

    Where it is known it tells more, even in reports of long ago: the year before did worse on TempEval (.814 to .804, bench/times.py).
    """
    if words.month is None or words.shift is not None or previous.days > 366 or previous.precision == "year":
        return None
    years = (previous.first.year - 1, previous.first.year, previous.first.year + 1)
    candidates = [worked for year in years if (worked := _in_year(words, year))]
    if previous.days > 31:  # "from 1 February to 30 April 2031": one that lies in it
        candidates = [worked for worked in candidates if previous.first <= worked[0][0] and worked[0][1] <= previous.last]
    return min(candidates, key=lambda worked: abs(worked[0][0] - previous.first), default=None)


def _when(worked: Worked | None, basis: Basis, words: DateWords) -> When | None:
    if worked is None:
        return None
    (first, last), precision = worked
    return When(first, last, precision, basis, words.text)


def _pair(words: DateWords, anchor: When | None, previous: When | None) -> When | None:
    """From the first day of the one to the last day of the other; the second is read in the light of the first."""
    assert words.ends is not None
    first = resolve(words.ends[0], anchor, previous)
    second = resolve(words.ends[1], anchor, first)
    if first is None or second is None:
        return None
    if second.last < first.first and words.ends[1].year is None:  # "from December to February"
        second = resolve(replace(words.ends[1], year=first.first.year + 1), anchor, first)
    if second is None or second.last < first.first:
        return None
    return When(first.first, second.last, "range", first.basis if first.basis != "stated" else second.basis, words.text)


def _stated(words: DateWords) -> Worked | None:
    """Dates whose year the words name."""
    year = words.year
    assert year is not None
    if words.kind == "years":
        return _range(date(year, 1, 1), date(words.last_year or year, 12, 31))
    if words.kind == "decade":
        low, high = _DECADE.get(words.half, (0, 9))
        return (date(year + low, 1, 1), date(year + high, 12, 31)), "range"
    if words.kind == "season" and words.season is not None:
        return part_of(season_of(year, words.season), words.half), "season"
    if words.kind == "quarter" and words.quarter is not None:
        return months_of(year, words.quarter * 3 - 2, 3), "range"
    if words.kind == "feast" and words.feast is not None:
        return _feast_of(year, words.feast)
    return _in_year(words, year)


def _feast_of(year: int, days: int) -> Worked:
    day = easter(year) + timedelta(days)
    return (day, day), "day"


def _feast(words: DateWords, day: date) -> Worked | None:
    """The last feast of that name, or the next one where words look ahead."""
    feasts = [_feast_of(day.year + shift, words.feast or 0) for shift in (-1, 0, 1)]
    if words.ahead and words.bound != "since":
        return min(one for one in feasts if one[0][0] >= day)
    return max(one for one in feasts if one[0][0] <= day)


def _range(first: date, last: date) -> Worked | None:
    return ((first, last), "range") if first <= last else None


def _in_year(words: DateWords, year: int) -> Worked | None:
    """A day, days, a month or all of a year; None where the calendar has no such day."""
    if words.month is None:
        return part_of((date(year, 1, 1), date(year, 12, 31)), words.half), "year"
    if words.day is None:
        return part_of(month_of(year, words.month), words.half), "month"
    try:
        first = date(year, words.month, words.day)
        last = date(year, words.month, words.last_day or words.day)
    except ValueError:
        return None
    return _range(first, last) if words.last_day else ((first, last), "day")


def _from_anchor(words: DateWords, anchor: When) -> Worked | None:
    """Dates told from the document's date: tried from both of its ends."""
    worked = [_RULES[words.kind](words, day) for day in (anchor.first, anchor.last)]
    first, last = worked
    if first is None or last is None or first == last:
        return first if last is not None else None
    if words.month is not None or anchor.days > LOOSEST[_unit(words)]:  # the year of "On May 3" is not known then
        return None
    return (min(first[0][0], last[0][0]), max(first[0][1], last[0][1])), "range"


def _unit(words: DateWords) -> str:
    return words.unit or {"season": "season", "quarter": "quarter", "date": "month"}.get(words.kind, "day")


def _date(words: DateWords, day: date) -> Worked | None:
    """A month, or a month and day, without a year."""
    if words.shift is not None and words.month is not None:
        return _shifted_month(words, day)
    if words.shift is not None and words.day is not None:
        return _day_in(unit_at("month", day, words.shift), words.day)
    candidates = [worked for year in range(day.year - WEEKDAY_YEARS, day.year + 3) if (worked := _in_year(words, year))]
    if words.weekday is not None and words.day is not None:
        candidates = [worked for worked in candidates if worked[0][0].weekday() == words.weekday]
    else:
        candidates = [worked for worked in candidates if abs(worked[0][0].year - day.year) <= 1 or words.month == 2]
    ahead = timedelta(AHEAD if words.day is not None else MONTH_AHEAD)
    past = [worked for worked in candidates if worked[0][0] <= day + (timedelta(0) if words.bound == "since" else ahead)]
    coming = [worked for worked in candidates if worked[0][1] >= day]
    if words.ahead and coming and words.bound != "since":
        nearest = min(coming, key=lambda worked: worked[0][0])
        if (nearest[0][0] - day).days < 330 or not past:
            return nearest
    return max(past, key=lambda worked: worked[0][0]) if past else None


def _day_in(month: Interval, number: int) -> Worked | None:
    """The day with this number in a month: "the third of last month"."""
    day = month[0] + timedelta(number - 1)
    return ((day, day), "day") if day <= month[1] else None


def _shifted_month(words: DateWords, day: date) -> Worked | None:
    """ "last April", "this May", "next June", "January this year"."""
    assert words.month is not None
    assert words.shift is not None
    if words.shift == 0 or "year" in words.text.lower():
        return _in_year(words, day.year + words.shift)
    years = (day.year - 1, day.year, day.year + 1)
    intervals = [month_of(year, words.month) for year in years]
    fitting = [one for one in intervals if (one[1] < day if words.shift < 0 else one[0] > day)]
    chosen = (max if words.shift < 0 else min)(fitting)
    return part_of(chosen, words.half), "month"


def _season(words: DateWords, day: date) -> Worked | None:
    """ "last summer" is the last one that is over, "this summer" and "next summer" those of the calendar."""
    assert words.season is not None
    shift = words.shift or 0
    if "year" in words.text.lower():
        return part_of(season_of(day.year + shift, words.season), words.half), "season"
    intervals = [season_of(year, words.season) for year in range(day.year - 2, day.year + 3)]
    if shift < 0:
        return part_of(max(one for one in intervals if one[1] < day), words.half), "season"
    coming = [one for one in intervals if one[0] > day]
    return part_of(min(coming) if shift > 0 else season_of(day.year, words.season), words.half), "season"


def _quarter(words: DateWords, day: date) -> Worked | None:
    """A quarter without a year is the last one begun."""
    assert words.quarter is not None
    if words.shift is not None:
        return months_of(day.year + words.shift, words.quarter * 3 - 2, 3), "range"
    intervals = [months_of(year, words.quarter * 3 - 2, 3) for year in (day.year - 1, day.year)]
    return max(one for one in intervals if one[0] <= day), "range"


def _weekday(words: DateWords, day: date) -> Worked | None:
    """A weekday is the last one, the day itself included; after last, next or words that look ahead the one before or after."""
    assert words.weekday is not None
    since = (day.weekday() - words.weekday) % 7
    if words.shift == -1 and since == 0:
        since = 7
    if words.shift == 1 or (words.shift is None and words.ahead and words.bound != "since"):
        since -= 7
    found = day - timedelta(since)
    return (found, found), "day"


def _unit_shift(words: DateWords, day: date) -> Worked | None:
    """ "last week", "this month", "earlier this year": whole units, up to or from the day itself after earlier and later."""
    first, last = unit_at(words.unit, day, words.shift or 0)
    if words.unit == "weekend" and words.shift is None and first > day:
        first, last = unit_at(words.unit, day, -1)
    if words.half == "earlier" and first <= day:
        last = min(last, day)
    elif words.half == "later" and last >= day:
        first = max(first, day)
    return part_of((first, last), words.half), PRECISION.get(words.unit, "range")


def _offset(words: DateWords, day: date) -> Worked | None:
    """ "three days ago", "a few weeks ago"."""
    assert words.count is not None
    return _counted(day, day, words.unit, -words.count[1], -words.count[0])


def _counted(first: date, last: date, unit: str, low: int, high: int) -> Worked | None:
    """What lies `low` to `high` units from an interval, as exactly as the unit tells: "two weeks ago" is a week."""
    if min(first.year, last.year) + low < 2 and unit == "year":
        return None
    start = unit_at(unit, moved(first, unit, low))[0]
    end = unit_at(unit, moved(last, unit, high))[1]
    exact = low == high and (last - first).days < 31
    return (start, end), PRECISION.get(unit, "range") if exact and unit_at(unit, start)[1] == end else "range"


def _lately(words: DateWords, day: date) -> Worked | None:
    """ "the past three months": so many units up to the day itself."""
    assert words.count is not None
    return (moved(day, words.unit, -words.count[1]), day), "range"


def _word(words: DateWords, day: date) -> Worked | None:
    """ "yesterday", "today", "tomorrow"."""
    found = day + timedelta(words.shift or 0)
    return (found, found), "day"


_RULES: dict[str, Callable[[DateWords, date], Worked | None]] = {
    "date": _date,
    "days": _date,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "feast": _feast,
    "unit": _unit_shift,
    "offset": _offset,
    "lately": _lately,
    "word": _word,
}


def _from_previous(words: DateWords, previous: When) -> Worked | None:
    """Dates told from one named before: "two days later", "the following summer", "that same year"."""
    if words.nth is not None:
        day = previous.first + timedelta(words.nth - 1)
        return ((day, day), "day") if previous.days == 1 else None
    step = words.step or 0
    if words.day is not None and words.month is None:
        return _day_in(unit_at("month", previous.first, step), words.day) if previous.days <= MONTH_AHEAD else None
    if words.kind == "moved" and words.count is not None:
        low, high = words.count
        return _counted(previous.first, previous.last, words.unit, *((low, high) if step > 0 else (-high, -low)))
    if words.kind == "season" and words.season is not None:
        years = range(previous.first.year - 1, previous.last.year + 3)
        return _stepped([season_of(year, words.season) for year in years], previous, step, "season", words.half)
    if words.month is not None:
        if "year" in words.text.lower():
            return _in_year(words, previous.first.year + step) if previous.first.year == previous.last.year else None
        years = range(previous.first.year - 1, previous.last.year + 2)
        return _stepped([month_of(year, words.month) for year in years], previous, step, "month", words.half)
    if words.weekday is not None:
        days = [previous.last + timedelta(ahead) for ahead in range(-8, 9)]
        return (
            _stepped([(day, day) for day in days if day.weekday() == words.weekday], previous, step, "day", "")
            if previous.days < 8
            else None
        )
    if words.unit and previous.days <= LOOSEST[words.unit] and (previous.days < 32 or words.unit in ("year", "decade", "quarter", "month")):
        return _whole_units(words, previous, step)
    return None


def _stepped(intervals: list[Interval], previous: When, step: int, precision: Precision, half: str) -> Worked | None:
    """The first of the intervals after the date named before, the last one before it, or the one that shares its year."""
    if step > 0:
        fitting = [one for one in intervals if one[0] > previous.first and one[1] > previous.last][:1]
    elif step < 0:
        fitting = [one for one in intervals if one[1] < previous.last and one[0] < previous.first][-1:]
    else:
        fitting = [one for one in intervals if one[0].year == previous.first.year]
    return (part_of(fitting[0], half), precision) if fitting else None


def _whole_units(words: DateWords, previous: When, step: int) -> Worked | None:
    """ "that month", "the following year": the units of both ends of the date named before."""
    if words.unit == "day" and previous.days > 1 and step == 0:
        return None
    first, last = unit_at(words.unit, previous.first, step)[0], unit_at(words.unit, previous.last, step)[1]
    one = unit_at(words.unit, first)[1] == last
    return part_of((first, last), words.half), PRECISION.get(words.unit, "range") if one else "range"
