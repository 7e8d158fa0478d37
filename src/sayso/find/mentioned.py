"""The mentions of actors in one document as they are made, found again by their place, their name and their last word."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import islice

from sayso.records.claim import Mention
from sayso.records.document import Span


class Mentions:
    """All mentions that were made so far: one for each place."""

    def __init__(self) -> None:
        self._at: dict[Span, Mention] = {}
        self._named: dict[str, list[Span]] = defaultdict(list)
        self._ending: dict[str, list[Span]] = defaultdict(list)

    def keep(self, mention: Mention) -> Mention:
        """The mention at a place: the first that was made there."""
        if (before := self._at.get(mention.span)) is not None:
            return before
        self._at[mention.span] = mention
        insort(self._named[mention.name], mention.span, key=_order)
        insort(self._ending[(mention.text.lower().split() or [""])[-1]], mention.span, key=_order)
        return mention

    def correct(self, mention: Mention) -> Mention:
        """Puts a mention in the place of the one with its words and its name."""
        self._at[mention.span] = mention
        return mention

    def __getitem__(self, span: Span) -> Mention:
        return self._at[span]

    def at(self, span: Span) -> Mention | None:
        """The mention at a place."""
        return self._at.get(span)

    def first_of(self, name: str) -> Mention:
        """The first mention by a name that has any."""
        return self._at[self._named[name][0]]

    def last_of_each(self, kinds: Container[str]) -> Iterator[Mention]:
        """The last mention of these kinds by each name."""
        for spans in self._named.values():
            yield from islice((one for span in reversed(spans) if (one := self._at[span]).kind in kinds), 1)

    def backwards(self, word: str) -> Iterator[Mention]:
        """Those whose last word is this one in small letters, the last first."""
        return (self._at[span] for span in reversed(self._ending.get(word, ())))

    def ordered(self) -> tuple[Mention, ...]:
        """All in order of place."""
        return tuple(self._at[span] for span in sorted(self._at, key=_order))


def _order(span: Span) -> tuple[int, int]:
    return span.start, span.end
