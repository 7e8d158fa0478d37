"""The phrases of a table of a language as one pattern."""

from __future__ import annotations

from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.lang.spotting import Spotter


@cache
def phrases(language: Language, table: str, name: str) -> Spotter:
    """The phrases under a name of a table, regular expressions in small letters, where a word begins."""
    return Spotter(rf"\b(?:{any_like(language.rules(table)[name])})")


@cache
def phrases_as_written(language: Language, table: str, name: str) -> Spotter:
    """The same of a table whose expressions tell themselves where they begin."""
    return Spotter(any_like(language.rules(table)[name]))


@cache
def whole_phrases(language: Language, table: str, name: str) -> Spotter:
    """The same as whole words, in capitals or small letters, also over the end of a line."""
    patterns = (pattern.replace(" ", r"\s") for pattern in language.rules(table)[name])
    return Spotter(rf"\b(?:{any_like(patterns)})\b", any_case=True)
