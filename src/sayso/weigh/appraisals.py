"""What voices make of one incident as a whole: whether it was meant, whether it went as planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import TELLS, said_in
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind
from sayso.weigh.answers import dispute_told
from sayso.weigh.contrasts import contrasts
from sayso.weigh.testimony import Testimony


def appraisal_disputes(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """The questions to which two parties give opposite answers."""
    sides: dict[str, dict[str, list[Testimony]]] = defaultdict(lambda: defaultdict(list))
    kinds = {}
    for one in told:
        for question, kind, value in one.details.appraisals:
            kinds[question] = kind
            sides[question][value].append(one)
    for question, by_value in sorted(sides.items()):
        if len(by_value) > 1 and len({one.speaker.party for own in by_value.values() for one in own}) > 1:
            yield dispute_told(incident, question, kinds[question], by_value)


def appraisals_told(language: Language, claim: Claim) -> tuple[tuple[str, DisputeKind, str], ...]:
    """What a claim answers to each question, with its kind: one answer alone."""
    told = claim.kind != "tie" and (claim.act in TELLS or claim.act == "denies") and claim.polarity == "affirms"
    return _appraisals(language, said_in(claim)) if told else ()


@lru_cache(maxsize=1 << 14)
def _appraisals(language: Language, said: str) -> tuple[tuple[str, DisputeKind, str], ...]:
    plain, found = small(said), []
    for contrast in () if phrases(language, "contrasts", "open").search(plain) else contrasts(language, "appraisals"):
        values = [value for value, words in contrast.answers if words.search(plain)]
        found += [(contrast.question, contrast.kind, values[0])] if len(values) == 1 else []
    return tuple(found)
