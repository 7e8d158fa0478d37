"""New names that are like one that is known already, word for word: they join its actor, and who else is who stays as it was.

A name like another in all that a link looks at, told after it, is linked to the same first names with the same reasons, and is kept apart
from the same others. So putting all names of the pile into groups again would put it where the other one stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.actors import best_kind, best_name, judged_names, spellings_of
from sayso.link.bearers import GUESSES
from sayso.link.named import Named, chains_of
from sayso.link.workings import NAME, TALLY, of_tally, to_name, to_tally
from sayso.records.actor import Actor
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Working
from sayso.store.store import Store

TRIES = 12
"""How many of the names of one spelling are looked at, until one is found that is like the new one and stands for itself."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A new name, the actor that it joins, and its links."""

    name: Named
    actor: str
    links: tuple[Link, ...]


def twins_of(store: Store, new: Iterable[Named], rulings: Rulings) -> dict[str, Twin]:
    """The new names that join the actor of one like it, by their keys; none that hangs together with names on which people decided."""
    bonds = [bond for bond in rulings.bonds if bond.kind == "same_actor"]
    decided = {key for bond in bonds for key in (*bond.left, *bond.right)} | {key for one in rulings.namings for key in one.names}
    parted = any(not bond.same for bond in bonds)
    found = {one.key: twin for one in new if _plain(one) and not (parted and one.pack) and (twin := _twin(store, one))}
    named = store.names_of({twin.actor for twin in found.values()}) if decided else {}
    free = {key: twin for key, twin in found.items() if decided.isdisjoint(named.get(twin.actor, ()))}
    return _agreeing({key: twin for key, twin in free.items() if decided.isdisjoint(link.left for link in twin.links)})


def _plain(one: Named) -> bool:
    """Whether nothing is told of a name in which it would differ from others of its spelling.

    What may only be guessed to be a land seeks its bearer by its word alone, and so finds whom others of its spelling find.
    """
    lone = one.kind == "person" and len(one.words) == 1 and not one.pack
    seeks = one.seeks and one.kind not in GUESSES
    return not (lone or seeks or one.fuller or one.elsewhere or one.also or one.speaks_for) and bool(one.folded)


def _twin(store: Store, one: Named) -> Twin | None:
    """The name with the actor of one like it and that one's links; None where there is none that was told before it."""
    keys = [key for keys in store.marked(NAME, [f"name {one.folded}"]).values() for key in keys]
    alike = [key for key in keys if key.partition(":")[2] == one.name][:TRIES]
    for other in map(to_name, store.workings(NAME, keys=alike, marks=False)):
        if not (_same(one, other) and _plain(other)) or other.unlike or other.known_as:
            continue
        links = [link for link in store.linked([other.key]) if link.kind == "same_actor"]
        firsts = [to_name(working) for working in store.workings(NAME, keys={link.left for link in links}, marks=False)]
        if _goes_before(firsts, one, other) and all(link.right == other.key for link in links):
            actor_of = store.actor_of({other.doc, *(first.doc for first in firsts)})
            actor = actor_of[other.key]
            if all(actor_of.get(first.key) != actor for first in firsts):
                return None  # its links to them were forbidden: it is alone, and so is the new one
            return Twin(one, actor, tuple(replace(link, right=one.key) for link in links))
    return None


def _goes_before(firsts: Sequence[Named], one: Named, other: Named) -> bool:
    """Whether these are told before a name and in other texts, and are the first of all that it shares with others."""
    before = all(first.first < one.first and first.doc not in (one.doc, other.doc) for first in firsts)
    return before and {*chains_of(one)} <= {mark for first in firsts for mark in chains_of(first)}


def _same(one: Named, other: Named) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("name", "kind", "pack", "named", "core", "state", "own", "lands"))


def _agreeing(found: Mapping[str, Twin]) -> dict[str, Twin]:
    """Those of whom their text says nothing that does not fit: it ties them only to others, and calls only those one that are."""
    kept = dict(found)
    while wrong := [key for key, twin in kept.items() if not _agrees(twin, kept)]:
        for key in wrong:
            del kept[key]
    return {key: replace(twin, links=(*twin.links, *_alias_links(twin, kept))) for key, twin in kept.items()}


def _agrees(twin: Twin, kept: Mapping[str, Twin]) -> bool:
    ones = all(key in kept and kept[key].actor == twin.actor for key in twin.name.known_as)
    return ones and not any(key in kept and kept[key].actor == twin.actor for key in twin.name.unlike)


def _alias_links(twin: Twin, kept: Mapping[str, Twin]) -> list[Link]:
    """The links to the names that its text equates with it, each once: from the one that stands first."""
    later = [kept[key].name for key in twin.name.known_as if (kept[key].name.first, key) > (twin.name.first, twin.name.key)]
    return judged_names((twin.name, other) for other in sorted(later, key=lambda one: one.key))


@dataclass(frozen=True, slots=True)
class Joined:
    """The actors that twins joined, with their new spellings, and their counts."""

    actors: tuple[Actor, ...] = ()
    tallies: tuple[Working, ...] = ()


def joined(store: Store, twins: Collection[Twin]) -> Joined | None:
    """What becomes of the actors; None where one of them would get another name or kind by its new names."""
    actors, tallies, ids = [], [], {twin.actor for twin in twins}
    kept = {working.key: to_tally(working) for working in store.workings(TALLY, keys=ids)}
    paths = store.paths() if twins else {}
    for actor in store.actors(ids) if twins else ():
        own = sorted((twin.name for twin in twins if twin.actor == actor.id), key=lambda one: (one.first, one.key))
        after = kept[actor.id].with_names(own)
        if (best_name(after.names), best_kind(after.kinds)) != (best_name(kept[actor.id].names), best_kind(kept[actor.id].kinds)):
            return None
        names = sorted((*actor.names, *spellings_of(own)), key=lambda name: (paths[name.span.doc], name.span.doc))
        actors.append(replace(actor, names=tuple(names)))
        tallies.append(of_tally(actor.id, after))
    return Joined(tuple(actors), tuple(tallies))
