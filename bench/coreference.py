"""How well items are grouped: MUC, B-cubed, CEAF-e and their mean (CoNLL), and B-cubed of documents that hold several events.

A grouping maps each item to the name of its group. Both groupings hold the same items; groups of one count in B-cubed and CEAF-e.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from assignment import best_pairs
from shares import Score

I = TypeVar("I", bound=Hashable)  # noqa: E741
Grouping = Mapping[I, str]


def members(grouping: Grouping[I]) -> dict[str, set[I]]:
    groups: dict[str, set[I]] = defaultdict(set)
    for item, group in grouping.items():
        groups[group].add(item)
    return groups


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Grouping[I], found: Grouping[I]) -> float:
    """F1 over the links that hold groups together (Vilain and others 1995)."""

    def share(groups: Iterable[set[I]], other: Grouping[I]) -> float:
        kept = total = 0
        for group in groups:
            kept += len(group) - len({other[item] for item in group})
            total += len(group) - 1
        return kept / total if total else 0.0

    return f1(share(members(found).values(), gold), share(members(gold).values(), found))


def b_cubed(gold: Grouping[I], found: Grouping[I]) -> tuple[float, float, float]:
    """Precision, recall and F1 as means over all items (Bagga and Baldwin 1998)."""
    true, made = members(gold), members(found)
    both = {item: len(true[gold[item]] & made[found[item]]) for item in gold}
    precision = sum(both[item] / len(made[found[item]]) for item in gold) / max(1, len(gold))
    recall = sum(both[item] / len(true[gold[item]]) for item in gold) / max(1, len(gold))
    return precision, recall, f1(precision, recall)


def ceaf_e(gold: Grouping[I], found: Grouping[I]) -> float:
    """F1 of the best one-to-one pairing of groups, each pair worth twice what it shares by what both hold (Luo 2005).

    Groups that share nothing gain nothing, so each knot of groups that do is paired by itself.
    """
    true, made = members(gold), members(found)
    total = 0.0
    for rows, columns in _knots(gold, found):
        gains = [[2 * len(true[row] & made[column]) / (len(true[row]) + len(made[column])) for column in columns] for row in rows]
        total += sum(gains[i][j] for i, j in best_pairs(gains))
    return Score(total, len(made), len(true)).f1


def _knots(gold: Grouping[I], found: Grouping[I]) -> list[tuple[list[str], list[str]]]:
    """The groups of both sides that hang together by shared items."""
    touching: dict[tuple[int, str], set[tuple[int, str]]] = defaultdict(set)
    for item in gold:
        touching[0, gold[item]].add((1, found[item]))
        touching[1, found[item]].add((0, gold[item]))
    knots, seen = [], set()
    for start in sorted(touching):
        if start in seen:
            continue
        knot, waiting = set(), [start]
        while waiting:
            one = waiting.pop()
            if one not in knot:
                knot.add(one)
                waiting += touching[one]
        seen |= knot
        knots.append((sorted(name for side, name in knot if side == 0), sorted(name for side, name in knot if side == 1)))
    return knots


def conll(gold: Grouping[I], found: Grouping[I]) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e."""
    return (muc(gold, found) + b_cubed(gold, found)[2] + ceaf_e(gold, found)) / 3


def document_b_cubed(gold: Mapping[I, set[str]], found: Mapping[I, set[str]]) -> tuple[float, float, float]:
    """B-cubed for documents that hold several events each (extended B-cubed, Amigó and others 2009).

    For each pair of documents that share events on one side, as many of them count as both sides let the two share.
    """

    def mean(one: Mapping[I, set[str]], other: Mapping[I, set[str]]) -> float:
        shares = []
        for item, events in one.items():
            pairs = Counter({near: len(events & more) for near, more in one.items() if events & more})
            if pairs:
                shares.append(sum(min(count, len(other[item] & other[near])) / count for near, count in pairs.items()) / len(pairs))
        return sum(shares) / max(1, len(shares))

    precision, recall = mean(found, gold), mean(gold, found)
    return precision, recall, f1(precision, recall)
