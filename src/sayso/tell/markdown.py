"""Markdown as the brief uses it: escaping, numbered endnotes, and reading both back for the check."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

MARKUP = re.compile(r"([\\`*\[\]<>|]|(?<!\w)_|_(?!\w))")
ESCAPED = re.compile(r"\\([\\`*_\[\]<>|])")
CITATION = re.compile(r"(?<!\\)\[(\d+)\]")
ENDNOTE = re.compile(r"^- \[(\d+)\] .* ¶ \d+: “(.*)” c:(\S+)$")
QUOTED = re.compile(r"“([^“”]*)”")
ITALIC = re.compile(r"(?<![\\\w])\*(?!\s)(?:[^*\\]|\\.)+\*")
LINE_ENDS = str.maketrans({"\n": "↵", "\r": "␍"})
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")


def escape(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return MARKUP.sub(r"\\\1", text)


def unescape(text: str) -> str:
    """The text that was escaped."""
    return ESCAPED.sub(r"\1", text)


def one_line(text: str) -> str:
    """The text with its line ends as visible signs, so that an exact quotation fits on one line."""
    return text.translate(LINE_ENDS)


def covered(hit: re.Match[str]) -> str:
    """As many plain letters as were matched."""
    return "x" * len(hit[0])


class Notes:
    """The endnotes of one brief: claims get numbers in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cite(self, claims: Iterable[str]) -> str:
        """The citation of these claims, as "[1][4]", in ascending order."""
        numbers = sorted({self._numbers.setdefault(claim, len(self._numbers) + 1) for claim in claims})
        return "".join(f"[{number}]" for number in numbers)

    @property
    def cited(self) -> list[str]:
        """The claims cited, in the order of their numbers."""
        return list(self._numbers)


@dataclass(frozen=True, slots=True)
class Endnote:
    """An endnote as read back from a brief."""

    number: int
    quote: str
    claim: str
    line: int


def endnotes(text: str) -> list[Endnote]:
    """All endnotes of a brief, with the lines on which they stand."""
    found = ((number, ENDNOTE.match(line)) for number, line in enumerate(text.split("\n"), 1))
    return [Endnote(int(hit[1]), unescape(hit[2]), hit[3], line) for line, hit in found if hit]


def sentences(line: str, abbreviations: Iterable[str]) -> list[str]:
    """The sentences of a line; a stop inside a quotation or a title (in italics), or after an abbreviation, ends none."""
    masked = ITALIC.sub(covered, QUOTED.sub(covered, line))
    short = re.compile(r"(?:\b(?:" + "|".join(map(re.escape, abbreviations)) + r")|\b[A-Z])\.$")
    ends = [hit for hit in SENTENCE_END.finditer(masked) if not short.search(masked[: hit.start()])]
    cuts = [0, *(hit.end() for hit in ends), len(line)]
    return [line[start:end].strip() for start, end in pairwise(cuts) if line[start:end].strip()]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table's lines; cells must be escaped already."""
    columns = list(head)
    return [f"| {' | '.join(cells)} |" for cells in (columns, ["---"] * len(columns), *rows)]
