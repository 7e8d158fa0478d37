"""When: the dates of a happening's own words, and those that hang on the words that tell how it came about or was stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.happening_numbers import Frame
from sayso.find.happening_rules import EventRules
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import sentence_of
from sayso.records.claim import Slot

CLIMB = 8
"""Words up from a happening to the verb that stopped it or brought it about: "thwarted the efforts of three men attempting a raid"."""


@dataclass(frozen=True, slots=True, eq=False)
class DateFinder:
    """Finds the dates of the frames of one passage."""

    passage: Passage
    scene: Scene
    rules: EventRules

    def slots(self, frame: Frame, alone: bool) -> Iterator[Slot]:
        """The nearest date of the happening's own words; of its whole clause only if that tells of nothing else."""
        dates = self.own(frame)
        if not dates and alone:
            dates = self.scene.dates("when", self.passage, list(sentence_of(frame.trigger)))
            dates = [slot for slot in dates if self._governs(frame, slot) and not self._aside(frame, slot)]
        at = self.passage.start(frame.trigger)
        dates = [slot for slot in dates if not self._is_label(slot)] or dates
        if dates:
            yield min(dates, key=lambda slot: (abs(slot.span.start - at), slot.span.start))

    def _is_label(self, slot: Slot) -> bool:
        """Whether a date is no more than the label of its paragraph: "- 23 Oct. The army said that two were killed on 21 October"."""
        text, block = self.passage.text, self.passage.block
        before, behind = text[block.start : slot.span.start], text[slot.span.end - 1 : slot.span.end + 1].strip()[-1:]
        return not any(map(str.isalnum, before)) and not behind.isalnum() and behind != ","

    def own(self, frame: Frame) -> list[Slot]:
        """The dates among the happening's own words, in order."""
        return [slot for slot in self.scene.dates("when", self.passage, frame.tokens) if not self._aside(frame, slot)]

    def each(self, frame: Frame) -> list[Slot]:
        """The dates that happenings told in the plural have one each ("attacks in 2014 and one in 2019"); none if they have one alone."""
        at = self.passage.start(frame.trigger)
        dates = [slot for slot in self.own(frame) if slot.span.start > at and slot.when]
        if frame.trigger.tag_ != "NNS" or len(dates) < 2:
            return []
        apart = all(
            one.when and other.when and one.when.last < other.when.first and one.when.precision == other.when.precision
            for one, other in pairwise(dates)
        )
        return dates if apart and all(self._joined(*pair) for pair in pairwise(dates)) else []

    def _joined(self, one: Slot, other: Slot) -> bool:
        """Whether "and" stands between two dates, and no verb."""
        between = self.passage.tokens(one.span.end, other.span.start)
        joining = any(token.lower_ in grammar_of(token).joining for token in between)
        return joining and not any(token.pos_ in ("VERB", "AUX") for token in between)

    def _aside(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date stands in a clause that tells of another noun: "a clash with the party that opened an office in May"."""
        if self._begins_long_before(frame, slot):
            return True
        for token in self._words(slot)[:1]:
            for above in [token, *token.ancestors]:
                if above.dep_ == "relcl" and above.lemma_ in self.rules.words("dying") and not above.is_ancestor(frame.trigger):
                    return True  # "the blast killed six, one of whom died later, on 9 June"
                if above.i == frame.trigger.i or above in frame.harms:
                    return False
                if above.dep_ == "relcl" and above.head.i != frame.trigger.i and frame.trigger.is_ancestor(above):
                    return True
        return False

    def _begins_long_before(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date only tells since when: "the worst raid since 2014", "the biggest clash since the war began in May"."""
        told = [token for first in self._words(slot)[:1] for token in first.doc[frame.trigger.i + 1 : first.i]]
        since = next((token for token in reversed(told) if token.lower_ in self.rules.words("adding_up")), None)
        if since is None:
            return False
        begins = any(token.pos_ in ("VERB", "AUX") for token in told if token.i > since.i)
        return begins or any(token.tag_ in ("JJS", "RBS") for token in sentence_of(frame.trigger) if token.i < since.i)

    def _governs(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date hangs on a word above the happening without a verb of its own in between."""
        for token in self._words(slot)[:1]:
            above = [token, *token.ancestors]
            verb = next((one for one in above if one.pos_ in ("VERB", "AUX")), None)
            return verb is not None and (
                verb in frame.tokens
                or verb.i == frame.trigger.i
                or (frame.trigger.dep_ in ("conj",) and verb == frame.trigger.head)
                or verb == self._brought_about(frame)
            )
        return False

    def _brought_about(self, frame: Frame) -> Token | None:
        """The verb that stopped what was tried, or of which the happening is how it ended: "succeeded in clearing the town"."""
        token = frame.trigger
        for _ in range(CLIMB):
            if token.head.i == token.i or token.dep_ in ("relcl", "ccomp", "conj", "advcl", "appos"):
                return None
            token = token.head
            if token.pos_ == "VERB" and token.lemma_ in self.rules.words("stopping") | self.rules.words("managing"):
                return token
            if token.pos_ in ("VERB", "AUX") and token.lemma_ not in self.rules.words("attempted"):
                return None
        return None

    def _words(self, slot: Slot) -> Sequence[Token]:
        return self.passage.tokens(slot.span.start, slot.span.end)
