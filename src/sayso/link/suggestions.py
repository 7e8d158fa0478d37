"""Other actors whose names look so much like one's that they may be the same: told to whoever looks at it, and joined by a person alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sayso.link.bearers import full_by
from sayso.link.likeness import compared
from sayso.link.named import Named, spelt_as
from sayso.link.workings import NAME, to_name
from sayso.records.link import Link
from sayso.store.store import Store

MAYBE = 2.0
"""Score from which on a pair of names is told: on the names bench 104 of the 120 pairs from here up to `SAME` are one (bench/names.py)."""
MOST = 10
"""How many other actors are told at most. Set by eye."""


def suggested(store: Store, actor: str) -> list[Link]:
    """The likest two names of an actor and of each other one that may be the same, the likest first; none that a person parted.

    On the left stand names of this actor. Compared are names with a like last word or with the same consonants, and persons of whom the
    first or the last word is the same.
    """
    own_keys = store.names_of([actor]).get(actor, [])
    own = _of_each_spelling(store, own_keys)
    marks = {mark for one in own for mark in (*spelt_as(one), *(f"full {word}" for word in full_by(one)))}
    others = _of_each_spelling(store, {key for keys in store.marked(NAME, marks).values() for key in keys}.difference(own_keys))
    actor_of = store.actor_of({one.doc for one in others})
    parted = {actor_of.get(end) for end in _parted(store, own_keys)} | {actor, None}
    likest: dict[str, Link] = {}
    for link in sorted(_maybe(own, others), key=lambda link: (-(link.score or 0), link.left, link.right)):
        if (home := actor_of.get(link.right)) and home not in parted:
            likest.setdefault(home, link)
    return list(likest.values())[:MOST]


def _of_each_spelling(store: Store, keys: Iterable[str]) -> list[Named]:
    """One of these names for each spelling, the first by its key."""
    first: dict[str, str] = {}
    for key in sorted(keys):
        first.setdefault(key.partition(":")[2], key)
    return [to_name(working) for working in store.workings(NAME, keys=set(first.values()), marks=False)]


def _maybe(own: Collection[Named], others: Collection[Named]) -> Iterator[Link]:
    told = [other for other in others if _telling(other)]
    for one in filter(_telling, own):
        for other in told:
            score, reasons = compared(one, other)
            if score >= MAYBE:
                yield Link(one.key, other.key, "same_actor", "unsure", score, reasons, "rules")


def _telling(one: Named) -> bool:
    """Whether a name tells who is meant: a state is known by its country, and a single word of a person is anybody's."""
    return not one.state and (one.kind != "person" or len(one.words) > 1)


def _parted(store: Store, keys: Collection[str]) -> set[str]:
    """The other ends of links by which a person said that one of these names is not one with another."""
    links = [link for link in store.linked(keys) if link.kind == "same_actor" and link.judgement == "not_same"]
    return {end for link in links for end in (link.left, link.right)}.difference(keys)
