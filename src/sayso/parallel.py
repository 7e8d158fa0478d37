"""Works through many records on two processors at once where that pays: the same results in the same order as on one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = 2
"""How many at most: each further one holds what it touches of the ledger once more (measured with two, by `bench/scale.py`)."""

MANY_DOCUMENTS, MANY_CLAIMS = 100, 2000
"""How many documents, or claims, are worth a process of their own: the fork of a large ledger and the way back of what it found take some
tenths of a second, as does the work on these."""

PARTS = 64
"""Into how many parts the items are cut, at most: each process takes the next one when it is done with its last; a byte tells which."""


def each(work: Callable[[Item], Result], items: Sequence[Item], least: int) -> list[Result]:
    """What `work` makes of each of the items, in their order; in several processes where each gets `least` of them or more.

    The others are forks: they see what this one knows, and only their results come back. What one of them could not do is done here, so
    that an error of the work is raised as if there were one process.
    """
    with begun(work, items, least) as results:
        return results()


@contextmanager
def begun(work: Callable[[Item], Result], items: Sequence[Item], least: int) -> Iterator[Callable[[], list[Result]]]:
    """The same, begun by the other processes while this one does something else; it joins in when it asks for the results."""
    count = min(_processes(), len(items) // least)
    if count < 2:
        yield lambda: [work(one) for one in items]
        return
    shared = _Shared(work, items)
    others = [_Fork(shared.take, shared.left) for _ in range(count - 1)]
    try:
        yield lambda: shared.results(others)
    finally:
        for other in others:
            other.end()
        shared.end()


def _processes() -> int:
    """How many may work at once: one where the system has no forks, or none that are safe, as beside other threads."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return min(PROCESSES, len(os.sched_getaffinity(0)))


class _Shared(Generic[Item, Result]):
    """Items that several processes work through, a part at a time: the numbers of the parts lie in a pipe, from which each takes one."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item]) -> None:
        self._work, self._items = work, items
        size = -(-len(items) // PARTS)
        self._starts = range(0, len(items), size)
        self.left, filling = os.pipe()
        os.write(filling, bytes(range(len(self._starts))))
        os.close(filling)

    def take(self) -> dict[int, list[Result]]:
        """What comes of the parts that no other process has taken, by their numbers."""
        return {part[0]: self._part(part[0]) for part in iter(lambda: os.read(self.left, 1), b"")}

    def _part(self, number: int) -> list[Result]:
        start = self._starts[number]
        return [self._work(one) for one in self._items[start : start + self._starts.step]]

    def results(self, others: Sequence[_Fork[Result]]) -> list[Result]:
        """What came of all items."""
        found = self.take()
        for other in others:
            found |= other.results()
        return [one for number in range(len(self._starts)) for one in (found[number] if number in found else self._part(number))]

    def end(self) -> None:
        """Lets go of the pipe."""
        os.close(self.left)


class _Fork(Generic[Result]):
    """A process of its own that takes parts, whose numbers lie in the pipe `left`."""

    def __init__(self, take: Callable[[], dict[int, list[Result]]], left: int) -> None:
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(take, there, left), daemon=True)
        self._process.start()
        there.close()

    def results(self) -> dict[int, list[Result]]:
        """What came of the parts that it took; nothing if it ended before."""
        try:
            return dict(self._here.recv())
        except EOFError:
            return {}

    def end(self) -> None:
        """Lets go of the process, whether it is done or not."""
        self._process.terminate()
        self._process.join()
        self._here.close()


def _send(take: Callable[[], object], there: Connection, left: int) -> None:
    own = sorted((left, there.fileno()))
    for before, after in zip((2, *own), (*own, os.sysconf("SC_OPEN_MAX")), strict=True):
        os.closerange(before + 1, after)  # a lock of the ledger is to die with the process that took it, not with the last of its forks
    with suppress(BaseException):
        there.send(take())
