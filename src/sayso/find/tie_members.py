"""Ties of members to the body that they are named as part of: "the Valley Coalition, including Ruritania", "as part of the Coalition"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.tie_doers import subjects
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun


def told_by_members(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties that examples and "as part of" tell among the tokens."""
    row = table["members"]
    for token in tokens:
        if token.lower_ in row["examples"] and token.dep_ == "prep":
            members, bodies, verb = _examples(token, ends), _named(token.head, ends), None
        elif token.lower_ in grammar_of(token).role and token.dep_ == "prep" and (part := _part(token, row["parts"])) is not None:
            members, bodies, verb = _acting(token, ends, row["called"]), _whole(part, ends), token.head
        elif token.lower_ in row["among"]["heads"] and token.dep_ == "attr" and token.head.lemma_ in grammar_of(token).copula:
            members, bodies, verb = (
                [end for head in subjects(token.head) for end in ends.of("subject", head)],
                _among(token, ends, row["among"]),
                token.head,
            )
        else:
            continue
        for body in bodies:
            for member in members:
                if body.kind in row["body"] and member.kind in row["member"] and member.key != body.key:
                    yield ToldByNoun(row["predicate"], member, body, token, verb if verb is not None and verb.pos_ == "VERB" else None)


def _among(head: Token, ends: Ends, words: Mapping[str, Sequence[str]]) -> list[End]:
    """The body of which something is one among others: "the largest of three groups in the Alliance"."""
    groups = [part for of in head.children if of.lower_ in words["of"] for part in of.children if part.lemma_.lower() in words["groups"]]
    heads = (
        part for group in groups for of in group.children if of.lower_ in words["within"] for part in of.children if part.dep_ == "pobj"
    )
    return [end for one in heads for end in _named(one, ends)]


def _examples(word: Token, ends: Ends) -> list[End]:
    return [end for head in word.children if head.dep_ == "pobj" for end in ends.of("subject", head)]


def _named(head: Token, ends: Ends) -> list[End]:
    """The body that a noun names by itself: members are given of it alone, not of what it describes."""
    name = ends.cast.name_at(ends.passage, head)
    return [ends.end("object", ends.cast.mention_of(ends.passage, name))] if name is not None else []


def _part(word: Token, parts: Sequence[str]) -> Token | None:
    return next((child for child in word.children if child.dep_ == "pobj" and child.lemma_.lower() in parts), None)


def _whole(part: Token, ends: Ends) -> list[End]:
    heads = (
        head for child in part.children if child.lower_ in grammar_of(part).belonging for head in child.children if head.dep_ == "pobj"
    )
    return [end for head in heads for end in ends.of("object", head)]


def _acting(word: Token, ends: Ends, called: Sequence[str]) -> list[End]:
    """Who acts as a part: the noun before, or the subject of the verb; the object of a verb that only calls it so."""
    head = word.head
    if head.lemma_ in called:
        heads = [child for child in head.children if child.dep_ in ("dobj", "nsubjpass")]
    else:
        heads = [head] if head.pos_ in ("NOUN", "PROPN") else list(subjects(head)) if head.pos_ in ("VERB", "AUX") else []
    return [end for one in heads for end in ends.of("subject", one)]
