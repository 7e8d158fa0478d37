"""Looks things up in a store one by one: what is asked for is read, and nothing else of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sayso.records.claim import Claim, Finding, Mention
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.place import Place
from sayso.records.pledge import Pledge
from sayso.records.worked_out import mention_key
from sayso.shelf.directory import Address, Directory, Item
from sayso.store.store import PEOPLE, Named, Store, Way

TABLES: Mapping[str, Named] = {"d": "documents", "c": "claims", "i": "incidents", "a": "actors"}


class Lookup(Directory):
    """A ledger as a store holds it, with the findings of the finder of this key where people left them.

    Documents and findings are read once and held, so that what was looked at stays what it was.
    """

    def __init__(self, store: Store, finder: str) -> None:
        self._store, self._finder = store, finder
        self._documents: dict[str, Document] = {}
        self._findings: dict[str, Finding] = {}

    def own(self, kind: str, way: Way, wanted: str) -> list[Address]:
        """The things of a kind that are called so, in the order in which they are listed."""
        return [(kind, ident) for ident in self._store.called(TABLES[kind], way, wanted, self._finder)]

    def part(self, kind: str, way: Way, wanted: str) -> list[Address]:
        """What things of a kind are part of that are called so."""
        if kind == "i":
            return [("i", ident) for ident in self._store.called("members", way, wanted, self._finder)]
        return [*self._disputed(way, wanted), *self._pledged(way, wanted)] if kind == "c" else []

    def items(self, addresses: Sequence[Address]) -> list[Item]:
        """The things at these addresses."""
        asked = {kind: [ident for one, ident in addresses if one == kind] for kind in TABLES}
        found: dict[Address, Item] = {("d", one.sha256): one for one in self.documents(asked["d"]).values()}
        found |= {("c", ident): claim for ident, claim in self.claims(asked["c"]).items()}
        found |= {("i", one.id): one for one in self._store.weighed("incidents", asked["i"])}
        found |= {("a", one.id): one for one in self._store.actors(asked["a"])}
        return [found[address] for address in addresses if address in found]

    def incident_of(self, claim: Claim) -> Incident | None:
        """The incident that a claim speaks of."""
        home = self._store.incident_of([claim.id]).values()
        return next(iter(self._store.weighed("incidents", list(home))), None)

    def documents(self, docs: Collection[str]) -> dict[str, Document]:
        """Those of these documents that are here, with their texts, by SHA-256 in the order of their paths."""
        if lacking := [doc for doc in docs if doc not in self._documents]:
            self._documents |= {one.sha256: one for one in self._store.documents(lacking)}
        found = (self._documents[doc] for doc in docs if doc in self._documents)
        return {one.sha256: one for one in sorted(found, key=lambda one: (one.path, one.sha256))}

    def text(self, doc: str) -> str:
        """The text of a document that is here."""
        return self.documents([doc])[doc].text

    def named(self, name: str) -> Document | None:
        """The document of exactly this path, this SHA-256 or its first eight digits (also behind d:); the last of several by path."""
        name = name.removeprefix("d:")
        ways: tuple[Way, ...] = ("is", "begins")
        docs = {doc for way in ways for doc in self._store.called("documents", way, name.casefold(), self._finder)} if name else set()
        found = [one for one in self._store.documents(docs) if name in (one.path, one.sha256, one.sha256[:8])]
        return found[-1] if found else None

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        """Those of these claims that are shown, by id."""
        return self._store.claims(ids, self._finder) if ids else {}

    def beside(self, ids: Collection[str]) -> dict[str, list[str]]:
        """The claims of one kind with each of these that share some of its clause, in the order of their document."""
        return self._store.beside(ids, self._finder) if ids else {}

    def findings(self, docs: Collection[str]) -> dict[str, Finding]:
        """What was found in these documents, as people left it, by SHA-256."""
        if lacking := [doc for doc in docs if doc not in self._findings]:
            shown = self._store.findings(self._finder, lacking) | self._store.findings(PEOPLE, lacking)
            self._findings |= {doc: shown.get(doc, Finding(())) for doc in lacking}
        return {doc: self._findings[doc] for doc in docs}

    def finding(self, doc: str) -> Finding:
        """What was found in a document, as people left it."""
        return self.findings([doc])[doc]

    def mentions(self, actor: str) -> Iterator[Mention]:
        """One place for each name that an actor bears in each document: where it is named, else where a claim speaks of it."""
        keys = set(self._store.names_of([actor]).get(actor, ()))
        docs = list(self.documents({key.partition(":")[0] for key in keys}))
        for doc, finding in self.findings(docs).items():
            for mention in [*finding.mentions, *_borne(finding.claims)]:
                if (key := mention_key(doc, mention.name)) in keys:
                    keys.remove(key)
                    yield mention

    def place(self, name: str) -> Place | None:
        """The place that claims call so: that of the first of them."""
        claim = self._store.placed(name, self._finder)
        places = (slot.place for one in self.claims([claim] if claim else []).values() for slot in one.slots)
        return next((place for place in places if place and place.name == name), None)

    def _disputed(self, way: Way, wanted: str) -> list[Address]:
        """What disputes are about: an incident, or the first claim of what is said."""
        disputes: list[Dispute] = self._store.weighed("disputes", self._store.called("disputes", way, wanted, self._finder))
        incidents = {one.id for one in self._store.weighed("incidents", {one.about for one in disputes})}
        ordered = sorted(disputes, key=lambda one: (one.about, one.question, one.id))
        found = [("i", one.about) if one.about in incidents else self._first(one.sides[0].claims) for one in ordered]
        return [address for address in found if address]

    def _pledged(self, way: Way, wanted: str) -> list[Address]:
        """The first claims of pledges."""
        pledges: list[Pledge] = self._store.weighed("pledges", self._store.called("pledges", way, wanted, self._finder))
        ordered = sorted(pledges, key=lambda one: (one.said.first if one.said else date.max, one.id))
        return [address for one in ordered if (address := self._first(one.claims))]

    def _first(self, claims: Sequence[str]) -> Address | None:
        """The address of the first of these claims that is shown."""
        here = self.claims(claims)
        return next((("c", claim) for claim in claims if claim in here), None)


def _borne(claims: Sequence[Claim]) -> Iterator[Mention]:
    """The names that only the voices and details of claims bear."""
    for claim in claims:
        for voice in claim.voices:
            if voice.name:
                yield Mention(voice.span or claim.span, voice.text, voice.name, "other")
        for slot in claim.slots:
            if slot.actor:
                yield Mention(slot.span, slot.text, slot.actor, "other")
