"""How the mentions of a large incident came together, so that one can be taken out by looking only at what hung on it."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from itertools import islice
from math import inf

import msgspec

from sayso.link.happenings import Happening
from sayso.link.incident_features import face
from sayso.link.parted import Parted
from sayso.link.seats import Order
from sayso.records.link import Link

MANY = 24
"""Mentions of an incident from which on it is kept how they came together; one of fewer is put together again in no time."""
HANGING = 400
"""Mentions that may hang on one that is taken out: of each all links are read. Where there are more, all is put together again."""
LIKE = 32
"""So many of those that look the same as one that is taken out are asked whether they stand in its place."""

Join = tuple[float, int, int]
"""A link that brought two groups together, which is its rank among links: less than nothing by its score, then the places of its ends."""

Came = tuple[Link, str]
"""A link by which a mention came to an incident that was together, and the end to which it came."""


class Joins(msgspec.Struct, frozen=True, array_like=True):
    """The links by which groups of mentions with a day or place came together to an incident: a tree that spans these.

    `members` are all mentions of the incident in their order, `faces` numbers that are the same for those that look the same to all that
    parts two mentions; `links` stand in the order in which they were made. Members at which none of them ends came later, by the links of
    `later`, in which the one to whom they came stands last.
    """

    members: list[str]
    faces: list[int]
    links: list[Join]
    later: list[Join]


def is_large(members: Sized) -> bool:
    """Whether it is kept how an incident of these came together."""
    return len(members) >= MANY


def joins_of(group: Iterable[str], links: Iterable[Link], came: Iterable[Came], by_id: Mapping[str, Happening]) -> Joins:
    """What is kept of an incident, given its mentions, the links that joined them, in the order in which they did, and who came later."""
    members = sorted(group, key=lambda one: by_id[one].order)
    place = {one: number for number, one in enumerate(members)}
    faces = _numbered(face(by_id[one], shared=False) for one in members)
    made = [(-(link.score or 0.0), place[link.left], place[link.right]) for link in links]
    later = [(-(link.score or 0.0), place[link.right if host == link.left else link.left], place[host]) for link, host in came]
    return Joins(members, faces, made, sorted(later))


def _numbered(faces: Iterable[object]) -> list[int]:
    """The things as numbers, in the order in which each comes first."""
    known: dict[object, int] = {}
    return [known.setdefault(one, len(known)) for one in faces]


class Opened:
    """A large incident out of which a mention is taken: what hung on that, and where it is joined instead.

    Links between two members are never refused, hence those made are the best ones that span them. Without the mention its links go; each
    part that hung on it is joined again by the best link that leads out of it, as soon as that comes.
    """

    def __init__(self, joins: Joins, gone: str) -> None:
        self._joins = joins
        self._place = {one: number for number, one in enumerate(joins.members)}
        self._gone = self._place[gone]
        self._at = _at(joins.links)
        self._later = list(joins.later)
        self._part: dict[int, int] = {}

    def __contains__(self, one: object) -> bool:
        return one in self._place

    def brought(self) -> set[str] | None:
        """Those that came later, to the one that goes; None if others may have come along with it."""
        own = [(one, host) for _, one, host in self._later if self._gone in (one, host)]
        along = any(host not in self._at if one == self._gone else one in self._at for one, host in own)
        return None if along else {self._joins.members[one] for one, host in own if host == self._gone}

    def came_alone(self, one: str) -> bool:
        """Whether a member came later than others, by itself and to one that did not."""
        place = self._place[one]
        own = [host for _, late, host in self._later if late == place]
        return place not in self._at and len(own) == 1 and own[0] in {*self._at, self._gone}

    def bring(self, one: str, link: Link) -> None:
        """Notes by which link a member that came alone comes now."""
        place, host = self._place[one], self._place[link.right if link.left == one else link.left]
        self._later = sorted([*(join for join in self._later if join[1] != place), (-(link.score or 0.0), place, host)])

    def partners(self, one: str) -> Iterator[tuple[float, str]]:
        """With whom but the one that goes a member was joined, the best first, each with the score of the link."""
        place = self._place[one]
        for join in self._at.get(place) or (join for join in self._joins.later if join[1] == place):
            other = _beyond(join, place)
            if other != self._gone:
                yield -join[0], self._joins.members[other]

    def has_twin(self) -> bool:
        """Whether another one that was not loose looks the same as the one that goes."""
        faces = self._joins.faces
        return any(faces[one] == faces[self._gone] for one in self._at if one != self._gone)

    def alike(self) -> list[str]:
        """The first of those that look the same as the one that goes."""
        faces, gone = self._joins.faces, self._gone
        same = (one for one, face in zip(self._joins.members, faces, strict=True) if face == faces[gone])
        return [one for one in islice(same, LIKE + 1) if one != self._joins.members[gone]]

    def cut_off(self) -> list[str] | None:
        """All that hung on the one that goes, but for the largest part; None if these are too many."""
        first = (_beyond(join, self._gone) for join in self._at.get(self._gone, ()))
        parts = sorted((list(islice(self._reached(one), HANGING + 1)) for one in first), key=len)
        self._part = {one: number for number, part in enumerate(parts[:-1]) for one in part}
        return [self._joins.members[one] for one in self._part] if len(self._part) <= HANGING else None

    def close(self, links: Iterable[Link], better: Iterable[Link] = ()) -> Joins | None:
        """The incident without the one that goes, given all links at those cut off; None if some of these are of it no more.

        Links between others that are `better` than before, or new, are looked at once it is together without the one that goes: each takes
        the place of the worst join between its ends. Groups come together no later for it, so what was refused is refused again.
        """
        parts = {number: number for number in {-1, *self._part.values()}}
        come = list[Join]()
        for join in sorted(self._across(links)):
            here, there = (parts[self._part.get(end, -1)] for end in join[1:])
            if here != there:
                come.append(join)
                parts = {part: here if home == there else home for part, home in parts.items()}
        if len(set(parts.values())) > 1:
            return None
        self._exchange(self._at.pop(self._gone, ()), come)
        tree = [*self._joins.links, *come]
        for link in better:
            join = -(link.score or 0.0), self._place[link.left], self._place[link.right]
            worst = max(self._between_ends(*join[1:]))
            if join < worst:
                tree.remove(worst)
                tree.append(join)
                for end in worst[1:]:
                    self._at[end].remove(worst)
                for end in join[1:]:
                    insort(self._at[end], join)
        return self._without(sorted(tree))

    def _between_ends(self, one: int, other: int) -> Iterator[Join]:
        """The joins over which two come together."""
        came: dict[int, Join] = {}
        found = [one]
        for near in found:
            if other in came:
                break
            for join in self._at[near]:
                if (far := _beyond(join, near)) not in came and far != one:
                    came[far] = join
                    found.append(far)
        while other != one:
            yield came[other]
            other = _beyond(came[other], other)

    def joins_both(self, link: Link) -> bool:
        """Whether both ends of a link are members that did not come later."""
        return all(self._place.get(end) in self._at for end in (link.left, link.right))

    def _exchange(self, gone: Iterable[Join], come: Iterable[Join]) -> None:
        """Notes of the others by which joins they came together now."""
        for join in gone:
            self._at[_beyond(join, self._gone)].remove(join)
        for join in come:
            for end in join[1:]:
                insort(self._at[end], join)

    def _across(self, links: Iterable[Link]) -> Iterator[Join]:
        """Those of these links that lead from one part of the incident to another."""
        for link in links:
            ends = self._place.get(link.left, self._gone), self._place.get(link.right, self._gone)
            if self._gone not in ends and all(end in self._at for end in ends) and len({self._part.get(end, -1) for end in ends}) > 1:
                yield -(link.score or 0.0), *ends

    def _without(self, links: Iterable[Join]) -> Joins:
        members, faces, gone = self._joins.members, self._joins.faces, self._gone
        made, later = (
            [(rank, left - (left > gone), right - (right > gone)) for rank, left, right in some if gone not in (left, right)]
            for some in (links, self._later)
        )
        others = faces[:gone] + faces[gone + 1 :]
        return Joins(members[:gone] + members[gone + 1 :], others if faces[gone] in faces[:gone] else _numbered(others), made, later)

    def witness(self, parted: Parted, order: Callable[[str], Order]) -> str | None:
        """The member that keeps apart a link between this incident and another, once it is closed; None if none is found.

        It is the one who did so, or one that looks the same, and stands with the end of the link by the time that this is looked at.
        """
        ends, keepers = ([one for one in pair if one in self._place] for pair in (parted.pair, parted.by))
        if not len(ends) == len(keepers) == 1:
            return None
        here, keeper = self._place[ends[0]], self._place[keepers[0]]
        if keeper != self._gone and self._part.get(here) == self._part.get(keeper):
            return keepers[0]
        faces, rank = self._joins.faces, self._rank(parted.link, order)
        like = (one for one in self._reached(here, rank) if faces[one] == faces[keeper])
        return next((self._joins.members[one] for one in like), None)

    def _rank(self, link: Link, order: Callable[[str], Order]) -> tuple[float, float, float]:
        """The rank of a link one end of which lies beyond: that has no place among the members, but stands between two of them."""
        left, right = (self._place[end] if end in self._place else self._between(order(end), order) for end in (link.left, link.right))
        return -(link.score or 0.0), left, right

    def _between(self, told: Order, order: Callable[[str], Order]) -> float:
        low, high = 0, len(self._joins.members)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if order(self._joins.members[middle]) < told else (low, middle)
        return low - 0.5

    def _reached(self, one: int, before: tuple[float, float, float] = (inf, 0, 0)) -> Iterator[int]:
        """Those that joins of a better rank bring together with a member, itself first; never over the one that goes."""
        seen, found = {one, self._gone}, [one]
        for near in found:
            yield near
            for join in self._at.get(near, ()):
                if join >= before:
                    break
                if (other := _beyond(join, near)) not in seen:
                    seen.add(other)
                    found.append(other)


def _at(joins: Iterable[Join]) -> dict[int, list[Join]]:
    """Joins by both their ends."""
    found: dict[int, list[Join]] = defaultdict(list)
    for join in joins:
        found[join[1]].append(join)
        found[join[2]].append(join)
    return found


def _beyond(join: Join, one: int) -> int:
    return join[1] + join[2] - one
