"""Ties told by a body's name that holds another's or stands beside it: "the Dawn Front Air Force", "the 8th Brigade of the Dawn Front"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.name_numbers import ORDINAL
from sayso.find.names import Name
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_joined import HYPHENS
from sayso.find.tie_nouns import ToldByNoun
from sayso.lang.grammar import any_of
from sayso.lang.language import Language
from sayso.records.claim import Slot
from sayso.records.document import Span

_BRACKET = re.compile(r"\)?\s(?:\([^()]{2,15}\)\s)?")
"""What may stand between the name of a body, or its acronym in brackets, and that of its part."""
_ACRONYM = re.compile(r"\s\([A-Z][A-Za-z.-]{1,11}\)")
"""The acronym in brackets with which a text brings in a body."""


def told_by_parts(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of bodies to those whose names begin theirs, or stand right before them, once a document (table `parts_of`)."""
    row = table["parts_of"]
    cast, passage = ends.cast, ends.passage
    names = list(dict.fromkeys(name for token in tokens if (name := cast.name_at(passage, token)) is not None))
    for before, name in zip([None, *names], names, strict=False):
        if name.kind not in row["kinds"] or " " not in name.text or name.pack or name is not _first(name, ends):
            continue
        found = _within(name, ends, row["whole"]) or _inside(name, ends, row["whole"])
        if found is None and before is not None:
            found = _right_before(before, name, ends, row["whole"])
        behind = next((one for one in names if one.start > name.end and passage.text[one.start - 1] != "("), None)
        if found is None and behind is not None:
            found = _unit_of(name, behind, ends, row["whole"])
        if found is None:
            continue
        whole, part = found
        if whole.kind == "international_org" and not _ACRONYM.match(passage.text, name.end):
            continue  # of its many organs, those that a text puts forward as bodies of their own
        thing = ends.pointing_at(ends.end("subject", cast.mention_of(passage, name)), part)
        words = passage.tokens(part.start, part.end)
        if words and whole.key != thing.key and whole.slot.actor != thing.slot.actor:
            yield ToldByNoun(row["predicate"], thing, whole, words[0], None)


@cache
def _heads(language: Language) -> frozenset[str]:
    """Nouns for bodies that may be parts of others."""
    table = language.rules("actors")
    return frozenset(table["bodies_speaking"]) | frozenset(table["bodies"]) | frozenset(table["body_heads"])


def _first(name: Name, ends: Ends) -> Name | None:
    """The first place of a name in its document: each further one says no more."""
    return next(iter(ends.cast.called(name.text)), None)


def _within(name: Name, ends: Ends, kinds: Sequence[str]) -> tuple[End, Span] | None:
    """The body whose name begins a longer one, and the rest of that: "Dawn Front" and "Air Force"."""
    text, heads, sha = name.text, _heads(ends.scene.language), ends.passage.sha
    selves, number = ends.scene.language.rules("ties")["named"]["selves"], ORDINAL.match(text)
    first = number.end() if number is not None else 0  # "the 8th Dawn Brigade"
    for gap in reversed([found.start() for found in re.finditer(" ", text) if found.start() > first]):
        rest = text[gap + 1 :]
        if heads.isdisjoint(rest.lower().split()) or not rest[0].isupper() or rest.split()[-1].lower() in selves:
            continue
        whole = _body(text[first:gap], Span(sha, name.start + first, name.start + gap), ends, kinds)
        if whole is not None:
            return whole, Span(sha, name.start + gap + 1, name.end)
    return None


def _inside(name: Name, ends: Ends, kinds: Sequence[str]) -> tuple[End, Span] | None:
    """The body named behind the "of the" of a longer name, and what stands before it: "Dawn Front" and "Hill Command of the Dawn Front"."""
    found = _of_the(ends.scene.language).search(name.text)
    heads = _heads(ends.scene.language) | frozenset(ends.scene.language.rules("ties")["parts_of"]["parts"])
    if found is None or name.text[: found.start()].split()[-1].lower() not in heads:
        return None
    sha, rest, start = ends.passage.sha, name.text[found.end() :], name.start + found.end()
    part, span = Span(sha, name.start, name.start + found.start()), Span(sha, start, name.end)
    known = _body(" ".join(rest.split()), span, ends, kinds)
    if known is None and " " in rest and rest.split()[-1].lower() in heads:
        kind = "armed_group" if name.kind == "armed_group" else "other"
        known = ends.end("object", ends.cast.keep(ends.passage, start, name.end, rest, kind, None, True))
    return (known, part) if known is not None else None


@cache
def _of_the(language: Language) -> re.Pattern[str]:
    words = language.grammar
    return re.compile(rf"\s(?:{any_of(words.belonging)})\s(?:{any_of(words.definite)})\s(?=[A-Z])")


def _body(text: str, span: Span, ends: Ends, kinds: Sequence[str]) -> End | None:
    """The body that these words name: one that packs know, or one that bears this very name elsewhere in the document."""
    cast = ends.cast
    pack = cast.packs.actor_by_name(text)
    if pack is not None:
        known = cast.packs.actors[pack]
        return End(Slot("object", text, span, actor=known.name), known.kind, pack) if known.kind in kinds else None
    same = next((name for name in cast.called(text) if name.kind in kinds), None)
    return ends.pointing_at(ends.end("object", cast.mention_of(ends.passage, same)), span) if same is not None else None


def _unit_of(name: Name, behind: Name, ends: Ends, kinds: Sequence[str]) -> tuple[End, Span] | None:
    """The body of which a unit is told to be: "the 8th Brigade of the self-styled Dawn Front"."""
    language = ends.scene.language
    between = ends.passage.text[name.end : behind.start]
    last, table = name.text.split()[-1].lower(), language.rules("ties")["parts_of"]
    unit = last in language.rules("actors")["units"] or (" " in name.text and last in (*_heads(language), *table["parts"]))
    if behind.kind not in kinds or not unit:
        return None
    if not _of(language).fullmatch(between):
        return None
    return ends.end("object", ends.cast.mention_of(ends.passage, behind)), Span(ends.passage.sha, name.start, name.end)


@cache
def _of(language: Language) -> re.Pattern[str]:
    words = language.grammar
    return re.compile(
        rf"(?:\s\([^()]{{2,15}}\))?\s(?:{any_of(words.belonging)})\s(?:(?:{any_of(words.articles)})\s)?(?:[a-z]+(?:-[a-z]+)?\s)?"
    )


def _right_before(before: Name, name: Name, ends: Ends, kinds: Sequence[str]) -> tuple[End, Span] | None:
    """The body named right before its part: "the Dawn Front (DF) Security Forces"."""
    if before.kind not in kinds or not _BRACKET.fullmatch(ends.passage.text, before.end, name.start):
        return None
    part, whole = (ends.passage.tokens(one.start, one.end) for one in (name, before))
    joined = ends.passage.text[before.start - 1 : before.start] in HYPHENS  # "the anti-Dawn Valley Army"
    bracket = ends.passage.text[before.end : before.end + 1] == ")"
    if (
        joined
        or not (bracket or any(token.head in part for token in whole))
        or _heads(ends.scene.language).isdisjoint(name.text.lower().split())
    ):
        return None
    mention = ends.cast.mention_of(ends.passage, before)
    return ends.end("object", mention), Span(ends.passage.sha, name.start, name.end)
