"""That two things belong together, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal["same_actor", "same_incident", "denies", "copy_of", "cites", "speaks_for", "bears_on"]
Judgement = Literal["same", "not_same", "unsure", "found", "inferred", "unresolved"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature that spoke for or against a link: its name, what was seen, and the weight it carried."""

    feature: str
    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement on two ids. For same_actor an id is `document sha256 + ":" + name`; else that of a claim, an incident or a work (cites).

    Symmetric kinds are judged same, not_same or unsure; directed ones (left denies, copies, cites, speaks for or bears on right)
    found, inferred or unresolved. `by` names the rule or the person.
    """

    left: str
    right: str
    kind: LinkKind
    judgement: Judgement
    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    by: str = ""
