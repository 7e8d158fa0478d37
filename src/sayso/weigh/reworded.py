"""What is told again in another document in most of the same words, in whatever order: of one party, or of voices that may be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise

from sayso.lang.rebuttals import said_in
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.pile import Pile
from sayso.weigh.restated import plain_words
from sayso.weigh.retold import agree, not_apart, numbers_given, party_speaking
from sayso.weigh.tied import ECHOED, GIVEN, REWORDED, Gathered, Tied


@dataclass(frozen=True, slots=True)
class Shared:
    """How much two statements have to share: of the words of the shorter one, and how many words at least."""

    share: float
    least: int


SHARED = {REWORDED: Shared(0.4, 2), ECHOED: Shared(0.6, 4), GIVEN: Shared(0, 0)}
"""What is asked of what one party says, of what anybody says, and of what a party says with the same number.

Of the 16 pairs of claims that came under one origin by their words in 14 hand-made ledgers 12 are of one statement, and none of two that
were made again elsewhere. From two words and .7 on, between any two voices, 15 were of one and 20 of two: parties speak of one event alike.
"""
FIRST = 3
"""Groups of words by which a statement is known again, of each kind: of longer ones the first; by four or eight no more were known."""
FEW = 6
"""Claims from which on the same words are a set phrase, and tie nothing: else much of what a large ledger holds was tied, one after the
other."""


def reworded_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What ties claims of two documents so; never certain, since the same may be said twice."""
    for kind, shared in SHARED.items():
        for group in groups.of(kind):
            pairs = combinations(group, 2) if len(group) < FEW else ()
            fitting = (pair for pair in pairs if pair[0].span.doc != pair[1].span.doc and _fits(pile, *pair, shared))
            yield from (Tied(other.id, one.id, "one statement in most of its words", False) for one, other in fitting)


def reworded_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim can be tied so; whether two are tied hangs on these, and on how many others are there.

    There is one for each two words side by side that a party says of an incident, or of none, one for each three that anybody says of it,
    and one for each of a party's larger numbers that are not round, of whatever incident. Without the incident the groups of words were so
    wide that a change of a large ledger took four times as long.
    """
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return
    words, incident = plain_words(pile.language(claim), said_in(claim)), pile.linking.incident_of.get(claim.id, "")
    if who := _speaker(pile, claim):
        pairs = dict.fromkeys(" ".join(sorted(pair)) for pair in pairwise(words) if pair[0] != pair[1])
        yield from (f"{REWORDED} {who} {incident} {pair}" for pair in list(pairs)[:FIRST])
        yield from dict.fromkeys(f"{GIVEN} {who} {number}" for _, number, is_round in numbers_given(pile, claim) if not is_round)
    threes = dict.fromkeys(zip(words, words[1:], words[2:], strict=False))
    yield from (f"{ECHOED} {incident} {' '.join(sorted(three))}" for three in list(threes)[:FIRST] if len(set(three)) > 2)


def _speaker(pile: Pile, claim: Claim) -> str | None:
    """The party that speaks; of a state, through whose many bodies much is said, the one of them."""
    party = party_speaking(pile, claim)
    return pile.voice(claim) if party and pile.actors[party].kind == "state" else party


def _fits(pile: Pile, one: Claim, other: Claim, shared: Shared) -> bool:
    """Whether two claims share enough words, and nothing speaks against their being one: neither numbers nor days nor who speaks."""
    left, right = (frozenset(plain_words(pile.language(claim), said_in(claim))) for claim in (one, other))
    enough = max(shared.least, shared.share * min(len(left), len(right)))
    if len(left & right) < enough or not not_apart(one, other) or not agree(pile, one, other):
        return False
    days = [slot.when if (slot := claim.slot("when")) else None for claim in (one, other)]
    dated_apart = days[0] and days[1] and not days[0].overlaps(days[1])
    persons = {pile.voice(claim) for claim in (one, other) if _is_person(pile, claim)}
    return not dated_apart and len(persons) < 2


def _is_person(pile: Pile, claim: Claim) -> bool:
    return (voice := pile.voice(claim)) in pile.actors and pile.actors[voice].kind == "person"
