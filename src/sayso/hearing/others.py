"""Finds what is meant now by decisions on incidents and actors, which name claims, and places at which actors are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.hearing.claims import FOLD
from sayso.hearing.room import GONE, Room, address
from sayso.records.review import Review
from sayso.records.worked_out import Working, mention_key
from sayso.rulings import alike, names_others

HEARD = "heard"
"""What each decision on incidents or actors names now, by its hash."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a decision names now: for each of its targets the id of a claim or a mention key, None where it has no place.

    `elsewhere` are the numbers of the targets whose own document is gone, each with the one in which its words were found, or "".
    """

    places: tuple[str | None, ...]
    elsewhere: Mapping[int, str] = field(default_factory=dict)


Aim = tuple[Review, int]
"""One target of a decision, by its number."""


def hear_others(room: Room, before: Mapping[str, Working]) -> dict[str, tuple[str | None, ...]]:
    """What the decisions name now, each by its hash, target by target; `before` is what was kept of each."""
    told = [review for review in room.holding if names_others(review)]
    heard = {review.hash: heard_of(before[review.hash]) for review in told if review.hash in before}
    aims = list(_aims(room, told, heard))
    standing = _standing(room, aims)
    names = (review.targets[number] for review, number in aims if review.about == "actor")
    room.papers.fetch({one.seen.anchor.doc for one in names if one.seen}, found=True)
    anew = {review.hash: heard.get(review.hash, Heard((None,) * len(review.targets))) for review, _ in aims}
    anew |= {review.hash: Heard((None,) * len(review.targets)) for review in told if review.hash not in heard}
    places = {ident: list(one.places) for ident, one in anew.items()}
    lost = {ident: dict(one.elsewhere) for ident, one in anew.items()}
    for review, number in aims:
        room.forget(address(review, number))
        lost[review.hash].pop(number, None)
        name, elsewhere = _name_now(room, review, number) if review.about == "actor" else _claim_now(room, review, number, standing)
        places[review.hash][number] = name
        if elsewhere is not None:
            lost[review.hash][number] = elsewhere
    changed = {ident: Heard(tuple(places[ident]), dict(sorted(lost[ident].items()))) for ident in anew}
    come = [_working(review, changed[review.hash]) for review in told if review.hash in changed]
    room.note(HEARD, {key: one for key, one in before.items() if key not in heard or key in changed}, come)
    return {ident: one.places for ident, one in (heard | changed).items()}


def heard_of(kept: Working) -> Heard:
    """What was kept of a decision."""
    return msgspec.json.decode(kept.record, type=Heard)


def _aims(room: Room, told: Sequence[Review], heard: Mapping[str, Heard]) -> Iterator[Aim]:
    """The targets to be placed: those of decisions that are new, and those on which a document bears in which something is otherwise."""
    moved = room.found.keys() | room.new
    stirred = room.bearing(HEARD, {*moved, GONE} if room.new else moved)
    for review in told:
        for number, target in enumerate(review.targets):
            if target.seen is None:
                continue
            if review.hash not in heard:
                yield review, number
            elif review.hash in stirred:
                lost = heard[review.hash].elsewhere.get(number)
                if {target.doc, target.seen.anchor.doc, lost} & moved or (lost is not None and room.new):
                    yield review, number


def _standing(room: Room, aims: Sequence[Aim]) -> dict[tuple[str, str], str]:
    """The claims aimed at that stand in their documents still, by document and id, each with the id that it has there now."""
    claims = [(target.doc, target.id) for review, number in aims if review.about != "actor" for target in (review.targets[number],)]
    folds = {(one.doc, one.key): one.record for one in room.kept(FOLD, docs={doc for doc, _ in claims} - room.folds.keys())}
    folds |= {(doc, found): fact for doc, under in room.folds.items() for found, fact in under.items()}
    now = {claim: folds.get(claim, claim[1]) for claim in claims}
    homes = room.papers.homes({ident for (doc, _), ident in now.items() if doc not in room.found})
    return {
        (doc, ident): here for (doc, ident), here in now.items() if (room.holds(doc, here) if doc in room.found else homes.get(here) == doc)
    }


def _claim_now(room: Room, review: Review, number: int, standing: Mapping[tuple[str, str], str]) -> tuple[str | None, str | None]:
    """The id of the claim that is meant, and where its words were found if its own document is gone."""
    target = review.targets[number]
    if target.seen is None or (target.doc, target.id) in standing:
        return standing.get((target.doc, target.id)), None
    spot = room.spot(target.seen, review, number)
    elsewhere = None if room.papers.document(target.seen.anchor.doc) else spot.doc if spot else ""
    if spot is None or target.seen.before is None:
        return None, elsewhere
    found = alike(target.seen.before, room.finding(spot.doc).claims, spot)
    if found is None:
        room.tell(review, number, "no claim is found there any more", spot)
    return found, elsewhere


def _name_now(room: Room, review: Review, number: int) -> tuple[str | None, str | None]:
    """The mention key of the name that is meant, and where its words were found if its own document is gone."""
    seen = review.targets[number].seen
    if seen is None:
        return None, None
    spot = room.spot(seen, review, number)
    elsewhere = None if room.papers.document(seen.anchor.doc) else spot.doc if spot else ""
    if spot is None or seen.mention is None:
        return None, elsewhere
    finding, name = room.finding(spot.doc), seen.mention.name
    here = [mention.name for mention in finding.mentions if mention.span.shared(spot)]
    borne = {voice.name for claim in finding.claims for voice in claim.voices} | {s.actor for c in finding.claims for s in c.slots}
    if not here and name not in borne and all(mention.name != name for mention in finding.mentions):
        room.tell(review, number, f"nobody is found any more under “{seen.mention.text}”", spot)
        return None, elsewhere
    return mention_key(spot.doc, here[0] if here and name not in here else name), elsewhere


def _working(review: Review, heard: Heard) -> Working:
    docs = {doc for target in review.targets if target.seen for doc in (target.doc, target.seen.anchor.doc)}
    marks = docs | {doc for doc in heard.elsewhere.values() if doc} | ({GONE} if heard.elsewhere else set())
    return Working(review.hash, "", msgspec.json.encode(heard).decode(), tuple(sorted(marks)))
