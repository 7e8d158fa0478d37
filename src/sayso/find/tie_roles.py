"""Where the nouns of offices, roles and parts stand (table `nouns` of a language's `ties`), with the words before them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.find.sentences import sentence_end, sentence_start
from sayso.find.tie_ends import Ends
from sayso.find.tie_noun_rules import Role, longer_nouns, noun_rules
from sayso.lang.language import Language

REACH = 8
"""How many words left of a role its body is sought inside one phrase: "Ruritania's deputy minister for rural roads" is the long case."""


class Roles:
    """Finds the roles at the words of one passage."""

    def __init__(self, ends: Ends) -> None:
        self.ends, self.rules, self.beginning = ends, noun_rules(ends.scene.language), longer_nouns(ends.scene.language)

    def first(self, token: Token) -> Role | None:
        """The first role whose noun ends at a token."""
        return next(self.at(token), None)

    def at(self, token: Token) -> Iterator[Role]:
        """The roles whose noun ends at a token: longer nouns alone, and one noun may be a role in bodies of several kinds."""
        longest, keys = 0, [key for key in dict.fromkeys((token.lower_, token.lemma_.lower())) if key in self.rules]
        for key in keys:
            for words, rule in self.rules[key]:
                first = token.i - len(words) + 1
                if first < sentence_start(token) or any(token.doc[first + n].lower_ != word for n, word in enumerate(words[:-1])):
                    continue
                if len(words) < longest or self.ends.cast.name_at(self.ends.passage, token) or _describes(token) or self._goes_on(token):
                    continue
                longest = len(words)
                last = token.head if token.dep_ == "nummod" and first <= token.head.i else token  # "number two of"
                yield Role(rule, token.doc[first], last, tuple(_before(token.doc[first])), words[-1])

    def _goes_on(self, token: Token) -> bool:
        """Whether the words behind a role make another one of it: "secretary" of "Secretary General"."""
        longer = self.beginning.get(token.lower_, ())
        return any([word.lower_ for word in token.doc[token.i : token.i + len(words)]] == list(words) for words in longer)


def _describes(noun: Token) -> bool:
    """Whether a noun only describes the next one, so that it is no role: "the chamber's chief strategist"."""
    head = noun.head
    return noun.dep_ in ("compound", "amod", "nmod") and head.i > noun.i and head.pos_ == "NOUN" and noun.nbor(1).ent_type_ == ""


def _before(first: Token) -> Iterator[Token]:
    """The words before a role that belong to its phrase, the nearest first; what stands in brackets behind its body is left out."""
    token = first
    for _ in range(REACH):
        if token.i == sentence_start(first):
            return
        token = token.nbor(-1)
        if token.text == ")" and (outside := before_bracket(token)) is not None:
            token = outside
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART", "VERB", "NUM") and token.text not in "-‑'’\"“”":
            return
        if token.pos_ == "VERB" and token.dep_ != "amod":
            return
        yield token


def before_bracket(close: Token) -> Token | None:
    """The word before what stands in brackets: "Fund" of "the Valley Fund (VF)"."""
    inside = close.doc[max(sentence_start(close), close.i - REACH) : close.i]
    opening = next((token for token in reversed(inside) if token.text == "("), None)
    return opening.nbor(-1) if opening is not None and opening.i > sentence_start(close) else None


def behind_bracket(opening: Token) -> Token:
    """The word behind what stands in brackets: "Otto" of "attorney general (top prosecutor) Otto Brand"; other words themselves."""
    inside = opening.doc[opening.i : min(opening.i + REACH, sentence_end(opening) - 1)] if opening.text == "(" else ()
    return next((token.nbor(1) for token in inside if token.text == ")"), opening)


def names_given(noun: Token, language: Language) -> Iterator[Token]:
    """What a noun is told to be called: "a former soldier called Otto Brand", "a man of thirty who goes by Brand"."""
    named = language.rules("ties")["named"]
    for verb in noun.children:
        yield from (part for part in verb.children if verb.dep_ == "acl" and part.dep_ == "oprd")
        if verb.dep_ == "relcl" and (verb.lemma_ in named["taking"] or verb.lemma_ in named["known"]):
            yield from (part for part in verb.subtree if part.dep_ in ("oprd", "pobj", "appos") and part.i > verb.i)
