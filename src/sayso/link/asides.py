"""What a text tells in one breath with an event: of another kind, with neither day nor place, right behind it in its paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.happenings import Happening
from sayso.link.layout import Layout
from sayso.records.vocabulary import vocabulary

PASSAGE = 500
"""Code points behind an event within which, in its paragraph, what is told goes on with it."""


def without_asides(told: Sequence[Happening], layout: Layout) -> list[Happening]:
    """The mentions of events in a text that are incidents: what was burned in a raid, who fled and what flew are told of the raid.

    Such words are no mention of an incident; `link/course.py` puts them to the event, as it does with words that tell none.
    """
    kept, last = list[Happening](), None
    for one in told:
        if last is None or one.spoken or not _is_aside(one, last, layout):
            kept.append(one)
            last = one if opens(one) else last
    return kept


def _is_aside(one: Happening, event: Happening, layout: Layout) -> bool:
    start = one.order[1]
    alone = not (one.anchored or one.elsewhere or one.antecedent or one.behind or one.lead)
    near = layout.paragraph(start) == layout.paragraph(event.order[1]) and 0 <= start - event.order[2] <= PASSAGE
    return alone and near and vocabulary().incident_types[one.type].physical and not vocabulary().near(one.type, event.type)


def opens(one: Happening) -> bool:
    """Whether the words behind it may go on with it: an event on the ground with its day or place, that took place."""
    return (one.anchored or one.spoken) and took_place(one)


def took_place(one: Happening) -> bool:
    """Whether it is told as a single event on the ground that was, and not as one before what the text tells."""
    return one.polarity == "affirms" and not (one.lasting or one.earlier) and vocabulary().incident_types[one.type].physical
