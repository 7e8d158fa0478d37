"""The labels by which turns of a talk open: "BRAND: ...", "Mr. BRAND. ...", "Dr Ada RENN (Kest West) - ...", or a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.find.names import untitled
from sayso.lang.grammar import any_like
from sayso.lang.language import Language

WHO = r"(?P<who>(?:\s*[(\[][^()\[\]\n]{1,80}[)\]]){0,3})"
"""What brackets behind a name tell of who speaks."""
WORD = r"[A-Z][\w.'’-]*"
_LOUD = re.compile(r"[A-Z][A-Z'’-]+")
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: code points of the name in it, and where what is said begins; `key` is the name without titles.

    `introduced`: it also tells who that is.
    """

    start: int
    end: int
    words: int
    name: str
    key: str
    introduced: bool


class TurnLabels:
    """Finds them by the tables `actors` and `layout` of a language."""

    def __init__(self, language: Language) -> None:
        self.titles = frozenset(language.rules("actors")["titles"])
        table = language.rules("layout")["turn_labels"]
        self.office = re.compile(rf"(?:{any_like(table['articles'])}) ")
        titled = rf"(?:{any_like(table['articles'])}|(?:{'|'.join(sorted(map(re.escape, self.titles), key=len, reverse=True))})\.?)"
        office = (
            rf"(?:{any_like(table['articles'])}) (?:{WORD}|{any_like(table['joining'])})(?: (?:{WORD}|{any_like(table['joining'])})){{0,7}}"
        )
        name = rf"[A-Z][\w.'’-]+(?: {WORD}){{0,3}}"
        self.colon = re.compile(rf"[\s\"“]*(?P<name>{name}|{office})(?P<told>, [^:.?!\n]{{2,60}})?{WHO}\s*:\s")
        self.formal = re.compile(
            rf"\s*(?P<name>(?i:{titled}) (?:{WORD} ){{0,4}}[A-Z][\w'’-]+|(?:{WORD} ){{0,3}}[A-Z][A-Z'’-]{{2,}}){WHO}"
            r"(?P<mark>\s[-–—]{1,2}\s|\.(?:\s?[-–—]{1,2})?\s)"
        )
        self.line = re.compile(rf"\s*(?P<name>{name}|{office}){WHO}\s*")

    def at(self, text: str, start: int, end: int) -> Label | None:
        """The label that opens a block: a name before a colon, or before a dash or a full stop where it is told as a speaker's.

        Before a dash it has a title, or its last word is all in capitals; before a full stop both.
        """
        if (found := self.colon.match(text, start, end)) is not None and (not found["told"] or _is_loud(found["name"])):
            return self._label(found)
        found = self.formal.match(text, start, end)
        if found is None or (found["mark"].startswith(".") and not (_is_loud(found["name"].split()[-1]) and " " in found["name"])):
            return None
        return self._label(found)

    def alone(self, text: str, start: int, end: int) -> Label | None:
        """The label that is all of a block."""
        found = self.line.fullmatch(text, start, end)
        return self._label(found) if found is not None else None

    def _label(self, found: re.Match[str]) -> Label:
        """A label; where an office is named and a bracket tells who holds it, the name in the bracket is the speaker's."""
        start, end = found.span("name")
        if self.office.match(found["name"]):
            for inner in _BRACKET.finditer(found.string, *found.span("who")):
                if untitled(inner[1], self.titles) != inner[1]:
                    start, end = inner.span(1)
        name = found.string[start:end]
        told = bool(found["who"].strip()) or bool(found.groupdict().get("told"))
        return Label(start, end, found.end(), name, untitled(name, self.titles), told)


def _is_loud(name: str) -> bool:
    """Whether all words of a name are in capitals."""
    return all(map(_LOUD.fullmatch, name.split()))
