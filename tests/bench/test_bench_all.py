from pathlib import Path

import pytest

import all as bench
from summary import Measured, Row, one_table


def test_the_one_table_sets_ours_beside_the_peers() -> None:
    table = one_table([Row("PolNeAR, cue F1", ".600", "textacy .300", "ahead of all")])
    assert table.splitlines()[2] == "| PolNeAR, cue F1 | .600 | textacy .300 | ahead of all |"


def test_a_set_that_is_not_there_is_passed_over_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "names").mkdir()
    measured = Measured("details of it", (Row("names, F1", ".500"),))
    monkeypatch.setattr(bench, "MEASURES", {"names": ("names", lambda data: measured), "times": ("times", lambda data: measured)})
    assert bench.main(["--data", str(tmp_path), "--out", str(tmp_path / "out.md")]) == 0
    printed = capsys.readouterr().out
    assert "details of it" in printed
    assert f"not measured: {tmp_path / 'times'} is not there" in printed
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("## All in one")


def test_every_measure_gives_details_and_rows() -> None:
    assert set(bench.MEASURES) >= {"attribution", "times", "places", "relations", "splinters", "names", "linking", "muc4", "speed"}
