"""What a party tells again in another document in most of the same words, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

from sayso.lang.rebuttals import said_in
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.pile import Pile
from sayso.weigh.restated import plain_words
from sayso.weigh.retold import agree, not_apart, party_speaking
from sayso.weigh.tied import REWORDED, Gathered, Tied

SHARE, LEAST = 0.4, 2
"""Words that two statements share: this part of those of the shorter one, and so many at least."""
FIRST = 3
"""Groups of words by which a statement is known again: of longer ones the first; by four or eight no more were known."""
FEW = 6
"""Claims from which on the same words are a set phrase, and tie nothing: else much of what a large ledger holds was tied, one after the
other."""


def reworded_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What ties claims of two documents so; never certain, since the same may be said twice."""
    for group in groups.of(REWORDED):
        pairs = combinations(group, 2) if len(group) < FEW else ()
        fitting = (pair for pair in pairs if pair[0].span.doc != pair[1].span.doc and _fits(pile, *pair))
        yield from (Tied(other.id, one.id, "one statement in most of its words", False) for one, other in fitting)


def reworded_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim can be tied so; whether two are tied hangs on these, and on how many others are there.

    There is one for each two words side by side that a party says of an incident, or of none. Without the incident the groups of words were
    so wide that a change of a large ledger took four times as long.
    """
    if claim.voice.text == AUTHOR or claim.kind == "tie" or not (who := _speaker(pile, claim)):
        return
    words, incident = plain_words(pile.language(claim), said_in(claim)), pile.linking.incident_of.get(claim.id, "")
    pairs = dict.fromkeys(" ".join(sorted(pair)) for pair in pairwise(words) if pair[0] != pair[1])
    yield from (f"{REWORDED} {who} {incident} {pair}" for pair in list(pairs)[:FIRST])


def _speaker(pile: Pile, claim: Claim) -> str | None:
    """The party that speaks; of a state, through whose many bodies much is said, the one of them."""
    party = party_speaking(pile, claim)
    return pile.voice(claim) if party and pile.actors[party].kind == "state" else party


def _fits(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims share enough words, and nothing speaks against their being one: neither numbers nor days nor who speaks."""
    left, right = (frozenset(plain_words(pile.language(claim), said_in(claim))) for claim in (one, other))
    enough = max(LEAST, SHARE * min(len(left), len(right)))
    if len(left & right) < enough or not not_apart(one, other) or not agree(pile, one, other):
        return False
    days = [slot.when if (slot := claim.slot("when")) else None for claim in (one, other)]
    dated_apart = days[0] and days[1] and not days[0].overlaps(days[1])
    persons = {pile.voice(claim) for claim in (one, other) if _is_person(pile, claim)}
    return not dated_apart and len(persons) < 2


def _is_person(pile: Pile, claim: Claim) -> bool:
    return (voice := pile.voice(claim)) in pile.actors and pile.actors[voice].kind == "person"
