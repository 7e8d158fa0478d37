"""Answers of a word or two that deny what was asked or own to it: "Asked if it had fired, the army said: "No"", ""Not us," he said"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import grammar_of
from sayso.records.claim import Act


def answered(cue: Cue, words: Iterable[Token]) -> tuple[Act, tuple[Token, ...]] | None:
    """The act of who says no more than "no" or "yes" by a cue, with what he was asked; of one who was asked nothing only "not us" denies.

    None where he says more.
    """
    said, grammar = " ".join(word.lower_ for word in words if not (word.is_punct or word.is_space)), grammar_of(cue.token)
    asked = _asked(cue.token)
    if said in grammar.noes_of_oneself or (said in grammar.noes and asked):
        return "denies", asked
    return ("concedes", asked) if said in grammar.yeses and asked else None


def _asked(verb: Token) -> tuple[Token, ...]:
    """What who answers was asked: "asked whether the army had fired, he replied", "said when asked if he had known"."""
    words = grammar_of(verb)
    beside = (child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBN" and child.lemma_ in words.questioning)
    clauses = (clause for child in beside for clause in child.rights if clause.dep_ in ("ccomp", "advcl"))
    return tuple(clause for clause in clauses if any(child.lower_ in words.whether for child in clause.lefts))[:1]
