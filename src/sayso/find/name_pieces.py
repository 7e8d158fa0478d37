"""Where the names in one entity of the parser begin and end: of two that it takes for one, and behind words that are no part of any."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache
from itertools import dropwhile

from sayso.find.passages import Passage
from sayso.lang.grammar import any_of
from sayso.lang.language import Language


def families(passages: Iterable[Passage]) -> frozenset[str]:
    """The last words of the full names of persons that the parser sees in a document."""
    return frozenset(e[-1].text for p in passages for e in p.parse.ents if e.label_ == "PERSON" and len(e) > 1 and e[-1].tag_ == "NNP")


def pieces(text: str, language: Language, persons: Container[str]) -> list[tuple[int, int]]:
    """The names in an entity that holds several.

    "Brand's Valley Party" is a party's behind that of a person whom the document names in full, as is "Hill Front of General Otto Brand"
    and "Hill Front, Otto Brand"; "pro-Dawn Valley Party" is the Dawn and a party that is for it.
    """
    for mark in language.grammar.possessive:
        owner, owned, rest = text.partition(f"{mark} ")
        if owned and (owner in persons or _is_full(owner, persons)) and " " in rest and rest[0].isupper():
            return [(0, len(owner)), (len(owner) + len(owned), len(text))]
    for mark in (", ", *(f" {word} " for word in language.grammar.belonging)):
        body, parted, rest = text.partition(mark)
        name = _untitled(rest, language)
        if parted and (not name or _is_full(name, persons)):
            return [(0, len(body)), *([(len(text) - len(name), len(text))] if name else ())]
    lead = _siding(language).match(text)
    if lead is None:
        return [(0, len(text))]
    space = text.find(" ", lead.end())
    return [(lead.end(), len(text))] if space < 0 else [(lead.end(), space), (space + 1, len(text))]


def _is_full(name: str, persons: Container[str]) -> bool:
    """Whether words are the full name of somebody of whose family the document names one."""
    words = name.split()
    return len(words) > 1 and words[-1] in persons and all(word[0].isupper() for word in words)


def _untitled(name: str, language: Language) -> str:
    """A name without the titles before it."""
    titles = language.rules("actors")["titles"]
    return " ".join(dropwhile(lambda word: word.lower().strip(".") in titles, name.split()))


@cache
def _siding(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(language.rules('actors')['siding'])})-(?=[A-Z])")


def suspected(name: str, language: Language) -> int:
    """How many letters at the beginning of a name only tell that it is not sure who it was: "Suspected Al-Dawn"."""
    first, _, rest = name.partition(" ")
    return len(name) - len(rest) if rest[:1].isupper() and first.lower() in language.rules("actors")["suspected"] else 0
