"""A dispute made of its sides: each answer with who holds it and the claims it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.records.vocabulary import vocabulary
from sayso.weigh.pile import Pile
from sayso.weigh.testimony import Testimony

MOST_SIDES = 8
"""A dispute with more sides lays nothing side by side: the rarest answers are left to the matrix."""

Answer = tuple[str, DisputeKind, str]
"""A question, its kind, and what is answered."""


def question_on(key: str, **names: str) -> str:
    """The question under a key of the vocabulary's `disputed`, with these names in it."""
    return vocabulary().disputed[key].format(**names)


def dispute(pile: Pile, about: str, question: str, kind: DisputeKind, sides: Mapping[str, Sequence[Claim]]) -> Dispute:
    """A dispute with its sides, the one held by most claims first."""
    return laid_out(about, question, kind, [side_of(pile, value, own) for value, own in sides.items()])


def dispute_told(about: str, question: str, kind: DisputeKind, sides: Mapping[str, Sequence[Testimony]]) -> Dispute:
    """The same of the testimonies that give each answer."""
    return laid_out(about, question, kind, [_told(value, own) for value, own in sides.items()])


def _told(value: str, told: Sequence[Testimony]) -> Side:
    return Side(value, tuple(dict.fromkeys([one.speaker.voice for one in told])), tuple(dict.fromkeys([one.claim for one in told])))


def laid_out(about: str, question: str, kind: DisputeKind, sides: Iterable[Side]) -> Dispute:
    """The same of sides that are made already."""
    largest = sorted(sides, key=lambda side: (-len(side.claims), side.value))[:MOST_SIDES]
    return Dispute(dispute_id(about, question), about, question, kind, tuple(largest))


def side_of(pile: Pile, value: str, claims: Sequence[Claim]) -> Side:
    """One answer with the claims that give it, each once."""
    return Side(value, tuple(dict.fromkeys(pile.voice(claim) for claim in claims)), tuple(dict.fromkeys(claim.id for claim in claims)))


def dispute_id(about: str, question: str) -> str:
    """The id of the dispute on a question about an incident, an actor or a claim."""
    return "d-" + hashlib.sha256(f"{about}\x1f{question}".encode()).hexdigest()[:12]
