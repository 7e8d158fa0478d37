"""Patterns of many phrases, looked for only in texts that hold the letters which one of the phrases cannot be without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lang.grammar import any_like

SHORTEST = 3
"""Letters in a row from which on a phrase is known by them: fewer stand in most texts."""
_PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[!=]|\(\?P<\w+>|\(\?[-a-z]*:|\(|\)|\{[\d,]*\}|.", re.DOTALL)
"""The pieces of a regular expression of the language tables: escapes, sets of letters, what opens and closes a group, and single signs."""
NOTHING = any_like(())
Runs = list[str] | None
"""Runs of letters of which each match holds one; None where they are not known."""


class Spotter:
    """A pattern that asks the text first for the runs of letters of which each match holds one, if these are known.

    To ask for some dozens of them takes a tenth of the time in which the pattern is tried at each place of a sentence. `any_case` is
    whether capitals and small letters are one to it.
    """

    __slots__ = ("any_case", "needed", "pattern")

    def __init__(self, pattern: str, any_case: bool = False) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE if any_case else 0)
        self.any_case = any_case
        self.needed = needed_in(pattern.casefold() if any_case else pattern)

    def may_be_in(self, text: str) -> bool:
        """Whether a text can hold a match at all."""
        if self.any_case:
            text = text.casefold()
        for run in self.needed:
            if run in text:
                return True
        return not self.needed

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self.pattern.fullmatch(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match that begins at a place of a text."""
        return self.pattern.match(text, at)


@cache
def needed_in(pattern: str) -> tuple[str, ...]:
    """Runs of letters of which each match of a regular expression holds one; none where these cannot be told.

    Read are the signs that language tables use; what stands in a look-ahead, a set, or is optional is needed by none.
    """
    runs, _ = _alternatives(_PIECES.findall(pattern), 0)
    return tuple(sorted(set(runs or ())))


def _alternatives(pieces: Sequence[str], at: int) -> tuple[Runs, int]:
    """The same for alternatives up to the end of their group, and where that is. One that meets nothing needs nothing."""
    every: list[str] | None = []
    while True:
        start = at
        parts, at = _parts(pieces, at)
        if [] not in parts and "".join(pieces[start:at]) != NOTHING:
            best = max(parts, key=_tells, default=None)
            every = None if best is None or every is None else every + best
        if at == len(pieces) or pieces[at] == ")":
            return every, at
        at += 1


def _parts(pieces: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """The parts that one alternative cannot be without, for each the runs of which it holds one, and where the alternative ends."""
    parts, run = list[list[str]](), ""
    while at < len(pieces) and pieces[at] not in ("|", ")"):
        piece = pieces[at]
        inner: Runs = None
        if opens := piece.startswith("("):
            inner, at = _alternatives(pieces, at + 1)
        optional, many, at = _repeated(pieces, at + 1)
        letter = "" if opens else _letter(piece)
        run += "" if optional else letter
        if many or not letter:
            parts += [[run]] if len(run) >= SHORTEST else []
            parts += [inner] if inner is not None and not optional and piece[-1] not in "!=" else []
            run = ""
    return ([*parts, [run]] if len(run) >= SHORTEST else parts), at


def _tells(part: Sequence[str]) -> tuple[int, int]:
    """How well the runs of a part tell that it is there: by their shortest, then by how few they are."""
    return min(len(run.strip()) for run in part), -len(part)


def _letter(piece: str) -> str:
    """The letter for which a piece stands alone; nothing for any other."""
    if len(piece) == 1:
        return "" if piece in ".^$" else piece
    return piece[1] if piece[0] == "\\" and not piece[1].isalnum() else ""


def _repeated(pieces: Sequence[str], at: int) -> tuple[bool, bool, int]:
    """Whether a piece may be left out, whether it may stand several times, and where the next one begins."""
    start = at
    while at < len(pieces) and (pieces[at] in ("?", "*", "+") or pieces[at].startswith("{")):
        at += 1
    return at > start and pieces[start] != "+", at > start, at
