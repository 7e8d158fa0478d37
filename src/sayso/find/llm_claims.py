"""Makes claims of what a language model answered: each word put back on its place in the text, each detail read by Sayso's own tables."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.anchor import Anchor
from sayso.find.llm_answer import SaidClaim, SaidSlot
from sayso.find.llm_prompt import FIGURE, STATEMENT
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.stage import AUTHOR_VOICE, Stage
from sayso.find.voices import VoiceFinder
from sayso.records.claim import AUTHOR, Claim, Slot, Voice
from sayso.records.document import Document, Span
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When

LONGEST = 600
"""Code points that a claim has at most: it is a clause, and the exchange format asks for no more."""
NUMBER = "number"
"""The measure of a figure whose words name none, as for the rules."""


class ClaimMaker:
    """Makes the claims of one document. `dropped` counts the quotes, voices and details that do not stand in the text."""

    def __init__(self, document: Document, passages: Sequence[Passage], scene: Scene, found_by: str) -> None:
        self.document, self.passages, self.scene, self.found_by = document, passages, scene, found_by
        self.dropped: Counter[str] = Counter()
        self._anchor = Anchor(document.text)
        self._voices = VoiceFinder(scene.cast, scene.language)
        self._starts = [passage.block.start for passage in passages]

    def claims(self, portion: Span, said: Sequence[SaidClaim]) -> Iterator[Claim]:
        """The claims of one answer that stand in the text; of words that stand there twice, those behind the claim before."""
        behind = portion.start
        for one in said:
            span = self._quote(one.quote, portion, behind)
            voices = self._chain(one, span, portion) if span is not None else ()
            if span is not None and voices:
                behind = span.start
                yield self._claim(one, span, voices, portion)

    def _claim(self, one: SaidClaim, span: Span, voices: tuple[Voice, ...], portion: Span) -> Claim:
        slots = tuple(slot for told in one.slots if (slot := self._slot(told, one.kind, span)) is not None)
        kind, verb = one.kind, one.verb
        if verb == FIGURE:
            amount = next((slot.amount for slot in slots if slot.amount is not None), None)
            kind, verb = ("figure", amount.unit or NUMBER) if amount is not None else ("statement", STATEMENT)
        return Claim(
            id="",
            span=span,
            quote=self._words(span),
            voices=voices,
            act=one.act,
            polarity=one.polarity,
            modality=one.modality,
            kind=kind,
            verb=verb,
            said=self._said(one.said, span, portion),
            slots=tuple(sorted(dict.fromkeys(slots), key=lambda slot: (slot.span.start, slot.span.end, slot.name))),
            found_by=self.found_by,
        )

    # where the words stand

    def _quote(self, words: str, portion: Span, behind: int) -> Span | None:
        places = self._anchor.places(words, portion.start, portion.end)
        if not places:
            self.dropped["quote"] += 1
            return None
        start, end = next((place for place in places if place[0] >= behind), places[0])
        if end - start > LONGEST:
            self.dropped["overlong quote"] += 1
            return None
        return Span(self.document.sha256, start, end)

    def _near(self, words: str, quote: Span, portion: Span) -> Span | None:
        """Where words stand in the quote, else nearest before it, else nearest behind it, in what was sent."""
        places = self._anchor.places(words, portion.start, portion.end)
        inside = [place for place in places if quote.start <= place[0] and place[1] <= quote.end]
        before = [place for place in places if place[0] < quote.start]
        chosen = inside[:1] or before[-1:] or places[:1]
        return Span(self.document.sha256, *chosen[0]) if chosen else None

    def _words(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def _parsed(self, span: Span) -> tuple[Passage, list[Token]] | None:
        """The passage in which a span stands with its tokens there; None in notes and the like, which are not parsed."""
        spot = bisect_right(self._starts, span.start) - 1
        if spot < 0 or span.end > self.passages[spot].block.end:
            return None
        tokens = self.passages[spot].tokens(span.start, span.end)
        return (self.passages[spot], tokens) if tokens else None

    # who says it, and when

    def _chain(self, one: SaidClaim, quote: Span, portion: Span) -> tuple[Voice, ...]:
        """The voices that stand in the text; none where the first one does not, for then nobody is known to say it."""
        found = [self._voice(words, quote, portion) for words in one.voices]
        return tuple(dict.fromkeys(voice for voice in found if voice is not None)) if found[0] is not None else ()

    def _voice(self, words: str, quote: Span, portion: Span) -> Voice | None:
        if words.strip() == AUTHOR:
            return AUTHOR_VOICE
        span = self._near(words, quote, portion)
        if span is None:
            self.dropped["voice"] += 1
            return None
        if parsed := self._parsed(span):
            known = self._voices.voice(parsed[0], _head(parsed[1]), Stage(), required=False)
            if known is not None and known[0].span is not None and known[0].span.shared(span):
                return known[0]
        return Voice(self._words(span), span)

    def _said(self, words: str, quote: Span, portion: Span) -> When | None:
        """The day in the words for when it was said; where they name none, it was by the day of the report."""
        span = self._near(words, quote, portion)
        if words.strip() and span is None:
            self.dropped["date"] += 1
        dated = self.scene.calendar.within(span.start, span.end) if span is not None else []
        published = self.document.published
        return dated[0].when if dated else replace(published, basis="document_date") if published else None

    # the details

    def _slot(self, told: SaidSlot, kind: str, quote: Span) -> Slot | None:
        """A detail with what Sayso's own tables read in its words; None where they do not stand in the quote, or not in such a claim."""
        word = vocabulary().slots[told.name]
        places = self._anchor.places(told.text, quote.start, quote.end)
        if not places or kind not in word.kinds:
            self.dropped["detail"] += 1
            return None
        span = Span(self.document.sha256, *places[0])
        slot = Slot(told.name, self._words(span), span)
        if word.holds == "when":
            dated = self.scene.calendar.within(span.start, span.end)
            return replace(slot, when=dated[0].when) if dated else slot
        if word.holds == "amount":
            return self._counted(slot, quote)
        if parsed := self._parsed(span):
            return self._meant(slot, word.holds, *parsed)
        return slot

    def _counted(self, slot: Slot, quote: Span) -> Slot:
        """The slot with the amount of which its words are a part, on all of that amount's words if they stand in the quote."""
        touching = [(span, amount) for span, amount in self.scene.amounts_within(quote.start, quote.end) if span.shared(slot.span)]
        if not touching:
            return slot
        span, amount = touching[0]
        return Slot(slot.name, self._words(span), span, amount=amount)

    def _meant(self, slot: Slot, holds: str, passage: Passage, tokens: Sequence[Token]) -> Slot:
        """The slot with the actor or the place that its words mean, the head of its phrase asked first."""
        head = _head(tokens)
        asked = [head, *(token for token in tokens if token is not head)]
        place = next((spot for token in asked if (spot := self.scene.cast.place_at(passage, token))), None)
        if "actor" in holds:
            actor = next((one for token in asked if (one := self.scene.cast.actor_at(passage, token))), None)
            if actor is not None:
                return replace(slot, actor=actor.name)
        if place is None:
            return slot
        if "place" in holds:
            return replace(slot, place=place[1])
        state = self.scene.cast.metonym(passage, *place) if "actor" in holds else None
        return replace(slot, actor=state.name) if state is not None else slot


def _head(tokens: Sequence[Token]) -> Token:
    """The word on which the others hang."""
    places = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in places or token.head is token), tokens[-1])
