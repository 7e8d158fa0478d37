"""Verifies a ledger: that originals are unaltered, that words stand where it says, that ids are right and briefs keep to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.archive import Archive, missing
from sayso.records.claim import Claim, claim_id
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.tell.book import Book
from sayso.tell.lint import check_brief

ORDINALS = 50
"""How many claims of one address are looked through: texts of the founding documents have three at most."""


def faults(book: Book, archive: Archive, briefs: Sequence[Path]) -> list[Problem]:
    """All that is wrong, by document and place; empty where nothing is."""
    documents = {document.sha256: document for document in book.documents}
    found = [*_originals(archive, documents), *_claims(book, documents), *_worked_out(book)]
    for path in briefs:
        found.extend(check_brief(path.read_text(encoding="utf-8"), book, f"briefs/{path.name}"))
    return sorted(found, key=lambda problem: (problem.doc, problem.start or 0, problem.code, problem.message))


def faults_of_brief(book: Book, path: Path) -> list[Problem]:
    """What is wrong with one brief. Raises Trouble where it cannot be read."""
    try:
        return check_brief(path.read_text(encoding="utf-8"), book, str(path))
    except (OSError, UnicodeDecodeError):
        raise Trouble(f"no brief can be read at {path}", "name a Markdown file in UTF-8", code=Exit.NOT_FOUND) from None


def _originals(archive: Archive, documents: dict[str, Document]) -> Iterator[Problem]:
    read = {path for document in documents.values() for path in document.paths}
    for original in archive.originals():
        if (state := archive.state(original)) != "kept":
            yield missing(original, state, "check")
        elif original.path not in read:
            yield Problem(original.path, "check", "not_read", "the original is not in the database", "run `sayso run`")


def _claims(book: Book, documents: dict[str, Document]) -> Iterator[Problem]:
    for sha256, finding in sorted(book.findings.items()):
        document = documents.get(sha256)
        if document is None:
            yield Problem(sha256, "check", "document_unknown", "claims of a document that is not here", "delete .sayso and run `sayso run`")
            continue
        for claim in finding.claims:
            yield from _claim(claim, document)
        for mention in finding.mentions:
            yield from _stands(mention.span, mention.text, document, f"the name {mention.text!r}")


def _claim(claim: Claim, document: Document) -> Iterator[Problem]:
    if claim.id not in {claim_id(claim, ordinal) for ordinal in range(ORDINALS)}:
        yield _at(claim.span, document, "id_differs", f"c:{claim.id} is not the id that its place and words give")
    yield from _stands(claim.span, claim.quote, document, f"the quote of c:{claim.id}")
    for voice in claim.voices:
        if voice.span is not None:
            yield from _stands(voice.span, voice.text, document, f"a voice of c:{claim.id}")
    for slot in claim.slots:
        yield from _stands(slot.span, slot.text, document, f"{slot.name} of c:{claim.id}")
    for span in (claim.cue, *claim.content):
        if span is not None and not (span.doc == document.sha256 and 0 <= span.start <= span.end <= len(document.text)):
            yield _at(span, document, "span_outside", f"a place that c:{claim.id} points at is not in the document")


def _stands(span: Span, words: str, document: Document, what: str) -> Iterator[Problem]:
    if span.doc != document.sha256 or document.text[span.start : span.end] != words:
        yield _at(span, document, "words_differ", f"{what} is not what stands there")


def _at(span: Span, document: Document, code: str, message: str) -> Problem:
    return Problem(document.path, "check", code, message, "delete .sayso and run `sayso run`", span.start, span.end)


def _worked_out(book: Book) -> Iterator[Problem]:
    """Everything worked out rests on claims that are here."""
    claims = {claim.id for finding in book.findings.values() for claim in finding.claims}
    weighing = book.weighing
    resting = [(one.id, one.claims) for one in weighing.incidents]
    resting += [(origin.id, origin.claims) for origin in weighing.origins]
    resting += [(pledge.id, pledge.claims) for pledge in weighing.pledges]
    resting += [(figure.id, figure.claims) for figure in weighing.figures]
    resting += [(dispute.id, side.claims) for dispute in weighing.disputes for side in dispute.sides]
    for name, ids in resting:
        for missing_id in sorted(set(ids) - claims):
            yield Problem(book.name, "check", "claim_unknown", f"{name} rests on c:{missing_id}, which is not here", "run `sayso run`")
