"""Which mentions of events are compared: few each with each, and in a crowd each with the first ones that share a detail with it."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from sayso.link.happenings import Happening
from sayso.link.incident_features import DOUBT
from sayso.link.undated import MONTH, SOON
from sayso.records.vocabulary import vocabulary

ABOUT = "about"
CROWD, FIRST = 24, 2
"""Mentions of one day, or of one place, up to which each is compared with each; in a larger crowd each is compared with this many of those
told first of each place, actor, weapon and number that it shares. Set on the ledgers of bench/scale.py: of 50,000 claims B-cubed is .9759,
with four of each .9766 in a quarter more time; on the hand-made ledgers no figure differs."""

Pair = tuple[str, str]
"""The ids of two mentions, mostly the one that is told first before the other."""
Order = tuple[str, int, int, str]
"""The place of a mention in the pile, which ends with its id."""
Noted = tuple[list[Order], list[Order]]
"""The first mentions that have a detail, in their order: those without a day of their own, or in a block of a day; and the dated ones."""


def blocks_of(one: Happening) -> list[str]:
    """What a mention shares with all those of other documents with which it is compared, by families of kinds: a day, or what it is of."""
    matters = (mark if isinstance(mark, str) else " ".join(map(str, mark)) for mark in _matters(one))
    shared = dict.fromkeys([*(f"day {day}" for day in _days(one)), *(f"{ABOUT} {mark}" for mark in matters)])
    return [f"{what} {kind}" for kind in vocabulary().families_of(one.type) for what in shared]


def _matters(one: Happening) -> list[str | tuple[object, ...]]:
    """What of a mention can make it one with another although one gives no day; of those that give none also two names together."""
    places = sorted(one.regions) or sorted({place.country for place in one.places.values() if place.country} | one.aims)
    named = [*sorted(one.targets), *sorted(one.things), *sorted(one.numbers), *(f"own {name}" for name in sorted(one.own | one.hinted))]
    return [*places, *named, *(() if one.when else combinations(sorted(one.phrase.names), 2))]


def details_of(one: Happening) -> list[str]:
    """What of a mention can make it one with another of the same day or place."""
    places = [*sorted(one.regions if one.places else one.topic), *sorted({place.country for place in one.places.values()} | one.aims)]
    named = [*sorted(one.agents), *sorted(one.targets), *sorted(one.instrument), *sorted(one.things)]
    counted = [f"counted {name} {float(low)}" for name, low in sorted(one.numbers)]
    own = [f"own {name}" for name in sorted(one.own | one.hinted)]
    return [*(f"place {place}" for place in places), *(f"named {name}" for name in named), *own, *counted, f"definite {one.definite}"]


def _days(one: Happening) -> list[str]:
    """Every day on which it may have been, if that is known to the month; without a day those before its text was written."""
    if not one.when and one.told and one.told.days <= MONTH:
        return [(one.told.last - timedelta(days=n)).isoformat() for n in range(one.told.days + SOON)]
    if not one.when or one.when.days > MONTH:
        return []
    slack = DOUBT if one.when.basis == "inferred" else 0
    return [(one.when.first + timedelta(days=n)).isoformat() for n in range(-slack, one.when.days + slack)]


def _is_dated(one: Happening, block: str) -> bool:
    """Whether a mention meets others of its kind by its days, and not in this block."""
    return one.when is not None and one.when.days <= MONTH and block.startswith(ABOUT)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Of the mentions of a crowded block, the first ones that have each detail."""

    block: str
    first: dict[str, Noted] = field(default_factory=dict)

    def met(self, one: Happening, details: Iterable[str]) -> set[str]:
        """Those noted so far with which a further mention is compared."""
        ways = (0,) if _is_dated(one, self.block) else (0, 1)
        return {other[-1] for detail in details if detail in self.first for way in ways for other in self.first[detail][way]}

    def add(self, one: Happening, details: Iterable[str]) -> None:
        """Notes a mention behind the others."""
        dated = _is_dated(one, self.block)
        for detail in details:
            own = self.first.setdefault(detail, ([], []))[dated]
            if len(own) < FIRST:
                own.append(one.order)

    def take_out(self, one: Happening) -> bool:
        """Forgets a mention; False if another one would come among the first in its place, which is not known."""
        dated = _is_dated(one, self.block)
        for detail in details_of(one):
            own = self.first.get(detail, ([], []))[dated]
            if one.order in own:
                if len(own) == FIRST:
                    return False
                own.remove(one.order)
        return True

    def put_in(self, one: Happening) -> set[Pair] | None:
        """Notes a mention wherever it was told, and gives the pairs in which it is compared; None if mentions that are not noted may be."""
        pairs, dated = set[Pair](), _is_dated(one, self.block)
        for detail in details_of(one):
            both = self.first.setdefault(detail, ([], []))
            own, meeting = both[dated], both[:1] if dated else both
            if len(own) == FIRST and own[-1] < one.order:
                pairs |= {(other[-1], one.id) for some in meeting for other in some if other < one.order}
            elif max(map(len, (own, *meeting))) == FIRST:
                return None
            else:
                pairs |= {(min(one.order, other)[-1], max(one.order, other)[-1]) for some in meeting for other in some}
                insort(own, one.order)
        return pairs

    def told(self) -> Mapping[str, Noted]:
        """The details that are noted of any."""
        return {detail: both for detail, both in self.first.items() if any(both)}


def candidates(found: Sequence[Happening]) -> tuple[list[Pair], list[Crowd]]:
    """Pairs worth judging, each once: in one document all; across documents those that share a day, undated ones by what they are of.

    With them come the crowds.
    """
    here: dict[str, list[Happening]] = defaultdict(list)
    blocks: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
        for block in blocks_of(one):
            blocks[block].append(one)
    pairs = {(one.id, other.id) for told in here.values() for one, other in combinations(told, 2)}
    details, crowds = {one.id: details_of(one) for one in found}, []
    for block, told in blocks.items():
        if len(told) > CROWD:
            crowds.append(Crowd(block))
            pairs.update(_met(crowds[-1], told, details))
        else:
            pairs.update(_each(block, told))
    return sorted(pairs), crowds


def compared(block: str, told: Sequence[Happening]) -> Iterator[Pair]:
    """The pairs of a block to be judged, given its mentions in their order: all of a small one; of a crowd each mention with the first
    ones that share a detail with it, so that work grows with the crowd and not with its square.

    Dated mentions meet each other by their days, not by what they are of.
    """
    if len(told) > CROWD:
        return _met(Crowd(block), told, {one.id: details_of(one) for one in told})
    return _each(block, told)


def _each(block: str, told: Sequence[Happening]) -> Iterator[Pair]:
    dated = {one.id for one in told if _is_dated(one, block)}
    return ((one.id, other.id) for one, other in combinations(told, 2) if not (one.id in dated and other.id in dated))


def _met(crowd: Crowd, told: Sequence[Happening], details: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    for one in told:
        yield from ((other, one.id) for other in crowd.met(one, details[one.id]))
        crowd.add(one, details[one.id])


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What is otherwise in a block: the pairs to be judged now, as they were not compared or one of them changed; those compared no more
    of others; and the crowd that it is now, if it is one.
    """

    new: set[Pair]
    lost: set[Pair]
    crowd: Crowd | None


def changed_in(crowd: Crowd, gone: Iterable[Happening], come: Iterable[Happening]) -> Otherwise | None:
    """What a few mentions that leave and join a crowd change, by those that are noted alone; None where all of it has to be read."""
    if not all(map(crowd.take_out, gone)):
        return None
    new: set[Pair] = set()
    for one in sorted(come, key=lambda told: told.order):
        if (pairs := crowd.put_in(one)) is None:
            return None
        new |= pairs
    return Otherwise(new, set(), crowd)


def compared_otherwise(block: str, was: Sequence[Happening], now: Sequence[Happening], changed: Set[str]) -> Otherwise:
    """What is otherwise in a block, given all its mentions before and after, in their order."""
    if min(len(was), len(now)) > CROWD:
        return _crowds_otherwise(block, {one.id: one for one in was}, {one.id: one for one in now}, changed)
    before, after = set(compared(block, was)), set(compared(block, now))
    new = {pair for pair in after if pair not in before or not changed.isdisjoint(pair)}
    lost = {pair for pair in before - after if changed.isdisjoint(pair)}
    return Otherwise(new, lost, _crowd_of(block, now) if len(now) > CROWD else None)


def _crowd_of(block: str, told: Sequence[Happening]) -> Crowd:
    crowd = Crowd(block)
    for one in told:
        crowd.add(one, details_of(one))
    return crowd


def _crowds_otherwise(block: str, was: Mapping[str, Happening], now: Mapping[str, Happening], changed: Set[str]) -> Otherwise:
    """The same for two crowds, which differ little: most mentions meet the same first ones before and after."""
    before, after, new, lost = Crowd(block), Crowd(block), set[Pair](), set[Pair]()
    for ident, one in sorted({**was, **now}.items(), key=lambda told: told[1].order):
        details = details_of(one)
        if ident in changed:
            new |= {(other, ident) for other in after.met(one, details)} if ident in now else set()
        else:
            there, here = before.met(one, details), after.met(one, details)
            new |= {(other, ident) for other in here if other not in there or other in changed}
            lost |= {(other, ident) for other in there - here if other not in changed}
        if ident in was:
            before.add(was[ident], details_of(was[ident]) if ident in changed else details)
        if ident in now:
            after.add(one, details)
    return Otherwise(new, lost, after)
