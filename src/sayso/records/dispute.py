"""A question on which voices differ, and its sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DisputeKind = Literal[
    "occurrence",
    "responsibility",
    "count",
    "kind",
    "place",
    "outcome",
    "time",
    "intent",
    "identity",
    "status",
    "relay",
]


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a disputed question: the actors who hold it and the claims in which they do."""

    value: str
    holders: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question to which at least two sides give different answers. `about` is an incident's, actor's or figure's id, or a text."""

    id: str
    about: str
    question: str
    kind: DisputeKind
    sides: tuple[Side, ...]
