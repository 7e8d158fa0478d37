"""Measures dates on TempEval-3 news: spans and values, ours beside dateparser where that is installed.

Usage: python bench/times.py [--data ../shared/bench] [--dateparser] [--errors]

Values are compared as TIMEX3 strings. The table tells apart all expressions (with durations, habits and vague words such as "now",
which Sayso does not give) and calendar dates alone (type DATE with a day, week, month, season, quarter, year or decade) and days alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from sayso.find.when import calendar_of
from sayso.lang.day_units import season_of, unit_at
from sayso.lang.language import load_language
from sayso.records.document import Document
from sayso.records.when import When

DAY = re.compile(r"\d{4}-\d\d-\d\d$")
CALENDAR = re.compile(r"\d{3,4}$|\d{4}-(?:\d\d|W\d\d|W\d\d-WE|SP|SU|FA|WI|Q\d|H\d)$|\d{4}-\d\d-\d\d$")
SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
ENGLISH = load_language("en")


@dataclass(frozen=True)
class Timex:
    start: int
    end: int
    value: str
    text: str


@dataclass(frozen=True)
class Report:
    text: str
    created: date
    timexes: tuple[Timex, ...]


def timex_value(when: When) -> str:
    """An interval of days as a TIMEX3 value; empty where that has no short form for it."""
    first, last = when.first, when.last
    if first == last:
        return first.isoformat()
    for unit, shape in (("week", "%G-W%V"), ("month", "%Y-%m"), ("year", "%Y")):
        whole = unit_at(unit, first)
        if when.precision == unit and last <= whole[1]:
            return first.strftime(shape)
        if (first, last) == whole:
            return first.strftime(shape)
    if first.weekday() == 5 and (last - first).days == 1:
        return first.strftime("%G-W%V-WE")
    if (first, last) == unit_at("quarter", first):
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if first.year // 10 == last.year // 10 and first.month == 1 and last.month == 12:
        return str(first.year // 10)
    for season, name in SEASONS.items():
        for year in (first.year - 1, first.year):
            if when.precision == "season" and season_of(year, season)[0] <= first <= season_of(year, season)[1]:
                return f"{year}-{name}"
    return ""


def ours(report: Report) -> list[Timex]:
    anchor = When(report.created, report.created, "day", "document_date")
    calendar = calendar_of(Document("x", "0" * 64, report.text, "utf-8", published=anchor), ENGLISH)
    found = [Timex(one.start, one.end, timex_value(one.when), one.words.text) for one in calendar.dated]
    return found + [Timex(words.start, words.end, "", words.text) for words in calendar.unresolved]


def dateparser_on(report: Report) -> list[Timex]:
    """The strings that dateparser finds are given without places: they are looked up in order."""
    search_dates = import_module("dateparser.search").search_dates
    base = datetime(report.created.year, report.created.month, report.created.day)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    result, position = [], 0
    for words, when in search_dates(report.text, languages=["en"], settings=settings) or []:
        start = report.text.find(words, position)
        if start >= 0:
            position = start + len(words)
            result.append(Timex(start, position, when.date().isoformat(), words))
    return result


def read(folder: Path) -> list[Report]:
    reports = []
    for line in (folder / "times" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["creation_time"]:
            continue
        timexes = tuple(Timex(one["start"], one["end"], one["value"], one["text"]) for one in row["timexes"])
        reports.append(Report(row["text"], date.fromisoformat(row["creation_time"][:10]), timexes))
    return reports


def scores(gold: Sequence[Timex], found: Sequence[Timex], counts: Counter[str], missed: list[str], only: re.Pattern[str] | None) -> None:
    """Adds to `counts`: gold, found, strict, relaxed and right. With `only`, other values are left out, and what is found on them."""
    others = [one for one in gold if only and not only.match(day_value(one.value))]
    gold = [one for one in gold if one not in others]
    taken: set[int] = set()
    for one in gold:
        near = [index for index, other in enumerate(found) if index not in taken and other.start < one.end and one.start < other.end]
        best = max(near, key=lambda index: (day_value(one.value) == found[index].value, -abs(found[index].start - one.start)), default=None)
        if best is None:
            missed.append(f"MISSED {one.text!r} = {one.value}")
            continue
        taken.add(best)
        counts["relaxed"] += 1
        counts["strict"] += (one.start, one.end) == (found[best].start, found[best].end)
        right = day_value(one.value) == found[best].value
        counts["right"] += right
        if not right:
            missed.append(f"WRONG {one.text!r} = {one.value}, found {found[best].text!r} = {found[best].value}")
    rest = [one for index, one in enumerate(found) if index not in taken]
    rest = [one for one in rest if not any(one.start < other.end and other.start < one.end for other in others)]
    missed += [f"EXTRA {one.text!r} = {one.value}" for one in rest]
    counts["gold"] += len(gold)
    counts["found"] += len(taken) + len(rest)


def day_value(value: str) -> str:
    """The value without its time of day: what is said of a morning is said of its day."""
    return re.sub(r"(?<=\d\d)T.*$", "", value)


def f1(right: int, counts: Counter[str]) -> str:
    precision, recall = right / max(1, counts["found"]), right / max(1, counts["gold"])
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{score:6.3f} ({precision:.3f}/{recall:.3f})"


def measure(name: str, reports: Sequence[Report], find: Callable[[Report], list[Timex]], errors: bool) -> None:
    started = time.perf_counter()
    results = [find(report) for report in reports]
    seconds = time.perf_counter() - started
    size = sum(len(report.text) for report in reports)
    for label, only in (("all", None), ("calendar dates", CALENDAR), ("days alone", DAY)):
        counts: Counter[str] = Counter()
        missed: list[str] = []
        for report, found in zip(reports, results, strict=True):
            scores(report.timexes, found, counts, missed, only)
        cells = [f1(counts[kind], counts) for kind in ("strict", "relaxed", "right")]
        print(f"{name:<11} {label:<15} {counts['gold']:>5} " + "  ".join(cells) + f"  {size / seconds:>9,.0f}")
        if errors and only is CALENDAR:
            print("\n".join(f"{number:>4} {text}" for text, number in Counter(missed).most_common()))


def measure_undated(reports: Sequence[Report]) -> None:
    """What is inferred of the day of writing when the reports are read without it."""
    inferred, right, misses = 0, 0, []
    for report in reports:
        written = calendar_of(Document("x", "0" * 64, report.text, "utf-8"), ENGLISH).written
        if written is None:
            continue
        inferred += 1
        right += written.first <= report.created <= written.last
        misses.append(max((written.first - report.created).days, (report.created - written.last).days, 0))
    near = sum(miss <= 31 for miss in misses)
    print(f"read without their date: {inferred} of {len(reports)} dated; {right} of these right, {near} within a month")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Dates on TempEval-3 news.")
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--dateparser", action="store_true", help="measure dateparser too (minutes)")
    parser.add_argument("--errors", action="store_true", help="print what is missed, wrong and extra")
    chosen = parser.parse_args(arguments)
    reports = read(chosen.data)
    print(f"{len(reports)} reports. F1 (precision/recall)")
    print(f"{'':<11} {'':<15} {'gold':>5} {'strict':<21}  {'relaxed':<21}  {'value':<21}  chars/s")
    measure("Sayso", reports, ours, chosen.errors)
    measure_undated(reports)
    if chosen.dateparser:
        measure("dateparser", reports, dateparser_on, False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
