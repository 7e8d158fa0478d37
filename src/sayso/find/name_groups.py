"""Which names of a document are those of one bearer, and the fullest of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.find.name_numbers import ORDINAL
from sayso.find.names import Name, fold, untitled
from sayso.known.packs import Packs
from sayso.lang.grammar import any_of
from sayso.lang.initials import abbreviates, of_inner_name
from sayso.lang.language import Language

_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{0,9}[A-Z]\b\.?|[A-Z]{2,10}|[A-Z]{1,4}-?\d{1,3}")

BESIDE = 24
"""Code points before a name in which a title stands."""


def canonical(names: Sequence[Name], text: str, language: Language, packs: Packs) -> dict[Name, str]:
    """For each name the fullest one that the document gives to its bearer.

    Names are one where a pack says so, where they are equal but for case and dashes, where brackets put an acronym behind them, where a
    single word is the last or the first of one person's full name, and where one is the plural of an armed group's.
    """
    titles = frozenset(language.rules("actors")["titles"])
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    keys = {name: f"pack:{name.pack}" if name.pack else fold(_untitled(name, titles)) for name in names}
    for one, other in _shortened(names, text, language):
        if not (one.pack and other.pack) and one.kind != "person" and other.kind != "person":
            keep, lose = (keys[one], keys[other]) if one.pack or not other.pack else (keys[other], keys[one])
            if root(keep) != root(lose):
                parent[root(lose)] = root(keep)
    for key, full in {
        **_first_names(names, keys, text, titles),
        **_surnames(names, keys, titles),
        **_units(names, keys),
        **_several(names, keys, language.grammar.plural),
    }.items():
        parent[root(key)] = root(full)
    fullest: dict[str, Name] = {}
    for name in sorted(names, key=lambda name: name.start):
        group = root(keys[name])
        if group not in fullest or _rank(name, packs) > _rank(fullest[group], packs):
            fullest[group] = name
    return {name: " ".join(fullest[root(keys[name])].text.split()) for name in names}


def _untitled(name: Name, titles: frozenset[str]) -> str:
    return untitled(name.text, titles) if name.kind == "person" else " ".join(name.text.split())


def _rank(name: Name, packs: Packs) -> tuple[bool, bool, int]:
    """How full a name is: the pack's own names before descriptions of office, no acronym, then the longer one."""
    own = name.pack is not None and name.text in packs.actors[name.pack].names
    return own, not re.fullmatch(r"[A-Z][A-Z.-]+", name.text), len(name.text)


def _shortened(names: Sequence[Name], text: str, language: Language) -> list[tuple[Name, Name]]:
    """Pairs of names of which the second stands in brackets right behind the first, or "for short", one of them an acronym of the other."""
    pairs, in_short = [], re.compile(rf",? (?:{any_of(language.rules('actors')['in_short'])})\b")
    for one, other in pairwise(names):
        between = text[one.end : other.start]
        bracketed = re.fullmatch(r"[\"'”’]*\s*\([\"'“‘]*", between) and text[other.end : other.end + 1] in ")\"'”’ ;,-–"
        if bracketed or (between == ", " and in_short.match(text, other.end)):
            short, long = sorted((one, other), key=lambda name: len(name.text))
            inner = of_inner_name(short.text, fold(long.text).split(), language.grammar)
            if _ACRONYM.fullmatch(short.text) and abbreviates(short.text, long.text) and not inner:
                pairs.append((one, other))
    return pairs


def _units(names: Sequence[Name], keys: Mapping[Name, str]) -> dict[str, str]:
    """The keys of numbered units, each with that of the only name that also tells whose it is: "8th Front", "8th DLA Front"."""
    units: dict[str, set[str]] = {}
    for name in names:
        if ORDINAL.match(name.text) and not name.pack and name.text.count(" ") > 1:
            words = name.text.split()
            units.setdefault(fold(f"{words[0]} {words[-1]}"), set()).add(keys[name])
    bare = {keys[name] for name in names if not name.pack}
    return {short: next(iter(longer)) for short, longer in units.items() if short in bare and len(longer) == 1}


def _several(names: Sequence[Name], keys: Mapping[Name, str], ending: str) -> dict[str, str]:
    """The keys of names for the men of an armed group, each with that of the group: "Dolanis" of "Dolani rebels"."""
    groups = {name.text + ending: keys[name] for name in names if name.kind == "armed_group" and not name.pack}
    return {keys[name]: groups[name.text] for name in names if name.text in groups and not name.pack}


def _first_names(names: Sequence[Name], keys: Mapping[Name, str], text: str, titles: frozenset[str]) -> dict[str, str]:
    """Single-word keys of persons, each with the key of the only full name that begins with it and stands before: "Otto" of "Otto Brand".

    A word with which a full name ends, or that stands behind a title, is a family name.
    """
    persons = sorted((name for name in names if name.kind == "person" and not name.pack), key=lambda name: name.start)
    words = {name: fold(_untitled(name, titles)).split() for name in persons}
    full: dict[str, dict[str, int]] = {}
    for name in persons:
        if len(words[name]) > 1:
            full.setdefault(words[name][0], {}).setdefault(keys[name], name.start)
    last = {parts[-1] for parts in words.values() if len(parts) > 1}
    alone = [name for name in persons if len(words[name]) == 1 and keys[name] not in last and len(full.get(keys[name], ())) == 1]
    titled = {keys[name] for name in alone if name.text.split()[0] in titles or _word_before(text, name).rstrip(".").lower() in titles}
    first = {name: next(iter(full[keys[name]].items())) for name in alone if keys[name] not in titled}
    return {keys[name]: key for name, (key, start) in first.items() if start < name.start}


def _word_before(text: str, name: Name) -> str:
    return next(iter(text[max(0, name.start - BESIDE) : name.start].split()[-1:]), "")


def _surnames(names: Sequence[Name], keys: Mapping[Name, str], titles: frozenset[str]) -> dict[str, str]:
    """Single-word keys of persons, each with the key of the only full name in the document that ends with it and none begins with."""
    full: dict[str, set[str]] = {}
    for name in names:
        words = fold(_untitled(name, titles)).split()
        if name.kind == "person" and len(words) > 1:
            full.setdefault(words[-1], set()).add(keys[name])
    single = [name for name in names if name.kind == "person" and not name.pack and " " not in fold(_untitled(name, titles))]
    singles = {keys[name]: fold(_untitled(name, titles)) for name in single}
    first = {fold(_untitled(name, titles)).split()[0] for name in names if name.kind == "person" and " " in fold(_untitled(name, titles))}
    return {key: next(iter(full[word])) for key, word in singles.items() if len(full.get(word, ())) == 1 and word not in first}
