"""Documents and what was found in them, as tables keep them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, insert, literal, select, update

from sayso.records.claim import Claim, Finding, Mention
from sayso.records.document import Document
from sayso.store import rows, search, tables
from sayso.store.file import SqliteFile
from sayso.store.statements import fill, one_of, pairs
from sayso.store.store import PEOPLE
from sayso.store.workings import drop_workings


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
        table = tables.documents
        asked = select(table.c.record, table.c.text if texts else literal("").label("text")).order_by(table.c.path, table.c.sha256)
        with self._transaction() as connection:
            found = connection.execute(asked if docs is None else asked.where(one_of(table.c.sha256, docs)))
            return [rows.to_document(row) for row in found.mappings()]

    def paths(self) -> dict[str, str]:
        """The path of each document, by its SHA-256."""
        with self._transaction() as connection:
            return pairs(connection, tables.documents.c.sha256, tables.documents.c.path)

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
        table, documents = tables.findings, tables.documents
        asked = select(table.c.doc, table.c.record).join(documents, documents.c.sha256 == table.c.doc)
        asked = asked.where(*_found(table, finder_key, docs)).order_by(documents.c.path, documents.c.sha256)
        with self._transaction() as connection:
            claims = _claims(connection, finder_key, docs)
            mentions = _mentions(connection, finder_key, docs)
            return {
                doc: replace(
                    msgspec.json.decode(record, type=Finding), claims=tuple(claims.get(doc, ())), mentions=tuple(mentions.get(doc, ()))
                )
                for doc, record in connection.execute(asked)
            }

    def claims(self, ids: Collection[str], finder_key: str) -> dict[str, Claim]:
        """The claims of these ids that are shown beside this finder, in the order of the ids: what people left of a document goes first."""
        table, findings = tables.claims, tables.findings
        decided = select(findings.c.doc).where(findings.c.doc == table.c.doc, findings.c.finder == PEOPLE).exists()
        asked = select(table.c.id, table.c.record).where(one_of(table.c.id, ids))
        decoder = msgspec.json.Decoder(Claim)
        with self._transaction() as connection:
            found = connection.execute(asked.where(table.c.finder == finder_key, ~decided)).all()
            found = [*found, *connection.execute(asked.where(table.c.finder == PEOPLE))]
        return {claim: decoder.decode(record) for claim, record in sorted(found, key=lambda row: row[0])}

    def drop_findings_except(self, finder_key: str) -> None:
        """Forgets what all other finders found, but for what people wrote."""
        with self._transaction() as connection:
            connection.execute(delete(tables.findings).where(tables.findings.c.finder.not_in([finder_key, PEOPLE])))

    def keep_people(self, findings: Mapping[str, Finding], docs: Collection[str] | None = None) -> None:
        """Keeps the findings of the documents on which people decided, in place of those before; of these documents alone, if told."""
        table = tables.findings
        with self.together():
            with self._transaction() as connection:
                connection.execute(delete(table).where(*_found(table, PEOPLE, docs)))
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
        row = connection.execute(select(table.c.record, table.c.text).where(table.c.sha256 == sha256)).mappings().first()
        return rows.to_document(row) if row else None


def _mark_stale(connection: Connection, doc: str) -> None:
    connection.execute(insert(tables.stale).prefix_with("OR IGNORE"), {"doc": doc})


def _found(table: Table, finder_key: str, docs: Collection[str] | None) -> list[ColumnElement[bool]]:
    """The conditions that a row is of this finder and, if told, of one of these documents."""
    of_finder = [table.c.finder == finder_key]
    return of_finder if docs is None else [*of_finder, one_of(table.c.doc, docs)]


def _claims(connection: Connection, finder_key: str, docs: Collection[str] | None) -> dict[str, list[Claim]]:
    table, result = tables.claims, dict[str, list[Claim]]()
    asked = select(table.c.doc, table.c.record).where(*_found(table, finder_key, docs)).order_by(table.c.doc, table.c.ordinal)
    decoder = msgspec.json.Decoder(Claim)
    for doc, record in connection.execute(asked):
        result.setdefault(doc, []).append(decoder.decode(record))
    return result


def _mentions(connection: Connection, finder_key: str, docs: Collection[str] | None) -> dict[str, list[Mention]]:
    table, result = tables.mentions, dict[str, list[Mention]]()
    asked = select(table).where(*_found(table, finder_key, docs)).order_by(table.c.doc, table.c.ordinal)
    for row in connection.execute(asked).mappings():
        result.setdefault(row["doc"], []).append(rows.to_mention(row))
    return result
