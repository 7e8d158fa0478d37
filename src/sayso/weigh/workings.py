"""The workings that weighing keeps, so that a change can be weighed alone: made here for a whole pile and for a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.review import Standing
from sayso.records.worked_out import Working
from sayso.weigh.bearing import Breach, Held
from sayso.weigh.deeds import Aim, Deed, marks_of_aim, marks_of_deed
from sayso.weigh.incidents import Dossier
from sayso.weigh.kept import BREACHED, Kept
from sayso.weigh.marks import leans_on
from sayso.weigh.packed import Packed, is_kept, packed, packed_left
from sayso.weigh.part import face_of
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import Draft
from sayso.weigh.surroundings import Setting
from sayso.weigh.testimony import Testimony


class Told(Struct, frozen=True, array_like=True):
    """What is kept of an incident: what pledges look at in it, if it is violent, and the ids of its disputes and figures."""

    deed: Deed | None
    disputes: tuple[str, ...]
    figures: tuple[str, ...]


_TOLD, _AIM, _STANDING = msgspec.json.Decoder(Told), msgspec.json.Decoder(Aim | None), msgspec.json.Decoder(Standing)
_BREACHES = msgspec.json.Decoder(tuple[Breach, ...])


def told_from(working: Working) -> Told:
    """What was kept of an incident."""
    return _TOLD.decode(working.record)


def aim_from(working: Working) -> Aim | None:
    """What was kept of a pledge."""
    return _aim(working.record)


@lru_cache(maxsize=1 << 12)  # of many incidents the same pledges are asked whether they bear on them
def _aim(record: str) -> Aim | None:
    aim: Aim | None = _AIM.decode(record)
    return aim


def claim_working(claim: Claim, setting: Setting, marks: tuple[str, ...]) -> Working:
    """What is kept of a claim."""
    return Working(claim.id, claim.span.doc, _json(setting), marks)


def face_working(pile: Pile, actor: Actor) -> Working:
    """What is kept of an actor."""
    return Working(actor.id, "", face_record(actor), leans_on(pile, actor.id))


def face_record(actor: Actor) -> str:
    """The face of an actor as it is kept."""
    return _json(face_of(actor))


def incident_workings(dossiers: Iterable[Dossier]) -> Iterable[Working]:
    """What is kept of these incidents: nothing of one that is not violent and has neither a dispute nor a number."""
    for one in dossiers:
        disputes, figures = tuple(sorted({*(row.id for row in one.disputes), *one.left})), tuple(sorted(row.id for row in one.figures))
        if one.deed or disputes or figures:
            marks = tuple(sorted(set(marks_of_deed(one.deed)))) if one.deed else ()
            yield Working(one.incident.id, "", _json(Told(one.deed, disputes, figures)), marks)


def testimony_workings(told: Mapping[str, Sequence[Testimony]], before: Mapping[str, Packed]) -> Iterable[Working]:
    """The testimonies of these incidents, as far as they are kept; of some all stood among those `before`, and are told as there."""
    for incident, own in told.items():
        if is_kept(own):
            yield Working(incident, "", packed_left(before[incident], own) if incident in before else packed(own))


def aim_working(draft: Draft) -> Working:
    """What is kept of a pledge."""
    near = borne_on(marks_of_aim(draft.aim)) if draft.aim else ()
    return Working(draft.pledge.id, "", _json(draft.aim), tuple(sorted({draft.group, *near})))


def borne_on(marks: Iterable[str]) -> list[str]:
    """By which marks of incidents pledges are found on which these may bear."""
    return [f"borne on {mark}" for mark in marks]


def breached_working(held: Held) -> Working:
    """What is kept of the breaches of a pledge."""
    return Working(held.pledge.id, "", _json(held.breaches))


def held_before(kept: Kept, ids: Sequence[str]) -> dict[str, Held]:
    """These pledges with what bears on them, as they were kept."""
    if not ids:
        return {}
    breaches = {working.key: _BREACHES.decode(working.record) for working in kept.workings(BREACHED, keys=ids)}
    return {pledge.id: Held(pledge, breaches.get(pledge.id, ())) for pledge in kept.weighed("pledges", ids)}


def work_working(work: str, document: str) -> Working:
    """What is kept of a cited work that is itself in the pile."""
    return Working(work, document)


def standing_workings(standings: Sequence[Standing]) -> list[Working]:
    """What is kept of the statuses that people gave, in their order."""
    return [Working(f"{number:06}", "", _json(standing)) for number, standing in enumerate(standings)]


def standing_from(working: Working) -> Standing:
    """The status that a person gave, as it was kept."""
    return _STANDING.decode(working.record)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
