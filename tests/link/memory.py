"""What weighing a change asks, answered from dictionaries; and a change as the difference between two linkings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from piles import NO_PACKS, Pile

from sayso.link.linker import link
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Linking, Relinking, Weighing, WorkedOut, Working, key_of
from sayso.weigh.kept import Reweighed
from sayso.weigh.reweigher import reweigh
from sayso.weigh.weigher import weigh_whole, workings_of

R = TypeVar("R", bound=WorkedOut)
Rows = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class State:
    """All that weighing is given."""

    documents: list[Document]
    findings: dict[str, Finding]
    linking: Linking
    rulings: Rulings

    @property
    def claims(self) -> dict[str, Claim]:
        """All claims by their ids."""
        return {claim.id: claim for finding in self.findings.values() for claim in finding.claims}


def rows_of(weighing: Weighing) -> Rows:
    """The rows of each field by their keys."""
    return {field.name: {key_of(row): row for row in getattr(weighing, field.name)} for field in fields(Weighing)}


class Memory:
    """A `Kept` of what is now, and of what was kept before; `asked` counts the claims that were looked up."""

    def __init__(self, now: State, weighing: Weighing, workings: Mapping[str, Sequence[Working]]) -> None:
        self.now = now
        self.rows = rows_of(weighing)
        self.held = {kind: {working.key: working for working in own} for kind, own in workings.items()}
        self.asked: set[str] = set()

    def documents(self, docs: Collection[str]) -> list[Document]:
        return [document for document in self.now.documents if document.sha256 in docs]

    def findings(self, docs: Collection[str]) -> dict[str, Finding]:
        return {doc: self.now.findings[doc] for doc in docs if doc in self.now.findings}

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        found = {ident: claim for ident, claim in self.now.claims.items() if ident in ids}
        self.asked |= found.keys()
        return found

    def linked(self, ids: Collection[str]) -> list[Link]:
        return [link for link in self.now.linking.links if link.left in ids or link.right in ids]

    def actor_of(self, docs: Collection[str]) -> dict[str, str]:
        return {key: who for key, who in self.now.linking.actor_of.items() if key.partition(":")[0] in docs}

    def incident_of(self, claims: Collection[str]) -> dict[str, str]:
        return {claim: incident for claim, incident in self.now.linking.incident_of.items() if claim in claims}

    def claims_of(self, incidents: Collection[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for claim, incident in sorted(self.now.linking.incident_of.items()):
            if incident in incidents:
                found[incident].append(claim)
        return dict(found)

    def weighed(self, field: str, keys: Collection[str]) -> list[Any]:
        return [row for key, row in sorted(self.rows[field].items()) if key in keys]

    def weighed_otherwise(self, field: str, keys: Collection[str], now: Iterable[R]) -> tuple[frozenset[str], tuple[R, ...]]:
        found, own = {key_of(record): record for record in now}, self.rows[field]
        gone = frozenset(key for key in own.keys() & {*keys, *found} if own[key] != found.get(key))
        return gone, tuple(found[key] for key in sorted(found) if own.get(key) != found[key])

    def workings(
        self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
    ) -> list[Working]:
        own = [working for _, working in sorted(self.held[kind].items())]
        found = [one for one in own if (keys is None or one.key in keys) and (docs is None or one.doc in docs)]
        return found if marks else [replace(one, marks=()) for one in found]

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, working in sorted(self.held[kind].items()):
            for mark in set(marks).intersection(working.marks):
                found[mark].append(key)
        return dict(found)

    def take(self, found: Reweighed) -> None:
        """Keeps what a change comes to; each row and working that comes is another one than before."""
        for field, own in self.rows.items():
            come = {key_of(row): row for row in getattr(found.rows.come, field)}
            gone = found.rows.gone.get(field, frozenset())
            assert all(own.get(key) != row for key, row in come.items())
            assert own.keys() & come.keys() <= gone <= own.keys()
            self.rows[field] = {key: row for key, row in own.items() if key not in gone} | come
        for kind, change in found.workings.items():
            assert change.gone <= self.held[kind].keys()
            assert all(self.held[kind].get(one.key) != one for one in change.come)
            kept = {key: working for key, working in self.held[kind].items() if key not in change.gone}
            self.held[kind] = kept | {working.key: working for working in change.come}


def relinked(before: Linking, after: Linking) -> Relinking:
    """What makes one linking of another."""
    links = [{key_of(link): link for link in one.links} for one in (before, after)]
    actors = [{actor.id: actor for actor in one.actors} for one in (before, after)]
    return Relinking(
        frozenset(key for key, link in links[0].items() if links[1].get(key) != link),
        tuple(link for key, link in links[1].items() if links[0].get(key) != link),
        frozenset(key for key, actor in actors[0].items() if actors[1].get(key) != actor),
        tuple(actor for key, actor in actors[1].items() if actors[0].get(key) != actor),
        _otherwise(before.actor_of, after.actor_of),
        _otherwise(before.incident_of, after.incident_of),
        after.works if after.works != before.works else None,
    )


def _otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    return {key: after.get(key) for key in sorted({*before, *after}) if before.get(key) != after.get(key)}


def said_otherwise(before: State, after: State) -> dict[str, Claim | None]:
    """The claims that came, went or say something else, each as it stood before."""
    was, now = before.claims, after.claims
    return {claim: was.get(claim) for claim in {*was, *now} if was.get(claim) != now.get(claim)}


def linked(pile: Pile, rulings: Rulings) -> State:
    """The state of a pile, linked."""
    documents, findings = pile.parts()
    return State(documents, findings, link(documents, findings, NO_PACKS, rulings), rulings)


def changed(before: State, after: State) -> tuple[Memory, Reweighed]:
    """What was kept before, changed by what a change comes to."""
    whole = weigh_whole(before.documents, before.findings, before.linking, NO_PACKS, before.rulings)
    memory = Memory(after, whole.weighing, workings_of(whole))
    change = relinked(before.linking, after.linking)
    found = reweigh(memory, change, said_otherwise(before, after), NO_PACKS, after.rulings.standings)
    memory.take(found)
    return memory, found


def assert_as_whole(memory: Memory, state: State) -> None:
    """What is kept is what weighing all comes to, row by row and mark by mark."""
    whole = weigh_whole(state.documents, state.findings, state.linking, NO_PACKS, state.rulings)
    for field, rows in rows_of(whole.weighing).items():
        assert memory.rows[field] == rows
    for kind, workings in workings_of(whole).items():
        assert memory.held[kind] == {working.key: working for working in workings}
