from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sayso.cli
from sayso.cli import main, progress
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]
Golden = Callable[[str, str], None]


def test_the_three_commands_of_the_readme_work_as_written(tmp_path: Path, pile: Path, quick_finder: None) -> None:
    ledger, out = str(tmp_path / "L"), tmp_path / "OUT"
    assert main(["init", ledger]) == 0
    assert main(["-C", ledger, "run", *map(str, sorted(pile.glob("*.txt")))]) == 0
    assert main(["-C", ledger, "tell", "jsonl", "-o", str(out)]) == 0
    assert len((out / "claims.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_a_run_tells_what_was_added_and_what_could_not_be_read(
    tmp_path: Path, pile: Path, quick_finder: None, golden: Golden, capsys: Capture
) -> None:
    main(["init", str(tmp_path / "L")])
    capsys.readouterr()
    assert main(["-C", str(tmp_path / "L"), "run", str(pile)]) == Exit.PARTLY
    out, err = capsys.readouterr()
    assert out == ""
    golden("run_with_an_unreadable_file", err)


def test_a_second_run_says_that_nothing_is_new(case: Path, pile: Path, golden: Golden, capsys: Capture) -> None:
    assert main(["-C", str(case), "run", str(pile / "a.txt")]) == 0
    golden("run_again", capsys.readouterr().err)


def test_a_ledger_is_started_in_the_folder_that_is_named_before_the_verb(tmp_path: Path, capsys: Capture) -> None:
    assert main(["-C", str(tmp_path / "L"), "init", "--no-packs"]) == 0
    assert (tmp_path / "L" / "sayso.toml").is_file()
    assert f"A ledger is started in {tmp_path / 'L'}, with no packs." in capsys.readouterr().err


def test_reports_put_into_the_folder_of_originals_by_hand_are_told(case: Path, capsys: Capture) -> None:
    (case / "documents" / "mine.txt").write_text("Orsenia said on 5 March 2024 that it would look into it.\n", encoding="utf-8")
    assert main(["-C", str(case), "run"]) == 0
    told = f"in no line of documents.csv (mine.txt …): nothing of that is read, unless you name it: `sayso run {case}/documents`"
    assert told in capsys.readouterr().err
    assert main(["-C", str(case), "run", f"{case}/documents"]) == 0
    assert "4 files: 1 new, 3 already here" in capsys.readouterr().err
    assert [file.name for file in sorted((case / "documents").iterdir())] == ["a.txt", "b.txt", "c.txt", "mine.txt"]


def test_what_is_told_of_a_ledger_that_was_stopped_says_so(case: Path, capsys: Capture) -> None:
    """Else a brief of the half would be taken for one of the whole."""
    late = case.parent / "late.txt"
    late.write_text("Orsenia said on 5 March 2024 that nine rockets hit Kestavar.\n", encoding="utf-8")
    assert main(["-C", str(case), "read", str(late)]) == 0
    capsys.readouterr()
    assert main(["-C", str(case), "tell", "brief"]) == 0
    assert "  ! 1 document is not gone through by the finder yet: run `sayso run`" in capsys.readouterr().err


def test_quiet_says_nothing(case: Path, pile: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "run", "-q", str(pile / "a.txt")]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_after_the_document_under_way(tmp_path: Path, pile: Path, sign: signal.Signals) -> None:
    """In a process of its own, with a finder that takes its time and tells when it begins."""
    script = tmp_path / "slow.py"
    script.write_text(
        "import sys, time\n"
        f"sys.path[:0] = [{str(Path(__file__).parents[1])!r}]\n"
        "import standin\n"
        "from sayso import plugins\n"
        "from importlib.metadata import EntryPoint\n"
        "class Slow(standin.StandIn):\n"
        "    def find(self, document):\n"
        "        print('began', flush=True)\n"
        "        time.sleep(1)\n"
        "        return super().find(document)\n"
        "plugins._installed('finders')['rules'] = EntryPoint('rules', '__main__:Slow', 'sayso.finders')\n"
        "from sayso.cli import main\n"
        f"sys.exit(main(['-C', {str(tmp_path / 'L')!r}, '-q', 'run', '-j', '1', {str(pile)!r}]))\n",
        encoding="utf-8",
    )
    Ledger.init(tmp_path / "L", packs=())
    source = str(Path(sayso.cli.__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": source}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "began\n"
    time.sleep(0.2)
    process.send_signal(sign)
    _, err = process.communicate(timeout=30)
    assert process.returncode == Exit.STOPPED
    assert err.splitlines()[-1] == "Stopped. 1 of 3 done and kept. Run the same command to go on."


def test_what_is_stopped_while_it_reads_says_so(tmp_path: Path, pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    main(["init", str(tmp_path / "L")])
    capsys.readouterr()
    monkeypatch.setattr(progress.Stops, "asked", lambda _: True)
    for verb in ("read", "run"):
        assert main(["-C", str(tmp_path / "L"), verb, str(pile)]) == Exit.STOPPED
        assert capsys.readouterr().err == "Stopped. 0 of 4 files are gone through, and kept. Run the same command to go on.\n"


def test_verbose_tells_the_settings_and_each_file(case: Path, pile: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "-v", "read", str(pile / "a.txt"), str(pile / "b.txt")]) == 0
    err = capsys.readouterr().err
    assert "find.engine = rules  from sayso.toml\n" in err
    assert "find.model = (nothing)  from default\n" in err
    assert "reading  1/2  a.txt\nreading  2/2  b.txt\n" in err


def test_a_dry_run_says_what_would_be_done_and_does_nothing(case: Path, pile: Path, golden: Golden, capsys: Capture) -> None:
    (pile / "new.txt").write_text((pile / "a.txt").read_text(encoding="utf-8") + "Orsenia said so.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file() and ".sayso" not in path.parts}
    assert main(["-C", str(case), "run", "-n", str(pile)]) == Exit.PARTLY
    golden("run_dry", capsys.readouterr().err)
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file() and ".sayso" not in path.parts} == before
    assert main(["-C", str(case), "find", "--dry-run"]) == 0
    assert capsys.readouterr().err == "0 documents would be gone through by `rules`.\nNothing was done: this was a dry run.\n"
    assert main(["-C", str(case), "read", "-n", str(pile / "a.txt")]) == 0
    assert capsys.readouterr().err == "1 file: 0 new, 1 already here\nNothing was done: this was a dry run.\n"


def test_a_flag_names_the_finder_in_place_of_the_settings(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "find", "--engine", "nowhere"]) == Exit.USAGE
    assert capsys.readouterr().err == 'error: flag: `find.engine` does not know "nowhere"\nhint: values: rules\n'
    assert main(["-C", str(case), "find", "--engine", "rules"]) == 0


def test_a_run_that_finds_nothing_says_why_and_what_to_look_at(tmp_path: Path, quick_finder: None, capsys: Capture) -> None:
    (tmp_path / "quiet.txt").write_text("The river was high, and trees stood along the road that leads to the mill.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("STRANGE The river was high, and trees stood along the road to the hills.\n", encoding="utf-8")
    main(["init", str(tmp_path / "L")])
    capsys.readouterr()
    assert main(["-C", str(tmp_path / "L"), "run", "-j", "1", str(tmp_path / "quiet.txt"), str(tmp_path / "other.txt")]) == 0
    assert capsys.readouterr().err.splitlines()[2:] == [
        "2 files: 2 new",
        "  ! other.txt  language `xx` is not understood  hint: add it",
        "2 documents, 0 claims, none of an event with a day or a place",
        "Next: sayso show documents",
    ]


def test_the_name_of_a_file_cannot_steer_the_terminal(case: Path, tmp_path: Path, capsys: Capture) -> None:
    odd = tmp_path / "odd \x1b[2J.pdf"
    odd.write_bytes(b"%PDF-1.4\0")
    assert main(["-C", str(case), "read", str(odd)]) == Exit.PARTLY
    told = capsys.readouterr().err
    assert "odd _[2J.pdf" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("verb", ["run", "read", "run -n"])
def test_a_folder_without_a_file_to_read_is_told_of(case: Path, tmp_path: Path, verb: str, capsys: Capture) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".notes.txt").write_text("hidden", encoding="utf-8")
    for folder in (case, tmp_path / "empty"):
        assert main(["-C", str(case), *verb.split(), str(folder)]) == 0
        assert "There is no file to read: hidden ones, and what a ledger is made of, are passed over" in capsys.readouterr().err
    assert main(["-C", str(case), "run"]) == 0
    assert "no file to read" not in capsys.readouterr().err


def test_of_many_files_with_something_to_note_some_are_told(case: Path, tmp_path: Path, capsys: Capture) -> None:
    pile = tmp_path / "short"
    pile.mkdir()
    for number in range(12):
        (pile / f"{number}.txt").write_text(f"Zq {number}", encoding="utf-8")
    assert main(["-C", str(case), "read", str(pile)]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("  ! ")]
    assert len(told) == 11
    assert told[-1] == "  ! 2 more: sayso show problems"
