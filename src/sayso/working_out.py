"""Links and weighs a store: all of it, or what a change touches; either way the same rows come of it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from sayso.finding import FINDING_WITH, FOUND_WITH
from sayso.hearing.hear import keep, ruled, ruled_again
from sayso.journal import REVIEWED_TO, Chain
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.problem import Problem
from sayso.records.worked_out import Linking, Relinking, Weighing, Working
from sayso.reweighing import KeptInStore, said_otherwise, weigh_all, weigh_change
from sayso.rulings import Reviewed, standing
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.known.packs import Packs

SETTLED_WITH = "settled with"
"""The stamp of a store in which all is linked and weighed but for what is marked stale: with which Sayso, finder and packs."""
LINKED_WITH = "linked with"
"""The same of the last time that all was linked: links of another pack are not settled by weighing them anew."""
UNPLACED = "review_unplaced"
"""The code of the problems of decisions that have no place; all others of the step are those of citations."""


@contextmanager
def _at_rest() -> Iterator[None]:
    """Keeps Python from looking for cycles while millions of records are made, of which none stands in one: a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def settled(documents: Sequence[Document], findings: Mapping[str, Finding], reviewed: Reviewed, packs: Packs) -> tuple[Linking, Weighing]:
    """The links and what follows from them. `findings` are the machine's, as people left them."""
    from sayso.link.linker import link
    from sayso.weigh.weigher import weigh

    here = standing(findings)
    linking = link(documents, here, packs, reviewed.rulings)
    linking = replace(linking, problems=(*linking.problems, *reviewed.problems))
    return linking, weigh(documents, here, linking, packs, reviewed.rulings)


def work_out(store: Store, chain: Chain, packs: Packs, shown: bool = False) -> None:
    """Links and weighs what is new in the store or newly decided, in one transaction; all of it where that is not known.

    `shown` stays with the findings that are shown now, in place of those of the finder that went through the documents last: it may have
    been stopped half way.
    """
    key = store.stamp(FOUND_WITH if shown else FINDING_WITH) or ""
    with _at_rest(), store.together():
        if not (store.stamp(SETTLED_WITH) == _with(key, packs) and _changed(store, key, chain, packs)):
            linked = _linked(store, chain, packs, key)
            _keep_workings(store, linked)
            keeping = partial(_keep_linking, store, linked, packs, key)
            weigh_all(store, linked.documents, linked.findings, linked.linking, packs, linked.reviewed.rulings, keeping)
            store.set_stamp(SETTLED_WITH, _with(key, packs))
        _note(store, chain)


def _with(key: str, packs: Packs) -> str:
    """What links and weighs: another Sayso, finder or pack may come to other rows."""
    return f"{version('sayso')} {key} {packs.fingerprint}"


def _note(store: Store, chain: Chain) -> None:
    if not chain.lacks(store.stamp(REVIEWED_TO) or ""):  # a head that is gone from the file stays noted, so that `check` tells of it
        store.set_stamp(REVIEWED_TO, chain.head)


def link_all(store: Store, chain: Chain, packs: Packs) -> Linking:
    """Links everything with the decisions worked in, and keeps it; what was weighed goes."""
    with _at_rest(), store.together():
        key = store.stamp(FINDING_WITH) or ""
        found = _linked(store, chain, packs, key)
        _keep_workings(store, found)
        _keep_linking(store, found, packs, key)
        store.keep_weighing(Weighing())
        _note(store, chain)
    return found.linking


@dataclass(frozen=True, slots=True)
class _Linked:
    """All that weighing takes: documents, what stands in them, the links, and what people decided; and what is kept of linking, by kind.

    Each of what is kept is made as it is gone through, once.
    """

    documents: Sequence[Document]
    findings: Mapping[str, Finding]
    linking: Linking
    reviewed: Reviewed
    kept: dict[str, Iterable[Working]]


def _linked(store: Store, chain: Chain, packs: Packs, key: str) -> _Linked:
    """Links everything."""
    from sayso.link.linker import linked

    documents, machine = store.documents(), store.findings(key)
    reviewed = ruled(chain.reviews, documents, machine)
    findings = standing(machine | dict(reviewed.findings))
    found = linked(documents, findings, packs, reviewed.rulings)
    linking = replace(found.linking, problems=(*found.linking.problems, *reviewed.problems))
    return _Linked(documents, findings, linking, reviewed, found.workings(documents, findings))


def _keep_workings(store: Store, linked: _Linked) -> None:
    """Keeps what a change needs in order to be linked alone; what it is made of, most of what linking holds, is let go with it."""
    for kind in list(linked.kept):
        store.keep_workings(kind, None, linked.kept.pop(kind))


def _keep_linking(store: Store, linked: _Linked, packs: Packs, key: str) -> None:
    """Keeps all links in place of those before, and notes by whom they were made."""
    with store.together():
        store.set_stamp(FOUND_WITH, key)
        store.set_stamp(SETTLED_WITH, "")
        store.set_stamp(LINKED_WITH, _with(key, packs))
        store.drop_findings_except(key)
        keep(linked.reviewed, store)
        store.keep_linking(linked.linking)
        store.refresh()


def weigh_again(store: Store, chain: Chain, packs: Packs) -> Weighing:
    """Weighs everything that was linked last, and keeps it."""
    with _at_rest(), store.together():
        documents, key = store.documents(), store.stamp(FOUND_WITH) or ""
        machine = store.findings(key)
        reviewed = ruled(chain.reviews, documents, machine)
        found = weigh_all(store, documents, standing(machine | dict(reviewed.findings)), store.linking(), packs, reviewed.rulings)
        store.set_stamp(SETTLED_WITH, _with(key, packs) if store.stamp(LINKED_WITH) == _with(key, packs) else "")
    return found


def _changed(store: Store, key: str, chain: Chain, packs: Packs) -> bool:
    """Works in what is stale and what is newly decided; False where that takes everything: a document is gone, or decisions are."""
    from sayso.link.relinker import Change, relink

    new = store.stale()
    if new and (new - store.paths().keys() or store.linked_already(new)):
        return False
    reviewed = ruled_again(chain.reviews, store, key, new)
    if reviewed.anew and chain.reviews:
        return False
    decided = (reviewed.findings.keys() | reviewed.cleared) - new
    before = standing({doc: finding for doc, finding in reviewed.was.items() if doc in decided})
    keep(reviewed, store)
    in_store = KeptInStore(store, key, standing(reviewed.findings))
    now = in_store.findings(decided | new)
    docs = {doc: before[doc].claims if doc in before else () for doc in now if doc in new or _otherwise(before.get(doc), now[doc])}
    read = _reader(store, in_store)
    change = Change(docs, frozenset(new), reviewed.rulings, reviewed.before, read, lambda ids: in_store.claims(ids).values())
    found = relink(store, change, packs)
    relinking = _with_problems(store, found.relinking, reviewed.problems)
    store.change_linking(relinking)
    for kind, kept in found.kept.items():
        store.keep_workings(kind, kept.gone, kept.come.values())
    weigh_change(store, in_store, relinking, said_otherwise(before, now), packs, reviewed.rulings)
    store.refresh()
    return True


def _otherwise(before: Finding | None, now: Finding) -> bool:
    """Whether a finding says something else than before, beside what people noted on it."""
    if before is None or replace(before, claims=()) != replace(now, claims=()):
        return True
    return bool(said_otherwise({"": before}, {"": now}))


def _reader(store: Store, kept: KeptInStore) -> Callable[[Collection[str]], list[tuple[Document, Finding]]]:
    """Gives documents with their texts and what stands in them, each looked up once."""
    known: dict[str, tuple[Document, Finding]] = {}

    def read(docs: Collection[str]) -> list[tuple[Document, Finding]]:
        lacking = set(docs) - known.keys()
        found = kept.findings(lacking)
        known.update({one.sha256: (one, found[one.sha256]) for one in store.documents(found.keys())} if found else {})
        return [known[doc] for doc in sorted(docs) if doc in known]

    return read


def _with_problems(store: Store, relinking: Relinking, unplaced: Iterable[Problem]) -> Relinking:
    """The change with all problems of the step, where some are otherwise."""
    kept = store.problems_of("link")
    cited = relinking.problems if relinking.problems is not None else [problem for problem in kept if problem.code != UNPLACED]
    now = (*cited, *unplaced)
    return replace(relinking, problems=now if list(now) != kept else None)
