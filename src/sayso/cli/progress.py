"""Shows how far a step is, a bar where a person watches, one line a document elsewhere; and takes the wish to stop it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from sayso.ledger import Watch

WORDS = {"read": "reading", "find": "finding claims", "link": "linking, weighing"}


def lines(stream: TextIO, every: bool = False) -> Watch:
    """One line for each document that claims were found in; for each file that is read only if `every` step is wanted."""

    def watch(step: str, done: int, total: int, name: str) -> None:
        if step == "find" and done:
            stream.write(f"{WORDS[step]}  {done}/{total}  {name}\n")
        elif every and step == "read" and name:
            stream.write(f"{WORDS[step]}  {done + 1}/{total}  {name}\n")

    return watch


@contextmanager
def bars() -> Iterator[Watch]:
    """A bar on standard error for each step, drawn again at most ten times a second, with the time it took; none is left standing."""
    drawn: dict[str, tuple[Progress, TaskID]] = {}

    def watch(step: str, done: int, total: int, name: str) -> None:
        if total and step not in drawn:
            drawn[step] = _started(step, total)
        if total:
            progress, task = drawn[step]
            progress.update(task, completed=done, total=total, name=name if done < total else "")
            if done >= total:
                progress.stop()
                del drawn[step]

    try:
        yield watch
    finally:
        for progress, _ in drawn.values():
            progress.stop()


def _started(step: str, total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    before = (TextColumn("  {task.description:<19}"), BarColumn(20), MofNCompleteColumn())
    after = (TimeElapsedColumn(), TextColumn("{task.fields[name]}"))
    progress = Progress(*before, *after, console=Console(stderr=True), refresh_per_second=10)
    progress.start()
    return progress, progress.add_task(WORDS[step], total=total, name="")


STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""A Ctrl-C, the end of a service, and a terminal that was closed."""


class Stops:
    """Takes a Ctrl-C, or what else ends a program, as a wish to stop after what is under way; a second one stops at once."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Whether somebody wished to stop."""
        return self._asked

    def take(self, *_: object) -> None:
        """Notes the wish."""
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True


@contextmanager
def stopping() -> Iterator[Stops]:
    """While the block runs, Ctrl-C and what else ends a program ask it to stop."""
    stops = Stops()
    before = {one: signal.signal(one, stops.take) for one in STOPPING}
    try:
        yield stops
    finally:
        for one, taken in before.items():
            signal.signal(one, taken)
