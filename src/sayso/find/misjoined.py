"""Subjects that a parser hangs on a helping verb or on the noun before it, and prepositions that it hangs on an adverb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, VERBAL

HELPING = frozenset({"aux", "auxpass"})
LIGHT = frozenset({"ADV", "PART", "AUX"})
"""Kinds of words that may stand between a helping verb and its verb."""


def with_subjects(parse: Doc) -> Doc:
    """The same parse, in which such nouns are the subjects that their verbs lack."""
    for token in parse:
        adverb = token.head.dep_ == "pcomp" and token.head.pos_ == "ADV" and token.head.head.dep_ == "prep"
        if token.dep_ == "prep" and adverb and token.head.head.head.pos_ in VERBAL:
            token.head = token.head.head.head  # "spoke at once of a fault"
        if token.dep_ == "conj" and token.head.pos_ in VERBAL and (noun := _before(token)) is not None:
            noun.head, noun.dep_ = token, "nsubj"
        elif token.dep_ == "nsubj" and token.head.dep_ in HELPING and _helps_alone(token.head):
            token.dep_ = "nsubjpass" if token.head.dep_ == "auxpass" else "nsubj"
            token.head = token.head.head
    return parse


def _before(verb: Token) -> Token | None:
    """The noun that stands right before a joined verb, where it can be nothing but its subject: "it is a loss and its fall would be one".

    Between them an "and" had to stand if the verb went on from the one before it.
    """
    first = verb.left_edge
    noun = first.nbor(-1) if first.i > verb.head.i + 1 else None
    if noun is None or noun.dep_ != "conj" or noun.pos_ not in NOUNS or noun.head.pos_ not in NOUNS or not _is_finite(verb):
        return None
    if _has_subject(verb) or verb.head.dep_ in ("acl", "relcl") or any(child.dep_ == "cc" for child in verb.lefts):
        return None
    return noun if any(child.dep_ == "cc" and child.i == noun.left_edge.i - 1 for child in noun.head.children) else None


def _helps_alone(helping: Token) -> bool:
    """Whether a helping verb stands before its verb with nothing but adverbs between them, and that has no subject."""
    between = helping.doc[helping.i + 1 : helping.head.i]
    return helping.i < helping.head.i and not _has_subject(helping.head) and all(token.pos_ in LIGHT for token in between)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_ in HELPING and child.tag_ in FINITE for child in verb.lefts)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {*SUBJECTS, "expl"} for child in verb.children)
