from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.journal import Journal
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def case(tmp_path: Path, pile: Path, quick_finder: None, capsys: Capture) -> str:
    folder = str(tmp_path / "case")
    main(["init", folder, "--no-packs"])
    main(["-C", folder, "run", *map(str, sorted(pile.glob("*.txt")))])
    capsys.readouterr()
    return folder


def denial(case: str) -> str:
    with Ledger(Path(case), read_only=True) as ledger:
        return next(claim.id for claim in ledger.claims() if claim.act == "denies")


def test_a_decision_is_told_only_when_it_is_kept(case: str, capsys: Capture) -> None:
    assert main(["-C", case, "review", "accept", f"c:{denial(case)}", "--by", "lena", "--why", "read"]) == 0
    (review,) = Journal(Path(case)).read().reviews
    assert capsys.readouterr().err == f"kept: accept c:{denial(case)}  {review.hash[:8]}\n"
    assert (review.who, review.why, review.verb) == ("lena", "read", "accept")


def test_every_verb_leaves_a_line_in_the_log(case: str, capsys: Capture) -> None:
    claim = f"c:{denial(case)}"
    with Ledger(Path(case), read_only=True) as ledger:
        incident = ledger.incidents()[0].id
    for words in (
        ["correct", claim, "act=concedes", "modality=certain"],
        ["notsame", claim, incident],
        ["same", claim, incident],
        ["reject", claim],
        ["undo"],
    ):
        assert main(["-C", case, "review", *words, "--by", "lena"]) == 0
    capsys.readouterr()
    assert main(["-C", case, "review", "log"]) == 0
    rows = [row.split("\t") for row in capsys.readouterr().out.splitlines()]
    assert [(row[2], row[5]) for row in rows[1:]] == [
        ("correct", "holds"), ("notsame", "holds"), ("same", "holds"), ("reject", "undone"), ("undo", "holds"),
    ]  # fmt: skip
    assert main(["-C", case, "review", "log", "--json"]) == 0
    assert [json.loads(line)["verb"] for line in capsys.readouterr().out.splitlines()] == [row[2] for row in rows[1:]]
    assert main(["-C", case, "check"]) == 0


def test_what_cannot_be_decided_is_told_with_a_hint_and_its_exit_code(case: str, capsys: Capture) -> None:
    assert main(["-C", case, "review", "accept", "c:zzzz"]) == Exit.NOT_FOUND
    assert main(["-C", case, "review", "correct", f"c:{denial(case)}", "act"]) == Exit.USAGE
    assert main(["-C", case, "review", "undo"]) == Exit.NOT_FOUND
    errors = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error")]
    assert errors == ["error: nothing here is called `c:zzzz`", "error: `act` is no correction", "error: nothing is decided yet"]
    assert Journal(Path(case)).read().reviews == ()


def test_two_copies_merged_by_hand_are_mended_by_the_next_decision_with_a_message(case: str, capsys: Capture) -> None:
    journal, claim = Journal(Path(case)), f"c:{denial(case)}"
    main(["-C", case, "review", "accept", claim, "--by", "amir"])
    ours = journal.path.read_bytes()
    journal.path.write_bytes(b"")
    main(["-C", case, "review", "reject", claim, "--by", "lena"])
    journal.path.write_bytes(ours + journal.path.read_bytes())
    assert main(["-C", case, "check"]) == Exit.FINDINGS
    assert "two copies were put together" in capsys.readouterr().err
    assert main(["-C", case, "review", "accept", claim]) == 0
    told = capsys.readouterr().err
    assert "two copies were merged; all 2 decisions of both are kept" in told
    assert f"{claim} was decided in both: the later decision holds" in told
    assert main(["-C", case, "check"]) == 0


def test_check_prints_the_head_of_the_chain(case: str, capsys: Capture) -> None:
    main(["-C", case, "review", "accept", f"c:{denial(case)}"])
    capsys.readouterr()
    assert main(["-C", case, "check"]) == 0
    assert capsys.readouterr().err.splitlines()[0] == f"1 decision, head {Journal(Path(case)).read().head}"


def test_a_document_is_withdrawn_with_a_reason_and_briefs_that_cite_it_are_named(case: str, capsys: Capture) -> None:
    main(["-C", case, "tell", "brief", "-o", f"{case}/briefs/today.md"])
    capsys.readouterr()
    assert main(["-C", case, "withdraw", "a.txt", "--reason", "asked for", "--by", "lena"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("a.txt is withdrawn: its text, its claims and their words are gone; its hash ")
    assert told[1] == "  ! briefs/today.md still cites it: people write briefs, so change it by hand"
    assert main(["-C", case, "show", "documents", "--json"]) == 0
    assert [json.loads(line)["doc"] for line in capsys.readouterr().out.splitlines()] == ["b.txt", "c.txt"]
    assert main(["-C", case, "review", "undo"]) == Exit.USAGE
    assert "what was withdrawn is gone and cannot be put back" in capsys.readouterr().err
    assert main(["-C", case, "withdraw", "nowhere.txt", "--reason", "x"]) == Exit.NOT_FOUND


def test_an_older_ledger_is_made_again_with_a_message_and_a_newer_one_refused(case: str, capsys: Capture) -> None:
    import sqlite3

    from sayso.store.seal import seal

    file = Path(case) / ".sayso" / "ledger.db"
    for version, code, words in [(1, 0, "made by an older Sayso; it is made again"), (99, Exit.USAGE, "made by a newer Sayso")]:
        connection = sqlite3.connect(file)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
        connection.close()
        seal(file)
        assert main(["-C", case, "run"]) == code
        assert words in capsys.readouterr().err


def test_a_brief_can_rest_on_what_people_decided_alone_and_says_what_it_leaves_out(case: str, capsys: Capture) -> None:
    assert main(["-C", case, "review", "accept", f"c:{denial(case)}", "--by", "lena"]) == 0
    whole, part = Path(case) / "briefs" / "whole.md", Path(case) / "briefs" / "part.md"
    assert main(["-C", case, "tell", "brief", "--all", "-o", str(whole)]) == 0
    assert main(["-C", case, "tell", "brief", "--reviewed", "-o", str(part)]) == 0
    assert "Orsenia denied" in whole.read_text(encoding="utf-8")
    assert "twelve rockets" in whole.read_text(encoding="utf-8")
    told = part.read_text(encoding="utf-8")
    assert "only what people accepted, corrected or wrote is told, 1 of 3 claims" in told
    assert "Not reviewed by a person: 67 % of the claims." in told
    assert f"c:{denial(case)}" in told
    assert "twelve rockets" not in told
    assert main(["-C", case, "check"]) == 0


def test_a_brief_of_what_people_decided_sees_no_dispute_that_only_the_machine_made(case: str) -> None:
    with Ledger(Path(case)) as ledger:
        with ledger.edit("lena") as edit:
            edit.accept(denial(case))
        told = ledger.tell("brief", reviewed=True)
        assert [incident.status for incident in ledger.incidents()] == ["contested"]
    assert "Contested" not in (told.text or "")


def test_the_export_of_the_whole_is_never_cut_short(case: str, capsys: Capture) -> None:
    assert main(["-C", case, "tell", "jsonl", "--reviewed"]) == Exit.USAGE
    assert capsys.readouterr().err.startswith("error: jsonl always tells the whole ledger\n")
    assert main(["-C", case, "tell", "jsonl"]) == 0
    assert capsys.readouterr().err == "3 claims of 3 documents, 100 % not reviewed\n"
