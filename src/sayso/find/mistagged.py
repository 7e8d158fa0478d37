"""Names that a parser takes for adverbs: a family name with an adverb's ending right before its verb ("Skelly said ...")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, SUBJECTS
from sayso.lang.grammar import Grammar


def with_names(parse: Doc, words: Grammar) -> Doc:
    """The same parse, in which such words are the subjects that their verbs lack."""
    for token in parse:
        if token.text.endswith(words.adverb) and _is_name(token):
            token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "nsubj", token.text
    return parse


def _is_name(token: Token) -> bool:
    """Whether an adverb with a capital stands right before a finite verb without a subject: an adverb opens a clause that has one."""
    verb = token.head
    adverb = token.tag_ in ("RB", "NNP") and token.dep_ == "advmod" and token.text.istitle() and verb.i == token.i + 1
    return adverb and verb.tag_ in FINITE and not any(child.dep_ in {*SUBJECTS, "expl", "auxpass"} for child in verb.children)
