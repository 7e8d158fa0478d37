"""Looks things up in a ledger: by any id, a unique beginning of one or a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from anyascii import anyascii

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.pledge import Pledge
from sayso.records.trouble import Exit, Trouble
from sayso.records.vocabulary import vocabulary
from sayso.records.work import Work
from sayso.tell.book import Book, Index

Item = Document | Claim | Incident | Actor
KINDS = {"d": "document", "c": "claim", "i": "incident", "a": "actor"}
MARKS = {"affirms": "✓", "denies": "✗", "uncommitted": "·"}
"""How the stance of a claim is shown; never by colour alone."""


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

    def document(self, name: str) -> Document:
        """The document of this path, this id or a unique beginning of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Document):
            return item
        raise Trouble(f"`{name}` is no document", "`sayso show documents` lists them", code=Exit.NOT_FOUND)

    def claim(self, name: str) -> Claim:
        """The claim of this id or a unique beginning of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Claim):
            return item
        raise Trouble(f"`{name}` is no claim", "`sayso show claims` lists them", code=Exit.NOT_FOUND)

    def incident(self, name: str) -> Incident:
        """The incident of this id, a unique beginning of it, its slug, or any claim of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Claim):
            item = self.incident_of(item) or item
        if isinstance(item, Incident):
            return item
        raise Trouble(f"`{name}` is no incident", "`sayso show incidents` lists them", code=Exit.NOT_FOUND)

    def actor(self, name: str) -> Actor:
        """The actor of this id, a unique beginning of it, or this name. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Actor):
            return item
        raise Trouble(f"`{name}` is no actor", "`sayso show actors` lists them", code=Exit.NOT_FOUND)

    def find(self, name: str) -> Item:
        """The one thing of this id, or of an id that begins so ("c:", "i:", "d:" and "a:" say of which kind), of this name, path or slug.

        An incident is also named by any of its claims ("i:CLAIM"), so that an address outlives merging and splitting; a dispute's id
        names what it is about, a pledge's its first claim. Capitals make no difference.

        Raises Trouble where there is none, or more than one.
        """
        prefix, colon, rest = name.partition(":")
        kinds = (prefix,) if colon and prefix in KINDS else tuple(KINDS)
        wanted = (rest if colon and prefix in KINDS else name).casefold()
        for tables in (self._tables, self._tables_of_parts):
            for fits in (str.__eq__, _bare, str.startswith, _begins_bare):
                hits = [item for kind in kinds for key, item in tables[kind] if wanted and fits(key.casefold(), wanted)]
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

    @cached_property
    def _tables(self) -> Mapping[str, list[tuple[str, Item]]]:
        documents: list[tuple[str, Item]] = [(key, one) for one in self.documents() for key in (one.sha256, one.path)]
        incidents: list[tuple[str, Item]] = [(key, one) for one in self.incidents() for key in (one.id, slug_of(one))]
        actors: list[tuple[str, Item]] = [
            (key, one) for one in self.actors() for key in dict.fromkeys((one.id, one.name, *(name.text for name in one.names)))
        ]
        return {
            "d": documents,
            "c": list(self.index.claims.items()),
            "i": incidents,
            "a": actors,
        }

    @cached_property
    def _tables_of_parts(self) -> Mapping[str, list[tuple[str, Item]]]:
        """What is named by an id that is not its own: incidents by their claims, and what disputes and pledges are about."""
        incidents: list[tuple[str, Item]] = [(f"i-{claim}", one) for one in self.incidents() for claim in one.claims]
        disputes = [(one.id, self.index.incidents.get(one.about) or self._claim(one.sides[0].claims)) for one in self.disputes()]
        pledges = [(one.id, self._claim(one.claims)) for one in self.pledges()]
        return {"d": [], "c": [(key, item) for key, item in (*disputes, *pledges) if item], "i": incidents, "a": []}

    def _claim(self, claims: Sequence[str]) -> Claim | None:
        return next((self.index.claims[claim] for claim in claims if claim in self.index.claims), None)

    def _only(self, name: str, found: list[Item]) -> Item:
        if len(found) == 1:
            return found[0]
        lines = tuple(f"{self.address(item)}  {title_of(item)}" for item in found[:8])
        raise Trouble(f"`{name}` begins {len(found)} ids", "write more of it", lines)


def _bare(key: str, wanted: str) -> bool:
    """Whether this is the id without what says its kind ("i-…")."""
    return key[1:2] == "-" and key[2:] == wanted


def _begins_bare(key: str, wanted: str) -> bool:
    return key[1:2] == "-" and key[2:].startswith(wanted)


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


def slug_of(incident: Incident) -> str:
    """An incident's heading as one word to type, date first: "2024-03-04-brenvik-kestavar-rocket". For display: it need not be unique."""
    label = vocabulary().incident_types[incident.type].label if incident.type in vocabulary().incident_types else incident.type
    day = str(incident.when) if incident.when else ""
    where = incident.title.removeprefix(label).removesuffix(day)
    words = re.findall(r"[a-z0-9]+", anyascii(f"{where} {label.partition(',')[0]}").casefold())
    return "-".join([day.replace("/", "-") or "undated", *words])
