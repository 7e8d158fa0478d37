"""For whom a person speaks, as far as the texts themselves say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.link.names import fold
from sayso.records.claim import Claim

if TYPE_CHECKING:
    from sayso.link.named import Named

SPEAKS_FOR = ("spokesperson_for", "represents", "holds_office", "leads", "deputy_of", "part_of")
"""Ties by which a voice is one of another's voices, the closest first."""
BODIES = frozenset({"person", "government_body", "media"})
"""Who can speak for another: a wing or an affiliate of an armed group speaks for itself."""


def told_parties(named: Sequence[Named], claims: Iterable[Claim]) -> dict[str, str]:
    """For each key of a name that its text ties to another as its voice, the key of that other."""
    by_name = {one.name: one for one in named}
    by_fold = {one.folded: one for one in sorted(named, key=lambda one: one.name)}
    best: dict[str, tuple[int, int, str]] = {}
    for claim in claims:
        subject, other = claim.slot("subject"), claim.slot("object")
        if claim.kind != "tie" or claim.verb not in SPEAKS_FOR or not (subject and subject.actor and other):
            continue
        left = by_name.get(subject.actor)
        right = by_name.get(other.actor) if other.actor else by_fold.get(fold(other.text))
        if left and right and left != right and left.kind in BODIES:
            offer = (SPEAKS_FOR.index(claim.verb), claim.span.start, right.key)
            best[left.key] = min(best.get(left.key, offer), offer)
    return {left: right for left, (_, _, right) in best.items()}
