"""Words beside what is said that tell in whose view, telling or sight it is so: "in her view", "as he puts it", "residents heard"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import VERBAL, clause_of, helping, negated, object_of
from sayso.find.subjects import speakers
from sayso.lang.language import Language
from sayso.records.claim import Act


class CueViews:
    """Finds such words by the table `cues` of a language; `is_said` tells whether a verb tells of what was said."""

    def __init__(self, language: Language, is_said: Callable[[Token], bool]) -> None:
        table = language.rules("cues")
        self.grammar, self._is_said = language.grammar, is_said
        self.by_view, self.views, self.own, self.certain, self.felt, self.holding, self.per, self.witnessed = (
            frozenset(table[key]) for key in ("by_view", "views", "own", "certain", "felt", "holding", "per", "witnessed")
        )
        self.future = frozenset(language.rules("acts")["future"])
        self.put_so: dict[str, Act] = dict(table["put_so"])
        actors = language.rules("actors")
        self.living = frozenset(word for key in ("people", "bodies_speaking", "bodies") for word in actors[key])

    def beside(self, token: Token) -> Cue | None:
        """By a preposition: "in her view the dam is safe", "per the coroner"."""
        if token.lower_ in self.by_view and (whose := self._in_whose(token)) is not None:
            return Cue(token, "assesses", (clause_of(token),), (whose,), anyone=whose.tag_ != "PRP$")
        speaker = next((child for child in token.children if child.dep_ == "pobj"), None) if token.lower_ in self.per else None
        alive = speaker is not None and token.head.pos_ in VERBAL and (speaker.ent_type_ or speaker.lemma_.lower() in self.living)
        return Cue(token, "asserts", (clause_of(token),), (speaker,)) if speaker is not None and alive else None

    def _in_whose(self, token: Token) -> Token | None:
        """In whose opinion something is so: "in her view the dam is safe", "in the words of the mayor"."""
        noun = next((child for child in token.children if child.dep_ == "pobj" and child.lemma_.lower() in self.views), None)
        if noun is None or any(child.dep_ == "amod" and child.lower_ not in self.own for child in noun.children):
            return None
        return next((child for child in noun.children if child.dep_ == "poss"), None) or object_of(noun, self.grammar.belonging)

    def held(self, token: Token) -> Cue | None:
        """By a verb: what somebody is sure of, what he puts so, and what he saw."""
        return self._conviction(token) or self._witness(token)

    def _conviction(self, token: Token) -> Cue | None:
        """ "is adamant that the road is mined", "remains sceptical of the figure": what somebody holds, by an adjective."""
        word = next((child for child in token.children if child.lower_ in self.certain), None) if token.lemma_ in self.holding else None
        word = token if token.lower_ in self.certain and token.tag_ == "VBN" else word
        if word is None:
            return None
        found = tuple(child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
        if not found or not self._is_said(token):
            return None
        clauses = [child for head in (token, word) for child in head.children if child.dep_ == "ccomp" and child.i > word.i]
        heads = tuple(dict.fromkeys(clauses))
        if not heads and word.lower_ not in self.felt:
            heads = tuple(child for child in word.children if child.dep_ == "prep" and child.i > word.i)
        real = found[0].lower_ not in self.grammar.expletive | self.grammar.no_speaker | self.grammar.ourselves
        act: Act = "predicts" if any(child.lower_ in self.future for head in clauses for child in helping(head)) else "assesses"
        return Cue(token, act, heads, found, negated=negated(token), words=(word,)) if heads and real else None

    def put(self, token: Token) -> Cue | None:
        """ "as one senator put it", "as the mayor tells it": beside what he says."""
        act = self.put_so.get(token.lemma_)
        if act is None:
            return None
        it = any(child.dep_ == "dobj" and child.lower_ in self.grammar.said_before for child in token.children)
        so = any(child.lower_ in self.grammar.role and child.i < token.i for child in token.children)
        if not it or not so or token.head == token or not (found := speakers(token)):
            return None
        return Cue(token, act, (token.head,), found, anyone=True)

    def _witness(self, token: Token) -> Cue | None:
        """ "Residents heard three blasts": what people who are not named went through is told by them."""
        if token.lemma_ not in self.witnessed or negated(token) or not self._is_said(token):
            return None
        found = [c for c in token.children if c.dep_ == "nsubj" and c.pos_ == "NOUN" and {c.lower_, c.lemma_.lower()} & self.living]
        heads = tuple(c for c in token.children if c.dep_ in ("dobj", "ccomp") and c.i > token.i and c.pos_ != "PRON")
        told = bool(heads) and found and not any(child.lower_ in self.grammar.definite for child in found[0].children)
        return Cue(token, "asserts", heads, tuple(found)) if told else None
