"""What is wrong with the notes and dates of one document: told as problems with their places, and noted at each citation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.find.when import Calendar, foretold
from sayso.lang.notes import number_of
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.records.work import Defect, Note

GRACE = timedelta(days=1)
"""A work may tell of the day after its date: it is night at one end of the world and morning at the other."""
RUN = 5
"""Labels in a row that must count on before a list counts as begun anew (a chapter) rather than broken."""
SLUG = 4
"""Words of an address from which on it is looked at for words of the title; shorter ones are numbers and sections of a site."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORD = re.compile(r"[^\W\d_]{4,}")


def defects_in(document: Document, notes: Sequence[Note], calendar: Calendar, code: str) -> tuple[list[Note], list[Problem]]:
    """The notes with their defects, and a problem for each defect and for each date that contradicts itself."""
    broken = _broken(document, notes)
    dates = _dates_by_address(notes)
    checked = []
    for note in notes:
        found: list[Defect] = [*note.defects]
        found += ["broken_numbering"] * bool({note.mark, note.entry} & broken)
        found += ["cited_before_fact"] * (later_fact(document, note, calendar, code) is not None)
        found += ["title_url_mismatch"] * _strange_address(note)
        found += ["self_contradicting_date"] * bool(note.source and note.source.url and len(dates[note.source.url]) > 1)
        checked.append(replace(note, defects=tuple(dict.fromkeys(found))))
    problems = [*_problems(document, checked, calendar, broken, code), *_wrong_weekdays(document, calendar)]
    return checked, sorted(dict.fromkeys(problems), key=lambda one: (one.start or 0, one.code, one.message))


def later_fact(document: Document, note: Note, calendar: Calendar, code: str) -> str | None:
    """A date in the passage that a note supports which is later than the work cited; None where there is none. Dates to come are none."""
    if note.source is None or note.source.date is None or note.passage is None:
        return None
    for dated in calendar.within(note.passage.start, note.passage.end):
        told = dated.when.basis == "stated" and not dated.words.ahead and not foretold(document.text, dated.words, code)
        if told and dated.when.first > note.source.date.last + GRACE:
            return dated.when.text
    return None


def _strange_address(note: Note) -> bool:
    """Whether address and title, both in words, have none in common."""
    if note.source is None or note.source.url is None or note.source.title is None or note.ibid_of is not None:
        return False
    slug = {word.lower() for word in WORD.findall(note.source.url.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0])}
    return len(slug) >= SLUG and not slug & {word.lower() for word in WORD.findall(note.source.title.text)}


def _dates_by_address(notes: Iterable[Note]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        if note.source and note.source.url and note.source.date and note.source.title:
            found[note.source.url].add(str(note.source.date))
    titles: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        if note.source and note.source.url and note.source.title:
            titles[note.source.url].add(note.source.title.text.casefold())
    return defaultdict(set, {url: days for url, days in found.items() if len(titles[url]) == 1})


def _broken(document: Document, notes: Sequence[Note]) -> set[Span | None]:
    """The entries, and where labels do not decide the marks too, whose label is not the next number of their list."""
    entries = sorted({note.entry for note in notes if note.entry}, key=lambda span: span.start)
    labels = {note.entry: note.label for note in notes if note.entry}
    numbers = [number_of(labels[entry]) for entry in entries if labels[entry]]
    found: set[Span | None] = {entries[at] for at in out_of_order(numbers)} if len(numbers) == len(entries) else set()
    marks = [note.mark for note in notes if note.mark]
    if any(note.mark and note.reasons and note.reasons[0].feature not in ("the same label", "author and year") for note in notes):
        found |= {marks[at] for at in out_of_order([number_of(document.text[mark.start : mark.end]) for mark in marks])}
    return found


def out_of_order(numbers: Sequence[int | None]) -> list[int]:
    """The places at which a list does not count on, neither with most of it nor as a list of some length begun anew."""
    steps = [number - at if number is not None else None for at, number in enumerate(numbers)]
    most = Counter(step for step in steps if step is not None).most_common(1)
    usual = most[0][0] if most else 0
    found: list[int] = []
    at = 0
    while at < len(steps):
        end = at + 1
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        if steps[at] != usual and (steps[at] is None or end - at < RUN):
            found += range(at, end)
        at = end
    return found


def _problems(document: Document, notes: Sequence[Note], calendar: Calendar, broken: set[Span | None], code: str) -> Iterator[Problem]:
    """A problem for each defect of the notes, at the entry or at the mark."""
    path, text = document.path, document.text
    for note in notes:
        place = note.entry or note.mark
        assert place is not None
        at = (place.start, place.end)
        name = f"note `{note.label or text[at[0] : at[1]][:30]}`"
        for span in (note.mark, note.entry):
            if span is not None and span in broken:
                label = text[span.start : span.end].split()[0]
                message, hint = f"the label `{label}` is not the next of its list", "its note was looked for by place and content"
                yield Problem(path, "find", "broken_numbering", message, hint, span.start, span.start + len(label))
        if note.edge == "unresolved":
            message = f"the mark `{note.label}` has no note" if note.entry is None else f"no mark in the text points at {name}"
            message = f"whether the mark belongs to {name} cannot be told" if note.mark and note.entry else message
            if note.mark or note.label:
                yield Problem(path, "find", "note_unresolved", message, "look at the original", *at)
        if "note_without_work" in note.defects:
            yield Problem(path, "find", "note_without_work", f"{name} names no source", "it is a remark, or its source is lost", *at)
        if "unresolved_ibid" in note.defects:
            yield Problem(path, "find", "unresolved_ibid", f"{name} points back at a note that names no work", "look at the original", *at)
        if "cited_before_fact" in note.defects and note.mark and note.source and note.source.date:
            day = later_fact(document, note, calendar, code)
            message = f"the work of {name} is of {note.source.date}, and the text beside its mark tells of {day}"
            yield Problem(path, "find", "cited_before_fact", message, "another source may be meant", note.mark.start, note.mark.end)
        if "title_url_mismatch" in note.defects:
            yield Problem(path, "find", "title_url_mismatch", f"title and address of {name} share no word", "see where it leads", *at)
        if "self_contradicting_date" in note.defects:
            yield Problem(path, "find", "self_contradicting_date", f"the work of {name} has two dates here", "see which holds", *at)


def _wrong_weekdays(document: Document, calendar: Calendar) -> Iterator[Problem]:
    """Full dates whose weekday the calendar does not bear out ("Monday, 4 March 2031", which is a Tuesday)."""
    for dated in calendar.dated:
        words = dated.words
        full = words.kind == "date" and None not in (words.weekday, words.day, words.year) and dated.when.days == 1
        if full and dated.when.first.weekday() != words.weekday:
            message = f"`{' '.join(words.text.split())}` contradicts itself: that day is a {DAYS[dated.when.first.weekday()]}"
            yield Problem(document.path, "find", "self_contradicting_date", message, "see which holds", dated.start, dated.end)
