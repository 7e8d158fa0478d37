"""One writer at a time: a lock file that dies with its process, and any number of readers beside it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.records.trouble import Exit, Trouble


@contextmanager
def writing(path: Path, verb: str, wait: bool = False) -> Iterator[None]:
    """Holds the lock file at `path` while the block runs; raises Trouble (exit 5) if another process holds it, unless told to wait."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a+", encoding="utf-8")
    except OSError as error:
        told = (error.strerror or "no reason given").casefold()
        raise Trouble(f"this ledger cannot be written to: {told}", "looking at it works; or mend the rights of its folder") from None
    with lock as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            file.seek(0)
            raise _busy(file.read()) from None
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "verb": verb, "since": time.time()}))
        file.flush()
        yield
        file.truncate(0)


def _busy(holder: str) -> Trouble:
    try:
        known = json.loads(holder)
        minutes, seconds = divmod(int(time.time() - known["since"]), 60)
        who = f" (pid {known['pid']}, `sayso {known['verb']}`, {minutes // 60}:{minutes % 60:02}:{seconds:02})"
    except (ValueError, KeyError):  # the other one has just taken the lock and not yet written who it is
        who = ""
    return Trouble(f"another Sayso is writing this ledger{who}", "reading works meanwhile; or wait with `--wait`", code=Exit.BUSY)
