"""Groups that grow by joining, and never bring together what must stay apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Clusters:
    """A partition of ids; `apart` tells of two ids whether they may never stand in one group (complete link)."""

    def __init__(self, ids: Iterable[str], apart: Callable[[str, str], bool]) -> None:
        self._members: dict[str, list[str]] = {one: [one] for one in ids}
        self._home: dict[str, str] = {one: one for one in self._members}
        self._apart = apart

    def home(self, one: str) -> str:
        """The first id of the group in which this one stands."""
        return self._home[one]

    def members(self, one: str) -> list[str]:
        """All that stand with this one, itself included."""
        return self._members[self._home[one]]

    def join(self, left: str, right: str, apart: Callable[[str, str], bool] | None = None) -> bool:
        """Bring the groups of two ids together, unless two of their members must stay apart; whether they are together now.

        `apart` is what a person's word is held against, in place of what the rules forbid.
        """
        here, there = self._home[left], self._home[right]
        if here == there:
            return True
        parted = apart or self._apart
        if any(parted(a, b) for a in self._members[here] for b in self._members[there]):
            return False
        for one in self._members.pop(there):
            self._members[here].append(one)
            self._home[one] = here
        return True

    def groups(self) -> list[list[str]]:
        """The groups, in the order in which their first ids were given."""
        return list(self._members.values())
