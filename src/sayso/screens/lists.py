"""The lists that can be shown, one row a thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.count import between
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.work import Work
from sayso.screens.errors import where
from sayso.screens.screen import Column, Sheet
from sayso.screens.words import about, flat, heading, holders, place, when
from sayso.shelf.portraits import spellings
from sayso.shelf.views import MARKS, Shelf


def incidents(shelf: Shelf, found: Sequence[Incident]) -> Sheet:
    """Incidents by date."""
    rows = (
        (
            when(one.when), heading(one), one.status, str(len(one.claims)), str(shelf.parties(one)), str(len(one.docs)),
            between(one.origins), shelf.address(one),
        )
        for one in found
    )  # fmt: skip
    counts = (Column("claims", one="claim"), Column("parties", one="party"), Column("docs", one="doc"))
    columns = (Column("when"), Column("incident", wide=True), Column("status"), *counts, Column("origins", one="origin"), Column("id"))
    return Sheet(columns, tuple(rows))


def disputes(shelf: Shelf, found: Sequence[Dispute]) -> Sheet:
    """Disputes with their sides."""
    rows = []
    for one in found:
        sides = " | ".join(f"{side.value} ({holders(shelf, side.holders)})" for side in one.sides)
        rows.append((about(shelf, one.about), one.question, sides, one.kind, one.id))
    wide = tuple(Column(name, wide=True) for name in ("about", "question", "sides"))
    return Sheet((*wide, Column("kind"), Column("id")), tuple(rows))


def pledges(shelf: Shelf, found: Sequence[Pledge]) -> Sheet:
    """Pledges, predictions and threats with what bears on them."""
    rows = []
    for one in found:
        bearing = "; ".join(f"{bears.effect}: {about(shelf, bears.ref)}" for bears in one.bearing)
        rows.append((when(one.said), one.kind, shelf.actor_name(one.by), flat(one.content), one.status, bearing, f"c:{one.claims[0]}"))
    columns = (Column("said"), Column("kind"), Column("by"), Column("content", wide=True), Column("status"))
    return Sheet((*columns, Column("what bears on it", wide=True, told=True), Column("id")), tuple(rows))


def actors(shelf: Shelf, found: Sequence[Actor]) -> Sheet:
    """Actors by name."""
    rows = ((one.name, one.kind, one.side or "unknown", _spoken_for(shelf, one), _spellings(one), shelf.address(one)) for one in found)
    columns = (Column("actor", wide=True), Column("kind"), Column("side", told=True), Column("speaks for", wide=True, told=True))
    return Sheet((*columns, Column("also written", wide=True, told=True), Column("id")), tuple(rows))


def documents(shelf: Shelf, found: Sequence[Document]) -> Sheet:
    """Documents by path."""
    rows = (
        (
            one.path, when(one.published), one.publisher or "", one.title or "", one.language or "", str(len(one.text)),
            str(shelf.claims_in(one.sha256)), shelf.address(one),
        )
        for one in found
    )  # fmt: skip
    columns = (Column("document", wide=True), Column("published"), Column("publisher", wide=True), Column("title", wide=True))
    counts = (Column("language"), Column("characters", one="character"), Column("claims", one="claim"), Column("id"))
    return Sheet((*columns, *counts), tuple(rows))


def claims(shelf: Shelf, found: Sequence[Claim]) -> Sheet:
    """Claims, in the order of their places."""
    rows = (
        (MARKS[one.polarity], shelf.speaker(one), one.act, one.verb, flat(one.quote), place(shelf, one), when(one.said), shelf.address(one))
        for one in found
    )
    columns = (Column(""), Column("voice", wide=True), Column("act"), Column("about"), Column("words", wide=True))
    return Sheet((*columns, Column("where"), Column("said"), Column("id")), tuple(rows))


def works(shelf: Shelf, found: Sequence[Work]) -> Sheet:
    """Works that are cited, each with the notes that cite it: ≈ marks those only inferred, ? those unresolved."""
    marks = {"found": "", "inferred": "≈", "unresolved": "?"}
    rows = []
    for one in found:
        notes: dict[str, list[str]] = {}
        for cited in one.cited_by:
            notes.setdefault(shelf.index.documents[cited.doc].path, []).append(f"{marks[cited.edge]}{cited.label or '(no label)'}")
        cited_by = "; ".join(f"{path}: {', '.join(labels)}" for path, labels in notes.items())
        defects = ", ".join(dict.fromkeys(defect for cited in one.cited_by for defect in cited.defects))
        rows.append((one.author or "", one.title or "", one.publisher or "", when(one.date), one.url or "", cited_by, defects, one.id))
    wide = tuple(Column(name, wide=True) for name in ("author", "title", "publisher"))
    told = tuple(Column(name, wide=True, told=True) for name in ("url", "cited by", "defects"))
    return Sheet((*wide, Column("date"), *told, Column("id")), tuple(rows))


def problems(_: Shelf, found: Sequence[Problem]) -> Sheet:
    """Problems, by document and place."""
    rows = ((problem.step, where(problem), problem.code, problem.message, problem.hint) for problem in found)
    columns = (Column("step"), Column("where"), Column("code"), Column("problem", wide=True), Column("hint", wide=True, told=True))
    return Sheet(columns, tuple(rows))


LISTS: Mapping[str, Callable[[Shelf, Sequence[Any]], Sheet]] = {
    "incidents": incidents,
    "disputes": disputes,
    "pledges": pledges,
    "actors": actors,
    "documents": documents,
    "claims": claims,
    "works": works,
    "problems": problems,
}
"""How each list is laid out, by its name."""


def _spellings(one: Actor) -> str:
    return ", ".join(text for text in spellings(one) if text != one.name)


def _spoken_for(shelf: Shelf, one: Actor) -> str:
    """For whom an actor speaks; empty where it speaks for itself."""
    return shelf.actor_name(one.party) if one.party not in ("", one.id) else ""
