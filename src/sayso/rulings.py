"""What the decisions of people on claims come to: written facts, under which fold the claims that a finder finds of them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from sayso.records.anchor import carried
from sayso.records.claim import Claim, Finding, ReviewState
from sayso.records.document import Span
from sayso.records.incident import Status
from sayso.records.problem import Problem
from sayso.records.review import Bond, BondKind, Naming, Review, Rulings, Seen, Standing, Target
from sayso.records.worked_out import Working

STATES: Mapping[str, ReviewState] = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "manual"}
WRITTEN = frozenset({"corrected", "manual"})
"""What a person wrote himself stays so named when somebody accepts it."""
BY_RULES = "rules"
"""The status by which an incident is given back to the rules."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What a hearing keeps for the next one, of one kind: the keys of workings that go (None: all of them), and those that come."""

    gone: frozenset[str] | None
    come: tuple[Working, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the decisions come to: the findings of the documents they touch, what linking keeps to, and what could not be placed.

    Of a hearing of what is new the findings are those of the documents that it touches; `cleared` are those among them on which nobody
    decides any more, so that what the machine found there holds again. `anew` says that all was heard: then no other document has
    findings of people. `rulings`, `problems` and `unplaced`, the hashes of the reviews of which something could not be placed, are
    always all; `before` are the rulings of the last hearing, `was` what stood in the touched documents then. `notes` are what the next
    hearing starts from, by their kind, and `to` says up to which decision this one went.
    """

    findings: Mapping[str, Finding] = field(default_factory=dict)
    rulings: Rulings = field(default_factory=Rulings)
    problems: tuple[Problem, ...] = ()
    unplaced: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()
    anew: bool = True
    before: Rulings = field(default_factory=Rulings)
    was: Mapping[str, Finding] = field(default_factory=dict)
    notes: Mapping[str, Notes] = field(default_factory=dict)
    to: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision on a claim: which review, which of its targets, and what it leaves the claim as."""

    review: Review
    number: int
    state: ReviewState

    @property
    def target(self) -> Target:
        """The claim as it was decided on."""
        return self.review.targets[self.number]

    @property
    def seen(self) -> Seen:
        """What the person looked at."""
        return cast(Seen, self.target.seen)

    @property
    def told(self) -> str:
        """All that tells it from another decision on the same claim."""
        return f"{self.review.hash} {self.number} {self.state}"

    def fact(self, spot: Span, text: str) -> Fact:
        """The claim as decided, where its anchor stands now in the text of a document. The anchor is that of the claim as decided."""
        claim = replace(cast(Claim, self.seen.after or self.seen.before), review=self.state)
        here = claim.span == spot and claim.quote == text[spot.start : spot.end]
        return Fact(claim if here else carried(claim, spot, text), self.seen)


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim as a person left it; `seen` is what he looked at."""

    claim: Claim
    seen: Seen


def standing(findings: Mapping[str, Finding]) -> dict[str, Finding]:
    """The findings with the claims that a person rejected set aside: of what is left incidents and briefs are made."""
    return {doc: _standing(finding) for doc, finding in findings.items()}


def _standing(finding: Finding) -> Finding:
    rejected = tuple(claim for claim in finding.claims if claim.review == "rejected")
    return replace(finding, claims=tuple(claim for claim in finding.claims if claim.review != "rejected"), rejected=rejected)


def decisions_on_claims(review: Review) -> Iterator[tuple[int, Target]]:
    """Of a review the claims that it decides on, each with its number among the targets."""
    if review.about == "claim" and review.verb in STATES:
        yield from ((number, target) for number, target in enumerate(review.targets) if target.seen is not None)


def last_decisions(reviews: Iterable[Review]) -> dict[str, Decided]:
    """Of reviews that hold the last decision on each claim, by its id, in the order in which they were first decided on."""
    last: dict[str, Decided] = {}
    for review in reviews:
        for number, target in decisions_on_claims(review):
            before = last.get(target.id)
            kept = review.verb == "accept" and before is not None and before.state in WRITTEN
            last[target.id] = Decided(review, number, before.state if kept and before else STATES[review.verb])
    return last


def names_others(review: Review) -> bool:
    """Whether a review speaks of incidents or actors, or says of claims that they are of one incident or not."""
    verbs = ("same", "notsame") if review.about == "claim" else ("same", "notsame", "accept", "reject", "correct")
    return review.about in ("claim", "incident", "actor") and review.verb in verbs


def rulings_of(reviews: Sequence[Review], places: Mapping[str, Sequence[str | None]]) -> Rulings:
    """What linking and weighing keep to; `places` are what the targets of each review are now, by its hash."""
    bonds, standings, namings = list[Bond](), list[Standing](), list[Naming]()
    for review in reviews:
        if review.hash in places and names_others(review):
            left, right = (_side(review, places[review.hash], side) for side in ("left", "right"))
            bonds += _bonds(review, left, right)
            standings += _standings(review, left)
            namings += _namings(review, left)
    return Rulings(tuple(bonds), tuple(standings), tuple(namings))


def _side(review: Review, places: Sequence[str | None], side: str) -> tuple[str, ...]:
    """What is named on one side, each once."""
    found = (place for target, place in zip(review.targets, places, strict=True) if target.side == side)
    return tuple(dict.fromkeys(place for place in found if place))


def _bonds(review: Review, left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[Bond]:
    if review.verb in ("same", "notsame", "accept") and len(left) + len(right) > 1 and (right or review.verb == "accept"):
        kind: BondKind = "same_actor" if review.about == "actor" else "same_incident"
        yield Bond(kind, review.verb != "notsame", left, right, review.who, review.why or "")


def _standings(review: Review, claims: tuple[str, ...]) -> Iterator[Standing]:
    if review.about == "incident" and review.verb in ("accept", "reject", "correct") and claims:
        said = {"reject": "rejected", "accept": BY_RULES}.get(review.verb) or (review.changes or {}).get("status", BY_RULES)
        yield Standing(None if said == BY_RULES else cast(Status, said), claims)


def _namings(review: Review, names: tuple[str, ...]) -> Iterator[Naming]:
    if review.about == "actor" and review.verb in ("reject", "correct", "accept") and names:
        yield Naming(names, {} if review.verb == "accept" else review.changes or {}, review.verb == "reject")


def with_facts(finding: Finding, facts: Sequence[Fact]) -> tuple[Finding, dict[str, str]]:
    """What was found in one document with written facts in place of what the machine found there, and which claims fold under which."""
    folds = {fact.claim.id: _folding(fact, facts, finding.claims) for fact in facts}
    kept = [fact for fact in facts if not _read_otherwise(fact, finding.claims)]
    folded = {claim.id: fact.claim.id for fact in kept for claim in folds[fact.claim.id]}
    claims = [fact.claim for fact in kept] + [claim for claim in finding.claims if claim.id not in folded]
    return replace(finding, claims=tuple(sorted(claims, key=_place))), folded


def alike(before: Claim, here: Iterable[Claim], spot: Span) -> str | None:
    """Of claims of one document that which is most like one that stood at this place, by its id; None where none stands there."""
    near = [claim for claim in here if _half(claim.span, spot)]
    same = [claim for claim in near if claim.kind == before.kind] or near
    best = max(same, key=lambda claim: (_speaks(claim) == _speaks(before), claim.span.shared(spot), claim.id), default=None)
    return best.id if best else None


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.span.start, claim.span.end, claim.kind, claim.verb, claim.id


def _folding(fact: Fact, facts: Sequence[Fact], found: Iterable[Claim]) -> list[Claim]:
    """What the machine found that is this fact again: the claim of its address, and those of its kind and voice on half its span.

    Claims that a person saw beside it, and those of another verb where one has the same, are others.
    """
    own = {one.claim.id for one in facts} - {fact.claim.id}
    seen = [claim for claim in (fact.claim, fact.seen.before) if claim is not None]
    exact, near = [], []
    for claim in found:
        if claim.id == fact.claim.id:
            exact.append(claim)
        elif claim.id not in own and claim.id not in fact.seen.beside and any(_again(claim, one) for one in seen):
            near.append(claim)
    same = exact + [claim for claim in near if claim.verb in {one.verb for one in seen}]
    if fact.claim.review == "rejected":  # what was rejected is that reading: another one of the same words is a new proposal
        return [claim for claim in same if _reading(claim) == _reading(fact.claim)]
    return same or near


def _read_otherwise(fact: Fact, found: Iterable[Claim]) -> bool:
    """Whether the machine now reads the very clause that was rejected in another way, which nobody rejected."""
    return fact.claim.review == "rejected" and any(claim.id == fact.claim.id and _reading(claim) != _reading(fact.claim) for claim in found)


def _again(claim: Claim, fact: Claim) -> bool:
    return claim.kind == fact.kind and _speaks(claim) == _speaks(fact) and _half(claim.span, fact.span)


def _half(one: Span, other: Span) -> bool:
    """Whether two spans share half of the shorter one."""
    return 2 * one.shared(other) >= min(one.size, other.size) > 0


def _speaks(claim: Claim) -> str:
    return claim.voice.name or claim.voice.text


def _reading(claim: Claim) -> tuple[object, ...]:
    """What a claim is understood to say, its wording and its finder aside."""
    slots = sorted(
        (slot.name, str(slot.actor or ""), slot.place.id if slot.place else "", str(slot.when or ""), str(slot.amount or ""))
        for slot in claim.slots
    )
    return claim.kind, claim.verb, claim.act, claim.polarity, claim.modality, _speaks(claim), *slots
