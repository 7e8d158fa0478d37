"""What people decided about who is who and what is one: their word goes before every rule, and is a link like any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice, product
from typing import TypeVar

from sayso.link.clusters import Clusters
from sayso.records.actor import Actor
from sayso.records.link import Judgement, Link, Reason
from sayso.records.review import Bond, BondKind, Rulings

T = TypeVar("T")
LEFT, RIGHT = 1, 2


class Word:
    """The decisions of one kind: which pairs are one, and which are not, whatever the rules see in them.

    A decision can be about many pairs (two incidents of 500 claims each): it is looked up for a pair, never written out for all.
    """

    def __init__(self, rulings: Rulings, kind: BondKind) -> None:
        self._bonds = [bond for bond in rulings.bonds if bond.kind == kind]
        self._sides: dict[str, dict[int, int]] = defaultdict(dict)
        for number, bond in enumerate(self._bonds):
            for side, ids in ((LEFT, bond.left), (RIGHT, bond.right)):
                for one in ids:
                    self._sides[one][number] = self._sides[one].get(number, 0) | side
        self._parted = {one for bond in self._bonds if not bond.same for one in (*bond.left, *bond.right)}

    def decided(self, one: str, other: str) -> Bond | None:
        """What a person decided last on a pair."""
        here, there = self._sides.get(one, {}), self._sides.get(other, {})
        for number in sorted(here.keys() & there.keys(), reverse=True) if one != other else ():
            across = (here[number] & LEFT and there[number] & RIGHT) or (here[number] & RIGHT and there[number] & LEFT)
            if self._bonds[number].same or across:
                return self._bonds[number]
        return None

    def knows(self, ids: Iterable[str]) -> bool:
        """Whether a person decided on one of these."""
        return not self._sides.keys().isdisjoint(ids)

    def apart(self, one: str, other: str) -> bool:
        """Whether a person said that the two are not one."""
        bond = self.decided(one, other)
        return bond is not None and not bond.same

    def partners(self, one: str) -> Iterator[str]:
        """Those of which a person said that they are one with this, in the order of their ids."""
        return (other for other in self._beside(one) if (bond := self.decided(one, other)) and bond.same)

    def _beside(self, one: str) -> list[str]:
        bonds = (self._bonds[number] for number in self._sides.get(one, ()))
        return sorted({other for bond in bonds if bond.same for other in (*bond.left, *bond.right)})

    def parted(self, one: str, others: Iterable[str]) -> bool:
        """Whether a person said of one of these others that it is not one with this."""
        return one in self._parted and any(self.apart(one, other) for other in others)

    def hubs(self, ids: Sequence[str]) -> list[str]:
        """Of ids that belong together by one feature, those through which all are joined: the first, and beside it whoever was parted."""
        parted = [one for one in ids if one in self._parted]
        whole = next((one for one in ids if one not in self._parted), None)
        return [*parted, whole] if whole else parted

    def or_apart(self, rule: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
        """Whether a person or a rule keeps two apart; a person's "same" is stronger than a rule."""
        return lambda one, other: not bond.same if (bond := self.decided(one, other)) else rule(one, other)

    def or_face(self, face: Callable[[str], Hashable]) -> Callable[[str], Hashable]:
        """What `or_apart` looks at: what the rule looks at, and on which side of which decisions it stands."""
        return lambda one: (face(one), tuple(sorted(self._sides.get(one, {}).items())))

    def join(self, groups: Clusters, known: Collection[str]) -> None:
        """Brings together what a person said is one, before any rule does."""
        for bond in self._bonds:
            ids = sorted(one for one in {*bond.left, *bond.right} if bond.same and one in known)
            if not all(self._joined(groups, ids[0], other) for other in ids[1:]):
                for pair in combinations(ids, 2):
                    self._joined(groups, *pair)

    def _joined(self, groups: Clusters, one: str, other: str) -> bool:
        if groups.together(one, other):
            return True
        bond = self.decided(one, other)
        if not (bond and bond.same):
            return False
        parted = (self._parted.intersection(groups.members(end)) for end in (one, other))
        return not any(self.apart(*pair) for pair in product(*parted)) and groups.join(one, other, told=True)

    def links(self, known: Collection[str]) -> list[Link]:
        """The decisions as links: one for each pair that was parted, and of each that was called one with others to the first of them."""
        there, found = set(known), dict[tuple[str, str], Bond]()
        for bond in self._bonds:
            pairs = self._first(bond, there) if bond.same else product(bond.left, bond.right)
            found |= {(min(pair), max(pair)): bond for pair in pairs if there.issuperset(pair) and self.decided(*pair) is bond}
        return [_link(pair, bond) for pair, bond in sorted(found.items(), key=lambda one: one[0])]

    def _first(self, bond: Bond, known: Collection[str]) -> Iterator[tuple[str, str]]:
        """Of the ids that a decision called one, each with the first before it for which that still holds."""
        here = sorted({one for one in (*bond.left, *bond.right) if one in known})
        for number, one in enumerate(here):
            yield from ((other, one) for other in islice((other for other in here[:number] if self.decided(other, one) is bond), 1))


def otherwise(now: Sequence[T], before: Sequence[T]) -> list[T]:
    """The decisions that are new or gone: all behind those with which both lists begin, as a later one may overrule an earlier one."""
    same = next((number for number, (one, other) in enumerate(zip(now, before, strict=False)) if one != other), min(len(now), len(before)))
    return [*now[same:], *before[same:]]


class Groups:
    """Ids that stand in groups, such as those of one decision: which others stand with some."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._groups = [frozenset(group) for group in groups]
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for one in group:
                self._of[one].append(number)

    def beside(self, ids: Iterable[str]) -> set[str]:
        """All that stand in a group with one of these."""
        return set().union(*(self._groups[number] for number in {number for one in ids for number in self._of.get(one, ())}))


def _link(pair: tuple[str, str], bond: Bond) -> Link:
    judgement: Judgement = "same" if bond.same else "not_same"
    return Link(*pair, bond.kind, judgement, None, (Reason("a person decided it", bond.why, 0.0),), bond.by)


def as_named(actors: Sequence[Actor], actor_of: Mapping[str, str], rulings: Rulings) -> list[Actor]:
    """The actors with the names, kinds and sides that people gave them: each naming goes to the actor that has most of its names."""
    named = {actor.id: actor for actor in actors}
    for naming in rulings.namings:
        here = [actor_of[name] for name in naming.names if name in actor_of]
        if here and not naming.nobody:
            home = max(sorted(set(here)), key=here.count)
            said = {key: value or None for key, value in naming.changes.items() if key in ("name", "kind", "side")}
            named[home] = replace(named[home], **said)  # type: ignore[arg-type]
    return list(named.values())


def nobodies(rulings: Rulings) -> set[str]:
    """The names of which a person said that they are no actor's, unless he said otherwise later."""
    found: set[str] = set()
    for naming in rulings.namings:
        found = found | set(naming.names) if naming.nobody else found - set(naming.names)
    return found


def with_statements(
    incident_of: Mapping[str, str], word: Word, claims: Iterable[str], pointing: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """The incident of each claim, those included that tell of no event themselves: a person put them to one, or their words point at it.

    The person's word goes first, and nothing comes to an incident that holds a claim from which a person parted it. `pointing` are pairs
    of such a claim and the one at which it points.
    """
    found = dict(incident_of)
    members: dict[str, list[str]] = defaultdict(list)
    for claim, incident in found.items():
        members[incident].append(claim)

    def put(claim: str, partners: Iterable[str]) -> None:
        homes = (found[one] for one in partners if one in found)
        if claim not in found and (home := next((one for one in homes if not word.parted(claim, members[one])), None)):
            found[claim] = home
            members[home].append(claim)

    said = sorted(set(claims) - found.keys())
    for claim in said:
        put(claim, word.partners(claim))
    for claim, partner in pointing:
        put(claim, (partner,))
    for claim in said:
        put(claim, word.partners(claim))
    return found
