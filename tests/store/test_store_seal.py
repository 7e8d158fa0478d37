from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_store_round_trip import thorough
from test_store_sqlite import WRITES_ON_AND_ON, document, finding, run

from sayso.store import seal as seals
from sayso.store.looking import log_size
from sayso.store.seal import PAGE, damage, seal
from sayso.store.sqlite import SqliteStore
from sayso.store.store import SchemaChanged

MANY = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sealed ledger of some hundred pages."""
    with SqliteStore(tmp_path / "ledger.db") as store, store.together():
        for number in range(MANY):
            add(store, number)
    return tmp_path / "ledger.db"


def add(store: SqliteStore, number: int) -> None:
    report = document(f"Report {number}: rockets fell at Kest. " * 40, f"{number:03}.txt")
    store.add_document(report)
    store.keep_finding(report.sha256, "rules", finding(report, clauses=20))


def sealed(path: Path) -> bytes:
    return path.with_suffix(".seal").read_bytes()


def sealed_as_if_all_were_hashed(path: Path) -> bool:
    told = sealed(path)
    seal(path)
    return sealed(path) == told


def flip(path: Path, words: bytes, secretly: bool) -> None:
    """Flips a bit of the last place in the file where these words stand; secretly as a disk does it, which notes no time."""
    content, times = bytearray(path.read_bytes()), path.stat()
    content[content.rindex(words)] ^= 1
    path.write_bytes(bytes(content))
    if secretly:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_a_small_change_is_opened_and_sealed_without_hashing_the_whole_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise AssertionError("all of it is hashed")

    before = sealed(path)
    monkeypatch.setattr(seals, "_digests", refuse)
    with SqliteStore(path) as store:
        add(store, MANY)
    assert sealed(path) != before


@given(st.lists(st.lists(st.integers(-MANY, 20), max_size=3), min_size=1, max_size=4))
@thorough
def test_the_seal_is_as_if_all_were_hashed_whatever_came_and_went(
    tmp_path_factory: pytest.TempPathFactory, sessions: list[list[int]]
) -> None:
    path = tmp_path_factory.mktemp("seal") / "ledger.db"
    for session in [[1, 2, 3], *sessions]:
        with SqliteStore(path) as store:
            for number in session:
                if number >= 0:
                    add(store, number)
                elif held := store.documents():
                    store.drop_document(held[number % len(held)].sha256)
        assert damage(path) is None
        assert sealed_as_if_all_were_hashed(path)


def test_a_bit_that_flipped_unnoticed_is_told_by_check_before_and_after_a_writer_came(path: Path) -> None:
    flip(path, b"rockets fell at Kest", secretly=True)
    assert damage(path) == "its bytes are not those that Sayso left"
    with SqliteStore(path) as store:
        add(store, MANY)
    assert damage(path) == "its bytes are not those that Sayso left"


def test_a_page_that_flipped_keeps_its_old_digest_when_it_is_changed(path: Path) -> None:
    """The page at the end of the table of documents takes the next document in."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO stamps VALUES ('who', 'Ilan Teer of Kest')")
        connection.commit()
    seal(path)
    flip(path, b"Ilan Teer of Kest", secretly=True)
    place = path.read_bytes().rindex(b"lan Teer of Kest") // PAGE
    with SqliteStore(path) as store:
        store.set_stamp("where", "Sarn")
    changed = path.read_bytes()[place * PAGE : (place + 1) * PAGE]
    assert b"Sarn" in changed
    assert damage(path) == "its bytes are not those that Sayso left"


def test_a_log_that_was_written_back_in_between_has_everything_hashed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SqliteStore(path) as store:
        add(store, MANY)
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        add(store, MANY + 1)
    assert damage(path) is None
    assert sealed_as_if_all_were_hashed(path)


def test_a_large_log_is_written_back_beside_its_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.file.LOGGED", 8)
    with SqliteStore(path) as store:
        sizes = []
        for number in range(MANY, 2 * MANY):
            add(store, number)
            sizes.append(log_size(path) // PAGE)
            time.sleep(0.005)
        assert sizes[-1] < sum(after - before for before, after in pairwise(sizes) if after > before)
        assert len(store.documents()) == 2 * MANY
    assert log_size(path) == 0
    assert damage(path) is None
    assert sealed_as_if_all_were_hashed(path)


def test_two_writers_by_turns_leave_the_right_seal(path: Path) -> None:
    with SqliteStore(path) as one:
        add(one, MANY)
        with SqliteStore(path) as other:
            add(one, MANY + 1)
            add(other, MANY + 2)
        assert sealed_as_if_all_were_hashed(path)
        add(one, MANY + 3)
    assert sealed_as_if_all_were_hashed(path)


@pytest.mark.parametrize("done", [1, 40])
def test_what_a_killed_writer_left_is_sealed_by_the_next(path: Path, done: int) -> None:
    writer = run(WRITES_ON_AND_ON, path)
    assert writer.stdout is not None
    for _ in range(done):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    assert damage(path) is None
    with SqliteStore(path) as store:
        add(store, MANY)
    assert damage(path) is None
    assert sealed_as_if_all_were_hashed(path)


def test_a_seal_that_cannot_be_read_breaks(path: Path) -> None:
    path.with_suffix(".seal").write_bytes(b"no seal at all")
    assert damage(path) == "its bytes are not those that Sayso left"


def test_each_byte_of_the_file_and_of_the_seal_is_under_seal(path: Path) -> None:
    for file in (path, path.with_suffix(".seal")):
        whole = file.read_bytes()
        head = whole.index(b"\n") if file != path else 0
        for place in [*range(0, len(whole), len(whole) // 50), len(whole) - 1]:
            changed = bytearray(whole)
            changed[max(place, head)] ^= 16
            file.write_bytes(bytes(changed))
            assert damage(path) is not None, (file.name, place)
        file.write_bytes(whole)
    assert damage(path) is None


def test_what_a_killed_writer_left_damaged_is_seen_by_the_next(path: Path) -> None:
    path.with_suffix(".seal").unlink()
    scratch(path)
    with pytest.raises(SchemaChanged, match="is damaged"):
        SqliteStore(path)


def test_what_a_writer_finds_damaged_on_its_way_gets_no_seal(path: Path) -> None:
    with SqliteStore(path) as store:
        scratch(path)
        with pytest.raises(SchemaChanged, match="malformed"):
            store.documents()
    assert damage(path) is not None
    with pytest.raises(SchemaChanged):
        SqliteStore(path)


def scratch(path: Path) -> None:
    """Overwrites all pages but the first ones, so that whatever is asked for stands on a bad one."""
    content = path.read_bytes()
    kept = 40 * PAGE
    path.write_bytes(content[:kept] + b"\xa5" * (len(content) - kept))
