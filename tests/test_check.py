from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sayso import archive
from sayso.archive import hash_of
from sayso.check import Paper, faults
from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.claim import Claim, Finding
from sayso.records.document import Span
from sayso.records.trouble import Exit
from sayso.tell.book import Book

pytestmark = pytest.mark.usefixtures("quick_finder")


@pytest.fixture
def ledger(tmp_path: Path, pile: Path) -> Ledger:
    made = Ledger.init(tmp_path / "case", packs=())
    made.run([pile])
    return made


def codes(ledger: Ledger, book: Book) -> list[str]:
    return [problem.code for problem in faults(book, Paper(ledger.archive, ledger.journal.read()), ())]


def with_first_claim(book: Book, claim: Claim) -> Book:
    finding = book.findings[claim.span.doc]
    changed = Finding((claim, *finding.claims[1:]), finding.mentions, finding.written)
    return replace(book, findings={**book.findings, claim.span.doc: changed})


def test_a_ledger_as_made_has_no_fault(ledger: Ledger) -> None:
    assert ledger.check() == []


def test_an_original_that_was_changed_or_lost_is_named(ledger: Ledger) -> None:
    (ledger.archive.folder / "a.txt").write_text("something else", encoding="utf-8")
    (ledger.archive.folder / "b.txt").unlink()
    assert [(problem.doc, problem.code) for problem in ledger.check()] == [("a.txt", "original_changed"), ("b.txt", "original_gone")]


def test_a_file_among_the_originals_that_no_line_names_is_told(ledger: Ledger) -> None:
    (ledger.archive.folder / "stray.txt").write_text("Nobody read this.", encoding="utf-8")
    told = "1 in documents/ and in no line of documents.csv (stray.txt …): nothing of that is read"
    assert ledger.unfinished() == [f"{told}, unless you name it: `sayso run {ledger.archive.folder}`"]
    assert ledger.check() == []


def test_a_quote_that_is_not_what_stands_there_is_named(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    assert codes(ledger, with_first_claim(ledger.book(), replace(claim, quote="Tarvonia said nothing."))) == ["words_differ"]


def test_a_detail_that_is_not_where_it_should_be_is_named(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    slot = replace(claim.slots[0], span=Span(claim.span.doc, 0, 3))
    assert codes(ledger, with_first_claim(ledger.book(), replace(claim, slots=(slot,)))) == ["words_differ"]


def test_an_id_that_its_place_does_not_give_is_named_with_all_that_rests_on_it(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    found = codes(ledger, with_first_claim(ledger.book(), replace(claim, id="000000000000")))
    assert "id_differs" in found
    assert "claim_unknown" in found


def test_a_brief_that_says_what_no_claim_supports_fails(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    brief = ledger.folder / "briefs" / "1122.md"
    ledger.tell("brief", brief)
    assert main(["-C", str(ledger.folder), "check"]) == 0
    with brief.open("a", encoding="utf-8") as file:
        file.write("\n## Added\n\nThree rockets landed in Kestavar.\n")
    capsys.readouterr()
    assert main(["-C", str(ledger.folder), "check"]) == Exit.FINDINGS
    line = brief.read_text(encoding="utf-8").split("\n").index("Three rockets landed in Kestavar.") + 1
    head, error, fault = capsys.readouterr().err.splitlines()
    assert head == "0 decisions, head none"
    assert error == "error: the brief says what no claim supports"
    assert fault == f'  briefs/1122.md:{line}  sentence has no citation: "Three rockets landed in Kestavar."'


@pytest.mark.parametrize("begun", [False, True])
def test_a_ledger_whose_first_run_was_stopped_at_once_has_no_fault(tmp_path: Path, begun: bool, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "fresh"
    Ledger.init(folder, packs=())
    if begun:
        (folder / ".sayso").mkdir()
        connection = sqlite3.connect(folder / ".sayso" / "ledger.db")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    assert main(["-C", str(folder), "check"]) == 0
    assert main(["-C", str(folder), "status"]) == 0
    assert main(["-C", str(folder), "show", "claims"]) == Exit.NOT_FOUND
    assert "nothing has been read into this ledger yet" in capsys.readouterr().err
    assert main(["-C", str(folder), "run"]) == 0
    assert main(["-C", str(folder), "check"]) == 0


def test_documents_that_the_finder_did_not_reach_are_told_and_are_no_fault(ledger: Ledger, pile: Path) -> None:
    (pile / "d.txt").write_text("A further invented report, in which nobody says anything of note.\n", encoding="utf-8")
    ledger.read([pile / "d.txt"])
    assert ledger.check() == []
    assert ledger.unfinished() == ["1 document is not gone through by the finder yet: run `sayso run`"]
    ledger.run()
    assert ledger.unfinished() == []


def test_an_original_that_cannot_be_opened_is_told_beside_the_rest(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(file: Path) -> str:
        if file.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(file))
        return hash_of(file)

    monkeypatch.setattr(archive, "hash_of", shut)
    assert [(fault.doc, fault.code) for fault in ledger.check()] == [("b.txt", "original_unreadable")]
