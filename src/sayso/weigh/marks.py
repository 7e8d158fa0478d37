"""The marks that a claim bears: the names of all groups whose rows it can change, and of the actors that it names."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records.claim import Claim
from sayso.weigh.answers import dispute_id
from sayso.weigh.disputes import questions_across, questions_beside
from sayso.weigh.fates import tells_fate
from sayso.weigh.origins import groups_of
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import awaited_by, pledge_groups
from sayso.weigh.replies import stretches
from sayso.weigh.told import figure_id, numbers_told, tie_ends

FIGURE, TIE, DISPUTE, PLEDGE, REPLY, FATE = "figure ", "tie ", "dispute ", "pledge ", "reply ", "fate "
"""How the marks of rows begin; then comes the key of the row, the group of pledges, a stretch of a document, or what a claim tells of."""
ROWS = (FIGURE, TIE, DISPUTE, PLEDGE, REPLY, FATE)
AWAITS = "awaits "
"""How the marks of pledges begin by which the claims are found that bear the mark FATE with the same behind it."""


def marks_of(pile: Pile, claim: Claim, named: Iterable[str | None]) -> tuple[str, ...]:
    """All marks of a claim that names these actors, sorted. Of what it denies the pile has to hold as much as there is."""
    told = (*map(actor_mark, filter(None, named)), *map(denied_mark, pile.pointed_at("denies", claim.id)))
    return tuple(sorted({*groups_of(pile, claim), *_rows(pile, claim), *told}))


def _rows(pile: Pile, claim: Claim) -> Iterable[str]:
    """The marks of the rows beside its incident and its origin that rest on a claim."""
    yield from lasting(pile, claim)
    if claim.kind == "event":
        yield from _figures(pile, claim)
    yield from _disputes(questions_across(pile, claim))
    yield from pledge_groups(pile, claim)
    yield from (REPLY + inside for inside in stretches(claim))
    yield from (FATE + matter for matter in tells_fate(pile, claim))
    yield from (AWAITS + matter for matter in awaited_by(pile, claim))


def lasting(pile: Pile, claim: Claim) -> Iterable[str]:
    """The marks of those of these rows to which a claim gives the same whatever incident it is of."""
    if claim.kind != "event":
        yield from _figures(pile, claim)
    if ends := tie_ends(pile, claim):
        yield TIE + "\x1f".join(ends)
    yield from _disputes(questions_beside(pile, claim))


def _figures(pile: Pile, claim: Claim) -> Iterable[str]:
    return (FIGURE + figure_id(key) for key, _ in numbers_told(pile, claim))


def _disputes(asked: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (DISPUTE + dispute_id(about, question) for about, question in asked)


def names_of(claim: Claim, inside: Iterable[str]) -> list[str]:
    """All names of a claim whose actors weighing asks for, sorted; `inside` are those of the mentions in it that are asked for."""
    voices = (voice.name for voice in claim.voices[:2])
    return sorted({name for name in (*voices, *(slot.actor for slot in claim.slots), *inside) if name})


def actor_mark(who: str) -> str:
    """What the claims bear that name an actor."""
    return f"actor {who}"


def denied_mark(claim: str) -> str:
    """What the claims bear that deny a claim."""
    return f"denies {claim}"


def leans_on(pile: Pile, who: str) -> tuple[str, ...]:
    """The other actors, sorted, that tell whose party, side and camp an actor is; also those that are not there (yet)."""
    chain, voice = [who], who
    while voice in pile.actors and (voice := pile.actors[voice].party or voice) not in chain:
        chain.append(voice)
    camps = {f"a-{side}" for one in chain if (side := pile.side(one))}
    return tuple(sorted({*chain, *camps} - {who}))
