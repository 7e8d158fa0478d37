"""What weighing a change asks of what was kept, and what it gives back: rows and workings that come in place of others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.worked_out import Reweighing, WorkedOut, Working

R = TypeVar("R", bound=WorkedOut)

CLAIMS, FACES, INCIDENTS, TESTIMONIES, AIMS, BREACHED, WORKS, STANDINGS = (
    f"weighed {what}" for what in ("claims", "faces", "incidents", "testimonies", "aims", "breaches", "works", "standings")
)
"""The kinds of workings: of each claim its setting and its marks; the face of each actor, marked with the actors it leans on; what
pledges look at in each incident, with the ids of its disputes and figures; the testimonies of large incidents; what would bear on each
pledge, marked with its group and with what finds the incidents that may; what is told of its breaches; the documents that are cited works;
and the statuses that people gave, by number."""
KINDS = (CLAIMS, FACES, INCIDENTS, TESTIMONIES, AIMS, BREACHED, WORKS, STANDINGS)


class Kept(Protocol):
    """Findings, links and actors as they are now; what was weighed, and the workings, as they were before."""

    def documents(self, docs: Collection[str]) -> Sequence[Document]:
        """The documents with these SHA-256."""

    def findings(self, docs: Collection[str]) -> Mapping[str, Finding]:
        """What stands in these documents, without what people rejected."""

    def claims(self, ids: Collection[str]) -> Mapping[str, Claim]:
        """Those of these claims that stand."""

    def linked(self, ids: Collection[str]) -> Sequence[Link]:
        """The links with one of these on either side."""

    def actor_of(self, docs: Collection[str]) -> Mapping[str, str]:
        """Whom the names in these documents mean."""

    def incident_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The incidents of those of these claims that are of one."""

    def claims_of(self, incidents: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The claims of those of these incidents that there are."""

    def weighed(self, field: str, keys: Collection[str]) -> Sequence[Any]:
        """Those records of a field of the Weighing that have these keys."""

    def weighed_otherwise(self, field: str, keys: Collection[str], now: Iterable[R]) -> tuple[frozenset[str], tuple[R, ...]]:
        """What comes of those records of a field that have these keys, where there are no others now than these.

        Given are the keys of those that go or are other ones now, and the records that come.
        """

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> Sequence[Working]:
        """All workings of a kind, or those with these keys, or of these documents; without their marks where these are not asked for."""

    def marked(self, kind: str, marks: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The keys of the workings that bear each of these marks."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The workings of one kind that go, by their keys, and those that come, some in place of one with the same key."""

    gone: frozenset[str] = frozenset()
    come: tuple[Working, ...] = ()


@dataclass(frozen=True, slots=True)
class Reweighed:
    """What a change makes of the weighing, and of its workings by kind."""

    rows: Reweighing = field(default_factory=Reweighing)
    workings: Mapping[str, Exchange] = field(default_factory=dict)
