"""What is told again in another document in most of the same words, in whatever order: of one party, or of voices that may be one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sayso.lang.rebuttals import said_in
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.pile import Pile
from sayso.weigh.restated import plain_words
from sayso.weigh.retold import agree, not_apart, of_a_day, party_speaking
from sayso.weigh.tied import ECHOED, REWORDED, Gathered, Tied

OWN, ANYBODY, LEAST_BY_ANYBODY = 0.4, 0.6, 4
"""Share of the shorter statement's words that the longer one has too, from which on both are one: of one party's, and of anybody's; and how
many words these have to be.

Of the 16 pairs of claims that came under one origin by these in 14 hand-made ledgers 12 are of one statement, and none of two that were
made again elsewhere. From two words and .7 on, between any two voices, 15 were of one and 20 of two: parties speak of one event alike.
"""

FIRST = 4
"""Groups of words by which a statement is known again, of each kind: of longer ones the first; by eight no more were known."""


def reworded_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What ties claims of two documents so; never certain, since the same may be said twice."""
    for kind, share, least in ((REWORDED, OWN, 2), (ECHOED, ANYBODY, LEAST_BY_ANYBODY)):
        for group in groups.of(kind):  # in the order of days only neighbours have to be looked at
            near = pairwise(sorted(group, key=of_a_day))
            apart = (pair for pair in near if pair[0].span.doc != pair[1].span.doc)
            yield from (
                Tied(two.id, one.id, "one statement in most of its words", False)
                for one, two in apart
                if _fits(pile, one, two, share, least)
            )


def reworded_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim can be tied so; whether two are tied hangs on these, and on who stands between.

    There is one for each two words side by side that a party says, and one for each three that anybody says.
    """
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return
    words = plain_words(pile.language(claim), said_in(claim))
    if who := _speaker(pile, claim):
        pairs = dict.fromkeys(" ".join(sorted(pair)) for pair in pairwise(words) if pair[0] != pair[1])
        yield from (f"{REWORDED} {who} {pair}" for pair in list(pairs)[:FIRST])
    threes = dict.fromkeys(zip(words, words[1:], words[2:], strict=False))
    yield from (f"{ECHOED} {' '.join(sorted(three))}" for three in list(threes)[:FIRST] if len(set(three)) > 2)


def _speaker(pile: Pile, claim: Claim) -> str | None:
    """The party that speaks; of a state, through whose many bodies much is said, the one of them."""
    party = party_speaking(pile, claim)
    return pile.voice(claim) if party and pile.actors[party].kind == "state" else party


def _fits(pile: Pile, one: Claim, other: Claim, share: float, least: int) -> bool:
    """Whether most words of the shorter of two claims stand in the other, and neither their numbers, days nor speakers speak against it."""
    left, right = (frozenset(plain_words(pile.language(claim), said_in(claim))) for claim in (one, other))
    if len(left & right) < max(least, share * min(len(left), len(right))) or not not_apart(one, other) or not agree(pile, one, other):
        return False
    incidents = {pile.linking.incident_of.get(claim.id) for claim in (one, other)} - {None}
    days = [slot.when if (slot := claim.slot("when")) else None for claim in (one, other)]
    dated_apart = days[0] and days[1] and not days[0].overlaps(days[1])
    persons = {pile.voice(claim) for claim in (one, other) if _is_person(pile, claim)}
    return not dated_apart and len(persons) < 2 and len(incidents) < 2


def _is_person(pile: Pile, claim: Claim) -> bool:
    return (voice := pile.voice(claim)) in pile.actors and pile.actors[voice].kind == "person"
