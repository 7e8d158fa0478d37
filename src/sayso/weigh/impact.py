"""What falls or changes where a source is withdrawn: the weighing with its claims held against the one without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.records.change import Change
from sayso.records.claim import Claim
from sayso.records.count import between, many
from sayso.records.incident import Incident, Row
from sayso.records.pledge import Pledge
from sayso.records.worked_out import Weighing
from sayso.weigh.counterparts import Name, claims_of, counterparts, label_of, told, values_by_claim


def impact(fallen: Sequence[Claim], before: Weighing, after: Weighing, name: Name) -> list[Change]:
    """All that differs: the claims that fall, then incidents with their status, origins and positions, then disputes and pledges."""
    claims = [
        Change("claim", one.id, one.voice.name or one.voice.text, one.act, " ".join(one.quote.split()), "", (one.id,)) for one in fallen
    ]
    return [*claims, *_incidents(before, after), *_disputes(before, after, name), *_pledges(before, after, name)]


def _incidents(before: Weighing, after: Weighing) -> Iterator[Change]:
    later, earlier = counterparts(before.incidents, after.incidents), counterparts(after.incidents, before.incidents)
    rows, left = {matrix.incident: matrix.rows for matrix in before.matrices}, values_by_claim(after.matrices)
    for was in before.incidents:
        now = later.get(was.id)
        if now is None:
            yield Change("incident", was.id, was.title, "", _stand(was), "", was.claims)
            continue
        if now.status != was.status:
            yield Change("status", was.id, was.title, "", was.status, now.status, was.claims)
        if now.origins != was.origins:
            yield Change("origins", was.id, was.title, "", between(was.origins), between(now.origins), was.claims)
        for row in rows.get(was.id, ()):
            yield from _positions(was, row, left)
        parts = [one for one in after.incidents if one.id != now.id and earlier.get(one.id) == was]
        if parts:  # what fell held them together
            yield Change("incident", was.id, was.title, "parts", _stand(was), " | ".join(map(_stand, [now, *parts])), was.claims)


def _positions(incident: Incident, row: Row, left: Mapping[tuple[str, str], Sequence[str]]) -> Iterator[Change]:
    """What a party answers to each question, where it does not give all of its answers any more."""
    for question, positions in row.cells:
        claims = tuple(dict.fromkeys(claim for position in positions for claim in position.claims))
        answers = [position.value for position in positions]
        kept = [value for value in answers if any(value in left.get((claim, question), ()) for claim in claims)]
        if kept != answers:
            detail = f"{row.name}: {label_of(question)}"
            yield Change("position", incident.id, incident.title, detail, " | ".join(answers), " | ".join(kept), claims)


def _stand(incident: Incident) -> str:
    return f"{incident.status}, {many(len(incident.claims), 'claim')}"


def _disputes(before: Weighing, after: Weighing, name: Name) -> Iterator[Change]:
    later = counterparts(before.disputes, after.disputes)
    titles = {incident.id: incident.title for incident in before.incidents}
    for was in before.disputes:
        order = {side.value: number for number, side in enumerate(was.sides)}
        left = sorted(later[was.id].sides if was.id in later else (), key=lambda side: order.get(side.value, len(order)))
        if told(was.sides, name) != told(left, name):
            about = titles.get(was.about) or name(was.about)
            claims = tuple(dict.fromkeys(claims_of(was)))
            yield Change("dispute", was.id, about, was.question, told(was.sides, name), told(left, name), claims)


def _pledges(before: Weighing, after: Weighing, name: Name) -> Iterator[Change]:
    later = counterparts(before.pledges, after.pledges)
    for was in before.pledges:
        stood, stands = _borne(was), _borne(later[was.id]) if was.id in later else ""
        if stood != stands:
            yield Change("pledge", was.id, name(was.by), f"“{' '.join(was.content.split())}”", stood, stands, was.claims)


def _borne(pledge: Pledge) -> str:
    return f"{pledge.status}, borne on by {len(pledge.bearing)}"
