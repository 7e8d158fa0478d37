"""Who is who after a change: only the names that it touches are linked again, with all that they may be one with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.known.packs import Packs
from sayso.link.actors import actor_links, actors_of, judged_names
from sayso.link.bearers import full_by, sought
from sayso.link.named import Named, chains_of, in_pile, marks_of, meant_by, sounds, spelt_as
from sayso.link.names import fold
from sayso.link.people import Groups, Word, as_named, nobodies, otherwise
from sayso.link.spelling import spelt_alike
from sayso.link.standing import without_ranks
from sayso.link.titles import as_compared
from sayso.link.twins import Joined, Twin, joined, twins_of
from sayso.link.workings import NAME, of_name, tallies, to_name
from sayso.records.actor import Actor
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Working, in_order, key_of
from sayso.store.store import Store


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a change makes of names: keys of links and ids of actors that go, and what comes; None where a name is nobody's any more.

    `faces` are the ids of the actors that came, went, or have another name, kind, side or party.
    """

    links_gone: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    actors_gone: frozenset[str] = frozenset()
    actors: tuple[Actor, ...] = ()
    actor_of: Mapping[str, str | None] = field(default_factory=dict)
    faces: frozenset[str] = frozenset()
    names_gone: frozenset[str] = frozenset()
    names: tuple[Working, ...] = ()
    tallies: tuple[Working, ...] = ()

    def with_twins(self, twins: Collection[Twin], found: Joined) -> Renaming:
        """The same with new names that joined actors as they were."""
        return replace(
            self,
            links=(*self.links, *(link for twin in twins for link in twin.links)),
            actors=(*self.actors, *found.actors),
            actor_of={**self.actor_of, **{twin.name.key: twin.actor for twin in twins}},
            tallies=(*self.tallies, *found.tallies),
        )


class _Names:
    """The names of the pile: those that were kept, and in their place those of the documents that changed."""

    def __init__(self, store: Store, docs: Collection[str], fresh: Iterable[Named]) -> None:
        self._store, self._docs = store, set(docs)
        self.before = {working.key: to_name(working) for working in store.workings(NAME, docs=docs, marks=False)}
        self.now = {one.key: one for one in fresh}
        self._kept: dict[str, Named] = {}
        self._bearing = _by_mark(self.now.values())

    def keys(self, marks: Collection[str]) -> set[str]:
        """The keys of the names that bear one of these marks."""
        kept = {key for keys in self._store.marked(NAME, marks).values() for key in keys if _doc(key) not in self._docs}
        return kept | {key for mark in marks for key in self._bearing.get(mark, ())}

    def get(self, keys: Collection[str]) -> list[Named]:
        """These names, as far as there are such."""
        lacking = {key for key in keys if key not in self.now and key not in self._kept and _doc(key) not in self._docs}
        self._kept |= {working.key: to_name(working) for working in self._store.workings(NAME, keys=lacking, marks=False)}
        found = (self.now.get(key) or self._kept.get(key) for key in sorted(keys))
        return [one for one in found if one is not None]

    def put(self, named: Iterable[Named]) -> None:
        """Names of which other texts tell something else now."""
        self.now |= {one.key: one for one in named}
        self._bearing = _by_mark(self.now.values())

    def was(self, key: str) -> Named | None:
        """The name as it was kept."""
        return self.before.get(key) or self._kept.get(key)


def _by_mark(named: Iterable[Named]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in named:
        for mark in marks_of(one):
            found[mark].append(one.key)
    return found


def _doc(key: str) -> str:
    return key.partition(":")[0]


def renamed(store: Store, fresh: Mapping[str, list[Named]], packs: Packs, rulings: Rulings, before: Rulings) -> Renaming:
    """What follows for all names from those of the documents that changed, and from the decisions that are new or gone."""
    names = _Names(store, fresh.keys(), (one for own in fresh.values() for one in own))
    changed = {key for key in names.before.keys() | names.now.keys() if _alone(names.before.get(key)) != names.now.get(key)}
    decided = _decided(rulings, before)
    if not changed and not decided:
        return Renaming()
    changed = _told_elsewhere(names, changed)
    known = {one.doc for one in names.before.values()}
    new = [names.now[key] for key in changed if key in names.now and names.now[key].doc not in known]
    twins = twins_of(store, new, rulings)
    while True:
        touched = _Touched(store, names, changed, (changed - twins.keys()) | decided, packs, rulings)
        renaming = touched.linked({key: twin.actor for key, twin in twins.items()})
        left = {key: twin for key, twin in twins.items() if key not in touched.keys}
        wrong = [key for key, twin in left.items() if twin.actor in {renaming.actor_of.get(other) for other in twin.name.unlike}]
        found = joined(store, left.values())
        if found and not wrong:
            return renaming.with_twins(left.values(), found)
        twins = {key: twin for key, twin in left.items() if found and key not in wrong}


def _alone(one: Named | None) -> Named | None:
    return one.alone if one else None


def _told_elsewhere(names: _Names, changed: set[str]) -> set[str]:
    """Settles what other texts tell of the names that changed, and of others by them; gives all that are otherwise than they were."""
    told = [one for key in changed for one in (names.before.get(key), names.now.get(key)) if one]
    asking = {
        mark for one in told for mark in (*(f"seeks {word}" for word in full_by(one)), *(f"brief {s}" for s in one.shorts | one.cuts))
    }
    asking |= {f"sounds {sounds(one.words)}" for one in told if one.aliases}
    asked = names.get(names.keys(asking) | names.now.keys())
    telling = {f"full {way}" for one in asked if one.seeks for way in sought(one)} | {f"short {one.folded}" for one in asked if one.brief}
    telling |= {f"called {sounds(one.words)}" for one in asked if one.kind == "person" and len(one.words) > 1}
    names.put(in_pile([one.alone for one in asked], names.get(names.keys(telling))))
    return {key for key in names.before.keys() | names.now.keys() if names.was(key) != names.now.get(key)}


def _decided(rulings: Rulings, before: Rulings) -> set[str]:
    """The names on which something else is decided now."""
    bonds = (bond for bond in otherwise(rulings.bonds, before.bonds) if bond.kind == "same_actor")
    namings = otherwise(rulings.namings, before.namings)
    return {key for bond in bonds for key in (*bond.left, *bond.right)} | {key for naming in namings for key in naming.names}


class _Touched:
    """The names that a change touches, and all that hang together with them."""

    def __init__(self, store: Store, names: _Names, changed: set[str], keys: set[str], packs: Packs, rulings: Rulings) -> None:
        self._store, self._names, self._packs, self._rulings = store, names, packs, rulings
        self._changed = changed
        told = (one for key in keys for one in (names.was(key), *names.get([key])) if one)
        self._folded = {one.folded for one in told}
        self._word, self._nobody = Word(rulings, "same_actor"), nobodies(rulings)
        bonds = [(*bond.left, *bond.right) for bond in rulings.bonds if bond.kind == "same_actor"]
        self._decided = Groups([*bonds, *(naming.names for naming in rulings.namings)])
        self.keys = keys
        self._closed: set[str] = set()

    def linked(self, twins: Mapping[str, str]) -> Renaming:
        """The links, actors and names that go, and those that come. `twins` are the actors of new names that are not among these."""
        while True:
            self._close()
            named = self._named()
            outside = [link for link in self._spelt_outside(named) if {link.left, link.right} - self.keys]
            if outside:
                self.keys |= {key for link in outside for key in (link.left, link.right)}
                continue
            links = actor_links(named, self._word)
            others = self._store.actor_of({_doc(one.speaks_for) for one in named if one.speaks_for})
            others = {key: actor for key, actor in {**others, **twins}.items() if key not in self.keys}
            actors, actor_of = actors_of(named, links, self._packs, self._word, others)
            was = self._actors_before()
            moved = [key for key in self.keys if was.get(key) != actor_of.get(key)]
            speaking = self._names.keys([f"speaks for {key}" for key in moved]) - self.keys
            if not speaking:
                return self._renaming(links, as_named(actors, actor_of, self._rulings), actor_of, was)
            self.keys |= speaking

    def _close(self) -> None:
        """Takes in all that share a chain with one of them, are linked to one, or are named in one decision with one."""
        while new := self.keys - self._closed:
            here = self._names.get(new)
            told = [*here, *(one for key in new if (one := self._names.was(key)))]
            found = self._names.keys({mark for one in told for mark in chains_of(one)})
            found |= {end for link in self._store.linked(new) if link.kind == "same_actor" for end in (link.left, link.right)}
            found |= self._decided.beside(new)
            found |= {other for one in here for other in meant_by(one)} | self._names.keys({f"means {key}" for key in new})
            self._closed |= new
            self.keys |= found

    def _named(self) -> list[Named]:
        named = (one for one in self._names.get(self.keys) if one.key not in self._nobody)
        return sorted(named, key=lambda one: (one.first, one.key))

    def _spelt_outside(self, named: list[Named]) -> list[Link]:
        """The links by spelling to names that share nothing else; only the first of a spelling that changed can have new ones."""
        first = _first_of_each(named)
        links = []
        for one in (one for one in first.values() if one.folded in self._folded):
            names = {key.partition(":")[2] for key in self._names.keys(spelt_as(one)) - self.keys}
            told = [fold(as_compared(name)) for name in names if spelt_alike(one.name, name)]
            spellings = {*told, *(" ".join(without_ranks(name.split())) for name in told)} - first.keys()
            chains = {f"name {other}" for other in spellings}
            others = _first_of_each(other for other in self._names.get(self._names.keys(chains)) if other.key not in self._nobody)
            links += judged_names((one, other) for other in others.values() if not set(spelt_as(one)).isdisjoint(spelt_as(other)))
        return links

    def _actors_before(self) -> dict[str, str]:
        found = self._store.actor_of({_doc(key) for key in self.keys})
        return {key: actor for key, actor in found.items() if key in self.keys}

    def _renaming(self, links: list[Link], actors: list[Actor], actor_of: Mapping[str, str], was: Mapping[str, str]) -> Renaming:
        held = {key_of(link): link for link in self._store.linked(self.keys) if link.kind == "same_actor"}
        wanted = {key_of(link): link for link in in_order([*links, *self._word.links(actor_of)])}
        before = {actor.id: actor for actor in self._store.actors(set(was.values()))}
        now = {actor.id: actor for actor in actors}
        faces = {ident for ident in before.keys() | now.keys() if _face(before.get(ident)) != _face(now.get(ident))}
        names = self._names.get(self._changed)
        return Renaming(
            frozenset(held.keys() - wanted.keys()),
            tuple(link for key, link in sorted(wanted.items()) if held.get(key) != link),
            frozenset(before.keys() - now.keys()),
            tuple(actor for ident, actor in sorted(now.items()) if before.get(ident) != actor),
            {key: actor_of.get(key) for key in sorted(self.keys) if was.get(key) != actor_of.get(key)},
            frozenset(faces),
            frozenset(key for key in self._changed if not self._names.get([key])),
            tuple(of_name(one) for one in names),
            tuple(tallies(self._named(), actor_of)),
        )


def _first_of_each(named: Iterable[Named]) -> dict[str, Named]:
    """The first name of each spelling."""
    first: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: (one.first, one.key)):
        first.setdefault(one.folded, one)
    return first


def _face(actor: Actor | None) -> tuple[str | None, ...]:
    return (actor.name, actor.kind, actor.side, actor.party) if actor else ()
