from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble
from sayso.shelf.asking import ask
from sayso.shelf.flat import VIEWS
from sayso.shelf.views import Shelf


@pytest.fixture
def shelf(ledger: Ledger) -> Shelf:
    return ledger.shelf()


def test_a_question_is_answered_with_named_columns(shelf: Shelf) -> None:
    answer = ask(shelf, "select voice, stance, quote from claims where kind = 'event' order by stance")
    assert answer.columns == ("voice", "stance", "quote")
    assert [row[:2] for row in answer] == [("Tarvonia", "affirms"), ("Orsenia", "denies")]


def test_tables_can_be_joined(shelf: Shelf) -> None:
    joined = "select i.slug, c.voice from incidents i join claims c on c.incident = i.id order by c.path"
    assert ask(shelf, joined).rows == (("2024-03-05-kestavar-rocket", "Tarvonia"), ("2024-03-05-kestavar-rocket", "Orsenia"))


@pytest.mark.parametrize("name", list(VIEWS))
def test_every_table_can_be_asked_and_has_the_columns_it_says(shelf: Shelf, name: str) -> None:
    view = VIEWS[name]
    answer = ask(shelf, f'select * from "{name}"')
    assert answer.columns == tuple(column.name for column in view.columns)
    assert len(answer) == len(list(view.things(shelf)))
    for row in answer:
        for cell, column in zip(row, view.columns, strict=True):
            holds: dict[str, tuple[type, ...]] = {"text": (str,), "whole": (int,), "number": (int, float)}
            assert cell is None or isinstance(cell, holds[column.holds]), f"{name}.{column.name} is {cell!r}"


def test_every_table_and_column_is_explained() -> None:
    for view in VIEWS.values():
        assert view.meaning.endswith(".")
        for column in view.columns:
            assert column.meaning.endswith((".", "…", "(UCDP).")), f"{view.name}.{column.name}"


@pytest.mark.parametrize(
    "change",
    [
        "delete from claims",
        "update claims set quote = 'x'",
        "insert into claims (id) values ('x')",
        "drop table claims",
        "create table mine (x)",
        "create view mine as select 1",
        "attach database '/tmp/other.db' as other",
        "pragma user_version = 3",
        "vacuum",
        "begin",
    ],
)
def test_what_is_no_question_is_refused(shelf: Shelf, change: str) -> None:
    with pytest.raises(Trouble, match="`sql` only answers questions; it never changes the ledger"):
        ask(shelf, change)


def test_a_question_that_takes_too_long_is_stopped(shelf: Shelf) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select max(x) from n"
    with pytest.raises(Trouble, match=r"the question took more than 0\.05 seconds"):
        ask(shelf, endless, limit=0.05)
