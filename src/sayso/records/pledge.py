"""What somebody binds himself to, foretells or threatens, and what later claims say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records.when import When

PledgeKind = Literal["pledge", "prediction", "threat"]
Effect = Literal["breaches", "contradicts", "consistent", "supports", "disconfirms", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Bearing:
    """A later incident or claim that bears on a pledge, and how."""

    ref: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge, prediction or threat. Of its fate the machine says at most "challenged"; only a person says broken."""

    id: str
    kind: PledgeKind
    by: str
    to: str
    content: str
    claims: tuple[str, ...]
    said: When | None
    status: str
    bearing: tuple[Bearing, ...] = ()
