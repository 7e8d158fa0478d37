"""What decisions are heard on: the documents, what was found in them, and what the last hearing kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.worked_out import Working
from sayso.store.store import PEOPLE, Store


class Papers(Protocol):
    """Looks up what a hearing needs, and nothing else of a ledger."""

    def fetch(self, docs: Collection[str], found: bool = False) -> None:
        """Looks up documents in one go, since they will be asked for; also what was `found` in them."""

    def document(self, doc: str) -> Document | None:
        """The document of this SHA-256 with its text; None where it is not here."""

    def documents(self) -> Sequence[Document]:
        """All documents by path: asked for only where a decision's own is gone."""

    def machine(self, doc: str) -> Finding:
        """What the machine found in a document."""

    def shown(self, doc: str) -> Finding:
        """The same, as people left it when decisions were heard last."""

    def homes(self, claims: Collection[str]) -> Mapping[str, str]:
        """The document of each of these claims that was shown when decisions were heard last."""

    def workings(self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None) -> list[Working]:
        """What was kept of a kind: all of it, or that of these keys, or of these documents."""

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """The keys of what was kept under these marks."""


class Sheaf:
    """All papers in hand, and nothing kept from a hearing before."""

    def __init__(self, documents: Sequence[Document], findings: Mapping[str, Finding]) -> None:
        self._documents = {document.sha256: document for document in sorted(documents, key=lambda one: (one.path, one.sha256))}
        self._findings = findings

    def fetch(self, docs: Collection[str], found: bool = False) -> None:
        """Does nothing: all is at hand."""

    def document(self, doc: str) -> Document | None:
        """The document of this SHA-256."""
        return self._documents.get(doc)

    def documents(self) -> Sequence[Document]:
        """All documents by path."""
        return list(self._documents.values())

    def machine(self, doc: str) -> Finding:
        """What the machine found in a document."""
        return self._findings.get(doc, Finding(()))

    def shown(self, doc: str) -> Finding:
        """The same: nobody has decided yet."""
        return self.machine(doc)

    def homes(self, claims: Collection[str]) -> Mapping[str, str]:
        """The documents of all claims."""
        return {claim.id: doc for doc, finding in self._findings.items() for claim in finding.claims} if claims else {}

    def workings(self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None) -> list[Working]:
        """Nothing."""
        return []

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """Nothing."""
        return {}


class Shelved:
    """The papers of a store, with the findings of the finder of this key; each is looked up once."""

    def __init__(self, store: Store, finder: str) -> None:
        self._store, self._finder = store, finder
        self._documents: dict[str, Document | None] = {}
        self._findings: dict[str, tuple[Finding, Finding]] = {}
        self._all: list[Document] | None = None

    def fetch(self, docs: Collection[str], found: bool = False) -> None:
        """Looks up documents in one go; also what was `found` in them."""
        if lacking := [doc for doc in docs if doc not in self._documents]:
            self._documents |= dict.fromkeys(lacking) | {one.sha256: one for one in self._store.documents(lacking)}
        if found and (lacking := [doc for doc in docs if doc not in self._findings]):
            machine, people = self._store.findings(self._finder, lacking), self._store.findings(PEOPLE, lacking)
            for doc in lacking:
                below = machine.get(doc, Finding(()))
                self._findings[doc] = below, people.get(doc, below)

    def document(self, doc: str) -> Document | None:
        """The document of this SHA-256 with its text."""
        self.fetch([doc])
        return self._documents[doc]

    def documents(self) -> Sequence[Document]:
        """All documents by path: every text of the ledger."""
        if self._all is None:
            self._all = self._store.documents()
        return self._all

    def machine(self, doc: str) -> Finding:
        """What the machine found in a document."""
        self.fetch([doc], found=True)
        return self._findings[doc][0]

    def shown(self, doc: str) -> Finding:
        """The same, as people left it."""
        self.fetch([doc], found=True)
        return self._findings[doc][1]

    def homes(self, claims: Collection[str]) -> Mapping[str, str]:
        """The document of each of these claims that is shown."""
        return {ident: claim.span.doc for ident, claim in self._store.claims(claims, self._finder).items()} if claims else {}

    def workings(self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None) -> list[Working]:
        """What was kept of a kind."""
        return self._store.workings(kind, keys, docs)

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """The keys of what was kept under these marks."""
        return self._store.marked(kind, marks)
