"""How files are written: whole or not at all, and told by their own names where that is refused."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sayso.archive import write_whole
from sayso.ledger import Ledger
from sayso.records.trouble import Trouble


def test_what_is_refused_is_told_of_the_file_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, content: bytes) -> int:
        raise OSError(errno.EROFS, "read-only file system", str(file))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match=r"'.*/brief\.md'"):
        write_whole(tmp_path / "brief.md", b"words")
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_started_where_one_lost_its_settings_keeps_what_people_wrote(ledger: Ledger) -> None:
    with ledger.edit(by="ana") as edit:
        edit.reject(ledger.claims()[0].id)
    kept = {name: (ledger.folder / name).read_bytes() for name in ("documents.csv", "reviews.jsonl")}
    ledger.close()
    (ledger.folder / "sayso.toml").unlink()
    with pytest.raises(Trouble, match=r"no ledger in .*\n.*; its documents\.csv is kept"):
        Ledger(ledger.folder)
    again = Ledger.init(ledger.folder, packs=())
    assert {name: (ledger.folder / name).read_bytes() for name in kept} == kept
    again.run()
    assert len(again.documents()) == 3
    assert [row[4] for row in again.decisions()] == [ledger_claim(again)]


def ledger_claim(ledger: Ledger) -> str:
    """The one claim that was rejected, as the log shows it."""
    (claim,) = ledger.claims(review="rejected")
    return f"c:{claim.id}"
