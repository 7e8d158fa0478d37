"""What the decisions of people come to on the texts as they stand: claims that are written facts, and what linking has to keep to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from sayso.records.anchor import carried, place
from sayso.records.claim import Claim, Finding, ReviewState
from sayso.records.document import Document, Span
from sayso.records.incident import Status
from sayso.records.problem import Problem
from sayso.records.review import Bond, Naming, Review, Rulings, Seen, Side, Standing, Target, in_force
from sayso.records.worked_out import mention_key

STATES: Mapping[str, ReviewState] = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "manual"}
WRITTEN = frozenset({"corrected", "manual"})
"""What a person wrote himself stays so named when somebody accepts it."""
BY_RULES = "rules"
"""The status by which an incident is given back to the rules."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the decisions come to: the findings of the documents they touch, what linking keeps to, and what could not be placed.

    `unplaced` are the hashes of the reviews of which something could not be placed.
    """

    findings: Mapping[str, Finding] = field(default_factory=dict)
    rulings: Rulings = field(default_factory=Rulings)
    problems: tuple[Problem, ...] = ()
    unplaced: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim as a person left it; `seen` is what he looked at, `review` the decision."""

    claim: Claim
    seen: Seen
    review: Review


def standing(findings: Mapping[str, Finding]) -> dict[str, Finding]:
    """The findings without the claims that a person rejected: what incidents and briefs are made of."""
    return {
        doc: replace(finding, claims=tuple(claim for claim in finding.claims if claim.review != "rejected"))
        for doc, finding in findings.items()
    }


def ruled(reviews: Sequence[Review], documents: Sequence[Document], findings: Mapping[str, Finding]) -> Reviewed:
    """What the reviews come to; `findings` are those of the machine alone. Pure: the same input gives the same result."""
    return _Court(documents, findings).hear(in_force(reviews))


class _Court:
    """Puts decisions back on the texts as they stand."""

    def __init__(self, documents: Sequence[Document], findings: Mapping[str, Finding]) -> None:
        self.texts = {document.sha256: document for document in sorted(documents, key=lambda one: (one.path, one.sha256))}
        self.findings = dict(findings)
        self.known_as: dict[str, str] = {}
        self.problems: dict[tuple[str, str], Problem] = {}

    def hear(self, reviews: Sequence[Review]) -> Reviewed:
        """All of it: claims first, since what is said of incidents and actors is said by naming them."""
        facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in self._facts(reviews):
            facts[fact.claim.span.doc].append(fact)
        touched = {doc: self._with_facts(doc, own) for doc, own in sorted(facts.items())}
        self.findings |= touched
        bonds, standings, namings = list[Bond](), list[Standing](), list[Naming]()
        for review in reviews:
            bonds += self._bonds(review)
            standings += self._standings(review)
            namings += self._namings(review)
        rulings = Rulings(tuple(bonds), tuple(standings), tuple(namings))
        return Reviewed(touched, rulings, tuple(self.problems.values()), frozenset(ident for ident, _ in self.problems))

    # claims

    def _facts(self, reviews: Sequence[Review]) -> Iterator[Fact]:
        """Each claim that a person decided on, as the last decision left it, where it stands now."""
        last: dict[str, Fact] = {}
        for review in reviews:
            for target in review.targets:
                if review.about == "claim" and review.verb in STATES and target.seen is not None:
                    before = last.get(target.id)
                    last[target.id] = Fact(_decided(review, target.seen, before.claim if before else None), target.seen, review)
        for fact in last.values():
            if (spot := self._spot(fact.seen, fact.review)) is not None:
                yield replace(fact, claim=_at(fact, spot, self.texts[spot.doc].text))

    def _with_facts(self, doc: str, facts: Sequence[Fact]) -> Finding:
        """The finding of one document with written facts in place of what the machine found there."""
        finding = self.findings.get(doc, Finding(()))
        folds = {fact.claim.id: _folding(fact, facts, finding.claims) for fact in facts}
        kept = [fact for fact in facts if not _read_otherwise(fact, finding.claims)]
        folded = {claim.id: fact.claim.id for fact in kept for claim in folds[fact.claim.id]}
        self.known_as |= folded
        claims = [fact.claim for fact in kept] + [claim for claim in finding.claims if claim.id not in folded]
        return replace(finding, claims=tuple(sorted(claims, key=lambda one: (one.span.start, one.span.end, one.kind, one.verb, one.id))))

    # incidents and actors

    def _bonds(self, review: Review) -> Iterator[Bond]:
        if review.about not in ("claim", "incident", "actor") or review.verb not in ("same", "notsame", "accept"):
            return
        if review.verb == "accept" and review.about == "claim":
            return
        kind, names = ("same_actor", self._names) if review.about == "actor" else ("same_incident", self._claims)
        left, right = names(review, "left"), names(review, "right")
        if len(left) + len(right) > 1 and (right or review.verb == "accept"):
            yield Bond(kind, review.verb != "notsame", left, right, review.who, review.why or "")  # type: ignore[arg-type]

    def _standings(self, review: Review) -> Iterator[Standing]:
        if review.about == "incident" and review.verb in ("accept", "reject", "correct"):
            said = {"reject": "rejected", "accept": BY_RULES}.get(review.verb) or (review.changes or {}).get("status", BY_RULES)
            if claims := self._claims(review, "left"):
                yield Standing(None if said == BY_RULES else cast(Status, said), claims)

    def _namings(self, review: Review) -> Iterator[Naming]:
        if review.about == "actor" and review.verb in ("reject", "correct", "accept") and (names := self._names(review, "left")):
            changes = {} if review.verb == "accept" else review.changes or {}
            yield Naming(names, changes, review.verb == "reject")

    def _claims(self, review: Review, side: Side) -> tuple[str, ...]:
        """The ids that the claims of one side have now."""
        found = (self._claim_now(target, review) for target in review.targets if target.side == side and target.seen)
        return tuple(dict.fromkeys(ident for ident in found if ident))

    def _claim_now(self, target: Target, review: Review) -> str | None:
        seen, claims = cast(Seen, target.seen), self.findings.get(target.doc, Finding(())).claims
        ident = self.known_as.get(target.id, target.id)
        if any(claim.id == ident for claim in claims):
            return ident
        spot = self._spot(seen, review)
        before = seen.before
        if spot is None or before is None:
            return None
        here = [claim for claim in self.findings.get(spot.doc, Finding(())).claims if _half(claim.span, spot)]
        alike = [claim for claim in here if claim.kind == before.kind] or here
        if not alike:
            self._tell(review, target.doc, "no claim is found there any more", spot)
            return None
        return max(alike, key=lambda claim: (_speaks(claim) == _speaks(before), claim.span.shared(spot), claim.id)).id

    def _names(self, review: Review, side: Side) -> tuple[str, ...]:
        """The mention keys that the names of one side have now."""
        found = (self._name_now(target, review) for target in review.targets if target.side == side and target.seen)
        return tuple(dict.fromkeys(key for key in found if key))

    def _name_now(self, target: Target, review: Review) -> str | None:
        seen = cast(Seen, target.seen)
        spot = self._spot(seen, review)
        if spot is None or seen.mention is None:
            return None
        finding = self.findings.get(spot.doc, Finding(()))
        here = [mention for mention in finding.mentions if mention.span.shared(spot)]
        same = [mention for mention in finding.mentions if mention.name == seen.mention.name]
        borne = {voice.name for claim in finding.claims for voice in claim.voices} | {s.actor for c in finding.claims for s in c.slots}
        if not (here or same or seen.mention.name in borne):
            self._tell(review, target.doc, f"nobody is found any more under “{seen.mention.text}”", spot)
            return None
        exact = [mention for mention in here if mention.name == seen.mention.name]
        return mention_key(spot.doc, (exact or here)[0].name if here else seen.mention.name)

    # places

    def _spot(self, seen: Seen, review: Review) -> Span | None:
        """Where the words stand now: in their document, or, if it is here no more, in the one other document that holds them."""
        anchor = seen.anchor
        docs = [anchor.doc] if anchor.doc in self.texts else list(self.texts)
        found = [Span(doc, *spot) for doc in docs if (spot := place(anchor, self.texts[doc].text)) is not None]
        if len(found) == 1:
            return found[0]
        why = "its words are not found any more" if anchor.doc in self.texts else "its document is no longer here"
        self._tell(review, anchor.doc, f"{why}: “{' '.join(anchor.exact.split())[:60]}”", None)
        return None

    def _tell(self, review: Review, doc: str, why: str, spot: Span | None) -> None:
        path = self.texts[doc].path if doc in self.texts else doc[:12]
        message = f"the decision {review.hash[:8]} ({review.verb}, {review.who}) has no place: {why}"
        hint = "it is kept; decide anew, or undo it"
        start, end = (spot.start, spot.end) if spot and doc == spot.doc else (None, None)
        self.problems[review.hash, why] = Problem(path, "link", "review_unplaced", message, hint, start, end)


def _decided(review: Review, seen: Seen, before: Claim | None) -> Claim:
    """The claim as a decision leaves it."""
    claim = cast(Claim, seen.after or seen.before)
    kept = review.verb == "accept" and before is not None and before.review in WRITTEN
    return replace(claim, review=before.review if kept and before else STATES[review.verb])


def _at(fact: Fact, spot: Span, text: str) -> Claim:
    """The claim of a fact where its anchor stands now. The anchor is that of the claim as decided."""
    return fact.claim if fact.claim.span == spot and fact.claim.quote == text[spot.start : spot.end] else carried(fact.claim, spot, text)


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
