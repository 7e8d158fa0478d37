"""Whom a word of several means that are named one by one before: "A, B and C, which are", "these groups", "armed A and gave it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS
from sayso.find.sentences import sentence_start

if TYPE_CHECKING:
    from sayso.find.tie_ends import Ends

PLURAL = "VBP"
"""The tag of a verb of which several are the subject."""


def described_by(head: Token, done_to: bool = False) -> Token:
    """The noun that the clause of a relative subject describes, or of an object ("the town which they hold") too; else the word itself."""
    held = done_to and head.tag_ == "WDT" and head.dep_ == "dobj" and head.head.dep_ == "relcl"
    return head.head.head if held or _is_relative(head) else head


def joined_before(head: Token) -> list[Token]:
    """The heads that a relative pronoun with a plural verb means together: "the Dawn and the Dusk, which are"; none for other words."""
    noun, verb = described_by(head), head.head
    if noun is head or not noun.conjuncts or not any(one.tag_ == PLURAL for one in (verb, *verb.children)):
        return []
    return sorted((one for one in (noun, *noun.conjuncts) if one.i <= noun.i), key=lambda one: one.i)


def listed_before(noun: Token, ends: Ends) -> list[Token]:
    """The examples of the sentence before that "these groups" means: "groups such as the Dawn and the Dusk. These groups ..."."""
    start = sentence_start(noun)
    if noun.lower_ not in ends.groups or not start or not any(child.lower_ in ends.these for child in noun.lefts):
        return []
    before = noun.doc[sentence_start(noun.doc[start - 1]) : start]
    words = [token for token in before if token.dep_ == "prep" and token.lower_ in ends.examples]
    return next((heads for word in reversed(words) if len(heads := list(ends.listed(word))) > 1), [])


def _is_relative(head: Token) -> bool:
    return head.tag_ in ("WDT", "WP") and head.dep_ in NOUN_SUBJECTS and head.head.dep_ == "relcl"


def speaking_of_himself(pronoun: Token, bodies: frozenset[str]) -> Token | None:
    """Who says something, told by a noun, where the pronoun that is the subject of what is said agrees: "officers claim that they hold"."""
    verb = pronoun.head
    if pronoun.dep_ not in NOUN_SUBJECTS or verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
        return None
    speaker = next((child for child in verb.head.children if child.dep_ == "nsubj" and child.i < pronoun.i), None)
    if speaker is None or speaker.pos_ != "NOUN":
        return None
    several, body = speaker.tag_ == "NNS", speaker.lower_ in bodies
    fitting = {"they": several or body, "it": body, "he": not several and not body, "she": not several and not body}
    return speaker if fitting.get(pronoun.lower_, False) else None


def same_object(pronoun: Token) -> Token | None:
    """The object that "it" or "them" can only mean: that of the verb before, which the same one does: "armed the Dawn and gave it"."""
    verb = pronoun.head
    if pronoun.dep_ == "pobj" or verb.dep_ != "conj" or any(child.dep_ in NOUN_SUBJECTS for child in verb.children):
        return None
    return next((child for child in verb.head.children if child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN")), None)
