"""Sets off the date, text or number that opens a sentence, so that the parser does not take the name behind it for a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang.grammar import any_of
from sayso.lang.language import Language

LEAST = 2
"""Letters of a rank's shortest abbreviation, which nobody sets in quotation marks."""
HEADING = 140
"""Code points of the longest heading: a paragraph of a list keeps its letter, which may be an initial."""
POINT = r"(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)) +(?=[A-Z\d\"“‘])"
"""The number of a paragraph: "1.3", "2.1.4", "(a)", "(iv)"."""
BEGINS = rf"(?:(?:\A|\n)(?:{POINT})?|[.!?:;][\"”’)]?\s+)"
"""What stands before the first word of a sentence; marks of notes are blank."""

_POINT = re.compile(POINT)

_HOUR = re.compile(r"(?:[-–—•*] +)?\d\d?[.:]\d\d(?: ?[-–—:])? +(?=\S)|[-–—•*] +(?=[^\W_])")
"""The sign or the hour with which an entry begins: "- Residents report", "09:45 Residents report"."""
_LETTER = re.compile(r"([A-Z]|[IVX]{1,5})[.)] +(?=[A-Z\"“‘])")
"""The letter or Roman number with which a heading begins: "B. The Front", "II. Briefing"."""


def counted(blocks: Sequence[str]) -> list[int]:
    """For each block how many of its first code points are the hour or the number of it; letters and points only where others count too.

    One heading alone that begins with a letter begins with a person's initial more often, and one paragraph with "1.3" with an amount.
    """
    letters = [found if (found := _LETTER.match(block)) and block.count("\n") == 0 else None for block in blocks]
    row = {found[1] for found in letters if found}
    several = bool(row & {"A", "I"} and row & {"B", "II"})
    points = [found.end() if (found := _POINT.match(block)) else 0 for block in blocks]
    pointed = sum(map(bool, points)) > 1
    hours = [found.end() if (found := _HOUR.match(block)) else 0 for block in blocks]
    headed = [letter.end() if letter and several and len(block) <= HEADING else 0 for block, letter in zip(blocks, letters, strict=True)]
    return [pointed * point or hour or letter for point, hour, letter in zip(points, hours, headed, strict=True)]


def set_off(plain: str, language: Language) -> str:
    """The text with a comma in place of the space behind such openings ("On 3 May Brand said"); each letter stays at its place."""
    plain = _openings(language).sub(lambda found: f"{found.group()[:-1]},", plain)
    return _entries(language).sub(lambda found: f"{found.group()[:-2]}, ", plain)


@cache
def _entries(language: Language) -> re.Pattern[str]:
    """A bare day at the start of an entry, with a stop behind it: "- 23 Oct. The guild said"."""
    months = language.rules("months")
    names = "|".join((*months["names"].values(), *months["short"].values()))
    return re.compile(rf"(?:\A|\n|(?:\A|\s)[-–—•*] )(?:\d{{1,2}} (?:{names})|(?:{names}) \d{{1,2}})\. (?=[A-Z])")


@cache
def _openings(language: Language) -> re.Pattern[str]:
    table, months = language.rules("layout")["set_off"], language.rules("months")
    parts = {
        "{month}": f"(?:{'|'.join([*months['names'].values(), *(f'(?:{short})[.]?' for short in months['short'].values())])})",
        "{weekday}": f"(?:{'|'.join(day.capitalize() for day in language.rules('dates')['words']['weekday'].values())})",
        "{day}": r"(?:the )?\d{1,2}(?:st|nd|rd|th)?",
    }
    dated = f"{table['opens']} (?:{'|'.join(table['dates'])})"
    pattern = f"(?:{BEGINS}|{table['joined']})(?:(?:{dated}|{table['published']}|{table['later']}){table['behind']}|{table['placed']}) "
    for name, words in parts.items():
        pattern = pattern.replace(name, words)
    return re.compile(pattern)


def quoted_ranks(block: str, language: Language) -> list[tuple[int, int]]:
    """Where the marks stand by which a rank before a name is called a mere claim: the two of “General” in “General” Otto Brand."""
    return [place for found in _claimed(language).finditer(block) for place in (found.span(1), found.span(2))]


def not_yet(block: str, language: Language) -> list[tuple[int, int]]:
    """Where stands behind an office that it is not held yet: "-elect" in "President-elect Otto Brand", which parsers read as a verb."""
    return [found.span(1) for found in _to_come(language).finditer(block)]


@cache
def _to_come(language: Language) -> re.Pattern[str]:
    actors = language.rules("actors")
    offices = any_of(word.title() for word in {*actors["titles"], *actors["offices"]} if len(word) > LEAST)
    return re.compile(rf"\b(?:{offices})(-(?:{any_of(actors['to_come'])}))(?= [A-Z])", re.IGNORECASE)


@cache
def _claimed(language: Language) -> re.Pattern[str]:
    ranks = any_of(word.title() for word in language.rules("actors")["titles"] if len(word) > LEAST)
    return re.compile(rf"([\"“‘'])(?:{ranks})([\"”’'])(?= [A-Z])")
