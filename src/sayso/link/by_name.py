"""What tells two mentions of events by the names that either text uses for its event alone (`own_names.py`)."""

from __future__ import annotations

from sayso.link.doers import other_agent
from sayso.link.happenings import LARGE, Happening, ids_of
from sayso.link.judge import Feature
from sayso.link.nearness import DISTRICT, namesakes_near

MONTH = 31
"""Days: a longer interval says too little of when to compare two mentions by it alone."""


def in_one_place(a: Happening, b: Happening) -> bool:
    """Whether two mentions tell of one town or province."""
    if a.regions.isdisjoint(b.regions) or not (a.places and b.places):
        return not a.regions.isdisjoint(b.regions)
    return any(p.id == q.id or namesakes_near(p, q) for p in a.places.values() for q in b.places.values())


def own_name(a: Happening, b: Happening) -> str | None:
    """a name stands in both that either text uses for this event alone"""
    names = _own(a, b)
    return _told(a, b, names) if names and _days_tell(a, b) and not in_one_place(a, b) else None


def own_name_alone(a: Happening, b: Happening) -> str | None:
    """a name stands in both that either text uses for this event alone, though a day is not known"""
    names = _own(a, b)
    return _told(a, b, names) if names and not _days_tell(a, b) and not in_one_place(a, b) else None


def own_town(a: Happening, b: Happening) -> str | None:
    """in the same place, and either text uses its name for this event alone"""
    names = _own(a, b)
    return _told(a, b, names) if names and in_one_place(a, b) and (_days_tell(a, b) or _town_tells(a, b)) else None


def hinted_name(a: Happening, b: Happening) -> str | None:
    """a name stands before one in its paragraph, and in or before the other, that either text uses for this event alone"""
    hinted = a.hinted or b.hinted
    return _told(a, b, ((a.own | a.hinted) & (b.own | b.hinted)) - _own(a, b)) if hinted and _days_tell(a, b) else None


def _own(a: Happening, b: Happening) -> frozenset[str]:
    return a.own & b.own


def _told(a: Happening, b: Happening, names: frozenset[str]) -> str | None:
    """Names as they are told, of two texts."""
    return ", ".join(sorted(names)) if names and a.doc != b.doc else None


def _town_tells(a: Happening, b: Happening) -> bool:
    """Whether two mentions of one place share more than a province, where much happens, and nobody is said to have done only one."""
    return not _towns(a).isdisjoint(_towns(b)) and not other_agent(a, b)


def _towns(one: Happening) -> frozenset[str]:
    """Its regions, but those that are known to be no smaller than a province."""
    if one.places:
        return frozenset(ident for place in one.places.values() if place.precision <= DISTRICT for ident in ids_of(place))
    return frozenset() if any(spot.startswith(LARGE) for spot in one.spots) else one.spots


def _days_tell(a: Happening, b: Happening) -> bool:
    """Whether it is known that both were, or were told of, within a month: over the years many events are told with the same names."""
    p, q = a.when or a.told, b.when or b.told
    return bool(p and q and (p.overlaps(q) or p.gap(q) <= MONTH))


BY_NAME: tuple[Feature[Happening], ...] = (
    Feature(own_name, 3.0, both=("own",)),
    Feature(own_name_alone, 1.0, both=("own",)),
    Feature(own_town, 1.0, both=("own",)),
    Feature(hinted_name, 2.5, either=("hinted",)),
)
"""What these weigh: part of the table of `incident_features.py`. Where no day tells, set on eight ledgers of news, most without dates."""
