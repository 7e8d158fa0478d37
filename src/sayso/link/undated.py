"""What else is looked at in two mentions of events in different texts if one of them gives no day: the rest of the table."""

from __future__ import annotations

from sayso.link.by_name import MONTH, in_one_place
from sayso.link.half_days import fits, known
from sayso.link.happenings import Happening, kinds_near
from sayso.link.judge import Feature
from sayso.link.names import words
from sayso.link.nearness import DISTRICT, REGION, namesakes_near
from sayso.records.when import When

SOON = 3
"""Days within which news tells of an event without its day."""
YEARS = 3 * 365
"""Days after which news that names no day rarely means an event."""
ROUND = 50
"""Multiples of it are estimates, and many events have the same."""
SOME, HALF, MOST = 0.3, 0.5, 0.7
"""Shares of the words of the shorter of two clauses that the other has too."""
FEW = 3
"""Words to which a share is counted at least: two clauses of a word each are not alike for having it."""


def vague(one: Happening) -> bool:
    """Whether it gives no single day."""
    return one.when is None or one.when.days > 1


def loosely(a: Happening, b: Happening) -> bool:
    """Whether words have to tell what days do not: the two stand in different texts, and one gives no day."""
    return a.doc != b.doc and (vague(a) or vague(b))


def told_first(a: Happening, b: Happening) -> str | None:
    """one was told of before the other happened"""
    for one, other in ((a, b), (b, a)):
        if one.when is None and one.told and other.when and other.when.first > one.told.last:
            return f"written {one.told}, {other.when}"
    return None


def told_soon(a: Happening, b: Happening) -> str | None:
    """one is told without a day, in a text of the days after the other"""
    for one, other in ((a, b), (b, a)):
        if one.when is None and other.when and _soon(_written(one), other.when):
            return f"written {one.told}, {other.when}"
    return None


def told_together(a: Happening, b: Happening) -> str | None:
    """both are told without a day, in texts of the same days"""
    if a.when or b.when:
        return None
    p, q = _written(a), _written(b)
    return f"written {p}, {q}" if p and q and p.gap(q) <= SOON else None


def told_apart(a: Happening, b: Happening) -> str | None:
    """one is told without a day and not as known, in a text of more than a month later"""
    for one, other in ((a, b), (b, a)):
        then = other.when or other.told
        if one.when is None and not one.definite and one.told and then and (one.told.first - then.last).days > MONTH:
            return f"written {one.told}, {then}"
    return None


def news_apart(a: Happening, b: Happening) -> str | None:
    """one is told without a day, though as known, in news of more than a month after the news of the other"""
    for one, other in ((a, b), (b, a)):
        p, q = _written(one), _written(other)
        news = other.when is None or (q is not None and _soon(q, other.when))
        if one.when is None and one.definite and p and q and news and (p.first - q.last).days > MONTH:
            return f"written {p}, {q}"
    return None


def told_years_after(a: Happening, b: Happening) -> str | None:
    """one is told without a day, in a text of years later"""
    for one, other in ((a, b), (b, a)):
        if one.when is None and one.told and other.when and (one.told.first - other.when.last).days > YEARS:
            return f"written {one.told}, {other.when}"
    return None


def year_fits(a: Happening, b: Happening) -> str | None:
    """one tells no more than the year or the season, and that of the other"""
    if not a.when or not b.when or max(a.when.days, b.when.days) <= MONTH or not a.when.overlaps(b.when):
        return None
    return f"{a.when}, {b.when}"


def same_half_day(a: Happening, b: Happening) -> str | None:
    """told of the same day of a month, and one of them without the year"""
    return _half_days(a, b, True, True)


def same_weekday(a: Happening, b: Happening) -> str | None:
    """told of the same weekday, and one of them without the date"""
    return _half_days(a, b, True, False)


def other_half_day(a: Happening, b: Happening) -> str | None:
    """told of different weekdays, or days of a month, and one of them without the date"""
    return _half_days(a, b, False, None)


def _half_days(a: Happening, b: Happening, alike: bool, by_date: bool | None) -> str | None:
    if a.half is None and b.half is None:
        return None
    p, q = known(a.half, a.when), known(b.half, b.when)
    if p is None or q is None or fits(p, q) is not alike or by_date not in (None, bool(p.day and q.day)):
        return None
    return f"{p.text}, {q.text}"


def known_place(a: Happening, b: Happening) -> str | None:
    """one is spoken of as known by its town ("the raid on X"), and the other was there"""
    p, q = a.where, b.where
    if not (a.definite or b.definite) or not p or not q or max(p.precision, q.precision) > DISTRICT:
        return None
    return f"{p.name}, {q.name}" if p.id == q.id or namesakes_near(p, q) else None


def known_thing(a: Happening, b: Happening) -> str | None:
    """one is spoken of as known by what it hit ("the town hall bombing"), and the other hit such a thing"""
    shared = a.things & b.things
    return ", ".join(sorted(shared)) if shared and any(one.definite and vague(one) for one in (a, b)) else None


def one_person(a: Happening, b: Happening) -> str | None:
    """done to the same person"""
    shared = a.persons & b.persons
    return ", ".join(sorted(shared)) if shared else None


def killed_once(a: Happening, b: Happening) -> str | None:
    """both tell that he was killed"""
    return one_person(a, b) if kinds_near(a.type, b.type) and a.phrase.fatal and b.phrase.fatal else None


def other_person(a: Happening, b: Happening) -> str | None:
    """done to different persons"""
    if not a.persons or not b.persons or a.persons & b.persons:
        return None
    return f"{', '.join(sorted(a.persons))} / {', '.join(sorted(b.persons))}"


def other_town(a: Happening, b: Happening) -> str | None:
    """in different towns or provinces, and one gives no day"""
    p, q = a.where, b.where
    if (
        not p
        or not q
        or not (vague(a) or vague(b))
        or max(p.precision, q.precision) > REGION
        or a.regions & b.regions
        or p.precision != q.precision
    ):
        return None
    return f"{p.name}, {q.name}"


def one_people(a: Happening, b: Happening) -> str | None:
    """the same kind of people were harmed"""
    shared = a.victims & b.victims
    return ", ".join(sorted(shared)) if shared else None


def shared_names(a: Happening, b: Happening) -> str | None:
    """the same names stand in both clauses"""
    shared = a.phrase.shared_names(b.phrase)
    if shared and in_one_place(a, b):  # that place tells by itself
        shared -= {word for one in (a, b) for place in one.places.values() for word in words(place.name)}
    return ", ".join(sorted(shared)) if shared else None


def one_number(a: Happening, b: Happening) -> str | None:
    """the same unusual number of victims, where days do not tell"""
    return numbers_told(a, b)


def numbers_told(a: Happening, b: Happening) -> str | None:
    """The numbers of victims that both tell, but for round ones of different people: 150 soldiers here, 150 mourners there."""
    others = bool(a.victims and b.victims) and a.victims.isdisjoint(b.victims)
    shared = sorted((name, low) for name, low in a.numbers & b.numbers if not others or low % ROUND)
    return ", ".join(f"{name} {low:g}" for name, low in shared) if shared else None


def some_words(a: Happening, b: Happening) -> str | None:
    """told in part in the same words"""
    return _alike(a, b, SOME, HALF)


def half_the_words(a: Happening, b: Happening) -> str | None:
    """told half in the same words"""
    return _alike(a, b, HALF, MOST)


def most_words(a: Happening, b: Happening) -> str | None:
    """told mostly in the same words"""
    return _alike(a, b, MOST, 2.0)


def _alike(a: Happening, b: Happening, least: float, below: float) -> str | None:
    shared = a.phrase.shared_words(b.phrase)
    share = len(shared) / max(FEW, min(len(a.phrase.words), len(b.phrase.words)))
    return ", ".join(sorted(shared)) if least <= share < below else None


def _written(one: Happening) -> When | None:
    """When its text was written, if that is known to the week."""
    return one.told if one.told and one.told.days <= 2 * SOON + 1 else None


def _soon(written: When | None, when: When) -> bool:
    if written is None or when.days > MONTH or written.last < when.last:
        return False
    return (written.first - when.last).days <= SOON


UNDATED: tuple[Feature[Happening], ...] = (
    Feature(told_soon, 1.5),
    Feature(told_together, 1.0),
    Feature(told_apart, -3.0),
    Feature(news_apart, -1.5),
    Feature(told_years_after, -2.0),
    Feature(year_fits, 1.0, both=("when",)),
    Feature(same_half_day, 3.0, either=("half",)),
    Feature(same_weekday, 1.5, either=("half",)),
    Feature(other_half_day, -4.0, either=("half",)),
    Feature(known_place, 1.0, both=("where",), either=("definite",)),
    Feature(known_thing, 2.75, both=("things",), either=("definite",)),
    Feature(one_person, 1.5, both=("persons",)),
    Feature(other_person, -2.0, both=("persons",)),
    Feature(one_people, 1.5, both=("victims",)),
    Feature(shared_names, 1.0),
    Feature(one_number, 1.0, both=("numbers",)),
    Feature(some_words, 1.5),
    Feature(half_the_words, 2.5),
    Feature(most_words, 3.5),
)
"""What is looked at in two mentions for which `loosely` holds, beside FEATURES, and what it weighs."""
