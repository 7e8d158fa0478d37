"""Runs every measure and prints one table, ours beside each peer on the same files.

    make bench [DATA=../shared/bench]        or: python bench/all.py [--data DIR] [--only NAME …] [--out FILE]

Peers are those of `make peers`; one that is not installed is named with the reason. What is judged by a reader is in bench/sample.py. A set
that is not under DIR is passed over and said so. The founding documents are measured where DIR's parent holds `gold` and `seeds`. It takes
about ten minutes; speed is measured last, and means little on a machine that does other work. `--out` writes the same to a file.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attribution
import battery
import disputes
import events
import founding
import incidents
import linking
import muc4
import names
import places
import relations
import speed
import splinters
import times
from summary import Measured, Row, one_table

MEASURES: Mapping[str, tuple[str, Callable[[Path], Measured]]] = {
    "attribution": ("polnear", attribution.measure),
    "times": ("times", times.measure),
    "places": ("places", places.measure),
    "relations": ("re3d", relations.measure),
    "splinters": ("splinters", splinters.measure),
    "names": ("names", names.measure),
    "linking": ("linking", linking.measure),
    "muc4": ("muc4", muc4.measure),
    "battery": (".", lambda _: battery.measure()),
    "disputes": (".", lambda _: disputes.measure()),
    "events": (".", lambda _: events.measure()),
    "incidents": (".", lambda _: incidents.measure()),
    "founding": ("../gold", founding.measure),
    "speed": (".", speed.measure),
}
"""Each measure with the folder under DIR that it needs."""


def run(data: Path, only: Sequence[str]) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """The name, the details and the rows of each measure, as soon as it is done."""
    for name, (folder, measure) in MEASURES.items():
        if only and name not in only:
            continue
        if not (data / folder).is_dir():
            yield name, f"not measured: {data / folder} is not there", ()
            continue
        begun = time.perf_counter()
        measured = measure(data)
        yield name, f"{measured.details}\n\n({time.perf_counter() - begun:.0f} s)", measured.rows


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--only", nargs="+", choices=list(MEASURES), default=[])
    parser.add_argument("--out", type=Path, help="write the tables to this file too")
    chosen = parser.parse_args(arguments)
    parts: list[str] = []
    rows: list[Row] = []
    for name, details, more in run(chosen.data, chosen.only):
        parts.append(f"## {name}\n\n{details}\n")
        rows += more
        print(parts[-1], flush=True)
    parts.append(f"## All in one\n\n{one_table(rows)}\n")
    print(parts[-1])
    if chosen.out:
        chosen.out.write_text("\n".join([parts[-1], *parts[:-1]]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
