"""Which event a text goes on about in words that tell none themselves: who was blamed, how many were buried, what a witness saw."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from sayso.lang.grammar import any_like
from sayso.lang.language import Language, language_of
from sayso.lang.tolls import tolls, unit_of
from sayso.link.fronted_days import Day, days_in, fronted_day, is_another
from sayso.link.happenings import HEAD, NOT_YET, Happening
from sayso.link.judge import NEVER, Feature, judge
from sayso.link.layout import layout_of
from sayso.link.names import words
from sayso.link.nearness import REGION
from sayso.link.phrases import Phrase, phrase_of
from sayso.link.pointing import names_kind
from sayso.records.claim import AUTHOR, Claim
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.vocabulary import vocabulary

ENOUGH = 2.5
"""From here on words are told of an event: another's words right behind it, or the author's that also speak of harm or of who did it."""
PASSAGE = 500
"""Code points behind an event within which, in its paragraph, what is told goes on with it."""
REACH = 1500
"""The same in the paragraphs behind it, under one heading: two or three of them."""
YEAR_OF_NEWS = 366
"""Days after which a text looks back on an event: what stands behind it in its paragraph is then mostly of something else."""
TURNS = frozenset({"denies", "accuses", "claims_responsibility", "concedes", "declines_comment"})
"""Acts by which somebody answers for what was done, or has another answer for it."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, eq=False)
class Told:
    """Words of a text, an event's (`event`) or others: where they stand, and what of them tells of which event they are.

    `paragraph` and `section` are numbers in order, `heading` are the words of the heading above; `open` is the event that was told last
    before under that heading, if the text has not turned to another day since, `lead` the one that the text's title tells,
    `spots` the words of the names of all places of its events; `fresh` is whether most of its dated events are of the year before it
    was written.
    """

    claim: Claim | None
    event: Happening | None
    start: int
    end: int
    paragraph: int
    section: int
    phrase: Phrase
    language: Language
    heading: str = ""
    open: Happening | None = None
    lead: Happening | None = None
    spots: frozenset[str] = frozenset()
    fresh: bool = False

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.phrase.quote


@cache
def _phrases(language: Language, name: str) -> re.Pattern[str]:
    """The words of a key of the table `pointing`, as whole words."""
    return re.compile(rf"\b(?:{any_like(language.rules('pointing')[name])})\b", re.IGNORECASE)


def _says(told: Told, name: str) -> str | None:
    found = _phrases(told.language, name).search(told.quote)
    return found.group().lower() if found else None


def right_behind(told: Told, event: Told) -> str | None:
    """told right behind the event, in its paragraph"""
    near = told.paragraph == event.paragraph and 0 <= told.start - event.end <= PASSAGE
    return "same paragraph" if told.open is event.event and near else None


def of_the_news(told: Told, event: Told) -> str | None:
    """told right behind it or under its heading, and the text is about it rather than looks back on it"""
    beside = right_behind(told, event) or under_its_heading(told, event)
    if event.event is None or not beside or not (told.fresh if event.event.when is None else of_the_year(event.event)):
        return None
    return str(event.event.when or event.event.told)


def goes_on(told: Told, event: Told) -> str | None:
    """told in the paragraphs behind the event, under the same heading and with no other event between"""
    near = told.section == event.section and told.paragraph != event.paragraph and told.start - event.end <= REACH
    return "next paragraphs" if told.open is event.event and near else None


def under_its_heading(told: Told, event: Told) -> str | None:
    """told under a heading that names where it was or what it was called"""
    return headed(told.heading, event.event, told.language) if event.event else None


def of_the_title(told: Told, event: Told) -> str | None:
    """the event that the text's title tells, where none was told before under this heading"""
    return "title" if told.lead and told.lead is event.event and told.open is None else None


def another_voice(told: Told, event: Told) -> str | None:
    """somebody else than the author says it"""
    return told.claim.voice.text if told.claim and told.claim.voice.text != AUTHOR else None


def answers_for_it(told: Told, event: Told) -> str | None:
    """somebody denies, claims or concedes it, or another is accused of it"""
    return told.claim.act if told.claim and told.claim.act in TURNS else None


def says_who(told: Told, event: Told) -> str | None:
    """speaks of who did it"""
    return _says(told, "who_did_it")


def tells_of_harm(told: Told, event: Told) -> str | None:
    """speaks of the dead, the hurt and those who saw it"""
    return _says(told, "aftermath")


def tells_of_means(told: Told, event: Told) -> str | None:
    """speaks of what it was done with, or of those who came"""
    return _says(told, "means")


def same_number(told: Told, event: Told) -> str | None:
    """the same number of victims"""
    numbers = {slot.amount.low for slot in told.claim.slots if slot.amount} if told.claim else set()
    shared = sorted(low for _, low in event.event.numbers if low in numbers) if event.event else []
    return ", ".join(f"{low:g}" for low in shared) or None


def names_it(told: Told, event: Told) -> str | None:
    """names where it was"""
    shared = _spots(event.event) & _words(told) if event.event else frozenset()
    return ", ".join(sorted(shared)) or None


def names_another(told: Told, event: Told) -> str | None:
    """names where another event of the text was, and not where this one was"""
    shared = told.spots & _words(told)
    return ", ".join(sorted(shared)) if shared and not names_it(told, event) else None


def unconnected(told: Told, event: Told) -> str | None:
    """neither told near the event nor by its name, its number or a heading"""
    tied = any(look(told, event) for look in (right_behind, goes_on, under_its_heading, of_the_title, same_number, names_it))
    return None if tied else "nothing connects them"


def looks_ahead(told: Told, event: Told) -> str | None:
    """speaks of what is still to come"""
    return told.claim.act if told.claim and told.claim.act in NOT_YET else None


def said_once_more(told: Told, event: Told) -> str | None:
    """repeats what was said before, maybe of another event"""
    return _says(told, "once_more") if told.claim and told.claim.act in TURNS else None


def of_a_longer_time(told: Told, event: Told) -> str | None:
    """speaks of a longer time, or of what is always so"""
    return _says(told, "for_long") or _says(told, "always")


def of_another_year(told: Told, event: Told) -> str | None:
    """names another year"""
    years = set(YEAR.findall(told.quote))
    when = event.event.when or event.event.told if event.event else None
    return ", ".join(sorted(years)) if years and when and not years & {str(when.first.year), str(when.last.year)} else None


def of_another_day(told: Told, event: Told) -> str | None:
    """names another day than the event's, and not as the day on which it is said"""
    said = told.claim.said if told.claim else None
    days = [day for day in days_in(told.quote, told.language) if said is None or is_another(day, said)]
    apart = event.event is not None and bool(days) and all(is_another(day, event.event.when) for day in days)
    return ", ".join(f"{day}/{month}" for month, day in sorted(days)) if apart else None


def counts_something_else(told: Told, event: Told) -> str | None:
    """counts neither people nor what it was done with"""
    if told.claim is None or told.claim.kind != "figure" or right_behind(told, event) or tolls(told.claim, told.language):
        return None
    table = told.language.rules("pointing")
    counted = [unit_of(slot.amount) for slot in told.claim.slots if slot.amount and slot.amount.unit]
    known = {*table["people"], *table["harmed"], *table["means"], *(word for own in table["toll"].values() for word in own)}
    return ", ".join(counted) if counted and not known & set(counted) else None


TOLD_ON: tuple[Feature[Told], ...] = (
    Feature(unconnected, NEVER),
    Feature(right_behind, 2.0),
    Feature(of_the_news, 0.5),
    Feature(goes_on, 1.0),
    Feature(under_its_heading, 2.0),
    Feature(of_the_title, 1.0),
    Feature(another_voice, 0.5),
    Feature(answers_for_it, 1.0),
    Feature(says_who, 1.0),
    Feature(tells_of_harm, 1.5),
    Feature(tells_of_means, 1.0),
    Feature(same_number, 1.5),
    Feature(names_it, 1.5),
    Feature(names_another, -2.5),
    Feature(looks_ahead, -4.0),
    Feature(said_once_more, -2.0),
    Feature(of_a_longer_time, -2.0),
    Feature(of_another_year, -2.0),
    Feature(of_another_day, -2.5),
    Feature(counts_something_else, -1.5),
)
"""What is looked at in words that tell no event and an event of the same text, and what it weighs. Set by hand on measured ledgers."""


class Course:
    """A text in its course: its paragraphs and sections, and its events on the ground."""

    def __init__(self, document: Document, here: Sequence[Happening], claims: Sequence[Claim] = ()) -> None:
        self._document, self.language, self._layout = document, language_of(document.language), layout_of(document)
        ground = [one for one in sorted(here, key=lambda one: one.order) if on_the_ground(one)]
        titles = zip(self._layout.titles, self._layout.asked, strict=True)
        self._parts = list(accumulate(not asked or _names_something(title, self.language.code) for title, asked in titles))
        self._turns = _turns(claims, self.language)
        self._events = [self._told(None, one) for one in ground]
        self._spots = frozenset(word for one in ground for word in _spots(one))
        title, dated = self._layout.head(HEAD), [of_the_year(one) for one in ground if one.when]
        self._lead = next((one for one in ground if headed(title, one, self.language)), None)
        self._fresh = 2 * sum(dated) > len(dated)

    def target(self, claim: Claim) -> tuple[Happening, Link] | None:
        """The event of which a claim without one is told, with the link, which has no score: such links make no incidents; else None."""
        told = self._told(claim, None)
        offers = [(judge(told, event, TOLD_ON), event) for event in self._events if event.start < told.start]
        offers += [(judge(told, event, TOLD_ON), event) for event in self._events if event.event is self._lead and event.start > told.start]
        good = [(score, -abs(told.start - event.start), event, reasons) for (score, reasons), event in offers if score >= ENOUGH]
        if not good:
            return None
        _, _, event, reasons = max(good, key=lambda offer: offer[:2])
        assert event.event
        return event.event, Link(claim.id, event.event.id, "same_incident", "same", None, reasons, "rules")

    def one_section(self, claim: Claim, one: Happening) -> bool:
        """Whether a claim and an event stand under one heading."""
        return self._part(claim.span.start) == self._part(one.order[1])

    def told_beside(self, claim: Claim) -> Happening | None:
        """The event that was told last before a claim, in its paragraph."""
        told = self._told(claim, None)
        beside = told.open and self._layout.paragraph(told.open.order[1]) == told.paragraph
        return told.open if beside else None

    def _part(self, at: int) -> int:
        """The number of the section at a code point; a question that names nothing goes on with the one before."""
        return self._parts[self._layout.section(at)]

    def is_headed(self, claim: Claim, one: Happening) -> bool:
        """Whether the heading above a claim names an event."""
        return on_the_ground(one) and headed(self._told(claim, None).heading, one, self.language) is not None

    def _told(self, claim: Claim | None, event: Happening | None) -> Told:
        start, end = (claim.span.start, claim.span.end) if claim else event.order[1:3] if event else (0, 0)
        phrase = phrase_of(claim, self._document.language) if claim else event.phrase if event else Phrase("", (), None)
        paragraph, section = self._layout.paragraph(start), self._part(start)
        if event:
            return Told(claim, event, start, end, paragraph, section, phrase, self.language)
        before = [one for one in self._events if one.start < start and one.section == section and one.event and _opens(one.event)]
        last = max(before, key=lambda one: one.start).event if before else None
        if last and any(last.order[1] < at <= start and is_another(day, last.when) for at, day in self._turns):
            last = None
        above = self._layout.heading(start)
        rest = (above, last, self._lead, self._spots, self._fresh)
        return Told(claim, event, start, end, paragraph, section, phrase, self.language, *rest)


def _turns(claims: Sequence[Claim], language: Language) -> list[tuple[int, Day]]:
    """Where the author begins with a day of something of which no event is known, and the day."""
    plain = (claim for claim in claims if claim.kind in ("statement", "figure") and claim.voice.text == AUTHOR)
    return [(claim.span.start, day) for claim in plain if (day := fronted_day(claim.quote, language))]


def _names_something(question: str, code: str) -> bool:
    """Whether a question has a name, with which it may turn to something else."""
    return bool(Phrase(question, (), code).names)


def headed(title: str, one: Happening, language: Language) -> str | None:
    """What a heading says of an event: a word of its places, or its kind."""
    shared = _spots(one) & frozenset(words(title))
    return ", ".join(sorted(shared)) or (title.strip() if title and names_kind(title, one.type, language) else None)


def on_the_ground(one: Happening) -> bool:
    """Whether it is an event on the ground, and no war of years."""
    return vocabulary().incident_types[one.type].physical and not one.lasting


def _opens(one: Happening) -> bool:
    """Whether a text that tells it may go on about it: what did not take place is told of something else."""
    return one.polarity == "affirms"


def of_the_year(one: Happening) -> bool:
    """Whether its day is known, and lies in the year before the text was written."""
    return one.when is not None and one.told is not None and (one.told.first - one.when.last).days <= YEAR_OF_NEWS


def _spots(one: Happening) -> frozenset[str]:
    """The words of the names of an event's places, to the province."""
    return frozenset(word for place in one.places.values() if place.precision <= REGION for word in words(place.name) if len(word) > 3)


def _words(told: Told) -> frozenset[str]:
    return frozenset(words(told.quote))
