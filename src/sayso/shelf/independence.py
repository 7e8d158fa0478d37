"""On how many legs an incident stands: what its claims go back to, and by which way each came into its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.records.claim import AUTHOR, Claim, Voice
from sayso.records.count import between
from sayso.records.document import Span
from sayso.records.incident import Incident, Origin
from sayso.records.work import Edge, Work
from sayso.shelf.extras import load_extra
from sayso.shelf.grid import Grid
from sayso.shelf.views import Shelf

if TYPE_CHECKING:
    import networkx

Kind = Literal["voice", "outlet", "work", "document"]
COLUMNS = ("from", "from_name", "from_kind", "to", "to_name", "to_kind", "state", "claims")
SURENESS: tuple[Edge, ...] = ("found", "inferred", "unresolved")
"""From the surest on: an edge that several claims bear is as sure as its surest."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Who or what words passed through: an actor's id where it is known, else a name of its own."""

    id: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Step:
    """That the words of a claim went from one to the next, and how surely."""

    left: Stop
    right: Stop
    state: Edge
    claim: str


@dataclass(frozen=True)
class Independence:
    """The origins of one incident, counted as a range, and the ways by which its claims came."""

    incident: Incident
    shelf: Shelf

    @property
    def low(self) -> int:
        """The fewest independent origins that it can rest on: whatever may be one is counted as one."""
        return self.incident.origins[0]

    @property
    def high(self) -> int:
        """The most: only what is certainly one is counted as one."""
        return self.incident.origins[1]

    def origins(self) -> Grid:
        """What its claims go back to, a row an origin: whose statement, why its claims are one, and whether that is certain."""
        rows = ((one.id, self.shelf.actor_name(one.voice), one.reason, "yes" if one.certain else "no", "; ".join(one.claims))
                for one in origins_of(self.incident, self.shelf))  # fmt: skip
        return Grid(("id", "voice", "reason", "certain", "claims"), tuple(rows))

    def edges(self) -> Grid:
        """The ways, a row an edge: voices to outlets to documents, each found, inferred or unresolved, with the claims that went it."""
        return Grid(COLUMNS, tuple((*_told(left), *_told(right), state, "; ".join(claims)) for left, right, state, claims in self._edges()))

    def graph(self) -> networkx.DiGraph[str]:
        """The same as a DiGraph: nodes with `name` and `kind`, edges with `state` and `claims`. Raises Trouble without networkx."""
        graph: networkx.DiGraph[str] = load_extra("networkx", "graphs").DiGraph(incident=self.incident.id)
        for left, right, state, claims in self._edges():
            for stop in (left, right):
                if stop.id not in graph:  # who speaks here and hands on there stays a voice
                    graph.add_node(stop.id, name=stop.name, kind=stop.kind)
            graph.add_edge(left.id, right.id, state=state, claims="; ".join(claims))
        return graph

    def __repr__(self) -> str:
        return f"{self.incident.title}: {between(self.incident.origins)} independent origin{'' if self.incident.origins == (1, 1) else 's'}"

    def _repr_html_(self) -> str:
        return f"<p>{self!r}</p>{self.origins()._repr_html_()}"

    def _edges(self) -> Iterator[tuple[Stop, Stop, Edge, list[str]]]:
        edges: dict[tuple[str, str], list[Step]] = {}
        for step in self._steps():
            edges.setdefault((step.left.id, step.right.id), []).append(step)
        for steps in edges.values():
            state = min((step.state for step in steps), key=SURENESS.index)
            yield steps[0].left, steps[0].right, state, list(dict.fromkeys(step.claim for step in steps))

    def _steps(self) -> Iterator[Step]:
        """Each claim's way; and where one document repeats words of another, the way between the two."""
        mine, works = set(self.incident.claims), {work.id: work for work in self.shelf.works()}
        claims = self.shelf.index.claims
        for ident in self.incident.claims:
            yield from self._chain(claims[ident])
        for link in self.shelf.book.linking.links:
            if link.kind == "cites" and link.left in mine and link.right in works:
                yield from self._through(claims[link.left], works[link.right], _edge(link.judgement))
            if link.kind == "copy_of" and {link.left, link.right} <= mine:
                copy, first = (self._document(claims[one].span.doc) for one in (link.left, link.right))
                if copy != first:
                    yield Step(first, copy, _edge(link.judgement), link.left)

    def _chain(self, claim: Claim) -> Iterator[Step]:
        """First voice, further hands, who published the document, the document."""
        doc = claim.span.doc
        at = self._voice(claim, claim.voice, "voice")
        following = [(self._voice(claim, voice, "outlet"), self._surely(claim, voice.span)) for voice in claim.voices[1:]]
        if publisher := self.shelf.index.documents[doc].publisher:
            following.append((self._outlet(doc, publisher), "found"))
        for stop, state in (*following, (self._document(doc), SURENESS[0])):
            if stop.id != at.id:  # else a body that publishes its own statement
                yield Step(at, stop, state, claim.id)
                at = stop

    def _through(self, claim: Claim, work: Work, state: Edge) -> Iterator[Step]:
        """From the voice through a work that its sentence cites into the document, where no hand of the chain stands for that work."""
        if not {voice.name or voice.text for voice in claim.voices} & {work.author, work.publisher}:
            stop = self._work(work)
            yield Step(self._voice(claim, claim.voice, "voice"), stop, state, claim.id)
            yield Step(stop, self._document(claim.span.doc), state, claim.id)

    def _surely(self, claim: Claim, named: Span | None) -> Edge:
        """How surely a hand is one: as its note, where a note names it; what the text itself says is found."""
        for note in self.shelf.book.findings[claim.span.doc].notes if named else ():
            names = [one.span for one in (*note.source.authors, note.source.publisher) if one] if note.source else []
            if named in names and note.sentence and claim.span.shared(note.sentence):
                return note.edge
        return "found"

    def _voice(self, claim: Claim, voice: Voice, kind: Kind) -> Stop:
        doc = claim.span.doc
        ident = self.shelf.index.voice_id(doc, voice)
        if voice.text == AUTHOR:
            return Stop(ident or f"author:{doc[:8]}", f"author of {self.shelf.index.documents[doc].path}", kind)
        name = self.shelf.actor_name(ident) if ident else voice.name or voice.text
        return Stop(ident or f"said:{doc[:8]}:{name.casefold()}", name, kind)

    def _outlet(self, doc: str, publisher: str) -> Stop:
        """Who published a document: the actor that it names so, or the one media actor of that name, else the mere name."""
        named = [one.id for one in self.shelf.actors() if one.kind == "media" and one.name.casefold() == publisher.casefold()]
        ident = self.shelf.index.actor_id(doc, publisher) or (named[0] if len(named) == 1 else f"outlet:{publisher.casefold()}")
        return Stop(ident, publisher, "outlet")

    def _work(self, work: Work) -> Stop:
        name = ", ".join(filter(None, (work.author, work.title, work.publisher))) or work.url or work.id
        return self._document(work.document) if work.document else Stop(work.id, name, "work")

    def _document(self, doc: str) -> Stop:
        return Stop(f"d:{doc[:8]}", self.shelf.index.documents[doc].path, "document")


def origins_of(incident: Incident, shelf: Shelf) -> list[Origin]:
    """What the claims of an incident go back to."""
    mine = set(incident.claims)
    return [origin for origin in shelf.book.weighing.origins if mine & set(origin.claims)]


def _told(stop: Stop) -> tuple[str, str, str]:
    return stop.id, stop.name, stop.kind


def _edge(judgement: str) -> Edge:
    return next((edge for edge in SURENESS if edge == judgement), "unresolved")
