from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.ledger import Ledger

LISTS = ("documents", "claims", "incidents", "actors", "disputes", "pledges", "works", "problems")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_frames_and_its_view(ledger: Ledger, name: str) -> None:
    listing = getattr(ledger, name)()
    grid = listing.grid()
    assert tuple(listing.df().columns) == tuple(listing.pl().columns) == tuple(listing.arrow().column_names) == grid.columns
    assert len(listing.df()) == len(listing.pl()) == len(listing.arrow()) == len(grid)
    assert listing.sql() == name
    assert repr(listing).startswith(f"{len(listing)} {name.removesuffix('s')}" if listing else f"no {name}")


def test_a_narrowed_list_stands_in_a_question_as_its_own_rows(ledger: Ledger) -> None:
    denials = ledger.claims(act="denies")
    assert ledger.sql(f"select voice, count(*) n from {denials.sql()} group by 1").rows == (("Orsenia", 1),)
    nothing = ledger.claims(voice="Nobody")
    assert ledger.sql(f"select * from {nothing.sql()}").rows == ()
    assert repr(nothing) == "no claims"


def test_a_list_is_narrowed_by_days_too(ledger: Ledger) -> None:
    assert len(ledger.incidents(since=date(2024, 3, 5))) == len(ledger.incidents(since="2024-03-05")) == 1
    assert ledger.incidents(since=date(2024, 3, 6)) == []


def test_documents_works_and_problems_are_narrowed_like_the_others(ledger: Ledger, pile: Path) -> None:
    assert [one.path for one in ledger.documents(source="b.txt")] == ["b.txt"]
    assert [one.doc for one in ledger.problems(step="read")] == ["scan.pdf"]
    assert ledger.works() == []


def test_a_list_is_printed_with_a_few_columns_and_its_long_cells_cut(ledger: Ledger) -> None:
    first, head, *rows = repr(ledger.claims()).splitlines()
    assert first == "3 claims"
    assert head.split() == ["party", "act", "quote", "id"]
    assert rows[0].startswith("Tarvonia  asserts  Tarvonia said that twelve rockets hit Kestavar o…")
