"""Makes the package of docs/plug-ins.md, installs it as anybody would, and finds claims with it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.find.finder import Finder
from sayso.read.reader import Reader
from sayso.store.store import Store
from sayso.tell.book import Teller

PAGE = Path(__file__).parents[1] / "docs" / "plug-ins.md"
TALK = """Published: March 5, 2024

This is the transcript of an invented conversation between two people who do not exist, made for a test.

Ilena Vostrane: Nobody came to the bridge on Monday.
Orvel Tansk: That is not what I was told.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package of the page was installed."""
    folder = tmp_path_factory.mktemp("plug-in")
    for name, body in re.findall(r"```(?:toml|python) (\S+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    offline = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *offline, "--target", str(folder / "site"), str(folder / "transcripts")]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return folder / "site"


def run(installed: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Sayso in a process of its own that sees the package."""
    path = os.pathsep.join([str(installed), str(Path(sayso.__file__).parents[1])])
    surroundings = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "sayso", *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_finder_of_somebody_elses_package_finds_claims_once_it_is_installed(installed: Path, tmp_path: Path) -> None:
    ledger, talk = str(tmp_path / "talks"), tmp_path / "talk.txt"
    talk.write_text(TALK, encoding="utf-8")
    assert run(installed, "init", ledger, "--no-packs").returncode == 0
    found = run(installed, "-C", ledger, "run", "--engine", "transcript", str(talk))
    assert found.returncode == 0, found.stderr
    assert "1 document, 2 claims" in found.stderr
    shown = run(installed, "-C", ledger, "sql", "select voice, quote, said_first from claims order by start").stdout
    assert shown.splitlines()[1:] == [
        "Ilena Vostrane\tNobody came to the bridge on Monday.\t2024-03-05",
        "Orvel Tansk\tThat is not what I was told.\t2024-03-05",
    ]
    assert run(installed, "-C", ledger, "check").returncode == 0
    engines = run(installed, "-C", ledger, "find", "--engine", "transcipt")
    assert engines.stderr == 'error: flag: `find.engine` does not know "transcipt"\nhint: did you mean `transcript`?\n'


def test_the_setting_names_it_as_well(installed: Path, tmp_path: Path) -> None:
    ledger, talk = tmp_path / "talks", tmp_path / "talk.txt"
    talk.write_text(TALK, encoding="utf-8")
    assert run(installed, "init", str(ledger), "--no-packs").returncode == 0
    settings = (ledger / "sayso.toml").read_text(encoding="utf-8")
    (ledger / "sayso.toml").write_text(settings.replace('engine = "rules"', 'engine = "transcript"'), encoding="utf-8")
    assert "1 document, 2 claims" in run(installed, "-C", str(ledger), "run", str(talk)).stderr


def test_the_reader_and_the_teller_of_the_page_are_found_as_well(installed: Path, tmp_path: Path) -> None:
    ledger, talk = str(tmp_path / "talks"), tmp_path / "talk.srt"
    lines = TALK.splitlines()[-2:]
    talk.write_text("".join(f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{line}\n\n" for number, line in enumerate(lines)))
    assert run(installed, "init", ledger, "--no-packs").returncode == 0
    assert "1 document, 2 claims" in run(installed, "-C", ledger, "run", "--engine", "transcript", str(talk)).stderr
    assert run(installed, "-C", ledger, "sql", "select text from documents").stdout.splitlines()[1:] == [" ⏎  ⏎ ".join(lines)]
    told = run(installed, "-C", ledger, "tell", "voices")
    assert (told.stdout, told.stderr) == ("1\tIlena Vostrane\n1\tOrvel Tansk\n", "2 voices\n")
    assert run(installed, "-C", ledger, "check").returncode == 0


def test_the_page_names_the_contract_of_each_kind() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for contract in (Reader, Finder, Teller, Store):
        place = "src/" + contract.__module__.replace(".", "/") + ".py"
        assert f"`{contract.__name__}` in `{place}`" in page
