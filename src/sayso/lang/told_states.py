"""Names of states that no gazetteer knows, as a text itself shows them: "the government of Velkania", "Velkania's parliament"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from sayso.lang.grammar import any_of
from sayso.lang.language import Language

NAME = r"[A-Z][a-z]\w{2,}"
SEVERAL = 2
"""How many things that not only states have show that a name is one."""
VOWELS = "aeiouy"
OF, SURE = "of", "sure"
"""How words tell: before the name, and behind it such as only a state has."""
LONGER = re.compile(r"(?<!\w)([A-Z][\w’'-]*) \Z")
"""A word before a name that is another part of it ("Costa Rican")."""
LOOK_BACK = 30
"""Code points in which that is looked for."""


def told_states(text: str, language: Language, known: Callable[[str], object]) -> Mapping[str, str]:
    """The names of states of one word that a text shows, and their adjectives in it, each with the name.

    Nothing is told of those that are `known`, nor of whom a title stands before.
    """
    shown = _shown(text, language)
    if not shown:
        return {}
    words, persons = set(re.findall(NAME, text)), {found[1] for found in _titled(language).finditer(text)}
    places = {found[1] or found[2] for found in _placed(language).finditer(text)}
    bases = {adjective: name for name in sorted(places) for adjective in _adjectives(name, language)}
    told: dict[str, set[str]] = defaultdict(set)
    for word, what in shown.items():
        name = bases.get(word, word)
        if name in places or OF in what:
            told[name] |= what
    found_all: dict[str, str] = {}
    for name in sorted(name for name, what in told.items() if SURE in what or OF in what or len(what) >= SEVERAL):
        adjectives = set(_adjectives(name, language)) & words
        if name not in persons | _general(language) and not any(map(known, (name, *adjectives))):
            found_all |= dict.fromkeys((name, *sorted(adjectives)), name)
    return found_all


def _shown(text: str, language: Language) -> dict[str, set[str]]:
    """What shows each word to be that of a state."""
    shown: dict[str, set[str]] = defaultdict(set)
    for pattern, how in _signs(language):
        for found in pattern.finditer(text):
            before = LONGER.search(text, max(0, found.start() - LOOK_BACK), found.start())
            if how == OF or before is None or before[1].lower() in language.grammar.definite:
                shown[found["name"]].add(how or found["what"].lower())
    return shown


def _adjectives(name: str, language: Language) -> Iterator[str]:
    """The adjectives that a land's name may have: "Velkanian" of "Velkania", "Dolese" of "Dol"."""
    stem = name.rstrip(VOWELS)
    for ending in language.rules("governing")["lands"]["people"]:
        if name[-1] in VOWELS or len(ending) > 1 or ending == "i":
            yield name + ending
        if stem != name and len(ending) > 1:
            yield stem + ending


@cache
def _signs(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What shows a name to be that of a state, before it and behind it; what only states have with how it tells so."""
    table, words = language.rules("governing"), language.grammar
    lands, of, the = table["lands"], any_of(words.belonging), any_of(words.definite)
    matters = any_of({word for told in table["matters"].values() for word in told})
    before = rf"(?:{any_of(lands['of'])}|(?:{any_of(table['offices'])}) (?:{of}) (?:(?:{the}) )?(?:{matters}))"
    name = rf"(?P<name>{NAME})"
    return (
        (re.compile(rf"\b(?i:{before} (?:{of}) ){name}\b(?! [A-Z])"), OF),
        (re.compile(rf"\b{name}(?:['’]s)? (?i:{any_of(lands['its'])})\b"), SURE),
        (re.compile(rf"\b{name}(?:['’]s)? (?P<what>{any_of(lands['seldom'])})\b"), ""),
    )


@cache
def _placed(language: Language) -> re.Pattern[str]:
    """A name that stands as a noun does: behind a preposition and before a mark, or with what is its."""
    inside = any_of({*language.rules("actors")["inside"], *language.rules("actors")["placing"], *language.grammar.belonging, "to", "into"})
    behind = rf"[.,;:)]|\s+(?:{any_of(language.grammar.joining)})\b"
    return re.compile(rf"(?<!\w)(?:{inside}) ({NAME})(?={behind})|\b({NAME})(?=['’]s)")


@cache
def _general(language: Language) -> frozenset[str]:
    """Words with a capital that are parts of bodies' names."""
    table = language.rules("actors")
    lists = (*table["kind_words"].values(), table["body_heads"], table["making_another"], table["in_many_names"], table["bodies_speaking"])
    return frozenset(word.title() for words in lists for word in words)


@cache
def _titled(language: Language) -> re.Pattern[str]:
    """A name with a title before it, or behind a particle of family names."""
    titles = any_of(word.title() for word in language.rules("actors")["titles"])
    return re.compile(rf"\b(?:(?:{titles})\.? (?:[A-Z]\w+ )?|al-|Al-)({NAME})\b")
