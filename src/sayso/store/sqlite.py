"""The ledger in one SQLite file: one writer, and any number of readers beside it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Table, create_engine, delete, event, func, insert, select, text, update
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from sayso.records.claim import Claim, Finding, Mention
from sayso.records.document import Document
from sayso.records.problem import Problem, Step
from sayso.records.trouble import Exit, Trouble
from sayso.records.worked_out import Linking, Weighing
from sayso.store import rows, search, tables
from sayso.store.seal import broken, seal, unseal
from sayso.store.store import PEOPLE, Hit, LedgerBusy, SchemaChanged, SchemaNewer

PATIENCE = 5.0
"""Seconds to wait for another process that is in the middle of one transaction; each takes well under a second."""


class SqliteStore:
    """A `Store` in the SQLite file at `path`, made if it is not there.

    Read-only, it can neither make nor change a thing, and sees what was last committed. Raises SchemaChanged for a file of an older
    version or a damaged one (`forget` it, then make it again), SchemaNewer for one of a newer version, Trouble where there is nothing
    to read, LedgerBusy beside a writer. A writer puts the file under seal when it closes it.
    """

    def __init__(self, path: Path, read_only: bool = False, patience: float = PATIENCE) -> None:
        self.path = Path(path)
        self._read_only = read_only
        self._patience = patience
        if read_only and not self.path.exists():
            raise _nothing_read()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._held: Connection | None = None
        self._prepared = False
        self._engine = create_engine("sqlite://", creator=self._connect, poolclass=StaticPool)
        event.listen(self._engine, "begin", self._begin)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if not self._read_only and self._prepared:
            with contextlib.suppress(LedgerBusy, DatabaseError, OSError):  # without a seal `check` looks closer
                self._seal()
        self._engine.dispose()

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """All calls of the block in one transaction: a reader sees one moment, a writer does all or nothing."""
        if self._held is not None:
            yield
            return
        with self._transaction() as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    def add_document(self, document: Document) -> bool:
        """Keeps a document; False if its bytes are there already, when its path is noted in the `also` of the one kept."""
        with self._transaction() as connection:
            known = self._document(connection, document.sha256)
            if known is None:
                connection.execute(insert(tables.documents), rows.document_row(document))
                return True
            if document.path not in (known.path, *known.also):
                both = replace(known, also=tuple(sorted((*known.also, document.path))))
                table = tables.documents
                connection.execute(update(table).where(table.c.sha256 == known.sha256).values(record=rows.document_row(both)["record"]))
            return False

    def documents(self) -> list[Document]:
        """All documents, by path."""
        table = tables.documents
        with self._transaction() as connection:
            found = connection.execute(select(table.c.record, table.c.text).order_by(table.c.path, table.c.sha256))
            return [rows.to_document(row) for row in found.mappings()]

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
            _fill(connection, tables.claims, rows.claim_rows(sha256, finder_key, claims))
            _fill(connection, tables.voices, rows.voice_rows(finder_key, claims))
            _fill(connection, tables.slots, rows.slot_rows(finder_key, claims))
            _fill(connection, tables.mentions, rows.mention_rows(sha256, finder_key, finding.mentions))

    def findings(self, finder_key: str) -> dict[str, Finding]:
        """What one finder found, by the documents' SHA-256, in the order of their paths."""
        table, docs = tables.findings, tables.documents
        found = select(table.c.doc, table.c.record).join(docs, docs.c.sha256 == table.c.doc).where(table.c.finder == finder_key)
        with self._transaction() as connection:
            claims = self._claims(connection, finder_key)
            mentions = self._mentions(connection, finder_key)
            return {
                doc: replace(
                    msgspec.json.decode(record, type=Finding), claims=tuple(claims.get(doc, ())), mentions=tuple(mentions.get(doc, ()))
                )
                for doc, record in connection.execute(found.order_by(docs.c.path, docs.c.sha256))
            }

    def drop_findings_except(self, finder_key: str) -> None:
        """Forgets what all other finders found, but for what people wrote."""
        with self._transaction() as connection:
            connection.execute(delete(tables.findings).where(tables.findings.c.finder.not_in([finder_key, PEOPLE])))

    def keep_people(self, findings: Mapping[str, Finding]) -> None:
        """Keeps the findings of the documents on which people decided, in place of those before."""
        with self.together():
            with self._transaction() as connection:
                connection.execute(delete(tables.findings).where(tables.findings.c.finder == PEOPLE))
            for sha256, finding in findings.items():
                self.keep_finding(sha256, PEOPLE, finding)

    def drop_document(self, sha256: str) -> None:
        """Forgets a document and all that was found in it, and leaves no byte of its words in the file."""
        with self._transaction() as connection:
            connection.execute(delete(tables.documents).where(tables.documents.c.sha256 == sha256))
            for name in search.TABLES:
                connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")
        self._outside("VACUUM")
        self._outside("PRAGMA wal_checkpoint(TRUNCATE)")

    def keep_linking(self, linking: Linking) -> None:
        """Keeps all links, in place of those before."""
        with self._transaction() as connection:
            _replace(connection, rows.LINKING, linking)
            _refill(connection, tables.actor_names, rows.actor_name_rows(linking.actors))
            _refill(connection, tables.actor_of, [{"mention": name, "actor": actor} for name, actor in sorted(linking.actor_of.items())])
            _refill(connection, tables.incident_claims, [{"claim": c, "incident": i} for c, i in sorted(linking.incident_of.items())])
            _keep_problems(connection, "link", linking.problems)

    def linking(self) -> Linking:
        """All links; empty before the first linking."""
        with self._transaction() as connection:
            return Linking(
                **_kept(connection, rows.LINKING),
                actor_of=_pairs(connection, tables.actor_of),
                incident_of=_pairs(connection, tables.incident_claims),
                problems=tuple(_problems(connection, "link")),
            )

    def keep_weighing(self, weighing: Weighing) -> None:
        """Keeps all that was weighed, in place of what was before."""
        with self._transaction() as connection:
            _replace(connection, rows.WEIGHING, weighing)

    def weighing(self) -> Weighing:
        """All that was weighed; empty before the first weighing."""
        with self._transaction() as connection:
            return Weighing(**_kept(connection, rows.WEIGHING))

    def keep_problems(self, step: Step, problems: Sequence[Problem]) -> None:
        """Keeps a step's problems, in place of those that it had before; `link`'s are those that the linking holds."""
        with self._transaction() as connection:
            _keep_problems(connection, step, problems)

    def problems(self) -> list[Problem]:
        """All problems kept: those of each step, of the linking and of the findings, each once, by document, place and step."""
        table = tables.findings
        with self._transaction() as connection:
            records = connection.execute(select(table.c.record).order_by(table.c.doc, table.c.finder)).scalars()
            found = [problem for record in records for problem in msgspec.json.decode(record, type=Finding).problems]
            both = dict.fromkeys([*_problems(connection), *found])
        return sorted(both, key=lambda problem: (problem.doc, problem.start or 0, problem.step, problem.code, problem.message))

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words; words in double quotes must stand together."""
        with self._transaction() as connection:
            return search.find(connection, query, limit)

    def counts(self) -> dict[str, int]:
        """How many rows each table has; of claims, how many are shown."""
        with self._transaction() as connection:
            rows_of = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables.metadata.sorted_tables
            }
            return rows_of | {"claims": connection.execute(search.COUNT_CLAIMS).scalar_one()}

    def stamp(self, name: str) -> str | None:
        """A short note about the whole, such as the key of the finder used; None if never set."""
        with self._transaction() as connection:
            return connection.execute(select(tables.stamps.c.value).where(tables.stamps.c.name == name)).scalar()

    def set_stamp(self, name: str, value: str) -> None:
        """Sets such a note."""
        with self._transaction() as connection:
            connection.execute(insert(tables.stamps).prefix_with("OR REPLACE"), {"name": name, "value": value})

    def _connect(self) -> sqlite3.Connection:
        address = self.path.absolute().as_uri() + ("?mode=ro" if self._read_only else "?mode=rwc")
        connection = sqlite3.connect(address, uri=True, timeout=self._patience, isolation_level=None, check_same_thread=False)
        if not self._read_only:
            connection.execute("PRAGMA journal_mode = WAL")  # a log ahead of the file is what lets readers work beside a writer
            connection.execute("PRAGMA synchronous = NORMAL")  # safe against a killed process; a power cut may cost the last documents
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("folded", 1, search.folded, deterministic=True)
        return connection

    def _begin(self, connection: Connection) -> None:
        # a writer takes its turn at once: one that only asks for it at its first change could be refused half way
        connection.exec_driver_sql("BEGIN" if self._read_only else "BEGIN IMMEDIATE")
        if not self._read_only and self._prepared:
            unseal(self.path)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._held is not None:
            yield self._held
            return
        try:
            with self._engine.begin() as connection:
                yield connection
        except OperationalError as error:
            if "locked" in str(error.orig):
                raise LedgerBusy from None
            raise
        except DatabaseError as error:
            if "malformed" in str(error.orig):
                raise SchemaChanged(f"{self.path} is damaged ({error.orig})", "run `sayso run` to make it again") from None
            raise

    def _seal(self) -> None:
        """Writes the log back into the file, as far as readers let it, and notes what the file is now; no writer comes in between."""
        self._outside("PRAGMA wal_checkpoint(TRUNCATE)")
        with self._engine.begin():
            seal(self.path)

    def _outside(self, statement: str) -> None:
        """Runs a statement that SQLite takes in no transaction."""
        with contextlib.closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute(statement)

    def _prepare(self) -> None:
        """Sets the file up, or sees that it is one of ours."""
        try:
            with self._transaction() as connection:
                version = connection.execute(text("PRAGMA user_version")).scalar_one()
                if version == 0 and not self._read_only:
                    self._create(connection)
                elif version == 0:  # a writer was stopped before it had set the file up
                    raise _nothing_read()
                elif not self._read_only and broken(self.path):
                    raise SchemaChanged(
                        f"{self.path} is damaged: its bytes are not those that Sayso left", "run `sayso run` to make it again"
                    )
                elif version > tables.SCHEMA_VERSION:
                    hint = "use that one; or delete .sayso and run `sayso run`, which makes it again"
                    raise SchemaNewer(f"{self.path} was made by a newer Sayso", hint)
                elif version != tables.SCHEMA_VERSION:
                    raise SchemaChanged(f"{self.path} was made by an older Sayso", "run `sayso run` to make it again")
            self._prepared = True
        except OperationalError:
            raise
        except DatabaseError as error:
            raise SchemaChanged(f"{self.path} is damaged ({error.orig})", "run `sayso run` to make it again") from None

    def _create(self, connection: Connection) -> None:
        tables.metadata.create_all(connection)
        connection.execute(insert(tables.explained), rows.explained_rows())
        for statement in search.INDEXES:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")

    def _document(self, connection: Connection, sha256: str) -> Document | None:
        table = tables.documents
        row = connection.execute(select(table.c.record, table.c.text).where(table.c.sha256 == sha256)).mappings().first()
        return rows.to_document(row) if row else None

    def _claims(self, connection: Connection, finder_key: str) -> dict[str, list[Claim]]:
        table, result = tables.claims, dict[str, list[Claim]]()
        asked = select(table.c.doc, table.c.record).where(table.c.finder == finder_key).order_by(table.c.doc, table.c.ordinal)
        decoder = msgspec.json.Decoder(Claim)
        for doc, record in connection.execute(asked):
            result.setdefault(doc, []).append(decoder.decode(record))
        return result

    def _mentions(self, connection: Connection, finder_key: str) -> dict[str, list[Mention]]:
        table, result = tables.mentions, dict[str, list[Mention]]()
        asked = select(table).where(table.c.finder == finder_key).order_by(table.c.doc, table.c.ordinal)
        for row in connection.execute(asked).mappings():
            result.setdefault(row["doc"], []).append(rows.to_mention(row))
        return result


def _nothing_read() -> Trouble:
    return Trouble("nothing has been read into this ledger yet", "run `sayso run PATH`", code=Exit.NOT_FOUND)


def set_up(path: Path) -> bool:
    """Whether anything was ever kept in this file; not where its first writer was stopped before it had set the file up."""
    try:
        SqliteStore(path, read_only=True).close()
    except Trouble as trouble:
        return trouble.code != Exit.NOT_FOUND
    return True


def open_store(path: Path, read_only: bool, tell: Callable[[str], None]) -> SqliteStore:
    """The store in this file; for a writer an older or damaged one is made anew, and `tell` is told so."""
    try:
        return SqliteStore(path, read_only)
    except SchemaChanged as changed:
        if read_only:
            raise
        tell(f"{changed.message.replace(str(path), f'{path.parent.name}/{path.name}')}; it is made again")
        forget(path)
        return SqliteStore(path)


def forget(path: Path) -> None:
    """Deletes the file with what SQLite keeps beside it; all that was in it can be made again."""
    unseal(path)
    for ending in ("", "-wal", "-shm"):  # the file first: SQLite throws away a log that it finds without one
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _fill(connection: Connection, table: Table, cells: Sequence[Mapping[str, Any]]) -> None:
    if cells:
        connection.execute(insert(table), cells)


def _refill(connection: Connection, table: Table, cells: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(delete(table))
    _fill(connection, table, cells)


def _replace(connection: Connection, shelves: Mapping[str, rows.Shelf[Any]], worked_out: Linking | Weighing) -> None:
    for name, shelf in shelves.items():
        _refill(connection, shelf.table, shelf.rows(getattr(worked_out, name)))


def _kept(connection: Connection, shelves: Mapping[str, rows.Shelf[Any]]) -> dict[str, Any]:
    def records(shelf: rows.Shelf[Any]) -> tuple[Any, ...]:
        decoder = msgspec.json.Decoder(shelf.type)
        return tuple(
            decoder.decode(row) for row in connection.execute(select(shelf.table.c.record).order_by(shelf.table.c.ordinal)).scalars()
        )

    return {name: records(shelf) for name, shelf in shelves.items()}


def _pairs(connection: Connection, table: Table) -> dict[str, str]:
    left, right = table.columns
    return {row[0]: row[1] for row in connection.execute(select(left, right).order_by(left))}


def _keep_problems(connection: Connection, step: Step, problems: Sequence[Problem]) -> None:
    connection.execute(delete(tables.problems).where(tables.problems.c.kept_by == step))
    _fill(connection, tables.problems, rows.problem_rows(step, problems))


def _problems(connection: Connection, step: Step | None = None) -> list[Problem]:
    table = tables.problems
    asked = select(table.c.record).order_by(table.c.kept_by, table.c.ordinal)
    kept = connection.execute(asked if step is None else asked.where(table.c.kept_by == step)).scalars()
    return [msgspec.json.decode(record, type=Problem) for record in kept]
