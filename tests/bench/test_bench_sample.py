import json
from pathlib import Path

import pytest

from news import NewsText, document_of
from sample import draw, found_rows, joined, report

TEXT = "Ines Kolbe said on Monday that the bridge at Stone Mill was safe. It was shut in March. Residents denied that they had been warned."


def test_a_sheet_shows_what_others_say_and_nothing_of_the_author_or_the_rules() -> None:
    rows = found_rows([NewsText("news", "invented", document_of("invented", TEXT))], packs=False)
    assert [(row.voice, row.act) for row in rows] == [("Ines Kolbe", "asserts"), ("Residents", "denies")]
    assert all(TEXT[row.start : row.end] == row.span and f"»{row.span}«" in row.around for row in rows)


def test_claims_are_drawn_evenly_over_the_sets_and_alike_for_one_seed() -> None:
    rows = found_rows([NewsText("news", "invented", document_of("invented", TEXT))], packs=False)
    few, many = rows[:1], rows[1:] * 20
    assert [row.voice for row in draw([few, many], 5, seed=3)] == ["Ines Kolbe", *["Residents"] * 4]
    assert draw([few, many], 4, seed=3) == draw([few, many], 4, seed=3)


def test_verdicts_are_kept_without_texts(tmp_path: Path) -> None:
    sheet, verdicts = tmp_path / "sheet.jsonl", tmp_path / "verdicts.jsonl"
    row = {
        "id": "a",
        "set": "news",
        "docid": "d",
        "start": 0,
        "end": 9,
        "around": "x",
        "span": "y",
        "voice": "v",
        "name": "n",
        "act": "asserts",
    }
    sheet.write_text(json.dumps(row))
    verdicts.write_text(json.dumps({"id": "a", "verdict": "right"}))
    assert joined(sheet, verdicts) == [
        {"id": "a", "set": "news", "docid": "d", "start": 0, "end": 9, "voice": "v", "act": "asserts", "verdict": "right"}
    ]


def test_a_claim_that_nobody_judged_is_not_passed_over(tmp_path: Path) -> None:
    sheet, verdicts = tmp_path / "sheet.jsonl", tmp_path / "verdicts.jsonl"
    sheet.write_text(json.dumps({"id": "a"}))
    verdicts.write_text("")
    with pytest.raises(SystemExit, match="a has the verdict None"):
        joined(sheet, verdicts)


def test_the_report_counts_what_was_wrong() -> None:
    judged: list[dict[str, object]] = [{"set": "news", "verdict": verdict} for verdict in ("right", "right", "speaker", "act")]
    assert "(2 of 4;" in report(judged)
    assert "wrong: speaker 1, act 1" in report(judged)
