from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble
from sayso.shelf.grid import Grid
from sayso.shelf.strength import Strength

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GRID = Grid(("n",), ((1,),))


@pytest.mark.parametrize(
    ("library", "extra", "ask"),
    [
        ("pandas", "frames", GRID.df),
        ("polars", "frames", GRID.pl),
        ("pyarrow", "frames", GRID.arrow),
        ("matplotlib", "plots", Strength(("low",), ()).plot),
    ],
)
def test_without_a_library_it_is_said_which_extra_brings_it(
    library: str, extra: str, ask: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library] or [library]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Trouble, match=f"{library} is not installed\nhint: install it with `pip install -e '\\.\\[{extra}\\]'` in"):
        ask()
    assert any(line.startswith(library) for line in PROJECT["optional-dependencies"][extra])


def test_a_graph_without_networkx_too_and_its_table_needs_none(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    found = ledger.independence(ledger.incidents()[0])
    with pytest.raises(Trouble, match="networkx is not installed"):
        found.graph()
    assert len(found.edges()) == 2


def test_what_an_extra_brings_is_in_none_of_what_everybody_installs() -> None:
    extras = {line.partition(">")[0] for name in ("frames", "plots", "graphs") for line in PROJECT["optional-dependencies"][name]}
    assert extras == {"pandas", "polars", "pyarrow", "matplotlib", "networkx"}
    assert not extras & {line.partition(">")[0] for line in PROJECT["dependencies"]}
    assert {line for name in ("frames", "plots", "graphs") for line in PROJECT["optional-dependencies"][name]} <= set(
        PROJECT["optional-dependencies"]["dev"]
    )
