"""What a reader is: it makes a document of one file, or says why it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sayso.records.document import Reading


class Reader(Protocol):
    """Reads files of some types. `suffixes` are their endings in lower case with the dot, "" for files without one."""

    suffixes: tuple[str, ...]

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
