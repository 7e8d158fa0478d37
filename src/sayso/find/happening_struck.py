"""Whom and what a happening struck where its words only describe them: names beside a description, and the building of a blast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.happening_roles import joined, prep_objects
from sayso.find.happening_rules import EventRules

BLASTS = frozenset({"remote_explosive_landmine_ied", "suicide_bomb", "grenade"})
"""Types of events in which something goes off, which strikes what it goes off at."""

UNARMED = {"company": "suffered", "media": "suffered", "other": "suffered", "person": "possessed"}
"""Kinds of actors who, named right before one of these words, mostly suffered what it tells."""


def suffers(name: Token, kind: str, rules: EventRules) -> bool:
    """Whether who bears a name right before a word for a deed suffered it: "the Orsk Airlines bombing", "the Brand murder"."""
    words = rules.words(UNARMED[kind]) if kind in UNARMED else ()
    return name.dep_ in ("compound", "nmod") and name.head.lemma_.lower() in words


def names_told(head: Token, rules: EventRules) -> Iterator[Token]:
    """The names that words beside a description tell: "a couple, X and Y", "a man named X", "those taken were X and Y"."""
    beside = [child for child in head.rights if child.dep_ == "appos"]
    for clause in (child for child in head.rights if child.dep_ == "acl" and child.lemma_ in rules.words("naming")):
        beside += [child for child in clause.children if child.dep_ in ("oprd", "attr", "dobj")]
        beside += [found for prep, found in prep_objects(clause) if prep in grammar_of(head).role]
    if head.dep_ == "nsubj" and head.head.lemma_ in grammar_of(head).copula:
        beside += [child for child in head.head.children if child.dep_ == "attr"]
    yield from (name for child in beside for name in joined(child) if name.pos_ == "PROPN")


def examples_told(head: Token) -> Iterator[Token]:
    """The names of some of those whom a phrase means: "ten people, including X"."""
    examples = grammar_of(head).examples
    yield from (found for prep, found in prep_objects(head) if prep in examples and found.pos_ == "PROPN")


def struck_at(preps: Iterable[tuple[str, Token]], rules: EventRules) -> Iterator[Token]:
    """The buildings and the like at, in or before which something went off: "outside the bank", "in front of the offices"."""
    for prep, head in preps:
        if prep in rules.words("blast_at"):
            whole = [found for of, found in prep_objects(head) if of in grammar_of(head).belonging]
            heads = whole if head.lemma_.lower() in rules.words("sides_of") and whole else [head]
            yield from (one for one in heads if one.lemma_.lower() in rules.words("struck"))


def whose_life(head: Token, rules: EventRules) -> list[Token]:
    """Whose life it is that was aimed at ("an attempt on the life of X", "on his life"), or whose body was found; any other head itself."""
    if head.lemma_.lower() not in rules.words("lives"):
        return [head]
    return [child for child in head.children if child.dep_ == "poss"] + [
        found for prep, found in prep_objects(head) if prep in grammar_of(head).belonging
    ]
