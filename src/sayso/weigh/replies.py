"""What one voice says and another turns down right behind: a dispute, also where neither tells of an incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from sayso.lang.rebuttals import COMES, REACH, answers, doubts, names_voice_of, rebuts, turns_down
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind
from sayso.weigh.answers import dispute
from sayso.weigh.pile import Pile
from sayso.weigh.stances import DENIES, YES, denies_who_was_hit, only_told_of_it
from sayso.weigh.tied import in_doc

STRETCH = 1000
"""Code points from the beginning of a claim to that of another within which the one can answer the other."""
ACCUSES, IS_IT_SO, DOUBTS = "accuses", "Is it so?", "doubts it"
TURNS = frozenset({ACCUSES, "denies"})


def stretches(claim: Claim) -> tuple[str, ...]:
    """The stretches of its document in which a claim can answer another; two that begin within one STRETCH have one in common."""
    number = claim.span.start // STRETCH
    return () if claim.kind == "tie" else tuple(f"{in_doc(claim)} {one}" for one in (number, number + 1))


def by_document(pile: Pile) -> Iterable[Sequence[Claim]]:
    """The claims of each document that can answer one another, in their order."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if claim.kind != "tie":
            told[claim.span.doc].append(claim)
    return told.values()


def replies_of(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """What is turned down right behind, of the claims of a document; what a link says a denial denies is left to that link."""
    for number, claim in enumerate(claims):
        language = pile.language(claim)
        before = _rebutted(pile, claims, number) if turns_down(claim, language) else None
        if before := before or _accusation(pile, claims, number):
            yield dispute(pile, before.id, IS_IT_SO, _kind(before), {YES: [before], DENIES: [claim]})
        elif doubted := _doubted(pile, claims, number):
            yield dispute(pile, doubted.id, IS_IT_SO, _kind(doubted), {YES: [doubted], DOUBTS: [claim]})


def _kind(claim: Claim) -> DisputeKind:
    if claim.act == ACCUSES:
        return "responsibility"
    if claim.act in COMES:
        return "outcome"
    return "occurrence" if claim.kind == "event" else "relay"


def _rebutted(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The nearest claim before one that it turns down by its words, unless it is linked to an event, or both tell of one incident."""
    claim, own = claims[number], pile.party(pile.voice(claims[number]))
    if claim.act == DENIES and any(one.span.within(claim.span) and pile.party(pile.voice(one)) != own for one in claims[number + 1 :]):
        return None  # "denied the Front's claim of ten dead": nothing told before
    free = only_told_of_it(pile, claim) and not denies_who_was_hit(pile, claim)
    incident = None if free else pile.linking.incident_of.get(claim.id)
    for before in reversed(claims[:number]):
        if claim.span.start - before.span.start > STRETCH:
            return None
        if rebuts(claim, before, pile.language(claim)) and pile.party(pile.voice(before)) != own:
            together = incident is not None and pile.linking.incident_of.get(before.id) == incident
            told = incident is not None and (claim.kind == "statement" or together)
            charged = before.act == ACCUSES and before.kind == "statement"  # no matrix has it
            answered = answers(claim, before, pile.language(claim)) and not (together and before.kind == "event")
            return before if answered or charged or not told else None
    return None


def _doubted(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The claim by another party that one does not believe: of the voice that it names, close by, else the nearest in the words before."""
    claim, own = claims[number], pile.party(pile.voice(claims[number]))
    near = takewhile(lambda one: claim.span.start - one.span.start <= STRETCH, reversed(claims[:number]))
    others = [one for one in near if pile.party(pile.voice(one)) != own]
    meant = [*(one for one in others if names_voice_of(claim, one)), *others[:1]]
    return next((one for one in meant if doubts(claim, one, pile.language(claim))), None)


def _accusation(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The accusation by another party right before a denial that no link leads to anything else, nothing denied or charged between."""
    claim = claims[number]
    free = only_told_of_it(pile, claim) or not (pile.pointed_at("denies", claim.id) or claim.id in pile.linking.incident_of)
    if claim.act != "denies" or not free:
        return None
    near = (one for one in reversed(claims[:number]) if claim.span.start - one.span.start <= STRETCH)
    before = next((one for one in near if one.act in TURNS), None)
    if before is None or before.act != ACCUSES or not 0 <= claim.span.start - before.span.end <= REACH:
        return None
    return before if pile.party(pile.voice(before)) != pile.party(pile.voice(claim)) else None
