"""The word that sums up how an incident stands: the first that holds of a printed list, never a truth score."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records.claim import AUTHOR, Claim
from sayso.records.incident import Status
from sayso.weigh.origins import Folds, counted
from sayso.weigh.pile import Pile
from sayso.weigh.stances import DENIES, YES, denies_own_part, happened


def status_of(pile: Pile, claims: Sequence[Claim], folds: Folds) -> Status:
    """The first that holds (design.md, section 5, rule 7). `retracted` is never found by machine: it needs a person's word."""
    if any(_against_interest(pile, claim) for claim in claims):
        return "conceded"
    stances = {happened(pile, claim) for claim in claims} | {DENIES for claim in claims if denies_own_part(pile, claim)}
    if YES in stances and DENIES in stances:
        return "contested"
    if DENIES in stances:
        return "denied_only"
    if len(_sides(pile, claims, folds)) > 1:
        return "corroborated_cross_side"
    return "corroborated_same_side" if counted(pile, claims, folds)[0] > 1 else "uncorroborated"


def _against_interest(pile: Pile, claim: Claim) -> bool:
    """Whether a party owns up to what it would rather not: its own deed, or one that it answers for. Its victims concede nothing."""
    if claim.act != "concedes" or claim.polarity != "affirms" or claim.kind != "event":
        return False
    victims = {pile.party(who) for slot in claim.slots if slot.name in {"target", "victim"} and (who := pile.actor(claim, slot.actor))}
    return claim.voice.text != AUTHOR and pile.party(pile.voice(claim)) not in victims


def _sides(pile: Pile, claims: Sequence[Claim], folds: Folds) -> set[str]:
    """The known sides of the voices that affirm, each by an origin of its own."""
    by_origin = {folds.near[claim.id]: pile.side(pile.voice(claim)) for claim in claims if happened(pile, claim) == YES}
    return {side for side in by_origin.values() if side}
