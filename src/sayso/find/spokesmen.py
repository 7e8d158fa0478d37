"""Whom a report means by a spokesman or an office without a name: in its headline, and in the sentences behind his introduction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.extents import phrase_of
from sayso.find.grammar import NOUNS, SUBJECTS, grammar_of
from sayso.find.labels import is_headline
from sayso.find.passages import Passage
from sayso.find.stage import Stage
from sayso.lang.language import Language
from sayso.records.claim import Claim, Mention, Voice

REACH = 3000
"""Code points below a headline in which who speaks in it is told of with a name or a body."""


class Spokesmen:
    """Finds them by the table `actors` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, table = cast, language.rules("actors")
        self.leading, self.speaking_for, self.former, self.ruled = (
            frozenset(table[key]) for key in ("leading", "speaking_for", "former", "ruled")
        )
        self.mouths, self.armed = frozenset(table["mouths"]), frozenset(table["armed_words"])
        self.offices = (self.speaking_for | self.mouths) - frozenset(table["members"])

    def note_side(self, passage: Passage, speaker: Token, said: set[int], voice: Voice, stage: Stage) -> None:
        """Remembers for whom a speaker is said to speak: "the Front's spokesman, Otto Brand", "the president of the Front".

        `said` are the places of his verb and of what he says.
        """
        if voice.name is None or speaker.pos_ not in NOUNS:
            return
        phrase = phrase_of(speaker, said)
        leads = any(token.dep_ == "relcl" and token.lemma_ in self.leading for token in speaker.children)
        if (not leads and not any(token.lower_ in self.speaking_for for token in phrase)) or any(t.lower_ in self.former for t in phrase):
            return
        stage.sides.setdefault(voice.name, {})
        beside = (
            token for token in phrase if token.dep_ in ("poss", "compound", "amod", "pobj", "nmod") or (leads and token.dep_ == "dobj")
        )
        whose = {token.lower_: self.cast.actor_at(passage, token) for token in beside}
        named = [who for who in whose.values() if who and who.kind not in ("person", "media", "anonymous") and who.name != voice.name]
        stage.sides[voice.name].update((who.name, who.kind) for who in named)
        if not named:  # "the army spokesman", of an army without a name
            stage.sides[voice.name].update((body, "government_body") for body, who in whose.items() if who is None and body in self.ruled)

    def introduced(self, sentence: Sequence[Token]) -> Iterator[Token]:
        """The subjects of a sentence that are spokesmen told of with more than an article: "The Front's spokesman was reached"."""
        for token in sentence:
            told = any(not child.is_punct and child.dep_ != "det" for child in token.children)
            if token.lower_ in self.mouths and token.dep_ in SUBJECTS and token.pos_ in NOUNS and told:
                yield token

    def meant(self, noun: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """The spokesman told of last, where "the rebel spokesman" tells of his side no more than what it is."""
        around = [child for child in noun.lefts if not child.is_punct]
        pointing = len(around) == 2 and around[0].lower_ in grammar_of(noun).definite and around[1].lower_ in self.armed
        known = stage.described.get(noun.lower_) if pointing and noun.lower_ in self.mouths else None
        return known if known is not None and "armed_group" in stage.sides.get(known[0].name or "", {}).values() else None

    def named_below(self, claims: Sequence[Claim], passages: Sequence[Passage]) -> list[Claim]:
        """The claims, those of a headline in which an office speaks with the name under which it speaks below: "Spokesman denies raid"."""
        heads = [passage.block for passage in passages if is_headline(passage)]
        last = max((block.end for block in heads), default=0)
        body = [claim for claim in claims if last <= claim.span.start <= last + REACH]
        told = [any(block.start <= claim.span.start < block.end for block in heads) for claim in claims]
        return [self._named(claim, body) if head else claim for claim, head in zip(claims, told, strict=True)]

    def _named(self, claim: Claim, body: Sequence[Claim]) -> Claim:
        voice, words = claim.voices[0], claim.voices[0].text.lower().split()
        if not words or words[-1] not in self.offices:
            return claim
        wanted = {word for word in words if word not in self.armed}
        fitting = [one for one in body if one.voices[0].name and wanted <= _words(one.voices[0].text)]
        same = [one for one in fitting if one.act == claim.act] or fitting
        return replace(claim, voices=(replace(voice, name=same[0].voices[0].name), *claim.voices[1:])) if same else claim


def _words(text: str) -> set[str]:
    return {word.strip(".,\"”“'’").removesuffix("'s").removesuffix("’s").lower() for word in text.split()}
