"""Groups that grow by joining, and never bring together what must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

Apart = Callable[[str, str], bool]


class _Faces:
    """The faces of a group in the order in which they came to it, each with the id that brought it.

    `cleared` tells of a face how many of these, from the first on, it was found not to be kept apart from.
    """

    __slots__ = ("cleared", "order", "seen")

    def __init__(self, face: Hashable, one: str) -> None:
        self.order = [(face, one)]
        self.seen = {face}
        self.cleared: dict[Hashable, int] = {}

    def add(self, other: _Faces) -> None:
        """Takes the faces of another group in behind its own."""
        self.order += [one for one in other.order if one[0] not in self.seen]
        self.seen |= other.seen


class Clusters:
    """A partition of ids; `apart` tells of two ids whether they may never stand in one group (complete link).

    `face` gives all of an id that `apart` looks at, if several ids may look the same to it: it is asked once for two faces, so that work
    grows with how many faces a group has and not with how many members.
    """

    def __init__(self, ids: Iterable[str], apart: Apart, face: Callable[[str], Hashable] = str) -> None:
        self._members: dict[str, list[str]] = {one: [one] for one in ids}
        self._home: dict[str, str] = {one: one for one in self._members}
        self._name: dict[str, str] = dict(self._home)
        self._faces = {one: _Faces(face(one), one) for one in self._members}
        self._foes: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        self._apart = apart
        self._asked: dict[tuple[Hashable, Hashable], bool] = {}

    def __contains__(self, one: object) -> bool:
        return one in self._home

    def members(self, one: str) -> list[str]:
        """All that stand with this one, itself included."""
        return self._members[self._home[one]]

    def together(self, one: str, other: str) -> bool:
        """Whether the two stand in one group."""
        return self._home[one] == self._home[other]

    def join(self, left: str, right: str, told: bool = False) -> bool:
        """Bring the groups of two ids together, unless two of their members must stay apart; whether they are together now.

        `told` is whether a person says so, whatever the rules forbid.
        """
        here, there = self._home[left], self._home[right]
        if here != there and (told or not self._forbidden(here, there)):
            self._unite(here, there)
        return self.together(left, right)

    def kept_apart(self, left: str, right: str) -> tuple[str, ...]:
        """A member of either group, for which the rules refused to join the two; nothing if they did not."""
        return self._foes.get(self._home[left], {}).get(self._home[right], ())

    def _forbidden(self, here: str, there: str) -> bool:
        """Whether the rules part two groups; once they do, they do so for good, as groups only grow."""
        if there not in self._foes[here]:
            few, many = sorted((self._faces[here], self._faces[there]), key=lambda faces: len(faces.order))
            if seen := next((pair for own in few.order if (pair := self._kept_from(own, many))), None):
                one, other = seen if few is self._faces[here] else seen[::-1]
                self._foes[here][there], self._foes[there][here] = (one, other), (other, one)
        return there in self._foes[here]

    def _kept_from(self, own: tuple[Hashable, str], group: _Faces) -> tuple[str, str] | None:
        """An id and the first of a group's that it must stay apart from: the faces that it was cleared of before are not asked again."""
        face, one = own
        for place in range(group.cleared.get(face, 0), len(group.order)):
            if self._ask(own, group.order[place]):
                return one, group.order[place][1]
        group.cleared[face] = len(group.order)
        return None

    def _ask(self, one: tuple[Hashable, str], other: tuple[Hashable, str]) -> bool:
        pair = one[0], other[0]
        if pair not in self._asked:
            self._asked[pair] = self._apart(one[1], other[1])
        return self._asked[pair]

    def _unite(self, here: str, there: str) -> None:
        """Moves the smaller group into the larger one, under the name of `here`."""
        name = self._name[here]
        small, large = sorted((there, here), key=lambda home: len(self._members[home]))
        for one in self._members.pop(small):
            self._members[large].append(one)
            self._home[one] = large
        self._name[large] = name
        self._faces[large].add(self._faces.pop(small))
        for foe, pair in self._foes.pop(small, {}).items():
            self._foes[large].setdefault(foe, pair)
            self._foes[foe].setdefault(large, self._foes[foe].pop(small))

    def groups(self) -> list[list[str]]:
        """The groups, in the order in which the ids were given under whose names they stand."""
        named = {self._name[home]: members for home, members in self._members.items()}
        return [named[one] for one in self._home if one in named]
