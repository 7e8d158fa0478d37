"""Names of invented bearers, each in a document of its own, for tests of how names are compared."""

from __future__ import annotations

from sayso.link.named import Named
from sayso.link.names import fold, words
from sayso.link.titles import as_compared


def named(name: str, kind: str = "person", doc: str = "") -> Named:
    """A name of which nothing else is told."""
    told = words(as_compared(name))
    return Named(f"{doc or name}:{name}", doc or name, name, kind, None, True, (doc or name, 0), fold(as_compared(name)), told)
