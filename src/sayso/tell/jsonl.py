"""Tells the whole ledger as JSON lines: all claims with their review state, names untouched, nothing filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec

from sayso.archive import write_whole, written
from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.count import many
from sayso.records.dispute import Dispute
from sayso.records.document import Span
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.tell.book import Book, Index, Told
from sayso.tell.rows import (
    FindingRow,
    Record,
    actor_row,
    claim_row,
    document_row,
    figure_row,
    incident_row,
    problem_row,
    tie_row,
    work_row,
)

HOME = "ledger"
"""The folder of the export that holds what people wrote, as it stands in the ledger's own: `sayso init --from` starts from it."""


class JsonlTeller:
    """Writes the folder of the exchange format: one file a kind of record, the stored texts under texts/, what people wrote under ledger/.

    What does not stand in its document where the ledger says is left out and told as a problem, never written silently wrong.
    The same book gives the same bytes.
    """

    def tell(self, book: Book, out: Path | None) -> Told:
        """Writes into the folder `out`; where it is None the text given back is claims.jsonl alone.

        Raises Trouble for part of a ledger, and where a file is named.
        """
        if book.left_out is not None:
            raise Trouble("jsonl always tells the whole ledger", "its key `review` says of each claim what a person decided")
        if out is not None and (out.is_file() or out.suffix.casefold() in (".json", ".jsonl")):
            raise Trouble(f"jsonl is a folder of files, not one file: {out}", "name a folder; the claims alone come without -o")
        sheets = Sheets(Index(book))
        files = {name: lines(rows) for name, rows in sheets.all().items()} | {"reviews": book.reviews_text.encode("utf-8")}
        count = f"{many(len(sheets.claims), 'claim')} of {many(len(book.documents), 'document')}"
        share = f"{sheets.index.unreviewed} not reviewed"
        if out is None:
            return Told((), files["claims"].decode("utf-8"), f"{count}, {share}", sheets.problems)
        contents = {f"{name}.jsonl": content for name, content in files.items()}
        contents |= {f"texts/{document.sha256}.txt": document.text.encode("utf-8") for document in sheets.index.documents.values()}
        for name, content in contents.items():
            write_whole(out / name, content)
        home = written(book.home) if book.home else {}
        copied = {f"{HOME}/{name}": file for name, file in home.items() if not file.is_relative_to(out)}
        for name, file in copied.items():
            write_whole(out / name, file.read_bytes())
        return Told(tuple(out / name for name in (*contents, *copied)), None, f"{count} in {out}, {share}", sheets.problems)


class Sheets:
    """The rows of each file, and the problems met in making them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.claims = {claim.id: claim for claim in index.claims.values() if index.holds(claim.span, claim.quote)}
        self.problems = tuple(self._amiss())

    def all(self) -> dict[str, list[Record]]:
        """Rows by the name of their file, in a fixed order."""
        index, linking, weighing = self.index, self.index.book.linking, self.index.book.weighing
        findings = index.book.findings
        dated = {doc: findings[doc].written if doc in findings else None for doc in index.documents}
        incidents, figures = sorted(weighing.incidents, key=lambda i: i.id), sorted(weighing.figures, key=lambda f: f.id)
        links: list[Record] = [*sorted(linking.links, key=lambda link: (link.kind, link.left, link.right, link.by))]
        ties = sorted(weighing.ties, key=lambda t: (t.subject, t.predicate, t.object, t.claims))
        return {
            "documents": [document_row(document, dated[doc]) for doc, document in index.documents.items()],
            "actors": [self._actor(actor) for actor in sorted(linking.actors, key=lambda a: a.id)],
            "claims": [claim_row(claim, index) for claim in self.claims.values()],
            "links": links,
            "incidents": [incident_row(incident, self.kept(incident.claims), index) for incident in incidents],
            "ties": [tie_row(tie, self.kept(tie.claims)) for tie in ties],
            "figures": [figure_row(figure, self.kept(figure.claims)) for figure in figures],
            "disputes": [self._dispute(dispute) for dispute in sorted(weighing.disputes, key=lambda d: d.id)],
            "pledges": [replace(pledge, claims=tuple(self.kept(pledge.claims))) for pledge in sorted(weighing.pledges, key=lambda p: p.id)],
            "origins": [replace(origin, claims=tuple(self.kept(origin.claims))) for origin in sorted(weighing.origins, key=lambda o: o.id)],
            "works": [work_row(work, index) for work in sorted(linking.works, key=lambda w: w.id)],
            "findings": [self._finding(doc) for doc in index.documents if doc in findings],
            "problems": [problem_row(problem) for problem in (*index.book.problems, *self.problems)],
        }

    def kept(self, ids: Iterable[str]) -> list[str]:
        """Those of these claims that are written."""
        return [claim for claim in ids if claim in self.claims]

    def _finding(self, doc: str) -> Record:
        book = self.index.book
        return FindingRow(self.index.documents[doc].path, doc, book.finder, book.beneath.get(doc, book.findings[doc]))

    def _actor(self, actor: Actor) -> Record:
        return actor_row(actor, [name for name in actor.names if self.index.holds(name.span, name.text)], self.index)

    def _dispute(self, dispute: Dispute) -> Record:
        return replace(dispute, sides=tuple(replace(side, claims=tuple(self.kept(side.claims))) for side in dispute.sides))

    def _amiss(self) -> Iterable[Problem]:
        """Every quotation, voice, detail and name that does not stand where it should."""
        for claim in self.index.claims.values():
            if claim.id not in self.claims:
                yield self._misplaced(claim.span, "quote", f"claim {claim.id} is left out: its quotation does not stand there")
            else:
                yield from self._amiss_inside(claim)
        for actor in self.index.book.linking.actors:
            for name in actor.names:
                if not self.index.holds(name.span, name.text):
                    yield self._misplaced(name.span, "name", f"a name of {actor.id} is left out: {name.text!r} does not stand there")

    def _amiss_inside(self, claim: Claim) -> Iterable[Problem]:
        for slot in claim.slots:
            if not self.index.holds(slot.span, slot.text):
                yield self._misplaced(slot.span, "slot", f"{slot.name} of claim {claim.id} is left out: {slot.text!r} does not stand there")
        for voice in claim.voices:
            if voice.span is not None and not self.index.holds(voice.span, voice.text):
                yield self._misplaced(voice.span, "voice", f"a voice of claim {claim.id} has no place: {voice.text!r} does not stand there")

    def _misplaced(self, span: Span, what: str, message: str) -> Problem:
        document = self.index.documents.get(span.doc)
        path = document.path if document else span.doc
        return Problem(path, "tell", f"misplaced_{what}", message, "run `sayso find` again", span.start, span.end)


def lines(rows: Iterable[Record]) -> bytes:
    """The rows as UTF-8 JSON lines; records without a row of their own have the keys of the format already."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
