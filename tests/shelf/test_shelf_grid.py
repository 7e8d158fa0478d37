from __future__ import annotations

import sys

import pytest

from sayso.records.trouble import Trouble
from sayso.shelf.grid import SHOWN, Grid

GRID = Grid(("voice", "n", "low"), (("Orsenia <b>", 2, 1.5), ("Tarvonia", 1, None)))


def test_a_table_reads_as_rows_and_columns() -> None:
    assert len(GRID) == 2
    assert GRID[1] == ("Tarvonia", 1, None)
    assert GRID.column("n") == [2, 1]
    with pytest.raises(KeyError):
        GRID.column("m")


def test_it_is_printed_aligned_and_long_ones_say_what_is_left_out() -> None:
    assert repr(GRID) == "voice        n  low\nOrsenia <b>  2  1.5\nTarvonia     1"
    long = Grid(("n",), tuple((number,) for number in range(SHOWN + 5)))
    assert repr(long).splitlines()[-1] == "… and 5 more rows"


def test_a_notebook_shows_it_with_its_marks_escaped() -> None:
    shown = GRID._repr_html_()
    assert "<td>Orsenia &lt;b&gt;</td><td>2</td>" in shown
    assert "<b>" not in shown


def test_csv_leaves_empty_what_is_not_known() -> None:
    assert GRID.csv() == "voice,n,low\nOrsenia <b>,2,1.5\nTarvonia,1,\n"


def test_a_dataframe_has_the_same_columns_and_rows() -> None:
    pytest.importorskip("pandas", reason="DataFrames need pandas: pip install 'sayso[frames]'")
    frame = GRID.df()
    assert list(frame.columns) == ["voice", "n", "low"]
    assert frame["n"].sum() == 3
    assert frame["low"].isna().tolist() == [False, True]


def test_without_pandas_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(Trouble, match="pandas is not installed") as refused:
        GRID.df()
    assert "sayso[frames]" in refused.value.hint
