"""What is said to have happened: claims about one event, laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records.place import Place
from sayso.records.when import When

RuleStatus = Literal[
    "retracted",
    "conceded",
    "contested",
    "denied_only",
    "corroborated_cross_side",
    "corroborated_same_side",
    "uncorroborated",
]
"""How an incident stands by the rules: the first that holds."""
PersonStatus = Literal["rejected", "pending"]
"""What only a person can call it."""
Status = Literal[RuleStatus, PersonStatus]


@dataclass(frozen=True, slots=True)
class Incident:
    """One event, as the claims about it tell it. `origins` is how many independent origins it rests on, (low, high)."""

    id: str
    type: str
    title: str
    when: When | None
    place: Place | None
    claims: tuple[str, ...]
    status: Status
    agents: tuple[str, ...]
    docs: tuple[str, ...]
    origins: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Position:
    """What one voice says to one question: a value as shown, the claims it rests on, and when it was said."""

    value: str
    claims: tuple[str, ...]
    said: When | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One party's row of the matrix: for each question its positions, in order of time; more than one is a split cell.

    `party` is an actor's id, or the words of a voice that nothing ties to a party. `voices` are the sub-rows: who spoke for it.
    """

    party: str
    name: str
    voices: tuple[str, ...]
    cells: tuple[tuple[str, tuple[Position, ...]], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties by questions for one incident."""

    incident: str
    questions: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one statement, counted once. `certain` is False where a link among them is only inferred."""

    id: str
    voice: str
    claims: tuple[str, ...]
    reason: str
    certain: bool
