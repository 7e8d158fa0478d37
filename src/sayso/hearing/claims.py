"""Puts the claims on which people decided in their place, and what was found there again under them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.hearing.room import GONE, Room, address
from sayso.records.document import Span
from sayso.records.review import Review
from sayso.records.worked_out import Working
from sayso.rulings import Decided, Fact, decisions_on_claims, last_decisions, with_facts

STAND, FOLD = "stand", "fold"
"""Where each decided claim stands, by its id; under which decided claim a found one folds, by the id of that."""


def hear_claims(room: Room, held: Sequence[Review]) -> None:
    """Finds out where the claims stand on which people decide otherwise than in the decisions `held` before, and what stands there then."""
    last = last_decisions(room.holding)
    stirred = dict.fromkeys(last) if room.anew else _stirred(room, held)
    before = {one.key: one for one in room.papers.workings(STAND, None if room.anew else stirred)}
    for one in before.values():
        room.forget(one.record)
    decided = {ident: last[ident] for ident in stirred if ident in last}
    room.papers.fetch({one.seen.anchor.doc for one in decided.values()})
    spots = {ident: room.spot(one.seen, one.review, one.number) for ident, one in decided.items()}
    touched = {one.doc for one in before.values() if one.doc} | {spot.doc for spot in spots.values() if spot}
    beside = {one.key: one.doc for one in room.kept(STAND, docs=touched | room.new) if one.key not in stirred}
    _put(room, last, spots, beside, sorted(touched.union(beside.values())))
    room.note(STAND, before, [_stand(room, ident, decided[ident], spot) for ident, spot in spots.items()])


def _stirred(room: Room, held: Sequence[Review]) -> dict[str, None]:
    """The ids of the claims on which the decisions are others than before, and of those that a new document can bring back."""
    both = {review.hash for review in held} & {review.hash for review in room.holding}
    changed = [review for review in (*held, *room.holding) if review.hash not in both]
    lost = sorted(room.bearing(STAND, {GONE})) if room.new else []
    return dict.fromkeys([*(target.id for review in changed for _, target in decisions_on_claims(review)), *lost])


def _put(
    room: Room, last: Mapping[str, Decided], spots: Mapping[str, Span | None], beside: Mapping[str, str], docs: Collection[str]
) -> None:
    """Works out what stands in documents with all decided claims in their place; those `beside` the changed ones stay in their document."""
    room.papers.fetch(docs, found=True)
    facts: dict[str, list[Fact]] = {doc: [] for doc in docs}
    for ident, decided in last.items():
        spot = spots[ident] if ident in spots else room.spot_in(decided.seen, beside[ident]) if ident in beside else None
        if spot is not None:
            facts[spot.doc].append(decided.fact(spot, room.text(spot.doc)))
    before = {one.key: one for one in room.kept(FOLD, docs=docs)}
    for doc, own in facts.items():
        room.found[doc], room.folds[doc] = with_facts(room.papers.machine(doc), own) if own else (None, {})
    room.note(FOLD, before, [Working(found, doc, fact) for doc in docs for found, fact in room.folds[doc].items()])


def _stand(room: Room, ident: str, decided: Decided, spot: Span | None) -> Working:
    """Where a claim stands, and which decision says so."""
    marks = () if room.papers.document(decided.seen.anchor.doc) else (GONE,)
    return Working(ident, spot.doc if spot else "", address(decided.review, decided.number), marks)
