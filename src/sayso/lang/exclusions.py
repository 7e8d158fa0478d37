"""Which details a clause names and which it denies, by the words of the table `exclusions`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.lang.grammar import any_of, small
from sayso.lang.language import Language
from sayso.lang.spotting import Spotter

Places = Mapping[str, tuple[int, ...]]
"""For each kind where in a text its words begin."""


@cache
def _kinds(language: Language, question: str) -> Mapping[str, tuple[Spotter, Spotter]]:
    """For each kind of answer the words that name it, and those words where they are denied."""
    table = language.rules("exclusions")[question]
    denying = rf"\b(?:{any_of(table['not'])})\s+(?:(?:{any_of(table['between'])})\s+)*"
    words = {kind: rf"(?P<word>(?:{any_of(own)}))\b" for kind, own in table["kinds"].items()}
    return {kind: (Spotter(rf"\b{own}"), Spotter(denying + own)) for kind, own in words.items()}


@cache
def _any(language: Language, question: str) -> Spotter:
    """Any of the words of any kind: few texts hold one."""
    return Spotter("|".join(words.pattern.pattern.replace("?P<word>", "?:") for words, _ in _kinds(language, question).values()))


@lru_cache(maxsize=1024)  # the claims of an incident are asked several times
def named_and_denied(quote: str, language: Language, question: str) -> tuple[Places, Places]:
    """The kinds that a text names without denying them, and those that it denies, each with the places of its words."""
    named: dict[str, tuple[int, ...]] = {}
    denied: dict[str, tuple[int, ...]] = {}
    text = small(quote)
    if not _any(language, question).search(text):
        return named, denied
    for kind, (words, no) in _kinds(language, question).items():
        against = tuple(match.start("word") for match in no.finditer(text))
        other = tuple(match.start("word") for match in words.finditer(text) if match.start("word") not in against)
        named |= {kind: other} if other else {}
        denied |= {kind: against} if against else {}
    return named, denied
