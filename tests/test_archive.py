"""How files are written: whole or not at all, and told by their own names where that is refused."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sayso.archive import write_whole


def test_what_is_refused_is_told_of_the_file_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, content: bytes) -> int:
        raise OSError(errno.EROFS, "read-only file system", str(file))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match=r"'.*/brief\.md'"):
        write_whole(tmp_path / "brief.md", b"words")
    assert list(tmp_path.iterdir()) == []
