"""What the system refuses: room on the disk, a right, an open stream. It is told in one sentence, and nothing is lost by it."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

FULL = Path("/dev/full")
QUICK = Path(__file__).parents[1] / "quick.py"


def told(words: Sequence[str], most: int | None = None, ending: str = "") -> tuple[int, str, str]:
    """Exit code, output and talk of a command in a process of its own, whose files can be at most so many bytes long."""
    limit = None if most is None else partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))
    command = [sys.executable, str(QUICK), *words]
    if ending:
        command = ["sh", "-c", f'"$@" {ending}', "sh", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", ["show claims", "show claims --csv", "--help"])
def test_output_without_room_is_one_sentence(case: Path, words: str) -> None:
    if not FULL.exists():
        pytest.skip("the system has no /dev/full")
    code, _, err = told(["-C", str(case), *words.split()], ending=f">{FULL}")
    assert code == Exit.USAGE
    assert err.splitlines()[-2:] == [
        "error: what comes out cannot be written: no space left on device",
        "hint: make room, and run the same command again; what was done is kept",
    ]


@pytest.mark.parametrize("words", ["show claims", "--help", "read -"])
def test_a_closed_stream_is_nowhere_to_go_and_no_bug(case: Path, words: str) -> None:
    code, _, err = told(["-C", str(case), *words.split()], ending=">&- <&-")
    assert code in (Exit.DONE, Exit.PARTLY)
    assert "bug" not in err
    assert told(["-C", str(case), *words.split()], ending=">&- 2>&- <&-")[0] == code


@pytest.mark.parametrize("words", ["show claims", "--color always show claims", "sql"])
def test_whoever_reads_only_the_first_lines_makes_no_fault_of_it(case: Path, words: str) -> None:
    """As `sayso show claims | head -1` under `set -o pipefail` does; the reader here has gone before the first line."""
    command = [sys.executable, str(QUICK), "-C", str(case), *words.split()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == ("", Exit.DONE)


@pytest.mark.parametrize("most", [0, 20_000, 300_000])
def test_without_room_a_run_keeps_what_is_done_and_the_next_one_goes_on(case: Path, tmp_path: Path, most: int) -> None:
    report = tmp_path / "new.txt"
    report.write_text("Orsenia said on 5 March 2024 that nine rockets fired by the Hill Front hit Kestavar on 4 March.\n", encoding="utf-8")
    code, _, err = told(["-C", str(case), "run", str(report)], most)
    assert code == Exit.USAGE
    assert err.splitlines()[-2].startswith("error: ")
    assert err.splitlines()[-1].startswith("hint: make room")
    with Ledger(case, read_only=True) as ledger:
        assert ledger.check() == []
    assert main(["-C", str(case), "run", str(report)]) == Exit.DONE
    whole = Ledger.init(tmp_path / "whole", packs=())
    with whole, Ledger(case) as mended:
        whole.run(sorted((case / "documents").glob("*.txt")))
        assert {one.id for one in mended.claims()} == {one.id for one in whole.claims()}
        assert mended.unfinished() == []


def test_without_room_all_can_be_looked_at(case: Path) -> None:
    """SQLite then can put no index of its log beside the file, as in a folder without rights."""
    for words in ("show claims", "check"):
        free, full = told(["-C", str(case), *words.split()]), told(["-C", str(case), *words.split()], 0)
        assert (free[0], free[1]) == (full[0], full[1])


def test_a_decision_is_told_as_kept_also_where_the_next_one_cannot_be_made(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(case), "review", "accept", "c:0c4b", "c:zzzz"]) == Exit.NOT_FOUND
    first, *rest = capsys.readouterr().err.splitlines()
    assert first.startswith("kept: accept c:0c4b")
    assert rest[0] == "error: nothing here is called `c:zzzz`"


def test_a_brief_that_finds_no_room_leaves_the_one_that_was_there(case: Path) -> None:
    brief = case / "briefs" / "b.md"
    brief.write_text("Written by hand.\n", encoding="utf-8")
    assert told(["-C", str(case), "tell", "brief", "-o", str(brief)], 5)[0] == Exit.USAGE
    assert brief.read_text(encoding="utf-8") == "Written by hand.\n"
    assert [file.name for file in brief.parent.iterdir()] == ["b.md"]


def test_a_run_that_goes_on_tells_what_it_found(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / ".sayso" / "ledger.db").unlink()
    assert main(["-C", str(case), "run"]) == Exit.DONE
    assert "documents, 3 claims: " in capsys.readouterr().err


def test_a_changed_table_and_a_cut_file_of_decisions_are_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["-C", str(case), "review", "accept", "c:0c4b"])
    (case / "reviews.jsonl").write_text("", encoding="utf-8")
    head, *lines = (case / "documents.csv").read_text(encoding="utf-8").splitlines()
    (case / "documents.csv").write_text("\n".join([head, *lines[1:], ""]), encoding="utf-8")
    capsys.readouterr()
    main(["-C", str(case), "run"])
    err = capsys.readouterr().err
    assert "reviews.jsonl is not as it was left: `sayso check` tells what does not hold" in err
    assert "documents.csv was changed: the originals are read again as it tells" in err
    assert "1 in documents/ and in no line of documents.csv (a.txt …): nothing of that is read" in err


def test_status_tells_what_a_stop_left(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / ".sayso" / "ledger.db").unlink()
    assert main(["-C", str(case), "status"]) == Exit.DONE
    assert "originals are not read yet: run `sayso run`" in capsys.readouterr().err
