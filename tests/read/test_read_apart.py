from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.read import apart
from sayso.read.apart import answered, read_apart
from sayso.records.document import Document, Reading


def telling(data: bytes, name: str) -> Reading:
    return Reading(Document(name, "0" * 64, f"{os.getpid()} {data.decode()}", "utf-8"))


def looping(data: bytes, name: str) -> Reading:
    while True:
        pass


def growing(data: bytes, name: str) -> Reading:
    held = [b"x" * 100_000_000 for _ in range(200)]
    return Reading(Document(name, "0" * 64, str(len(held)), "utf-8"))


def crashing(data: bytes, name: str) -> Reading:
    os.abort()


def printing(data: bytes, name: str) -> Reading:
    sys.stdout.write("what a library prints\n" * 100)
    sys.stdout.flush()
    return telling(data, name)


def reaching_out(data: bytes, name: str) -> Reading:
    tried = []
    for act in (
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run(["true"], check=False),
        lambda: Path("written").write_text("x"),
    ):
        try:
            act()
        except PermissionError:
            tried.append("refused")
        except Exception as error:
            tried.append(type(error).__name__)
    return Reading(Document(name, "0" * 64, " ".join(tried), "utf-8"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(b"Rockets fell.")
    return tmp_path / "a.pdf"


def text(reading: Reading) -> str:
    assert reading.document is not None
    return reading.document.text


def codes(reading: Reading) -> list[str]:
    assert reading.document is None
    return [problem.code for problem in reading.problems]


def test_one_other_process_reads_file_after_file(file: Path) -> None:
    first, second = (text(read_apart(telling, file, "a.pdf")) for _ in range(2))
    assert first == second
    assert not first.startswith(f"{os.getpid()} ")
    assert first.endswith(" Rockets fell.")


def test_what_takes_too_long_is_stopped_and_the_next_file_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = time.monotonic()
    assert codes(read_apart(looping, file, "a.pdf")) == ["too_costly"]
    assert time.monotonic() - started < 40  # nine seconds of computing, on a machine that may be shared
    assert "Rockets fell." in text(read_apart(telling, file, "a.pdf"))


def test_what_does_not_answer_is_given_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.2)
    assert codes(read_apart(looping, file, "a.pdf")) == ["too_costly"]


def test_what_grows_without_end_is_stopped(file: Path) -> None:
    assert codes(read_apart(growing, file, "a.pdf")) == ["too_costly"]


def test_a_crash_is_a_problem_and_the_next_file_is_read(file: Path) -> None:
    assert codes(read_apart(crashing, file, "a.pdf")) == ["reader_broke"]
    assert "Rockets fell." in text(read_apart(telling, file, "a.pdf"))


def test_what_a_library_prints_does_no_harm(file: Path) -> None:
    assert text(read_apart(printing, file, "a.pdf")).endswith(" Rockets fell.")


def test_the_other_process_cannot_reach_out_start_programs_or_write(file: Path) -> None:
    assert text(read_apart(reaching_out, file, "a.pdf")) == "refused refused refused refused"


def test_an_error_of_a_library_is_a_problem_of_the_file() -> None:
    def failing(data: bytes, name: str) -> Reading:
        raise KeyError("words of the document")

    (problem,) = answered(failing, b"", "a.pdf").problems
    assert problem.code == "damaged"
    assert "words" not in problem.message
