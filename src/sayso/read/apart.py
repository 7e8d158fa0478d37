"""Reads a file in a process of its own, with bounds on its time and memory and without the network.

What parses PDF, HTML and Word files is large, partly written in C, and meets files that were made to break it. There it can loop, grow or
crash without harm: the file becomes a problem, and the pile goes on. One process serves all files until one of them breaks it.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from sayso.read.files import opened, unread
from sayso.read.letters import with_plain_letters
from sayso.read.metadata import described
from sayso.records.document import Reading

SECONDS = 9
"""Of computing time for one file: a PDF of 1,000 full pages took seven (two shared cores), most files take hundredths."""
PATIENCE = 60
"""Seconds on the clock after which it is given up all the same; on a machine under load, computing time passes slower than that."""
MEMORY = 2 << 30
"""Bytes of address space: four times what the largest file that is accepted was seen to need."""
_LENGTH = struct.Struct("!Q")

Extract = Callable[[bytes, str], Reading]
"""Makes a document of the bytes of a file and its name. A function at the top of a module, so that the other process finds it."""


class _Overdue(Exception):
    """No answer came in time."""


class _Helper:
    """The other process and the pipes to it."""

    def __init__(self) -> None:
        places = os.pathsep.join(place for place in sys.path if place)
        command = [sys.executable, "-B", "-P", "-m", "sayso.read.apart"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": places}
        )

    def ask(self, question: bytes) -> bytes:
        """The answer to a question. Raises OSError or EOFError where the process broke, _Overdue where it took too long."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(_LENGTH.pack(len(question)) + question)
        self.process.stdin.flush()
        limit = time.monotonic() + PATIENCE
        (length,) = _LENGTH.unpack(_received(self.process.stdout, _LENGTH.size, limit))
        return _received(self.process.stdout, length, limit)

    def end(self) -> int:
        """Ends the process; gives its exit code."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        return self.process.wait()


def read_apart(extract: Extract, path: Path, name: str) -> Reading:
    """The document in a file, made by `extract` in another process, with what its text tells of it; what is wrong is told as problems."""
    data = opened(path, name)
    if isinstance(data, Reading):
        return data
    question = msgspec.msgpack.encode((f"{extract.__module__}:{extract.__qualname__}", data, name))
    helper = _helper()
    try:
        reading = msgspec.msgpack.decode(helper.ask(question), type=Reading)
        return replace(reading, document=described(with_plain_letters(reading.document))) if reading.document else reading
    except _Overdue:
        overdue = True
    except (OSError, EOFError):
        overdue = False
    _helper.cache_clear()
    atexit.unregister(helper.end)
    return _given_up(name, overdue, helper.end())


def _given_up(name: str, overdue: bool, code: int) -> Reading:
    import signal

    if overdue or code == -signal.SIGXCPU:
        return unread(name, "too_costly", f"takes more than {SECONDS} seconds to read", "save it as .txt, or split it into single reports")
    return unread(name, "reader_broke", "breaks the program that reads such files", "it may be damaged; save it anew, or as .txt")


@cache
def _helper() -> _Helper:
    helper = _Helper()
    atexit.register(helper.end)
    return helper


def _received(pipe: IO[bytes], size: int, limit: float) -> bytes:
    """So many bytes from a pipe, or an error once the limit on the clock is passed or the pipe ends."""
    parts, lacking = [], size
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while lacking:
            if not selector.select(max(0.0, limit - time.monotonic())):
                raise _Overdue
            part = os.read(pipe.fileno(), min(lacking, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            lacking -= len(part)
    return b"".join(parts)


# the other process


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answers one question after the other until there are no more."""
    _bound()
    while head := questions.read(_LENGTH.size):
        place, data, name = msgspec.msgpack.decode(questions.read(_LENGTH.unpack(head)[0]), type=tuple[str, bytes, str])
        module, _, function = place.partition(":")
        extract: Extract = getattr(importlib.import_module(module), function)
        _allow_time()
        answer = msgspec.msgpack.encode(answered(extract, data, name))
        answers.write(_LENGTH.pack(len(answer)) + answer)
        answers.flush()


def answered(extract: Extract, data: bytes, name: str) -> Reading:
    """What the extraction gives; an error in it is a problem of the file."""
    try:
        return extract(data, name)
    except MemoryError:
        return unread(name, "too_costly", "takes too much memory to read", "save it as .txt, or split it into single reports")
    except Exception as error:  # what a library raises on a broken file can be anything
        return unread(
            name, "damaged", f"cannot be read: damaged, or not what its ending says ({type(error).__name__})", "save it anew, or as .txt"
        )


def _bound() -> None:
    """Sets the bounds on memory, forbids the network, other programs and writing, and leaves Ctrl-C to the process that asks."""
    import resource
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # not every system knows every bound
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
    sys.addaudithook(refuse)


def _allow_time() -> None:
    """Allows the next file its computing time, beyond what was used so far."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def refuse(event: str, details: tuple[object, ...]) -> None:
    """An audit hook that lets a process neither reach out, nor start another, nor write a file."""
    writes = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in (
        "socket.connect",
        "socket.getaddrinfo",
        "socket.bind",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
    ):
        raise PermissionError(f"a reader may not do this: {event}")


if __name__ == "__main__":
    with os.fdopen(os.dup(1), "wb") as own:
        os.dup2(2, 1)  # what a library prints must not stand between the answers
        serve(sys.stdin.buffer, own)
