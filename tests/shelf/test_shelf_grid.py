from __future__ import annotations

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
    pytest.importorskip("pandas", reason="DataFrames need pandas: pip install -e '.[frames]'")
    frame = GRID.df()
    assert list(frame.columns) == ["voice", "n", "low"]
    assert frame["n"].sum() == 3
    assert frame["low"].isna().tolist() == [False, True]


def test_whole_numbers_stay_whole_where_some_are_not_known_and_so_does_an_empty_column() -> None:
    grid = Grid(("n", "low", "said"), ((1, 2, None), (None, None, None)), holds=("whole", "number", "text"))
    assert str(grid.df()["n"].dtype) == "Int64"
    assert [str(kind) for kind in grid.pl().dtypes] == ["Int64", "Float64", "String"]
    assert [str(field.type) for field in grid.arrow().schema] == ["int64", "double", "string"]
    assert grid.arrow().to_pylist() == grid.pl().to_dicts() == [{"n": 1, "low": 2.0, "said": None}, {"n": None, "low": None, "said": None}]


def test_answers_in_sql_are_what_their_values_are() -> None:
    grid = Grid(("voice", "n", "low", "gone"), (("Orsenia", 2, 1.5, None), (None, 1, 2, None)))
    assert [str(kind) for kind in grid.pl().dtypes] == ["String", "Int64", "Float64", "String"]
    assert grid.arrow().column("low").to_pylist() == [1.5, 2.0]


def test_a_column_of_several_kinds_and_two_of_one_name_are_told() -> None:
    with pytest.raises(Trouble, match="column `n` holds both texts and numbers"):
        Grid(("n",), ((1,), ("many",))).pl()
    with pytest.raises(Trouble, match="two columns are called `n`"):
        Grid(("n", "n"), ((1, 2),)).arrow()
