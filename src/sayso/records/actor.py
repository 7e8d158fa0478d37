"""Who: one actor across documents, with every spelling seen; and the ties and figures told of actors."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.amount import Amount
from sayso.records.document import Span
from sayso.records.when import When

STATES = ("state", "government_body")
"""Kinds of actors that are a state or a body of one, the state first."""


@dataclass(frozen=True, slots=True)
class ActorName:
    """One spelling of an actor, at one place where it was seen."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor, worked out from mentions and links. `side` comes from a pack or the analyst; None is unknown, not another side.

    `party` is the id of the actor for whom it speaks (a spokesman's government), its own id where it speaks for itself.
    """

    id: str
    name: str
    kind: str
    names: tuple[ActorName, ...]
    side: str | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two actors (or an actor and a text), with the claims that tell of it."""

    subject: str
    predicate: str
    object: str
    claims: tuple[str, ...]
    since: When | None = None
    until: When | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told of something, with the claims that tell it: numbers of one subject, measure and size are one figure."""

    id: str
    subject: str
    measure: str
    amount: Amount
    claims: tuple[str, ...]
    as_of: When | None = None
    incident: str | None = None
