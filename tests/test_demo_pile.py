"""What the pile is, whatever is found in it: invented throughout, readable but for one file, its packs sound."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import load_packs
from sayso.read.text import TextReader

DEMO = Path(sayso.__file__).parent / "demo"
REPORTS = sorted((DEMO / "reports").iterdir())
TEXTS = [path for path in REPORTS if path.suffix == ".txt"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_report_says_first_that_it_is_invented_and_is_short_and_dated(path: Path) -> None:
    document = TextReader().read(path, path.name).document
    assert document is not None
    assert document.text.splitlines()[0] == "Invented example: no real person, body or event"
    assert 80 <= len(document.text.split()) <= 250
    assert document.published is not None
    assert document.published.first.year == 2024


def test_one_of_the_ten_reports_cannot_be_read_and_is_a_problem() -> None:
    readings = [TextReader().read(path, path.name) for path in REPORTS]
    assert len(readings) == 10
    assert [reading.problems[0].doc for reading in readings if reading.document is None] == ["report-10.pdf"]


def test_no_place_of_the_invented_conflict_is_on_the_map() -> None:
    gazetteer = load_gazetteer()
    places = load_packs([], DEMO / "packs").places.values()
    assert {place.name: gazetteer.candidates(place.name) for place in places if gazetteer.candidates(place.name)} == {}


def test_the_pack_leaves_it_to_the_reports_what_else_the_group_is_called() -> None:
    packs = load_packs([], DEMO / "packs")
    assert packs.actors["saroun-hills-front"].names == ("Saroun Hills Front",)
    assert not packs.find_actors("the Hill Guard and the SHF")
