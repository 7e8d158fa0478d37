"""Who says it, where a parser takes his phrase for something else than the subject of his verb."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.grammar import FINITE, PARTIES, grammar_of
from sayso.find.sentences import sentence_start

OWNED = frozenset({"det", "poss"})
"""What stands before somebody who is described: "said the clerk"."""
PARTS = frozenset({"compound", "amod", "nmod"})
"""How a parser hangs a subject on its verb that it takes for a noun or a participle."""


def aged(age: Token) -> Token | None:
    """Who is told with his age, where the parser makes that the subject: ""Ada", 41, said"."""
    name = next((child for child in age.lefts if child.pos_ == "PROPN"), None) if age.like_num else None
    return name if name is not None and age.nbor(-1).text == "," else None


def behind_address(subject: Token) -> Token | None:
    """Who says it where somebody is addressed before him, in what a parser takes for one phrase: "Mr Velk, the Front says it has left"."""
    other = next((child for child in subject.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    first = subject.left_edge
    if other is None or first.i != sentence_start(subject) or first.lower_ not in grammar_of(subject).addressing:
        return None
    behind = other.right_edge.nbor() if other.right_edge.i + 1 < len(other.doc) else other
    apart = other.left_edge.nbor(-1).text == ","
    return other if apart and behind.tag_ in FINITE and subject.head in (behind, behind.head) else None


def hung_before(token: Token) -> Token | None:
    """The body or person before a verb without a subject, or before what commas set off there, that the parser hangs on a word before:

    "In a statement carried on television the Water Ministry, for its part, claimed that".
    """
    place = token.i - 1
    if token.dep_ != "ROOT" or token.tag_ not in FINITE or place < sentence_start(token):
        return None
    if token.doc[place].text == ",":
        place = next((n for n in range(place - 1, sentence_start(token), -1) if token.doc[n].text == ","), 0) - 1
    noun = token.doc[max(place, 0)]
    return noun if noun.dep_ == "npadvmod" and noun.ent_type_ in PARTIES | {"PERSON"} and noun.head.i < noun.i < token.i else None


def misread(token: Token) -> Token | None:
    """The subject that the parser takes for a part of its verb, with its article: "the army contests it", "the brigade boasted of"."""
    before = token.nbor(-1) if token.i > sentence_start(token) else None
    if before is None or before.head != token or before.dep_ not in PARTS or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    owned = any(child.dep_ in OWNED and child.i < before.i for child in (*token.lefts, *before.lefts))
    return before if owned and token.dep_ in ("ROOT", "conj", "ccomp") else None
