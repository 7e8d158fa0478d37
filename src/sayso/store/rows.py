"""Turns records into the rows of the tables, and rows back into the same records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec
from sqlalchemy import Column, Table

from sayso.records.actor import Actor, Figure, Tie
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Finding, Mention
from sayso.records.dispute import Dispute
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.link import Judgement, Link, LinkKind, Reason
from sayso.records.place import Place
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.slug import slug_of
from sayso.records.when import When
from sayso.records.work import Work
from sayso.records.worked_out import Working, key_of
from sayso.store import tables

Cells: TypeAlias = dict[str, str | int | float | None]
R = TypeVar("R")
_MARKS, _REASONS = msgspec.json.Decoder(tuple[str, ...]), msgspec.json.Decoder(tuple[Reason, ...])


def as_json(record: object) -> str:
    """A record as JSON, dates in ISO 8601; the same record always gives the same text."""
    return msgspec.json.encode(record).decode()


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """How one kind of worked-out record is kept: its table, the cells of its row, and of which of them, in order, it is `made` again."""

    table: Table
    cells: Callable[[R], Cells]
    asked: Sequence[str]
    made: Callable[..., R]

    @property
    def key(self) -> Column[str]:
        """The column of the key."""
        (key,) = self.table.primary_key.columns
        return key

    def rows(self, records: Iterable[R]) -> Iterator[Cells]:
        """One row a record, in order."""
        return map(self.cells, records)


def _picked(*names: str) -> Callable[[Any], Cells]:
    return lambda record: {name: getattr(record, name) for name in names}


def _keyed(*names: str) -> Callable[[Any], Cells]:
    return lambda record: {"key": key_of(record), **_picked(*names)(record)}


def _when(when: When | None, first: str = "first", last: str = "last") -> Cells:
    return {first: when.first.isoformat() if when else None, last: when.last.isoformat() if when else None}


def _place(place: Place | None) -> Cells:
    return {"place": place.name, "lat": place.lat, "lon": place.lon} if place else {"place": None, "lat": None, "lon": None}


def _amount(amount: Amount | None) -> Cells:
    if amount is None:
        return {"low": None, "high": None, "unit": None, "qualifier": None}
    return {"low": amount.low, "high": amount.high, "unit": amount.unit, "qualifier": amount.qualifier}


def _incident(incident: Incident) -> Cells:
    low, high = incident.origins
    found = _picked("id", "type", "title", "status")(incident) | {"slug": slug_of(incident)}
    return {**found, **_when(incident.when), **_place(incident.place), "origins_low": low, "origins_high": high}


def _origin(origin: Origin) -> Cells:
    return {**_picked("id", "voice", "reason")(origin), "certain": int(origin.certain)}


def _figure(figure: Figure) -> Cells:
    return {**_picked("id", "subject", "measure", "incident")(figure), **_amount(figure.amount)}


def _recorded(table: Table, of: type[R], columns: Callable[[R], Cells]) -> Shelf[R]:
    """Where the whole record stands in one column beside others, the key among them."""
    return Shelf(table, lambda record: {"record": as_json(record), **columns(record)}, ("record",), msgspec.json.Decoder(of).decode)


LINK_CELLS = ("left", "right", "kind", "judgement", "score", "by")


def _link(link: Link) -> Cells:
    return {**_keyed(*LINK_CELLS)(link), "reasons": as_json(link.reasons)}


def to_link(left: str, right: str, kind: LinkKind, judgement: Judgement, score: float | None, by: str, reasons: str = "[]") -> Link:
    """The link of a row; without its reasons where they are not asked for."""
    return Link(left, right, kind, judgement, score, _REASONS.decode(reasons), by)


LINKS = Shelf(tables.links, _link, (*LINK_CELLS, "reasons"), to_link)
"""Links are so many that what stands in other columns is not kept once more."""
ACTORS = _recorded(tables.actors, Actor, _picked("id", "name", "kind", "side", "party"))

WEIGHING: Mapping[str, Shelf[Any]] = {
    "incidents": _recorded(tables.incidents, Incident, _incident),
    "matrices": _recorded(tables.matrices, Matrix, _picked("incident")),
    "disputes": _recorded(tables.disputes, Dispute, _picked("id", "about", "question", "kind")),
    "origins": _recorded(tables.origins, Origin, _origin),
    "pledges": _recorded(tables.pledges, Pledge, _picked("id", "kind", "by", "to", "content", "status")),
    "ties": _recorded(tables.ties, Tie, _keyed("subject", "predicate", "object")),
    "figures": _recorded(tables.figures, Figure, _figure),
}
"""The records of a `Weighing`, by the name of its field."""


def explained_rows() -> list[Cells]:
    """One row for each table and each column, with its comment."""
    every = [(table.name, "", table.comment) for table in tables.metadata.sorted_tables]
    every += [(table.name, column.name, column.comment) for table in tables.metadata.sorted_tables for column in table.columns]
    return [{"table_name": table, "column_name": column, "meaning": meaning} for table, column, meaning in every]


def document_row(document: Document) -> Cells:
    """The row of a document; its text has its own column and is left out of the record."""
    known = _picked("sha256", "path", "encoding", "title", "publisher", "language", "url", "text")(document)
    known["path_folded"] = document.path.casefold()
    return {**known, **_when(document.published), "chars": len(document.text), "record": as_json(replace(document, text=""))}


def to_document(record: str, text: str) -> Document:
    """The document of a row."""
    return replace(msgspec.json.decode(record, type=Document), text=text)


def actor_name_rows(actors: Iterable[Actor]) -> list[Cells]:
    """One row for each spelling of each actor."""
    return [
        {"actor": actor.id, "ordinal": i, "text": name.text, **_span(name.span), "doc": name.span.doc}
        for actor in actors
        for i, name in enumerate(actor.names)
    ]


def actor_of_rows(actor_of: Mapping[str, str]) -> list[Cells]:
    """One row for each name in each document."""
    return [{"mention": name, "doc": name.partition(":")[0], "actor": actor} for name, actor in sorted(actor_of.items())]


def incident_of_rows(incident_of: Mapping[str, str]) -> list[Cells]:
    """One row for each claim that speaks of an incident."""
    return [{"claim": claim, "incident": incident} for claim, incident in sorted(incident_of.items())]


def work_rows(works: Iterable[Work]) -> list[Cells]:
    """One row a work; works are in the order in which they are first cited, so all of them are written at once."""
    picked = _picked("id", "author", "title", "publisher", "url", "document")
    return [{"ordinal": i, "record": as_json(work), **picked(work), **_when(work.date)} for i, work in enumerate(works)]


def working_rows(kind: str, workings: Iterable[Working]) -> Iterator[Cells]:
    """One row a working."""
    return ({"kind": kind, "key": one.key, "doc": one.doc, "record": one.record, "marks": as_json(_marks(one))} for one in workings)


def _marks(working: Working) -> list[str]:
    return sorted(set(working.marks))


def marks_from(told: str) -> tuple[str, ...]:
    """The marks of a working as its row tells them."""
    return _MARKS.decode(told)


def mark_rows(kind: str, workings: Iterable[Working]) -> Iterator[tuple[str, str, str]]:
    """One row for each mark of each working: its kind, the mark, its key."""
    return ((kind, mark, one.key) for one in workings for mark in _marks(one))


def problem_rows(step: str, problems: Iterable[Problem]) -> list[Cells]:
    """One row a problem."""
    picked = _picked("doc", "step", "code", "message")
    return [{"kept_by": step, "ordinal": i, "record": as_json(problem), **picked(problem)} for i, problem in enumerate(problems)]


def finding_row(doc: str, finder: str, finding: Finding) -> Cells:
    """The row of a finding; its claims and mentions have their own tables."""
    return {"doc": doc, "finder": finder, "record": as_json(replace(finding, claims=(), mentions=()))}


def claim_rows(doc: str, finder: str, claims: Sequence[Claim]) -> list[Cells]:
    """One row a claim."""
    return [{"doc": doc, "finder": finder, "ordinal": i, **_claim(claim)} for i, claim in enumerate(claims)]


def _claim(claim: Claim) -> Cells:
    picked = _picked("id", "quote", "act", "polarity", "modality", "kind", "verb", "found_by", "score", "review")(claim)
    said = _when(claim.said, "said_first", "said_last")
    return {**picked, **_span(claim.span), **said, "voice": claim.voice.name or claim.voice.text, "record": as_json(claim)}


def voice_rows(finder: str, claims: Iterable[Claim]) -> list[Cells]:
    """One row for each voice of each claim."""
    return [
        {"finder": finder, "claim": claim.id, "ordinal": i, "text": voice.text, "name": voice.name, **_span(voice.span)}
        for claim in claims
        for i, voice in enumerate(claim.voices)
    ]


def slot_rows(finder: str, claims: Iterable[Claim]) -> list[Cells]:
    """One row for each slot of each claim."""
    return [
        {
            "finder": finder, "claim": claim.id, "ordinal": i, "name": slot.name, "text": slot.text, "actor": slot.actor,
            "place_id": slot.place.id if slot.place else None,
            **_span(slot.span), **_amount(slot.amount), **_place(slot.place), **_when(slot.when),
        }
        for claim in claims
        for i, slot in enumerate(claim.slots)
    ]  # fmt: skip


def mention_rows(doc: str, finder: str, mentions: Iterable[Mention]) -> list[Cells]:
    """One row a mention; they are many, and so have no record: all that they hold is in the columns."""
    picked = _picked("text", "name", "kind", "pack")
    return [
        {"doc": doc, "finder": finder, "ordinal": i, **picked(mention), **_span(mention.span), "named": int(mention.named)}
        for i, mention in enumerate(mentions)
    ]


MENTIONED = ("doc", "start", "end", "text", "name", "kind", "pack", "named")
"""The cells of a mention, in the order in which `to_mention` takes them."""


def to_mention(doc: str, start: int, end: int, text: str, name: str, kind: str, pack: str | None, named: int) -> Mention:
    """The mention of a row."""
    return Mention(Span(doc, start, end), text, name, kind, pack, bool(named))


def _span(span: Span | None) -> Cells:
    return {"start": span.start if span else None, "end": span.end if span else None}
