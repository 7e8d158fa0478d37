"""How much memory a process and those that it starts hold together: what they share counts once."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

EVERY = 1.0
"""Seconds from one look to the next."""


class Most:
    """The most that was held, in megabytes."""

    megabytes = 0.0


@contextmanager
def most_held() -> Iterator[Most]:
    """Looks from a process of its own how much is held, until the block is left: a thread would keep the work from being shared out."""
    most, context = Most(), multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    watcher = context.Process(target=_watch, args=(os.getpid(), there), daemon=True)
    watcher.start()
    try:
        yield most
    finally:
        here.send(None)
        most.megabytes = here.recv()
        watcher.join()


def _watch(process: int, there: Connection) -> None:
    most = held_by(process, os.getpid())
    while not there.poll(EVERY):
        most = max(most, held_by(process, os.getpid()))
    there.send(max(most, held_by(process, os.getpid())))


def held_by(process: int, without: int) -> float:
    """The proportional set sizes of a process and all that it started, but one, in megabytes."""
    try:
        own = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:  # it has just ended
        return 0.0
    kilobytes = next(int(line.split()[1]) for line in own.splitlines() if line.startswith("Pss:"))
    return kilobytes / 1024 + sum(held_by(int(child), without) for child in children if int(child) != without)
