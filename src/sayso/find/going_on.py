"""Who goes on where no word tells who speaks: in a summary of a talk, as who was told of things, or in a sentence without a subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.acts import ActJudge
from sayso.find.attributions import Attribution
from sayso.find.cues import CueFinder
from sayso.find.grammar import subject_of_clause
from sayso.find.heard import Heard, Sentence, Told, spoken_in
from sayso.find.passages import Passage
from sayso.find.statements import is_record
from sayso.find.voices import VoiceFinder
from sayso.lang.language import Language


class GoingOn:
    """Finds him in one document, passage by passage; `told` gives the chain of voices of an attribution."""

    def __init__(
        self,
        language: Language,
        finders: tuple[CueFinder, VoiceFinder, ActJudge],
        told: Callable[[Passage, Attribution, Sentence], Told],
    ) -> None:
        self.cues, self.voices, self.acts = finders
        self.told = told
        self.perceiving = frozenset(language.rules("cues")["perceiving"])
        self.records = [re.compile(pattern) for pattern in language.rules("cues")["record_lines"]]
        self.record = False
        self.handing: tuple[Told, int] | None = None
        self.place = 0

    def begin(self, passages: Sequence[Passage]) -> None:
        """Begins a document."""
        self.record = is_record(passages, self.records)

    def in_sentence(self, heard: Heard, line: Sentence, head: Token, words: Sequence[Token]) -> Told | None:
        """Who goes on in words of a sentence."""
        return self._lived_through(heard, line, head) or self._recorded(heard, line) or self._handed(words)

    def note_reports(self, heard: Heard, one: Attribution, line: Sentence) -> None:
        """Notes who says that he was told of things, until another has the word: what is "reportedly" so behind it he hands on."""
        told = any(self.acts.hearsay.was_told(verb) for head in one.heads for verb in (head, *head.children))
        if told and one.speaker.lemma_.lower() not in self.acts.hearsay.words["hearsay_nouns"]:
            self.handing = self.told(heard.passage, one, line), self.place
        elif self.handing is not None:
            same = one.voice.name == self.handing[0].voices[0].name
            self.handing = (self.handing[0], self.place) if same else None

    def _handed(self, words: Sequence[Token]) -> Told | None:
        """Who hands on what is "reportedly" so: who was told of things, in this passage or the one before, and goes on with them."""
        if self.handing is None or self.place - self.handing[1] > 1 or not self.acts.hearsay.hedges(words):
            return None
        self.handing = self.handing[0], self.place
        return self.handing[0]

    def _lived_through(self, heard: Heard, line: Sentence, head: Token) -> Told | None:
        """Who goes on in a sentence that has no subject ("Adding that ..."), or told before it what he now saw ("She had seen two")."""
        subject, at = subject_of_clause(head), heard.sentences.index(line)
        goes_on = subject is None and head.dep_ == "ROOT" and head.tag_ == "VBG" and self.cues.act_of_verb(head) is not None
        saw = subject is not None and subject.pos_ == "PRON" and head.lemma_ in self.perceiving
        spoken = spoken_in(heard.sentences[at - 1]) if at and (goes_on or saw) else []
        if subject is not None:
            spoken = [one for one in spoken if self.voices.may_mean(subject.lower_, one.mention, one.speaker)]  # type: ignore[arg-type]
        return self.told(heard.passage, spoken[-1], heard.sentences[at - 1]) if spoken else None

    def _recorded(self, heard: Heard, line: Sentence) -> Told | None:
        """Who has the word in a summary of what was said: who spoke last before a sentence in its paragraph, or in the one before it."""
        if not self.record:
            return None
        for at in reversed(heard.sentences[: heard.sentences.index(line) + 1]):
            spoken = spoken_in(at)
            if outer := [one for one in spoken if not any(one.cue.token.i in other.content for other in spoken)]:
                return self.told(heard.passage, outer[-1], at)
        last = heard.carried if not any(at.found for at in heard.sentences) else None
        return replace(last, voices=last.voices[-1:]) if last is not None else None
