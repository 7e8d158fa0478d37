"""Each incident with its date, place, title and status, and its matrix of parties by questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from sayso.lang.dates import find_dates
from sayso.lang.language import Language, language_of
from sayso.records.incident import Incident, Matrix, Position, Row
from sayso.records.place import Place
from sayso.records.vocabulary import OTHER, vocabulary
from sayso.records.when import When
from sayso.weigh.stances import questions_of
from sayso.weigh.status import origins_counted, status_of
from sayso.weigh.testimony import Speaker, Testimony, tallied

T = TypeVar("T")
ROUGH = 366
"""Days: a longer interval dates no incident."""
MONTH = 31
"""Days of the longest time told that tells against a day which is only inferred."""
NEAR = 7
"""Days from one that is only inferred within which a day told without its year is that of the event."""


@dataclass(frozen=True, slots=True)
class Before:
    """The matrix of an incident and the ids of its disputes as they were, and for whom something else is told now: parties and names."""

    matrix: Matrix
    disputes: frozenset[str]
    parties: frozenset[str]
    names: frozenset[str]

    def leaves(self, speaker: Speaker) -> bool:
        """Whether nothing is told otherwise for the party of somebody, nor for another one of its name."""
        return speaker.party not in self.parties and speaker.name not in self.names


def incident_of(key: str, told: Sequence[Testimony]) -> Incident:
    """The incident of which all that is told."""
    kind = _type(told)
    when, place = when_of(told), place_of(told)
    agents = dict.fromkeys(agent.actor for one in told if one.stance.act != "denies" for agent in one.blame.agents)
    docs = dict.fromkeys(one.doc for one in told)
    ids = tuple(one.claim for one in told)
    return Incident(
        key, kind, _title(kind, told, when, place), when, place, ids, status_of(told), tuple(agents), tuple(docs), origins_counted(told)
    )


def _type(told: Sequence[Testimony]) -> str:
    """The type that most claims give; a special one is taken before the general "attack", and any before one that is not listed."""
    counts = Counter(one.stance.event for one in told if one.stance.event)
    return min(counts, key=lambda verb: (verb == OTHER, verb == "attack", -counts[verb], verb)) if counts else "statement"


def when_of(told: Sequence[Testimony]) -> When | None:
    """The most exact date that most claims give, those that deny the event aside; a day told without its year or week is put into that.

    One that is only inferred is none where the month or the days that others tell exclude it.
    """
    scenes = [(one.scene, one.paper.language) for one in told if one.stance.act != "denies"]
    dates = tallied([when for scene, _ in scenes for when in scene.days])
    counts = _counted(((when.first, when.last), times) for when, times in dates)
    usable = [when for when, _ in dates if when.days <= ROUGH] or [when for when, _ in dates]
    told_so = [when for when in usable if when.basis != "inferred" and when.days <= MONTH]
    usable = [when for when in usable if when.basis != "inferred" or not told_so or any(when.overlaps(other) for other in told_so)]
    best = min(usable, key=lambda when: (when.days, when.basis == "inferred", -counts[when.first, when.last], when.first), default=None)
    if best is None or best.days > ROUGH or (best.days == 1 and best.basis != "inferred"):
        return best
    words = [(word, language) for scene, language in scenes for word in scene.day_words]
    days = [day for word, language in words if (day := _day_in(best, word, language_of(language)))]
    return max(days, key=lambda when: (days.count(when), when.first), default=best)


def _day_in(best: When, told: str, language: Language) -> When | None:
    """The day that words name without a year, in an interval of days or within a week of one that is only inferred.

    A weekday is that of an interval of a week at most, or the last one up to a day that is only inferred.
    """
    words = find_dates(told, language)
    if len(words) != 1:
        return None
    if words[0].month and words[0].day:
        slack = 0 if best.days > 1 else NEAR
        days = [best.first + timedelta(days=ahead) for ahead in range(-slack, best.days + slack)]
        found = [day for day in days if (day.month, day.day) == (words[0].month, words[0].day)]
    else:
        first = best.first if best.days > 1 else best.last - timedelta(NEAR - 1)
        days = [first + timedelta(days=ahead) for ahead in range(NEAR)] if best.days <= NEAR else []
        found = [day for day in days if day.weekday() == words[0].weekday and day <= best.last]
    return When(found[0], found[0], "day", "inferred", told) if len(found) == 1 else None


def place_of(told: Sequence[Testimony]) -> Place | None:
    """The most exact place that most claims give: where it took effect, else where it came from."""
    scenes = [one.scene for one in told if one.stance.polarity == "affirms"]
    for places in ([one.at for one in scenes], [one.source for one in scenes], [one.aim for one in scenes]):
        found = [(place, times) for place, times in tallied(places) if place]
        if found:
            counts = _counted((place.id, times) for place, times in found)
            return min((place for place, _ in found), key=lambda place: (place.precision, -counts[place.id], place.id))
    return None


def _title(kind: str, told: Sequence[Testimony], when: When | None, place: Place | None) -> str:
    """What kind of event, where and when, without a word on who did it or that it took place; of no listed kind, how it is first told."""
    start, end = _commonest(one.scene.source for one in told), _commonest(one.scene.end for one in told)
    way = f"{start} -> {end}" if start and end and start != end else place.name if place else end or start
    label = vocabulary().incident_types[kind].label if kind in vocabulary().incident_types else kind.replace("_", " ").capitalize()
    words = next((one.scene.words for one in told if one.scene.words), "") if kind == OTHER else ""
    label += f': "{words}"' if words else ""
    return ", ".join(part for part in (label, way, str(when) if when else "") if part)


def _commonest(places: Iterable[Place | None]) -> str:
    found = [(place, times) for place, times in tallied(places) if place]
    counts = _counted((place.name, times) for place, times in found)
    best = min((place for place, _ in found), key=lambda place: (place.precision, -counts[place.name], place.name), default=None)
    return best.name if best else ""


def _counted(found: Iterable[tuple[T, int]]) -> Counter[T]:
    """How often each thing is there, of which several counts may be given."""
    counts: Counter[T] = Counter()
    for thing, times in found:
        counts[thing] += times
    return counts


def matrix_of(incident: Incident, told: Sequence[Testimony], before: Before | None = None) -> Matrix:
    """Who says what: a row for each party in order of first word, with each voice that spoke for it; split cells in order of time.

    A voice that answers none of the questions has no row: it is among the incident's claims all the same. The rows of parties of which
    nothing is told otherwise than `before` are left as they were.
    """
    questions = tuple(question.key for question in questions_of(incident.type))
    day = incident.when if any(one.stance.at_once for one in told) else None
    parties = dict.fromkeys([one.speaker.party for one in told])
    steady = before is not None and before.matrix.questions == questions and day is None
    was = {row.party: row for row in before.matrix.rows if row.party not in before.parties} if before and steady else {}
    anew = before.parties.intersection(parties) if before and steady else parties
    own: dict[str, list[Testimony]] = {party: [] for party in anew}
    for one in told:
        if one.speaker.party in own:
            own[one.speaker.party].append(one)
    rows = was | {party: row for party, several in own.items() if (row := _row(several, questions, day)).cells}
    return Matrix(incident.id, questions, tuple(rows[party] for party in parties if party in rows))


def _row(told: Sequence[Testimony], questions: Sequence[str], day: When | None) -> Row:
    by_question: dict[str, dict[str, list[Testimony]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        for question, values in one.details.answers:
            for value in values:
                by_question[question][value].append(one)
    cells = tuple((question, _positions(by_question[question], day)) for question in questions if question in by_question)
    first = told[0].speaker
    return Row(first.party, first.name, tuple(dict.fromkeys(one.speaker.voice for one in told)), cells)


def _positions(by_value: Mapping[str, Sequence[Testimony]], day: When | None) -> tuple[Position, ...]:
    """The different answers to one question, each with its claims; dated ones in order of time behind undated ones.

    `day` is that of the incident: what was denied "quickly" was said on it or on the next one.
    """
    found = [Position(value, tuple([one.claim for one in own]), _said(own) or _soon(own, day)) for value, own in by_value.items()]
    return tuple(sorted(found, key=lambda position: position.said.first.isoformat() if position.said else ""))


def _said(told: Sequence[Testimony]) -> When | None:
    """The first day on which it was said, as far as known."""
    days = [said for said in {id(one.said): one.said for one in told}.values() if said]
    return min(days, key=lambda said: (said.first, said.last)) if days else None


def _soon(told: Sequence[Testimony], day: When | None) -> When | None:
    """The day of what was spoken of and the next one, where it was denied at once."""
    if day is None or day.days > 1 or not any(one.stance.at_once for one in told):
        return None
    return When(day.first, day.last + timedelta(days=1), "range", "inferred", day.text)
