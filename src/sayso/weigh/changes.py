"""What is new between two weighings: new incidents, contradictions, changed positions, further origins, pledges borne on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sayso.records.change import Change, News
from sayso.records.count import between, many
from sayso.records.dispute import Dispute
from sayso.records.incident import Incident, Row
from sayso.records.worked_out import Weighing
from sayso.weigh.counterparts import Name, counterparts, label_of, told, values_by_claim
from sayso.weigh.disputes import OCCURRENCE
from sayso.weigh.stances import DENIES, NO, YES


def changes(before: Weighing, after: Weighing, known: Collection[str], name: Name) -> list[Change]:
    """All that is new: incidents, contradictions, changed positions, further origins, other statuses that none of these tells, pledges.

    `known` are the ids of the claims that were there before. An incident that a person rejected tells nothing more but that.
    """
    earlier = counterparts(after.incidents, before.incidents)
    shown = sorted(
        (one for one in after.incidents if one.status != "rejected"), key=lambda one: (one.when.first if one.when else date.max, one.id)
    )
    pairs = [(incident, earlier[incident.id]) for incident in shown if incident.id in earlier]
    new = [_new(incident, after) for incident in shown if incident.id not in earlier]
    turned = list(_reversed(before, after, {incident.id: incident.title for incident, _ in pairs}))
    against = list(_contradicts(before, after, known, {claim for change in turned for claim in change.claims}, name))
    further = [_counted("corroborated", now, was, known) for now, was in pairs if now.origins[0] > was.origins[0]]
    told_of = {change.id for change in (*turned, *against, *further)}
    moved = [
        Change("status", now.id, now.title, "", was.status, now.status, now.claims)
        for now in after.incidents
        if (was := earlier.get(now.id)) and was.status != now.status and (now.id not in told_of or now.status == "rejected")
    ]
    fewer = [_counted("status", now, was, known) for now, was in pairs if now.origins[0] < was.origins[0]]
    return [*new, *against, *turned, *further, *moved, *fewer, *_pledges(before, after, name)]


def _new(incident: Incident, after: Weighing) -> Change:
    rows = next((matrix.rows for matrix in after.matrices if matrix.incident == incident.id), ())
    voices = len({voice for row in rows for voice in row.voices})
    counts = [many(len(incident.claims), "claim"), *([many(voices, "voice")] if voices else []), incident.status]
    return Change("new", incident.id, incident.title, "", "", ", ".join(counts), incident.claims)


def _contradicts(before: Weighing, after: Weighing, known: Collection[str], turned: Collection[str], name: Name) -> Iterator[Change]:
    """Questions on which a further answer is given, or answers stand against each other that did not; not what one party turned to."""
    earlier = counterparts(after.disputes, before.disputes)
    titles = {incident.id: incident.title for incident in after.incidents}
    fresh = {incident.id for incident in after.incidents if not set(incident.claims) & set(known)}
    for dispute in after.disputes:
        held = [side for side in dispute.sides if set(side.claims) & set(known)]
        added = [side for side in dispute.sides if side not in held]
        claims = tuple(dict.fromkeys(claim for side in added or held for claim in side.claims))
        is_told = dispute.about in fresh or _with_itself(dispute) or (dispute.kind == "occurrence" and added and set(claims) <= set(turned))
        if not is_told and (added or dispute.id not in earlier):
            about = titles.get(dispute.about) or name(dispute.about)
            yield Change(
                "contradicts", dispute.about, about, dispute.question, told(held if added else (), name), told(added or held, name), claims
            )


def _with_itself(dispute: Dispute) -> bool:
    """Whether it is one party's answers that differ: that is told as a changed position."""
    return dispute.kind == "occurrence" and dispute.question != OCCURRENCE


def _reversed(before: Weighing, after: Weighing, titles: Mapping[str, str]) -> Iterator[Change]:
    """Each party that now also takes the other stand on a question; `titles` are those of the incidents that are looked at."""
    held = values_by_claim(before.matrices)
    for matrix in after.matrices:
        for row in matrix.rows if matrix.incident in titles else ():
            for question, positions in row.cells:
                claims = [claim for position in positions for claim in position.claims]
                was = _stands((value for claim in claims for value in held.get((claim, question), ())), row)
                turned = [one for one in positions if (stand := _stands([one.value], row)) and not set(stand) <= set(was)]
                if was and turned:
                    detail = row.name if label_of(question) == OCCURRENCE else f"{row.name}, {label_of(question)}"
                    now = ", ".join(_stands((one.value for one in turned), row))
                    on = tuple(dict.fromkeys(claim for one in turned for claim in one.claims))
                    yield Change("reversed", matrix.incident, titles[matrix.incident], detail, ", ".join(was), now, on)


def _stands(values: Iterable[str], row: Row) -> list[str]:
    """Those of a party's answers that take a stand: yes, no, denies, or, where it is asked who did it, the party's own name."""
    plain = (value.partition(",")[0] for value in values)
    return list(dict.fromkeys(value for value in plain if value in (YES, NO, DENIES, row.name)))


def _counted(kind: News, now: Incident, was: Incident, known: Collection[str]) -> Change:
    """On how many independent origins an incident rests, and rested."""
    claims = tuple(claim for claim in now.claims if claim not in known)
    return Change(kind, now.id, now.title, "independent origins", between(was.origins), between(now.origins), claims or now.claims)


def _pledges(before: Weighing, after: Weighing, name: Name) -> Iterator[Change]:
    """Pledges, predictions and threats that are new, or on which something else bears than before."""
    earlier, later = counterparts(after.pledges, before.pledges), counterparts(before.incidents, after.incidents)
    for pledge in after.pledges:
        was = earlier.get(pledge.id)
        seen = {later[one.ref].id if one.ref in later else one.ref for one in was.bearing} if was else set()
        now = {one.ref for one in pledge.bearing}
        if was is None or seen != now:
            news = [
                *([f"new {pledge.kind}"] if was is None else []),
                *([_bearing(now - seen, "more " if was else "", "")] if now - seen else []),
                *([_bearing(seen - now, "", " no more")] if seen - now else []),
            ]
            content, stood = " ".join(pledge.content.split()), f"borne on by {len(seen)}" if was else ""
            yield Change("pledge", pledge.id, name(pledge.by), f"“{content}”", stood, ", ".join(news), pledge.claims)


def _bearing(refs: Collection[str], more: str, no_more: str) -> str:
    """What bears on a pledge: "1 more incident bears on it", "2 reports bear on it no more"."""
    one = "incident" if all(ref.startswith("i-") for ref in refs) else "report"
    return f"{many(len(refs), more + one)} {'bears' if len(refs) == 1 else 'bear'} on it{no_more}"
