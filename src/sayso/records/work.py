"""What documents cite: a work, the notes that name it, and where the marks of these notes stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records.document import Span
from sayso.records.link import Reason
from sayso.records.when import When

Edge = Literal["found", "inferred", "unresolved"]
Defect = Literal[
    "cited_before_fact",
    "title_url_mismatch",
    "one_url_many_titles",
    "note_without_work",
    "broken_numbering",
    "unresolved_ibid",
    "self_contradicting_date",
]
"""What can be wrong with a citation; the codes of problems are the same words (docs/problems.md)."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a note that name something, at their exact place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """What a note tells of the work that it cites; what it does not tell stays None."""

    authors: tuple[Named, ...] = ()
    title: Named | None = None
    publisher: Named | None = None
    date: When | None = None
    url: str | None = None

    @property
    def is_work(self) -> bool:
        """Whether this is enough to be a work: an address or a date, or a title with who stands behind it."""
        return bool(self.url or self.date or (self.title and (self.authors or self.publisher)))


@dataclass(frozen=True, slots=True)
class Note:
    """One mark in the text with the entry that it points at; one of the two is None where the other has no counterpart.

    `label` is as printed, at the entry where there is one. `edge` tells how surely mark and entry belong together, `reasons` why.
    `source` is the work's, also where the entry only points back at the entry `ibid_of`; None where the note names no work.
    `sentence` is the sentence with the mark, `passage` all back to the mark before it in its paragraph.
    """

    label: str
    mark: Span | None
    entry: Span | None
    edge: Edge
    reasons: tuple[Reason, ...] = ()
    source: Source | None = None
    ibid_of: Span | None = None
    sentence: Span | None = None
    passage: Span | None = None
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One note of one document as it cites a work. `ibid_of` is the work's id where the entry only points back ("Ibid."), else None."""

    doc: str
    label: str
    marker: Span | None
    entry: Span | None
    edge: Edge
    ibid_of: str | None = None
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A text that documents cite, as far as their notes tell. `document` is the SHA-256 of the document of the pile that is this text."""

    id: str
    author: str | None
    title: str | None
    publisher: str | None
    date: When | None
    url: str | None
    cited_by: tuple[Citation, ...] = ()
    document: str | None = None
