"""Flips single random bits in originals, decisions and the database of a ledger, and counts how many `sayso check` reports.

    python bench/bitflips.py [--flips 500] [--documents 30] [--seed 1]

A ledger of invented reports with decisions on them is made once. For each flip one of the three kinds is drawn, then a file of the kind by
its size, a byte and a bit; the ledger is checked, and the bit flipped back. Every flip has to be reported, and the ledger as it was must
be found right again afterwards.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports import pile
from sayso.ledger import Ledger


@dataclass
class Flips:
    """What came of flipping: flips and reports by kind of file, and the places of those that nobody saw."""

    made: Counter[str] = field(default_factory=Counter)
    reported: Counter[str] = field(default_factory=Counter)
    unseen: list[str] = field(default_factory=list)


def make(folder: Path, documents: int, seed: int) -> Ledger:
    """A ledger of so many reports, with decisions on some of their claims."""
    ledger = Ledger.init(folder / "ledger", packs=())
    ledger.run(pile(folder / "inbox", documents, seed))
    chance = random.Random(seed)
    claims = [claim.id for claim in ledger.shelf().claims()]
    with ledger.edit("bench", "for the sake of measuring") as edit:
        for number, claim in enumerate(chance.sample(claims, min(12, len(claims)))):
            if number % 3:
                edit.accept(f"c:{claim}")
            else:
                edit.correct(f"c:{claim}", modality="possible")
    ledger.close()
    return ledger


def kinds_of(folder: Path) -> dict[str, list[Path]]:
    """The files in which bits are flipped, by kind."""
    return {
        "documents": sorted((folder / "documents").iterdir()),
        "reviews.jsonl": [folder / "reviews.jsonl"],
        "ledger.db": [folder / ".sayso" / "ledger.db"],
    }


def flip(folder: Path, count: int, seed: int) -> Flips:
    """So many flips in the ledger of a folder, each taken back."""
    if found := Ledger(folder, read_only=True).check():
        raise SystemExit(f"the ledger is not right before anything is flipped: {found[0]}")
    chance, done, kinds = random.Random(seed), Flips(), kinds_of(folder)
    for _ in range(count):
        kind, file = _file(chance, kinds)
        content = file.read_bytes()
        place, bit = chance.randrange(len(content)), chance.randrange(8)
        file.write_bytes(content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :])
        with Ledger(folder, read_only=True) as ledger:
            seen = bool(ledger.check())
        file.write_bytes(content)
        done.made[kind] += 1
        done.reported[kind] += seen
        if not seen:
            done.unseen.append(f"{file.name}, byte {place}, bit {bit}")
    if found := Ledger(folder, read_only=True).check():
        raise SystemExit(f"the ledger is not right after all is flipped back: {found[0]}")
    return done


def _file(chance: random.Random, kinds: Mapping[str, Sequence[Path]]) -> tuple[str, Path]:
    kind = chance.choice(sorted(kinds))
    files = kinds[kind]
    return kind, chance.choices(files, [file.stat().st_size for file in files])[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--documents", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = make(Path(folder), given.documents, given.seed)
        start = time.monotonic()
        done = flip(ledger.folder, given.flips, given.seed)
        seconds = time.monotonic() - start
    for kind in sorted(done.made):
        print(f"{kind}: {done.reported[kind]} of {done.made[kind]} flips reported")
    print(f"{sum(done.reported.values())} of {given.flips} in all, {1000 * seconds / given.flips:.0f} ms a check")
    print("\n".join(done.unseen))
    raise SystemExit(bool(done.unseen))


if __name__ == "__main__":
    main()
