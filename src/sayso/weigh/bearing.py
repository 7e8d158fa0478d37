"""Pledges held against incidents: which bear on them, and who ascribes those that breach one to a party bound by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.records.pledge import Pledge
from sayso.weigh.deeds import Aim, Deed, bears
from sayso.weigh.pledges import Draft, borne_on


@dataclass(frozen=True, slots=True)
class Breach:
    """An incident that breaches a pledge, with the claims that ascribe it to a party bound by it, and their voices."""

    incident: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A pledge with what bears on it, and its breaches in the order of the incidents."""

    pledge: Pledge
    breaches: tuple[Breach, ...] = ()


def held_against(draft: Draft, deeds: Sequence[Deed]) -> Held:
    """A pledge held against incidents, in order, all of which bear on it."""
    if draft.aim is None:
        return Held(draft.pledge)
    return Held(borne_on(draft.pledge, draft.aim, [deed.incident for deed in deeds]), tuple(_breaches(draft.aim, deeds)))


def held_anew(held: Held, aim: Aim, gone: Collection[str], now: Iterable[Deed]) -> Held:
    """A pledge of which only incidents changed: those that are `gone`, and all there are `now` in their place."""
    deeds = bearing(aim, now)
    stay = [one.ref for one in held.pledge.bearing if one.ref not in gone]
    breaches = [*(breach for breach in held.breaches if breach.incident not in gone), *_breaches(aim, deeds)]
    pledge = borne_on(held.pledge, aim, {*stay, *(deed.incident for deed in deeds)})
    return Held(pledge, tuple(sorted(breaches, key=lambda breach: breach.incident)))


def bearing(aim: Aim, deeds: Iterable[Deed]) -> list[Deed]:
    """Those of these incidents that bear on a pledge, in order."""
    return sorted((deed for deed in deeds if bears(deed, aim)), key=lambda deed: deed.incident)


def _breaches(aim: Aim, deeds: Iterable[Deed]) -> Iterable[Breach]:
    """Those of incidents bearing on a pledge that somebody ascribes to a party bound by it."""
    for deed in deeds if aim.effect == "breaches" else ():
        if own := [one for one in deed.told if not set(aim.bound).isdisjoint(one.parties)]:
            yield Breach(deed.incident, tuple((one.claim, one.voice) for one in own))
