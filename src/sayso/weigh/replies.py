"""An accusation and the denial right behind it: a dispute, though neither tells of an incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute
from sayso.weigh.pile import Pile
from sayso.weigh.stances import DENIES, YES, only_told_of_it

REACH = 250
"""Code points between the end of an accusation and a denial that answers it: the next sentence or two, past a short quotation."""
ACCUSES, IS_IT_SO = "accuses", "Is it so?"
TURNS = frozenset({ACCUSES, "denies"})


def reply_key(claim: Claim) -> str | None:
    """Inside which document a claim can accuse or answer an accusation; None where it does neither."""
    return claim.span.doc if claim.act in TURNS and claim.kind != "tie" else None


def replies_of(pile: Pile) -> Iterable[Dispute]:
    """The accusations of a pile that are denied right behind."""
    turns: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if key := reply_key(claim):
            turns[key].append(claim)
    for claims in turns.values():
        yield from replies(pile, claims)


def replies(pile: Pile, turns: Sequence[Claim]) -> Iterable[Dispute]:
    """The disputes of one document's accusations and denials, in their order; what a link says a denial denies is left to that link."""
    for number, claim in enumerate(turns):
        before = turns[number - 1] if number else None
        if before and claim.act == "denies" and _answers(pile, before, claim):
            yield dispute(pile, before.id, IS_IT_SO, "responsibility", {YES: [before], DENIES: [claim]})


def _answers(pile: Pile, accusation: Claim, denial: Claim) -> bool:
    """Whether a denial that no link leads to anything else stands right behind an accusation by another party."""
    near = 0 <= denial.span.start - accusation.span.end <= REACH
    free = only_told_of_it(pile, denial) or (not pile.pointed_at("denies", denial.id) and denial.id not in pile.linking.incident_of)
    parties = {pile.party(pile.voice(claim)) for claim in (accusation, denial)}
    return accusation.act == ACCUSES and near and free and len(parties) > 1
