from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from sayso.records.claim import AUTHOR, Claim, Finding, Mention, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.records.when import When
from sayso.records.worked_out import Linking, Weighing
from sayso.store import tables
from sayso.store.seal import damage, seal
from sayso.store.search import folded
from sayso.store.sqlite import SqliteStore, forget
from sayso.store.store import LedgerBusy, SchemaChanged, SchemaNewer, Store

MARCH = When(date(2031, 3, 4), date(2031, 3, 4), "day", "stated", "4 March")


def document(text: str, path: str = "a.txt") -> Document:
    return Document(
        path, hashlib.sha256(text.encode()).hexdigest(), text, "utf-8", published=MARCH, known_from=(("published", "dateline"),)
    )


def clause(span: Span, quote: str) -> Claim:
    voices = (Voice("spokesman", span, "Ilan Teer"), Voice(AUTHOR))
    slots = (Slot("when", "4 March", span, when=MARCH), Slot("place", "Kest", span))
    return Claim("", span, quote, voices, "denies", "denies", "certain", "event", "attack", content=(span,), said=MARCH, slots=slots)


def finding(report: Document, clauses: int = 1) -> Finding:
    size = len(report.text) // clauses
    spans = [Span(report.sha256, i * size, (i + 1) * size) for i in range(clauses)]
    claims = [clause(span, report.text[span.start : span.end]) for span in spans]
    return Finding(tuple(numbered(claims)), (Mention(spans[0], "he", "Ilan Teer", "person", named=False),), MARCH)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".sayso" / "ledger.db"


def test_a_sqlite_store_is_a_store(path: Path) -> None:
    with SqliteStore(path) as sqlite_store:
        store: Store = sqlite_store
        assert store.documents() == []
        assert store.linking() == Linking()
        assert store.weighing() == Weighing()
        assert store.stamp("finder") is None


def test_the_same_text_twice_is_one_document_with_two_paths(path: Path) -> None:
    report = document("Rockets fell at Kest.")
    with SqliteStore(path) as store:
        assert store.add_document(report)
        assert not store.add_document(replace(report, path="copy/a.txt"))
        assert not store.add_document(replace(report, path="copy/a.txt"))
        assert store.documents() == [replace(report, also=("copy/a.txt",))]


def test_a_path_read_again_with_other_words_is_a_second_document(path: Path) -> None:
    with SqliteStore(path) as store:
        assert store.add_document(document("Rockets fell."))
        assert store.add_document(document("No rockets fell."))
        assert len(store.documents()) == 2


def test_documents_come_by_path_and_whole(path: Path) -> None:
    later, sooner = document("a\r\nб\U0001f680 \n", "b.txt"), document("two", "a.txt")
    with SqliteStore(path) as store:
        store.add_document(later)
        store.add_document(sooner)
        assert store.documents() == [sooner, later]
        assert store.document(later.sha256) == later
        assert store.document("0" * 64) is None


def test_what_was_found_once_is_not_found_again(path: Path) -> None:
    report = document("Rockets fell at Kest.")
    with SqliteStore(path) as store:
        store.add_document(report)
        assert not store.has_finding(report.sha256, "rules 1")
        store.keep_finding(report.sha256, "rules 1", Finding(()))
        assert store.has_finding(report.sha256, "rules 1")
        assert not store.has_finding(report.sha256, "rules 2")


def test_a_finding_comes_back_as_it_was_kept_and_replaces_the_one_before(path: Path) -> None:
    report = document("Rockets fell at Kest. None did, he said.")
    with SqliteStore(path) as store:
        store.add_document(report)
        store.keep_finding(report.sha256, "rules", finding(report, clauses=3))
        store.keep_finding(report.sha256, "rules", finding(report, clauses=2))
        assert store.findings("rules") == {report.sha256: finding(report, clauses=2)}
        assert store.counts()["slots"] == 4


def test_dropping_the_findings_of_other_finders_leaves_no_row_of_theirs(path: Path) -> None:
    report = document("Rockets fell at Kest.")
    with SqliteStore(path) as store:
        store.add_document(report)
        store.keep_finding(report.sha256, "old", finding(report))
        store.drop_findings_except("new")
        counts = store.counts()
        assert [counts[name] for name in ("findings", "claims", "slots", "voices", "mentions")] == [0] * 5
        assert store.search("rockets") != []
        assert all(hit.kind == "document" for hit in store.search("rockets"))


def test_a_step_replaces_its_own_problems_and_those_of_findings_are_told_too(path: Path) -> None:
    unread, unlinked = Problem("b.pdf", "read", "empty", "empty file"), Problem("a.txt", "link", "odd", "odd", start=3, end=5)
    report, unknown = document("Rockets fell."), Problem("a.txt", "find", "language_not_supported", "not English")
    with SqliteStore(path) as store:
        store.add_document(report)
        store.keep_finding(report.sha256, "rules", Finding((), problems=(unknown,)))
        store.keep_problems("read", [Problem("c.txt", "read", "gone", "gone")])
        store.keep_problems("read", [unread])
        store.keep_linking(Linking(problems=(unlinked,)))
        store.keep_problems("link", [unlinked])
        assert store.problems() == [unknown, unlinked, unread]


def test_a_stamp_is_the_last_one_set(path: Path) -> None:
    with SqliteStore(path) as store:
        store.set_stamp("finder", "one")
        store.set_stamp("finder", "two")
        assert store.stamp("finder") == "two"


def test_every_table_and_every_column_is_explained_in_code_and_in_the_file(path: Path) -> None:
    for table in tables.metadata.sorted_tables:
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name
    with SqliteStore(path) as store:
        assert store.counts()["explained"] == sum(1 + len(table.columns) for table in tables.metadata.sorted_tables)


@pytest.mark.parametrize(("change"), ["act = 'shouts'", "polarity = 'maybe'", '"end" = start', "start = -1"])
def test_the_file_itself_refuses_what_no_claim_can_be(path: Path, change: str) -> None:
    report = document("Rockets fell.")
    with SqliteStore(path) as store:
        store.add_document(report)
        store.keep_finding(report.sha256, "rules", finding(report))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE claims SET {change}")


def test_a_finding_without_its_document_is_refused(path: Path) -> None:
    with SqliteStore(path) as store, pytest.raises(IntegrityError):
        store.keep_finding("0" * 64, "rules", Finding(()))


def test_a_ledger_made_again_holds_the_same_rows(path: Path) -> None:
    def made() -> list[str]:
        reports = [document(f"Report {i}: rockets fell at Kest.", f"{i}.txt") for i in range(5)]
        with SqliteStore(path) as store:
            for report in reports:
                store.add_document(report)
                store.keep_finding(report.sha256, "rules", finding(report, clauses=2))
        with sqlite3.connect(path) as connection:
            connection.create_function("folded", 1, folded)
            return list(connection.iterdump())

    first = made()
    forget(path)
    assert made() == first


def of_version(path: Path, number: int) -> None:
    """A file as another version of Sayso leaves it, under its own seal."""
    SqliteStore(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {number}")
    connection.commit()
    connection.close()
    seal(path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_an_older_version_is_told_so_that_it_is_made_again(path: Path, read_only: bool) -> None:
    of_version(path, tables.SCHEMA_VERSION - 1)
    with pytest.raises(SchemaChanged, match="made by an older Sayso"):
        SqliteStore(path, read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_a_newer_version_is_refused_with_a_hint_and_left_alone(path: Path, read_only: bool) -> None:
    of_version(path, 999)
    before = path.read_bytes()
    with pytest.raises(SchemaNewer, match="made by a newer Sayso") as told:
        SqliteStore(path, read_only)
    assert "delete .sayso" in told.value.hint
    assert path.read_bytes() == before
    assert damage(path) is None


def test_a_damaged_file_is_told_and_can_be_forgotten(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database at all, whatever it is called" * 40)
    with pytest.raises(SchemaChanged, match="damaged"):
        SqliteStore(path)
    forget(path)
    with SqliteStore(path) as store:
        assert store.documents() == []


def test_where_nothing_was_read_there_is_nothing_to_open(path: Path) -> None:
    with pytest.raises(Trouble) as told:
        SqliteStore(path, read_only=True)
    assert told.value.code == Exit.NOT_FOUND
    assert not path.exists()


def run(code: str, path: Path) -> subprocess.Popen[str]:
    source = str(Path(tables.__file__).parents[2])
    here = str(Path(__file__).parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([source, here])}
    return subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, env=environment)


WRITES_ON_AND_ON = """
import sys
from pathlib import Path
from test_store_sqlite import SqliteStore, document, finding
with SqliteStore(Path(sys.argv[1])) as store:
    for number in range(100_000):
        report = document(f"Report {number}: rockets fell at Kest. " * 50, f"{number:06}.txt")
        store.add_document(report)
        store.keep_finding(report.sha256, "rules", finding(report, clauses=20))
        print(number, flush=True)
"""

HOLDS_A_TRANSACTION = """
import sqlite3, sys, time
from sayso.store.search import folded
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.create_function("folded", 1, folded)
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM documents")
print("writing", flush=True)
time.sleep(60)
"""


def test_a_killed_writer_leaves_a_usable_ledger_with_all_that_it_had_done(path: Path) -> None:
    writer = run(WRITES_ON_AND_ON, path)
    assert writer.stdout is not None
    done = [int(writer.stdout.readline()) for _ in range(8)][-1]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with SqliteStore(path) as store:
        assert len(store.documents()) > done
        assert len(store.findings("rules")) > done
        assert store.add_document(document("And on it goes."))
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_readers_work_beside_a_writer_and_a_second_writer_is_refused(path: Path) -> None:
    with SqliteStore(path) as store:
        store.add_document(document("Rockets fell at Kest."))
    writer = run(HOLDS_A_TRANSACTION, path)
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        with SqliteStore(path, read_only=True) as reader:
            assert [report.path for report in reader.documents()] == ["a.txt"]
            assert reader.search("kest")
        with pytest.raises(LedgerBusy) as told:
            SqliteStore(path, patience=0.05)
        assert told.value.code == Exit.BUSY
    finally:
        writer.kill()
        writer.communicate()


def test_a_reader_sees_what_a_writer_has_kept_since_it_was_opened(path: Path) -> None:
    with SqliteStore(path) as writer, SqliteStore(path, read_only=True) as reader:
        assert reader.documents() == []
        writer.add_document(document("Rockets fell at Kest."))
        assert len(reader.documents()) == 1


def test_a_reader_can_change_nothing(path: Path) -> None:
    SqliteStore(path).close()
    with SqliteStore(path, read_only=True) as reader, pytest.raises(Exception, match="readonly"):
        reader.add_document(document("Rockets fell."))


def test_a_flipped_bit_anywhere_breaks_the_seal_and_a_writer_is_told(path: Path) -> None:
    with SqliteStore(path) as store:
        store.add_document(document("Rockets fell at Kest."))
    assert damage(path) is None
    content = bytearray(path.read_bytes())
    content[len(content) - 7] ^= 4
    path.write_bytes(bytes(content))
    assert damage(path) == "its bytes are not those that Sayso left"
    with pytest.raises(SchemaChanged, match="damaged"):
        SqliteStore(path)


def test_the_seal_holds_also_where_a_reader_keeps_the_log_from_being_written_back(path: Path) -> None:
    with SqliteStore(path) as store:
        store.add_document(document("Rockets fell at Kest."))
    with SqliteStore(path, read_only=True) as reader, reader.together():
        assert len(reader.documents()) == 1
        with SqliteStore(path) as store:
            store.add_document(document("No rocket fell.", "b.txt"))
        assert len(reader.documents()) == 1
        log = path.with_name(path.name + "-wal")
        assert log.stat().st_size > 0
        assert damage(path) is None
    assert damage(path) is None
    with SqliteStore(path) as store:
        assert len(store.documents()) == 2


def test_a_writer_that_was_stopped_leaves_no_seal_rather_than_a_wrong_one(path: Path) -> None:
    with SqliteStore(path) as store:
        store.add_document(document("Rockets fell at Kest."))
    stopped = SqliteStore(path)
    stopped.add_document(document("No rocket fell.", "b.txt"))
    assert not path.with_suffix(".seal").exists()
    assert damage(path) is None
    stopped.close()
    assert path.with_suffix(".seal").exists()


def test_calls_together_are_one_transaction(path: Path) -> None:
    with SqliteStore(path) as store, SqliteStore(path, read_only=True) as reader:
        with contextlib.suppress(ZeroDivisionError), store.together():
            store.add_document(document("Rockets fell at Kest."))
            assert reader.documents() == []
            raise ZeroDivisionError
        assert store.documents() == []
        with store.together():
            store.add_document(document("Rockets fell at Kest."))
        assert len(reader.documents()) == 1


def test_what_people_left_of_a_document_is_found_in_place_of_what_a_finder_found(path: Path) -> None:
    report = document("Rockets fell at Kest. None did, he said.")
    with SqliteStore(path) as store:
        store.add_document(report)
        store.keep_finding(report.sha256, "rules", finding(report, clauses=2))
        (first, second) = finding(report, clauses=2).claims
        store.keep_people({report.sha256: Finding((replace(first, review="accepted"),))})
        assert store.counts()["claims"] == 1
        assert [hit.id for hit in store.search("rockets") if hit.kind == "claim"] == [first.id]
        assert [hit.id for hit in store.search("none did") if hit.kind == "claim"] == []
        store.drop_findings_except("better rules")
        assert list(store.findings("people")) == [report.sha256]
        store.keep_people({})
        assert store.findings("people") == {}
        assert second.review == "unsupervised"


def test_a_document_that_is_dropped_leaves_none_of_its_words_in_the_file(path: Path) -> None:
    kept, gone = document("Rockets fell at Kest."), document("The lantern keeper of Ovrisk spoke.", "b.txt")
    with SqliteStore(path) as store:
        for report in (kept, gone):
            store.add_document(report)
            store.keep_finding(report.sha256, "rules", finding(report))
        store.drop_document(gone.sha256)
        assert store.search("ovrisk") == []
        assert store.search("kest") != []
    for file in path.parent.iterdir():
        assert b"vrisk" not in file.read_bytes().lower()
        assert b"lantern" not in file.read_bytes().lower()
