"""What linking keeps for itself, so that a change need not link the whole pile again: names, mentions and passages, with their marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from sayso.link.copies import Passage
from sayso.link.crowds import Crowd, Noted
from sayso.link.happenings import Happening, clause_parts, headline_parts, kin_told, spots_told
from sayso.link.joins import Joins
from sayso.link.named import Named, called, marks_of
from sayso.link.parted import Parted
from sayso.link.seats import Seat, seat_marks, seat_of
from sayso.link.text_years import month_marks
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.worked_out import Working

NAME, EVENT, CROWDED, PARTED, OFFERED = "name", "event", "crowded", "parted", "offered"
POINTING, COPIED, VACATED, JOINED = "pointing", "copied", "vacated", "joined"
KIN, SPOT, HEADLINE, MONTH, GROUP, TALLY = "kin", "spot", "headline", "month", "group", "tally"
AROUND = (KIN, SPOT, HEADLINE, MONTH)
"""The kinds of workings. PARTED are links between mentions of which no incident was made, each with what kept it; the others are among the
links of the ledger. JOINED tell of each large incident how it came together. CROWDED are the first mentions of crowds, by their blocks,
VACATED the seats in them of rejected claims. AROUND are the kinds of what others are read with: the documents that tell of kin, name a
place, bear a headline in which one may be named, or were written in a month; GROUP are the armed groups with their names, TALLY how
often each actor bears which name and kind."""
AGENT, LOOKED_AT = "agent", "looked at"
"""Marks of a mention: who is said to have done it; and whose kind or party it looks at, a target's or that of who takes responsibility."""
SEP = "\x1f"
_encoder = msgspec.json.Encoder(order="deterministic")  # sets have no order of their own
_names, _events, _links = msgspec.json.Decoder(Named), msgspec.json.Decoder(Happening), msgspec.json.Decoder(Link)


@dataclass(frozen=True, slots=True)
class Pointed:
    """A statement that points at a mention of an event, its place in the pile, and the link."""

    claim: str
    order: tuple[str, int, int, str]
    target: str
    link: Link


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many texts an actor bears each name, and is said to be of each kind: by these it is called and sorted."""

    names: Mapping[str, int]
    kinds: Mapping[str, int]

    def with_names(self, named: Iterable[Named]) -> Tally:
        """The same with further names."""
        own = list(named)
        return Tally(Counter(self.names) + called(own), Counter(self.kinds) + Counter(one.kind for one in own))


_crowds, _seats = msgspec.json.Decoder(dict[str, Noted]), msgspec.json.Decoder(Seat)
_tallies, _pointed = msgspec.json.Decoder(Tally), msgspec.json.Decoder(Pointed)
_parted, _joins = msgspec.json.Decoder(Parted), msgspec.json.Decoder(Joins)


def record(kept: object) -> str:
    """A thing as JSON, the same text in every run."""
    return _encoder.encode(kept).decode()


def of_name(one: Named) -> Working:
    """A name as it is kept."""
    return Working(one.key, one.doc, record(one), marks_of(one))


def to_name(working: Working) -> Named:
    """The name that was kept."""
    return _names.decode(working.record)


def of_event(one: Happening) -> Working:
    """A mention of an event as it is kept."""
    owned = {one.voice} if one.act == "claims_responsibility" else set()
    marks = (*seat_marks(one), *(f"{AGENT} {agent}" for agent in one.agents), *(f"{LOOKED_AT} {who}" for who in owned | one.targets))
    return Working(one.id, one.doc, record(one), tuple(sorted(set(marks))))


def to_event(working: Working) -> Happening:
    """The mention that was kept."""
    return _events.decode(working.record)


def of_seat(one: Happening) -> Working:
    """The seat of a rejected mention as it is kept, by all that a mention is found by."""
    return replace(of_event(one), record=record(seat_of(one)))


def to_seat(working: Working) -> Seat:
    """The seat that was kept."""
    return _seats.decode(working.record)


def of_crowd(one: Crowd) -> Working:
    """The first mentions of a crowd as they are kept."""
    return Working(one.block, "", record(one.told()))


def to_crowd(working: Working) -> Crowd:
    """The crowd that was kept."""
    return Crowd(working.key, _crowds.decode(working.record))


def of_link(link: Link, doc: str = "") -> Working:
    """A link as it is kept, found by both its ends; one within a document also by that."""
    return Working(f"{link.left} {link.right}", doc, record(link), tuple(sorted({link.left, link.right})))


def to_link(working: Working) -> Link:
    """The link that was kept."""
    return _links.decode(working.record)


def of_parted(one: Parted) -> Working:
    """A link of which no incident was made as it is kept, found by both its ends and by what keeps it."""
    kept = of_link(one.link)
    return replace(kept, record=record(one), marks=tuple(sorted({*kept.marks, *map(kept_by, one.by)})))


def kept_by(one: str) -> str:
    """The mark of the links that a mention keeps from being made."""
    return f"by {one}"


def to_parted(working: Working) -> Parted:
    """The link of which no incident was made that was kept."""
    return _parted.decode(working.record)


def of_joins(incident: str, joins: Joins) -> Working:
    """How an incident came together, as it is kept."""
    return Working(incident, "", record(joins))


def to_joins(working: Working) -> Joins:
    """How an incident came together, as it was kept."""
    return _joins.decode(working.record)


def of_pointed(one: Pointed, doc: str) -> Working:
    """A statement that points at an event as it is kept, found by its target."""
    return Working(one.claim, doc, record(one), (one.target,))


def to_pointed(working: Working) -> Pointed:
    """The statement that was kept."""
    return _pointed.decode(working.record)


def pointed(found: Iterable[tuple[Claim, Happening, Link]], path: str) -> list[Pointed]:
    """Statements of a document with what they point at, in order of place."""
    told = [Pointed(claim.id, (path, claim.span.start, claim.span.end, claim.id), to.id, link) for claim, to, link in found]
    return sorted(told, key=lambda one: one.order)


def of_passage(one: Passage) -> Working:
    """A passage as it is kept: only by what its copies are found."""
    return Working(one.claim.id, one.claim.span.doc, "", tuple(sorted(one.marks)))


def around(document: Document, finding: Finding, actor_of: Mapping[str, str]) -> dict[str, Working]:
    """What a document adds to what all others are read with, by kind."""
    named = {part for claim in finding.claims for part in clause_parts(claim, document.language)}
    marks = {
        KIN: {SEP.join(pair) for pair in kin_told(document.sha256, finding, actor_of)},
        SPOT: {SEP.join([ident, *name]) for name, ident in spots_told(finding)},
        HEADLINE: {SEP.join(part) for part in headline_parts(document) | named},
        MONTH: month_marks(document, finding),
    }
    return {kind: Working(document.sha256, document.sha256, "", tuple(sorted(told))) for kind, told in marks.items()}


def tallies(named: Iterable[Named], actor_of: Mapping[str, str]) -> list[Working]:
    """The counts of each actor, in order."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        if one.key in actor_of:
            groups[actor_of[one.key]].append(one)
    return [of_tally(actor, Tally({}, {}).with_names(own)) for actor, own in sorted(groups.items())]


def of_tally(actor: str, tally: Tally) -> Working:
    """The counts of an actor as they are kept."""
    return Working(actor, "", record(tally))


def to_tally(working: Working) -> Tally:
    """The counts that were kept."""
    return _tallies.decode(working.record)


def of_group(actor: Actor) -> Working | None:
    """An armed group with its name; None for other actors."""
    return Working(actor.id, "", actor.name) if actor.kind == "armed_group" else None
