"""The SQLite file of a ledger as such: opening it, transactions in it, and its seal when it is closed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Self

from sqlalchemy import Connection, create_engine, event, insert, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from sayso.records.trouble import Exit, Trouble
from sayso.store import rows, search, tables
from sayso.store.looking import PATIENCE, log_size, opened, opened_to_read, refused
from sayso.store.seal import PAGE, altered, changes, seal, spoil, unseal
from sayso.store.store import LedgerBusy, SchemaChanged, SchemaNewer

LOGGED = 8192
"""Pages that the log may hold before it is written back in between, 64 MB: whoever changes less has only these pages put under seal."""
AT_ONCE = 4 * LOGGED
"""Pages with which it is written back before anything else is done: somebody writes faster than it is emptied beside him."""

ROOM = 65_536
"""KiB of memory for the pages of a writer: rows of a large ledger go to pages all over its indexes, which else are read again for each."""


class SqliteFile:
    """The file at `path`, made if it is not there, with our tables in it.

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
        self._lying: int | None = None
        self._emptying = Thread()
        self._prepared, self._damaged = False, False
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
        if self._emptying.is_alive():
            self._emptying.join()
        if not self._read_only and self._prepared:
            with contextlib.suppress(Trouble, DatabaseError, OSError):  # without a seal `check` looks closer
                spoil(self.path) if self._damaged else self._seal()
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

    def _connect(self) -> sqlite3.Connection:
        if self._read_only:
            connection, self._lying = opened_to_read(self.path, self._patience)
        else:
            connection = opened(self.path, "mode=rwc", self._patience)
            connection.execute(f"PRAGMA page_size = {PAGE}")
            connection.execute("PRAGMA journal_mode = WAL")  # a log ahead of the file is what lets readers work beside a writer
            connection.execute(f"PRAGMA wal_autocheckpoint = {AT_ONCE}")
            connection.execute("PRAGMA journal_size_limit = 0")  # once written back it is cut off, so that its size tells what it holds
            connection.execute(f"PRAGMA cache_size = -{ROOM}")
            connection.execute("PRAGMA secure_delete = ON")  # what is taken out leaves no bytes, whatever this SQLite was built with
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
        with self._troubled(), self._engine.begin() as connection:
            yield connection
        if self._lying is not None and self._lying != self.path.stat().st_mtime_ns:
            raise LedgerBusy  # nothing keeps its pages together for us while somebody else writes
        if not self._read_only:
            self._empty_log()

    def _empty_log(self) -> None:
        """Has a log that has grown large written back into the file, which takes a tenth of a second, while its writer goes on."""
        if not self._emptying.is_alive() and log_size(self.path) > LOGGED * PAGE:
            self._emptying = Thread(target=_write_back, args=(self.path, self._patience))
            self._emptying.start()

    @contextlib.contextmanager
    def _troubled(self) -> Iterator[None]:
        """Says as Trouble what SQLite met that is no bug of ours."""
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            met = error.orig if isinstance(error, DatabaseError) else error  # where the driver was asked itself
            if isinstance(met, sqlite3.OperationalError) and "locked" in str(met):
                raise LedgerBusy from None
            if "malformed" in str(met):
                self._damaged = True
                raise SchemaChanged(f"{self.path} is damaged ({met})", "run `sayso run` to make it again") from None
            if refused(met):
                hint = "make room on its disk, or mend the rights of its folder; what was done is kept"
                raise Trouble(f"{self.path} cannot be used: {met}", hint) from None
            raise

    def _seal(self) -> None:
        """Writes the log back into the file, as far as readers let it, and notes what the file is now; no writer comes in between."""
        with self._engine.begin() as connection:
            changed, seen = changes(self.path), connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        self._outside("PRAGMA wal_checkpoint(TRUNCATE)")
        with self._engine.begin() as connection:
            alone = connection.exec_driver_sql("PRAGMA data_version").scalar_one() == seen
            seal(self.path, changed if alone else None)

    def _outside(self, statement: str) -> None:
        """Runs a statement that SQLite takes in no transaction."""
        with self._troubled(), contextlib.closing(self._engine.raw_connection()) as connection:
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
                elif not self._read_only and altered(self.path):
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


def _write_back(path: Path, patience: float) -> None:
    """Writes the log back, as far as readers let it; what is not done now is when it has grown further, or when the file is closed."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(opened(path, "mode=rw", patience)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _nothing_read() -> Trouble:
    return Trouble(
        "nothing has been read into this ledger yet", "run `sayso run PATH`; alone it reads originals that are here", code=Exit.NOT_FOUND
    )
