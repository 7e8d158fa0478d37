"""What is one and the same in two weighings, whose ids may differ: that which rests on the same claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sayso.records.dispute import Dispute, Side
from sayso.records.incident import Incident, Matrix
from sayso.records.pledge import Pledge
from sayso.records.vocabulary import vocabulary

T = TypeVar("T", Incident, Pledge, Dispute)
Name = Callable[[str], str]
"""Gives the name of an actor or the words of a claim by its id, or the text itself."""


def claims_of(thing: Incident | Pledge | Dispute) -> tuple[str, ...]:
    """The claims on which an incident, a pledge or a dispute rests."""
    return tuple(claim for side in thing.sides for claim in side.claims) if isinstance(thing, Dispute) else thing.claims


def counterparts(things: Iterable[T], others: Iterable[T]) -> dict[str, T]:
    """For each thing, by its id, the other one that shares most claims with it, if any does; disputes only of one question."""
    having: dict[tuple[str, str], list[T]] = defaultdict(list)
    for other in others:
        for claim in claims_of(other):
            having[claim, _question(other)].append(other)
    found = {}
    for thing in things:
        near = [other for claim in claims_of(thing) for other in having[claim, _question(thing)]]
        counts = Counter(other.id for other in near)
        if near:
            found[thing.id] = min(near, key=lambda other: (-counts[other.id], other.id))
    return found


def values_by_claim(matrices: Iterable[Matrix]) -> Mapping[tuple[str, str], list[str]]:
    """What each claim answers to each question, by claim and question."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    cells = (cell for matrix in matrices for row in matrix.rows for cell in row.cells)
    for question, positions in cells:
        for position in positions:
            for claim in position.claims:
                told[claim, question].append(position.value)
    return told


def label_of(question: str) -> str:
    """A question of the codebook as it is printed."""
    questions = vocabulary().questions
    return questions[question].label if question in questions else question


def told(sides: Iterable[Side], name: Name) -> str:
    """Sides of a dispute with who holds them: "12 (the Front) | 2–3 (Velm)"."""
    return " | ".join(f"{side.value} ({', '.join(map(name, side.holders))})" for side in sides)


def _question(thing: Incident | Pledge | Dispute) -> str:
    return thing.question if isinstance(thing, Dispute) else ""
