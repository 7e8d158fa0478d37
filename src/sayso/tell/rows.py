"""The lines of the exchange format: one struct a line, with keys as the exchange format names them, and how records become lines."""

from __future__ import annotations

from msgspec import Struct

from sayso.records.actor import Actor, ActorName, Figure, Tie
from sayso.records.claim import Claim, Finding, Slot, Voice
from sayso.records.dispute import Dispute
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Origin
from sayso.records.link import Link
from sayso.records.place import Place
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.work import Citation, Work
from sayso.tell.book import Index

Number = int | float | None


class Range(Struct):
    """A half-open range of code points."""

    start: int
    end: int


class VoiceRow(Struct, omit_defaults=True):
    """One hand of the chain of voices."""

    text: str
    actor: str | None = None
    start: int | None = None
    end: int | None = None


class SlotRow(Struct, omit_defaults=True):
    """One detail, with what resolves it."""

    name: str
    value: str
    start: int
    end: int
    actor: str | None = None
    place: Place | None = None
    when: When | None = None
    low: Number = None
    high: Number = None
    unit: str | None = None
    qualifier: str | None = None


class ClaimRow(Struct):
    """A line of claims.jsonl."""

    id: str
    doc: str
    start: int
    end: int
    quote: str
    cue: Range | None
    content: list[Range]
    voices: list[VoiceRow]
    act: str
    polarity: str
    modality: str
    said: When | None
    kind: str
    verb: str
    slots: list[SlotRow]
    incident: str | None
    copy_of: str | None
    origin: str | None
    found_by: str
    score: float | None
    review: str


class DocumentRow(Struct):
    """A line of documents.jsonl; `written` is when the text can have been written, `known_from` tells of each field where it was found."""

    doc: str
    sha256: str
    encoding: str
    title: str | None
    publisher: str | None
    authors: list[str]
    published: When | None
    language: str | None
    url: str | None
    chars: int
    also: list[str]
    written: When | None
    known_from: dict[str, str]


class NameRow(Struct):
    """One spelling of an actor, where it was seen."""

    text: str
    doc: str
    start: int
    end: int


class ActorRow(Struct):
    """A line of actors.jsonl."""

    id: str
    name: str
    kind: str
    side: str | None
    party: str | None
    names: list[NameRow]


class IncidentRow(Struct):
    """A line of incidents.jsonl."""

    id: str
    type: str
    title: str
    when: When | None
    place: Place | None
    claims: list[str]
    status: str
    agents: list[str]
    docs: list[str]
    origins: dict[str, int]


class TieRow(Struct):
    """A line of ties.jsonl."""

    subject: str
    predicate: str
    object: str
    since: When | None
    until: When | None
    claims: list[str]


class FigureRow(Struct):
    """A line of figures.jsonl."""

    id: str
    subject: str
    measure: str
    low: Number
    high: Number
    unit: str
    qualifier: str
    as_of: When | None
    claims: list[str]
    incident: str | None


class CitationRow(Struct):
    """One note by which a document cites a work."""

    doc: str
    label: str
    marker: Range | None
    entry: Range | None
    ibid_of: str | None
    edge: str
    defects: list[str]


class WorkRow(Struct):
    """A line of works.jsonl; `document` is the path of the document that is this work."""

    id: str
    author: str | None
    title: str | None
    publisher: str | None
    date: When | None
    url: str | None
    cited_by: list[CitationRow]
    document: str | None


class ProblemRow(Struct):
    """A line of problems.jsonl."""

    doc: str
    start: int | None
    end: int | None
    step: str
    code: str
    message: str
    hint: str


class FindingRow(Struct):
    """A line of findings.jsonl: what the machine found in one document, before people decided on it, as the ledger keeps it."""

    doc: str
    sha256: str
    finder: str
    finding: Finding


Record = (
    FindingRow
    | ClaimRow
    | DocumentRow
    | ActorRow
    | IncidentRow
    | TieRow
    | FigureRow
    | WorkRow
    | ProblemRow
    | Link
    | Dispute
    | Pledge
    | Origin
)


def plain(number: float | None) -> Number:
    """A number without a needless ".0"."""
    return int(number) if number is not None and number == int(number) else number


def range_of(span: Span) -> Range:
    """A span without its document."""
    return Range(span.start, span.end)


def document_row(document: Document, written: When | None) -> DocumentRow:
    """The line of a document."""
    return DocumentRow(
        document.path, document.sha256, document.encoding, document.title, document.publisher, list(document.authors), document.published,
        document.language, document.url, len(document.text), list(document.also), written, dict(document.known_from),
    )  # fmt: skip


def voice_row(voice: Voice, doc: str, index: Index) -> VoiceRow:
    """One voice of a claim in the document with this SHA-256; its place is left out where the words do not stand there."""
    row = VoiceRow(voice.text, index.voice_id(doc, voice))
    if voice.span is not None and index.holds(voice.span, voice.text):
        row.start, row.end = voice.span.start, voice.span.end
    return row


def slot_row(slot: Slot, doc: str, index: Index) -> SlotRow:
    """One detail of a claim in the document with this SHA-256."""
    row = SlotRow(slot.name, slot.text, slot.span.start, slot.span.end, index.actor_id(doc, slot.actor), slot.place, slot.when)
    if slot.amount is not None:
        row.low, row.high = plain(slot.amount.low), plain(slot.amount.high)
        row.unit, row.qualifier = slot.amount.unit or None, slot.amount.qualifier or None
    return row


def claim_row(claim: Claim, index: Index) -> ClaimRow:
    """The line of a claim, with the slots whose words stand where they should."""
    doc, origin = claim.span.doc, index.origins.get(claim.id)
    return ClaimRow(
        claim.id, index.documents[doc].path, claim.span.start, claim.span.end, claim.quote, range_of(claim.cue) if claim.cue else None,
        [range_of(span) for span in claim.content], [voice_row(voice, doc, index) for voice in claim.voices],
        claim.act, claim.polarity, claim.modality, claim.said, claim.kind, claim.verb,
        [slot_row(slot, doc, index) for slot in claim.slots if index.holds(slot.span, slot.text)],
        index.book.linking.incident_of.get(claim.id), index.copies.get(claim.id), origin.id if origin else None,
        claim.found_by, claim.score, claim.review,
    )  # fmt: skip


def actor_row(actor: Actor, names: list[ActorName], index: Index) -> ActorRow:
    """The line of an actor with these of its names."""
    seen = [NameRow(name.text, index.documents[name.span.doc].path, name.span.start, name.span.end) for name in names]
    return ActorRow(actor.id, actor.name, actor.kind, actor.side, actor.party or None, seen)


def incident_row(incident: Incident, claims: list[str], index: Index) -> IncidentRow:
    """The line of an incident with these of its claims; documents are named by their paths."""
    docs = [index.documents[doc].path if doc in index.documents else doc for doc in incident.docs]
    low, high = incident.origins
    return IncidentRow(
        incident.id, incident.type, incident.title, incident.when, incident.place, claims, incident.status, list(incident.agents), docs,
        {"low": low, "high": high},
    )  # fmt: skip


def tie_row(tie: Tie, claims: list[str]) -> TieRow:
    """The line of a tie with these of its claims."""
    return TieRow(tie.subject, tie.predicate, tie.object, tie.since, tie.until, claims)


def figure_row(figure: Figure, claims: list[str]) -> FigureRow:
    """The line of a figure with these of its claims."""
    amount = figure.amount
    return FigureRow(
        figure.id, figure.subject, figure.measure, plain(amount.low), plain(amount.high), amount.unit, amount.qualifier, figure.as_of,
        claims, figure.incident,
    )  # fmt: skip


def work_row(work: Work, index: Index) -> WorkRow:
    """The line of a work; documents are named by their paths."""
    cited = [_citation_row(citation, index) for citation in work.cited_by]
    document = index.documents[work.document].path if work.document in index.documents else None
    return WorkRow(work.id, work.author, work.title, work.publisher, work.date, work.url, cited, document)


def _citation_row(citation: Citation, index: Index) -> CitationRow:
    return CitationRow(
        index.documents[citation.doc].path if citation.doc in index.documents else citation.doc, citation.label,
        range_of(citation.marker) if citation.marker else None, range_of(citation.entry) if citation.entry else None,
        citation.ibid_of, citation.edge, list(citation.defects),
    )  # fmt: skip


def problem_row(problem: Problem) -> ProblemRow:
    """The line of a problem."""
    return ProblemRow(problem.doc, problem.start, problem.end, problem.step, problem.code, problem.message, problem.hint)
