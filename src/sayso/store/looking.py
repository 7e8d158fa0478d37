"""Opens the SQLite file of a ledger to look at, also where nothing can be put beside it: in a folder without rights, or on a full disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

PATIENCE = 5.0
"""Seconds to wait for another process that is in the middle of one transaction; each takes well under a second."""

REFUSED = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
"""What SQLite says where the system gives it no room or no right."""


def opened(path: Path, how: str, patience: float) -> sqlite3.Connection:
    """A connection to the file, opened in one of SQLite's ways, without transactions of its own."""
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)


def opened_to_read(path: Path, patience: float = PATIENCE) -> tuple[sqlite3.Connection, int | None]:
    """A connection that changes nothing; where SQLite can put no index of its log beside the file, to the file as it lies.

    Of such a one it also gives when the file was last written to, in ns: nothing keeps its pages together once somebody writes to it.
    """
    connection = opened(path, "mode=ro", patience)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not refused(error) or logged(path):
            raise
        return opened(path, "immutable=1", patience), path.stat().st_mtime_ns
    except sqlite3.DatabaseError:
        pass  # it is no database: whoever asks it something is told
    return connection, None


def refused(error: BaseException | None) -> bool:
    """Whether the system gave SQLite no room or no right. The first byte of its code tells that, the others say it more closely."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in REFUSED


def logged(path: Path) -> bool:
    """Whether the log beside the file holds anything, so that the file alone is not all there is."""
    return log_size(path) > 0


def log_size(path: Path) -> int:
    """Bytes of that log; none where there is no log."""
    return log_of(path).stat().st_size if log_of(path).exists() else 0


def log_of(path: Path) -> Path:
    """SQLite's log ahead of the file."""
    return path.with_name(path.name + "-wal")
