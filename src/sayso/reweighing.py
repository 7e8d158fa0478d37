"""Weighs in the store: everything, with what is kept so that a change can be weighed alone, or what a change touches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Linking, Relinking, Reweighing, Weighing, WorkedOut, Working
from sayso.rulings import standing
from sayso.store.store import PEOPLE, Store

if TYPE_CHECKING:
    from sayso.known.packs import Packs

R = TypeVar("R", bound=WorkedOut)


class KeptInStore:
    """What is asked in order to work a change in, looked up in a store while nothing is found or decided in it.

    Claims are those shown beside the finder of this key, without rejected ones; `findings` is what is known to stand in some.
    """

    def __init__(self, store: Store, finder_key: str, findings: Mapping[str, Finding] | None = None) -> None:
        self._store, self._key = store, finder_key
        self._findings = dict(findings or {})

    def documents(self, docs: Collection[str]) -> Sequence[Document]:
        """The documents with these SHA-256."""
        return self._store.documents(docs) if docs else ()

    def findings(self, docs: Collection[str]) -> Mapping[str, Finding]:
        """What stands in these documents: what people left of them goes first."""
        if lacking := set(docs) - self._findings.keys():
            left = self._store.findings(PEOPLE, lacking)
            rest = lacking - left.keys()
            self._findings |= standing(left | (self._store.findings(self._key, rest) if rest else {}))
        return {doc: self._findings[doc] for doc in docs if doc in self._findings}

    def claims(self, ids: Collection[str]) -> Mapping[str, Claim]:
        """Those of these claims that stand."""
        shown = self._store.claims(ids, self._key) if ids else {}
        return {ident: claim for ident, claim in shown.items() if claim.review != "rejected"}

    def linked(self, ids: Collection[str]) -> Sequence[Link]:
        """The links with one of these on either side."""
        return self._store.linked(ids) if ids else ()

    def actor_of(self, docs: Collection[str]) -> Mapping[str, str]:
        """Whom the names in these documents mean."""
        return self._store.actor_of(docs) if docs else {}

    def incident_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """The incidents of those of these claims that are of one."""
        return self._store.incident_of(claims) if claims else {}

    def claims_of(self, incidents: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The claims of those of these incidents that there are."""
        return self._store.claims_of(incidents) if incidents else {}

    def weighed(self, field: str, keys: Collection[str]) -> Sequence[Any]:
        """Those records of a field of the Weighing that have these keys."""
        return self._store.weighed(field, keys) if keys else ()

    def weighed_otherwise(self, field: str, keys: Collection[str], now: Iterable[R]) -> tuple[frozenset[str], tuple[R, ...]]:
        """What comes of those records of a field of the Weighing that have these keys: those keys that go, and the records that come."""
        return self._store.weighed_otherwise(field, keys, now)

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> Sequence[Working]:
        """All workings of a kind, or those with these keys, or of these documents; without their marks where these are not asked for."""
        asked = (keys is None or len(keys) > 0) and (docs is None or len(docs) > 0)
        return self._store.workings(kind, keys, docs, marks) if asked else ()

    def marked(self, kind: str, marks: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The keys of the workings that bear each of these marks."""
        return self._store.marked(kind, marks) if marks else {}


def weigh_all(
    store: Store,
    documents: Sequence[Document],
    findings: Mapping[str, Finding],
    linking: Linking,
    packs: Packs,
    rulings: Rulings,
    meanwhile: Callable[[], None] = lambda: None,
) -> Weighing:
    """Weighs everything and keeps it, with the workings. `findings` are those that stand; `meanwhile` is as in `weigh_whole`."""
    from sayso.weigh.weigher import weigh_whole, workings_of

    whole = weigh_whole(documents, findings, linking, packs, rulings, meanwhile)
    with store.together():
        store.keep_weighing(whole.weighing)
        for kind, workings in workings_of(whole).items():
            store.keep_workings(kind, None, workings)
    return whole.weighing


def weigh_change(
    store: Store, kept: KeptInStore, change: Relinking, claims: Mapping[str, Claim | None], packs: Packs, rulings: Rulings
) -> Reweighing:
    """Weighs what a change touches, and keeps it in the store: the same as if everything were weighed.

    What is kept is the findings and links as they are now, and what was weighed before. `claims` are those that are `said_otherwise`.
    """
    from sayso.weigh.reweigher import reweigh

    with store.together():
        found = reweigh(kept, change, claims, packs, rulings.standings)
        store.change_weighing(found.rows)
        for kind, other in found.workings.items():
            if other.gone or other.come:
                store.keep_workings(kind, other.gone, other.come)
    return found.rows


def said_otherwise(before: Mapping[str, Finding], after: Mapping[str, Finding]) -> dict[str, Claim | None]:
    """The claims that came, went or say something else between two findings of the same documents, both of which stand.

    Each is given as it stood before (None: new). That a person accepted one, or that it was found by another rule, says nothing else.
    """
    was, now = ({claim.id: _words(claim) for finding in found.values() for claim in finding.claims} for found in (before, after))
    return {claim: was.get(claim) for claim in {*was, *now} if was.get(claim) != now.get(claim)}


def _words(claim: Claim) -> Claim:
    """A claim without what is only noted beside it."""
    return replace(claim, found_by="", score=None, review="unsupervised")
