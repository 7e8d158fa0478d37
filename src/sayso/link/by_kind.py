"""What tells two mentions of events by the kind of event that they tell: part of the table of `incident_features.py`."""

from __future__ import annotations

from functools import cache

from sayso.link.hanging import EXPLAINED, follows
from sayso.link.happenings import Happening, kinds_near
from sayso.records.vocabulary import OTHER, vocabulary

IMPACT = "impact"
"""The family of types that are near only because what struck is often told in two ways."""
GROUND = "territory"
"""The family of types of which some tell that ground changed hands."""
TAKEN_GROUND, RETAKEN_GROUND = "non_state_actor_overtakes_territory", "government_regains_territory"
"""The two types that are opposites in it."""


def same_type(a: Happening, b: Happening) -> str | None:
    """both tell of the same kind of event"""
    return a.type if a.type == b.type and (a.type != OTHER or not told_otherwise(a, b)) else None


def told_otherwise(a: Happening, b: Happening) -> str | None:
    """of no kind that is listed, and told in other words"""
    if not (a.unlisted and b.unlisted) or follows(a, b, EXPLAINED) or follows(b, a, EXPLAINED):
        return None
    return None if a.phrase.shared_words(b.phrase) else "no word in common"


def near_type(a: Happening, b: Happening) -> str | None:
    """the kinds of event are near to each other"""
    return f"{a.type}, {b.type}" if a.type != b.type and kinds_near(a.type, b.type) and OTHER not in (a.type, b.type) else None


def no_kind(a: Happening, b: Happening) -> str | None:
    """one is of no listed kind, and may be any"""
    return f"{a.type}, {b.type}" if a.unlisted != b.unlisted else None


def shell_or_bomb(a: Happening, b: Happening) -> str | None:
    """one tells of a shell, the other of a bomb: two events, unless much else says that accounts differ"""
    return f"{a.type}, {b.type}" if a.type != b.type and {a.type, b.type} <= _impacts() else None


def ground_or_violence(a: Happening, b: Happening) -> str | None:
    """one tells that ground changed hands, the other only of violence"""
    return f"{a.type}, {b.type}" if (a.type in _grounds()) != (b.type in _grounds()) else None


def taken_or_retaken(a: Happening, b: Happening) -> str | None:
    """one tells that an armed group took ground, the other that a state took it back"""
    return f"{a.type}, {b.type}" if {a.type, b.type} == {TAKEN_GROUND, RETAKEN_GROUND} else None


@cache
def _grounds() -> frozenset[str]:
    """The types that tell of ground alone, and of no violence."""
    family = frozenset(vocabulary().families[GROUND].types)
    return frozenset(one for one in family if list(vocabulary().families_of(one)) == [GROUND])


@cache
def _impacts() -> frozenset[str]:
    return frozenset(vocabulary().families[IMPACT].types)


def other_type(a: Happening, b: Happening) -> str | None:
    """the kinds of event are different"""
    return None if kinds_near(a.type, b.type) else f"{a.type}, {b.type}"
