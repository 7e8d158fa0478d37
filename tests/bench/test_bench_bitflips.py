from __future__ import annotations

from pathlib import Path

import pytest

from bitflips import flip, make


@pytest.mark.usefixtures("quick_finder")
def test_every_one_of_thirty_flipped_bits_is_reported(tmp_path: Path) -> None:
    ledger = make(tmp_path, documents=4, seed=2)
    done = flip(ledger.folder, count=30, seed=2)
    assert sum(done.made.values()) == 30
    assert set(done.made) == {"documents", "reviews.jsonl", "ledger.db"}
    assert done.unseen == []
