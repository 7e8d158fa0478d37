"""Every error that the command line can say, as it says it, with its exit code: tests/golden/errors.txt is the transcript."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import sayso
from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]
Golden = Callable[[str, str], None]
SOURCE = Path(sayso.__file__).parent
TOLD_ELSEWHERE = {
    "this ledger was opened to look at; open it with `sayso.Ledger": "only a program can do that: tests/test_ledger.py",
    "holds both texts and numbers": "only a program can ask for it: tests/shelf/test_shelf_grid.py",
    "two columns are called": "only a program can ask for it: tests/shelf/test_shelf_grid.py",
    "is no range": "only a program can say it: tests/test_reviewing.py",
    "nothing here answers": "only a program can ask so: tests/shelf/test_shelf_portraits.py",
    "is no incident": "only a program can ask so: tests/shelf/test_shelf_portraits.py",
    "is no actor": "only a program can ask so: tests/shelf/test_shelf_portraits.py",
    "is damaged: its bytes are not those that Sayso left": "a writer makes it again, and says so: tests/test_reviewing.py",
    "was made by an older Sayso": "a writer makes it again, and says so: test_cli_judge.py",
    "what was withdrawn is gone and cannot be put back": "needs a withdrawal before: test_cli_judge.py",
    "is found already": "tests/test_reviewing.py",
    "nothing is corrected": "only a program can do that: tests/test_reviewing.py",
    "could not be written to its end": "needs a full disk: tests/test_journal.py",
    "is installed": "only a program can ask for it: tests/test_ledger.py",
    "flag: unknown key": "only a program can give it: tests/test_ledger.py",
    "cannot be loaded": "needs a broken package: tests/test_plugins.py",
    "cannot be made": "needs a broken package: tests/test_plugins.py",
    "gave back no Told": "needs a broken package: tests/test_ledger.py",
    "the question took more than": "would take a minute: tests/shelf/test_shelf_asking.py",
    "is not installed": "of the finder: tests/test_workers.py; of an extra: tests/shelf/test_shelf_extras.py",
    "is not set": "needs the finder llm: test_cli_llm.py",
    "the variable": "needs the finder llm: tests/find/test_find_llm_endpoint.py",
    "llm.base_url` is no address of a server": "needs the finder llm: tests/find/test_find_llm.py",
    "not as it was written": "needs the finder llm: tests/find/test_find_llm.py",
    "done and kept. Run the same command to go on.": "needs a Ctrl-C: test_cli_steps.py",
    "files are gone through, and kept. Run the same command to go on.": "needs a Ctrl-C: test_cli_steps.py",
}
"""Sentences that cannot be brought about here, and where they are tried."""


def writes(name: str, content: str | bytes) -> Callable[[Path], None]:
    """Puts this into a file of the ledger."""

    def put(case: Path) -> None:
        (case / name).parent.mkdir(parents=True, exist_ok=True)
        (case / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    return put


def replaces(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Changes words in a file of the ledger."""

    def change(case: Path) -> None:
        (case / name).write_text((case / name).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def database(statement: str) -> Callable[[Path], None]:
    """Changes the database under Sayso's hands."""

    def change(case: Path) -> None:
        with sqlite3.connect(case / ".sayso" / "ledger.db") as connection:
            connection.execute(statement)
        connection.close()

    return change


def nothing(case: Path) -> None:
    """Leaves the ledger as it is."""


def bare(case: Path) -> None:
    """Makes it a ledger into which nothing was read."""
    shutil.rmtree(case / ".sayso")


def blocked(case: Path) -> None:
    """Puts a folder where the lock should be, so that nobody can write."""
    (case / ".sayso" / "lock").unlink(missing_ok=True)
    (case / ".sayso" / "lock").mkdir()


def folder(name: str) -> Callable[[Path], None]:
    """Puts a folder where a file of the ledger should be."""

    def put(case: Path) -> None:
        (case / name).unlink(missing_ok=True)
        (case / name).mkdir(parents=True)

    return put


def taken_back(case: Path) -> None:
    """Decides something, and takes it back."""
    with Ledger(case).edit(by="ana") as edit:
        edit.reject(Ledger(case).claims()[0].id)
        edit.undo()


def export_with_a_broken_line(case: Path) -> None:
    """Exports the ledger, and breaks a line of what was found."""
    Ledger(case).tell("jsonl", case / "out")
    (case / "out" / "findings.jsonl").write_text('{"doc": 3}\n', encoding="utf-8")


def export_beside_another_table(case: Path) -> None:
    """Exports the ledger, and puts a table of originals where it is to be made again."""
    Ledger(case).tell("jsonl", case / "out")
    (case / "again").mkdir()
    (case / "again" / "documents.csv").write_text("path,sha256\n", encoding="utf-8")


@dataclass(frozen=True)
class Wrong:
    """One wrong command, and what is done to the ledger before."""

    words: str
    prepare: Callable[[Path], None] = nothing


CLASH = "- {id: one, name: One, kind: armed_group, names: [JA], source: 'https://example.org'}\n"
WRONG = [
    Wrong("-C .. status"),
    Wrong("-C documents status"),
    Wrong("-C ../a.txt status", writes("../a.txt", "no folder")),
    Wrong("init ."),
    Wrong("init documents/a.txt"),
    Wrong("demo ."),
    Wrong("demo documents"),
    Wrong("init again --from documents"),
    Wrong("init again --from out --name other"),
    Wrong("init again --from out", export_with_a_broken_line),
    Wrong("init again --from out", export_beside_another_table),
    Wrong("init new", writes("new/documents.csv", "file,seen\na.txt,yes\n")),
    Wrong("-C new status", writes("new/documents.csv", "path,sha256\n")),
    Wrong("show incidents", bare),
    Wrong("shw"),
    Wrong("show"),
    Wrong("run --fast"),
    Wrong("search --limit 0 x"),
    Wrong("--color blue status"),
    Wrong("show zzzz"),
    Wrong("show c:zzzz"),
    Wrong("show incident"),
    Wrong("show ties"),
    Wrong("show a-"),
    Wrong("tell stix3"),
    Wrong("tell jsonl --reviewed"),
    Wrong("show claims --filter review:acepted"),
    Wrong("show claims --filter plce:Kestavar"),
    Wrong("show claims --filter status:contestd"),
    Wrong("show claims --filter 'voice: Tarvonia'"),
    Wrong("show incidents --filter type:rocket"),
    Wrong("show incidents --filter type:earthquake"),
    Wrong("show pledges --filter kind:pledges"),
    Wrong("show claims --since yesterday"),
    Wrong("show actors --filter place:Kestavar"),
    Wrong("show claims --filter 'place:\"Kest'"),
    Wrong("show claims --filter 'place:Kestavar OR'"),
    Wrong("show a.txt --filter voice:Nobody"),
    Wrong("impact zzzz"),
    Wrong("impact i-ef1af"),
    Wrong("changes --since soon"),
    Wrong("changes", writes("documents.csv", f"path,sha256,retrieved\na.txt,{'0' * 64},last week\n")),
    Wrong("sql 'delete from claims'"),
    Wrong("sql 'select 1; select 2'"),
    Wrong("sql 'select voce from claims'"),
    Wrong("sql 'select * from claim'"),
    Wrong("sql 'selct 1'"),
    Wrong("sql ' '"),
    Wrong("show claims --json --csv"),
    Wrong("show claims -o documents"),
    Wrong("show claims -o .."),
    Wrong("show claims -o ../claims.xlsx"),
    Wrong("tell brief -o documents.csv"),
    Wrong("tell brief -o ../brief.pdf"),
    Wrong("tell brief -o briefs/mine.md", writes("briefs/mine.md", "Words of my own.\n")),
    Wrong("tell jsonl -o ../claims.jsonl"),
    Wrong("status", writes("sayso.toml", '[ledger]\nname = "x"\n\n[fnd]\nengine = "rules"\n')),
    Wrong("status", writes("sayso.toml", "[find]\nengine = 3\n")),
    Wrong("status", writes("sayso.toml", '[packs]\nuse = "central_asia"\n')),
    Wrong("status", writes("sayso.toml", '[ledger]\nlanguages = ["English"]\n')),
    Wrong("status", writes("sayso.toml", '[llm]\ncalls = "many"\n')),
    Wrong("status", writes("sayso.toml", '[llm]\nsend = "all"\n')),
    Wrong("status", writes("sayso.toml", '[find]\nengine = "ruls"\n')),
    Wrong("status", writes("sayso.toml", "[find\n")),
    Wrong("status", writes("sayso.toml", b"[ledger]\nname = '\xff'\n")),
    Wrong("status", writes("config/sayso/config.toml", "[find]\nengin = 'rules'\n")),
    Wrong("run", writes("packs/actors.yml", CLASH + CLASH.replace("one", "two").replace("One", "Two"))),
    Wrong("run", blocked),
    Wrong("run", writes("documents.csv", "file,sha256\n")),
    Wrong("run", writes("documents.csv", "path,sha256\na.txt,12\n")),
    Wrong("run", writes("documents.csv", b"path,sha256,publisher\na.txt," + b"0" * 64 + b",Kest\xe4r\n")),
    Wrong("run", folder("documents.csv")),
    Wrong("status", folder(".sayso/ledger.db")),
    Wrong("review accept c:0c4b", bare),
    Wrong("run", writes("documents.csv", f"path,sha256\n../a.txt,{'0' * 64}\n")),
    Wrong("run", lambda case: (case / "documents.csv").unlink()),
    Wrong("run", replaces("documents.csv", "2024-03-05", "soon")),
    Wrong("check", replaces("documents.csv", "2024-03-05", "2024-03-07/2024-03-05")),
    Wrong("check", replaces("documents.csv", "2024-03-05", "0001-01-01")),
    Wrong("status", database("PRAGMA user_version = 99")),
    Wrong("status", writes(".sayso/ledger.db", b"no database at all" * 400)),
    Wrong("run ''"),
    Wrong("-C new init other"),
    Wrong("read https://example.org/report.html"),
    Wrong("read nowhere.txt"),
    Wrong("read documents/a.txt nowhere.txt"),
    Wrong("check", writes("briefs/b.md", "Twelve rockets hit Kestavar.\n")),
    Wrong("check ../mine.md", writes("../mine.md", "Twelve rockets hit Kestavar.\n")),
    Wrong("check documents"),
    Wrong("check", writes("documents/a.txt", "changed")),
    Wrong("tell jsonl -o out", database("UPDATE claims SET record = replace(record, 'twelve', 'thirteen')")),
    Wrong("search submarine"),
    Wrong("review accept a.txt"),
    Wrong("review accept c:zzzz"),
    Wrong("review correct c:0c4b act"),
    Wrong("review correct c:0c4b act=shouts"),
    Wrong("review correct c:0c4b colour=red"),
    Wrong("review correct c:0c4b said=soon"),
    Wrong("review correct c:0c4b when=soon"),
    Wrong("review correct c:0c4b span=9-3"),
    Wrong("review correct c:0c4b voice='Nobody Here'"),
    Wrong("review correct c:0c4b killed=abc"),
    Wrong("review correct i-ef1af status=true"),
    Wrong("review same c:0c4b a.txt"),
    Wrong("review same c:0c4b c:0c4b"),
    Wrong("review add 'a claim'"),
    Wrong("review add '- @ - | - | statement | (author) | asserts | | nowhere.txt:0-9'"),
    Wrong("review undo"),
    Wrong("review undo", taken_back),
    Wrong("review undo abcd"),
    Wrong("withdraw nowhere.txt --reason asked"),
    Wrong("withdraw c:0c4b --reason asked"),
    Wrong("withdraw a.txt"),
    Wrong("check", writes("reviews.jsonl", "{}\n{")),
    Wrong("check", database("DELETE FROM stamps")),
]


def said(words: str, folder: Path, capsys: Capture) -> str:
    """The command, what it says on standard error and its exit code, with folders and numbers of processes made the same everywhere."""
    code = main(shlex.split(words))
    err = capsys.readouterr().err.replace(str(folder), "FOLDER")
    err = re.sub(r"pid \d+, `(\w+ \w+)`, \d:\d\d:\d\d", r"pid N, `\1`, T", err)
    return f"$ sayso {words}\n{err}exit {int(code)}\n"


def test_every_error_is_told_as_in_the_transcript(
    case: Path, tmp_path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    told = [said("show incidents", tmp_path, capsys)]
    for number, wrong in enumerate(WRONG):
        folder = tmp_path / str(number) / "case"
        shutil.copytree(case, folder)
        wrong.prepare(folder)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        told.append(said(wrong.words, folder, capsys))
    monkeypatch.chdir(case)
    with Ledger(case).writing("read"):
        told.append(said("run", case, capsys))
    golden("errors", "\n".join(told))


def sentences() -> Iterator[tuple[str, str]]:
    """The longest fixed part of each sentence with which the program stops, and the file it stands in."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Trouble", "SchemaChanged"} and node.args:
                parts = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                if fixed := max((part.strip(" `'\":;()") for part in parts), key=len, default=""):
                    yield fixed, path.name


def test_no_sentence_that_the_program_can_stop_with_is_missing_from_the_transcript() -> None:
    transcript = (Path(__file__).parents[1] / "golden" / "errors.txt").read_text(encoding="utf-8")
    found = list(sentences())
    assert len(found) > 30
    missing = {f"{fixed}  ({file})" for fixed, file in found if fixed not in transcript and fixed not in TOLD_ELSEWHERE}
    assert missing == set()


def test_every_exit_code_is_in_the_transcript_or_tried_below() -> None:
    transcript = (Path(__file__).parents[1] / "golden" / "errors.txt").read_text(encoding="utf-8")
    codes = set(map(int, re.findall(r"^exit (\d+)$", transcript, re.MULTILINE)))
    assert codes | {Exit.DONE, Exit.BUG, Exit.STOPPED} == set(Exit)


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


def test_help_comes_quickly() -> None:
    """No model, no database and nothing for drawing is loaded for it; the bound is loose, for machines under load."""
    heavy = ("spacy", "sqlalchemy", "rich", "pandas", "msgspec")
    code = f"import sys; from sayso.cli import main; main(['--help']); sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, timeout=20, check=False).returncode == 0
