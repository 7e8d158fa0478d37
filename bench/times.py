"""Measures dates on TempEval-3 news: spans and values, ours beside dateparser where that is installed.

    python bench/times.py [--data ../shared/bench] [--errors]

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
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import peers
from sayso.find.when import calendar_of
from sayso.lang.day_units import season_of, unit_at
from sayso.lang.language import load_language
from sayso.records.document import Document
from sayso.records.when import When
from shares import Score, figure
from summary import Measured, Row

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


Found = Sequence[Sequence[Timex]]
"""The expressions of each report."""


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


def lines_of(name: str, reports: Sequence[Report], results: Found, seconds: float | None, errors: bool) -> tuple[list[str], Score]:
    """A tool's rows of the table, and its score for the values of calendar dates."""
    lines, calendar = [], Score()
    speed = f"{sum(len(report.text) for report in reports) / seconds:,.0f}" if seconds else ""
    for label, only in (("all", None), ("calendar dates", CALENDAR), ("days alone", DAY)):
        counts: Counter[str] = Counter()
        missed: list[str] = []
        for report, found in zip(reports, results, strict=True):
            scores(report.timexes, found, counts, missed, only)
        made = [Score(counts[kind], counts["found"], counts["gold"]) for kind in ("strict", "relaxed", "right")]
        lines.append(f"| {name} | {label} | {counts['gold']} | {' | '.join(map(str, made))} | {speed} |")
        if only is CALENDAR:
            calendar = made[-1]
            lines += [f"{number:>4} {text}" for text, number in Counter(missed).most_common()] if errors else []
    return lines, calendar


def undated(reports: Sequence[Report]) -> str:
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
    return f"Read without their date: {inferred} of {len(reports)} dated; {right} of these right, {near} within a month."


def measure(data: Path, errors: bool = False) -> Measured:
    """Ours and dateparser's on all reports."""
    reports = read(data)
    started = time.perf_counter()
    results = [ours(report) for report in reports]
    lines, mine = lines_of("Sayso", reports, results, time.perf_counter() - started, errors)
    answers = peers.ask("dateparser", [{"text": report.text, "created": report.created.isoformat()} for report in reports])
    if isinstance(answers, str):
        other, theirs = [f"| dateparser | {answers} |"], answers
    else:
        found = [[Timex(a, b, value, report.text[a:b]) for a, b, value in one] for report, one in zip(reports, answers, strict=True)]
        other, score = lines_of("dateparser", reports, found, None, False)
        theirs = figure(score.f1)
    head = [f"TempEval-3, {len(reports)} reports. F1.", "", "| tool | of | gold | strict | relaxed | value | characters a second |"]
    details = "\n".join([*head, "| --- " * 7 + "|", *lines, *other, "", undated(reports)])
    what = f"TempEval-3, {mine.gold:.0f} calendar dates, value F1"
    return Measured(details, (Row(what, figure(mine.f1), f"dateparser {theirs}", "reported"),))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--errors", action="store_true", help="print what is missed, wrong and extra")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.errors).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
