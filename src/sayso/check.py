"""Verifies a ledger: that originals are unaltered, that words stand where it says, that ids are right and briefs keep to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.archive import Archive, missing
from sayso.journal import FILE, REVIEWED_TO, Chain, Journal, withdrawals
from sayso.records.claim import Claim, claim_id
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.store.seal import damage
from sayso.store.store import Store
from sayso.tell.book import Book
from sayso.tell.lint import check_brief

ORDINALS = 50
"""How many claims of one address are looked through: texts of the founding documents have three at most."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is kept outside of the database: the originals, the decisions, and the head of these that was seen last."""

    archive: Archive
    chain: Chain
    seen: str = ""


def check_all(
    folder: Path, database: Path, store: Callable[[], Store], book: Callable[[], Book], archive: Archive, journal: Journal
) -> list[Problem]:
    """All that is wrong with the ledger in a folder; of a damaged database nothing else is looked at: nothing in it can be relied upon."""
    if damaged := database_faults(database):
        return [*damaged, *kept_faults(archive, journal.read())]
    try:
        seen = store().stamp(REVIEWED_TO) or ""  # before the file is read: a decision that comes in between is then no missing one
    except Trouble as trouble:
        if trouble.code == Exit.NOT_FOUND:  # nothing was read yet, or the first writer was stopped at once
            return kept_faults(archive, journal.read())
        raise
    found = book()
    return faults(found, Paper(archive, journal.read(), seen), sorted((folder / "briefs").glob("*.md")))


def faults(book: Book, paper: Paper, briefs: Sequence[Path]) -> list[Problem]:
    """All that is wrong, by document and place; empty where nothing is."""
    documents = {document.sha256: document for document in book.documents}
    found = [*kept_faults(paper.archive, paper.chain), *_cut(paper), *_claims(book, documents), *_worked_out(book)]
    for path in briefs:
        found.extend(check_brief(path.read_text(encoding="utf-8"), book, f"briefs/{path.name}"))
    return sorted(found, key=lambda problem: (problem.doc, problem.start or 0, problem.code, problem.message))


def faults_of_brief(book: Book, path: Path) -> list[Problem]:
    """What is wrong with one brief. Raises Trouble where it cannot be read."""
    try:
        return check_brief(path.read_text(encoding="utf-8"), book, str(path))
    except (OSError, UnicodeDecodeError):
        raise Trouble(f"no brief can be read at {path}", "name a Markdown file in UTF-8", code=Exit.NOT_FOUND) from None


def database_faults(database: Path) -> list[Problem]:
    """What is wrong with the file of the database as such: nothing of what stands in it can be relied upon then."""
    told, name = damage(database), f"{database.parent.name}/{database.name}"
    hint = f"delete {database.parent.name} and run `sayso run`"
    return [Problem(name, "check", "database_damaged", told, hint)] if told else []


def kept_faults(archive: Archive, chain: Chain) -> list[Problem]:
    """What is wrong with what people wrote and gave: originals that are not as they were kept, lines of decisions that do not hold."""
    states = [(original, archive.state(original)) for original in archive.originals()]
    return [*(missing(original, state, "check") for original, state in states if state != "kept"), *chain.faults]


def _cut(paper: Paper) -> Iterator[Problem]:
    if paper.chain.lacks(paper.seen):
        message = f"decisions that were here are gone: the head {paper.seen[:12]}… is no longer in the file"
        yield Problem(FILE, "check", "reviews_cut", message, "put the file back from a copy; or, to go on without them, delete .sayso")


def unfinished(store: Store | None, archive: Archive, journal: Journal, waiting: int) -> list[str]:
    """What is kept and not worked in yet, in words: no fault, since a stop leaves it so and the next run goes on with it.

    `waiting` documents are not gone through by the finder.
    """
    documents, seen = list[Document](), ""
    if store is not None:
        with store.together():
            documents, seen = store.documents(texts=False), store.stamp(REVIEWED_TO) or ""
    held = {path for document in documents for path in document.paths}
    originals, chain = archive.originals(), journal.read()
    unread = sum(original.path not in held for original in originals)
    gone = withdrawals(chain).keys() & {*(document.sha256 for document in documents), *(original.sha256 for original in originals)}
    hashes = [review.hash for review in chain.reviews]
    undone = len(hashes) - max((hashes.index(head) + 1 for head in seen.split("+") if head in hashes), default=0)
    told = [
        (unread, "original is", "originals are", "not read"),
        (waiting, "document is", "documents are", "not gone through by the finder"),
        (undone, "decision is", "decisions are", "not worked in"),
        (len(gone), "withdrawn document is", "withdrawn documents are", "not taken out"),
    ]
    lines = [f"{number} {one if number == 1 else more} {what} yet: run `sayso run`" for number, one, more, what in told if number]
    return [*lines, *archive.straying()]


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
    decided = claim.review != "unsupervised"  # keeps the id under which it was decided on, also where it was corrected or moved
    if not decided and claim.id not in {claim_id(claim, ordinal) for ordinal in range(ORDINALS)}:
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
