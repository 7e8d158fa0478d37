"""Whether two places are one, or near each other."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import groupby

from sayso.link.names import heard, words
from sayso.records.place import COUNTRY, Place

KM = 60.0
"""Two exact places further apart than this are two places (the setting [link] km of experience.md 4.7)."""
EXACT, DISTRICT, REGION = 2, 3, 4
"""UCDP's where_prec: up to 2 a town, up to 3 a district, up to 4 a province."""
NAMESAKES_KM = 300.0
"""Places of one name that lie nearer to each other are taken for one: each text was asked by itself which of them it means."""

SPOKEN = 5
"""Letters from which on two names of places that are written otherwise may be one name."""
VOWELS_HEARD = str.maketrans({"e": "i", "y": "i", "o": "u"})
"""Vowels that transliterations exchange."""


def holds(wide: Place, place: Place) -> bool:
    """Whether a place is another one or near it, or the country in which it lies."""
    far = km(wide, place) if max(wide.precision, place.precision) != COUNTRY else None
    return wide.id == place.id or (wide.precision == COUNTRY and wide.country == place.country) or (far is not None and far <= KM)


def namesakes_near(one: Place, other: Place) -> bool:
    """Whether two places have one name and, as far as known, lie near each other."""
    same = one.name == other.name or in_one_word(one.name) == in_one_word(other.name)
    if not same and spoken_name(one.name) != spoken_name(other.name):
        return False
    far = km(one, other) if (one.lat, one.lon) != (other.lat, other.lon) else None
    return far <= NAMESAKES_KM if far is not None and same else far is None


@lru_cache(maxsize=1 << 16)
def in_one_word(name: str) -> str:
    """A folded name as one word: "Or Vel" is "Orvel"."""
    return "".join(words(name))


@lru_cache(maxsize=1 << 16)
def spoken_name(name: str) -> str:
    """The name of a place as transliterations have it in common ("Barsoukeh", "Barsuka"); a short one as it is written."""
    written = in_one_word(name)
    told = heard(written.replace("oo", "u")).translate(VOWELS_HEARD).replace("h", "").rstrip("aiu")
    return "".join(letter for letter, _ in groupby(told)) if len(told) >= SPOKEN else written


def km(one: Place, other: Place) -> float | None:
    """Great-circle distance in kilometres; None where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    across = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, across)))


def too_far(one: Place, other: Place) -> str | None:
    """The two places and how far they lie from each other, where that is too far for one event; None if it is not, or not known."""
    if one.id == other.id or max(one.precision, other.precision) > REGION:
        return None
    far, enough = km(one, other), KM if max(one.precision, other.precision) <= EXACT else 5 * KM
    if far is None or far <= enough or namesakes_near(one, other):
        return None
    return f"{one.name}, {other.name}: {far:.0f} km"
