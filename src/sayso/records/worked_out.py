"""What a step hands to the next: all links of a ledger, and all that was worked out from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.actor import Actor, Figure, Tie
from sayso.records.dispute import Dispute
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.link import Link
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.work import Work


def mention_key(doc: str, name: str) -> str:
    """How an actor is addressed before linking: by document and by the name that the document gives."""
    return f"{doc}:{name}"


@dataclass(frozen=True, slots=True)
class Linking:
    """What `link` worked out. `actor_of` maps mention keys to actor ids, `incident_of` claim ids to incident ids.

    `works` are what documents cite.
    """

    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_of: Mapping[str, str] = field(default_factory=dict)
    incident_of: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """What `weigh` worked out from claims and links."""

    incidents: tuple[Incident, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    origins: tuple[Origin, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    ties: tuple[Tie, ...] = ()
    figures: tuple[Figure, ...] = ()
