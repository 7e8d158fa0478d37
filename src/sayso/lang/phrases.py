"""The phrases of a table of a language as one pattern."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language


@cache
def phrases(language: Language, table: str, name: str) -> re.Pattern[str]:
    """The phrases under a name of a table, regular expressions in small letters, where a word begins."""
    return re.compile(rf"\b(?:{any_like(language.rules(table)[name])})")
