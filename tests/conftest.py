"""What the tests of the doors share: a ledger with a quick finder, and a pile of a few reports."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import settings

from sayso import plugins
from sayso.ledger import Ledger

settings.register_profile("unhurried", deadline=None)  # a machine under load is no fault of the program
settings.load_profile("unhurried")
PROJECT = Path(__file__).parents[1] / "pyproject.toml"


@pytest.fixture(autouse=True)
def no_settings_of_whoever_runs_the_tests(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the user's own settings nor variables of his surroundings reach the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no settings here"))
    for name in [name for name in os.environ if name.startswith("SAYSO_") or name == "NO_COLOR"]:
        monkeypatch.delenv(name)


@pytest.fixture
def quick_finder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plug-ins that pyproject.toml declares, with a finder of a few lines in place of the real one."""
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["entry-points"]
    groups["sayso.finders"] = {"rules": "standin:StandIn"}
    points = [EntryPoint(name, value, group) for group, known in groups.items() for name, value in known.items()]
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point for point in points if point.group == group])
    plugins._installed.cache_clear()
    yield
    plugins._installed.cache_clear()


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Three reports on invented rockets, and a file that is no text."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    head = "Published: March 5, 2024\n\nThis is an invented report for the tests of the program, and nothing in it is real.\n\n"
    (folder / "a.txt").write_text(head + "Tarvonia said that twelve rockets hit Kestavar on 4 March.\n", encoding="utf-8")
    (folder / "b.txt").write_text(head + "Orsenia denied that any rockets hit Kestavar on 4 March.\n", encoding="utf-8")
    (folder / "c.txt").write_text(head + "Orsenia said it will look into the matter with its neighbours.\n", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\0")
    return folder


@pytest.fixture
def ledger(tmp_path: Path, pile: Path, quick_finder: None) -> Ledger:
    """A ledger of the pile, run through."""
    made = Ledger.init(tmp_path / "case", packs=())
    made.run([pile])
    return made
