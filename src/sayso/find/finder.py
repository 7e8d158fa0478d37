"""What a finder is: from one document to all that is claimed in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from sayso.records.claim import Finding
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.settings import LlmSettings


class Finder(Protocol):
    """Finds the claims of one document at a time, so that documents can be worked on side by side.

    `key` names the finder with its version and all that its result depends on: what was found under one key is not found again.
    """

    @property
    def key(self) -> str:
        """Its name, version and settings in one line."""
        ...

    def find(self, document: Document) -> Finding:
        """The claims and mentions of a document; what could not be understood is a Problem among them."""
        ...


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a document that would be sent in one call, and about how many tokens that call sends and can bring back at most."""

    span: Span
    tokens: int
    back: int


Sent = tuple[Document, tuple[Portion, ...]]
"""A document, and the parts of it that would be sent."""


@runtime_checkable
class Sender(Finder, Protocol):
    """A finder that sends text to a language model. It works in one process, so that its budget holds."""

    def connect(self, llm: LlmSettings, kept: Path | None) -> None:
        """Tells it where to send text, and the folder in which it keeps what it was answered. Raises Trouble for wrong settings."""
        ...

    def would_send(self, document: Document) -> tuple[Portion, ...]:
        """What `find` would send of a document now; nothing of what was answered before."""
        ...


class Halt(Exception):
    """Raised by a finder that can go on with no document: why, and what to do about it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def not_supported(document: Document, code: str) -> Finding:
    """What a finder gives back for a document in a language of which Sayso has no tables."""
    message = f"language `{code}` is not understood; kept and searchable, no claims sought"
    return Finding((), problems=(Problem(document.path, "find", "language_not_supported", message, "a folder lang/xx adds one"),))
