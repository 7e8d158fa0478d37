"""Holds a ledger against itself: without one of its sources, and as it was before some day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.archive import TABLE, Original
from sayso.finding import FOUND_WITH
from sayso.hearing.hear import ruled
from sayso.records.actor import Actor
from sayso.records.change import Change
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.review import Review
from sayso.records.trouble import Exit, Trouble
from sayso.records.when import parse_when
from sayso.shelf.grid import Grid
from sayso.shelf.listing import shortened
from sayso.shelf.views import Shelf
from sayso.store.store import Store
from sayso.tell.book import Book, Index
from sayso.tell.sentences import changed_sentences
from sayso.weigh.changes import changes
from sayso.weigh.impact import impact
from sayso.working_out import settled

if TYPE_CHECKING:
    from sayso.known.packs import Packs

COLUMNS = ("kind", "id", "about", "detail", "before", "after", "claims")
"""What a table of changes says of each (docs/changes.md)."""
PRINTED = ("kind", "about", "detail", "before", "after")
"""Those of them that are printed, shortened, where nobody asked for the table."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states of a ledger, in the order in which it is told; `told` says in one line what was compared."""

    changes: tuple[Change, ...]
    told: str

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __repr__(self) -> str:
        rows = tuple(tuple(shortened(getattr(one, name)) for name in PRINTED) for one in self.changes)
        return "\n".join([self.told, *([repr(Grid(PRINTED, rows))] if rows else [])])

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.told)}</p>{self.grid()._repr_html_()}"

    def grid(self) -> Grid:
        """As a table, the claims parted by semicolons."""
        texts = ((*(getattr(one, name) for name in COLUMNS[:-1]), "; ".join(one.claims)) for one in self.changes)
        return Grid(COLUMNS, tuple(texts))


@dataclass(frozen=True, slots=True)
class Stock:
    """What a ledger is worked out from: documents, what the machine found in them, decisions of people, and packs."""

    documents: tuple[Document, ...]
    machine: Mapping[str, Finding]
    reviews: tuple[Review, ...]
    packs: Packs

    def book(self, name: str, fallen: frozenset[str] = frozenset()) -> Book:
        """All that follows from it, worked out anew; without the claims that fall."""
        reviewed = ruled(self.reviews, self.documents, self.machine)
        findings = {
            doc: replace(finding, claims=tuple(claim for claim in finding.claims if claim.id not in fallen))
            for doc, finding in (dict(self.machine) | dict(reviewed.findings)).items()
        }
        linking, weighing = settled(self.documents, findings, reviewed, self.packs)
        return Book(name, self.documents, findings, linking, weighing)

    def without(self, gone: frozenset[str]) -> Stock:
        """The same without some documents, by SHA-256, and without what decisions say of their words."""
        return Stock(
            tuple(document for document in self.documents if document.sha256 not in gone),
            {doc: finding for doc, finding in self.machine.items() if doc not in gone},
            tuple(_blind(review, gone) for review in self.reviews),
            self.packs,
        )


def stock_of(store: Store, reviews: Sequence[Review], packs: Packs) -> Stock:
    """What the ledger in a store is worked out from."""
    with store.together():
        return Stock(tuple(store.documents()), store.findings(store.stamp(FOUND_WITH) or ""), tuple(reviews), packs)


def only_reviewed(stock: Stock, book: Book) -> Book:
    """The same ledger as if nothing had been found but what people accepted, corrected or wrote, linked and weighed anew."""
    claims = [claim for finding in book.findings.values() for claim in finding.claims]
    part = stock.book(book.name, frozenset(claim.id for claim in claims if claim.review in ("unsupervised", "rejected")))
    left_out = sum(claim.review == "unsupervised" for claim in claims)
    return replace(book, findings=part.findings, linking=part.linking, weighing=part.weighing, left_out=left_out)


def without(stock: Stock, name: str, shelf: Shelf, briefs: Path) -> Comparison:
    """What falls or changes if a document, or all that an actor says or hands on, is withdrawn. Raises Trouble for anything else."""
    item = shelf.find(name)
    if not isinstance(item, Document | Actor):
        raise Trouble(f"`{name}` is neither a document nor an actor", "`sayso show documents` and `actors` list them", code=Exit.NOT_FOUND)
    before = stock.book(shelf.book.name)
    index = Index(before)
    fallen = [claim for claim in index.claims.values() if claim.review != "rejected" and _rests_on(item, claim, index)]
    ids = frozenset(claim.id for claim in fallen)
    after = stock.without(frozenset([item.sha256])).book(before.name) if isinstance(item, Document) else stock.book(before.name, ids)
    found = impact(fallen, before.weighing, after.weighing, _names(before, after))
    kept = {f"{briefs.name}/{path.name}": path.read_text(encoding="utf-8") for path in sorted(briefs.glob("*.md"))}
    found += changed_sentences(before, after, kept)
    called = item.path if isinstance(item, Document) else item.name
    return Comparison(tuple(found), f"Without {called}: {len(fallen)} of {len(index.claims)} claims fall")


def since(stock: Stock, asked: str, name: str, originals: Sequence[Original]) -> Comparison:
    """What is new since a day, or since the newest day on which documents came in.

    The state before is worked out from the documents that came in before that day, and from the decisions made before it; a document
    without a known day counts as one of these. Raises Trouble for what is no day.
    """
    came = _came(stock.documents, originals)
    day = _day(asked) if asked else max(came.values(), default=None)
    if day is None:
        return Comparison((), f"{TABLE} tells of no document when it came in")
    late = frozenset(doc for doc, on in came.items() if on >= day)
    decided = tuple(review for review in stock.reviews if date.fromisoformat(review.when[:10]) < day)
    before, after = replace(stock, reviews=decided).without(late).book(name), stock.book(name)
    known = Index(before).claims
    found = changes(before.weighing, after.weighing, known, _names(after))
    claims = len(Index(after).claims.keys() - known.keys())
    told = f"New since {day}: {len(late)} {'document' if len(late) == 1 else 'documents'}, {claims} {'claim' if claims == 1 else 'claims'}"
    return Comparison(tuple(found), told)


def _blind(review: Review, gone: frozenset[str]) -> Review:
    """A decision as it stands once the words of some documents are taken out."""
    return replace(review, targets=tuple(replace(one, seen=None) if one.doc in gone else one for one in review.targets))


def _rests_on(item: Document | Actor, claim: Claim, index: Index) -> bool:
    """Whether a claim stands in a document; whether an actor, or who speaks for it, says it or is one of the hands it came through."""
    if isinstance(item, Document):
        return claim.span.doc == item.sha256
    voices = (index.voice_id(claim.span.doc, voice) for voice in claim.voices)
    return any(item.id in _spoken_for(voice, index) for voice in voices if voice)


def _spoken_for(ident: str, index: Index) -> list[str]:
    """An actor, for whom it speaks, for whom that one does, and so on."""
    line: list[str] = []
    while ident in index.actors and ident not in line:
        line.append(ident)
        ident = index.actors[ident].party or ident
    return line


def _names(*books: Book) -> Callable[[str], str]:
    """Names of actors and words of claims; an actor whose first document falls is another one by its id in the second of two books."""
    names = {actor.id: actor.name for book in reversed(books) for actor in book.linking.actors}
    quotes = {claim.id: f"“{' '.join(claim.quote.split())}”" for finding in books[0].findings.values() for claim in finding.claims}
    return lambda ident: names.get(ident) or quotes.get(ident, ident)


def _came(documents: Sequence[Document], originals: Sequence[Original]) -> dict[str, date]:
    """The day on which each document came in first, by SHA-256, as far as the table of originals tells."""
    days: dict[str, date] = {}
    for original in originals:
        if day := original.came:
            days[original.path] = min(day, days.get(original.path, day))
    came = {one.sha256: [days[path] for path in one.paths if path in days] for one in documents}
    return {doc: min(on) for doc, on in came.items() if on}


def _day(asked: str) -> date:
    try:
        return parse_when(asked).first
    except ValueError:
        raise Trouble(f"`{asked}` is no date", "write a day, month or year: 2022-04-18, 2022-04 or 2022") from None
