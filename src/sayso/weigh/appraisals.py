"""What voices make of one incident as a whole: whether it was meant, whether it went as planned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import TELLS, said_in
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import Answer, dispute_told
from sayso.weigh.contrasts import contrasts
from sayso.weigh.motives import WHY
from sayso.weigh.testimony import Testimony


def appraisal_disputes(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """The questions to which two parties give opposite answers."""
    sides: dict[str, dict[str, list[Testimony]]] = defaultdict(lambda: defaultdict(list))
    kinds = {}
    for one in told:
        for question, kind, value in one.details.appraisals:
            if question == WHY:
                continue  # a reason is given in anybody's own words
            kinds[question] = kind
            sides[question][value].append(one)
    for question, by_value in sorted(sides.items()):
        firm = _without_both(by_value)
        if len(firm) > 1 and len({one.speaker.party for own in firm.values() for one in own}) > 1:
            yield dispute_told(incident, question, kinds[question], firm)


def _without_both(by_value: Mapping[str, Sequence[Testimony]]) -> dict[str, list[Testimony]]:
    """The answers without those of voices that give several: of dead soldiers here, and of dead civilians there."""
    voices = Counter(voice for own in by_value.values() for voice in {one.speaker.voice for one in own})
    left = {value: [one for one in own if voices[one.speaker.voice] == 1] for value, own in by_value.items()}
    return {value: own for value, own in left.items() if own}


def appraisals_told(language: Language, claim: Claim) -> tuple[Answer, ...]:
    """What a claim answers to each question, with its kind: one answer alone."""
    told = claim.kind != "tie" and (claim.act in TELLS or claim.act == "denies") and claim.polarity == "affirms"
    return _appraisals(language, said_in(claim), claim.quote) if told else ()


@lru_cache(maxsize=1 << 14)
def _appraisals(language: Language, said: str, quote: str) -> tuple[Answer, ...]:
    plain, found = small(said), []
    for contrast in () if phrases(language, "contrasts", "open").search(plain) else contrasts(language, "appraisals"):
        text = small(quote) if contrast.whole else plain
        values = [value for value, words in contrast.answers if words.search(text)]
        found += [(contrast.question, contrast.kind, values[0])] if len(values) == 1 else []
    return tuple(found)
