"""Which mentions are compared otherwise after a change: their seats in blocks and crowds before it and after it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set

from sayso.link.crowds import CROWD, Otherwise, Pair, changed_in, compared, compared_otherwise
from sayso.link.happenings import Happening
from sayso.link.seats import Seat, blocks_by, blocks_of, marks_in, seat_of
from sayso.link.workings import AGENT, CROWDED, EVENT, LOOKED_AT, VACATED, of_crowd, to_crowd, to_seat
from sayso.records.worked_out import Working
from sayso.store.store import Store

Read = Callable[[Collection[str]], Mapping[str, Happening]]
"""Gives the mentions of these ids that stand after the change."""
Seated = tuple[Seat, frozenset[str]]
"""A seat with the blocks in which it stands."""


class Seating:
    """The seats of mentions that a change touches. Those of claims that it rejects stay as they were, so that nothing follows from them.

    `before` and `now` are the mentions that changed, `vacated` the working of each rejected one of the touched documents, now and before.
    """

    def __init__(
        self,
        store: Store,
        read: Read,
        before: Mapping[str, Happening],
        now: Mapping[str, Happening],
        vacated: tuple[Iterable[Working], Iterable[Working]],
    ) -> None:
        self._store, self._read = store, read
        empty_before, empty_now = ({one.key: _kept(one) for one in side} for side in vacated)
        self._before = {ident: _seated(one) for ident, one in before.items()} | empty_before
        self._now = {ident: _seated(one) for ident, one in now.items()} | empty_now
        moved = {ident for ident in self._before.keys() | self._now.keys() if self._before.get(ident) != self._now.get(ident)}
        self._anew = moved | now.keys()
        self.crowds: tuple[list[Working], list[Working]] = ([], [])

    def otherwise(self) -> Iterator[Otherwise]:
        """What is otherwise in each block; notes in `crowds` those that there were and those that they are now."""
        marks = {mark for one in self._anew for side in (self._before, self._now) if one in side for mark in side[one][1]}
        borne = self._borne(marks)
        crowds = {one.key: one for one in self._store.workings(CROWDED, keys=marks, marks=False)}
        changed: dict[str, Otherwise] = {}
        for mark in (mark for mark in sorted(crowds) if len(borne[mark][1]) > CROWD):
            gone, come = (self._anew.intersection(ids) for ids in borne[mark])
            if found := changed_in(to_crowd(crowds[mark]), (self._before[one][0] for one in gone), (self._now[one][0] for one in come)):
                changed[mark] = found
        for mark, (was, now) in self._seats_in({mark: borne[mark] for mark in marks - changed.keys()}):
            changed[mark] = compared_otherwise(mark, was, now, self._anew)
        self.crowds = list(crowds.values()), [of_crowd(found.crowd) for found in changed.values() if found.crowd]
        yield from changed.values()

    def compared_nowhere(self, pairs: Collection[Pair]) -> set[Pair]:
        """Those of these pairs of unchanged mentions that meet neither in their text nor in another block."""
        told = self._read({one for pair in pairs for one in pair})
        left = {pair for pair in pairs if told.keys() >= set(pair) and told[pair[0]].doc != told[pair[1]].doc}
        shared = {pair: set(blocks_of(told[pair[0]])).intersection(blocks_of(told[pair[1]])) for pair in left}
        for mark, (_, now) in self._seats_in(self._borne(set().union(*shared.values()))):
            met = set(compared(mark, now))
            left = {pair for pair in left if mark not in shared[pair] or pair not in met}
        return left

    def _borne(self, blocks: Set[str]) -> dict[str, tuple[set[str], set[str]]]:
        """The mentions of each block, before the change and after it."""
        own = {block: marks_in(block) for block in blocks}
        every = {mark for marks in own.values() for mark in marks}
        told = [self._store.marked(kind, every) for kind in (EVENT, VACATED)]
        was = {block: {one for kept in told for mark in marks for one in kept.get(mark, ())} for block, marks in own.items()}
        come: dict[str, set[str]] = {block: set() for block in blocks}
        for one in self._anew & self._now.keys():
            for block in self._now[one][1] & blocks:
                come[block].add(one)
        return {block: (was[block], was[block] - self._anew | come[block]) for block in blocks}

    def _seats_in(self, borne: Mapping[str, tuple[set[str], set[str]]]) -> Iterator[tuple[str, tuple[list[Seat], list[Seat]]]]:
        """Each block with its seats before and after the change, in order."""
        for mark, (was, now) in sorted(borne.items()):
            others = self._seats((was | now) - self._before.keys() - self._now.keys())
            yield mark, (_ordered(was, self._before, others), _ordered(now, self._now, others))

    def _seats(self, ids: Set[str]) -> dict[str, Seat]:
        """The seats of mentions that are as they were."""
        seats = {ident: seat_of(one) for ident, one in self._read(ids).items()}
        return seats | {one.key: to_seat(one) for one in self._store.workings(VACATED, keys=ids - seats.keys(), marks=False)}


def _ordered(ids: Iterable[str], own: Mapping[str, Seated], others: Mapping[str, Seat]) -> list[Seat]:
    return sorted((own[one][0] if one in own else others[one] for one in ids), key=lambda seat: seat.order)


def _seated(one: Happening) -> Seated:
    return seat_of(one), frozenset(blocks_of(one))


def _kept(one: Working) -> Seated:
    """A rejected mention's; its marks but for those of actors tell of its blocks."""
    marks = (mark for mark in one.marks if not mark.startswith((f"{AGENT} ", f"{LOOKED_AT} ")))
    return to_seat(one), frozenset(block for mark in marks for block in blocks_by(mark))
