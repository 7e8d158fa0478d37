"""Sets the weights by which mentions of events become incidents on ledgers made by hand, and tells what they give on one left out.

    python bench/weights.py PILE PILE ... [--keep PILE ...]

A pile is a folder with `gold/` (as ../shared/gold, see its SCHEMA.md) and `texts/`. Weights are moved one at a time, by one and then by
half of one, as long as the mean B-cubed F1 of the piles rises; a wrong merge (two incidents of which the gold says that they are not the
same) costs as much as three hundredths of it, and each point by which a weight is moved a little. A move that makes a pile to `--keep`
worse is taken back. With several piles this is done again for each, on all others: only what the one left out gains then is a gain. A
mention of the gold is our event claim that fits its span best; one that has none stands alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, wraps
from itertools import combinations
from pathlib import Path
from typing import Any

from coreference import b_cubed
from sayso.archive import HIDDEN
from sayso.ledger import DATABASE, Ledger
from sayso.link import incidents
from sayso.link.crowds import candidates, candidates_here
from sayso.link.happenings import FIELDS, Happening
from sayso.link.incident_features import FEATURES
from sayso.link.incidents import incidents_of, judged, offers_in
from sayso.link.judge import NEVER, Table
from sayso.link.parted import Border
from sayso.link.people import Word
from sayso.link.undated import UNDATED
from sayso.link.workings import EVENT, to_event
from sayso.records.review import Rulings
from sayso.store.sqlite import SqliteStore
from shares import figure

Look = Callable[[Happening, Happening], str | None]
Weights = Mapping[str, float]
NOW: Weights = {feature.look.__name__: feature.weight for feature in (*FEATURES, *UNDATED) if feature.weight > NEVER}
"""The weights as they are, by the name of the feature."""
STEPS, ROUNDS = (1.0, 0.5), 2
WRONG, MOVED = 0.03, 0.0004
"""What a wrong merge and a weight moved by one take off the mean."""


@dataclass(frozen=True, slots=True)
class Pile:
    """One pile as it is found: its mentions of events, the pairs to be judged, and the gold.

    `gold` is the incident of each mention of the gold, `at` our mention that stands for it, `apart` the incidents that are not the same.
    """

    name: str
    found: Sequence[Happening]
    pairs: Sequence[tuple[str, str]]
    gold: Mapping[str, str]
    at: Mapping[str, str]
    apart: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What weights give on a pile."""

    f1: float
    wrong: int

    def __str__(self) -> str:
        return f"{figure(self.f1)}, {self.wrong}"


def pile_of(folder: Path) -> Pile:
    """A pile gone through with all packs that are installed."""
    with tempfile.TemporaryDirectory() as name:
        with Ledger.init(Path(name) / "ledger") as ledger:
            ledger.run([folder / "texts"])
        with SqliteStore(Path(name) / "ledger" / HIDDEN / DATABASE) as store:
            found = sorted(map(to_event, store.workings(EVENT)), key=lambda one: one.order)
    lines = (folder / "gold" / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    return as_coded(folder.name, found, [json.loads(line) for line in lines])


def as_coded(name: str, found: Sequence[Happening], rows: Sequence[Mapping[str, Any]]) -> Pile:
    """The mentions of a pile with the rows of the incidents.jsonl that a person made of it."""
    told = [(row["id"], mention) for row in rows for mention in row["evidence"]]
    gold = {f"{number}": incident for number, (incident, _) in enumerate(told)}
    nearest = {f"{number}": _nearest(found, mention) for number, (_, mention) in enumerate(told)}
    apart = frozenset(frozenset((row["id"], other)) for row in rows for other in row["not_same_as"])
    pairs = sorted(candidates_here(found) | candidates(found)[0])
    return Pile(name, found, pairs, gold, {key: one for key, one in nearest.items() if one}, apart)


def _nearest(found: Sequence[Happening], mention: Mapping[str, Any]) -> str:
    """The mention of ours that has the largest share in common with one of the gold, which is half of the shorter at least; "" if none."""
    best, share = "", 0.5
    for one in found:
        path, start, end, _ = one.order
        both = min(end, mention["end"]) - max(start, mention["start"]) if path.startswith(mention["doc"]) else 0
        if both >= 0.5 * min(end - start, mention["end"] - mention["start"]):
            of_both = both / (max(end, mention["end"]) - min(start, mention["start"]))
            best, share = (one.id, of_both) if not best or of_both > share else (best, share)
    return best


@cache
def _seen(look: Look) -> Look:
    """A feature that remembers what it saw in each pair: that does not change with its weight."""
    known: dict[tuple[str, str], str | None] = {}

    @wraps(look)
    def seen(a: Happening, b: Happening) -> str | None:
        if (a.id, b.id) not in known:
            known[a.id, b.id] = look(a, b)
        return known[a.id, b.id]

    return seen


@contextmanager
def weighing(weights: Weights) -> Iterator[None]:
    """The tables by which incidents are judged, with these weights meanwhile."""
    names = ("IN_TEXT", "APART", "LOOSELY")
    before = {name: getattr(incidents, name) for name in names}
    for name, table in before.items():
        features = (replace(one, look=_seen(one.look), weight=weights.get(one.look.__name__, one.weight)) for one in table.rows)
        setattr(incidents, name, Table(tuple(features), FIELDS))
    try:
        yield
    finally:
        for name, table in before.items():
            setattr(incidents, name, table)


def given(pile: Pile, weights: Weights) -> Given:
    """What these weights give on a pile."""
    by_id = {one.id: one for one in pile.found}
    with weighing(weights):
        groups = incidents_of(pile.found, judged(by_id, pile.pairs), offers_in(pile.found), Word(Rulings(), "same_incident"), Border())
    made = {key: groups.incident_of[pile.at[key]] if key in pile.at else f"alone {key}" for key in pile.gold}
    held = {frozenset((pile.gold[one], pile.gold[other])) for one, other in combinations(made, 2) if made[one] == made[other]}
    return Given(b_cubed(pile.gold, made)[2], len(held & pile.apart))


def fitted(piles: Sequence[Pile], keep: Sequence[Pile] = (), start: Weights = NOW) -> Weights:
    """The weights to which moving one after the other leads from those at the start."""
    least = [given(pile, start) for pile in keep]

    def worth(weights: Weights) -> float:
        told = [given(pile, weights) for pile in piles]
        moved = sum(abs(weight - start[name]) for name, weight in weights.items())
        return sum(one.f1 - WRONG * one.wrong for one in told) / len(told) - MOVED * moved

    def kept(weights: Weights) -> bool:
        return all(
            now.f1 >= was.f1 and now.wrong <= was.wrong
            for was, now in ((was, given(pile, weights)) for was, pile in zip(least, keep, strict=True))
        )

    best, weights = worth(start), dict(start)
    for step in (step for step in STEPS for _ in range(ROUNDS)):
        for name in start:
            for tried in ({**weights, name: weights[name] + step}, {**weights, name: weights[name] - step}):
                if (value := worth(tried)) > best and kept(tried):
                    best, weights = value, tried
                    break
    return weights


def moved(weights: Weights) -> str:
    """The weights that were moved, from what to what."""
    return ", ".join(f"{name} {NOW[name]:g} → {weight:g}" for name, weight in weights.items() if weight != NOW[name]) or "none"


def table(piles: Sequence[Pile], keep: Sequence[Pile]) -> str:
    """What weights set on all piles, and on all others, give on each."""
    every = fitted(piles, keep)
    lines = ["| pile | as it is | set on all | set on the others |", "| --- " * 4 + "|"]
    for pile in (*piles, *keep):
        others = [one for one in piles if one is not pile]
        left_out = given(pile, fitted(others, keep)) if pile in piles and others else ""
        lines.append(f"| {pile.name} | {given(pile, NOW)} | {given(pile, every)} | {left_out} |")
    return "\n".join([*lines, "", f"Moved on all: {moved(every)}."])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("piles", type=Path, nargs="+", metavar="PILE")
    parser.add_argument("--keep", type=Path, nargs="*", default=[], metavar="PILE", help="piles that no move may make worse")
    chosen = parser.parse_args(arguments)
    print("B-cubed F1 of the mentions, wrong merges.\n")
    print(table(list(map(pile_of, chosen.piles)), list(map(pile_of, chosen.keep))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
