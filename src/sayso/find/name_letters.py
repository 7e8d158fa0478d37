"""Names that a document shows to be names by their letters: the words before an acronym in brackets that it abbreviates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.find.passages import Passage
from sayso.lang.grammar import any_of
from sayso.lang.initials import in_other_order
from sayso.lang.language import Language

_WORDS = r"(?P<words>(?:[\w’'/&.-]+\s){1,11}[\w’'/&.-]+)"
_LETTERS = r"(?P<short>[A-Z][A-Z0-9]{1,8}|[A-Z]+[a-z]?[A-Z0-9]+)"
_BRACKET = rf"{_WORDS}[\"”’]?\s\([\"“‘]?{_LETTERS}[\"”’]?(?:\)|[,;])"
"""Up to twelve words before an acronym in brackets."""
SPARE = 5
"""Words that a name has at most beside those whose letters its acronym shows: small ones ("of the")."""


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What shows an acronym, each before it the part of it without which none is there: looking for the words before one takes long."""
    behind = rf"{_LETTERS}(?=,? (?:{any_of(language.rules('actors')['in_short'])})\b)"
    return (re.compile(r"\([\"“‘]?[A-Z]"), re.compile(_BRACKET)), (re.compile(behind), re.compile(f"{_WORDS}, {behind}"))


def spelt_out(passage: Passage, language: Language) -> Iterator[tuple[int, int, int, int]]:
    """Where a name begins and ends whose acronym stands in brackets behind it, or "for short", and where that does.

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text": the shortest run of
    words in which the letters of the acronym stand in their order, each at the beginning of a word, the first at that of the first.
    """
    block = (passage.block.start, passage.block.end)
    for needed, pattern in _patterns(language):
        for found in pattern.finditer(passage.text, *block) if needed.search(passage.text, *block) else ():
            if (size := _name_before(found["words"], found["short"])) is not None:
                yield found.end("words") - size, found.end("words"), found.start("short"), found.end("short")


def _name_before(words: str, short: str) -> int | None:
    """How many of the last characters are the name: it begins with a capital and holds more than the acronym itself."""
    pieces = [(at.start(), at.group()) for at in re.finditer(r"[^\s/-]+", words)]
    letters = list(short.lower())
    for start, word in reversed(pieces[-len(letters) - SPARE :]):
        initial = re.sub(r"^[ld]['’](?=\w)", "", word.lower())[:1]
        while letters and initial == letters[-1]:
            letters.pop()
            initial = ""
        if not letters:
            return len(words) - start if word[:1].isupper() and start < pieces[-1][0] else None
    runs = (start for start, word in reversed(pieces[-len(short) - SPARE :]) if word[:1].isupper())
    return next((len(words) - start for start in runs if in_other_order(short, words[start:])), None)
