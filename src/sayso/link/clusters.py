"""Groups that grow by joining, and never bring together what must stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import product

Apart = Callable[[str, str], bool]


class Clusters:
    """A partition of ids; `apart` tells of two ids whether they may never stand in one group (complete link).

    `face` gives all of an id that `apart` looks at, if several ids may look the same to it: it is asked once for two faces, so that work
    grows with how many faces a group has and not with how many members.
    """

    def __init__(self, ids: Iterable[str], apart: Apart, face: Callable[[str], Hashable] = str) -> None:
        self._members: dict[str, list[str]] = {one: [one] for one in ids}
        self._home: dict[str, str] = {one: one for one in self._members}
        self._name: dict[str, str] = dict(self._home)
        self._faces: dict[str, dict[Hashable, str]] = {one: {face(one): one} for one in self._members}
        self._foes: dict[str, set[str]] = defaultdict(set)
        self._apart = apart
        self._asked: dict[tuple[Hashable, Hashable], bool] = {}

    def members(self, one: str) -> list[str]:
        """All that stand with this one, itself included."""
        return self._members[self._home[one]]

    def together(self, one: str, other: str) -> bool:
        """Whether the two stand in one group."""
        return self._home[one] == self._home[other]

    def join(self, left: str, right: str, apart: Apart | None = None) -> bool:
        """Bring the groups of two ids together, unless two of their members must stay apart; whether they are together now.

        `apart` is what a person's word is held against, in place of what the rules forbid.
        """
        here, there = self._home[left], self._home[right]
        if here == there:
            return True
        if apart and any(apart(a, b) for a in self._members[here] for b in self._members[there]):
            return False
        if not apart and self._forbidden(here, there):
            return False
        self._unite(here, there)
        return True

    def _forbidden(self, here: str, there: str) -> bool:
        """Whether the rules part two groups; once they do, they do so for good, as groups only grow."""
        if there not in self._foes[here] and any(
            self._ask(*pair) for pair in product(self._faces[here].items(), self._faces[there].items())
        ):
            self._foes[here].add(there)
            self._foes[there].add(here)
        return there in self._foes[here]

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
        self._faces[large] = self._faces.pop(small) | self._faces[large]
        for foe in self._foes.pop(small, ()):
            self._foes[foe].remove(small)
            self._foes[foe].add(large)
            self._foes[large].add(foe)

    def groups(self) -> list[list[str]]:
        """The groups, in the order in which the ids were given under whose names they stand."""
        named = {self._name[home]: members for home, members in self._members.items()}
        return [named[one] for one in self._home if one in named]
