from __future__ import annotations

from pathlib import Path

from kill import QUICK, trial


def test_a_few_kills_of_runs_and_decisions_leave_a_whole_ledger_and_lose_no_decision_and_damage_would_be_told(tmp_path: Path) -> None:
    done = trial(tmp_path, kills=4, seed=3, program=QUICK)
    assert done.failures == []
    assert done.counts["run: killed"] + done.counts["review: killed"] > 0
    assert done.counts["decisions told as kept"] > 0
    (tmp_path / "ledger" / "reviews.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "ledger" / "documents" / "r000000.txt").write_text("changed", encoding="utf-8")
    done.look("the test")
    assert any("is lost" in failure for failure in done.failures)
    assert any("the original in documents/ is not the one that was kept" in failure for failure in done.failures)
