"""Who did it where no verb has them for its subject: at whose door a happening is laid, and at whose hands it was done."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, VERBAL, grammar_of, is_infinitive, is_not
from sayso.find.happening_roles import joined, prep_objects
from sayso.find.happening_rules import EventRules


def doers_laid(word: Token, rules: EventRules) -> Iterator[Token]:
    """The heads of those whom the words around a happening's own tell to have done it.

    "attributed the raid to X", "a raid blamed on X", "blames X for the raid", "held X responsible for it", "died at the hands of X".
    """
    if word.pos_ in VERBAL:
        yield from _at_hands(word, rules)
        return
    yield from _laid_upon(word, rules)
    if word.dep_ == "pobj":
        yield from _blamed_for(word, rules)


def _at_hands(verb: Token, rules: EventRules) -> Iterator[Token]:
    hands = (head for _, head in prep_objects(verb) if head.lower_ in rules.words("hands"))
    yield from (found for hand in hands for prep, found in prep_objects(hand) if prep in grammar_of(verb).belonging)


def _laid_upon(noun: Token, rules: EventRules) -> Iterator[Token]:
    """Behind "to" or "on" of a verb that lays a deed at somebody's door, whose object it is or which stands behind it."""
    above = [noun.head] if noun.dep_ in ("dobj", "nsubjpass") else []
    for verb in (*above, *(child for child in noun.children if child.dep_ in ("acl", "relcl"))):
        prepositions = rules.laying.get(verb.lemma_.lower(), frozenset())
        if prepositions and not _is_denied(verb, rules):
            yield from (found for word in (verb, noun) for prep, found in prep_objects(word) if prep in prepositions)


def _blamed_for(noun: Token, rules: EventRules) -> Iterator[Token]:
    """Whom a verb blames for it, or of whom a word tells that they are to blame."""
    prep, word = noun.head, noun.head.head
    if word.dep_ == "dobj" and prep.lower_ in rules.blaming.get(word.head.lemma_.lower(), frozenset()):
        word = word.head  # "accuses the rebels of the murder"
    whom = [child for child in word.children if child.dep_ == "dobj"]
    if not whom and is_infinitive(word) and word.lemma_ in rules.blaming and word.head.lemma_ in grammar_of(word).copula:
        yield from _subjects(word.head, rules)  # "the army is to blame for it"
    elif prep.lower_ in rules.blaming.get(word.lemma_.lower(), frozenset()) and word.pos_ in VERBAL:
        yield from (
            one for child in word.children if child.dep_ in ("dobj", "nsubjpass") for one in joined(child) if not _is_denied(word, rules)
        )
    elif prep.lower_ in rules.words("behind_it") and word.lemma_ in grammar_of(word).copula:
        yield from _subjects(word, rules)
    elif word.lower_ in rules.words("to_blame"):
        yield from _subjects(word, rules)
        yield from _subjects(word.head, rules)
        if word.head.lemma_ in rules.words("holding_to"):
            yield from (one for child in word.head.children if child.dep_ == "dobj" for one in joined(child))


def _subjects(word: Token, rules: EventRules) -> Iterator[Token]:
    told = word.lemma_ in grammar_of(word).copula or word.pos_ == "ADJ"
    subjects = (child for child in word.children if child.dep_ in NOUN_SUBJECTS)
    yield from (one for child in subjects for one in joined(child) if told and not _is_denied(word, rules))


def _is_denied(word: Token, rules: EventRules) -> bool:
    """Whether it is told not to be so: "is not responsible", "no evidence that they are"."""
    above = word.head if word.dep_ in ("acl", "ccomp") else word
    return any(is_not(child) or child.lower_ in rules.words("no_words") for one in (word, above) for child in one.children)
