"""What holds of a ledger for every pile: running twice changes nothing, and a document taken out and put back leaves no trace."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger

SAID = st.tuples(
    st.sampled_from(["Tarvonia", "Orsenia", "Velmara"]),
    st.sampled_from(["said", "denied"]),
    st.sampled_from(["twelve rockets hit Kestavar", "rockets hit Kestavar", "three rockets fell", "it would look into the matter"]),
    st.sampled_from(["", " on 4 March", " on 5 March"]),
)
REPORTS = st.lists(st.lists(SAID, min_size=1, max_size=3), min_size=2, max_size=4)
HEAD = "Published: March 5, 2024\n\nThis is an invented report for the tests of the program, and nothing in it is real.\n\n"
Report = list[tuple[str, str, str, str]]


def write(folder: Path, reports: list[Report]) -> list[Path]:
    """The reports as files; each has a line of its own, so that no two have one text."""
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number in range(len(reports))]
    for path, report in zip(paths, reports, strict=True):
        lines = [f"{who} {how} that {what}{day}.\n" for who, how, what, day in report]
        path.write_text(HEAD + f"This is report {path.stem}.\n\n" + "\n".join(lines), encoding="utf-8")
    return paths


def export(ledger: Ledger, folder: Path) -> dict[str, list[bytes]]:
    """All files of an export; of the table of originals, whose lines stand in the order in which they came in, the lines sorted."""
    ledger.tell("jsonl", folder)
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: sorted(path.read_bytes().splitlines()) if path.suffix == ".csv" else [path.read_bytes()] for name, path in files.items()}


LOOSE: list[Report] = [
    [
        ("Velmara", "said", "twelve rockets hit Kestavar", " on 4 March"),
        ("Orsenia", "said", "it would look into the matter", " on 5 March"),
        ("Tarvonia", "said", "twelve rockets hit Kestavar", ""),
    ],
    [("Orsenia", "denied", "three rockets fell", " on 4 March"), ("Tarvonia", "denied", "three rockets fell", " on 4 March")],
    [
        ("Velmara", "denied", "three rockets fell", ""),
        ("Velmara", "said", "rockets hit Kestavar", ""),
        ("Velmara", "said", "twelve rockets hit Kestavar", " on 5 March"),
    ],
    [("Orsenia", "denied", "twelve rockets hit Kestavar", "")],
]
"""Reports in which a denial without a day joins what its text tells after it, unless another report is there that fits better."""


@pytest.mark.usefixtures("quick_finder")
@settings(max_examples=6, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REPORTS, st.integers(0, 3))
@example(LOOSE, 1)
def test_running_twice_and_taking_a_document_out_and_putting_it_back_change_nothing(reports: list[Report], number: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder / "inbox", reports)
        taken = paths[number % len(paths)]
        with Ledger.init(folder / "case", packs=()) as ledger:
            ledger.run([folder / "inbox"])
            whole = export(ledger, folder / "whole")
            ledger.run([folder / "inbox"])
            assert export(ledger, folder / "twice") == whole
            lines = ledger.archive.table.read_text(encoding="utf-8").splitlines(keepends=True)
            ledger.archive.table.write_text("".join(line for line in lines if not line.startswith(taken.name)), encoding="utf-8")
            (ledger.archive.folder / taken.name).unlink()
            ledger.run()
            assert taken.name not in [document.path for document in ledger.documents()]
            assert export(ledger, folder / "without") != whole
            ledger.run([folder / "inbox"])
            assert export(ledger, folder / "again") == whole
