"""How long `sayso read` takes for many short reports, and how much memory at most: 1,000 beside 10,000.

    python bench/reading.py [--documents 10000] [--seed 1]

Invented reports of about a hundred words each are written to a folder, read by the command line in a process of its own, and searched once.
Memory is the largest resident size of that process; flat means that ten times as many documents take hardly more of it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from reports import pile

SAYSO = (sys.executable, "-m", "sayso.cli")


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading: how many documents, seconds, and megabytes at most."""

    documents: int
    seconds: float
    megabytes: float


def measure(folder: Path, documents: int, seed: int) -> Measured:
    """Reads so many reports into a new ledger."""
    pile(folder / "inbox", documents, seed)
    subprocess.run([*SAYSO, "init", str(folder / "ledger"), "--no-packs"], capture_output=True, check=True)
    start = time.monotonic()
    process = subprocess.Popen([*SAYSO, "-q", "-C", str(folder / "ledger"), "read", str(folder / "inbox")])
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"sayso read: exit {os.waitstatus_to_exitcode(status)}")
    return Measured(documents, seconds, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print("| documents | seconds | documents a second | MB at most |\n| --- | --- | --- | --- |")
    for count in (given.documents // 10, given.documents):
        with tempfile.TemporaryDirectory() as folder:
            one = measure(Path(folder), count, given.seed)
        print(f"| {one.documents} | {one.seconds:.1f} | {one.documents / one.seconds:.0f} | {one.megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()
