"""What a finder is: from one document to all that is claimed in it."""

from __future__ import annotations

from typing import Protocol

from sayso.records.claim import Finding
from sayso.records.document import Document


class Finder(Protocol):
    """Finds the claims of one document at a time, so that documents can be worked on side by side.

    `key` names the finder with its version and all that its result depends on: what was found under one key is not found again.
    """

    key: str

    def find(self, document: Document) -> Finding:
        """The claims and mentions of a document; what could not be understood is a Problem among them."""
        ...
