"""At what an event was that lies in a place: the bridge and the ford of one town are two."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.grammar import any_of
from sayso.lang.language import Language


def sites_told(quote: str, language: Language) -> frozenset[str]:
    """The kinds of what lies in a place at which a clause tells an event: "bridge" for "at the bridge of Dol" and "at the Dol bridge"."""
    found = _sites(language).finditer(quote)
    return frozenset(match["before"] or match["behind"] for match in found)


@cache
def _sites(language: Language) -> re.Pattern[str]:
    table = language.rules("place_words")
    spots, at = any_of(table["spots"]), any_of([*table["at"], *table["at_sites"]])
    definite, name = rf"(?:(?:{any_of(language.grammar.definite)}) )?", r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    before = rf"(?P<before>{spots}) (?:{any_of((*language.grammar.belonging, *table['at']))}) {definite}{name}"
    return re.compile(rf"\b(?:{at}) {definite}(?:{before}|{name} (?P<behind>{spots})\b)")
