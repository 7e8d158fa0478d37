"""Mentions that tell what came of an event days later: their day is that of the finding or of the news, and not the event's.

"A ferry sank on Sunday. Divers recovered nine bodies on Monday."; "Two of the wounded died in hospital on Tuesday."
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.lang.language import Language
from sayso.link.happenings import Happening
from sayso.link.pointing import says

FURTHER = 1500
"""Code points within which a text goes on with an event: two or three paragraphs."""


def without_later_days(told: Sequence[Happening], language: Language) -> list[Happening]:
    """The mentions of a document in order, those that tell what came of an event before them with that, without their day and a doer."""
    result: list[Happening] = []
    for one in told:
        later = not one.regions and one.polarity == "affirms" and says(one.phrase.quote, "later_on", language)
        event = next((other for other in reversed(result) if _may_go_on(other, one)), None) if later else None
        result.append(one if event is None else _with(one, event.behind if event.harm and event.behind else event.id))
    return result


def _with(one: Happening, event: str) -> Happening:
    """A mention as what came of an event."""
    return msgspec.structs.replace(one, when=None, half=None, agents=frozenset(), doer=False, harm=True, behind=event)


def _may_go_on(event: Happening, one: Happening) -> bool:
    """Whether a text may go on with an event that it tells before a mention."""
    near = 0 <= one.order[1] - event.order[2] <= FURTHER
    return near and event.polarity == "affirms" and not event.lasting and not event.several
