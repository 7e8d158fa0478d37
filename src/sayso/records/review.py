"""What people decided: each decision as it was made, and what all of them together come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.records.anchor import Anchor
from sayso.records.claim import Claim, Mention
from sayso.records.incident import Status

ReviewVerb = Literal["accept", "reject", "correct", "add", "same", "notsame", "undo", "withdraw"]
About = Literal["claim", "actor", "incident", "document", "review"]
Side = Literal["left", "right"]
BondKind = Literal["same_actor", "same_incident"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person looked at: a claim as it was and as he wants it, or a name, with where its words stand.

    `beside` are ids of claims that shared the clause when he looked: they are known to be others, and never fold under it.
    """

    anchor: Anchor
    before: Claim | None = None
    after: Claim | None = None
    mention: Mention | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """One claim, name or document that a review is about. `id` is the claim's, the document's SHA-256, or empty for a name.

    `seen` is None where the document was withdrawn and its words were taken out.
    """

    doc: str
    id: str
    seen: Seen | None
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision of a person, one line of reviews.jsonl.

    `changes` are what an actor or incident is said to be (name, kind, side; status). `undoes` is the hash of the review taken back.
    `previous` are the hashes of the lines before it: one, or several where copies were merged. `why` is None where it was taken out.
    """

    verb: ReviewVerb
    about: About
    targets: tuple[Target, ...]
    who: str
    when: str
    why: str | None = ""
    changes: Mapping[str, str] | None = field(default_factory=dict)
    undoes: str = ""
    previous: tuple[str, ...] = ()
    hash: str = ""


def in_force(reviews: Sequence[Review]) -> list[Review]:
    """The reviews that hold, in their order: those that no review undoes which itself holds."""
    undone: set[str] = set()
    for review in reversed(reviews):
        if review.verb == "undo" and review.hash not in undone:
            undone.add(review.undoes)
    return [review for review in reviews if review.hash not in undone and review.verb != "undo"]


@dataclass(frozen=True, slots=True)
class Bond:
    """That claims (or names, by mention key) are of one incident (one actor), or that those left and right are not."""

    kind: BondKind
    same: bool
    left: tuple[str, ...]
    right: tuple[str, ...]
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status that a person gave to the incident of these claims; None gives it back to the rules."""

    status: Status | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a person says of the actor with these names (mention keys): its name, kind or side; or that it is no actor at all."""

    names: tuple[str, ...]
    changes: Mapping[str, str] = field(default_factory=dict)
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided that linking and weighing have to keep to, in the order in which it was decided."""

    bonds: tuple[Bond, ...] = ()
    standings: tuple[Standing, ...] = ()
    namings: tuple[Naming, ...] = ()
