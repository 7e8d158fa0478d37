"""A report as it was read: its stored text, its hash and what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records.problem import Problem
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in the stored text of one document; `doc` is the document's SHA-256."""

    doc: str
    start: int
    end: int

    @property
    def size(self) -> int:
        """Its length in code points."""
        return self.end - self.start

    def shared(self, other: Span) -> int:
        """How many code points both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.doc == other.doc else 0

    def within(self, other: Span) -> bool:
        """Whether the other one covers all of it."""
        return self.doc == other.doc and other.start <= self.start and self.end <= other.end


UNDETERMINED = "und"
"""The language of a text that is in none whose letters Sayso could take for English, and cannot be told for certain (ISO 639)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is the stored text that all spans refer to; `sha256` is the hash of the original bytes.

    `path` names it as it was read (relative to what was read); the same text read under further names keeps those in `also`.
    What is not known stays None; `known_from` says, for each field that is known, where it was found.
    """

    path: str
    sha256: str
    text: str
    encoding: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    language: str | None = None
    url: str | None = None
    also: tuple[str, ...] = ()
    known_from: tuple[tuple[str, str], ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths under which it was read."""
        return (self.path, *self.also)

    def paragraph(self, offset: int) -> int:
        """In which paragraph (line with words in it) of the text an offset lies, from 1."""
        *lines, _ = self.text[:offset].split("\n")
        return sum(1 for line in lines if line.strip()) + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives back for one file: a document, or none, and the problems met."""

    document: Document | None
    problems: tuple[Problem, ...] = field(default=())
