"""Names with numbers in them, of which the parser makes dates, goods or nothing: "the 9 May Movement (M-9)", "the 8th Front"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sayso.find.passages import Passage
from sayso.lang.grammar import any_of
from sayso.lang.language import Language

CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
"""A name of letters and a number, as bodies have that are named after a day; as arms and roads have too."""
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th) ")
"""The number that the name of a unit begins with."""


def with_numbers(passage: Passage, language: Language) -> Iterator[tuple[int, int]]:
    """Where the names of bodies stand that are named after a day, and those of units with a number."""
    if passage.block.kind != "heading":
        for pattern in _patterns(language):
            yield from (found.span() for found in pattern.finditer(passage.text, passage.block.start, passage.block.end))


def coded(passage: Passage, language: Language) -> Iterator[tuple[int, int, str]]:
    """Where a name of letters and a number stands of which the words around it tell that it is a body's, with its kind."""
    told = _told(language)
    for found in CODE.finditer(passage.text, passage.block.start, passage.block.end):
        start, end = found.span()
        before, behind = passage.text[max(0, start - REACH) : start], passage.text[end : end + REACH]
        if any(side.search(text) for side, text in zip(told, (before, behind), strict=True)):
            yield start, end, "armed_group" if _armed(language).match(behind) else "other"


REACH = 40
"""Code points before and behind such a name in which that is told."""


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    table = language.rules("actors")
    months = any_of([str(name) for name in language.rules("months")["names"].values()])
    heads, units = (any_of([word.capitalize() for word in words]) for words in (table["body_heads"], table["units"]))
    number, capital = r"\d{1,2}(?:st|nd|rd|th)?", r"[A-Z][\w.’'-]*"
    day = rf"(?:{number}[ -](?:{any_of(language.grammar.belonging)} )?(?:{months})|(?:{months})[ -]{number})"
    return (
        re.compile(rf"\b{day}[ -](?:{capital}\s){{0,3}}(?:{heads})\b"),
        re.compile(rf"\b\d{{1,3}}(?:st|nd|rd|th)\s(?:{capital}\s){{0,3}}(?:{units})\b"),
    )


@cache
def _told(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells that a name is a body's before it ("leaders of the") and behind it (" guerrilla group")."""
    table: Mapping[str, Mapping[str, list[str]]] = language.rules("actors")
    beside, articles = table["beside_codes"], any_of(language.grammar.articles)
    before = rf"\b(?:{any_of(beside['before'])}) (?:{any_of(beside['by'])}) (?:(?:{articles}) )?(?:[a-z]+ )?\Z"
    return re.compile(before), re.compile(rf"\A (?:{any_of(beside['behind'])})\b")


@cache
def _armed(language: Language) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(language.rules('actors')['armed_people'])})\b")
