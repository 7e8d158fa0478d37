"""Kills `sayso run` and `sayso review` at random moments (SIGKILL), and looks whether the ledger is whole after each.

    python bench/kill.py [--kills 100] [--seed 1] [--quick]

One ledger lives through all of it: half of the kills hit a run that adds two invented reports, half a decision (accept, reject, correct,
undo) on a random claim. Each process is killed at a moment drawn evenly from nothing to a quarter more than such a command takes, so that
some come through. After each, `sayso check` must find nothing, and every decision that was ever told as kept must be in reviews.jsonl.
With --quick the finder of the tests stands in for the real one, so that more kills fall into writing than into loading a model.
In the end the ledger is run to its end and must export the same as one made anew from its originals and decisions.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports import pile

SAYSO = (sys.executable, "-m", "sayso.cli")
QUICK = (sys.executable, str(Path(__file__).parents[1] / "tests" / "quick.py"))
KEPT = re.compile(r"^kept: .* ([0-9a-f]{8})$", re.MULTILINE)
CLAIM = re.compile(r'"id":"([0-9a-f]{12})"')
SLACK = 1.25
"""How far beyond the length of a command a kill may fall: a fifth of them comes through."""


@dataclass
class Trial:
    """A ledger under trial: the program's first words, the chance, and what was seen."""

    folder: Path
    chance: random.Random
    program: Sequence[str] = SAYSO
    seconds: dict[str, float] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    acknowledged: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    reports: int = 0

    def sayso(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One command, left to its end."""
        return subprocess.run(
            [*self.program, "-C", str(self.folder), *words], capture_output=True, text=True, encoding="utf-8", check=False
        )

    def begin(self) -> None:
        """Makes the ledger, and measures how long a run and a decision take."""
        subprocess.run([*self.program, "init", str(self.folder), "--no-packs"], capture_output=True, check=True)
        self.sayso("run", *self._inbox(6))
        for verb, words in (("run", ["run", *self._inbox()]), ("review", self._decision())):
            start = time.monotonic()
            done = self.sayso(*words)
            self.seconds[verb] = time.monotonic() - start
            self._remember(done.stderr)
            if done.returncode != 0:
                raise SystemExit(f"sayso {' '.join(words)}: exit {done.returncode}\n{done.stderr}")

    def kill_one(self, verb: str) -> None:
        """One command, killed at a random moment, and what is left of the ledger."""
        words = ["run", *self._inbox()] if verb == "run" else self._decision()
        moment = self.chance.uniform(0, SLACK * self.seconds[verb])
        process = subprocess.Popen(
            [*self.program, "-C", str(self.folder), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        try:
            _, told = process.communicate(timeout=moment)
            self.counts[f"{verb}: came through"] += 1
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            _, told = process.communicate()
            self.counts[f"{verb}: killed"] += 1
        self._remember(told)
        self.look(f"{' '.join(words[:2])} killed after {moment:.2f} s")

    def look(self, after: str) -> None:
        """Whether the ledger is whole, and no decision told as kept is lost."""
        checked = self.sayso("check")
        if checked.returncode != 0:
            self.failures.append(f"{after}: check exit {checked.returncode}: {checked.stderr.strip()}")
        held = (self.folder / "reviews.jsonl").read_text(encoding="utf-8")
        for lost in sorted(one for one in self.acknowledged if f'"hash":"{one}' not in held):
            self.failures.append(f"{after}: the decision {lost} is lost")

    def finish(self, exports: Path) -> None:
        """Runs it to its end, and holds it against one made anew from what is written."""
        self.sayso("run")
        self.look("the end")
        self.sayso("tell", "jsonl", "-o", str(exports / "lived"))
        shutil.rmtree(self.folder / ".sayso")
        self.sayso("run")
        self.sayso("tell", "jsonl", "-o", str(exports / "anew"))
        for file in sorted((exports / "lived").glob("*.jsonl")):
            if file.read_bytes() != (exports / "anew" / file.name).read_bytes():
                self.failures.append(f"{file.name} is not what a ledger made anew exports")

    def _inbox(self, count: int = 2) -> list[str]:
        self.reports += count
        return [str(path) for path in pile(self.folder.parent / "inbox", count, 1, self.reports - count)]

    def _decision(self) -> list[str]:
        """A decision on a claim drawn from those that are there, or the last one undone."""
        claims = CLAIM.findall(self.sayso("show", "claims", "--json").stdout)
        claim = f"c:{self.chance.choice(sorted(claims))}"
        verbs = [["accept", claim], ["reject", claim], ["correct", claim, "act=concedes"]] + ([["undo"]] if self.acknowledged else [])
        return ["review", *self.chance.choice(verbs), "--by", "bench"]

    def _remember(self, told: str) -> None:
        found = KEPT.findall(told)
        self.acknowledged.update(found)
        self.counts["decisions told as kept"] += len(found)


def trial(folder: Path, kills: int, seed: int, program: Sequence[str] = SAYSO) -> Trial:
    """A ledger after so many kills, half of runs and half of decisions, and after its end."""
    done = Trial(folder / "ledger", random.Random(seed), program)
    done.begin()
    for number in range(kills):
        done.kill_one("run" if number % 2 else "review")
    done.finish(folder / "exports")
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        done = trial(Path(folder), given.kills, given.seed, QUICK if given.quick else SAYSO)
        minutes = (time.monotonic() - start) / 60
    for what, number in sorted(done.counts.items()):
        print(f"{what}: {number}")
    print(f"a run takes {done.seconds['run']:.1f} s, a decision {done.seconds['review']:.1f} s; {minutes:.1f} min in all")
    print(f"failures: {len(done.failures)} at {given.kills} moments")
    print("\n".join(done.failures))
    raise SystemExit(bool(done.failures))


if __name__ == "__main__":
    main()
