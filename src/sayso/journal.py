"""The decisions of people in `reviews.jsonl`: one line each, chained by hashes, added to and never changed but to take words out."""

from __future__ import annotations

import heapq
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TypeAlias

import msgspec

from sayso.records.chain import Line, encoded, line_of, review_of, without
from sayso.records.problem import Problem
from sayso.records.review import Review, in_force
from sayso.records.trouble import Trouble

FILE = "reviews.jsonl"
REVIEWED_TO = "reviewed to"
"""The stamp of a store that holds the head of the file up to which decisions are worked in."""
MARKERS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""What a version control system leaves in a file that it could not merge by itself."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands in the file: the reviews that can be relied upon, in the order in which they hold, and what is wrong with the rest.

    `heads` are the hashes of the lines that no other line follows: one where all is well, none in an empty file.
    """

    reviews: tuple[Review, ...] = ()
    heads: tuple[str, ...] = ()
    faults: tuple[Problem, ...] = ()

    @property
    def head(self) -> str:
        """What stands for the whole file: the hash of its last line, "+" between several; empty for an empty one."""
        return "+".join(self.heads)

    def lacks(self, head: str) -> bool:
        """Whether a head seen before is no longer in the file: then its end was cut off."""
        known = {review.hash for review in self.reviews}
        return bool(head) and not set(head.split("+")) <= known


Entry: TypeAlias = tuple[Line, Review]
"""A line and the review that stands in it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the file came to when it was last read: its bytes, the lines that are right, each once, and the chain."""

    content: bytes = b""
    lines: tuple[Line, ...] = ()
    chain: Chain = Chain()

    def grown(self, more: Sequence[Entry], content: bytes) -> _Known | None:
        """The same with more lines at its end; None where the whole file has to be looked at to say what it is."""
        heads = self.chain.heads
        if self.chain.faults or not self.content.endswith(b"\n"):
            return None
        for line, _ in more:
            if tuple(line.previous) != heads or any(aim.seen.taken_out for aim in line.targets):
                return None
            heads = (line.hash,)
        chain = Chain((*self.chain.reviews, *(review for _, review in more)), heads)
        return _Known(content, (*self.lines, *(line for line, _ in more)), chain)


class _Flush(Thread):
    """Flushes a file to the disk and lets go of it, beside what is worked out meanwhile: of a short review it would take a third."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._error: OSError | None = None
        self.start()

    def run(self) -> None:
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            self._error = error
        finally:
            os.close(self._descriptor)

    def wait(self) -> None:
        """Returns when it is done, and raises what the disk said."""
        self.join()
        if self._error:
            raise self._error


class Journal:
    """The file of decisions in the folder of a ledger. Who writes to it holds the ledger's lock.

    What was read once is not read into lines again while the same bytes stand there: of a file that grew only what came to its end.
    """

    def __init__(self, ledger: Path) -> None:
        self.path = ledger / FILE
        self._known = _Known()
        self._flush: _Flush | None = None

    def text(self) -> str:
        """The file as it stands."""
        return self._bytes().decode("utf-8", "replace")

    def read(self) -> Chain:
        """What stands in the file. Nothing in it stops the reading: what is wrong is among the faults."""
        return self._look().chain

    def append(self, review: Review) -> Review:
        """Adds one decision, and gives it with its place in the chain. It is on its way to the disk, and there when `flushed` returns."""
        self.flushed()
        known = self._look()
        line = line_of(replace(review, previous=known.chain.heads))
        content = encoded(line) + b"\n"
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            before = os.fstat(descriptor).st_size
            if os.write(descriptor, content) != len(content):
                os.ftruncate(descriptor, before)
                raise Trouble(f"{FILE} could not be written to its end", "make room on the disk; the decision was not kept")
        except BaseException:
            os.close(descriptor)
            raise
        self._flush = _Flush(descriptor)
        kept = review_of(line)
        self._known = known.grown([(line, kept)], known.content + content) or known
        return kept

    def flushed(self) -> None:
        """Waits until all that was added is on the disk, as has to be before anything that follows from it is. Raises OSError."""
        flush, self._flush = self._flush, None
        if flush:
            flush.wait()

    def mend(self) -> list[str]:
        """Puts right what can be without losing a decision, and says what was done: copies merged by hand, a half-written last line.

        Where a line was changed, all stays as it stands but for a half-written last line.
        """
        codes = Counter(fault.code for fault in self.read().faults)
        told = []
        if codes["reviews_half_line"]:
            *_, last = self._bytes().split(b"\n")
            whole = _whole(last)
            self._replace(self._bytes().removesuffix(last) + (encoded(whole[0]) + b"\n" if whole else b""))
            done = "its end is put back" if whole else "it was never acknowledged, and is taken out"
            told.append(f"{FILE}: the last line was half written; {done}")
        if codes["reviews_merged"] and not codes["reviews_changed"]:
            ordered = _ordered(self._look().lines)
            self._write(ordered, {aim.doc for line in ordered if line.verb == "withdraw" for aim in line.targets})
            told.append(f"{FILE}: two copies were merged; all {len(ordered)} decisions of both are kept, in the order of their times")
            told += [f"  c:{ident} was decided in both: the later decision holds" for ident in _decided_twice(ordered)]
        return told

    def take_out(self, doc: str) -> None:
        """Takes the words of one document out of all lines; the hashes stay, and the chain still holds."""
        self._write(self._look().lines, {doc})

    def _write(self, lines: Sequence[Line], withdrawn: set[str]) -> None:
        """Writes the lines, without the words of documents that were withdrawn."""
        for doc in sorted(withdrawn):
            lines = [without(line, doc) for line in lines]
        self._replace(b"".join(encoded(line) + b"\n" for line in lines))

    def _bytes(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    def _look(self) -> _Known:
        """What stands in the file now."""
        content = self._bytes()
        if content != self._known.content:
            self._known = _grown(self._known, content) or _known(content)
        return self._known

    def _replace(self, content: bytes) -> None:
        """Writes the whole file anew in one step, so that a stop in between leaves the old one."""
        self.flushed()
        fresh = self.path.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path)


def withdrawals(chain: Chain) -> dict[str, str]:
    """The reason for which each document was withdrawn, by its SHA-256."""
    return {target.id: review.why or "" for review in in_force(chain.reviews) if review.verb == "withdraw" for target in review.targets}


def _grown(known: _Known, content: bytes) -> _Known | None:
    """What is known of a file of which only the end is new; None where its beginning is, or where not all of the end is as it should be."""
    if not known.content or not content.startswith(known.content) or not content.endswith(b"\n"):
        return None
    rows = content[len(known.content) : -1].split(b"\n")
    more = [entry for row in rows if (entry := _entry(row)) is not None]
    return known.grown(more, content) if len(more) == len(rows) else None


def _known(content: bytes) -> _Known:
    """What all of these bytes come to."""
    entries, faults = _parsed(content)
    lines = [line for line, _ in entries.values()]
    ordered = _ordered(lines)
    withdrawn = {aim.doc for line in ordered if line.verb == "withdraw" for aim in line.targets}
    damaged = any(fault.code == "reviews_changed" for fault in faults)
    known = {line.hash for line in lines}
    for number, line in enumerate(lines, 1):
        if not damaged and not set(line.previous) <= known:
            faults.append(_fault(number, "reviews_cut", "a line that stood before it is gone"))
        if any(aim.seen.taken_out and aim.doc not in withdrawn for aim in line.targets):
            faults.append(_fault(number, "reviews_emptied", "its words were taken out, and no document of it was withdrawn"))
    heads = _heads(lines)
    broken = any(fault.code in ("reviews_changed", "reviews_cut") for fault in faults)
    if _astray(lines) or (len(heads) > 1 and not broken):
        faults.append(_fault(len(lines), "reviews_merged", "two copies were put together", "the next decision mends it"))
    return _Known(content, tuple(lines), Chain(tuple(entries[line.hash][1] for line in ordered), heads, tuple(faults)))


def _parsed(content: bytes) -> tuple[dict[str, Entry], list[Problem]]:
    """The lines that are right by their hashes, in the order of the file, and what is wrong with the others."""
    *rows, last = content.split(b"\n")
    entries: dict[str, Entry] = {}
    faults = []
    for number, row in enumerate(rows, 1):
        entry = _entry(row)
        if entry is None and (not row.strip() or row.startswith(MARKERS)):
            faults.append(_fault(number, "reviews_merged", "a merge left its marks here", "the next decision mends it"))
        elif entry is None:
            hint = "put the line back from a copy; what it decided does not hold until then"
            faults.append(_fault(number, "reviews_changed", "the line is not as it was written", hint))
        elif entry[0].hash in entries:
            faults.append(_fault(number, "reviews_merged", "the line stands here twice", "the next decision mends it"))
        else:
            entries[entry[0].hash] = entry
    if last:
        if whole := _whole(last):
            entries.setdefault(whole[0].hash, whole)
        faults.append(_fault(len(rows) + 1, "reviews_half_line", "the last line is half written", "the next decision takes it out"))
    return entries, faults


def _fault(number: int, code: str, message: str, hint: str = "put the file back from a copy") -> Problem:
    return Problem(f"{FILE}:{number}", "check", code, message, hint)


def _entry(row: bytes) -> Entry | None:
    """What stands in these bytes; None where they are no line, or not exactly as it was written."""
    try:
        line = msgspec.json.decode(row, type=Line)
        if encoded(line) == row and line.right:
            return line, review_of(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    return None


def _whole(last: bytes) -> Entry | None:
    """What stands in bytes that should end with a line end: in all of them, or in all but one in its place."""
    return _entry(last) or _entry(last[:-1])


def _heads(lines: Sequence[Line]) -> tuple[str, ...]:
    followed = {previous for line in lines for previous in line.previous}
    return tuple(sorted(line.hash for line in lines if line.hash not in followed))


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """Each line behind those that it follows; of lines that do not follow each other the earlier one first."""
    by_hash = {line.hash: line for line in lines}
    waits_for = {line.hash: {previous for previous in line.previous if previous in by_hash} for line in lines}
    followers: dict[str, list[str]] = {line.hash: [] for line in lines}
    for line in lines:
        for previous in waits_for[line.hash]:
            followers[previous].append(line.hash)
    free = [(line.when, line.hash) for line in lines if not waits_for[line.hash]]
    heapq.heapify(free)
    ordered = []
    while free:
        _, done = heapq.heappop(free)
        ordered.append(by_hash[done])
        for follower in followers[done]:
            waits_for[follower].discard(done)
            if not waits_for[follower]:
                heapq.heappush(free, (by_hash[follower].when, follower))
    return ordered


def _astray(lines: Sequence[Line]) -> bool:
    """Whether a line stands before one that it follows."""
    places = {line.hash: number for number, line in enumerate(lines)}
    return any(places.get(previous, -1) > number for number, line in enumerate(lines) for previous in line.previous)


def _decided_twice(lines: Sequence[Line]) -> list[str]:
    """The claims that were decided on in more than one of the copies that were put together."""
    by_hash = {line.hash: line for line in lines}
    copies = [_behind(head, by_hash) for head in _heads(lines)]
    shared = set.intersection(*copies) if copies else set()
    decided = Counter(ident for copy in copies for ident in {aim.id for one in copy - shared for aim in by_hash[one].targets})
    return sorted(ident for ident, number in decided.items() if number > 1 and ident)


def _behind(head: str, lines: Mapping[str, Line]) -> set[str]:
    """The hashes of a line and of all that it follows."""
    found, waiting = set[str](), [head]
    while waiting:
        one = waiting.pop()
        if one in lines and one not in found:
            found.add(one)
            waiting += lines[one].previous
    return found
