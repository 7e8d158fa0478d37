"""Words that a parser takes for others: a family name for an adverb ("Skelly said"), a verb for a noun ("as the army reports")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, SUBJECTS
from sayso.lang.grammar import Grammar


def with_names(parse: Doc, words: Grammar) -> Doc:
    """The same parse, in which such words are the subjects that their verbs lack, or have the subject that they lack."""
    for token in parse:
        if token.text.endswith(words.adverb) and _is_name(token):
            token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "nsubj", token.text
        elif token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in words.role for child in token.lefts):
            _make_told(token)
    return parse


def _make_told(verb: Token) -> None:
    """Gives the verb of a clause with "as" its subject: who stands before what is taken for a noun, or behind ("as reports the army")."""
    before = [child for child in verb.lefts if child.dep_ in ("compound", "nmod") and child.pos_ in ("NOUN", "PROPN")]
    behind = [child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1 and child.left_edge.dep_ == "det"]
    if verb.tag_ == "NNS" and before:
        verb.tag_, verb.pos_, verb.lemma_, before[-1].dep_ = "VBZ", "VERB", verb.lower_[:-1], "nsubj"
        for word in [child for child in verb.lefts if child.i < before[-1].i and child.dep_ in ("det", "amod", "poss")]:
            word.head = before[-1]
    elif verb.tag_ in ("VBZ", "VBD") and behind and not any(child.dep_ in SUBJECTS for child in verb.children):
        behind[0].dep_ = "nsubj"


def _is_name(token: Token) -> bool:
    """Whether an adverb with a capital stands right before a finite verb without a subject: an adverb opens a clause that has one."""
    verb = token.head
    adverb = token.tag_ == "RB" and token.dep_ == "advmod" and token.text.istitle() and verb.i == token.i + 1
    return adverb and verb.tag_ in FINITE and not any(child.dep_ in {*SUBJECTS, "expl", "auxpass"} for child in verb.children)
