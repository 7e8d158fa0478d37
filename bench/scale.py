"""How long a large ledger takes to link and to weigh, how much memory, and what one more document, reviews and a merge cost then.

    python bench/scale.py [--claims 100000] [--seed 1]

The ledger is invented (see bench/ledgers.py) and kept in a real store. A tenth of the claims is measured first, each size in a process of
its own: the exponent says with which power of the number of claims the processor's seconds grow. B-cubed is that of the claims whose
incident is known, a claim in no incident counted alone. Linking and weighing are timed together, as `sayso run` does them, with reading
from the store and writing to it.
"""

from __future__ import annotations

import argparse
import gc
import math
import multiprocessing
import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from coreference import b_cubed
from ledgers import Made, made
from memory_held import most_held
from sayso.archive import HIDDEN
from sayso.finding import FINDING_WITH, FOUND_WITH
from sayso.intake import line_of
from sayso.ledger import DATABASE, Ledger
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.reviewing import IN_STEP, in_step
from sayso.store.sqlite import SqliteStore
from sayso.working_out import work_out

KEY = "made"
MERGED = 1000
"""Claims of the two incidents that are merged, about."""
STEPS = 5_000_000
REJECTED = 100
"""Claims, drawn from all that speak of an incident, that are rejected one after the other."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, and those that the processor worked for it."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} ({self.cpu:.2f})"


@dataclass(frozen=True, slots=True)
class Scale:
    """What one size came to. `run` is linking and weighing; `merged` is how many claims the merge was of, `megabytes` the most memory until
    all was weighed.

    `review` is accepting a claim of the last document, the first decision of the process, and `next_review` accepting the next one.
    """

    claims: int
    b_cubed: tuple[float, float, float]
    run: Spent
    megabytes: float
    document: Spent
    review: Spent
    next_review: Spent
    rejections: Sequence[Spent]
    merge: Spent
    merged: int

    def rejected(self, share: float) -> Spent:
        """What the rejection takes that is longer than this share of all."""
        return sorted(self.rejections, key=lambda one: one.wall)[int(share * (len(self.rejections) - 1))]


def spent(work: Callable[[], object]) -> Spent:
    """What a piece of work takes."""
    wall, cpu = time.perf_counter(), _worked()
    work()
    return Spent(time.perf_counter() - wall, _worked() - cpu)


def _worked() -> float:
    """The processor's seconds of this process and of all that it started and that have ended."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def fill(folder: Path, ledger: Made) -> None:
    """A ledger in a folder, with its originals and its store, of which nothing is linked yet."""
    Ledger.init(folder / "ledger", packs=()).close()
    keep(folder, [(one, ledger.findings[one.sha256]) for one in ledger.documents])


def keep(folder: Path, found: Sequence[tuple[Document, Finding]]) -> None:
    """Takes in documents as if they had been read and gone through; as after `sayso run`, the store is in step with its originals."""
    source, ledger = folder / "inbox", Ledger(folder / "ledger")
    source.mkdir(exist_ok=True)
    arrivals = [(source / document.path, line_of(document, date(2030, 1, 1))) for document, _ in found]
    for (path, _), (document, _) in zip(arrivals, found, strict=True):
        path.write_text(document.text, encoding="utf-8")
    ledger.archive.keep_all(arrivals)
    with store_of(folder) as store, store.together():
        for stamp in (FINDING_WITH, FOUND_WITH):
            store.set_stamp(stamp, KEY)
        for document, finding in found:
            store.add_document(document)
            store.keep_finding(document.sha256, KEY, finding)
        store.set_stamp(IN_STEP, in_step(ledger.journal.read(), ledger.archive) or "")


def store_of(folder: Path) -> SqliteStore:
    return SqliteStore(folder / "ledger" / HIDDEN / DATABASE)


def to_merge(incidents: Sequence[Incident]) -> tuple[Incident, Incident]:
    """Two incidents of one kind that have about a thousand claims together, or the largest ones."""
    largest = sorted(incidents, key=lambda one: (-len(one.claims), one.id))[:60]
    pairs = [(one, other) for one in largest for other in largest if one.id < other.id]
    return min(pairs, key=lambda pair: (abs(sum(len(one.claims) for one in pair) - MERGED), pair[0].id, pair[1].id))


def worked_out(folder: Path, ledger: Ledger) -> None:
    """What `sayso run` does once the documents that came in were gone through."""
    with store_of(folder) as store:
        work_out(store, ledger.journal.read(), ledger.packs)


def measured(claims: int, seed: int) -> Scale:
    """All that is measured of one size."""
    whole = made(claims, seed)
    last = whole.documents[-1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, Made(whole.documents[:-1], whole.findings, whole.truth))
        with Ledger(folder / "ledger") as ledger:
            with most_held() as most:
                run = spent(lambda: worked_out(folder, ledger))
            home = ledger.incident_of()
            gold = {claim: event for claim, event in whole.truth.items() if claim in home}
            score = b_cubed(gold, {claim: home[claim] for claim in gold})
        keep(folder, [(last, whole.findings[last.sha256])])
        gc.collect()
        gc.freeze()  # what is made up here, and no ledger holds, is not to be gone through at each review
        document = spent(lambda: worked_out(folder, Ledger(folder / "ledger")))
        with Ledger(folder / "ledger") as ledger:
            first, second = (claim.id for claim in whole.findings[last.sha256].claims[:2])
            review, next_review = spent(lambda: decide(ledger, first)), spent(lambda: decide(ledger, second))
            drawn = random.Random(seed).sample(sorted(home.keys() - {first, second}), REJECTED)
            rejections = [spent(partial(reject, ledger, one)) for one in drawn]
            pair = to_merge(list(ledger.incidents()))
            merge = spent(lambda: decide(ledger, pair[0].id, pair[1].id))
        merged = sum(len(one.claims) for one in pair)
    return Scale(claims, score, run, most.megabytes, document, review, next_review, rejections, merge, merged)


def decide(ledger: Ledger, name: str, other: str = "") -> None:
    """Accepts a claim, or says that two incidents are one."""
    with ledger.edit("bench") as edit:
        if other:
            edit.same(name, other)
        else:
            edit.accept(f"c:{name}")


def reject(ledger: Ledger, name: str) -> None:
    """Takes a claim out of the ledger."""
    with ledger.edit("bench") as edit:
        edit.reject(f"c:{name}")


def apart(claims: int, seed: int) -> Scale:
    """The same in a process of its own, so that memory is that of this size alone."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measured, claims, seed).result()


def exponent(small: Scale, large: Scale) -> float:
    """With which power of the number of claims the processor's seconds for linking and weighing grow."""
    seconds = [one.run.cpu for one in (small, large)]
    return math.log(seconds[1] / seconds[0]) / math.log(large.claims / small.claims)


def row(one: Scale) -> str:
    """A row of the table."""
    precision, recall, f1 = one.b_cubed
    cells = [f"{one.claims:,}", f"{f1:.3f} (P {precision:.3f} R {recall:.3f})", one.run, f"{one.megabytes:.0f}"]
    return (
        "| "
        + " | ".join(
            map(str, [*cells, one.document, one.review, one.next_review, *map(one.rejected, (0.5, 0.9, 1)), f"{one.merge} of {one.merged}"])
        )
        + " |"
    )


def yardstick() -> float:
    """Seconds that a plain loop takes here: by it figures of two machines, or of two builds of Python, can be compared."""

    def loop() -> None:
        total = 0
        for number in range(STEPS):
            total += number * number

    return spent(loop).cpu


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    print(f"Python {platform.python_version()} at {sys.base_prefix}: {STEPS:,} steps of a plain loop take {yardstick():.2f} s.")
    print("Seconds on the clock (of the processor); `both` is linking and weighing.\n")
    print("| claims | B-cubed F1 | both | MB | a document | accepting | the next | rejecting: median | 90 % | slowest | a merge |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    sizes = []
    for claims in (chosen.claims // 10, chosen.claims):
        sizes.append(apart(claims, chosen.seed))
        print(row(sizes[-1]), flush=True)
    print(f"\nLinking and weighing grow with the power {exponent(*sizes):.2f} of the number of claims.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
