"""A text in its course: its paragraphs, sections and events, and which event it goes on about in words that tell none themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from sayso.lang.language import Language, language_of
from sayso.lang.taken import Taken
from sayso.link.crowds import FAR
from sayso.link.days_named import Day, fronted_day, is_another
from sayso.link.happenings import Happening
from sayso.link.judge import judge
from sayso.link.layout import HEAD, layout_of
from sayso.link.names import words
from sayso.link.parties import parties_in
from sayso.link.phrases import STEM, Phrase, phrase_of
from sayso.link.pointing import fronted_place, named_with, names_kind
from sayso.link.told_on import ENOUGH, TOLD_ON, Told, headed, of_the_year, on_the_ground, opens, spots_of
from sayso.records.claim import AUTHOR, Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link, Reason
from sayso.records.when import When


class Course:
    """A text in its course. Its claims have to be asked for in order of place, since what is told of an event goes on with it."""

    def __init__(self, document: Document, here: Sequence[Happening], finding: Finding) -> None:
        self._document, self.language, self._layout = document, language_of(document.language), layout_of(document)
        ground = [one for one in sorted(here, key=lambda one: one.order) if on_the_ground(one)]
        titles = zip(self._layout.titles, self._layout.asked, strict=True)
        self._parts = list(accumulate(not asked or _names_something(title, self.language.code) for title, asked in titles))
        self.claims = sorted(finding.claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
        self._turns, self._moves = _turns(self.claims, self.language), _moves(self.claims, self.language)
        self._teller = _teller(finding.claims)
        self._finding = finding
        self._events = [self._place(None, one) for one in ground]
        self._signs = Signs(ground, self.language)
        self._opening = [event for event, one in zip(self._events, ground, strict=True) if opens(one)]
        self._told_in = Taken(one.order[1:3] for one in here)
        self._spots = frozenset(word for one in ground for word in spots_of(one))
        title, dated = self._layout.head(HEAD), [of_the_year(one) for one in ground if one.when]
        self._lead = next((one for one in ground if headed(title, one, self.language)), None)
        self._fresh = 2 * sum(dated) > len(dated)
        self._threads = Threads(ground)
        self._on: tuple[Happening, Claim] | None = None
        self._aside: Claim | None = None

    def target(self, claim: Claim) -> tuple[Happening, Link] | None:
        """The event of which a claim without one is told, with the link, which has no score: such links make no incidents; else None."""
        told = self._told(claim)
        before = [one for one in self._connected(told) if 0 < told.start - one.start <= FAR or one.event is self._lead]
        offers = [(self._judged(told, event), event) for event in before]
        good = [(score, -abs(told.start - event.start), event, reasons) for (score, reasons), event in offers if score >= ENOUGH]
        if not good:
            self._aside = claim if told.named or (told.level != told.paragraph and told.voice == AUTHOR) else self._aside
            return None
        _, _, event, reasons = max(good, key=lambda offer: offer[:2])
        assert event.event
        self.goes_on(claim, event.event)
        return event.event, Link(claim.id, event.event.id, "same_incident", "same", None, reasons, "rules")

    def aside(self, claim: Claim) -> tuple[Happening, Link] | None:
        """The event in one breath with which a claim tells of another one, that is no incident (`asides.py`), with the link."""
        event, _, _ = self._last(self._place(claim, None))
        reasons = (Reason("told in one breath with the event", claim.verb, 1.0),)
        return (event, Link(claim.id, event.id, "same_incident", "same", None, reasons, "rules")) if event else None

    def goes_on(self, claim: Claim, event: Happening) -> None:
        """Takes down that a claim is told of an event."""
        self._on = event, claim
        self._threads.tell(event, phrase_of(claim, self._document.language))

    def _connected(self, told: Told) -> list[Told]:
        """The events in order with which something may connect words: all others `unconnected` keeps from them."""
        signed = self._signs.of(told) | self._threads.of_some(told.phrase)
        signed |= {one.id for one in (told.open, self._lead) if one is not None}
        return [self._events[number] for number in sorted(self._number[one] for one in signed if one in self._number)]

    @cached_property
    def _number(self) -> dict[str, int]:
        return {event.event.id: number for number, event in enumerate(self._events) if event.event}

    @cached_property
    def speakers_for(self) -> Mapping[str, str]:
        """For whom those speak of whom the text tells it, by the keys of their names."""
        return parties_in(self._document.sha256, self._finding, self.language)

    def tells_event_in(self, claim: Claim) -> bool:
        """Whether the words of a claim are also those of an event."""
        return self._told_in.meets(claim.span.start, claim.span.end)

    def _judged(self, told: Told, event: Told) -> tuple[float, tuple[Reason, ...]]:
        assert event.event
        threads = self._threads
        own, days, told_so_far = threads.own(event.event, told.phrase), threads.days(event.event), threads.words(event.event)
        return judge(replace(told, shared=own, whens=days, words=told_so_far), event, TOLD_ON)

    def one_section(self, claim: Claim, one: Happening) -> bool:
        """Whether a claim and an event stand under one heading."""
        return self._part(claim.span.start) == self._part(one.order[1])

    def told_beside(self, claim: Claim) -> Happening | None:
        """The event that was told last before a claim, in its paragraph."""
        told = self._told(claim)
        beside = told.open and self._layout.paragraph(told.open.order[1]) == told.paragraph
        return told.open if beside else None

    def headed(self, claim: Claim) -> frozenset[str]:
        """The events that the heading above a claim names, by their ids."""
        return self._signs.headed(self._layout.heading(claim.span.start))

    def _part(self, at: int) -> int:
        """The number of the section, or of a day's entry, at a code point; a question that names nothing goes on with the one before."""
        return self._parts[self._layout.section(at)] + self._layout.entry(at)

    def _place(self, claim: Claim | None, event: Happening | None) -> Told:
        """Where words stand."""
        start, end = (claim.span.start, claim.span.end) if claim else event.order[1:3] if event else (0, 0)
        phrase = phrase_of(claim, self._document.language) if claim else event.phrase if event else Phrase("", (), None)
        entry = self._layout.entry(start)
        return Told(claim, event, start, end, self._layout.paragraph(start), self._part(start), phrase, self.language, entry=entry)

    def _told(self, claim: Claim) -> Told:
        """A claim with what was told before it under its heading."""
        told = self._place(claim, None)
        last, reach, level = self._last(told)
        if last and any(last.order[1] < at <= told.start and is_another(day, last.when) for at, day in self._turns):
            last = None
        if last and any(last.order[1] < at <= told.start and self._plays_elsewhere(names, last) for at, names in self._moves):
            last = None
        away = self._aside is not None and self._aside.span.start >= reach
        voice = claim.voice.text if claim.voice.name != self._teller else AUTHOR
        return replace(
            told, heading=self._layout.heading_below(told.start, HEAD), open=last, lead=self._lead, spots=self._spots, fresh=self._fresh,
            last=reach, level=level, away=away, voice=voice, among=self._threads.many, named=named_with(claim.quote, self.language),
            parts=len(self._layout.titles) - 1,
        )  # fmt: skip

    def _plays_elsewhere(self, names: frozenset[str], event: Happening) -> bool:
        """Whether the text has told nothing of an event with these names of a place."""
        return not {word[:STEM] for word in names} & self._threads.words(event)

    def _last(self, told: Told) -> tuple[Happening | None, int, int]:
        """The event of which was told last under the same heading, and the end and the paragraph of the last words on it."""
        at = bisect_left(self._opening, told.start, key=lambda one: one.start)
        newest = self._opening[bisect_left(self._opening, self._opening[at - 1].start, key=lambda one: one.start)] if at else None
        newest = newest if newest and newest.section == told.section else None
        if self._on and opens(self._on[0]) and self._on[0].order[1] < told.start:
            event, claim = self._on
            if self._part(claim.span.start) == told.section and claim.span.start > (newest.start if newest else -1):
                return event, claim.span.end, self._layout.paragraph(claim.span.start)
        return (newest.event, newest.end, newest.paragraph) if newest else (None, 0, 0)


class Signs:
    """By what words may tell which of the events of a text they are on: names of places, kinds in a heading, and numbers of victims."""

    def __init__(self, events: Sequence[Happening], language: Language) -> None:
        self._language = language
        self._of: dict[tuple[str, object], set[str]] = defaultdict(set)
        for one in events:
            for sign in (*(("spot", word) for word in spots_of(one)), *(("number", low) for _, low in one.numbers), ("kind", one.type)):
                self._of[sign].add(one.id)
        self._kinds = {one.type for one in events}
        self._headed: dict[str, frozenset[str]] = {}

    def of(self, told: Told) -> set[str]:
        """The ids of the events of which words share a sign."""
        numbers = {slot.amount.low for slot in told.claim.slots if slot.amount} if told.claim else ()
        signs = (*(("spot", word) for word in words(told.quote)), *(("number", low) for low in numbers))
        return set(self.headed(told.heading)).union(*(self._of.get(sign, ()) for sign in signs))

    def headed(self, title: str) -> frozenset[str]:
        """The ids of the events that a heading names."""
        if title not in self._headed:
            signs = [("spot", word) for word in words(title)] if title else []
            signs += [("kind", kind) for kind in self._kinds if title and names_kind(title, kind, self._language)]
            self._headed[title] = frozenset[str]().union(*(self._of.get(sign, ()) for sign in signs))
        return self._headed[title]


class Threads:
    """What a text tells of each of its events so far: its words, and the days of all accounts of it in the text; `many` is their number."""

    def __init__(self, events: Sequence[Happening]) -> None:
        self._first = _first_accounts(events)
        self.many = len(set(self._first.values()))
        self._days: dict[str, tuple[When, ...]] = defaultdict(tuple)
        self._owner: dict[str, str | None] = {}
        self._words: dict[str, set[str]] = defaultdict(set)
        self._accounts: dict[str, list[str]] = defaultdict(list)
        for ident, first in self._first.items():
            self._accounts[first].append(ident)
        for one in events:
            if one.when:
                self._days[self._first[one.id]] += (one.when,)
            self.tell(one, one.phrase)

    def tell(self, event: Happening, phrase: Phrase) -> None:
        """Takes down words that are told of an event."""
        thread = self._first.get(event.id, event.id)
        self._words[thread] |= phrase.words
        for word in phrase.words:
            self._owner[word] = thread if self._owner.get(word, thread) == thread else None

    def own(self, event: Happening, phrase: Phrase) -> frozenset[str]:
        """Those of some words that the text used for this event, and for no other one; the names of its places tell by themselves."""
        thread = self._first[event.id]
        own = frozenset(word for word in phrase.words if self._owner.get(word) == thread)
        return own - {word[:STEM] for word in spots_of(event)} if own else own

    def of_some(self, phrase: Phrase) -> set[str]:
        """The ids of the events for which alone the text used two or more of some words."""
        counted = Counter(self._owner.get(word) for word in phrase.words)
        return {one for thread, many in counted.items() if thread is not None and many > 1 for one in self._accounts.get(thread, ())}

    def words(self, event: Happening) -> set[str]:
        """All words of its accounts and of what is told of it so far."""
        return self._words[self._first[event.id]]

    def days(self, event: Happening) -> tuple[When, ...]:
        """The days of all accounts of an event in the text."""
        return self._days.get(self._first[event.id], ())


def _first_accounts(events: Iterable[Happening]) -> Mapping[str, str]:
    """For each account of an event the first that it points at, goes on with or can only mean, through as many as there are."""
    found: dict[str, str] = {}
    for one in events:
        found[one.id] = next((found[other] for other in (one.antecedent, one.behind, one.lead) if other in found), one.id)
    return found


def _turns(claims: Sequence[Claim], language: Language) -> list[tuple[int, Day]]:
    """Where the author begins with a day of something of which no event is known, and the day."""
    plain = (claim for claim in claims if claim.kind in ("statement", "figure") and claim.voice.text == AUTHOR)
    return [(claim.span.start, day) for claim in plain if (day := fronted_day(claim.quote, language))]


def _moves(claims: Sequence[Claim], language: Language) -> list[tuple[int, frozenset[str]]]:
    """Where words that tell no event begin with the name of a place, and its words."""
    plain = (claim for claim in claims if claim.kind in ("statement", "figure") and claim.cue is None)
    return [(claim.span.start, names) for claim in plain if (names := fronted_place(claim.quote, language))]


def _teller(claims: Sequence[Claim]) -> str | None:
    """The name of the one to whom most of a text belongs, as of an interview: like an author's, his words are told of what he likes."""
    counted = Counter(claim.voice.name for claim in claims if claim.voice.text != AUTHOR and claim.voice.name)
    return next((name for name, many in counted.most_common(1) if 2 * many > len(claims)), None)


def _names_something(question: str, code: str) -> bool:
    """Whether a question has a name, with which it may turn to something else."""
    return bool(Phrase(question, (), code).names)
