"""What a teller is given, and what it gives back: a whole ledger as values, and the files or the text made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from sayso.records.actor import Actor
from sayso.records.claim import AUTHOR, Claim, Finding, Voice
from sayso.records.dispute import Dispute
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.problem import Problem
from sayso.records.worked_out import Linking, Weighing, mention_key


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger to tell of: what was read, found, linked and weighed. `findings` are by the document's SHA-256.

    `reviews_text` is reviews.jsonl as it stands, `decisions` the hashes of its lines and `head` what stands for
    them all; `note` is what a reader should know of how it was made (finder, version). `finder` is the key of the finder whose findings
    these are, `beneath` what it had found in the documents on which people decided; `home` is the ledger's folder, None without one.
    `left_out` counts the claims that are not in it because nobody decided on them; None for a whole ledger.
    """

    name: str
    documents: tuple[Document, ...]
    findings: Mapping[str, Finding]
    linking: Linking = field(default_factory=Linking)
    weighing: Weighing = field(default_factory=Weighing)
    problems: tuple[Problem, ...] = ()
    reviews_text: str = ""
    decisions: tuple[str, ...] = ()
    head: str = ""
    note: str = ""
    finder: str = ""
    beneath: Mapping[str, Finding] = field(default_factory=dict)
    home: Path | None = None
    left_out: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a teller made: the files it wrote, or the text where no place was given; one line for the terminal; and problems met."""

    paths: tuple[Path, ...]
    text: str | None
    summary: str
    problems: tuple[Problem, ...] = ()


class Teller(Protocol):
    """Tells a ledger in one format."""

    def tell(self, book: Book, out: Path | None) -> Told:
        """Writes to `out` (a file or a folder, as the format needs), or gives the text back where `out` is None."""
        ...


class Index:
    """Where things are in a book: each by its id, and what hangs on what. Built when first asked for."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by SHA-256, in the order of their paths."""
        return {document.sha256: document for document in sorted(self.book.documents, key=lambda d: (d.path, d.sha256))}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, in the order of their places."""
        found = (claim for doc in self.documents if doc in self.book.findings for claim in self.book.findings[doc].claims)
        return {claim.id: claim for claim in sorted(found, key=self._place)}

    @cached_property
    def unreviewed(self) -> str:
        """The share of claims on which nobody decided, of all that nobody rejected; rounded up, so that 0 % means that none is left."""
        held = [claim for claim in self.claims.values() if claim.review != "rejected"]
        left_out = self.book.left_out or 0
        part, whole = sum(claim.review == "unsupervised" for claim in held) + left_out, len(held) + left_out
        return f"{-(-100 * part // whole) if whole else 100} %"

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.book.linking.actors}

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.book.weighing.incidents}

    @cached_property
    def matrices(self) -> dict[str, Matrix]:
        """Matrices by the id of their incident."""
        return {matrix.incident: matrix for matrix in self.book.weighing.matrices}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The origin of each claim, by the claim's id."""
        return {claim: origin for origin in self.book.weighing.origins for claim in origin.claims}

    @cached_property
    def copies(self) -> dict[str, str]:
        """The claim that a claim repeats, by the id of the one that repeats."""
        links = sorted(
            (link.left, link.right) for link in self.book.linking.links if link.kind == "copy_of" and link.judgement != "unresolved"
        )
        return {left: right for left, right in reversed(links) if left in self.claims and right in self.claims}

    @cached_property
    def denials(self) -> dict[str, tuple[str, ...]]:
        """The claims that deny a claim, by the id of the one that is denied."""
        found: dict[str, set[str]] = defaultdict(set)
        for link in self.book.linking.links:
            if link.kind == "denies" and link.judgement != "unresolved":
                found[link.right].add(link.left)
        return {denied: tuple(sorted(denials)) for denied, denials in found.items()}

    @cached_property
    def disputes(self) -> dict[str, list[Dispute]]:
        """Disputes by what they are about, in the order of the book."""
        found: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in self.book.weighing.disputes:
            found[dispute.about].append(dispute)
        return dict(found)

    def actor_id(self, doc: str, name: str | None) -> str | None:
        """The actor whom this document calls by this name."""
        return self.book.linking.actor_of.get(mention_key(doc, name)) if name else None

    def voice_id(self, doc: str, voice: Voice) -> str | None:
        """The actor behind a voice in this document."""
        return self.actor_id(doc, voice.name or (AUTHOR if voice.text == AUTHOR else None))

    def party(self, ident: str) -> str:
        """For whom an actor speaks, followed to the end (a spokesman's ministry's state); itself where nothing says so."""
        seen: list[str] = []
        while ident in self.actors and ident not in seen:
            seen.append(ident)
            ident = self.actors[ident].party or ident
        return ident

    def holds(self, span: Span, text: str) -> bool:
        """Whether exactly this text stands at this place of its document."""
        document = self.documents.get(span.doc)
        return document is not None and 0 <= span.start <= span.end and document.text[span.start : span.end] == text

    def _place(self, claim: Claim) -> tuple[str, int, int, str]:
        return (self.documents[claim.span.doc].path, claim.span.start, claim.span.end, claim.id)
