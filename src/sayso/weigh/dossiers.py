"""Each incident with its date, place, title and status, and its matrix of parties by questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from sayso.lang.dates import find_dates
from sayso.lang.language import Language
from sayso.records.claim import Claim
from sayso.records.incident import Incident, Matrix, Position, Row
from sayso.records.place import Place
from sayso.records.vocabulary import Question, vocabulary
from sayso.records.when import When
from sayso.weigh.origins import Folds, counted
from sayso.weigh.pile import Pile
from sayso.weigh.stances import answers, questions_of
from sayso.weigh.status import status_of

ROUGH = 366
"""Days: a longer interval dates no incident."""
NEAR = 7
"""Days from one that is only inferred within which a day told without its year is that of the event."""


def incident_of(pile: Pile, key: str, claims: Sequence[Claim], folds: Folds) -> Incident:
    """The incident that these claims tell of."""
    kind = _type(claims)
    when, place = when_of(pile, claims), place_of(pile, claims)
    agents = dict.fromkeys(who for claim in claims if claim.act != "denies" for who in pile.agents(claim))
    docs = dict.fromkeys(claim.span.doc for claim in claims)
    status = status_of(pile, claims, folds)
    title = _title(pile, kind, claims, when, place)
    ids = tuple(claim.id for claim in claims)
    return Incident(key, kind, title, when, place, ids, status, tuple(agents), tuple(docs), counted(pile, claims, folds))


def _type(claims: Sequence[Claim]) -> str:
    """The type that most claims give; a special one is taken before the general "attack"."""
    counts = Counter(claim.verb for claim in claims if claim.kind == "event")
    return min(counts, key=lambda verb: (verb == "attack", -counts[verb], verb)) if counts else "statement"


def when_of(pile: Pile, claims: Sequence[Claim]) -> When | None:
    """The most exact date that most claims give, those that deny the event aside; a day told without its year or week is put into that."""
    slots = [(claim, slot) for claim in claims if claim.act != "denies" for slot in claim.slots if slot.name == "when"]
    dates = [slot.when for _, slot in slots if slot.when]
    counts = Counter((when.first, when.last) for when in dates)
    usable = [when for when in dates if when.days <= ROUGH] or dates
    best = min(usable, key=lambda when: (when.days, when.basis == "inferred", -counts[when.first, when.last], when.first), default=None)
    if best is None or best.days > ROUGH or (best.days == 1 and best.basis != "inferred"):
        return best
    told = [day for claim, slot in slots if slot.when is None and (day := _day_in(best, slot.text, pile.language(claim)))]
    return max(told, key=lambda when: (told.count(when), when.first), default=best)


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


def place_of(pile: Pile, claims: Sequence[Claim]) -> Place | None:
    """The most exact place that most claims give: where it took effect, else where it came from."""
    for roles in (("landed", "place"), ("from",), ("toward", "target")):
        found = [place for claim in claims if claim.polarity == "affirms" and (place := pile.place(claim, *roles))]
        counts = Counter(place.id for place in found)
        if found:
            return min(found, key=lambda place: (place.precision, -counts[place.id], place.id))
    return None


def _title(pile: Pile, kind: str, claims: Sequence[Claim], when: When | None, place: Place | None) -> str:
    """What kind of event, where and when, without a word on who did it or that it took place."""
    start, end = _commonest(pile, claims, "from"), _commonest(pile, claims, "landed", "toward", "target")
    way = f"{start} -> {end}" if start and end and start != end else place.name if place else end or start
    label = vocabulary().incident_types[kind].label if kind in vocabulary().incident_types else kind.replace("_", " ").capitalize()
    return ", ".join(part for part in (label, way, str(when) if when else "") if part)


def _commonest(pile: Pile, claims: Sequence[Claim], *roles: str) -> str:
    found = [place for claim in claims if (place := pile.place(claim, *roles))]
    counts = Counter(place.name for place in found)
    return min(found, key=lambda place: (place.precision, -counts[place.name], place.name)).name if found else ""


def matrix_of(pile: Pile, incident: Incident) -> Matrix:
    """Who says what: a row for each party in order of first word, with each voice that spoke for it; split cells in order of time.

    A voice that answers none of the questions has no row: it is among the incident's claims all the same.
    """
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in (pile.claims[claim] for claim in incident.claims):
        rows[pile.party(pile.voice(claim))].append(claim)
    questions = questions_of(incident.type)
    found = tuple(row for party, own in rows.items() if (row := _row(pile, party, own, questions, incident.when)).cells)
    return Matrix(incident.id, tuple(question.key for question in questions), found)


def _row(pile: Pile, party: str, claims: Sequence[Claim], questions: Sequence[Question], day: When | None) -> Row:
    cells = tuple((question.key, found) for question in questions if (found := positions_of(pile, claims, question, day)))
    voices = tuple(dict.fromkeys(pile.voice(claim) for claim in claims))
    return Row(party, pile.name(party), voices, cells)


def positions_of(pile: Pile, claims: Sequence[Claim], question: Question, day: When | None = None) -> tuple[Position, ...]:
    """The different answers of these claims to one question, each with its claims; dated ones in order of time behind undated ones.

    `day` is that of the incident: what was denied "quickly" was said on it or on the next one.
    """
    by_value: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for value in answers(pile, claim, question):
            by_value[value].append(claim)
    found = [Position(value, tuple(c.id for c in own), _said(own) or _soon(pile, own, day)) for value, own in by_value.items()]
    return tuple(sorted(found, key=lambda position: position.said.first.isoformat() if position.said else ""))


def _said(claims: Sequence[Claim]) -> When | None:
    """The first day on which it was said, as far as known."""
    return min((claim.said for claim in claims if claim.said), key=lambda said: (said.first, said.last), default=None)


def _soon(pile: Pile, claims: Sequence[Claim], day: When | None) -> When | None:
    """The day of what was spoken of and the next one, where it was denied at once."""
    if (
        day is None
        or day.days > 1
        or not any(
            claim.act == "denies" and _word_before_cue(claim) in pile.language(claim).rules("pointing")["at_once"] for claim in claims
        )
    ):
        return None
    return When(day.first, day.last + timedelta(days=1), "range", "inferred", day.text)


def _word_before_cue(claim: Claim) -> str:
    before = claim.quote[: claim.cue.start - claim.span.start].split() if claim.cue and claim.cue.within(claim.span) else []
    return before[-1].lower() if before else ""
