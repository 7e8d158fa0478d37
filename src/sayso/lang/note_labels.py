"""The labels of notes as printed, and rows of lines that bear numbers without a sign; no words of any language."""

from __future__ import annotations

import re

LABEL = r"\^\{\w{1,8}\}|\^(?:\d{1,3}|[ivxlcd]{1,8})(?!\w)|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\[\d{1,3}\]"
"""A label as printed: "^{xii}", "^12", "ⁱⁱⁱ", "[12]"."""
MARK = re.compile(rf"(?<![\d^])(?:{LABEL})")
_RAISED = str.maketrans("ⁱ⁰¹²³⁴⁵⁶⁷⁸⁹ᵛˣ", "i0123456789vx")
_LEVEL = re.compile(r"""(?:(?<=[^\W\d_"”’)\]][.,;:!?])|(?<=["”’)\]][.,;:!?])|(?<=[”"’)\]]))[1-9]\d{0,2}(?![\w.,:%-]*[\w%])""")
"""Bare digits right behind the mark of a sentence or a quotation: raised ones lose their place where a text is copied."""
_LEVEL_BEHIND_NUMBER = re.compile(r"(?<=\d\.)[1-9]\d{0,2}(?=\s+[A-Z\"“]|\s*(?:\n|\Z))")
"""The same behind a number that ends its sentence."""
LEAST_LEVEL = 3
"""How many such digits must stand in a text, in the order of their numbers, to be marks of notes."""
_NUMBERED = re.compile(r"^[ \t]*(?P<label>\d{1,3})[ \t]+(?=[^\W\d]|[\"“«])", re.MULTILINE)
"""A line that begins with a number and nothing behind it: an entry only in a row of such lines."""


def plain(label: str) -> str:
    """A label without its signs and in plain letters: "xii" for "^{xii}", "iii" for "ⁱⁱⁱ"."""
    return re.sub(r"[\^{}\[\]]", "", label.translate(_RAISED)).lower()


def in_a_row(text: str, zone: int) -> list[re.Match[str]]:
    """The lines numbered 1, 2, 3 … without a sign, one right behind the other: under a heading for notes, or where marks point at each."""
    row: list[re.Match[str]] = []
    for match in _NUMBERED.finditer(text):
        behind = bool(row) and not re.search(r"\n[ \t\r]*\n", text[row[-1].end() : match.start()].rstrip("\n \t\r") + "\n")
        if int(match["label"]) == len(row) + 1 and (behind or not row):
            row.append(match)
        elif int(match["label"]) == 1:
            row = [match]
    marks = {plain(mark.group()) for mark in MARK.finditer(text)}
    told = bool(row) and (row[0].start() >= zone or marks.issuperset(match["label"] for match in row))
    return row if told and len(row) > 1 else []


def level_marks(text: str) -> list[re.Match[str]]:
    """The marks of notes that are bare digits: "... was lost.4 The army ..."; each number is the next one, or leaves out a single one."""
    found: list[re.Match[str]] = []
    for match in _LEVEL.finditer(text):
        if 0 < int(match.group()) - (int(found[-1].group()) if found else 0) <= 2:
            found.append(match)
    if len(found) < LEAST_LEVEL:
        return []
    numbers = {int(match.group()) for match in found}
    behind = [match for match in _LEVEL_BEHIND_NUMBER.finditer(text) if int(match.group()) not in numbers]
    places = {int(match.group()): match.start() for match in found}
    for match in behind:
        number = int(match.group())
        if places.get(number - 1, len(text)) < match.start() < places.get(number + 1, 0):
            found.append(match)
    return sorted(found, key=lambda match: match.start())
