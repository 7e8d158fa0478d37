"""Where a ledger is kept: what every store can do, and what it raises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.problem import Problem, Step
from sayso.records.trouble import Exit, Trouble
from sayso.records.worked_out import Linking, Weighing

PEOPLE = "people"
"""In place of a finder's key: the findings of documents on which people decided, as they left them; shown instead of the finder's."""


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

    def documents(self) -> list[Document]:
        """All documents, by path."""

    def document(self, sha256: str) -> Document | None:
        """The document with these bytes."""

    def has_finding(self, sha256: str, finder_key: str) -> bool:
        """Whether this finder has already gone through this document."""

    def keep_finding(self, sha256: str, finder_key: str, finding: Finding) -> None:
        """Keeps what a finder found in a document, in place of what the same finder found there before."""

    def findings(self, finder_key: str) -> dict[str, Finding]:
        """What one finder found, by the documents' SHA-256, in the order of their paths."""

    def drop_findings_except(self, finder_key: str) -> None:
        """Forgets what all other finders found, but for what people wrote."""

    def keep_people(self, findings: Mapping[str, Finding]) -> None:
        """Keeps the findings of the documents on which people decided (finder key PEOPLE), in place of those before."""

    def drop_document(self, sha256: str) -> None:
        """Forgets a document and all that was found in it, and leaves no byte of its words in the file."""

    def keep_linking(self, linking: Linking) -> None:
        """Keeps all links, in place of those before."""

    def linking(self) -> Linking:
        """All links; empty before the first linking."""

    def keep_weighing(self, weighing: Weighing) -> None:
        """Keeps all that was weighed, in place of what was before."""

    def weighing(self) -> Weighing:
        """All that was weighed; empty before the first weighing."""

    def keep_problems(self, step: Step, problems: Sequence[Problem]) -> None:
        """Keeps a step's problems, in place of those that it had before."""

    def problems(self) -> list[Problem]:
        """All problems kept: those of each step, of the linking and of the findings, each once."""

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words; words in double quotes must stand together."""

    def counts(self) -> dict[str, int]:
        """How many rows each table has; of claims, how many are shown."""

    def stamp(self, name: str) -> str | None:
        """A short note about the whole, such as the key of the finder used; None if never set."""

    def set_stamp(self, name: str, value: str) -> None:
        """Sets such a note."""
