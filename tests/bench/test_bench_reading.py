from __future__ import annotations

from pathlib import Path

from reading import measure
from reports import pile


def test_the_same_seed_makes_the_same_reports_and_every_report_is_another(tmp_path: Path) -> None:
    first, second = pile(tmp_path / "a", 30, 1), pile(tmp_path / "b", 30, 1)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len({path.read_bytes() for path in first}) == 30


def test_reading_is_measured_in_seconds_and_megabytes(tmp_path: Path) -> None:
    measured = measure(tmp_path, 5, 1)
    assert measured.documents == 5
    assert measured.seconds > 0
    assert 10 < measured.megabytes < 2000
