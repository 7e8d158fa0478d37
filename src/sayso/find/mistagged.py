"""Words that a parser takes for another kind: names for adverbs ("Skelly said ..."), verbs for nouns ("diplomats estimate that ...")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUN_SUBJECTS, SUBJECTS
from sayso.lang.grammar import Grammar

VERBS = {"NN": "VBP", "NNS": "VBZ"}
"""The tag of a verb in the present tense, by that of the noun which has its form."""


def retagged(parse: Doc, words: Grammar) -> Doc:
    """The same parse, in which such names are the subjects that their verbs lack, and such verbs are verbs."""
    for token in parse:
        if token.tag_ in VERBS and _governs(token):
            token.tag_, token.pos_ = VERBS[token.tag_], "VERB"
        if token.text.endswith(words.adverb) and _is_name(token):
            token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "nsubj", token.text
    return parse


def _is_name(token: Token) -> bool:
    """Whether an adverb with a capital stands right before a finite verb without a subject: an adverb opens a clause that has one."""
    verb = token.head
    adverb = token.tag_ == "RB" and token.dep_ == "advmod" and token.text.istitle() and verb.i == token.i + 1
    return adverb and verb.tag_ in FINITE and not any(child.dep_ in {*SUBJECTS, "expl", "auxpass"} for child in verb.children)


def _governs(noun: Token) -> bool:
    """Whether a noun has what verbs alone have: a subject before it, and behind it a clause that a word opens."""
    clauses = (child for child in noun.rights if child.dep_ == "ccomp")
    opened = any(part.dep_ == "mark" and part.i == noun.i + 1 for clause in clauses for part in clause.lefts)
    return opened and any(child.dep_ in NOUN_SUBJECTS for child in noun.lefts)
