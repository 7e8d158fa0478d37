"""In what a bomb was hidden, where voices tell of one incident that it was a car, a bus or a truck."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute_told, question_on
from sayso.weigh.testimony import Testimony

IN_WHAT = question_on("in_what_vehicle")


def vehicle_disputes(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """Who says that the bomb was in another vehicle than somebody else does."""
    by_kind: dict[str, list[Testimony]] = defaultdict(list)
    for one in told:
        if one.details.vehicle:
            by_kind[one.details.vehicle].append(one)
    voices = [{one.speaker.voice for one in own} for own in by_kind.values()]
    if len(by_kind) > 1 and any(one - other and other - one for one in voices for other in voices):
        yield dispute_told(incident, IN_WHAT, "kind", by_kind)


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
