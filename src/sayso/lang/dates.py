"""Finds the dates that a text names, as said: absolute, without a year, or told from another date.

Times of day, durations and habits ("for four days", "every Friday") are no dates and are not given. What the words mean is data in
lang/CODE/dates.yml; `resolve` works out the interval of days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sayso.lang.date_rules import DateRules, date_rules
from sayso.lang.date_words import Bound, DateWords, RuleKind
from sayso.lang.language import Language
from sayso.lang.resolve_dates import resolve

__all__ = ["DateWords", "find_dates", "resolve"]

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+")
_CLAUSE_END = re.compile(r"[.,;!?\n](?=\s|$)")
_TO_NEXT = re.compile(r"\s*[-–—]\s*[A-Z][a-z]+\.?,?\s+(?:\d{1,2},\s+)?(?:19|20)\d\d\b")
LOOK_BACK = 100
"""Code points before a date, in its clause, in which words like "will" are looked for; 50 to 150 do the same on TempEval."""


def find_dates(text: str, language: Language) -> list[DateWords]:
    """All dates named in the text, in order and without overlap; those that are two ends of one interval are one."""
    return list(_dates_of(text, language.code))


@lru_cache(maxsize=2)  # the text of a document is asked for its dates, and for its numbers beside them
def _dates_of(text: str, code: str) -> tuple[DateWords, ...]:
    rules = date_rules(code)
    found = [words for kind, match in _chosen(text, rules) if (words := _read(kind, match, rules)) is not None]
    return tuple(_with_context(text, words, rules) for words in _joined(text, found, rules))


def _chosen(text: str, rules: DateRules) -> Iterator[tuple[RuleKind, re.Match[str]]]:
    """The matches that hold where several meet: the one that starts first, of these the longest, of these the earlier rule."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    taken = 0
    for kind, match in _matches(text, rules):
        start, end = match.span()
        while addresses and addresses[0][1] <= start:
            addresses.pop(0)
        if start >= taken and not (addresses and addresses[0][0] < end):
            taken = end
            yield kind, match


def _matches(text: str, rules: DateRules) -> Iterator[tuple[RuleKind, re.Match[str]]]:
    """What each rule matches in the text, one match behind the other, in the order told in `_chosen`."""
    free = [0] * len(rules.patterns)
    for opening in rules.opens.finditer(text):
        start, found = opening.start(), []  # to try each rule at each letter takes seven times as long
        for order, (kind, pattern) in enumerate(rules.patterns):
            if start >= free[order] and (match := pattern.match(text, start)):
                free[order] = match.end()
                if _holds(text, kind, match, rules):
                    found.append((-match.end(), order, kind, match))
        yield from ((kind, match) for _, _, kind, match in sorted(found, key=lambda one: one[:2]))


def _holds(text: str, kind: str, match: re.Match[str], rules: DateRules) -> bool:
    """Whether a bare year is a year and a bare month a month."""
    if kind != "date":
        return True
    parts = {name for name, value in match.groupdict().items() if value}
    if parts == {"year"}:
        return _is_year(text, match, rules)
    if parts == {"month"}:
        return _is_month(text, match, rules)
    return True


def _is_year(text: str, match: re.Match[str], rules: DateRules) -> bool:
    """Whether four digits are a year rather than a count: "in 2016", "the 1997 accord", but not "2016 people" or "Resolution 1973"."""
    before = text[max(0, match.start() - 30) : match.start()]
    if before.endswith("-") or rules.phrases["never_year_after"].search(before):
        return False
    return bool(rules.phrases["before_year"].search(before)) or not rules.phrases["never_year_before"].match(text, match.end())


def _is_month(text: str, match: re.Match[str], rules: DateRules) -> bool:
    """Whether a word is a month rather than a name or a verb: "in May", "April's attack", but not "May we" or "April Jones"."""
    before = text[max(0, match.start() - 30) : match.start()]
    if len(match.group()) < 5 and match.group().lower() not in rules.full_months:
        return False
    if rules.phrases["before_month"].search(before) or _TO_NEXT.match(text, match.end()):
        return True
    number = int(rules.value("month", match.group("month")))
    following = re.match(r"\s+[A-Z]", text[match.end() : match.end() + 4])
    return number not in rules.alike and not following


def _read(kind: RuleKind, match: re.Match[str], rules: DateRules) -> DateWords | None:
    """What a match says; None where it is none of what is looked for, or no day of the calendar."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    if kind == "dropped":
        return None
    words = DateWords(match.start(), match.end(), match.group(), "date")
    if kind == "named":
        year, month, day = rules.named
        return replace(words, year=year, month=month, day=day)
    if "iso_year" in parts:
        return _in_digits(words, parts)
    words = replace(
        words,
        kind=kind,
        half=rules.value("half", parts["half"]) if "half" in parts else "",
        weekday=rules.number(
            "short_weekday" if "short_weekday" in parts else "weekday", parts.get("short_weekday") or parts.get("weekday")
        ),
        season=rules.number("season", parts.get("season")),
        quarter=rules.number("quarter", parts.get("quarter")),
        shift=rules.number("shift", parts.get("shift")),
        step=rules.number("soon" if "soon" in parts else "step", parts.get("soon") or parts.get("step")),
        nth=rules.number("ordinal", parts.get("ordinal")),
        feast=rules.number("feast", parts.get("feast")),
    )
    return _with_count(_with_calendar(words, parts, rules), parts, rules)


def _in_digits(words: DateWords, parts: dict[str, str]) -> DateWords | None:
    """A date in digits, unless day and month could be exchanged (a date with full stops puts the day first)."""
    if "iso_month" in parts:
        month, day = int(parts["iso_month"]), int(parts["iso_day"])
    else:
        day, month = int(parts["num_day"]), int(parts["num_month"])
        if "/" in words.text:
            if month > 12:
                day, month = month, day
            elif day <= 12 and day != month:
                return None
    in_calendar = 1 <= month <= 12 and 1 <= day <= 31
    return replace(words, year=int(parts["iso_year"]), month=month, day=day) if in_calendar else None


def _with_calendar(words: DateWords, parts: dict[str, str], rules: DateRules) -> DateWords:
    """The words with the year, month and days that they name."""
    year = int(parts["year"]) if "year" in parts else None
    if "year_short" in parts:  # "3 JAN 90 --"
        year = int(parts["year_short"]) + (1900 if int(parts["year_short"]) >= PIVOT else 2000)
    if "decade" in parts:
        year = int(parts["decade"]) + (1900 if len(parts["decade"]) == 2 else 0)
    yearly = rules.number("yearly", parts.get("yearly"))  # "New Year's Eve"
    last_year = parts.get("year2")
    if year is not None and last_year:
        last_year = str(year)[:2] + last_year if len(last_year) == 2 else last_year
    return replace(
        words,
        year=year,
        last_year=int(last_year) if last_year else None,
        month=int(rules.value("month", parts["month"])) if "month" in parts else yearly // 100 if yearly else None,
        day=yearly % 100 if yearly else rules.number("spelled", parts.get("spelled")) or _digits(parts.get("day")),
        last_day=_digits(parts.get("day2")),
    )


def _digits(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


PIVOT = 40
"""Two digits from here on are a year of the last century; datelines so written are of wars since 1940."""
VAGUE = {"few": (2, 5), "several": (3, 9), "dozens": (24, 99), "recent": (1, 5)}
"""How many a vague count may be: wide on purpose, for the interval must hold the day that is meant."""


def _with_count(words: DateWords, parts: dict[str, str], rules: DateRules) -> DateWords:
    """The words with the unit of time that they count in, how many of it, and in which direction."""
    unit = rules.value("unit", parts.get("unit") or parts["units"]) if "unit" in parts or "units" in parts else ""
    unit = "day" if "soon" in parts or "hours" in parts else unit
    count: tuple[int, int] | None = None
    if "count" in parts or "n" in parts:
        number = int(parts["n"]) if "n" in parts else int(rules.value("count", parts["count"]))
        count = (number, number)
    elif "vague" in parts or "recent" in parts:
        count = VAGUE["recent" if "recent" in parts else rules.value("vague", parts["vague"])]
    elif words.kind == "lately":
        count = (rules.number("hours", parts.get("hours")) or 1,) * 2
    step = words.step
    if "side" in parts:
        step = int(rules.value("side", parts["side"]))
    shift = words.shift
    if "offset_word" in parts:
        shift = int(rules.value("offset_word", parts["offset_word"]))
    elif "far" in parts:
        shift = 2 if parts["far"].lower().startswith("after") else -2
    return replace(words, unit=unit, count=count, step=step, shift=shift)


def _joined(text: str, found: list[DateWords], rules: DateRules) -> Iterator[DateWords]:
    """The dates with two that are the ends of one interval made one: "from May 3 to May 7", "between 2014 and 2016"."""
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        if second is not None and second.start - first.end < 12 and _are_ends(text, first, second, rules):
            if first.year is None and second.year is not None and first.month is not None:
                first = replace(first, year=second.year)
            yield DateWords(first.start, second.end, text[first.start : second.end], "pair", ends=(first, second))
            position += 2
        else:
            yield first
            position += 1


def _are_ends(text: str, first: DateWords, second: DateWords, rules: DateRules) -> bool:
    if first.kind not in ("date", "season", "weekday") or _grain(first) != _grain(second):
        return False
    gap, before = text[first.end : second.start], text[max(0, first.start - 20) : first.start]
    if rules.phrases["between"].search(before):
        return bool(rules.phrases["between_joins"].fullmatch(gap))
    return bool(rules.phrases["joins"].fullmatch(gap))


def _grain(words: DateWords) -> str:
    """How exact a date is told: only ends of one grain make an interval."""
    return "day" if words.day else "month" if words.month else "year" if words.kind == "date" else words.kind


def _with_context(text: str, words: DateWords, rules: DateRules) -> DateWords:
    """The words with what stands before them: a bound such as "since", and whether its clause looks ahead or tells of a beginning."""
    before = text[max(0, words.start - LOOK_BACK) : words.start]
    ends = list(_CLAUSE_END.finditer(before))
    clause = before[ends[-1].end() :] if ends else before
    bound: Bound = ""
    if words.kind not in ("pair", "days", "years"):
        bound = next((name for name, pattern in rules.bounds if pattern.search(clause)), "")
    end = _CLAUSE_END.search(text, words.end, words.end + LOOK_BACK)
    around = clause + " " + text[words.end : end.start() if end else words.end + LOOK_BACK]
    begun = bool(rules.phrases["begun"].search(around))
    return replace(words, bound=bound, ahead=bool(rules.phrases["ahead"].search(clause)), begun=begun)
