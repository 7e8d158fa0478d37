"""What tells two mentions of events by their days: part of the table of `incident_features.py`."""

from __future__ import annotations

from sayso.link.by_name import MONTH
from sayso.link.hanging import follows
from sayso.link.happenings import Happening
from sayso.link.undated import half_the_words, most_words, one_people, shared_names, some_words

DOUBT = 3
"""Days by which a date may be off that the text does not state itself."""


def same_day(a: Happening, b: Happening) -> str | None:
    """both are dated to the same day"""
    return str(a.when) if a.when and b.when and a.when.days == b.when.days == 1 and a.when.first == b.when.first else None


def dates_meet(a: Happening, b: Happening) -> str | None:
    """the dates overlap"""
    if not a.when or not b.when or max(a.when.days, b.when.days) > MONTH or not a.when.overlaps(b.when):
        return None
    return None if same_day(a, b) else f"{a.when}, {b.when}"


def other_date(a: Happening, b: Happening) -> str | None:
    """the dates exclude each other"""
    if not a.when or not b.when or a.when.overlaps(b.when):
        return None
    doubtful = "inferred" in {a.when.basis, b.when.basis} and a.when.gap(b.when) <= DOUBT
    return None if doubtful else f"{a.when}, {b.when}"


def doubtful_date(a: Happening, b: Happening) -> str | None:
    """the dates differ by a few days, and one of them is only inferred"""
    apart = a.when and b.when and not a.when.overlaps(b.when) and not other_date(a, b)
    return f"{a.when}, {b.when}" if apart else None


def same_day_some_words(a: Happening, b: Happening) -> str | None:
    """and told of that day in part in the same words"""
    return some_words(a, b) if a.doc != b.doc and same_day(a, b) else None


def same_day_half_the_words(a: Happening, b: Happening) -> str | None:
    """and told of that day half in the same words or more"""
    return half_the_words(a, b) or most_words(a, b) if a.doc != b.doc and same_day(a, b) else None


def same_day_one_people(a: Happening, b: Happening) -> str | None:
    """and the same kind of people were harmed on that day"""
    return one_people(a, b) if a.doc != b.doc and same_day(a, b) else None


def same_day_names(a: Happening, b: Happening) -> str | None:
    """one is of no listed kind, and the same names stand in what is told of that day"""
    return shared_names(a, b) if a.unlisted != b.unlisted and a.doc != b.doc and same_day(a, b) else None


def same_day_beside(a: Happening, b: Happening) -> str | None:
    """and told right beside each other"""
    return "next words" if same_day(a, b) and (follows(a, b) or follows(b, a)) else None


def known_day(a: Happening, b: Happening) -> str | None:
    """spoken of as known by its day ("the raid of 2 April")"""
    p, q = (one.things | one.titles | one.targets | one.victims for one in (a, b))
    apart = bool(p and q) and p.isdisjoint(q)  # what was struck tells two events of one day apart
    return "definite phrase" if (a.definite or b.definite) and same_day(a, b) and not apart else None


def known_month(a: Happening, b: Happening) -> str | None:
    """spoken of as known by its month ("the takeover in August")"""
    return "definite phrase" if (a.definite or b.definite) and dates_meet(a, b) else None
