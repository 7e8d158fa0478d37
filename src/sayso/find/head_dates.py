"""When a text was written by what stands above its first paragraph: "Published: …", a line with the day, or of what time it tells.

A line with a day dates its text if nothing else stands in its part of the line but a place, a number or a name; a title that names the
day of an event does not, where the text tells of later days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from sayso.lang.date_rules import date_pattern
from sayso.lang.dates import DateWords, resolve
from sayso.lang.language import Language
from sayso.lang.layout import Block, blocks_of
from sayso.lang.text_days import HEAD
from sayso.records.when import Precision, When

SHORT = 220
"""Code points of the longest block that can still stand above the first paragraph of a text."""
STANDFIRST = 2
"""Short paragraphs above the first one of the running text, at most."""
MONTH = 31
"""Days of the longest time that a line may name as covered, for its last day to be that of the text."""
PERIOD = 190
"""The same where a sentence says that the report covers it: some half a year."""
SEASON = 92
"""Days of the longest time that a line names as that of the issue."""
LATER = 2
"""Later days that a text tells of from which on a day in its title is that of an event, if most are later. Set by judgement."""
NAME = 2
"""Words of a name that stands before a day without a comma; more days than this above the first paragraph are a list."""
PARTICLE = 3
"""Letters of the longest word in small letters within a name ("Sunday of the Cross")."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def head_date(text: str, found: Sequence[DateWords], past: Sequence[DateWords], language: Language) -> When | None:
    """What lines such as "Published: …", "Received … Accepted …" and a dateline with a year say, taken together; else a line with a day.

    Where there is none, the month or season of a line, or soon after the time that the text says it covers. `past` are those of the dates
    found that are not foretold.
    """
    head = [words for words in found if words.start <= HEAD]
    if days := [when for words in head if (when := _labelled(text, words, language.code))]:
        first, last = min(days, key=lambda one: one.first), max(days, key=lambda one: one.last)
        precision: Precision = "day" if first.first == last.last else "range"
        return When(first.first, last.last, precision, "stated", " – ".join(dict.fromkeys((first.text, last.text))))
    lines = [(words, block) for block in _above(text, language) for words in head if _is_alone(text, words, block, language.code)]
    listed = _entries(text, lines, language.code)
    alone = [words for words, _ in lines if words not in listed]
    named = [when for words in past if words.year is not None and (when := resolve(words, None, None))]
    return _of_a_day(alone, named) or _of_an_issue(text, head, language) or _of_a_month(alone, named) or _behind(text, head, language.code)


def _labelled(text: str, words: DateWords, code: str) -> When | None:
    """A day behind a label or in a dateline, or the last one of a time that the line names as covered."""
    before = text[max(0, words.start - 100) : words.start]
    if date_pattern(code, "covered", r"(?:^|\n)\W*(?:{})[^\n;.!?]*$").search(before):
        when = resolve(words, None, None)
        return replace(when, first=when.last) if when and when.days <= MONTH else None
    if words.day is None or words.year is None or words.kind != "date":
        return None
    dateline = date_pattern(code, "dateline", r"(?:^|\n)\s*{}$").search(before)
    in_dateline = dateline and date_pattern(code, "dateline_ends", "{}").match(text, words.end)
    labelled = date_pattern(code, "head", r"(?:^|[\n|(])\W*{}$").search(before)
    return resolve(words, None, None) if labelled or in_dateline else None


def _above(text: str, language: Language) -> Iterator[Block]:
    """The blocks above the first paragraph, of which a standfirst may be one."""
    short = takewhile(lambda block: block.end - block.start <= SHORT, blocks_of(text[:HEAD], language))
    told = 0
    for block in short:
        told += block.kind == "paragraph"
        if told > STANDFIRST:
            return
        yield block


def _is_alone(text: str, words: DateWords, block: Block, code: str) -> bool:
    """Whether a date stands in a block, and nothing else in its part of the line but a place, a number or a name before it."""
    if not block.start <= words.start < block.end or not _ends_part(text, words, block, code):
        return False
    before = date_pattern(code, "line_parts", "{}").split(text[block.start : words.start])[-1]
    part = date_pattern(code, "head", "{}$").sub("", before).split()
    small = [word for word in part if not any(letter.isupper() or letter.isdigit() for letter in word)]
    if part and not part[-1].endswith(","):
        return not small and len(part) <= NAME
    return all(len(word) <= PARTICLE for word in small)


def _ends_part(text: str, words: DateWords, block: Block, code: str) -> re.Match[str] | None:
    return date_pattern(code, "line_ends", "{}").match(text, words.end, block.end)


def _entries(text: str, alone: Sequence[tuple[DateWords, Block]], code: str) -> list[DateWords]:
    """The dates with which several blocks begin, in each of which a sentence follows: a list of days."""
    opening = [(words, block) for words, block in alone if words.start == block.start]
    found = [words for words, block in opening if (ends := _ends_part(text, words, block, code)) and ends["goes_on"]]
    return found if len(found) > 1 else []


def _of_a_day(alone: Sequence[DateWords], named: Sequence[When]) -> When | None:
    """The last day that stands alone, if the head has no list of them and the text does not mostly tell of later days."""
    days = [when for words in alone if words.kind == "date" and words.day and words.year and (when := resolve(words, None, None))]
    if not 0 < len(days) <= NAME:
        return None
    latest = max(days, key=lambda one: one.last)
    others = {when.first for when in named} - {latest.first}
    later = sum(day > latest.first for day in others)
    return latest if later < LATER or later <= len(others) / 2 else None


def _of_an_issue(text: str, head: Sequence[DateWords], language: Language) -> When | None:
    """The last day of the time of which a bulletin tells: "Weekly bulletin no. 4/2031 (1-7 May)"."""
    for block in _above(text, language):
        line, years = text[block.start : block.end], set(YEAR.findall(text[block.start : block.end]))
        within = (words for words in head if words.kind in ("days", "pair") and block.start <= words.start < block.end)
        if len(years) == 1 and date_pattern(language.code, "bulletin", r"\b(?:{})\b").search(line):
            dated = (resolve(_in_year(words, int(next(iter(years)))), None, None) for words in within)
            if when := next((when for when in dated if when and when.days <= MONTH), None):
                return replace(when, first=when.last, precision="day")
    return None


def _in_year(words: DateWords, year: int) -> DateWords:
    ends = (replace(words.ends[0], year=year), replace(words.ends[1], year=year)) if words.ends else None
    return replace(words, year=year if ends is None else None, ends=ends)


def _of_a_month(alone: Sequence[DateWords], named: Sequence[When]) -> When | None:
    """The month or season that stands alone, if the text names dates in full and all of them are before it."""
    told = [when for words in alone if words.year and not words.day and (when := resolve(words, None, None)) and when.days <= SEASON]
    before = [when for when in named if told and when != told[-1] and when.days <= SEASON]
    return told[-1] if before and all(when.first < told[-1].first for when in before) else None


def _behind(text: str, head: Sequence[DateWords], code: str) -> When | None:
    """The weeks behind the time that a sentence says the report covers; inferred."""
    covers = date_pattern(code, "covers", r"\b(?:{})[^\n;.!?]*$")
    times = (resolve(words, None, None) for words in head if covers.search(text[max(0, words.start - 200) : words.start]))
    when = next((when for when in times if when and when.basis == "stated" and when.days <= PERIOD), None)
    return When(when.last, when.last + timedelta(MONTH), "range", "inferred", when.text) if when else None
