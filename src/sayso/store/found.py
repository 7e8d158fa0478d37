"""Documents and what was found in them, as tables keep them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Delete, Executable, Select, Table, bindparam, delete, insert, literal, select, update

from sayso.records.claim import Claim, Finding, Mention
from sayso.records.document import Document
from sayso.store import rows, search, tables
from sayso.store.beside import of_shown
from sayso.store.file import SqliteFile
from sayso.store.statements import Question, fill, pairs
from sayso.store.store import PEOPLE
from sayso.store.workings import drop_workings

Pair = tuple[Executable, Question]
"""One question of all documents, and of some."""


def _documents(texts: bool) -> Pair:
    table = tables.documents
    asked = select(table.c.record, table.c.text if texts else literal("").label("text")).order_by(table.c.path, table.c.sha256)
    return asked, Question(lambda among: asked.where(among(table.c.sha256)))


def _of_finder(asked: Select[Any] | Delete, table: Table) -> Pair:
    of_finder = asked.where(table.c.finder == bindparam("finder"))
    return of_finder, Question(lambda among: of_finder.where(among(table.c.doc)))


def _findings() -> Select[Any]:
    table, documents = tables.findings, tables.documents
    asked = select(table.c.doc, table.c.record).join(documents, documents.c.sha256 == table.c.doc)
    return asked.order_by(documents.c.path, documents.c.sha256)


ALL_PATHS = select(tables.documents.c.sha256, tables.documents.c.path)
PATHS_OF = Question(lambda among: ALL_PATHS.where(among(tables.documents.c.sha256)))
DOCUMENTS = {texts: _documents(texts) for texts in (True, False)}
FINDINGS = _of_finder(_findings(), tables.findings)
CLAIMS = _of_finder(
    select(tables.claims.c.doc, tables.claims.c.record).order_by(tables.claims.c.doc, tables.claims.c.ordinal), tables.claims
)
MENTIONS = _of_finder(
    select(*(tables.mentions.c[name] for name in rows.MENTIONED)).order_by(tables.mentions.c.doc, tables.mentions.c.ordinal),
    tables.mentions,
)
GONE = _of_finder(delete(tables.findings), tables.findings)
SHOWN = of_shown(lambda among: select(tables.claims.c.id, tables.claims.c.record).where(among(tables.claims.c.id)))


class FoundTables(SqliteFile):
    """The part of a `Store` that keeps documents and findings."""

    def add_document(self, document: Document) -> bool:
        """Keeps a document; False if its bytes are there already, when its path is noted in the `also` of the one kept."""
        with self._transaction() as connection:
            known = self._document(connection, document.sha256)
            if known is None:
                connection.execute(insert(tables.documents), rows.document_row(document))
                _mark_stale(connection, document.sha256)
                return True
            if document.path not in (known.path, *known.also):
                both = replace(known, also=tuple(sorted((*known.also, document.path))))
                table = tables.documents
                connection.execute(update(table).where(table.c.sha256 == known.sha256).values(record=rows.document_row(both)["record"]))
            return False

    def documents(self, docs: Collection[str] | None = None, texts: bool = True) -> list[Document]:
        """All documents or those of these SHA-256, by path; unless told to, without their texts."""
        every, those = DOCUMENTS[texts]
        with self._transaction() as connection:
            found = connection.execute(every) if docs is None else those.ask(connection, docs)
            return [rows.to_document(record, text) for record, text in found]

    def paths(self, docs: Collection[str] | None = None) -> dict[str, str]:
        """The path of each document, or of each of these, by its SHA-256."""
        with self._transaction() as connection:
            return pairs(connection.execute(ALL_PATHS) if docs is None else PATHS_OF.ask(connection, docs))

    def document(self, sha256: str) -> Document | None:
        """The document with these bytes."""
        with self._transaction() as connection:
            return self._document(connection, sha256)

    def has_finding(self, sha256: str, finder_key: str) -> bool:
        """Whether this finder has already gone through this document."""
        table = tables.findings
        with self._transaction() as connection:
            return connection.execute(select(table.c.doc).where(table.c.doc == sha256, table.c.finder == finder_key)).first() is not None

    def keep_finding(self, sha256: str, finder_key: str, finding: Finding) -> None:
        """Keeps what a finder found in a document, in place of what the same finder found there before."""
        table, claims = tables.findings, finding.claims
        with self._transaction() as connection:
            connection.execute(delete(table).where(table.c.doc == sha256, table.c.finder == finder_key))
            connection.execute(insert(table), rows.finding_row(sha256, finder_key, finding))
            fill(connection, tables.claims, rows.claim_rows(sha256, finder_key, claims))
            fill(connection, tables.voices, rows.voice_rows(finder_key, claims))
            fill(connection, tables.slots, rows.slot_rows(finder_key, claims))
            fill(connection, tables.mentions, rows.mention_rows(sha256, finder_key, finding.mentions))
            if finder_key != PEOPLE:
                _mark_stale(connection, sha256)

    def findings(self, finder_key: str, docs: Collection[str] | None = None) -> dict[str, Finding]:
        """What one finder found, in all documents or in these, by their SHA-256, in the order of their paths."""
        with self._transaction() as connection:
            claims = _claims(connection, finder_key, docs)
            mentions = _mentions(connection, finder_key, docs)
            return {
                doc: replace(
                    msgspec.json.decode(record, type=Finding), claims=tuple(claims.get(doc, ())), mentions=tuple(mentions.get(doc, ()))
                )
                for doc, record in _asked(FINDINGS, connection, finder_key, docs)
            }

    def claims(self, ids: Collection[str], finder_key: str) -> dict[str, Claim]:
        """The claims of these ids that are shown beside this finder, in the order of the ids: what people left of a document goes first."""
        decoder = msgspec.json.Decoder(Claim)
        with self._transaction() as connection:
            found = [row for question in SHOWN for row in question.ask(connection, ids, finder=finder_key)]
        return {claim: decoder.decode(record) for claim, record in sorted(found, key=lambda row: row[0])}

    def drop_findings_except(self, finder_key: str) -> None:
        """Forgets what all other finders found, but for what people wrote."""
        with self._transaction() as connection:
            connection.execute(delete(tables.findings).where(tables.findings.c.finder.not_in([finder_key, PEOPLE])))

    def keep_people(self, findings: Mapping[str, Finding], docs: Collection[str] | None = None) -> None:
        """Keeps the findings of the documents on which people decided, in place of those before; of these documents alone, if told."""
        with self.together():
            with self._transaction() as connection:
                _asked(GONE, connection, PEOPLE, docs)
            for sha256, finding in findings.items():
                self.keep_finding(sha256, PEOPLE, finding)

    def drop_document(self, sha256: str) -> None:
        """Forgets a document and all that was found in it, and leaves no byte of its words in the file."""
        with self._transaction() as connection:
            connection.execute(delete(tables.documents).where(tables.documents.c.sha256 == sha256))
            drop_workings(connection, sha256)
            _mark_stale(connection, sha256)
            for name in search.TABLES:
                connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
        self._outside("VACUUM")
        self._outside("PRAGMA wal_checkpoint(TRUNCATE)")

    def _document(self, connection: Connection, sha256: str) -> Document | None:
        table = tables.documents
        row = connection.execute(select(table.c.record, table.c.text).where(table.c.sha256 == sha256)).first()
        return rows.to_document(*row) if row else None


def _mark_stale(connection: Connection, doc: str) -> None:
    connection.execute(insert(tables.stale).prefix_with("OR IGNORE"), {"doc": doc})


def _asked(question: Pair, connection: Connection, finder_key: str, docs: Collection[str] | None) -> Iterable[Sequence[Any]]:
    """The rows of a finder that answer, of all documents or of these."""
    every, those = question
    return those.ask(connection, docs, finder=finder_key) if docs is not None else connection.execute(every, {"finder": finder_key})


def _claims(connection: Connection, finder_key: str, docs: Collection[str] | None) -> dict[str, list[Claim]]:
    result = dict[str, list[Claim]]()
    decoder = msgspec.json.Decoder(Claim)
    for doc, record in _asked(CLAIMS, connection, finder_key, docs):
        result.setdefault(doc, []).append(decoder.decode(record))
    return result


def _mentions(connection: Connection, finder_key: str, docs: Collection[str] | None) -> dict[str, list[Mention]]:
    result = dict[str, list[Mention]]()
    for row in _asked(MENTIONS, connection, finder_key, docs):
        result.setdefault(row[0], []).append(rows.to_mention(*row))
    return result
