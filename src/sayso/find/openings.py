"""Sets off the date or the text that opens a sentence, so that the parser does not take the name behind it for a part of it."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.language import Language

BEGINS = r"(?:\A|\n|[.!?:;][\"”’)]?\s+)"
"""What stands before the first word of a sentence; marks of notes are blank."""


def set_off(plain: str, language: Language) -> str:
    """The text with a comma in place of the space behind such openings ("On 3 May Brand said"); each letter stays at its place."""
    return _openings(language).sub(lambda found: f"{found.group()[:-1]},", plain)


@cache
def _openings(language: Language) -> re.Pattern[str]:
    table, months = language.rules("layout")["set_off"], language.rules("months")
    parts = {
        "{month}": f"(?:{'|'.join([*months['names'].values(), *(f'(?:{short})[.]?' for short in months['short'].values())])})",
        "{weekday}": f"(?:{'|'.join(day.capitalize() for day in language.rules('dates')['words']['weekday'].values())})",
        "{day}": r"(?:the )?\d{1,2}(?:st|nd|rd|th)?",
    }
    dated = f"{table['opens']} (?:{'|'.join(table['dates'])})"
    pattern = f"(?:{BEGINS}|{table['joined']})(?:{dated}|{table['published']}){table['behind']} "
    for name, words in parts.items():
        pattern = pattern.replace(name, words)
    return re.compile(pattern)
