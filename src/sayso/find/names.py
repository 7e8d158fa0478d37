"""Names of actors in a document, and which of them the document itself shows to be one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.find.passages import Passage
from sayso.known.packs import Packs
from sayso.lang.language import Language

ENTITY_KINDS = {"PERSON": "person", "ORG": "other", "NORP": "ethnic_group", "GPE": "state", "FAC": "other", "LOC": "other", "PRODUCT": ""}
"""What the labels of the parser's entities mean as actors, before the words of the name are looked at."""
_POSSESSIVE = re.compile(r"['’]s?$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{0,9}[A-Z]\b\.?|[A-Z]{2,10}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place, with the kind of what bears it; `pack` is the id of the pack's line that knows it."""

    start: int
    end: int
    text: str
    kind: str
    pack: str | None = None


def names_in(passages: Sequence[Passage], packs: Packs, language: Language, country_of: Mapping[str, str]) -> list[Name]:
    """All names of actors in order: those that packs know first, then the parser's entities where no pack's name stands."""
    table = language.rules("actors")
    found: list[Name] = []
    for passage in passages:
        known = _known(passage, packs)
        seen = [name for name in _entities(passage, table, country_of) if not any(_meet(name, other) for other in known)]
        seen = [name for name in seen if name.kind != "ethnic_group" or _is_people(passage, name)]
        found += sorted(known + seen, key=lambda name: name.start)
    return sorted(_with_surnames(found, passages), key=lambda name: name.start)


def _with_surnames(found: Sequence[Name], passages: Sequence[Passage]) -> list[Name]:
    """The names with single words made persons that are the last word of a person's full name, also where the parser saw no name."""
    last = {name.text.split()[-1] for name in found if name.kind == "person" and " " in name.text}
    names = [replace(name, kind="person") if name.text in last and not name.pack else name for name in found]
    taken = {at for name in names for at in range(name.start, name.end)}
    for passage in passages:
        for token in passage.parse:
            if token.text in last and token.pos_ in ("PROPN", "NOUN", "ADJ") and passage.start(token) not in taken:
                names.append(Name(passage.start(token), passage.end(token), token.text, "person"))
    return names


def _known(passage: Passage, packs: Packs) -> list[Name]:
    """The names that packs know in a passage."""
    offset, text = passage.block.start, passage.text
    hits = packs.find_actors(text[offset : passage.block.end])
    spans = ((hit.start + offset, hit.end + offset, hit.id) for hit in hits)
    return [Name(start, end, text[start:end], packs.actors[pack].kind, pack) for start, end, pack in spans]


def _is_people(passage: Passage, name: Name) -> bool:
    """Whether the name of a people stands for people, not as an adjective of something else."""
    return all(
        token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound") for token in passage.tokens(name.start, name.end)[-1:]
    )


def _meet(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _entities(passage: Passage, table: Mapping[str, Mapping[str, list[str]]], country_of: Mapping[str, str]) -> list[Name]:
    """The parser's entities as names, trimmed of articles, possessives and quotation marks."""
    names = []
    for entity in passage.parse.ents:
        if entity.label_ not in ENTITY_KINDS or not ENTITY_KINDS[entity.label_]:
            continue
        start, end = _trimmed(passage.text, passage.start(entity[0]), passage.end(entity[-1]))
        text = passage.text[start:end]
        if end - start < 2 or (not text[0].isupper() and not text[0].isdigit() and "-" not in text):
            continue
        names.append(Name(start, end, text, _kind(text, entity.label_, table, country_of)))
    return names


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if lead := re.match(r"(?:[\s\"'“”‘’(\[]+|(?:the|a|an)\s+)+", text[start:end], re.IGNORECASE):
        start += lead.end()
    piece = text[start:end]
    piece = re.sub(r"[\s\"“”‘’.,;:)\]]+$", "", piece) if not re.fullmatch(r"(?:[A-Z]\.)+", piece) else piece
    piece = _POSSESSIVE.sub("", piece)
    return start, start + len(piece)


def _kind(text: str, label: str, table: Mapping[str, Mapping[str, list[str]]], country_of: Mapping[str, str]) -> str:
    """The kind of actor that a name means: by the words in it, else by the parser's label."""
    if label == "PERSON":
        return "person"
    lowered = f" {text.lower()} "
    if label in ("ORG", "FAC", "LOC", "PRODUCT"):
        for kind, words in table["kind_words"].items():
            if any(f" {word} " in lowered or (lowered.startswith(f" {word}") and " " in word) for word in words):
                return kind
    if label in ("GPE", "LOC", "NORP") and text in country_of:
        return "state" if label != "NORP" else "ethnic_group"
    return ENTITY_KINDS[label]


def fold(name: str) -> str:
    """A name for comparing: lower case, one kind of dash, without dots, quotation marks, possessive and article."""
    plain = re.sub(r"[‐‑‒–—―]", "-", name.lower())
    plain = re.sub(r"\s*-\s*", "-", re.sub(r"['’]s\b", "", plain))
    plain = re.sub(r"[.\"'“”‘’`]", "", plain)
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"\s+", " ", plain)).strip()


def canonical(names: Sequence[Name], text: str, language: Language, packs: Packs) -> dict[Name, str]:
    """For each name the fullest one that the document gives to its bearer.

    Names are one where a pack says so, where they are equal but for case and dashes, where brackets put an acronym behind them, and
    where a single word is the last of one person's full name.
    """
    titles = frozenset(language.rules("actors")["titles"])
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    keys = {name: f"pack:{name.pack}" if name.pack else fold(_untitled(name, titles)) for name in names}
    for one, other in _brackets(names, text):
        if not (one.pack and other.pack) and one.kind != "person" and other.kind != "person":
            keep, lose = (keys[one], keys[other]) if one.pack or not other.pack else (keys[other], keys[one])
            if root(keep) != root(lose):
                parent[root(lose)] = root(keep)
    for key, full in _surnames(names, keys, titles).items():
        parent[root(key)] = root(full)
    fullest: dict[str, Name] = {}
    for name in sorted(names, key=lambda name: name.start):
        group = root(keys[name])
        if group not in fullest or _rank(name, packs) > _rank(fullest[group], packs):
            fullest[group] = name
    return {name: fullest[root(keys[name])].text for name in names}


def _untitled(name: Name, titles: frozenset[str]) -> str:
    words = name.text.split()
    while len(words) > 1 and words[0].lower().strip(".") in titles and name.kind == "person":
        words = words[1:]
    return " ".join(words)


def _rank(name: Name, packs: Packs) -> tuple[bool, bool, int]:
    """How full a name is: the pack's own names before descriptions of office, no acronym, then the longer one."""
    own = name.pack is not None and name.text in packs.actors[name.pack].names
    return own, not re.fullmatch(r"[A-Z][A-Z.-]+", name.text), len(name.text)


def _brackets(names: Sequence[Name], text: str) -> list[tuple[Name, Name]]:
    """Pairs of names of which the second stands in brackets right behind the first, one of them an acronym of the other."""
    pairs = []
    for one, other in pairwise(names):
        between = text[one.end : other.start]
        if re.fullmatch(r"[\"'”’]*\s*\([\"'“‘]*", between) and text[other.end : other.end + 1] in ")\"'”’ ;,-–":
            short, long = sorted((one, other), key=lambda name: len(name.text))
            if _ACRONYM.fullmatch(short.text) and abbreviates(short.text, long.text):
                pairs.append((one, other))
    return pairs


def abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of an acronym stand in this order in a name, the first one at its start or at a word's start."""
    letters = re.sub(r"[^a-z]", "", short.lower())
    spot, flat = -1, long.lower()
    for n, letter in enumerate(letters):
        spot = flat.find(letter, spot + 1)
        if spot < 0 or (n == 0 and spot > 0 and flat[spot - 1].isalnum()):
            return False
    return True


def _surnames(names: Sequence[Name], keys: Mapping[Name, str], titles: frozenset[str]) -> dict[str, str]:
    """Single-word keys of persons, each with the key of the only full name in the document that ends with it and none begins with."""
    full: dict[str, set[str]] = {}
    for name in names:
        words = fold(_untitled(name, titles)).split()
        if name.kind == "person" and len(words) > 1:
            full.setdefault(words[-1], set()).add(keys[name])
    first = {fold(_untitled(name, titles)).split()[0] for name in names if name.kind == "person" and " " in fold(_untitled(name, titles))}
    singles = {keys[name]: fold(_untitled(name, titles)) for name in names if " " not in fold(_untitled(name, titles)) and not name.pack}
    return {key: next(iter(full[word])) for key, word in singles.items() if len(full.get(word, ())) == 1 and word not in first}
