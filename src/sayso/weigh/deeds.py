"""Violent incidents by what pledges and threats speak of: who did them, out of which country, and against whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import compress

from msgspec import Struct

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.spotting import Spotter
from sayso.records.claim import Claim
from sayso.records.incident import Incident
from sayso.records.pledge import Bearing, Effect
from sayso.records.vocabulary import vocabulary
from sayso.weigh.pile import Pile
from sayso.weigh.testimony import Testimony, tallied

NAMED = frozenset({"armed_group", "state", "government_body", "international_org", "company"})
"""Kinds of actors who are somebody in particular: not "gunmen", or "young men"."""


Row = tuple[str, tuple[str, tuple[str, ...]]]
"""A claim that tells who did it, its voice, and the parties that it names."""


class Ascribed(Struct, frozen=True, array_like=True):
    """The claims that tell who did it, in columns, as they are many: the voice of each, and which of `parties` it names, its own aside."""

    claims: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    which: tuple[int, ...] = ()
    parties: tuple[tuple[str, ...], ...] = ()

    def naming(self, parties: Collection[str]) -> Ascribed:
        """Those that name one of these parties."""
        among = [not own.isdisjoint(parties) for own in map(frozenset, self.parties)]
        return self if all(among) else self._those([among[number] for number in self.which])

    def without(self, other: Ascribed) -> Ascribed:
        """Those that do not stand so among others."""
        told = dict(other._rows())
        return self._those([told.get(claim) != row for claim, row in self._rows()])

    def _rows(self) -> Iterable[Row]:
        """Each claim with what it tells."""
        return zip(self.claims, zip(self.voices, map(self.parties.__getitem__, self.which), strict=True), strict=True)

    def _those(self, chosen: Sequence[bool]) -> Ascribed:
        which = list(compress(self.which, chosen))
        place = {number: now for now, number in enumerate(dict.fromkeys(which))}
        parties = tuple([self.parties[number] for number in place])
        numbers = tuple([place[number] for number in which])
        return Ascribed(tuple(compress(self.claims, chosen)), tuple(compress(self.voices, chosen)), numbers, parties)


def ascribed(rows: Iterable[Row]) -> Ascribed:
    """Claims, each with its voice and the parties that it names."""
    claims, told = zip(*found, strict=True) if (found := list(rows)) else ((), ())
    voices, named = zip(*told, strict=True) if told else ((), ())
    number: dict[tuple[str, ...], int] = {}
    which = [number.setdefault(parties, len(number)) for parties in named]
    return Ascribed(claims, voices, tuple(which), tuple(number))


NOTHING = Ascribed()


@dataclass(frozen=True, slots=True)
class Deed:
    """What pledges look at in a violent incident; `last` is the last day on which it can have been.

    `agents` are those said to have done it, with their parties and camps, in or at the countries `at`; out of those of `out_of` it went
    into another one. `parties` are those of its agents, `states` those of the states and bodies in it; `told` is who says of others that
    they did it. `targets` are the kinds of things that were hit, `told_on` the last day on which that was told; `known` is whether somebody
    is named as its doer; `docs` are the documents that tell of it.
    """

    incident: str
    last: date | None = None
    agents: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    told: Ascribed = NOTHING
    targets: tuple[str, ...] = ()
    told_on: date | None = None
    known: bool = False
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """What would bear on a pledge, prediction or threat, and how.

    That is what one of `doers` did in or at one of `countries`, wherever it was if none is named or no place told of what was threatened;
    and, if it looks `outward`, what came out of one of these, or what its `giver` did to another state; from the day `since` on, if known,
    and in no incident of which its own claims tell (`own`). `word` are the claims by which others say that it was not kept; `bound` the
    parties that are to keep it; `fates` the claims that tell what became of it. `targets` are the kinds of things that it means to spare or
    to hit: what hits one of them bears on it too where nobody else is named as the doer, and one of its own documents (`docs`) tells of it;
    so does all of that, where a whole campaign was threatened on a known day (`at_large`).
    """

    effect: Effect
    giver: str
    doers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outward: bool = False
    since: date | None = None
    own: tuple[str, ...] = ()
    word: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    fates: tuple[Bearing, ...] = ()
    targets: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    at_large: bool = False


def deed_of(incident: Incident, told: Sequence[Testimony]) -> Deed | None:
    """What pledges look at in an incident; None where it is no violence."""
    if not vocabulary().is_violent(incident.type):
        return None
    scenes = [scene for scene, _ in tallied([one.scene for one in told])]
    blames = [blame for blame, _ in tallied([one.blame for one in told])]
    out_of = {land for scene in scenes for land in scene.out_of}
    inside = {land for scene in scenes for land in scene.inside}
    into = {land for scene in scenes for land in scene.into}
    struck = {land for blame in blames for land in blame.struck}
    aims = into | struck | (inside if out_of else set())
    source = out_of or inside
    ascribing = tallied([one.blame for one in told if one.stance.act != "denies"])
    agents = {agent.actor: agent for blame, _ in ascribing for agent in blame.agents}.values()
    return Deed(
        incident.id,
        incident.when.last if incident.when else None,
        tuple(sorted({who for agent in agents for who in (agent.actor, agent.party, agent.camp)})),
        tuple(sorted(out_of | inside | into)),
        tuple(sorted(source if aims - source else ())),
        tuple(sorted({agent.party for agent in agents})),
        tuple(sorted({state for blame in blames for state in blame.states})),
        ascribed(_ascribing(told)),
        tuple(sorted({target for blame in blames for target in blame.targets})),
        max((said.last for said, _ in tallied([one.said for one in told]) if said), default=None),
        any(agent.named for agent in agents),
        tuple(sorted({one.doc for one in told})),
    )


def _ascribing(told: Iterable[Testimony]) -> Iterable[Row]:
    parties: dict[int, tuple[str, ...]] = {}
    for one in told:
        if one.stance.ascribes and one.blame.agents:
            if (named := parties.get(id(one.blame))) is None:
                named = parties[id(one.blame)] = tuple(sorted({agent.party for agent in one.blame.agents}))
            own = one.speaker.party
            if others := tuple([party for party in named if party != own]) if own in named else named:
                yield one.claim, (one.speaker.voice, others)


def effect_of(deed: Deed, aim: Aim) -> Effect | None:
    """What an incident means for a pledge; None where it is none of which that speaks.

    Who hit what was to be spared, or what was threatened, may not be known: then that is left open.
    """
    if deed.incident in aim.own:
        return None
    if _done_by(deed, aim):
        return aim.effect
    if (set(aim.targets).isdisjoint(deed.targets) and not _at_large(deed, aim)) or not _is_later(deed, aim):
        return None
    if not {*aim.doers, *aim.bound}.isdisjoint(deed.agents):
        return aim.effect
    return None if deed.known or set(aim.docs).isdisjoint(deed.docs) else "ambiguous"


def _at_large(deed: Deed, aim: Aim) -> bool:
    """Whether it may be part of a campaign that was threatened: nobody is named as its doer, and it is told beside the threat."""
    return aim.at_large and not deed.known and not set(aim.docs).isdisjoint(deed.docs)


def _is_later(deed: Deed, aim: Aim) -> bool:
    """Whether an incident came after a pledge was given; one without a day, where it is told on a later one."""
    if aim.since is None:
        return False
    return deed.last >= aim.since if deed.last else deed.told_on is not None and deed.told_on > aim.since


def _can_be_later(deed: Deed, aim: Aim) -> bool:
    """Whether an incident may have come after a pledge; one without a day, where it is told on the day of the pledge or later.

    Where no day is known at all, or none of a deed that is told beside a threat, it may be the one that its doer threatened; that it
    breaches his word nobody can say.
    """
    last = deed.last or deed.told_on
    if aim.since is None or last is None:
        beside = aim.since is None or not set(aim.docs).isdisjoint(deed.docs)
        return deed.last is not None or (beside and aim.effect == "consistent")
    return last >= aim.since


def _done_by(deed: Deed, aim: Aim) -> bool:
    """Whether it was done by one of whom a pledge speaks, or came out of where it speaks of."""
    if not _can_be_later(deed, aim):
        return False
    elsewhere = aim.countries and set(aim.countries).isdisjoint(deed.at) and (deed.at or aim.effect != "consistent")
    if not set(aim.doers).isdisjoint(deed.agents) and not elsewhere:
        return True
    struck = aim.giver in deed.parties and bool(set(deed.states) - {aim.giver})
    return aim.outward and (struck or not set(aim.countries).isdisjoint(deed.out_of))


def marks_of_deed(deed: Deed) -> list[str]:
    """By what a pledge finds an incident that may bear on it."""
    doers = [f"by {agent}" for agent in deed.agents]
    givers = [f"of {party}" for party in deed.parties if deed.states]
    hits = [f"hits {target}" for target in deed.targets]
    return [*doers, *(f"out of {country}" for country in deed.out_of), *givers, *hits, *_told_in(deed)]


def _told_in(deed: Deed) -> list[str]:
    """The documents that tell of it, where nobody is named as its doer."""
    return [] if deed.known else [f"in {doc}" for doc in deed.docs]


def marks_of_aim(aim: Aim) -> list[str]:
    """One of these is among those of each incident that bears on a pledge."""
    beside = [f"in {doc}" for doc in aim.docs] if aim.at_large else []
    return [*_marks_of_doers(aim), *(f"hits {target}" for target in aim.targets), *beside]


def _marks_of_doers(aim: Aim) -> list[str]:
    outward = [f"of {aim.giver}", *(f"out of {country}" for country in aim.countries)] if aim.outward else []
    return [*(f"by {doer}" for doer in aim.doers), *outward]


class Deeds:
    """Many violent incidents, to be asked for those that bear on a pledge without looking at each."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self._by_mark: dict[str, list[Deed]] = defaultdict(list)
        for deed in deeds:
            for mark in marks_of_deed(deed):
                self._by_mark[mark].append(deed)

    def bearing(self, aim: Aim) -> list[Deed]:
        """Those that bear on a pledge, by their ids: of all that hit what it means to spare or to hit, few are of anybody it speaks of."""
        hits = [*(f"by {who}" for who in aim.bound), *(f"in {doc}" for doc in aim.docs)] if aim.targets or aim.at_large else []
        near = {deed.incident: deed for mark in {*_marks_of_doers(aim), *hits} for deed in self._by_mark.get(mark, ())}
        return [deed for _, deed in sorted(near.items()) if effect_of(deed, aim)]


def actors_in(pile: Pile, claims: Sequence[Claim], *roles: str) -> set[str]:
    """The actors that stand in these roles."""
    return {who for claim in claims for slot in claim.slots if slot.name in roles and (who := pile.actor(claim, slot.actor))}


@cache
def _targets(language: Language) -> Spotter:
    kinds = language.rules("bearing")["targets"].items()
    return Spotter(rf"\b(?:{any_like(f'(?P<{name}>{any_like(words)})' for name, words in kinds)})")


@lru_cache(maxsize=1 << 14)
def targets_named(language: Language, text: str) -> frozenset[str]:
    """The kinds of things that a text names of those that pledges mean to spare and threats to hit."""
    return frozenset(match.lastgroup for match in _targets(language).finditer(small(text)) if match.lastgroup)


def targets_in(pile: Pile, claim: Claim) -> frozenset[str]:
    """The kinds of things that a claim names outside of the names of its voices."""
    text = claim.quote
    for voice in claim.voices:
        if voice.span and voice.span != claim.span and voice.span.within(claim.span):
            start, end = voice.span.start - claim.span.start, voice.span.end - claim.span.start
            text = text[:start] + " " * (end - start) + text[end:]
    return targets_named(pile.language(claim), text)
