"""Whether two names mean one actor: our tables of features beside nomenklatura's logic-v2, on its own name pairs.

    python bench/names.py [--data ../shared/bench] [--errors]

Each pair is judged as two names in two documents that say nothing else, by the features of sayso/link/actors.py and, where these leave it
open, of sayso/link/likeness.py. The threshold is the one that is best on these pairs; the one that Sayso uses is given too, and the F1
with thresholds set on other pairs than are counted. In Sayso most of what ties two names together is told by texts and packs, which are
not there in this test. logic-v2 is run where nomenklatura is installed; its scores as stored in the set are given too.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import peers
from news import rows
from sayso.known.gazetteer import load_gazetteer
from sayso.link.actors import SAME
from sayso.link.likeness import compared
from sayso.link.named import named_in
from sayso.records.claim import Finding, Mention
from sayso.records.document import Document, Span
from shares import Score, figure
from summary import Measured, Row

KINDS = {"Person": "person", "Company": "company", "Organization": "other", "LegalEntity": "other", "Vessel": "other"}
PARTS = 5
STORED = 0.70
"""The threshold at which the set's README gives logic-v2."""


def score_of(name1: str, name2: str, kind: str) -> float:
    """What our table of features gives a pair of names; below 0 where it forbids them to be one."""
    documents = [Document(side, hashlib.sha256(side.encode()).hexdigest(), name, "utf-8") for side, name in (("1", name1), ("2", name2))]
    findings = {
        one.sha256: Finding((), (Mention(Span(one.sha256, 0, len(one.text)), one.text, one.text, kind, None, True),)) for one in documents
    }
    left, right = named_in(documents, findings, load_gazetteer().country_of)
    return compared(left, right)[0]


def f1_at(pairs: Sequence[tuple[float, bool]], threshold: float) -> Score:
    """Pairs of a score and whether the names are one."""
    said = [truth for score, truth in pairs if score >= threshold]
    return Score(sum(said), len(said), sum(truth for _, truth in pairs))


def best(pairs: Sequence[tuple[float, bool]]) -> float:
    """The threshold with the best F1, the highest of those at a tie."""
    return max({score for score, _ in pairs}, key=lambda threshold: (f1_at(pairs, threshold).f1, threshold))


def held_back(pairs: Sequence[tuple[float, bool]], parts: Sequence[int]) -> Score:
    """F1 with the threshold that is best on all parts but one, counted on that one, over all parts."""
    found = Score(0, 0, 0)
    for part in sorted(set(parts)):
        threshold = best([pair for pair, own in zip(pairs, parts, strict=True) if own != part])
        here = f1_at([pair for pair, own in zip(pairs, parts, strict=True) if own == part], threshold)
        found = Score(found.right + here.right, found.found + here.found, found.gold + here.gold)
    return found


def part_of(row: Mapping[str, Any]) -> int:
    """In which of PARTS parts a pair is, by its id."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % PARTS


def average_precision(pairs: Sequence[tuple[float, bool]]) -> float:
    """The mean over all true pairs of the precision at their score; pairs of one score count together."""
    total = 0.0
    for threshold in {score for score, _ in pairs}:
        total += f1_at(pairs, threshold).precision * sum(truth for score, truth in pairs if score == threshold)
    return total / max(1, sum(truth for _, truth in pairs))


def line(name: str, data: Sequence[Mapping[str, Any]], scored: Sequence[float], threshold: float) -> str:
    pairs = [(score, bool(row["is_match"])) for score, row in zip(scored, data, strict=True)]
    strong = [(score >= threshold) != truth for (score, truth), row in zip(pairs, data, strict=True) if row["quality"] == "STRONG"]
    schemas = Counter(row["schema"] for row in data).most_common(3)
    by_schema = ", ".join(f"{schema} {figure(_of_schema(schema, data, pairs, threshold).f1)}" for schema, _ in schemas)
    return (
        f"| {name} | {len(pairs)} | {threshold:.2f} | {f1_at(pairs, threshold)} | {figure(average_precision(pairs))} | "
        f"{sum(strong)} of {len(strong)} | {by_schema} |"
    )


def _of_schema(schema: str, data: Sequence[Mapping[str, Any]], pairs: Sequence[tuple[float, bool]], threshold: float) -> Score:
    return f1_at([pair for pair, row in zip(pairs, data, strict=True) if row["schema"] == schema], threshold)


def measure(folder: Path, errors: bool = False) -> Measured:
    """Ours and logic-v2 on all pairs."""
    data = rows(folder / "names" / "pairs.jsonl")
    mine = [score_of(row["name1"], row["name2"], KINDS[row["schema"]]) for row in data]
    pairs = [(score, bool(row["is_match"])) for score, row in zip(mine, data, strict=True)]
    lines = ["| comparison | pairs | threshold | F1 | average precision | wrong of STRONG | F1 by schema |", "| --- " * 7 + "|"]
    lines += [line("Sayso, best threshold", data, mine, best(pairs)), line("Sayso, as it is used", data, mine, SAME)]
    stored = [row for row in data if row["logic_v2_score"] is not None]
    lines.append(line("logic-v2, scores of the set", stored, [row["logic_v2_score"] for row in stored], STORED))
    answers = peers.ask("nomenklatura", [{name: row[name] for name in ("name1", "name2", "schema")} for row in data])
    if isinstance(answers, str):
        lines.append(f"| logic-v2, run here | {answers} |")
        beside = f"logic-v2 {answers}"
    else:
        theirs = [(score, truth) for score, (_, truth) in zip(answers, pairs, strict=True)]
        beside = f"logic-v2 {figure(f1_at(theirs, STORED).f1)} at {STORED:.2f}"
        lines += [
            line("logic-v2, run here", data, answers, STORED),
            line("logic-v2, run here, best threshold", data, answers, best(theirs)),
        ]
    crossed = held_back(pairs, [part_of(row) for row in data])
    lines += ["", f"Sayso, with the threshold set on four of {PARTS} parts and counted on the fifth: F1 {crossed}."]
    if errors:
        lines += [f"{score:7.1f} {row['is_match']!s:5} {row['name1']!r} {row['name2']!r}" for score, row in zip(mine, data, strict=True)
                  if (score >= SAME) != row["is_match"]]  # fmt: skip
    ours = f"{figure(f1_at(pairs, best(pairs)).f1)} at its best threshold, {f1_at(pairs, SAME)} as used"
    return Measured("\n".join(lines), (Row(f"names, {len(pairs)} pairs, F1", ours, beside, "beside .79"),))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--errors", action="store_true", help="print the pairs judged wrong")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.errors).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
