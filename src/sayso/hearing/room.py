"""Where decisions are heard: the texts as they stand, what stands in them now, and what could not be placed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from sayso.hearing.papers import Papers
from sayso.records.anchor import place
from sayso.records.claim import Finding
from sayso.records.document import Span
from sayso.records.problem import Problem
from sayso.records.review import Review, Seen
from sayso.records.worked_out import Working
from sayso.rulings import Notes

UNPLACED = "unplaced"
"""What has no place: one working for each target of a decision, by the decision's hash and the target's number."""
GONE = "gone"
"""The mark of what was looked for in all texts, since its own document is not here: a new document can change it."""


class Room:
    """What is at hand while decisions are heard. `holding` are those that hold, `new` the documents that have come or were gone through.

    `found` are the findings of the documents on which people decide otherwise than before, None where they leave what the machine
    found; `folds` which claims fold under which there. With `anew` nothing that was kept counts.
    """

    def __init__(self, papers: Papers, holding: Sequence[Review], new: Collection[str], anew: bool) -> None:
        self.papers, self.holding, self.new, self.anew = papers, holding, frozenset(new), anew
        self.found: dict[str, Finding | None] = {}
        self.folds: dict[str, Mapping[str, str]] = {}
        self.notes: dict[str, Notes] = {}
        self._before = {one.key: one for one in self.kept(UNPLACED)}
        self._unplaced = dict(self._before)
        self._ids: dict[str, frozenset[str]] = {}

    def kept(self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None) -> list[Working]:
        """What the last hearing kept of a kind: all of it, or that of these keys, or of these documents."""
        return [] if self.anew else self.papers.workings(kind, keys, docs)

    def bearing(self, kind: str, marks: Collection[str]) -> set[str]:
        """The keys of what the last hearing kept under one of these marks."""
        return set() if self.anew else {key for keys in self.papers.marked(kind, marks).values() for key in keys}

    def note(self, kind: str, before: Mapping[str, Working], now: Iterable[Working]) -> None:
        """Notes what is to be kept in place of what was kept before."""
        here = {one.key: one for one in now}
        come = tuple(one for key, one in sorted(here.items()) if self.anew or before.get(key) != one)
        self.notes[kind] = Notes(None if self.anew else frozenset(before) - here.keys(), come)

    # what stands where

    def text(self, doc: str) -> str:
        """The text of a document that is here."""
        document = self.papers.document(doc)
        return document.text if document else ""

    def finding(self, doc: str) -> Finding:
        """What stands in a document now."""
        return self.found[doc] or self.papers.machine(doc) if doc in self.found else self.papers.shown(doc)

    def holds(self, doc: str, claim: str) -> bool:
        """Whether a claim stands in a document now."""
        if doc not in self._ids:
            self._ids[doc] = frozenset(one.id for one in self.finding(doc).claims)
        return claim in self._ids[doc]

    def spot_in(self, seen: Seen, doc: str) -> Span | None:
        """Where the words stand in this document."""
        spot = place(seen.anchor, self.text(doc))
        return Span(doc, *spot) if spot else None

    def spot(self, seen: Seen, review: Review, number: int) -> Span | None:
        """Where the words stand now: in their document, or, if it is here no more, in the one other document that holds them."""
        doc = seen.anchor.doc
        here = self.papers.document(doc) is not None
        docs = [doc] if here else [one.sha256 for one in self.papers.documents()]
        found = [spot for one in docs if (spot := self.spot_in(seen, one)) is not None]
        if len(found) == 1:
            return found[0]
        why = "its words are not found any more" if here else "its document is no longer here"
        self.tell(review, number, f"{why}: “{' '.join(seen.anchor.exact.split())[:60]}”", None)
        return None

    # what has no place

    def tell(self, review: Review, number: int, why: str, spot: Span | None) -> None:
        """Tells that a target of a decision has no place."""
        target = review.targets[number]
        document = self.papers.document(target.doc)
        message = f"the decision {review.hash[:8]} ({review.verb}, {review.who}) has no place: {why}"
        start, end = (spot.start, spot.end) if spot and target.doc == spot.doc else (None, None)
        path = document.path if document else target.doc[:12]
        problem = Problem(path, "link", "review_unplaced", message, "it is kept; decide anew, or undo it", start, end)
        key = address(review, number)
        self._unplaced[key] = Working(key, "", msgspec.json.encode([why, problem]).decode())

    def forget(self, key: str) -> None:
        """Takes back what was told of a target, since it is placed anew."""
        self._unplaced.pop(key, None)

    def problems(self) -> dict[tuple[str, str], Problem]:
        """What has no place, by the decision's hash and the reason, in the order of the decisions and their targets."""
        order = {review.hash: number for number, review in enumerate(self.holding)}
        told = [(*_parted(key), one.record) for key, one in self._unplaced.items()]
        ordered = sorted((order[ident], number, ident, record) for ident, number, record in told if ident in order)
        here = {f"{ident} {number}" for _, number, ident, _ in ordered}
        self.note(UNPLACED, self._before, (one for key, one in self._unplaced.items() if key in here))
        decoded = [(ident, msgspec.json.decode(record, type=tuple[str, Problem])) for *_, ident, record in ordered]
        return {(ident, why): problem for ident, (why, problem) in decoded}


def address(review: Review, number: int) -> str:
    """How a target of a decision is called among what is kept."""
    return f"{review.hash} {number}"


def _parted(key: str) -> tuple[str, int]:
    ident, _, number = key.partition(" ")
    return ident, int(number)
