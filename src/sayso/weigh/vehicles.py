"""In what a bomb was hidden, where voices tell of one incident that it was a car, a bus or a truck."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.incident import Incident
from sayso.weigh.answers import dispute
from sayso.weigh.pile import Pile
from sayso.weigh.stances import ascribes

IN_WHAT = "In what vehicle?"


def vehicle_disputes(pile: Pile, incident: Incident, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """Who says that the bomb was in another vehicle than somebody else does."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if ascribes(claim) and (vehicle := vehicle_told(pile.language(claim), claim.quote)):
            told[vehicle].append(claim)
    voices = [{pile.voice(claim) for claim in own} for own in told.values()]
    if len(told) > 1 and any(one - other and other - one for one in voices for other in voices):
        yield dispute(pile, incident.id, IN_WHAT, "kind", told)


@lru_cache(maxsize=1 << 14)
def vehicle_told(language: Language, quote: str) -> str | None:
    """The one kind of vehicle of which words tell that a bomb was in it; None where they tell of none, or of several."""
    text = small(quote)
    found = {match["kind"] for pattern in _patterns(language) for match in pattern.finditer(text)}
    kinds = {kind for kind, words in language.rules("contrasts")["vehicles"].items() for word in found if word in words}
    return next(iter(kinds)) if len(kinds) == 1 else None


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """The phrases of the table, in which VEHICLE stands for all words for one."""
    table = language.rules("contrasts")
    words = any_like(word for own in table["vehicles"].values() for word in own)
    return tuple(re.compile(rf"\b{phrase.replace('VEHICLE', f'(?P<kind>{words})')}") for phrase in table["in_vehicle"])
