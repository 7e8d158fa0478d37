"""A whole ledger as it stood at one moment, to list it and to tell of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.pledge import Pledge
from sayso.records.slug import slug_of
from sayso.records.work import Work
from sayso.shelf.directory import Address, Directory, Item, address_of
from sayso.store.store import Way
from sayso.tell.book import Book, Index

MARKS = {"affirms": "✓", "denies": "✗", "uncommitted": "·"}
"""How the stance of a claim is shown; never by colour alone."""


@dataclass(frozen=True)
class Shelf(Directory):
    """A ledger as it stood at one moment, to look things up in."""

    book: Book

    @cached_property
    def index(self) -> Index:
        """Where things are."""
        return Index(self.book)

    def documents(self) -> list[Document]:
        """All documents, by path."""
        return list(self.index.documents.values())

    def claims(self) -> list[Claim]:
        """All claims in the order of their places."""
        return list(self.index.claims.values())

    def incidents(self) -> list[Incident]:
        """All incidents by date, the undated last."""
        return sorted(self.book.weighing.incidents, key=lambda one: (one.when.first if one.when else date.max, one.title, one.id))

    def actors(self) -> list[Actor]:
        """All actors by name."""
        return sorted(self.book.linking.actors, key=lambda actor: (actor.name.casefold(), actor.id))

    def disputes(self) -> list[Dispute]:
        """All disputes, those about one thing together."""
        return sorted(self.book.weighing.disputes, key=lambda dispute: (dispute.about, dispute.question, dispute.id))

    def works(self) -> list[Work]:
        """All works cited, in the order in which they are first cited."""
        return list(self.book.linking.works)

    def pledges(self) -> list[Pledge]:
        """All pledges, predictions and threats, by the day they were made."""
        return sorted(self.book.weighing.pledges, key=lambda one: (one.said.first if one.said else date.max, one.id))

    def address(self, item: Item) -> str:
        """Its id as the doors show and take it; an id that says its kind already ("i-…") stands alone."""
        return address_of(item)

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

    def speaker(self, claim: Claim) -> str:
        """The name of the first voice, or its own words, with whom it speaks for: "Orvel Tansk, for Orsenia"."""
        actor = self.index.actors.get(self.index.voice_id(claim.span.doc, claim.voice) or "")
        name, party = actor.name if actor else claim.voice.name or claim.voice.text, self.party(claim)
        return name if name == party else f"{name}, for {party}"

    def parties(self, incident: Incident) -> int:
        """How many parties answer one of an incident's questions."""
        matrix = self.index.matrices.get(incident.id)
        return len(matrix.rows) if matrix else 0

    def claims_in(self, doc: str) -> int:
        """How many claims were found in a document."""
        finding = self.book.findings.get(doc)
        return len(finding.claims) if finding else 0

    def paragraph(self, claim: Claim) -> int:
        """In which paragraph of its document a claim begins, from 1."""
        return self.index.documents[claim.span.doc].paragraph(claim.span.start)

    def incident_of(self, claim: Claim) -> Incident | None:
        """The incident that a claim speaks of."""
        return self.index.incidents.get(self.book.linking.incident_of.get(claim.id, ""))

    def names_of(self, claim: Claim) -> set[str]:
        """All by which the first voice may be asked for, and the party it speaks for; casefolded."""
        ident = self.index.voice_id(claim.span.doc, claim.voice)
        party = self.index.actors[ident].party if ident in self.index.actors else ""
        names = {claim.voice.text, claim.voice.name or "", ident or "", self.actor_name(ident) if ident else "", self.party(claim), party}
        return {name.casefold() for name in names if name}

    def own(self, kind: str, way: Way, wanted: str) -> list[Address]:
        """The things of a kind that are called so, in the order in which they are listed."""
        return [address for key, address in self._names[kind] if FITS[way](key, wanted)]

    def part(self, kind: str, way: Way, wanted: str) -> list[Address]:
        """What things of a kind are part of that are called so."""
        return [address for key, address in self._names_of_parts[kind] if FITS[way](key, wanted)]

    def items(self, addresses: Sequence[Address]) -> list[Item]:
        """The things at these addresses."""
        tables: Mapping[str, Mapping[str, Item]] = {
            "d": self.index.documents,
            "c": self.index.claims,
            "i": self.index.incidents,
            "a": self.index.actors,
        }
        return [tables[kind][ident] for kind, ident in addresses]

    @cached_property
    def _names(self) -> Mapping[str, list[tuple[str, Address]]]:
        """What things are called, casefolded, each with its address."""
        documents = [(key, ("d", one.sha256)) for one in self.documents() for key in (one.sha256, one.path)]
        claims = [(claim, ("c", claim)) for claim in self.index.claims]
        incidents = [(key, ("i", one.id)) for one in self.incidents() for key in (one.id, slug_of(one))]
        actors = [(key, ("a", one.id)) for one in self.actors() for key in (one.id, one.name, *(name.text for name in one.names))]
        tables = {"d": documents, "c": claims, "i": incidents, "a": actors}
        return {kind: list(dict.fromkeys((key.casefold(), address) for key, address in found)) for kind, found in tables.items()}

    @cached_property
    def _names_of_parts(self) -> Mapping[str, list[tuple[str, Address]]]:
        """What is named by an id that is not its own: incidents by their claims, and what disputes and pledges are about."""
        incidents = [(f"i-{claim}", ("i", one.id)) for one in self.incidents() for claim in one.claims]
        disputes = [(one.id, self._about(one)) for one in self.disputes()]
        pledges = [(one.id, self._claim(one.claims)) for one in self.pledges()]
        return {"d": [], "c": [(key, address) for key, address in (*disputes, *pledges) if address], "i": incidents, "a": []}

    def _about(self, dispute: Dispute) -> Address | None:
        return ("i", dispute.about) if dispute.about in self.index.incidents else self._claim(dispute.sides[0].claims)

    def _claim(self, claims: Sequence[str]) -> Address | None:
        return next((("c", claim) for claim in claims if claim in self.index.claims), None)


def _bare(key: str, wanted: str) -> bool:
    """Whether this is the id without what says its kind ("i-…")."""
    return key[1:2] == "-" and key[2:] == wanted


def _begins_bare(key: str, wanted: str) -> bool:
    return key[1:2] == "-" and key[2:].startswith(wanted)


FITS: Mapping[Way, Callable[[str, str], bool]] = {
    "is": str.__eq__,
    "is_bare": _bare,
    "begins": str.startswith,
    "begins_bare": _begins_bare,
}
"""Whether what something is called is what is wanted."""
