"""Puts words that somebody else copied back on their exact characters in a text, or says that they are not there."""

from __future__ import annotations

import re
from functools import cached_property

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛`´′", "'"))
_SPACE = re.compile(r"\s+")


class Anchor:
    """One text in which words are looked for: as they are, then with white space and quotation marks folded; never more loosely."""

    def __init__(self, text: str) -> None:
        self.text = text

    def places(self, words: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Where the words stand whole between two code points, in order; those that stand there exactly, else those that do folded."""
        words = words.strip()
        end = len(self.text) if end is None else end
        if not words:
            return []
        exact = [(at, at + len(words)) for at in _all(self.text, words)]
        found = [place for place in exact if self._whole(place)] or [place for place in self._folded_places(words) if self._whole(place)]
        return [(first, last) for first, last in found if start <= first and last <= end]

    def _whole(self, place: tuple[int, int]) -> bool:
        """Whether the words begin and end where words of the text do: "10" does not stand in "2010"."""
        first, last = place
        cut_before = first > 0 and self.text[first - 1].isalnum() and self.text[first].isalnum()
        cut_behind = last < len(self.text) and self.text[last - 1].isalnum() and self.text[last].isalnum()
        return not cut_before and not cut_behind

    def _folded_places(self, words: str) -> list[tuple[int, int]]:
        folded, at = self._folded
        sought = _SPACE.sub(" ", words.translate(_QUOTES))
        return [(at[spot], at[spot + len(sought) - 1] + 1) for spot in _all(folded, sought)]

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The text folded, and for each of its characters where it stands in the text."""
        plain = self.text.translate(_QUOTES)
        letters: list[str] = []
        at: list[int] = []
        position = 0
        for space in _SPACE.finditer(plain):
            letters += [plain[position : space.start()], " "]
            at += range(position, space.start() + 1)
            position = space.end()
        return "".join([*letters, plain[position:]]), [*at, *range(position, len(plain))]


def _all(text: str, words: str) -> list[int]:
    """Every place at which the words begin, overlapping ones too."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
