"""For whom a person speaks, as far as the texts themselves say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.link.named import Named
from sayso.link.names import fold
from sayso.records.claim import Finding
from sayso.records.worked_out import mention_key

SPEAKS_FOR = ("spokesperson_for", "represents", "holds_office", "leads", "deputy_of", "part_of")
"""Ties by which a voice is one of another's voices, the closest first."""
BODIES = frozenset({"person", "government_body", "media"})
"""Who can speak for another: a wing or an affiliate of an armed group speaks for itself."""


def told_parties(named: Sequence[Named], findings: Mapping[str, Finding]) -> dict[str, str]:
    """For each key of a name that a text ties to another as its voice, the key of that other."""
    by_key = {one.key: one for one in named}
    by_fold = {(one.doc, one.folded): one.key for one in named}
    best: dict[str, tuple[int, int, str]] = {}
    for doc in sorted(findings):
        for claim in findings[doc].claims:
            subject, other = claim.slot("subject"), claim.slot("object")
            if claim.kind != "tie" or claim.verb not in SPEAKS_FOR or not (subject and subject.actor and other):
                continue
            left = mention_key(doc, subject.actor)
            right = mention_key(doc, other.actor) if other.actor else by_fold.get((doc, fold(other.text)), "")
            if left in by_key and right in by_key and left != right and by_key[left].kind in BODIES:
                offer = (SPEAKS_FOR.index(claim.verb), claim.span.start, right)
                best[left] = min(best.get(left, offer), offer)
    return {left: right for left, (_, _, right) in best.items()}
