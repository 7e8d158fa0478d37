"""`changes` and `impact` on the demo's pile, with the real finder: what a later report brings, and what falls with one."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.skipif(importlib.util.find_spec("sayso.find.rules") is None, reason="the finder by rules is not built yet")
FIRE = "2024-03-04-brenvik-kestavar-rocket"
FOUR = (
    "Orvel Tansk, the spokesman for the president of Orsenia, said on Monday that four rockets had been fired "
    "from the Brenvik area of Tarvonia at Kestavar on March 4."
)
LATER = f"""Invented example: no real person, body or event

Orsenia speaks of four rockets

Vessin Herald
April 8, 2024

{FOUR}

A drone hit a depot in Drovna on April 7, the Interior Ministry of Orsenia said.
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's ledger, whose reports came in on one day of 2024, with one report more that came in today."""
    folder = tmp_path_factory.mktemp("changes") / "demo"
    assert main(["-q", "demo", str(folder)]) == 0
    table = folder / "documents.csv"
    rows = [line.split(",") for line in table.read_text(encoding="utf-8").splitlines()]
    table.write_text(
        "".join(",".join([*row[:3], row[3] if row[0] == "path" else "2024-04-06", *row[4:]]) + "\n" for row in rows), encoding="utf-8"
    )
    (folder.parent / "later.txt").write_text(LATER, encoding="utf-8")
    assert main(["-q", "-C", str(folder), "run", str(folder.parent / "later.txt")]) == 0
    return folder


def test_a_later_report_is_new_contradicts_reverses_and_corroborates(demo: Path, capsys: Capture) -> None:
    assert main(["-C", str(demo), "changes"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("New since 20")
    assert told.err.endswith(": 1 document, 3 claims\n")
    lines = [line.split("\t")[:3] for line in told.out.splitlines()]
    assert lines == [
        ["what", "of", "how"],
        ["NEW", "2024-04-07-drovna-air-or-drone-strike", "1 claim, 1 voice, uncorroborated"],
        ["CONTRADICTS", FIRE, "How many rockets? denies (Orvel Tansk, Daven Ulmarik, president's spokesman)"
         " | 12 (Saroun Hills Front) | 2–3 (Daven Ulmarik) → now also 4 (Orvel Tansk)"],
        ["REVERSED", FIRE, "a voice changed its position: Orsenia denies → yes"],
        ["CORROBORATED", FIRE, "2–3 → 3–4 independent origins"],
    ]  # fmt: skip


def test_changes_end_with_1_only_where_that_is_asked_and_there_are_any(demo: Path, capsys: Capture) -> None:
    assert main(["-C", str(demo), "changes", "--exit-code", "--since", "2024-04-07"]) == Exit.FINDINGS
    capsys.readouterr()
    assert main(["-C", str(demo), "changes", "--exit-code", "--since", "9000"]) == Exit.DONE
    assert capsys.readouterr() == ("", "New since 9000-01-01: 0 documents, 0 claims; nothing that changes the picture\n")


def test_changes_can_be_had_in_each_form(demo: Path, capsys: Capture) -> None:
    assert main(["-C", str(demo), "changes", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["kind"] for row in rows] == ["new", "contradicts", "reversed", "corroborated"]
    assert (rows[3]["before"], rows[3]["after"]) == ("2–3", "3–4")
    assert main(["-C", str(demo), "changes", "--csv"]) == 0
    assert capsys.readouterr().out.startswith("kind,id,about,detail,before,after,claims\nnew,i-")
    assert main(["-C", str(demo), "changes", "--md"]) == 0
    assert capsys.readouterr().out.startswith("| what | of | how | id |\n")


def test_what_falls_with_a_report_is_told_from_claims_to_sentences(demo: Path, capsys: Capture) -> None:
    assert main(["-C", str(demo), "impact", "report-05-concession.txt"]) == 0
    told = capsys.readouterr()
    assert told.err == "Without report-05-concession.txt: 9 of 103 claims fall\n"
    rows = [line.split("\t") for line in told.out.splitlines()]
    assert rows[0] == ["what", "of", "with it", "without it", "id"]
    told_of = {(row[0], row[2], row[3]) for row in rows}
    assert ("status", "conceded", "contested") in told_of
    assert ("origins", "3–4", "2–3") in told_of
    assert ("position", "no comment | denies | yes", "no comment | denies") in told_of
    assert sum(row[0] == "claim" and row[3] == "falls" for row in rows) == 9
    (place,) = [row[4] for row in rows if row[0] == "sentence" and row[2].startswith("On 9 March 2024 Daven Ulmarik (Tarvonia) conceded")]
    assert place.startswith("brief, briefs/demo.md:")


def test_what_falls_with_an_actor_is_all_that_it_and_its_spokesmen_say(demo: Path, capsys: Capture) -> None:
    assert main(["-C", str(demo), "impact", "Tarvonia", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    voices = {row["about"] for row in rows if row["kind"] == "claim"}
    assert {"Tarvonia", "Daven Ulmarik", "Ressa Volmane"} <= voices
    assert not voices & {"Orvel Tansk", "Saroun Hills Front"}
    (pledge,) = [row for row in rows if row["kind"] == "pledge"]
    assert (pledge["about"], pledge["after"]) == ("Tarvonia", "")
    assert "use its territory against a neighbour" in pledge["detail"]
