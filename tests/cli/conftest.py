"""What the tests of the command line share: a ledger of the pile, and how shown text is held against tests/golden."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.records.trouble import Exit

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def case(tmp_path: Path, pile: Path, quick_finder: None, capsys: pytest.CaptureFixture[str]) -> Path:
    """A ledger of the pile."""
    folder = tmp_path / "case"
    assert main(["init", str(folder), "--no-packs"]) == 0
    assert main(["-C", str(folder), "run", str(pile)]) == Exit.PARTLY
    capsys.readouterr()
    return folder


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Holds what was shown against the text of that name in tests/golden; with WRITE_GOLDEN set it is written there, to be looked at."""

    def held(name: str, shown: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if os.environ.get("WRITE_GOLDEN"):
            path.write_text(shown, encoding="utf-8")
        assert shown == path.read_text(encoding="utf-8")

    return held
