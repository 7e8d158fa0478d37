"""Works through many records on two processors at once where that pays: the same results in the same order as on one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = 2
"""How many at most: each further one holds what it touches of the ledger once more (measured with two, by `bench/scale.py`)."""

MANY_DOCUMENTS, MANY_CLAIMS = 100, 2000
"""How many documents, or claims, are worth a process of their own: the fork of a large ledger and the way back of what it found take some
tenths of a second, as does the work on these."""


def each(work: Callable[[Item], Result], items: Sequence[Item], least: int) -> list[Result]:
    """What `work` makes of each of the items, in their order; in several processes where each gets `least` of them or more.

    The others are forks: they see what this one knows, and only their results come back. What one of them could not do is done here, so
    that an error of the work is raised as if there were one process.
    """
    count = min(_processes(), len(items) // least)
    if count < 2:
        return [work(one) for one in items]
    bounds = [len(items) * place // count for place in range(count + 1)]
    others = [_Share(work, items[start:end]) for start, end in pairwise(bounds[1:])]
    try:
        found = [work(one) for one in items[: bounds[1]]]
        for share in others:
            found += share.results()
    finally:
        for share in others:
            share.end()
    return found


def _processes() -> int:
    """How many may work at once: one where the system has no forks, or none that are safe, as beside other threads."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return min(PROCESSES, len(os.sched_getaffinity(0)))


class _Share(Generic[Item, Result]):
    """Items that a process of their own works through."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item]) -> None:
        self._work, self._items = work, items
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=self._run, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def _run(self, there: Connection) -> None:
        own = there.fileno()
        os.closerange(3, own)  # a lock of the ledger is to die with the process that took it, not with the last of its forks
        os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))
        with suppress(BaseException):
            there.send([self._work(one) for one in self._items])

    def results(self) -> list[Result]:
        """What came of the items."""
        try:
            return list(self._here.recv())
        except EOFError:
            return [self._work(one) for one in self._items]

    def end(self) -> None:
        """Lets go of the process, whether it is done or not."""
        self._process.terminate()
        self._process.join()
        self._here.close()
