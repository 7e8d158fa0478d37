from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache

import pytest

from sayso.find.rules import RuleFinder
from sayso.known.packs import load_packs
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]
Ties = Callable[[str], list[tuple[str, str, str]]]


@cache
def finder(packs: tuple[str, ...]) -> RuleFinder:
    return RuleFinder(load_packs(list(packs)))


def document(text: str) -> Document:
    return Document("report.txt", hashlib.sha256(text.encode()).hexdigest(), text, "utf-8", language="en")


@pytest.fixture(scope="session")
def find() -> Find:
    """Finds in a text without packs."""
    return lambda text: finder(()).find(document(text))


@pytest.fixture(scope="session")
def find_known() -> Find:
    """Finds in a text with the pack that comes along."""
    return lambda text: finder(("central_asia",)).find(document(text))


@pytest.fixture(scope="session")
def spoken(find: Find) -> Says:
    """For each claim that is no tie: (first voice as resolved, act, polarity)."""
    return lambda text: [(c.voice.name or c.voice.text, c.act, c.polarity) for c in find(text).claims if c.kind != "tie"]


@pytest.fixture(scope="session")
def tell(find: Find) -> Ties:
    """For each tie that a text tells: (one end as resolved, predicate, the other end)."""
    return lambda text: [(_end(c, "subject"), c.verb or "", _end(c, "object")) for c in find(text).claims if c.kind == "tie"]


@pytest.fixture(scope="session")
def affirmed(find: Find) -> Ties:
    """The same of the ties that a text affirms, with places as it calls them."""

    def told(claim: Claim, name: str) -> str:
        slot = claim.slot(name)
        return (slot.actor or slot.text) if slot is not None else ""

    return lambda text: [
        (told(c, "subject"), c.verb or "", told(c, "object")) for c in find(text).claims if c.kind == "tie" and c.polarity == "affirms"
    ]


def _end(claim: Claim, name: str) -> str:
    slot = claim.slot(name)
    return (slot.actor or (slot.place.name if slot.place else slot.text)) if slot is not None else ""


def claims_by(finding: Finding, voice: str) -> list[Claim]:
    return [claim for claim in finding.claims if voice in (claim.voice.name, claim.voice.text) and claim.kind != "tie"]
