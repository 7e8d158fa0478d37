"""Measures Sayso on the founding documents: the score of the public gold, time and memory, as a Markdown table.

    python bench/founding.py [--data ../shared] [--out docs/measured/founding.md]

Runs the command line as a user does (init, run, tell jsonl), with all installed packs and again with --no-packs, then score.py of the data.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from summary import Measured, Row

TARGETS: dict[str, tuple[str, float]] = {
    "fidelity": ("=", 1.0),
    "claims.full": (">=", 0.65),
    "claims.attributed": (">=", 0.50),
    "claims.precision_proxy": (">=", 0.65),
    "info.claims_per_1000_words": ("<=", 120),
    "denials.full": (">=", 4 / 6),
    "figures.found": (">=", 0.80),
    "incidents.b3_f1": (">=", 0.72),
    "incidents.date": (">=", 0.70),
    "actors.pair_f1": (">=", 0.75),
    "incidents.wrong_merges": ("=", 0),
    "actors.wrong_merges": ("=", 0),
}
"""What issue 2 asks for on salience 1 (without packs actors.pair_f1 >= 0.35)."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: the figures by name as (all, salience 1), seconds of `sayso run`, and its largest memory in MB."""

    figures: dict[str, tuple[float | None, float | None]]
    seconds: float
    megabytes: float


def sayso(*words: str) -> float:
    """Runs the command as a user does. Gives the most memory, in MB, that it or a process of its own took."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        process = subprocess.Popen([sys.executable, "-m", "sayso.cli", *words], stdout=subprocess.DEVNULL, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            err.seek(0)
            raise SystemExit(f"sayso {' '.join(words)}: exit {process.returncode}\n{err.read()}")
    return usage.ru_maxrss / 1024


def measure(data: Path) -> Measured:
    """Both runs as they stand in `make bench`; `data` is the folder of the benchmark sets beside the gold."""
    packs, none = run(data.parent), run(data.parent, "--no-packs")
    asked = {name: f"{sign} {target:.3g}" for name, (sign, target) in TARGETS.items()}
    rows = (
        Row(f"founding documents, {name}", f"{_cell(packs, name)}; without packs {_cell(none, name)}", "", asked[name]) for name in TARGETS
    )
    return Measured(table(packs, none), tuple(rows))


def run(data: Path, *flags: str) -> Run:
    """One run over all founding documents, scored against the gold."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, out, scores = Path(folder) / "ledger", Path(folder) / "out", Path(folder) / "scores.json"
        sayso("init", str(ledger))
        begun = time.perf_counter()
        memory = sayso(*flags, "-C", str(ledger), "run", *map(str, sorted((data / "seeds").glob("*.txt"))))
        seconds = time.perf_counter() - begun
        sayso(*flags, "-C", str(ledger), "tell", "jsonl", "-o", str(out))
        score = [
            sys.executable,
            data / "score" / "score.py",
            "--gold",
            data / "gold",
            "--pred",
            out,
            "--texts",
            data / "seeds",
            "--json",
            scores,
        ]
        subprocess.run([str(word) for word in score], check=True, capture_output=True)
        figures = {row["name"]: (row["value"], row["value_1"]) for row in json.loads(scores.read_text(encoding="utf-8"))}
    return Run(figures, seconds, memory)


def table(packs: Run, none: Run) -> str:
    """The figures side by side; where a figure has no salience the one of all stands."""
    lines = ["| figure | asked | with packs | without packs |", "| --- | --- | --- | --- |"]
    for name in packs.figures:
        sign, target = TARGETS.get(name, ("", 0.0))
        lines.append(f"| {name} | {f'{sign} {target:.3g}' if sign else ''} | {_cell(packs, name)} | {_cell(none, name)} |")
    lines.append(f"| seconds for `sayso run` | <= 25 | {packs.seconds:.1f} | {none.seconds:.1f} |")
    lines.append(f"| memory at most, MB | <= 800 | {packs.megabytes:.0f} | {none.megabytes:.0f} |")
    return "\n".join(lines) + "\n"


def _cell(one: Run, name: str) -> str:
    every, first = one.figures.get(name, (None, None))
    value = first if first is not None else every
    return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Measures twice and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, help="write the table to this file too")
    options = parser.parse_args()
    text = table(run(options.data), run(options.data, "--no-packs"))
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
