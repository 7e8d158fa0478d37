"""How single values are written wherever they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records.claim import Claim
from sayso.records.incident import Incident
from sayso.records.when import When
from sayso.screens.screen import Style
from sayso.shelf.views import Shelf

STYLES: dict[str, Style] = {"affirms": "yes", "denies": "no", "uncommitted": "dim"}


def style_of(claim: Claim) -> Style:
    """The colour of a claim's mark: its stance, and green where it is told at second hand."""
    return "hand" if claim.act == "relays" else STYLES[claim.polarity]


def when(day: When | None) -> str:
    """An interval as written in tables."""
    return str(day) if day else "undated"


def flat(words: str) -> str:
    """A quotation on one line."""
    return " ".join(words.split())


def heading(incident: Incident) -> str:
    """An incident's title without its date, which stands beside it."""
    return incident.title.removesuffix(f", {incident.when}") if incident.when else incident.title


def place(shelf: Shelf, one: Claim) -> str:
    """Where a claim stands: document, paragraph and code points."""
    return f"d:{one.span.doc[:8]} ¶{shelf.paragraph(one)} {one.span.start}–{one.span.end}"


def about(shelf: Shelf, ident: str) -> str:
    """What a dispute is about or what bears on a pledge, in words."""
    if ident in shelf.index.incidents:
        incident = shelf.index.incidents[ident]
        return f"{heading(incident)} ({when(incident.when)})"
    if ident in shelf.index.claims:
        return f"“{flat(shelf.index.claims[ident].quote)}”"
    return shelf.actor_name(ident)


def holders(shelf: Shelf, idents: Sequence[str]) -> str:
    """The names of those who hold one side."""
    return ", ".join(map(shelf.actor_name, idents))
