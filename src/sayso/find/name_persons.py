"""Names of persons that the document tells by others: a family name alone, also one that is a country's, and a full name not seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start

if TYPE_CHECKING:
    from sayso.find.names import Name

PLACED = frozenset({"pobj", "amod", "compound", "nmod", "npadvmod"})
"""Where a country stands in a sentence, and a person hardly: "in Chad", "Chad border"."""
MARKS = frozenset('"“«„')
"""Marks that open a made-up name."""
GIVEN = 2
"""How many names before a family name a full name has at most."""


def with_surnames(found: Sequence[Name], passages: Sequence[Passage], doubted: Container[str], titles: Collection[str]) -> list[Name]:
    """The names with single words made persons that are the last word of a person's full name, also where the parser saw no name.

    What it took for another land than there is (`doubted`) can be a surname, unless the text tells it as a place. `titles` are words
    before a person's name that are no part of it.
    """
    by_word = _places_of(found, passages)
    full = {name.text.split()[-1]: name for name in sorted(found, key=lambda one: -one.start) if name.kind == "person" and " " in name.text}
    born = {word for word, name in full.items() if _is_only_surname(name, by_word[word])}
    others = {name.text for name in found if name.kind not in ("person", "other") and (name.pack or name.text not in doubted)} - born
    last = full.keys() - others
    names = [replace(name, kind="person") if name.text in last and not name.pack else name for name in found]
    taken = {at for name in names for at in range(name.start, name.end)}
    alone = {name.text: name for name in names if name.kind == "person" and " " not in name.text and not name.pack}
    for word, like in {**alone, **full}.items():
        for passage, token in by_word[word] if word in last or word in alone else ():
            first = _given(token, passage, taken, titles)
            if passage.start(token) not in taken and (first != token or (word in last and token.pos_ in ("PROPN", "NOUN", "ADJ"))):
                start, end = passage.start(first), passage.end(token)
                names.append(replace(like, start=start, end=end, text=passage.text[start:end], kind="person", pack=None))
    return names


def _places_of(found: Sequence[Name], passages: Sequence[Passage]) -> Mapping[str, list[tuple[Passage, Token]]]:
    """Where each last word of a person's name stands."""
    wanted = {name.text.split()[-1] for name in found if name.kind == "person"}
    places: dict[str, list[tuple[Passage, Token]]] = defaultdict(list)
    for passage in passages:
        for token in passage.parse:
            if token.text in wanted:
                places[token.text].append((passage, token))
    return places


def _is_only_surname(name: Name, places: Sequence[tuple[Passage, Token]]) -> bool:
    """Whether the last word of a full name stands alone only behind this, and not where places do."""
    others = [(passage, token) for passage, token in places if passage.end(token) != name.end]
    return all(passage.start(token) > name.end and token.dep_ not in PLACED for passage, token in others)


def alone_by_surname(names: Sequence[Name], passages: Sequence[Passage]) -> set[tuple[int, int]]:
    """Where persons are called by the last word of a full name, or by a made-up name in quotation marks, and not as a place would be."""
    text = passages[0].text if passages else ""
    persons = [name for name in names if name.kind == "person"]
    last = {name.text.split()[-1] for name in persons if " " in name.text or text[name.start - 1 : name.start] in MARKS}
    alone = {(name.start, name.end) for name in names if name.kind == "person" and name.text in last}
    if not alone:
        return alone
    spots = ((passage, token) for passage in passages for token in passage.parse if token.text in last)
    return {at for passage, token in spots if token.dep_ not in PLACED and (at := (passage.start(token), passage.end(token))) in alone}


def _given(token: Token, passage: Passage, taken: Container[int], titles: Container[str]) -> Token:
    """The first of the names right before a family name that belong to it and that the parser has not seen; else the family name."""
    first = token
    for before in _before(token):
        known = passage.start(before) in taken or before.ent_type_ not in ("", "PERSON") or before.lower_.strip(".") in titles
        if before.dep_ != "compound" or before.tag_ != "NNP" or known or not before.text[1:].islower():
            break
        first = before
    return first


def _before(token: Token) -> Iterator[Token]:
    for step in range(1, GIVEN + 1):
        if token.i - step < sentence_start(token) or not token.doc[token.i - step].whitespace_:
            return
        yield token.doc[token.i - step]
