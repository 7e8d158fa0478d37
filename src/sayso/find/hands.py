"""Through whose hands words went that somebody says: "told Reuters", "quoted by the daily", "cited by a diplomat"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.cue import Cue
from sayso.find.grammar import grammar_of, object_of
from sayso.find.passages import Passage
from sayso.find.subjects import quoted_as
from sayso.lang.language import Language
from sayso.records.claim import Voice


class Hands:
    """Finds them beside a cue and its speaker, by the table `cues` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, table = cast, language.rules("cues")
        self.passing_on, self.heard_on = frozenset(table["passing_on"]), frozenset(table["heard_on"])

    def of(self, passage: Passage, cue: Cue, speaker: Token, inside: Container[int]) -> list[Voice]:
        """The media named beside a cue or its speaker, the hands of its words: "told Reuters", "a resident, speaking to the daily"."""
        voices = [*self._quoted_by(passage, cue), *self._cited_by(passage, speaker), *self._heard_on(passage, cue)]
        beside = [child for child in cue.token.children if child.dep_ in ("prep", "dobj", "dative", "pobj")]
        beside += [child for child in cue.token.children if child.dep_ == "advcl" and child.lemma_ in self.passing_on]
        beside += [child for child in speaker.children if child.dep_ in ("acl", "advcl", "relcl")]
        for token in (token for child in beside if child.i not in inside for token in child.subtree):
            if token.i in inside or token.dep_ not in ("pobj", "dobj", "dative", "poss", "compound", "appos"):
                continue
            mention = self.cast.actor_at(passage, token)
            if mention is None and token.dep_ in ("pobj", "dobj"):
                mention = self.cast.describe(passage, token)
            if mention is not None and mention.kind == "media":
                voices.append(Voice(mention.text, mention.span, mention.name))
        return list(dict.fromkeys(voices))

    def _quoted_by(self, passage: Passage, cue: Cue) -> Iterator[Voice]:
        """Who quotes a speaker: the daily of "the daily quoted the mayor as saying", "the mayor was quoted by the daily as saying"."""
        if quoted_as(cue.token) is None:
            return
        verb = cue.token.head.head
        by = object_of(verb, grammar_of(verb).doer)
        for outlet in (*(child for child in verb.children if child.dep_ == "nsubj"), *((by,) if by is not None else ())):
            mention = self.cast.actor_at(passage, outlet) or self.cast.describe(passage, outlet) or self.cast.anybody(passage, outlet)
            yield Voice(mention.text, mention.span, mention.name)

    def _cited_by(self, passage: Passage, speaker: Token) -> Iterator[Voice]:
        """Who hands on a speaker's words, whoever that is: "a source in the Front, cited by a diplomat"."""
        for clause in speaker.children:
            if clause.dep_ == "acl" and clause.lemma_ in grammar_of(speaker).citing:
                by = object_of(clause, grammar_of(speaker).doer)
                mention = (self.cast.actor_at(passage, by) or self.cast.describe(passage, by)) if by is not None else None
                if mention is not None:
                    yield Voice(mention.text, mention.span, mention.name)

    def _heard_on(self, passage: Passage, cue: Cue) -> Iterator[Voice]:
        """Where a labelled speaker was heard: "Anton Velk, on Radio Kest: ..."."""
        behind = [token for token in cue.words if cue.token.is_punct and token.dep_ == "pobj" and token.head.lower_ in self.heard_on]
        for token in behind:
            mention = self.cast.actor_at(passage, token) or self.cast.describe(passage, token)
            if mention is not None and mention.kind not in ("person", "state"):
                yield Voice(mention.text, mention.span, mention.name)
