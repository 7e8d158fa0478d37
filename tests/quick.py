"""Runs the command line with the quick finder of the tests, in a process of its own: `python tests/quick.py VERB …`."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from unittest import mock

from sayso import plugins, workers
from sayso.cli import main

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def points() -> list[EntryPoint]:
    """The plug-ins that pyproject.toml declares, with a finder of a few lines in place of the real one."""
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["entry-points"]
    groups["sayso.finders"] = {"rules": "standin:StandIn"}
    return [EntryPoint(name, value, group) for group, known in groups.items() for name, value in known.items()]


def quickly() -> int:
    """One command, in one process: another process would find with what is really installed."""
    known = points()
    with (
        mock.patch.object(plugins, "entry_points", lambda group: [point for point in known if point.group == group]),
        mock.patch.object(workers, "PER_WORKER", sys.maxsize),
    ):
        return main()


if __name__ == "__main__":
    sys.exit(quickly())
