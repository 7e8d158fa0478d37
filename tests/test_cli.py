from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sayso.cli
from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

GOLDEN = Path(__file__).parent / "golden"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def case(tmp_path: Path, pile: Path, quick_finder: None, capsys: Capture) -> Path:
    """A ledger of the pile."""
    folder = tmp_path / "case"
    assert main(["init", str(folder), "--no-packs"]) == 0
    assert main(["-C", str(folder), "run", str(pile)]) == Exit.PARTLY
    capsys.readouterr()
    return folder


def golden(name: str, shown: str, *folders: Path) -> None:
    """Compares with the text that stands in tests/golden, folders left out."""
    for number, folder in enumerate(folders):
        shown = shown.replace(str(folder), f"FOLDER{number or ''}")
    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_the_three_commands_of_the_readme_work_as_written(tmp_path: Path, pile: Path, quick_finder: None) -> None:
    ledger, out = str(tmp_path / "L"), tmp_path / "OUT"
    assert main(["init", ledger]) == 0
    assert main(["-C", ledger, "run", *map(str, sorted(pile.glob("*.txt")))]) == 0
    assert main(["-C", ledger, "tell", "jsonl", "-o", str(out)]) == 0
    assert len((out / "claims.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_a_run_tells_what_was_added_and_what_could_not_be_read(tmp_path: Path, pile: Path, quick_finder: None, capsys: Capture) -> None:
    main(["init", str(tmp_path / "L")])
    capsys.readouterr()
    assert main(["-C", str(tmp_path / "L"), "run", str(pile)]) == Exit.PARTLY
    out, err = capsys.readouterr()
    assert out == ""
    golden("run_with_an_unreadable_file", err)


def test_a_second_run_says_that_nothing_is_new(case: Path, pile: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "run", str(pile / "a.txt")]) == 0
    golden("run_again", capsys.readouterr().err)


def test_no_ledger_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["show", "incidents"]) == Exit.USAGE
    golden("no_ledger", capsys.readouterr().err, tmp_path)


def test_an_unknown_key_in_the_settings(case: Path, capsys: Capture) -> None:
    (case / "sayso.toml").write_text('[ledger]\nname = "x"\n\n[fnd]\nengine = "rules"\n', encoding="utf-8")
    assert main(["-C", str(case), "status"]) == Exit.USAGE
    golden("unknown_key", capsys.readouterr().err)


def test_a_pack_that_gives_one_name_to_two_actors(case: Path, capsys: Capture) -> None:
    line = "- {{id: {0}, name: {0} Front, kind: armed_group, names: [JA], source: 'https://example.org'}}\n"
    (case / "packs" / "actors.yml").write_text(line.format("one") + line.format("two"), encoding="utf-8")
    assert main(["-C", str(case), "run"]) == Exit.USAGE
    golden("clashing_pack", capsys.readouterr().err)


def test_a_ledger_that_another_sayso_writes(case: Path, capsys: Capture) -> None:
    with Ledger(case).writing("read"):
        assert main(["-C", str(case), "run"]) == Exit.BUSY
    shown = re.sub(r"pid \d+, `sayso read`, \d:\d\d:\d\d", "pid N, `sayso read`, T", capsys.readouterr().err)
    golden("busy", shown)


def test_a_file_that_is_not_there(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "read", str(case / "nowhere.txt")]) == Exit.NOT_FOUND
    golden("no_such_file", capsys.readouterr().err)


@pytest.mark.parametrize("words", [["shw"], ["show"], ["run", "--fast"], ["tell"]])
def test_a_wrong_call_is_told_in_one_line_with_a_hint(words: list[str], capsys: Capture) -> None:
    assert main(words) == Exit.USAGE
    error, hint = capsys.readouterr().err.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: `sayso")


def test_an_unknown_format_lists_those_there_are(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "tell", "stix3"]) == Exit.USAGE
    assert capsys.readouterr().err == "error: no format `stix3`\nhint: there are: brief, jsonl\n"


def test_an_id_that_is_not_there(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "show", "c:zzzz"]) == Exit.NOT_FOUND
    assert "nothing here is called `c:zzzz`" in capsys.readouterr().err


def test_a_bug_is_one_line_and_a_log_without_text(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Tarvonia said")

    monkeypatch.setattr(Ledger, "shelf", broken)
    assert main(["-C", str(case), "show", "incidents"]) == Exit.BUG
    err = capsys.readouterr().err
    assert err.count("\n") == 2
    assert "RuntimeError" in err
    assert "Tarvonia" not in err
    log = Path(re.findall(r"log: (\S+)", err)[0])
    assert "Tarvonia said" not in log.read_text(encoding="utf-8")
    log.unlink()


def test_an_incident_is_shown_with_its_matrix_and_the_words(case: Path, capsys: Capture) -> None:
    incident = Ledger(case).shelf().incidents()[0]
    assert main(["-C", str(case), "show", f"i:{incident.id}"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{incident.title}\n")
    assert " · contested · 2 claims · 2 parties · 2 documents · " in out
    assert "✗ denies  “Orsenia denied that any rockets hit Kestavar on 4 March.”  d:" in out
    assert "✓ asserts  “Tarvonia said that twelve rockets hit Kestavar on 4 March.”  d:" in out


@pytest.mark.parametrize("what", ["incidents", "disputes", "pledges", "actors", "documents", "claims", "problems"])
def test_lists_are_tab_separated_in_a_pipe_and_json_on_request(case: Path, what: str, capsys: Capture) -> None:
    assert main(["-C", str(case), "show", what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert main(["-C", str(case), "show", what, "--json"]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == len(lines) - 1


def test_search_ends_with_1_when_nothing_is_found(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "search", "rockets", "Kestavar"]) == Exit.DONE
    assert "a.txt" in capsys.readouterr().out
    assert main(["-C", str(case), "search", "submarine"]) == Exit.FINDINGS


def test_status_alone_and_each_setting_with_where_it_comes_from(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(case / "documents")
    monkeypatch.setenv("SAYSO_LEDGER_NAME", "From outside")
    assert main([]) == 0
    assert capsys.readouterr().out == "From outside: 3 documents, 3 claims, 1 incidents, 1 contested, 1 problems\n"
    assert main(["status", "--config", "--no-packs"]) == 0
    rows = dict(line.split("\t", 1) for line in capsys.readouterr().out.splitlines())
    assert rows["ledger.name"] == "From outside\tSAYSO_LEDGER_NAME"
    assert rows["packs.use"] == "\tflag"
    assert rows["find.engine"] == "rules\tsayso.toml"
    assert rows["find.model"] == "\tdefault"


def test_quiet_says_nothing(case: Path, pile: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "run", "-q", str(pile / "a.txt")]) == 0
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_stops_after_the_document_under_way(tmp_path: Path, pile: Path) -> None:
    """In a process of its own, with a finder that takes its time and tells when it begins."""
    script = tmp_path / "slow.py"
    script.write_text(
        "import sys, time\n"
        f"sys.path[:0] = [{str(Path(__file__).parent)!r}]\n"
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
    source = str(Path(sayso.cli.__file__).parents[1])
    process = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": source}
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "began\n"
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == Exit.STOPPED
    assert err.splitlines()[-1] == "Stopped. 1 of 3 done and kept. Run the same command to go on."


def test_help_comes_quickly() -> None:
    """No model and no database is loaded for it; the bound is loose, for machines under load."""
    code = (
        "import sys; from sayso.cli import main; main(['--help']); sys.exit(any(m in sys.modules for m in ('spacy', 'sqlalchemy', 'rich')))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, timeout=20, check=False).returncode == 0
