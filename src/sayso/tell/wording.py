"""How the brief words things: the patterns of a language's wording table, filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sayso.lang.language import Language
from sayso.records.when import When

LONG = 200
"""Code points of a quotation from which it is cut at the end of a clause (set by reading: two lines of print)."""
SHORT = 60
"""No quotation is cut to less than this."""
MANY = 6
"""Items that a list in running text names at most."""
VAGUE = 92
"""Days from which an interval says too little to open a sentence, unless a year is what the text names."""
CLAUSE_END = re.compile(r"[,;:.!?—–](?=\s)")
OPENING, CLOSING = "“‘«„\"'", "”’»“\"'"
STOP = re.compile(r"(?<![A-Z.])\.$")
"""The stop at the end of a quotation, which goes because the sentence has its own; that of an abbreviation stays."""
GAP = " … "


class Wording:
    """The phrases of one language."""

    def __init__(self, language: Language) -> None:
        self._table: Mapping[str, Any] = language.rules("wording")

    def phrase(self, group: str, key: str, **parts: object) -> str:
        """The phrase of this group and key with its parts filled in; the key itself where the table has none."""
        pattern = self._table[group].get(key)
        return str(pattern).format(**parts) if pattern is not None else key.replace("_", " ")

    def words(self, group: str) -> list[str]:
        """A list of the table."""
        return [str(word) for word in self._table[group]]

    def value(self, value: str) -> str:
        """An answer to a question, in the table's word for it or its own."""
        return str(self._table["values"].get(value, value))

    def columns(self, key: str) -> list[str]:
        """The heads of a table's columns."""
        return [str(head) for head in self._table["columns"][key]]

    def act(self, act: str, written: bool) -> str:
        """What the voice did; `written` where it is the document's own author."""
        own = self._table["written_acts"].get(act) if written else None
        return str(own or self._table["acts"][act])

    def count(self, key: str, low: int, high: int | None = None) -> str:
        """A number of things, or a range of numbers: "1 voice", "3–4 independent origins"."""
        one, many = self._table["counts"][key]
        shown = str(low) if high in (None, low) else f"{low}–{high}"
        return f"{shown} {one if shown == '1' else many}"

    def method(self, key: str, **parts: object) -> str:
        """A line of counts and rules, in italics."""
        return f"*{self.phrase('method', key, **parts)}*"

    def is_method(self, line: str) -> bool:
        """Whether a line is one of the lines of counts and rules."""
        hole = r"[^“”\[\]{}]{1,200}?"
        patterns = ("\\*" + re.sub(r"\\\{\w+\\\}", lambda _: hole, re.escape(str(p))) + "\\*" for p in self._table["method"].values())
        return any(re.fullmatch(pattern, line) for pattern in patterns)

    def listed(self, items: Sequence[str], most: int = MANY) -> str:
        """Items as a list in running text: "a, b and c"; beyond `most` their number: "a, b, c and 4 others"."""
        if len(items) > most:
            items = [*items[: most - 1], self.phrase("words", "others", number=len(items) - most + 1)]
        return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {self._table['words']['and']} {items[-1]}"

    def day(self, day: date) -> str:
        """A day: "4 March 2031"."""
        return f"{day.day} {self._table['months'][day.month - 1]} {day.year}"

    def date(self, when: When | None) -> str:
        """An interval as exactly as it is known: a day, a month, a year, or its two ends."""
        if when is None:
            return self.phrase("words", "undated")
        if when.first == when.last:
            return self.day(when.first)
        if when.precision == "month":
            return f"{self._table['months'][when.first.month - 1]} {when.first.year}"
        if when.precision == "year":
            return str(when.first.year)
        return self.phrase("words", "period", **self._ends(when))

    def opening(self, when: When | None) -> str:
        """How a sentence opens with a date: "On 4 March 2031 "; empty where it is too vague to help."""
        if when is None or (when.days > VAGUE and when.precision != "year"):
            return ""
        if when.first == when.last:
            return self.phrase("words", "day", date=self.date(when))
        if when.precision in ("month", "year"):
            return self.phrase("words", "month", date=self.date(when))
        return self.phrase("words", "range", **self._ends(when))

    def _ends(self, when: When) -> dict[str, str]:
        """The two ends of an interval; month and year are said once where they are the same."""
        same_year = when.first.year == when.last.year
        parts = 1 if same_year and when.first.month == when.last.month else 2 if same_year else 3
        return {"first": " ".join(self.day(when.first).split()[:parts]), "last": self.day(when.last)}


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def cut(words: str, longest: int = LONG) -> str:
    """The words, cut at the last end of a clause within `longest` code points, or of a word where no clause ends there."""
    if len(words) <= longest:
        return words
    ends = [hit.start() for hit in CLAUSE_END.finditer(words, SHORT, longest)] or [words.rfind(" ", 0, longest)]
    return words[: ends[-1]].rstrip(" ,;:") + " …"


def inner(words: str) -> str:
    """A quotation ready to stand in double quotation marks: on one line, without its own outer marks, inner ones made single."""
    line = " ".join(words.split()).strip(" ,;:")
    if line[:1] in ("“", '"') and line[-1:] in ("”", '"') and not re.search(r"[“”\"]", line[1:-1]):
        line = line[1:-1]
    line = STOP.sub("", line)
    halves = re.split(r'"', line.replace("“", "‘").replace("”", "’"))
    return "".join(half if n == 0 else ("‘" if n % 2 else "’") + half for n, half in enumerate(halves))


def bare(words: str) -> str:
    """Words as compared in the check: on one line and with all quotation marks alike."""
    return re.sub(r"[“”‘’\"]", "'", " ".join(words.split()))
