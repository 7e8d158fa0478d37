"""Readers and one writer at once, as three processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reports import pile as invented_pile
from sayso.records.trouble import Exit

QUICK = (sys.executable, str(Path(__file__).parent / "quick.py"))
READS_ON_AND_ON = """
import json, sys
from pathlib import Path
import sayso
folder, end = Path(sys.argv[1]), Path(sys.argv[2])
seen, faults = [], []
while not end.exists() or not seen:
    with sayso.open(folder) as ledger:
        faults += [problem.message for problem in ledger.check()]
        book = ledger.book()
    found = {claim.id for finding in book.findings.values() for claim in finding.claims}
    linked = set(book.linking.incident_of)
    seen.append([len(book.documents), len(found), len(book.weighing.incidents), len(linked - found)])
print(json.dumps([seen, faults]))
"""


def reader(ledger: Path, end: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", READS_ON_AND_ON, str(ledger), str(end)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("readers", [2])
def test_two_readers_see_a_whole_ledger_at_every_moment_while_a_third_process_writes(tmp_path: Path, readers: int) -> None:
    folder, end = tmp_path / "ledger", tmp_path / "end"
    subprocess.run([*QUICK, "init", str(folder), "--no-packs"], capture_output=True, check=True)
    subprocess.run([*QUICK, "-C", str(folder), "run", *map(str, invented_pile(tmp_path / "inbox", 4, 1))], capture_output=True, check=True)
    reading = [reader(folder, end) for _ in range(readers)]
    try:
        for turn in (1, 2):
            files = map(str, invented_pile(tmp_path / "inbox", 6, 1, first=10 * turn))
            assert subprocess.run([*QUICK, "-C", str(folder), "run", *files], capture_output=True, check=False).returncode == 0
            undone = subprocess.run([*QUICK, "-C", str(folder), "show", "claims", "--json"], capture_output=True, text=True, check=True)
            claim = json.loads(undone.stdout.splitlines()[turn])["id"]
            decided = subprocess.run([*QUICK, "-C", str(folder), "review", "reject", f"c:{claim}"], capture_output=True, check=False)
            assert decided.returncode == 0
    finally:
        end.touch()
        told = [process.communicate() for process in reading]
    for out, err in told:
        assert err == ""
        seen, faults = json.loads(out)
        assert faults == []
        assert [documents for documents, *_ in seen] == sorted(documents for documents, *_ in seen)
        assert all(unknown == 0 for *_, unknown in seen)
        assert len({tuple(moment) for moment in seen}) > 1
    checked = subprocess.run([*QUICK, "-C", str(folder), "check"], capture_output=True, text=True, check=False)
    assert (checked.returncode, "2 decisions" in checked.stderr) == (0, True)


def test_a_second_writer_is_refused_while_the_first_decides(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    subprocess.run([*QUICK, "init", str(folder), "--no-packs"], capture_output=True, check=True)
    subprocess.run([*QUICK, "-C", str(folder), "run", *map(str, invented_pile(tmp_path / "inbox", 2, 1))], capture_output=True, check=True)
    holds = "import sys, time\nfrom pathlib import Path\nfrom sayso.ledger import Ledger\n"
    holds += "with Ledger(Path(sys.argv[1])).edit('lena'):\n    print('deciding', flush=True)\n    time.sleep(60)\n"
    first = subprocess.Popen([sys.executable, "-c", holds, str(folder)], stdout=subprocess.PIPE, text=True)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "deciding\n"
        second = subprocess.run([*QUICK, "-C", str(folder), "run"], capture_output=True, text=True, check=False)
        assert second.returncode == Exit.BUSY
        assert "another Sayso is writing this ledger (pid" in second.stderr
        assert subprocess.run([*QUICK, "-C", str(folder), "check"], capture_output=True, check=False).returncode == 0
    finally:
        first.kill()
        first.communicate()
