"""What a step hands to the next: all links of a ledger, and all that was worked out from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from sayso.records.actor import Actor, Figure, Tie
from sayso.records.dispute import Dispute
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.link import Link
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.work import Work

WorkedOut: TypeAlias = Link | Actor | Incident | Matrix | Dispute | Origin | Pledge | Tie | Figure
"""A record that is kept and changed by itself, under its key. A work is not: what cites it stands all over the ledger."""
R = TypeVar("R", bound=WorkedOut)


def mention_key(doc: str, name: str) -> str:
    """How an actor is addressed before linking: by document and by the name that the document gives."""
    return f"{doc}:{name}"


def key_of(record: WorkedOut) -> str:
    """Under which a record is kept, and by which those of its kind are ordered: no two that are kept have the same."""
    match record:
        case Link():
            return f"{record.kind} {record.left} {record.right} {record.by}"
        case Matrix():
            return record.incident
        case Tie():
            return f"{record.subject}\x1f{record.predicate}\x1f{record.object}"
        case _:
            return record.id


def by_key(records: Iterable[R]) -> dict[str, R]:
    """The records by their keys, in the order of these; of those that share one, the first that is given."""
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(key_of(record), record)
    return {key: found[key] for key in sorted(found)}


def in_order(records: Iterable[R]) -> tuple[R, ...]:
    """The records in the order of their keys; of those that share one, the first that is given."""
    return tuple(by_key(records).values())


@dataclass(frozen=True, slots=True)
class Linking:
    """What `link` worked out. `actor_of` maps mention keys to actor ids, `incident_of` claim ids to incident ids.

    Links and actors are in the order of their keys; `works` are what documents cite, in the order in which they are first cited.
    """

    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_of: Mapping[str, str] = field(default_factory=dict)
    incident_of: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """What `weigh` worked out from claims and links, each kind in the order of its keys."""

    incidents: tuple[Incident, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    origins: tuple[Origin, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    ties: tuple[Tie, ...] = ()
    figures: tuple[Figure, ...] = ()

    def in_order(self) -> Weighing:
        """The same, each kind in the order of its keys."""
        return Weighing(
            incidents=in_order(self.incidents),
            matrices=in_order(self.matrices),
            disputes=in_order(self.disputes),
            origins=in_order(self.origins),
            pledges=in_order(self.pledges),
            ties=in_order(self.ties),
            figures=in_order(self.figures),
        )


@dataclass(frozen=True, slots=True)
class Relinking:
    """What a change makes of the linking: the keys of the links and the ids of the actors that go, and what comes in their place.

    `actor_of` and `incident_of` hold what is otherwise than before; None takes a name or a claim out. `works` and `problems` are all
    of them, or None where they stay.
    """

    links_gone: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    actors_gone: frozenset[str] = frozenset()
    actors: tuple[Actor, ...] = ()
    actor_of: Mapping[str, str | None] = field(default_factory=dict)
    incident_of: Mapping[str, str | None] = field(default_factory=dict)
    works: tuple[Work, ...] | None = None
    problems: tuple[Problem, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reweighing:
    """What a change makes of the weighing: by the name of the field of a Weighing the keys that go, and what comes in their place."""

    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    come: Weighing = field(default_factory=Weighing)


@dataclass(frozen=True, slots=True)
class Working:
    """One thing that a step keeps for itself, so that it need not be worked out again: what it bears on is found by its marks.

    `doc` is the SHA-256 of the document it comes from, or empty; `record` is the step's own, mostly JSON. The marks are sorted.
    """

    key: str
    doc: str = ""
    record: str = ""
    marks: tuple[str, ...] = ()
