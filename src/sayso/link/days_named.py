"""The days and months that words name, and whether they are others than those of an event: "On 9 May the bridge …", "in March"."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from functools import cache, lru_cache

from sayso.lang.language import Language, language_of
from sayso.records.claim import Claim
from sayso.records.when import When

FRONT = 30
"""Code points within which a day stands in front of what was on it."""
SHORT = 3
"""Days of the longest interval that another day is compared with."""
MONTH = 31
"""The same of one that another month is compared with."""
Day = tuple[int, int]
"""Month and day."""


@cache
def _pattern(code: str) -> tuple[re.Pattern[str], dict[str, int]]:
    months = language_of(code).rules("months")
    forms = {name: number for number, name in months["names"].items()}
    forms |= {form: number for number, short in months["short"].items() for form in short.split("|")}
    any_month = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"\b(?:({any_month})\.?\s+(\d{{1,2}})|(\d{{1,2}})(?:[a-z]{{2}})?\s+(?:[a-z]+\s+)?({any_month}))\b"), forms


def fronted_day(quote: str, language: Language) -> Day | None:
    """The month and day with which words begin, if they do."""
    pattern, forms = _pattern(language.code)
    found = pattern.search(quote, 0, FRONT)
    return (forms[found[1] or found[4]], int(found[2] or found[3])) if found else None


@lru_cache(maxsize=1024)  # words are held against each event of their text
def days_in(quote: str, language: Language) -> frozenset[Day]:
    """Each month and day that words name."""
    pattern, forms = _pattern(language.code)
    return frozenset((forms[found[1] or found[4]], int(found[2] or found[3])) for found in pattern.finditer(quote))


def is_another(day: Day, when: When | None) -> bool:
    """Whether a month and day are none of an event's, nor beside it: accounts of one night differ by a day."""
    if when is None or when.days > SHORT:  # what was on another day may well be what followed
        return False
    days = (when.first + timedelta(ahead) for ahead in range(-1, when.days + 1))
    return day not in {(one.month, one.day) for one in days}


def other_days(claim: Claim, whens: Collection[When], language: Language) -> frozenset[Day]:
    """The days that a claim names, none of them as that on which it is said, if all of them are others than those of an event."""
    days = frozenset(day for day in days_in(claim.quote, language) if claim.said is None or is_another(day, claim.said))
    return days if whens and all(is_another(day, when) for day in days for when in whens) else frozenset()


@cache
def _months(code: str) -> re.Pattern[str]:
    """A month without a day behind a word in small letters: "in March"."""
    return re.compile(rf"\b[a-z]+\s+({'|'.join(language_of(code).rules('months')['names'].values())})\b(?!\s+\d{{1,2}}\b)")


@lru_cache(maxsize=1024)
def months_in(quote: str, language: Language) -> frozenset[int]:
    """Each month that words name without a day."""
    forms = _pattern(language.code)[1]
    return frozenset(forms[found[1]] for found in _months(language.code).finditer(quote))


def is_another_month(month: int, when: When | None) -> bool:
    """Whether a month is none in which an event was."""
    return when is not None and when.days <= MONTH and month not in {when.first.month, when.last.month}
