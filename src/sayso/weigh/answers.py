"""A dispute made of its sides: each answer with who holds it and the claims it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.weigh.pile import Pile

MOST_SIDES = 8
"""A dispute with more sides lays nothing side by side: the rarest answers are left to the matrix."""


def dispute(pile: Pile, about: str, question: str, kind: DisputeKind, sides: Mapping[str, Sequence[Claim]]) -> Dispute:
    """A dispute with its sides, the one held by most claims first."""
    largest = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))[:MOST_SIDES]
    shown = tuple(Side(value, _holders(pile, own), tuple(dict.fromkeys(claim.id for claim in own))) for value, own in largest)
    return Dispute(dispute_id(about, question), about, question, kind, shown)


def dispute_id(about: str, question: str) -> str:
    """The id of the dispute on a question about an incident, an actor or a claim."""
    return "d-" + hashlib.sha256(f"{about}\x1f{question}".encode()).hexdigest()[:12]


def _holders(pile: Pile, claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pile.voice(claim) for claim in claims))
