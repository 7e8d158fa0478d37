"""Why an incident was brought about, where parties give different reasons: "in response to the raid", "to derail the talks"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import TELLS, said_in
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import Answer, dispute_told, question_on
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import stems
from sayso.weigh.testimony import Testimony

WHY = question_on("why")
SHOWN = 10
"""Words of a reason that are shown as an answer, and held against those of another."""


def motive_told(pile: Pile, claim: Claim) -> Iterable[Answer]:
    """The reason that a claim gives, in its own words."""
    told = claim.kind == "event" and claim.act in TELLS and claim.polarity == "affirms"
    if told and (reason := _reason(pile.language(claim), said_in(claim))):
        yield WHY, "intent", reason


@lru_cache(maxsize=1 << 14)
def _reason(language: Language, said: str) -> str:
    found = phrases(language, "contrasts", "motives").search(small(said))
    return " ".join([found.group(), *said[found.end() :].split()[:SHOWN]]).strip(' .,;:“”"’') if found else ""


def motive_disputes(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """The reasons of several parties that have no word of their matter in common."""
    given: dict[str, list[Testimony]] = defaultdict(list)
    for one in told:
        for question, _, reason in one.details.appraisals:
            if question == WHY:
                given[reason].append(one)
    others = {reason for pair in combinations(given, 2) if _differ(given, *pair) for reason in pair}
    if others:
        yield dispute_told(incident, WHY, "intent", {reason: own for reason, own in given.items() if reason in others})


def _differ(given: Mapping[str, Sequence[Testimony]], one: str, other: str) -> bool:
    """Whether two reasons are of two parties, and of two matters."""
    left, right = ({told.speaker.party for told in given[reason]} for reason in (one, other))
    return left.isdisjoint(right) and stems(one).isdisjoint(stems(other))
