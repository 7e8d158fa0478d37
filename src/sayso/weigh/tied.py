"""What makes two claims go back to one statement: the record of it, and the groups inside which it is looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.records.claim import Claim
from sayso.weigh.pile import Pile


@dataclass(frozen=True, slots=True)
class Tied:
    """Two claims that go back to one statement, why, and whether that is certain."""

    left: str
    right: str
    reason: str
    certain: bool


def grouped(pile: Pile, groups_told: Callable[[Pile, Claim], Iterable[str]]) -> Iterable[list[Claim]]:
    """The claims that are of one group, in the order of the pile."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        for group in groups_told(pile, claim):
            groups[group].append(claim)
    return groups.values()
