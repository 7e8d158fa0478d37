"""Pledges held against incidents: which bear on them, and who ascribes those that breach one to a party bound by it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.records.dispute import Dispute
from sayso.records.pledge import Effect, Pledge
from sayso.weigh.answers import dispute, dispute_id, question_on
from sayso.weigh.deeds import NOTHING, Aim, Deed, effect_of
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import AGAINST, Draft, borne_on
from sayso.weigh.stances import NO

DID_IT_COME, TO_COME = question_on("came_about"), "said to come"


@dataclass(frozen=True, slots=True)
class Breach:
    """An incident that breaches a pledge, with the claims that ascribe it to a party bound by it, and the voice of each."""

    incident: str
    claims: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A pledge with what bears on it, and its breaches in the order of the incidents."""

    pledge: Pledge
    breaches: tuple[Breach, ...] = ()


def held_against(draft: Draft, deeds: Sequence[Deed]) -> Held:
    """A pledge held against incidents, in order, all of which bear on it."""
    if draft.aim is None:
        return Held(draft.pledge)
    return Held(borne_on(draft.pledge, draft.aim, _effects(draft.aim, deeds)), tuple(_breaches(draft.aim, deeds)))


def held_anew(held: Held, was: Aim, pledge: Pledge, aim: Aim, gone: Collection[str], now: Iterable[Deed]) -> Held:
    """A pledge of which only incidents changed, or the claims that tell of it: the incidents that are `gone`, and all there are `now`.

    It was `held` to what bore on it by an aim to which all others mean the same (`means_the_same`); where that is the pledge itself, by
    this aim.
    """
    deeds = bearing(aim, now)
    breaches = [breach for breach in held.breaches if breach.incident not in gone]
    for breach in _breaches(aim, deeds):  # of thousands few are otherwise, and all stand in order
        insort(breaches, breach, key=lambda one: one.incident)
    effects = _effects(aim, deeds)
    if pledge is held.pledge and {one.ref: one.effect for one in pledge.bearing if one.ref in gone} == effects:
        return Held(pledge, tuple(breaches))
    claims = {*(one.ref for one in was.fates), *was.word}
    stay = {one.ref: one.effect for one in held.pledge.bearing if one.ref not in claims and one.ref not in gone}
    return Held(borne_on(pledge, aim, stay | effects), tuple(breaches))


def means_the_same(aim: Aim, was: Aim, beside: Collection[str]) -> bool:
    """Whether all incidents but these mean to a pledge what they meant before."""
    own = set(aim.own).symmetric_difference(was.own)
    return own.issubset(beside) and _looks(aim) == _looks(was)


def _looks(aim: Aim) -> Aim:
    """What an aim looks at in incidents."""
    beside = aim.targets or aim.at_large or aim.effect == "consistent"
    return replace(aim, own=(), word=(), fates=(), docs=aim.docs if beside else ())


def bearing(aim: Aim, deeds: Iterable[Deed]) -> list[Deed]:
    """Those of these incidents that bear on a pledge, in order."""
    return sorted((deed for deed in deeds if effect_of(deed, aim)), key=lambda deed: deed.incident)


def told_only_once(was: Sequence[Deed], now: Sequence[Deed]) -> tuple[list[Deed], list[Deed]]:
    """Incidents as they were and as they are, each without those who told both times who did it.

    These stand in one order, then as now: so whether what they tell breaches a pledge is not asked anew for each of many pledges.
    """
    return _without(was, now), _without(now, was)


def _without(deeds: Iterable[Deed], others: Iterable[Deed]) -> list[Deed]:
    told = {deed.incident: deed.told for deed in others}
    return [replace(deed, told=deed.told.without(told.get(deed.incident, NOTHING))) for deed in deeds]


def ascribed_otherwise(was: Sequence[Deed], now: Sequence[Deed]) -> frozenset[str] | None:
    """The parties to which more or less is ascribed in incidents of which nothing else is otherwise; None where more is."""
    if [replace(deed, told=NOTHING) for deed in was] != [replace(deed, told=NOTHING) for deed in now]:
        return None
    return frozenset(party for deed in (*was, *now) for parties in deed.told.parties for party in parties)


def may_bear_otherwise(aim: Aim, parties: Collection[str] | None) -> bool:
    """Whether incidents of which no more is otherwise than what is ascribed to these parties can mean something else to a pledge."""
    return parties is None or (aim.effect == "breaches" and not set(aim.bound).isdisjoint(parties))


def bears_alike(aim: Aim, was: Sequence[Deed], now: Sequence[Deed]) -> bool:
    """Whether incidents mean to a pledge what they meant as they were, and the same is told of those that breach it."""
    before = _effects(aim, was)
    if before != _effects(aim, now):
        return False
    told = ([deed for deed in deeds if deed.incident in before] for deeds in (was, now))
    return aim.effect != "breaches" or len({frozenset(_breaches(aim, deeds)) for deeds in told}) == 1


def _effects(aim: Aim, deeds: Iterable[Deed]) -> dict[str, Effect]:
    """What each of these incidents means for a pledge."""
    return {deed.incident: effect for deed in deeds if (effect := effect_of(deed, aim))}


def _breaches(aim: Aim, deeds: Iterable[Deed]) -> Iterable[Breach]:
    """Those of incidents bearing on a pledge that somebody ascribes to a party bound by it."""
    for deed in deeds if aim.effect == "breaches" else ():
        if (told := deed.told.naming(aim.bound)).claims:
            yield Breach(deed.incident, told.claims, told.voices)


def fate_disputes(pile: Pile, drafts: Iterable[Draft]) -> Iterable[Dispute]:
    """What somebody promised, foretold or threatened, beside the word that it has not come about; each about its first claim."""
    for draft in drafts:
        fates = draft.aim.fates if draft.aim else ()
        if against := [pile.claims[one.ref] for one in fates if one.effect in AGAINST]:
            own = [pile.claims[claim] for claim in draft.pledge.claims]
            promised = [claim for claim in own if claim not in against] or own
            yield dispute(pile, own[0].id, DID_IT_COME, "outcome", {TO_COME: promised, NO: against})


def fate_asked(pledge: Pledge) -> str:
    """The id of the dispute on whether a pledge came about."""
    return dispute_id(pledge.claims[0], DID_IT_COME)
