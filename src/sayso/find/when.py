"""The dates of one document, resolved in order, and when the document can have been written.

Where neither the document nor its head says when it was written, that is inferred from a picture at its head or a dateline without a
year (`datelines.py`), or else from what the text itself dates: it is younger than the newest past date that it names in full, and dates
without a year lie shortly before it. The interval found is wide on purpose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp

from spacy.tokens import Token

from sayso.find.datelines import by_dateline, by_picture, picture_days
from sayso.find.grammar import VERBAL
from sayso.find.head_dates import head_date
from sayso.find.order import starting_in
from sayso.find.passages import Passage
from sayso.lang.date_rules import date_pattern, date_rules
from sayso.lang.dates import DateWords, find_dates, resolve
from sayso.lang.language import Language
from sayso.lang.text_days import HEAD, bare_dateline, day_of_text
from sayso.records.document import Document
from sayso.records.when import When

SLACK = {"day": 31, "month": 92}
"""Days that a text may be younger than the newest date it names, by how exactly that is named: news follows within weeks what it dates
to the day, within months what it dates to the month. Set by judgement: too few undated texts of known age pass the rule below."""
SUPPORT, SUPPORT_DAYS = 5, 500
"""The newest date tells when a text was written only if the text dates the same months with the year again and again: so many different
full dates in so many days up to the newest, and that one to the month at least. Other news is left undated. Without this rule 8 of 76
reports of TempEval that were dated were right; with 3 instead of 5, 1 of 7 of PolNeAR was nearly so (bench/times.py, 2026-11)."""
WEEKDAY_SUPPORT = 3
"""The same where a later day is named with its weekday, which is news of the week."""
WEEKDAY_SLACK = 7
"""The same for a day named with its weekday but no year, which is how the news of the week is told."""
FADING = 60.0
"""Days in which the weight of a date without a year falls to a third, when the year that brings most of them close is sought."""
YEAR = 366
"""Days of the longest time from one date to another in which a text is taken to tell of days without a year."""
MONTH = 31
"""The same of one near which a day without a year is sought, and of a date of another verb than the one of saying."""
REPORT = 6_000
"""Code points of the longest report that may tell of one day only."""
COUNTED = frozenset({"word", "unit", "offset"})
"""Kinds of dates that are counted from the day of their text."""
ACCESS = re.compile(r"(?<!\d)(20\d\d|19\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """One expression of time of a text with the days it means; `words` is what it says."""

    start: int
    end: int
    when: When
    words: DateWords


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a document was written, None where nothing tells, and all its dates in order. What could not be resolved is in `unresolved`.

    `news` is the day of which a short report tells, where it names no other time: a day of the week before it was written.
    `headed` is whether only the year lacks of the day on which it was written.
    """

    written: When | None
    dated: tuple[Dated, ...]
    unresolved: tuple[DateWords, ...] = ()
    news: Dated | None = None
    headed: bool = False

    def within(self, start: int, end: int) -> list[Dated]:
        """The dates that lie wholly between two code points."""
        return [one for one in starting_in(self.dated, start, end) if one.end <= end]

    def bare(self, start: int, end: int) -> list[DateWords]:
        """The days between two code points of which nothing tells the year or the week: "on Tuesday" in a text of unknown date.

        Where only the year lacks of the day of the text, these are also "yesterday", "last week" and their like.
        """
        within = (words for words in starting_in(self.unresolved, start, end) if words.end <= end)
        days = [words for words in within if words.year is None]
        told = [words for words in days if words.day is not None or (words.kind == "weekday" and words.step is None)]
        return told or [words for words in days if self.headed and words.kind in COUNTED]

    def beside(self, passage: Passage, tokens: Sequence[Token], content: frozenset[int], verb: Token | None = None) -> When | None:
        """The first date that stands among the tokens, outside of what is said (places of tokens).

        Of several the one of the `verb` of saying goes first, and there the most exact; a mere year or season of another verb is none.
        """
        outside = [token for token in tokens if token.i not in content]
        if not outside:
            return None
        places = {passage.start(token): token for token in outside}
        within = self.within(passage.start(outside[0]), passage.end(outside[-1]))
        found = [(verb is None or _is_of(places[dated.start], verb), dated.when) for dated in within if dated.start in places]
        fitting = [(not own, own and verb is not None and when.days > MONTH, n) for n, (own, when) in enumerate(found)]
        fitting = [key for key in fitting if not key[0] or found[key[2]][1].days <= MONTH]
        return found[min(fitting)[2]][1] if fitting else None

    def at(self, place: int) -> Dated | None:
        """The date whose words cover a code point."""
        spot = bisect_left(self.dated, place + 1, key=lambda one: one.start) - 1
        return self.dated[spot] if spot >= 0 and self.dated[spot].end > place else None


def _is_of(date: Token, verb: Token) -> bool:
    """Whether a date hangs on a verb, with no other verb between."""
    for above in date.ancestors:
        if above == verb:
            return True
        if above.pos_ in VERBAL:
            return False
    return False


def calendar_of(document: Document, language: Language) -> Calendar:
    """All dates of the document, resolved against when it was written and against each other."""
    text = document.text
    found = find_dates(text, language)
    past = [words for words in found if not foretold(text, words, language.code)]
    written = document.published or head_date(text, found, past, language) or _inferred(text, found, past, language.code)
    dated, unresolved = _resolved(text, found, written)
    news = _news(text, dated, written, language.code) if len(text) <= REPORT and not unresolved else None
    headed = written is None and day_of_text(text, language) is not None
    return Calendar(written, tuple(dated), tuple(unresolved), news, headed)


def _news(text: str, dated: Sequence[Dated], written: When | None, code: str) -> Dated | None:
    """The date of the only day in the week before a text was written that it names, if no other time but what is to come.

    Where it names none besides that on which it was written, it is that.
    """
    if written is None or written.days > 1:
        return None
    past = [one for one in dated if one.when.first <= written.last and not foretold(text, one.words, code)]
    told = [one for one in past if one.words.year is None or one.when.first != written.first] or past
    first = told[0] if len({(one.when.first, one.when.last) for one in told}) == 1 else None
    return first if first and first.when.days == 1 and (written.first - first.when.first).days <= WEEKDAY_SLACK else None


def _resolved(text: str, found: Sequence[DateWords], written: When | None) -> tuple[list[Dated], list[DateWords]]:
    """Each expression in the light of the ones before it in its paragraph, or of the last of the paragraph before.

    Days of something that began are counted from the last day on which the text tells that anything did.
    """
    dated: list[Dated] = []
    unresolved: list[DateWords] = []
    before: When | None = None
    full: When | None = None
    begun: When | None = None
    for words in found:
        if not dated or text.count("\n\n", dated[-1].end, words.start) > 1:
            before = None
        bare = written is None and words.month is not None and words.year is None
        when = resolve(words, written, begun if words.nth else before or full if bare else before)
        begun = when if words.begun and not words.nth and when and when.days == 1 else begun
        if when is None:
            unresolved.append(words)
        else:
            dated.append(Dated(words.start, words.end, when, words))
            full = when if when.days <= MONTH or (words.ends and when.days <= YEAR) else full
            before = before if before and _only_the_year(when, before) else when
    return dated, unresolved


def _only_the_year(when: When, before: When) -> bool:
    """Whether a date is nothing but the year of the one before it: "in March 2032, in the 2032 war" is still told of that month."""
    return when.precision == "year" and before.precision in ("day", "month") and when.first <= before.first <= when.last


def _inferred(text: str, found: Sequence[DateWords], past: Sequence[DateWords], code: str) -> When | None:
    """The interval that follows the newest past date, brought nearer by the dates without a year; None where too few are full."""
    full = [when for words in past if words.year is not None and (when := resolve(words, None, None))]
    if pictures := picture_days(text, past, date_pattern(code, "caption", "{}"), HEAD):
        return by_picture(_newest(pictures))
    if (dateline := bare_dateline(text, found, code)) and (when := by_dateline(dateline, past, _last_named(found, past))):
        return when
    full += _in_addresses(text)
    newest = _newest(full) if full else None
    if newest is None or newest.days > 31:
        return None
    support = len({(when.first, when.last) for when in full if (newest.first - when.first).days <= SUPPORT_DAYS})
    of_week = _newest(days) if (days := _of_weekdays(past, newest)) else None
    if of_week is not None and of_week.first > newest.first and support >= WEEKDAY_SUPPORT:
        return _written(of_week.first, of_week.last, WEEKDAY_SLACK, of_week)
    if support < SUPPORT:
        return None
    day = _nearest(past, newest, date_rules(code).named[1:])
    if day is not None and day > newest.first:
        return _written(day, day, SLACK["day"], newest)
    return _written(newest.first, newest.last, SLACK.get(newest.precision, SLACK["month"]), newest)


def _last_named(found: Iterable[DateWords], past: Iterable[DateWords]) -> When | None:
    """The newest past date named with its year, to the month at least, or the end of a time named so."""
    named = [resolve(words, None, None) for words in (*past, *(words.ends[1] for words in found if words.ends))]
    return max((when for when in named if when and when.basis == "stated" and when.days <= MONTH), key=lambda one: one.last, default=None)


def _written(first: date, last: date, slack: int, evidence: When) -> When:
    return When(first, last + timedelta(slack), "range", "inferred", evidence.text)


def foretold(text: str, words: DateWords, code: str) -> bool:
    """Whether a date is still to come when the text is written: its clause has words that look ahead."""
    if words.bound in ("by", "until") or words.kind in ("years", "pair", "decade"):
        return True
    around = re.split(r"[.;!?\n](?=\s|$)", text[max(0, words.start - 60) : words.start])[-1]
    return bool(date_pattern(code, "foretold", r"\b(?:{})\b").search(around))


def _newest(dates: Iterable[When]) -> When:
    """The one that begins last; of these the most exact."""
    return max(dates, key=lambda when: (when.first, -when.days))


def _in_addresses(text: str) -> list[When]:
    """Days in web addresses: what a text links to is older than itself."""
    days = []
    for match in ACCESS.finditer(text):
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
        days.append(When(day, day, "day", "stated", match.group()))
    return days


def _of_weekdays(past: Sequence[DateWords], newest: When) -> list[When]:
    """Days named with their weekday but no year, in the first year from the newest date on in which they fall together."""
    days = []
    for words in past:
        if words.weekday is not None and words.day is not None and words.year is None:
            years = (replace(words, year=newest.first.year + ahead) for ahead in range(12))
            fitting = (when for one in years if (when := resolve(one, None, None)) and when.last >= newest.first)
            days += [when for when in fitting if when.first.weekday() == words.weekday][:1]
    return days


def _nearest(past: Sequence[DateWords], newest: When, named: tuple[int, ...]) -> date | None:
    """The day, within a year after the newest full date, that most of the days without a year lie shortly before.

    A day that is the name of an event ("their September 11") tells nothing.
    """
    bare = [words for words in past if words.year is None and words.month is not None and words.day is not None and words.weekday is None]
    days = [day for words in bare if (words.month, words.day) != named and (day := _next(words, newest.first)) is not None]

    def weight(chosen: date) -> float:
        return sum(exp(-((chosen - day).days % 365) / FADING) for day in days) - (chosen - newest.first).days / 1000

    return max(sorted({newest.first, *days}), key=weight) if days else None


def _next(words: DateWords, start: date) -> date | None:
    """The first day of this month and day from `start` on."""
    for year in (start.year, start.year + 1, start.year + 2):
        when = resolve(replace(words, year=year), None, None)
        if when is not None and when.last >= start:
            return when.last
    return None
