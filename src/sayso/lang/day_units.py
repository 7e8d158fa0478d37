"""Weeks, months, seasons and years as intervals of days, and steps from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from sayso.records.when import Precision

Interval = tuple[date, date]

PRECISION: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year", "season": "season"}
"""The precision of one whole unit; all others are ranges."""
SEASON_STARTS = {1: 3, 2: 6, 3: 9, 4: 12}
"""First month of each season, as the meteorologists of the northern hemisphere count; winter ends in the year after."""


def month_of(year: int, month: int) -> Interval:
    """A whole month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, month: int, count: int) -> Interval:
    """`count` whole months from this one on; the month may lie outside 1 to 12."""
    last = month + count - 1
    first_year, first_month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return month_of(first_year, first_month)[0], month_of(last_year, last_month)[1]


def season_of(year: int, season: int) -> Interval:
    """A whole season; the winter of a year begins in its December."""
    return months_of(year, SEASON_STARTS[season], 3)


def unit_at(unit: str, day: date, steps: int = 0) -> Interval:
    """The whole unit (day, week from Monday, weekend, month, quarter, year, decade) that lies `steps` units from the one of this day."""
    if unit == "day":
        return day + timedelta(steps), day + timedelta(steps)
    if unit in ("week", "weekend"):
        monday = day - timedelta(day.weekday()) + timedelta(weeks=steps)
        return (monday, monday + timedelta(6)) if unit == "week" else (monday + timedelta(5), monday + timedelta(6))
    if unit == "month":
        return months_of(day.year, day.month + steps, 1)
    if unit == "quarter":
        return months_of(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * steps, 3)
    span = 10 if unit == "decade" else 1
    year = day.year // span * span + steps * span
    return date(year, 1, 1), date(year + span - 1, 12, 31)


def moved(day: date, unit: str, steps: int) -> date:
    """The day that lies so many units later; in a shorter month its last day."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(steps * (1 if unit == "day" else 7))
    months = steps * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    first, last = months_of(day.year, day.month + months, 1)
    return first.replace(day=min(day.day, last.day))


def part_of(interval: Interval, half: str) -> Interval:
    """The part of an interval that early, mid, late, start, end, first_half or second_half names: thirds, sixths and halves."""
    first, days = interval[0], (interval[1] - interval[0]).days + 1
    shares = {"early": (0, 2), "start": (0, 1), "mid": (2, 4), "late": (4, 6), "end": (5, 6), "first_half": (0, 3), "second_half": (3, 6)}
    if half not in shares or days < 6:
        return interval
    low, high = shares[half]
    return first + timedelta(round(days * low / 6)), first + timedelta(round(days * high / 6) - 1)
