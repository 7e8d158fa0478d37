"""Which mentions of events are otherwise after a change, and which links between them come and go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

import msgspec

from sayso.known.countries import countries_of
from sayso.known.packs import Packs
from sayso.link.crowds import Pair, pairs_near
from sayso.link.denials import pointing_claims
from sayso.link.happenings import Around, Happening, namesakes, spots
from sayso.link.incidents import judged, offers_in
from sayso.link.mentions import told_in
from sayso.link.text_years import readers_of
from sayso.link.touched_crowds import Seating
from sayso.link.touched_names import Renaming
from sayso.link.workings import (
    AGENT,
    AROUND,
    CROWDED,
    EVENT,
    GROUP,
    HEADLINE,
    JOINED,
    KIN,
    LOOKED_AT,
    MONTH,
    OFFERED,
    PARTED,
    POINTING,
    SEP,
    SPOT,
    VACATED,
    Pointed,
    around,
    of_event,
    of_group,
    of_link,
    of_pointed,
    of_seat,
    pointed,
    to_event,
    to_link,
    to_pointed,
)  # fmt: skip
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.worked_out import Working
from sayso.store.store import Store

Texts = Callable[[Collection[str]], Iterable[tuple[Document, Finding]]]
"""Gives the documents of these SHA-256 with what stands of what was found in them."""


KEPT = (EVENT, VACATED, CROWDED, OFFERED, PARTED, JOINED, POINTING, *AROUND, GROUP)


@dataclass
class Kept:
    """What of one kind of workings goes, by key, and what comes."""

    gone: set[str] = field(default_factory=set)
    come: dict[str, Working] = field(default_factory=dict)

    def change(self, before: Iterable[Working], now: Iterable[Working]) -> None:
        """Notes what is to be done so that these are kept in place of those before."""
        was, will = {one.key: one for one in before}, {one.key: one for one in now}
        self.gone |= was.keys() - will.keys()
        self.come |= {key: one for key, one in will.items() if was.get(key) != one}


class Mentions:
    """The mentions of events after a change, those that it does not touch as they were kept.

    `changed` are the ids of those that came, went or are otherwise; `lost` the pairs of others that are compared no more.
    """

    def __init__(self, store: Store, texts: Texts, changed: Collection[str], renaming: Renaming, packs: Packs) -> None:
        self._store, self._texts, self._packs, self._renaming = store, texts, packs, renaming
        self.kept: dict[str, Kept] = {kind: Kept() for kind in KEPT}
        self._known: dict[str, Happening] = {}
        self.now: dict[str, Happening] = {}
        self.before: dict[str, Happening] = {}
        self.pointed: dict[str, Pointed] = {}
        self.pointed_before: dict[str, Pointed] = {}
        self.docs = set(changed) | {key.partition(":")[0] for key in renaming.actor_of}
        self._read(self._settings())
        self.changed = {ident for ident in self.before.keys() | self.now.keys() if self.before.get(ident) != self.now.get(ident)}
        self.come, self.lost = self._met()
        self._offer()

    def get(self, ids: Collection[str]) -> dict[str, Happening]:
        """The mentions of these ids, as far as they are there."""
        gone = self.before.keys() - self.now.keys()
        lacking = [one for one in ids if one not in self.now and one not in self._known and one not in gone]
        self._known |= {one.key: to_event(one) for one in self._store.workings(EVENT, keys=lacking, marks=False)}
        known = self._known | self.now
        return {one: known[one] for one in ids if one in known and one not in gone}

    # what the documents are read with

    def _settings(self) -> Around:
        """What the texts are read with now; notes which further documents have to be read again for it."""
        held = {document.sha256: (document, finding) for document, finding in self._texts(self.docs)}
        actor_of = self._actor_of(self.docs)
        told = [around(document, finding, actor_of) for document, finding in held.values()]
        before, after = {}, {}
        for kind in AROUND:
            was = self._store.workings(kind, keys=self.docs)
            self.kept[kind].change(was, (one[kind] for one in told if one[kind].marks))
            before[kind], after[kind] = self._marks(kind, was, [one[kind] for one in told]) if kind != HEADLINE else (set(), set())
        groups = {one.key: one.record for one in self._store.workings(GROUP)}
        gone = self._renaming.actors_gone | {actor.id for actor in self._renaming.actors}
        come = [group for actor in self._renaming.actors if (group := of_group(actor))]
        self.kept[GROUP].change((Working(key, "", name) for key, name in groups.items() if key in gone), come)
        groups_now = {key: name for key, name in groups.items() if key not in gone} | {one.key: one.record for one in come}
        self._kin_before = _pairs(before[KIN]) | namesakes(groups)
        kin = _pairs(after[KIN]) | namesakes(groups_now)
        named_before = _spots(before[SPOT])
        named = named_before if after[SPOT] == before[SPOT] else _spots(after[SPOT])
        self._note_readers(named_before, named, before[MONTH] ^ after[MONTH])
        actor_of = self._actor_of(self.docs)
        actors = {actor.id: actor for actor in (*self._store.faces(set(actor_of.values())), *self._renaming.actors)}
        return Around(actor_of, actors, kin, named, countries_of(self._packs), frozenset(after[MONTH]))

    def _marks(self, kind: str, was: Iterable[Working], now: Iterable[Working]) -> tuple[set[str], set[str]]:
        """All marks of a kind before and after the documents that changed are told anew."""
        before, own = set(self._store.marks(kind)), {mark for one in was for mark in one.marks}
        if own == (come := {mark for one in now for mark in one.marks}):
            return before, before
        lost = {mark for mark, keys in self._store.marked(kind, own - come).items() if self.docs.issuperset(keys)}
        return before, (before - lost) | come

    def _note_readers(self, before: Mapping[tuple[str, ...], str], now: Mapping[tuple[str, ...], str], months: Set[str]) -> None:
        """Adds the documents whose headlines name a place that is new, gone or another one, those that have their year by when others
        were written, and where an actor looks otherwise."""
        places = {SEP.join(name) for name, _ in before.items() ^ now.items()}
        for kind, marks in ((HEADLINE, places), (MONTH, readers_of(months))):
            self.docs |= {doc for docs in self._store.marked(kind, marks).values() for doc in docs}
        for kind in (EVENT, VACATED):
            owned = self._store.marked(kind, [f"{LOOKED_AT} {actor}" for actor in self._renaming.faces])
            events = {one for keys in owned.values() for one in keys}
            self.docs |= {one.doc for one in self._store.workings(kind, keys=events, marks=False)}

    def _actor_of(self, docs: Collection[str]) -> dict[str, str]:
        """The actors of the names of documents after the change."""
        known = self._store.actor_of(docs)
        own = {key: actor for key, actor in self._renaming.actor_of.items() if key.partition(":")[0] in docs}
        return {key: actor for key, actor in {**known, **own}.items() if actor}

    # the mentions

    def _read(self, with_: Around) -> None:
        """Reads the documents again, and gives mentions of others the kin that their agents have now."""
        held, vacated = list(self._texts(self.docs)), list[Working]()
        for document, finding in held:
            told, rejected = told_in(document, finding, with_)
            self.now |= {one.id: one for one in told}
            vacated += map(of_seat, rejected)
        self.vacated = self._store.workings(VACATED, docs=self.docs), vacated
        self.kept[VACATED].change(*self.vacated)
        self.before = {one.key: to_event(one) for one in self._store.workings(EVENT, docs=self.docs, marks=False)}
        self._point(held, with_)
        actors = {actor for pair in with_.kin ^ self._kin_before for actor in pair}
        akin = self._store.marked(EVENT, [f"{AGENT} {actor}" for actor in actors])
        ids = {one for keys in akin.values() for one in keys} - self.before.keys()
        for one in map(to_event, self._store.workings(EVENT, keys=ids, marks=False)):
            kin = frozenset(pair for agent in one.agents for pair in with_.kin_of.get(agent, ()))
            if kin != one.kin:
                self.before[one.id], self.now[one.id] = one, msgspec.structs.replace(one, kin=kin)
        was, now = self.before.values(), self.now.values()
        self.kept[EVENT].change(map(of_event, was), map(of_event, now))

    def _point(self, held: Iterable[tuple[Document, Finding]], with_: Around) -> None:
        """Which statements of the documents point at an event, now and before."""
        self.pointed_before = {one.key: to_pointed(one) for one in self._store.workings(POINTING, docs=self.docs)}
        for document, finding in held:
            here = sorted((one for one in self.now.values() if one.doc == document.sha256), key=lambda one: one.order)
            found = pointed(pointing_claims(document, finding, here, with_.actor_of), document.path)
            self.pointed |= {one.claim: one for one in found}
        was = self._store.workings(POINTING, docs=self.docs)
        doc_of = {claim.id: document.sha256 for document, finding in held for claim in finding.claims}
        self.kept[POINTING].change(was, (of_pointed(one, doc_of[one.claim]) for one in self.pointed.values()))

    # the links between them

    def _met(self) -> tuple[list[Link], set[Pair]]:
        """The links of pairs that are to be judged now, and the pairs of unchanged mentions that are compared no more."""
        new = {one: self.now[one] for one in self.changed if one in self.now}
        pairs = {pair for doc in {one.doc for one in new.values()} for pair in self._in_text(doc)}
        was = {one: self.before[one] for one in self.changed if one in self.before}
        seating, lost = Seating(self._store, self.get, was, new, self.vacated), set[Pair]()
        for found in seating.otherwise():
            pairs |= found.new
            lost |= found.lost
        self.kept[CROWDED].change(*seating.crowds)
        standing = self.get({one for pair in pairs for one in pair})
        pairs = {pair for pair in pairs if standing.keys() >= set(pair)}
        return judged(standing, sorted(pairs)), seating.compared_nowhere(lost - pairs)

    def _touched(self, pair: Pair) -> bool:
        return pair[0] in self.changed or pair[1] in self.changed

    def _in_text(self, doc: str) -> Iterator[Pair]:
        """The pairs of a document of which one is changed."""
        told = sorted(self._in_doc(doc).values(), key=lambda one: one.order)
        return ((one.id, other.id) for one, other in pairs_near(told) if self._touched((one.id, other.id)))

    def _in_doc(self, doc: str) -> dict[str, Happening]:
        if doc in self.docs:
            return {one.id: one for one in self.now.values() if one.doc == doc}
        return self.get([one.key for one in self._store.workings(EVENT, docs=[doc])])

    def _offer(self) -> None:
        """By which links the loose mentions of the touched documents can join others, now and before."""
        docs = self.docs | {told[one].doc for one in self.changed for told in (self.before, self.now) if one in told}
        self.offers = offers_in(one for doc in sorted(docs) for one in _ordered(self._in_doc(doc).values()))
        was = self._store.workings(OFFERED, docs=docs)
        self.offers_before = [to_link(one) for one in was]
        doc_of = {one.id: one.doc for doc in docs for one in self._in_doc(doc).values()}
        self.offering = docs
        self.kept[OFFERED].change(was, (of_link(link, doc_of[link.right]) for link in self.offers))


def _ordered(told: Iterable[Happening]) -> list[Happening]:
    return sorted(told, key=lambda one: one.order)


def _pairs(marks: Iterable[str]) -> frozenset[Pair]:
    return frozenset((one, other) for one, other in (mark.split(SEP) for mark in marks))


def _spots(marks: Iterable[str]) -> dict[tuple[str, ...], str]:
    parts = (mark.split(SEP) for mark in marks)
    return spots((tuple(name), ident) for ident, *name in parts)
