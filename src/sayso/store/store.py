"""Where a ledger is kept: what every store can do, and what it raises."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self, TypeVar

from sayso.records.actor import Actor
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link, LinkKind
from sayso.records.problem import Problem, Step
from sayso.records.trouble import Exit, Trouble
from sayso.records.work import Work
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing, WorkedOut, Working

R = TypeVar("R", bound=WorkedOut)

PEOPLE = "people"
"""In place of a finder's key: the findings of documents on which people decided, as they left them; shown instead of the finder's."""


Way = Literal["is", "is_bare", "begins", "begins_bare"]
"""How what something is called can be what is wanted: by all of it or its beginning, with or without what says its kind ("i-…")."""
WAYS: tuple[Way, ...] = ("is", "is_bare", "begins", "begins_bare")
"""The same, the surest first."""
Named = Literal["documents", "claims", "incidents", "actors", "members", "disputes", "pledges"]
"""What can be asked for by what it is called; "members" are incidents by the ids of their claims ("i-CLAIM")."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a search found: a claim by its id, or a document by its SHA-256.

    `doc` is the document's SHA-256; `start` and `end` are code points in its text: the claim's clause, or the first words that match.
    """

    kind: Literal["claim", "document"]
    id: str
    doc: str
    start: int
    end: int
    snippet: str


class LedgerBusy(Trouble):
    """Another process is in the middle of writing."""

    def __init__(self) -> None:
        super().__init__("another Sayso is writing this ledger", "reading works meanwhile; or wait with `--wait`", code=Exit.BUSY)


class SchemaChanged(Trouble):
    """The file was made by an older version, or is damaged: it is to be deleted and made again from what people wrote."""


class SchemaNewer(Trouble):
    """The file was made by a newer version, which may have kept in it what this one does not know: it is left alone."""


class Store(Protocol):
    """Keeps documents, what was found in them and what was worked out. Each call is one transaction; rows hold no wall clock."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def close(self) -> None:
        """Lets go of the file."""

    def together(self) -> AbstractContextManager[None]:
        """All calls of the block in one transaction: a reader sees one moment, a writer does all or nothing."""

    def add_document(self, document: Document) -> bool:
        """Keeps a document; False if its bytes are there already, when its path is noted in the `also` of the one kept."""

    def documents(self, docs: Collection[str] | None = None, texts: bool = True) -> list[Document]:
        """All documents or those of these SHA-256, by path; unless told to, without their texts."""

    def paths(self, docs: Collection[str] | None = None) -> dict[str, str]:
        """The path of each document, or of each of these, by its SHA-256."""

    def document(self, sha256: str) -> Document | None:
        """The document with these bytes."""

    def has_finding(self, sha256: str, finder_key: str) -> bool:
        """Whether this finder has already gone through this document."""

    def keep_finding(self, sha256: str, finder_key: str, finding: Finding) -> None:
        """Keeps what a finder found in a document, in place of what the same finder found there before."""

    def findings(self, finder_key: str, docs: Collection[str] | None = None) -> dict[str, Finding]:
        """What one finder found, in all documents or in these, by their SHA-256, in the order of their paths."""

    def claims(self, ids: Collection[str], finder_key: str) -> dict[str, Claim]:
        """The claims of these ids that are shown beside this finder, in the order of the ids: what people left of a document goes first."""

    def drop_findings_except(self, finder_key: str) -> None:
        """Forgets what all other finders found, but for what people wrote."""

    def keep_people(self, findings: Mapping[str, Finding], docs: Collection[str] | None = None) -> None:
        """Keeps the findings of the documents on which people decided (finder key PEOPLE), in place of those before.

        `docs`, if told, are the documents of which those before go; the others stay.
        """

    def drop_document(self, sha256: str) -> None:
        """Forgets a document and all that was found in it, and leaves no byte of its words in the file."""

    def keep_linking(self, linking: Linking) -> None:
        """Keeps all links, in place of those before."""

    def linking(self) -> Linking:
        """All links; empty before the first linking."""

    def linked(self, ids: Collection[str]) -> list[Link]:
        """The links that have one of these ids on either side, in the order of their keys."""

    def linked_briefly(self, ids: Collection[str], kind: LinkKind | None = None) -> list[Link]:
        """The same, of one kind if told, without their reasons, which take most of the time, in no order."""

    def links(self, keys: Collection[str]) -> list[Link]:
        """The links with these keys, in order."""

    def actors(self, ids: Collection[str]) -> list[Actor]:
        """The actors of these ids, in order."""

    def faces(self, ids: Collection[str]) -> list[Actor]:
        """The same without the spellings under which they were seen, of which an actor can have thousands."""

    def works(self) -> list[Work]:
        """All works that documents cite, in the order in which they are first cited."""

    def actor_of(self, docs: Collection[str]) -> dict[str, str]:
        """The actor of each mention key of these documents."""

    def names_of(self, actors: Collection[str]) -> dict[str, list[str]]:
        """The mention keys that stand for each of these actors, sorted."""

    def incident_of(self, claims: Collection[str] | None = None) -> dict[str, str]:
        """The incident of each claim that speaks of one, of all or of these."""

    def claims_of(self, incidents: Collection[str]) -> dict[str, list[str]]:
        """The ids of the claims that speak of each of these incidents, sorted."""

    def change_linking(self, change: Relinking) -> None:
        """Changes the rows that the change names, and no others."""

    def keep_weighing(self, weighing: Weighing) -> None:
        """Keeps all that was weighed, in place of what was before."""

    def weighing(self) -> Weighing:
        """All that was weighed; empty before the first weighing."""

    def weighed(self, field: str, keys: Collection[str]) -> list[Any]:
        """The records of one field of a Weighing that have these keys, in order."""

    def weighed_otherwise(self, field: str, keys: Collection[str], now: Iterable[R]) -> tuple[frozenset[str], tuple[R, ...]]:
        """What comes of the rows of one field of a Weighing with these keys, where there are no others now than these records.

        Given are the keys of those that go or are other ones now, and the records that come.
        """

    def change_weighing(self, change: Reweighing) -> None:
        """Changes the rows that the change names, and no others."""

    def called(self, what: Named, way: Way, wanted: str, finder_key: str) -> list[str]:
        """The ids of what is called so, in the order in which such things are listed; of claims those shown beside this finder.

        `wanted` is casefolded.
        """

    def beside(self, ids: Collection[str], finder_key: str) -> dict[str, list[str]]:
        """The claims of one kind with each of these that share some of its clause, in the order of their document; all as shown."""

    def placed(self, name: str, finder_key: str) -> str | None:
        """The first claim, in the order of their places, of those shown beside this finder that have a place of this name."""

    def keep_workings(self, kind: str, gone: Collection[str] | None, come: Iterable[Working]) -> None:
        """Keeps workings in place of those of these keys, or of all of their kind for None, and of those that have their keys."""

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> list[Working]:
        """The workings of a kind: all, those of these keys, or those of these documents, in the order of their keys.

        They come without their marks where these are not asked for.
        """

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        """The keys of the workings that bear each of these marks, sorted; a mark that none bears is not in it."""

    def marks(self, kind: str) -> list[str]:
        """All marks that workings of a kind bear, each once, sorted."""

    def stale(self) -> set[str]:
        """The SHA-256 of the documents that came in, went, or were gone through by a finder since the last `refresh`."""

    def refresh(self) -> None:
        """Notes that all that is in the store is linked and weighed."""

    def linked_already(self, docs: Collection[str]) -> bool:
        """Whether a name of one of these documents stands for an actor."""

    def keep_problems(self, step: Step, met: Sequence[Problem]) -> None:
        """Keeps a step's problems, in place of those that it had before."""

    def problems(self) -> list[Problem]:
        """All problems kept: those of each step, of the linking and of the findings, each once."""

    def problems_of(self, step: Step) -> list[Problem]:
        """The problems that a step has, in the order in which it met them."""

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words; words in double quotes must stand together."""

    def counts(self) -> dict[str, int]:
        """How many rows each table has; of claims, how many are shown; and how many incidents are contested."""

    def stamp(self, name: str) -> str | None:
        """A short note about the whole, such as the key of the finder used; None if never set."""

    def set_stamp(self, name: str, value: str) -> None:
        """Sets such a note."""
