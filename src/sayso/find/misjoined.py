"""Subjects that a parser hangs on another word than their verb: on its helping verb, or on the noun before it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, VERBAL

HELPING = frozenset({"aux", "auxpass"})


def with_subjects(parse: Doc) -> Doc:
    """The same parse, in which such nouns are the subjects that their verbs lack."""
    for token in parse:
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
    """Whether a helping verb stands before its verb, and that has no subject."""
    return helping.i < helping.head.i and not _has_subject(helping.head)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_ in HELPING and child.tag_ in FINITE for child in verb.lefts)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {*SUBJECTS, "expl"} for child in verb.children)
