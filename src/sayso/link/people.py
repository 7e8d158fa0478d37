"""What people decided about who is who and what is one: their word goes before every rule, and is a link like any other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.link.clusters import Clusters
from sayso.records.actor import Actor
from sayso.records.link import Link, Reason
from sayso.records.review import Bond, BondKind, Rulings


class Word:
    """The decisions of one kind: which pairs are one, and which are not, whatever the rules see in them."""

    def __init__(self, rulings: Rulings, kind: BondKind) -> None:
        self.pairs: Mapping[tuple[str, str], Bond] = rulings.pairs(kind)
        self._named = {one for pair in self.pairs for one in pair}
        self._parted = {one for pair, bond in self.pairs.items() if not bond.same for one in pair}

    def apart(self, one: str, other: str) -> bool:
        """Whether a person said that the two are not one."""
        bond = self.pairs.get((min(one, other), max(one, other)))
        return bond is not None and not bond.same

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
        return lambda one, other: self.apart(one, other) or ((min(one, other), max(one, other)) not in self.pairs and rule(one, other))

    def or_face(self, face: Callable[[str], Hashable]) -> Callable[[str], Hashable]:
        """What `or_apart` looks at: of those on whom a person decided who they are, of others what the rule looks at."""
        return lambda one: one if one in self._named else face(one)

    def join(self, groups: Clusters, known: Iterable[str]) -> None:
        """Brings together what a person said is one, before any rule does."""
        there = set(known)
        for (one, other), bond in sorted(self.pairs.items()):
            if bond.same and {one, other} <= there:
                groups.join(one, other, self.apart)

    def links(self, known: Iterable[str]) -> list[Link]:
        """The decisions as links, one for each pair that is here."""
        there = set(known)
        return [
            Link(
                one, other, bond.kind, "same" if bond.same else "not_same", None, (Reason("a person decided it", bond.why, 0.0),), bond.by
            )
            for (one, other), bond in sorted(self.pairs.items())
            if {one, other} <= there
        ]  # fmt: skip


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
    found, there = dict(incident_of), set(claims)
    members: dict[str, list[str]] = defaultdict(list)
    for claim, incident in found.items():
        members[incident].append(claim)
    said = [pair for both, bond in sorted(word.pairs.items()) if bond.same for pair in (both, both[::-1]) if pair[0] in there]
    for claim, partner in (*said, *pointing, *said):
        if claim not in found and partner in found and not word.parted(claim, members[found[partner]]):
            found[claim] = found[partner]
            members[found[partner]].append(claim)
    return found
