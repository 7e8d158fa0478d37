"""Looks things up in a ledger: by any id, a unique beginning of one or a name; and lays one incident open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.pledge import Pledge
from sayso.records.trouble import Exit, Trouble
from sayso.tell.book import Book, Index

Item = Document | Claim | Incident | Actor
KINDS = {"d": "document", "c": "claim", "i": "incident", "a": "actor"}


@dataclass(frozen=True)
class Dossier:
    """One incident with all that hangs on it."""

    incident: Incident
    shelf: Shelf

    def claims(self, voice: str | None = None) -> list[Claim]:
        """Its claims in the order of their places, or those of one voice."""
        return [claim for claim in self.shelf.claims(voice) if claim.id in self.incident.claims]

    def matrix(self) -> Matrix:
        """Parties by questions."""
        return self.shelf.index.matrices.get(self.incident.id) or Matrix(self.incident.id, (), ())

    def disputes(self) -> list[Dispute]:
        """The questions on which its voices differ."""
        return [dispute for dispute in self.shelf.disputes() if dispute.about == self.incident.id]

    def origins(self) -> list[Origin]:
        """What its claims go back to."""
        mine = set(self.incident.claims)
        return [origin for origin in self.shelf.book.weighing.origins if mine & set(origin.claims)]

    def by_party(self) -> list[tuple[str, list[Claim]]]:
        """Its claims under the name of the party that makes them, in the order of the matrix, each in order of time."""
        rows = self.matrix().rows
        of_claim = {claim: row.name for row in reversed(rows) for _, cell in row.cells for position in cell for claim in position.claims}
        grouped: dict[str, list[Claim]] = {row.name: [] for row in rows}
        for claim in self.claims():
            grouped.setdefault(of_claim.get(claim.id) or self.shelf.party(claim), []).append(claim)
        return [(name, sorted(claims, key=_spoken)) for name, claims in grouped.items() if claims]


@dataclass(frozen=True)
class Shelf:
    """A ledger as it stood at one moment, to look things up in."""

    book: Book

    @cached_property
    def index(self) -> Index:
        """Where things are."""
        return Index(self.book)

    def documents(self) -> list[Document]:
        """All documents, by path."""
        return list(self.index.documents.values())

    def claims(self, voice: str | None = None, kind: str | None = None, verb: str | None = None) -> list[Claim]:
        """All claims in the order of their places, or those of one voice (as named, or its actor's name or id), kind or verb."""
        found: Iterable[Claim] = self.index.claims.values()
        if voice is not None:
            found = [claim for claim in found if voice.casefold() in self._names_of(claim)]
        return [claim for claim in found if kind in (None, claim.kind) and verb in (None, claim.verb)]

    def incidents(self, status: str | None = None) -> list[Incident]:
        """All incidents by date, the undated last, or those of one status."""
        found = [incident for incident in self.book.weighing.incidents if status in (None, incident.status)]
        return sorted(found, key=lambda one: (one.when.first if one.when else date.max, one.title, one.id))

    def actors(self) -> list[Actor]:
        """All actors by name."""
        return sorted(self.book.linking.actors, key=lambda actor: (actor.name.casefold(), actor.id))

    def disputes(self) -> list[Dispute]:
        """All disputes, those about one thing together."""
        return sorted(self.book.weighing.disputes, key=lambda dispute: (dispute.about, dispute.question, dispute.id))

    def pledges(self) -> list[Pledge]:
        """All pledges, predictions and threats, by the day they were made."""
        return sorted(self.book.weighing.pledges, key=lambda one: (one.said.first if one.said else date.max, one.id))

    def incident(self, name: str) -> Dossier:
        """The incident of this id, a unique beginning of it, or any claim of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Claim):
            item = self._incident_of(item) or item
        if isinstance(item, Incident):
            return Dossier(item, self)
        raise Trouble(f"`{name}` is no incident", "`sayso show incidents` lists them", code=Exit.NOT_FOUND)

    def find(self, name: str) -> Item:
        """The one thing of this id, or of an id that begins so ("c:", "i:", "d:" and "a:" say of which kind), or the actor of this name."""
        prefix, colon, rest = name.partition(":")
        kinds = (prefix,) if colon and prefix in KINDS else tuple(KINDS)
        wanted = rest if colon and prefix in KINDS else name
        tables = self._tables
        for exact in (True, False):
            hits = [item for kind in kinds for key, item in tables[kind] if _fits(kind, key, wanted, exact)]
            if found := list(dict.fromkeys(hits)):
                return self._only(name, found)
        raise Trouble(
            f"nothing here is called `{name}`", "`sayso show incidents`, `actors` or `documents` lists what there is", code=Exit.NOT_FOUND
        )

    def address(self, item: Item) -> str:
        """Its id as the doors show and take it; an id that says its kind already ("i-…") stands alone."""
        if isinstance(item, Document):
            return f"d:{item.sha256[:8]}"
        kind = next(kind for kind, name in KINDS.items() if name == type(item).__name__.lower())
        return item.id if item.id.startswith(f"{kind}-") else f"{kind}:{item.id}"

    def actor_name(self, ident: str) -> str:
        """The name of an actor, or the text that stands in its place."""
        actor = self.index.actors.get(ident)
        return actor.name if actor else ident

    def party(self, claim: Claim) -> str:
        """The name of whom the first voice speaks for, or its own words."""
        actor = self.index.actors.get(self.index.voice_id(claim.span.doc, claim.voice) or "")
        if actor is None:
            return claim.voice.name or claim.voice.text
        return self.actor_name(actor.party or actor.id)

    def paragraph(self, claim: Claim) -> int:
        """In which paragraph (line with words in it) of its document a claim begins, from 1."""
        before = self.index.documents[claim.span.doc].text[: claim.span.start]
        *lines, _ = before.split("\n")
        return sum(1 for line in lines if line.strip()) + 1

    @cached_property
    def _tables(self) -> Mapping[str, list[tuple[str, Item]]]:
        documents: list[tuple[str, Item]] = [(key, one) for one in self.documents() for key in (one.sha256, one.path)]
        actors: list[tuple[str, Item]] = [(key, one) for one in self.actors() for key in (one.id, one.name)]
        return {
            "d": documents,
            "c": list(self.index.claims.items()),
            "i": list(self.index.incidents.items()),
            "a": actors,
        }

    def _only(self, name: str, found: list[Item]) -> Item:
        if len(found) == 1:
            return found[0]
        lines = tuple(f"{self.address(item)}  {title_of(item)}" for item in found[:8])
        raise Trouble(f"`{name}` begins {len(found)} ids", "write more of it", lines)

    def _incident_of(self, claim: Claim) -> Incident | None:
        return self.index.incidents.get(self.book.linking.incident_of.get(claim.id, ""))

    def _names_of(self, claim: Claim) -> set[str]:
        """All by which the first voice may be asked for, and the party it speaks for."""
        ident = self.index.voice_id(claim.span.doc, claim.voice)
        names = {claim.voice.text, claim.voice.name or "", ident or "", self.actor_name(ident) if ident else "", self.party(claim)}
        return {name.casefold() for name in names if name}


def _fits(kind: str, key: str, wanted: str, exact: bool) -> bool:
    """Whether an id is the one wanted or begins so; what says its kind itself ("i-…") may be asked for without."""
    keys = (key, key.removeprefix(f"{kind}-"))
    return bool(wanted) and (wanted in keys if exact else any(one.startswith(wanted) for one in keys))


def title_of(item: Item) -> str:
    """What an item is called, in a few words."""
    match item:
        case Document():
            return item.title or item.path
        case Claim():
            return item.quote[:60].replace("\n", " ")
        case Incident():
            return item.title
        case Actor():
            return item.name


def rows_of(shelf: Shelf, what: str, voice: str | None = None, status: str | None = None) -> list[Any]:
    """The rows of the exchange format of a list, or of one thing and, for an incident, its claims and matrix."""
    from sayso.tell.jsonl import Sheets

    rows: dict[str, list[Any]] = dict(Sheets(shelf.index).all())
    if what in rows:
        wanted = {claim.id for claim in shelf.claims(voice)} if what == "claims" else None
        kept = [row for row in rows[what] if wanted is None or row.id in wanted]
        return [row for row in kept if what != "incidents" or status in (None, row.status)]
    item = shelf.find(what)
    if isinstance(item, Incident):
        dossier = Dossier(item, shelf)
        ids = {item.id, *(claim.id for claim in dossier.claims(voice))}
        return [*(row for name in ("incidents", "claims") for row in rows[name] if row.id in ids), dossier.matrix()]
    name, ident = ("documents", item.sha256) if isinstance(item, Document) else (f"{type(item).__name__.lower()}s", item.id)
    return [row for row in rows[name] if ident in (getattr(row, "id", None), getattr(row, "sha256", None))]


def _spoken(claim: Claim) -> tuple[date, str, int]:
    return (claim.said.first if claim.said else date.min, claim.span.doc, claim.span.start)
