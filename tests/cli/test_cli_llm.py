"""The language model from the command line: what is said before anything is sent, and what is kept when it does not answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from scripted_server import claim, claims, says, serving

from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]
REPORT = "Published: March 5, 2031\n\nBrenvik said no. This is report {}, and all of it is invented for the tests.\n"
ANSWER = claims(claim("Brenvik said no", ["Brenvik"]), claim("nobody said this", ["Brenvik"]))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(REPORT.format(name), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, capsys: Capture) -> Path:
    """A ledger whose settings name the language model."""
    made = tmp_path / "case"
    assert main(["init", str(made), "--no-packs"]) == 0
    capsys.readouterr()
    return made


def point(folder: Path, base_url: str, **more: str) -> None:
    lines = [f'base_url = "{base_url}"', 'model = "small"', *(f"{key} = {value}" for key, value in more.items())]
    text = (folder / "sayso.toml").read_text(encoding="utf-8").split("\n[llm]")[0]
    (folder / "sayso.toml").write_text(text + "\n[llm]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def test_a_dry_run_says_how_many_calls_about_how_many_tokens_and_which_text_and_sends_nothing(
    folder: Path, inbox: Path, capsys: Capture
) -> None:
    with serving(ANSWER) as server:
        point(folder, server.base_url, calls="2")
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "--dry-run"]) == 0
        assert server.asked == []
    err = capsys.readouterr().err
    assert f"3 calls to small at {server.base_url}: about 8," in err
    assert "tokens sent, at most 12,000 back." in err
    assert f"  a.txt: 0–{len(REPORT.format('a').strip())}\n" in err
    assert "more than one run may take (2 calls" in err
    assert err.endswith("Nothing was done: this was a dry run.\n")
    assert not (folder / "llm").exists()


def test_with_the_rules_a_dry_run_speaks_of_no_calls(folder: Path, inbox: Path, capsys: Capture) -> None:
    assert main(["-C", str(folder), "run", str(inbox), "--dry-run"]) == 0
    assert "calls" not in capsys.readouterr().err


def test_after_the_hidden_folder_is_deleted_a_run_asks_nothing_and_finds_the_same(folder: Path, inbox: Path, capsys: Capture) -> None:
    with serving(ANSWER) as server:
        point(folder, server.base_url)
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q"]) == 0
        with Ledger(folder) as ledger:
            before, told = ledger.findings(), ledger.problems()
        assert main(["-C", str(folder), "run", "--engine", "llm", "--dry-run"]) == 0
        assert "Nothing would be sent: all of it was answered before" in capsys.readouterr().err
        shutil.rmtree(folder / ".sayso")
        assert main(["-C", str(folder), "run", "--engine", "llm", "-q"]) == 0
        with Ledger(folder) as ledger:
            assert ledger.findings() == before
            assert [problem.code for problem in told] == ["words_not_in_text"] * 3
            assert ledger.problems() == told
            assert ledger.check() == []
    assert len(server.asked) == 3
    assert sum(len(finding.claims) for finding in before.values()) == 3


def test_where_the_model_does_not_answer_what_is_done_is_kept(folder: Path, inbox: Path, capsys: Capture) -> None:
    with serving(ANSWER, ANSWER, says(503)) as server:
        point(folder, server.base_url, retries="0")
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q"]) == Exit.PARTLY
    assert capsys.readouterr().err == (
        f"error: the language model at {server.base_url} did not answer (503 Service Unavailable)\n"
        "hint: 2 documents already done are kept; start the model and run again, or use `--engine rules`\n"
    )
    assert main(["-C", str(folder), "run", "--engine", "llm", "-q"]) == Exit.PARTLY
    assert "did not answer (connection refused)\nhint: 2 documents already done are kept; " in capsys.readouterr().err


def test_where_nothing_is_done_yet_nothing_is_said_to_be_kept(folder: Path, inbox: Path, capsys: Capture) -> None:
    with serving(says(404, '{"error": {"message": "no model small here"}}')) as server:
        point(folder, server.base_url)
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q"]) == Exit.PARTLY
    assert capsys.readouterr().err == (
        f"error: the language model at {server.base_url} refused to answer (404 Not Found: no model small here)\n"
        "hint: look at the settings under [llm]\n"
    )


def test_what_was_answered_to_a_withdrawn_document_goes_with_it(folder: Path, inbox: Path) -> None:
    with serving(ANSWER) as server:
        point(folder, server.base_url)
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q"]) == 0
    assert len(list((folder / "llm").iterdir())) == 3
    assert main(["-C", str(folder), "withdraw", "a.txt", "--reason", "a test", "-q"]) == 0
    assert len(list((folder / "llm").iterdir())) == 2


def test_a_run_that_uses_up_its_budget_is_taken_up_by_the_next(folder: Path, inbox: Path, capsys: Capture) -> None:
    with serving(ANSWER) as server:
        point(folder, server.base_url, calls="2")
        assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q", "-j", "2"]) == Exit.PARTLY
        assert "used up (2 of 2 calls)\nhint: 2 documents already done are kept; run again to go on" in capsys.readouterr().err
        assert main(["-C", str(folder), "run", "--engine", "llm", "-q"]) == 0
    assert len(server.asked) == 3


def test_the_finder_without_a_server_is_a_matter_of_settings(folder: Path, inbox: Path, capsys: Capture) -> None:
    assert main(["-C", str(folder), "run", str(inbox), "--engine", "llm", "-q"]) == Exit.USAGE
    assert capsys.readouterr().err.startswith("error: `llm.base_url` is not set\n")


@pytest.mark.parametrize(("line", "message"), [("calls = -1", "must be a whole number"), ('send = "all"', 'does not know "all"')])
def test_a_wrong_setting_is_told_with_its_line(folder: Path, capsys: Capture, line: str, message: str) -> None:
    (folder / "sayso.toml").write_text(f'[ledger]\nname = "case"\n[llm]\n{line}\n', encoding="utf-8")
    assert main(["-C", str(folder), "status"]) == Exit.USAGE
    err = capsys.readouterr().err
    assert err.startswith("error: sayso.toml:4: `llm.")
    assert message in err
