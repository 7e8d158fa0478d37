"""Which mentions of events are compared: few each with each, and in a crowd each with the first ones that share a detail with it."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from sayso.link.happenings import Happening, kinds_near
from sayso.link.seats import ABOUT, Order, Seat, blocks_of, seat_of

CROWD, FIRST = 24, 2
"""Mentions of one day, or of one place, up to which each is compared with each; in a larger crowd each is compared with this many of those
told first of each place, actor, weapon and number that it shares. Set on the ledgers of bench/scale.py: of 100,000 claims B-cubed is .973,
with one of each .971 in no less time, with four a quarter more time; on the hand-made ledgers no figure differs."""
FAR = 100_000
"""Code points of one text, forty pages, over which mentions are compared that share no day and place: a longer text is a book or a file of
many reports, in which the work would grow with its square. Twice as far as the longest text of a hand-made ledger reaches."""

Pair = tuple[str, str]
"""The ids of two mentions, mostly the one that is told first before the other."""
Noted = tuple[list[Order], list[Order]]
"""The first mentions that have a detail, in their order: those without a day of their own, or in a block of a day; and the dated ones."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Of the mentions of a crowded block, the first ones that have each detail."""

    block: str
    first: dict[str, Noted] = field(default_factory=dict)

    def met(self, one: Seat) -> set[str]:
        """Those noted so far with which a further mention is compared."""
        noted = [self.first[detail] for detail in one.details if detail in self.first]
        if one.is_dated(self.block):
            return {other[-1] for undated, _ in noted for other in undated}
        return {other[-1] for both in noted for own in both for other in own}

    def add(self, one: Seat) -> None:
        """Notes a mention behind the others."""
        dated, first = one.is_dated(self.block), self.first
        for detail in one.details:
            if detail not in first:
                first[detail] = ([], [])
            own = first[detail][dated]
            if len(own) < FIRST:
                own.append(one.order)

    def take_out(self, one: Seat) -> bool:
        """Forgets a mention; False if another one would come among the first in its place, which is not known."""
        dated = one.is_dated(self.block)
        for detail in one.details:
            own = self.first.get(detail, ([], []))[dated]
            if one.order in own:
                if len(own) == FIRST:
                    return False
                own.remove(one.order)
        return True

    def put_in(self, one: Seat) -> set[Pair] | None:
        """Notes a mention wherever it was told, and gives the pairs in which it is compared; None if mentions that are not noted may be."""
        pairs, dated = set[Pair](), one.is_dated(self.block)
        for detail in one.details:
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


def candidates_here(found: Iterable[Happening]) -> set[Pair]:
    """Pairs of one document worth judging: all of kinds near to each other that do not stand far apart."""
    here: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
    return {(a.id, b.id) for told in here.values() for a, b in pairs_near(told) if kinds_near(a.type, b.type)}


def pairs_near(told: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """The pairs of mentions of one text, given in order of place, that do not stand far from each other."""
    for number, one in enumerate(told):
        for place in range(number + 1, len(told)):
            if told[place].order[1] - one.order[1] > FAR:
                break
            yield one, told[place]


def candidates(found: Sequence[Happening], vacated: Sequence[Happening] = ()) -> tuple[set[Pair], list[Crowd]]:
    """Pairs of the pile worth judging: those that share a day, and undated ones by what they are of; with the crowds that were met.

    `vacated` are the mentions of rejected claims: they keep their seats, and are compared with nobody.
    """
    blocks: dict[str, list[Seat]] = defaultdict(list)
    empty = {one.id for one in vacated}
    for one in sorted((*found, *vacated), key=lambda told: told.order) if empty else found:
        seat = seat_of(one)
        for block in blocks_of(one):
            blocks[block].append(seat)
    pairs, crowds = set[Pair](), list[Crowd]()
    known: dict[tuple[bool, tuple[str, ...]], Crowd] = {}
    for block, seated in blocks.items():
        alike = block.startswith(ABOUT), tuple(one.id for one in seated)  # as of one day in families whose kinds are the same ones here
        if alike not in known:
            known[alike] = Crowd(block)
            pairs.update(_met(known[alike], seated) if len(seated) > CROWD else _each(block, seated))
        if len(seated) > CROWD:
            crowds.append(Crowd(block, known[alike].first))
    return {pair for pair in pairs if empty.isdisjoint(pair)} if empty else pairs, crowds


def compared(block: str, told: Sequence[Seat]) -> Iterator[Pair]:
    """The pairs of a block to be judged, given its mentions in their order: all of a small one; of a crowd each mention with the first
    ones that share a detail with it, so that work grows with the crowd and not with its square.

    Dated mentions meet each other by their days, not by what they are of.
    """
    if len(told) > CROWD:
        return _met(Crowd(block), told)
    return _each(block, told)


def _each(block: str, told: Sequence[Seat]) -> Iterator[Pair]:
    dated = {one.id for one in told if one.is_dated(block)}
    pairs = combinations([one.id for one in told], 2)
    return (pair for pair in pairs if not dated.issuperset(pair)) if dated else pairs


def _met(crowd: Crowd, told: Iterable[Seat]) -> Iterator[Pair]:
    for one in told:
        ident = one.id
        for other in crowd.met(one):
            yield other, ident
        crowd.add(one)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What is otherwise in a block: the pairs to be judged now, as they were not compared or one of them changed; those compared no more
    of others; and the crowd that it is now, if it is one.
    """

    new: set[Pair]
    lost: set[Pair]
    crowd: Crowd | None


def changed_in(crowd: Crowd, gone: Iterable[Seat], come: Iterable[Seat]) -> Otherwise | None:
    """What a few mentions that leave and join a crowd change, by those that are noted alone; None where all of it has to be read."""
    if not all(map(crowd.take_out, gone)):
        return None
    new: set[Pair] = set()
    for one in sorted(come, key=lambda told: told.order):
        if (pairs := crowd.put_in(one)) is None:
            return None
        new |= pairs
    return Otherwise(new, set(), crowd)


def compared_otherwise(block: str, was: Sequence[Seat], now: Sequence[Seat], changed: Set[str]) -> Otherwise:
    """What is otherwise in a block, given all its mentions before and after, in their order."""
    if min(len(was), len(now)) > CROWD:
        return _crowds_otherwise(block, {one.id: one for one in was}, {one.id: one for one in now}, changed)
    before, after = set(compared(block, was)), set(compared(block, now))
    new = {pair for pair in after if pair not in before or not changed.isdisjoint(pair)}
    lost = {pair for pair in before - after if changed.isdisjoint(pair)}
    return Otherwise(new, lost, _crowd_of(block, now) if len(now) > CROWD else None)


def _crowd_of(block: str, told: Iterable[Seat]) -> Crowd:
    crowd = Crowd(block)
    for one in told:
        crowd.add(one)
    return crowd


def _crowds_otherwise(block: str, was: Mapping[str, Seat], now: Mapping[str, Seat], changed: Set[str]) -> Otherwise:
    """The same for two crowds, which differ little: most mentions meet the same first ones before and after."""
    before, after, new, lost = Crowd(block), Crowd(block), set[Pair](), set[Pair]()
    for ident, one in sorted({**was, **now}.items(), key=lambda told: told[1].order):
        if ident in changed:
            new |= {(other, ident) for other in after.met(one)} if ident in now else set()
        else:
            there, here = before.met(one), after.met(one)
            new |= {(other, ident) for other in here if other not in there or other in changed}
            lost |= {(other, ident) for other in there - here if other not in changed}
        if ident in was:
            before.add(was[ident])
        if ident in now:
            after.add(one)
    return Otherwise(new, lost, after)
