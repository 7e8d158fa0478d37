"""All that is known of one document while its claims are sought: who, where, when and how many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.homes import Home, home_of_report
from sayso.find.passages import Passage
from sayso.find.when import Calendar, calendar_of
from sayso.find.where import Atlas
from sayso.known.packs import Packs
from sayso.lang.language import Language
from sayso.lang.layout import blocks_of
from sayso.lang.numbers import find_amounts
from sayso.records.amount import Amount
from sayso.records.claim import Slot
from sayso.records.document import Document, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """The document's cast with its places, its calendar, its amounts in order, the language it is read in, and the state it comes from."""

    cast: Cast
    calendar: Calendar
    amounts: tuple[tuple[Span, Amount], ...]
    language: Language
    home: Home | None = None

    def actor_slot(self, name: str, passage: Passage, head: Token) -> Slot | None:
        """A slot for the actor that a noun phrase means; None where it means nobody known."""
        mention = self.cast.actor_at(passage, head)
        return Slot(name, mention.text, mention.span, actor=mention.name) if mention else None

    def place_slot(self, name: str, passage: Passage, head: Token) -> Slot | None:
        """A slot for the place that a token names."""
        found = self.cast.place_at(passage, head)
        return Slot(name, passage.quote(found[0]), found[0], place=found[1]) if found else None

    def dates(self, name: str, passage: Passage, tokens: Sequence[Token]) -> list[Slot]:
        """Slots for the dates that stand wholly among the tokens (a range from the first to the last)."""
        if not tokens:
            return []
        start, end = passage.start(tokens[0]), passage.end(tokens[-1])
        dated = self.calendar.within(start, end)
        return [Slot(name, passage.text[one.start : one.end], Span(passage.sha, one.start, one.end), when=one.when) for one in dated]

    def bare_days(self, name: str, passage: Passage, tokens: Sequence[Token]) -> list[Slot]:
        """The same for days as they are told, of which nothing tells the year or the week."""
        if not tokens:
            return []
        bare = self.calendar.bare(passage.start(tokens[0]), passage.end(tokens[-1]))
        return [Slot(name, passage.text[one.start : one.end], Span(passage.sha, one.start, one.end)) for one in bare if not one.bound]

    def amounts_within(self, start: int, end: int) -> list[tuple[Span, Amount]]:
        """The amounts that lie wholly between two code points of the text."""
        first, behind = (bisect_left(self.amounts, at, key=lambda one: one[0].start) for at in (start, end))
        return [(span, amount) for span, amount in self.amounts[first:behind] if span.end <= end]


def scene_of(document: Document, passages: Sequence[Passage], packs: Packs, atlas: Atlas, language: Language) -> Scene:
    """The scene of a document, before any claim is sought."""
    cast = Cast(passages, packs, atlas, language, document.authors)
    amounts = tuple((Span(document.sha256, one.start, one.end), one.amount) for one in find_amounts(document.text, language))
    lines = (document.text[block.start : block.end] for block in blocks_of(document.text, language) if block.kind == "dateline")
    home = home_of_report(lines, document.text, packs, atlas.gazetteer)
    return Scene(cast, calendar_of(document, language), amounts, language, home)
