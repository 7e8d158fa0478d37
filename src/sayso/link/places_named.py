"""Which places of a text a paragraph names before it tells of an event: with another place the text mostly turns to something else."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.link.happenings import LONGEST_NAME, Happening, spots_told
from sayso.link.layout import Layout
from sayso.link.phrases import Phrase
from sayso.records.claim import Finding
from sayso.records.document import Document


@dataclass(frozen=True, slots=True)
class PlacesNamed:
    """The towns and provinces of a text, by the words of their names, and where in it they may be named."""

    document: Document
    layout: Layout
    places: frozenset[tuple[str, ...]]
    _known: dict[tuple[int, int], frozenset[tuple[str, ...]]] = field(default_factory=dict, compare=False)

    def lead_away(self, one: Happening, event: Happening) -> bool:
        """Whether the paragraph of a mention names some of them up to its end, and none that the paragraph of an earlier event names."""
        start = self.layout.start(one.order[1])
        named = self._between(start, one.order[2]) if event.order[1] < start else frozenset()
        return bool(named) and not named & self._between(self.layout.start(event.order[1]), event.order[2])

    def _between(self, start: int, end: int) -> frozenset[tuple[str, ...]]:
        if (start, end) not in self._known:  # an event's paragraph is asked for by all that may go on with it
            self._known[start, end] = Phrase(self.document.text[start:end], (), self.document.language).runs(LONGEST_NAME) & self.places
        return self._known[start, end]


def places_named(document: Document, finding: Finding, layout: Layout) -> PlacesNamed:
    """Those of a document."""
    return PlacesNamed(document, layout, frozenset(name for name, _ in spots_told(finding)))
