"""Turns records into the rows of the tables, and rows back into the same records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec
from sqlalchemy import RowMapping, Table

from sayso.records.actor import Actor, Figure, Tie
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Finding, Mention
from sayso.records.dispute import Dispute
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Matrix, Origin
from sayso.records.link import Link
from sayso.records.place import Place
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.work import Work
from sayso.store import tables

Cells: TypeAlias = dict[str, str | int | float | None]
R = TypeVar("R")


def as_json(record: object) -> str:
    """A record as JSON, dates in ISO 8601; the same record always gives the same text."""
    return msgspec.json.encode(record).decode()


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """How one kind of worked-out record is kept: its table, its type, and the columns beside `ordinal` and `record`."""

    table: Table
    type: type[R]
    columns: Callable[[R], Cells]

    def rows(self, records: Iterable[R]) -> list[Cells]:
        """One row a record, in order."""
        return [{"ordinal": i, "record": as_json(record), **self.columns(record)} for i, record in enumerate(records)]


def _picked(*names: str) -> Callable[[Any], Cells]:
    return lambda record: {name: getattr(record, name) for name in names}


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
    found = _picked("id", "type", "title", "status")(incident)
    return {**found, **_when(incident.when), **_place(incident.place), "origins_low": low, "origins_high": high}


def _figure(figure: Figure) -> Cells:
    return {**_picked("id", "subject", "measure", "incident")(figure), **_amount(figure.amount)}


def _work(work: Work) -> Cells:
    return {**_picked("id", "author", "title", "publisher", "url", "document")(work), **_when(work.date)}


LINKING: Mapping[str, Shelf[Any]] = {
    "links": Shelf(tables.links, Link, _picked("left", "right", "kind", "judgement", "score", "by")),
    "actors": Shelf(tables.actors, Actor, _picked("id", "name", "kind", "side", "party")),
    "works": Shelf(tables.works, Work, _work),
}
"""The records of a `Linking`, by the name of its field."""

WEIGHING: Mapping[str, Shelf[Any]] = {
    "incidents": Shelf(tables.incidents, Incident, _incident),
    "matrices": Shelf(tables.matrices, Matrix, _picked("incident")),
    "disputes": Shelf(tables.disputes, Dispute, _picked("id", "about", "question", "kind")),
    "origins": Shelf(tables.origins, Origin, lambda origin: {**_picked("id", "voice", "reason")(origin), "certain": int(origin.certain)}),
    "pledges": Shelf(tables.pledges, Pledge, _picked("id", "kind", "by", "to", "content", "status")),
    "ties": Shelf(tables.ties, Tie, _picked("subject", "predicate", "object")),
    "figures": Shelf(tables.figures, Figure, _figure),
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
    return {**known, **_when(document.published), "chars": len(document.text), "record": as_json(replace(document, text=""))}


def to_document(row: RowMapping) -> Document:
    """The document of a row with its `record` and `text`."""
    return replace(msgspec.json.decode(row["record"], type=Document), text=row["text"])


def actor_name_rows(actors: Iterable[Actor]) -> list[Cells]:
    """One row for each spelling of each actor."""
    seen = [(actor.id, name) for actor in actors for name in actor.names]
    return [
        {"ordinal": i, "actor": actor, "text": name.text, **_span(name.span), "doc": name.span.doc} for i, (actor, name) in enumerate(seen)
    ]


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


def to_mention(row: RowMapping) -> Mention:
    """The mention of a whole row."""
    return Mention(Span(row["doc"], row["start"], row["end"]), row["text"], row["name"], row["kind"], row["pack"], bool(row["named"]))


def _span(span: Span | None) -> Cells:
    return {"start": span.start if span else None, "end": span.end if span else None}
