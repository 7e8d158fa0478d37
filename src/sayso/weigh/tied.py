"""What makes two claims go back to one statement: the record of it, and the groups inside which it is looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records.claim import Claim
from sayso.weigh.pile import Pile

PUBLICATION, BODY, ACCOUNT, SPEAKER, BEHIND = "occasion", "body", "account", "speaker", "behind"
HOUSE, NEXT = "house", "next"
STANCE, DEED, HERE, WORK = "stance", "deed", "here", "work"
RETOLD = "retold-"
WORDS, PROMISED, PHRASE, ROW = (f"{RETOLD}{what}" for what in ("words", "promised", "phrase", "row"))
COUNT, ODD, TOLL, PAIR = (f"{RETOLD}{what}" for what in ("count", "odd", "toll", "pair"))
NUMBERED, DENIED, DAY, CALLED, VOW, REWORDED = (f"{RETOLD}{what}" for what in ("numbered", "denied", "day", "called", "vow", "reworded"))
IN_ORDER = (PROMISED, PHRASE, ROW, ODD, TOLL, NUMBERED, DENIED, DAY, CALLED, VOW, REWORDED)
"""Kinds of groups inside which whether two claims are tied hangs on who else is there."""
_INSIDE = (PUBLICATION, BODY, ACCOUNT, SPEAKER, BEHIND, HOUSE, NEXT, STANCE, DEED, HERE, WORK)
GROUPS = (*(f"{kind} " for kind in _INSIDE), RETOLD)
"""How the marks of a claim begin that name groups: with the kind of group, one word."""


def in_doc(claim: Claim) -> str:
    """The document of a claim as its marks name it: they are in their millions, and so much of a SHA-256 no two of a ledger share."""
    return claim.span.doc[:16]


@dataclass(frozen=True, slots=True)
class Tied:
    """Two claims that go back to one statement, why, and whether that is certain."""

    left: str
    right: str
    reason: str
    certain: bool


class Gathered:
    """The claims of a pile by the groups that their marks name, in the order of the pile; who is in a group alone is left out."""

    def __init__(self, pile: Pile, marks: Mapping[str, Iterable[str]]) -> None:
        named: dict[str, list[Claim]] = defaultdict(list)
        for claim in pile.claims.values():
            for mark in marks[claim.id]:
                if mark.startswith(GROUPS):
                    named[mark].append(claim)
        self._of: dict[str, list[Sequence[Claim]]] = defaultdict(list)
        for mark, group in named.items():
            if len(group) > 1:
                self._of[mark.partition(" ")[0]].append(group)

    def of(self, kind: str) -> Iterable[Sequence[Claim]]:
        """All groups of a kind."""
        return self._of.get(kind, ())
