"""Working in what is new comes to what working out everything comes to, row by row in every table."""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from sayso import working_out
from sayso.ledger import DATABASE, Ledger
from sayso.link.workings import PARTED
from sayso.records.review import in_force
from sayso.store import tables
from sayso.weigh import packed

HEAD = "Published: March {day}, 2024\n\nThis is an invented report for the tests of the program, and nothing in it is real.\n\n"
SAID = st.tuples(
    st.sampled_from(["Tarvonia", "Orsenia", "Velmara"]),
    st.sampled_from(["said", "denied"]),
    st.sampled_from(["twelve rockets hit Kestavar", "rockets hit Kestavar", "three rockets fell", "it would look into the matter"]),
    st.sampled_from(["", " on 4 March", " on 5 March"]),
)
REPORTS = st.lists(st.lists(SAID, min_size=1, max_size=3), min_size=2, max_size=5)
DECISION = st.tuples(
    st.sampled_from(["accept", "reject", "act", "same", "notsame", "name", "status", "undo"]), st.integers(0, 30), st.integers(0, 30)
)
DECISIONS = st.lists(DECISION, max_size=5)
LOOSE = [
    [("Orsenia", "said", "it would look into the matter", "")],
    [("Velmara", "denied", "it would look into the matter", " on 4 March")],
    [
        ("Velmara", "denied", "it would look into the matter", " on 4 March"),
        ("Orsenia", "said", "twelve rockets hit Kestavar", ""),
        ("Orsenia", "said", "three rockets fell", " on 4 March"),
    ],
    [
        ("Orsenia", "denied", "three rockets fell", ""),
        ("Velmara", "denied", "it would look into the matter", " on 5 March"),
        ("Orsenia", "said", "three rockets fell", " on 4 March"),
    ],
    [("Tarvonia", "said", "three rockets fell", " on 5 March")],
]
"""Reports in which a denial without a day joins what its text tells after it, until another report is there that fits better."""
BETWEEN = [
    [("Velmara", "denied", "it would look into the matter", ""), ("Tarvonia", "said", "rockets hit Kestavar", " on 4 March")],
    [
        ("Orsenia", "said", "rockets hit Kestavar", " on 4 March"),
        ("Velmara", "said", "three rockets fell", " on 4 March"),
        ("Orsenia", "said", "rockets hit Kestavar", " on 5 March"),
    ],
    [("Velmara", "denied", "rockets hit Kestavar", " on 4 March"), ("Tarvonia", "said", "twelve rockets hit Kestavar", "")],
    [("Velmara", "denied", "twelve rockets hit Kestavar", " on 5 March")],
]
"""Reports in which one denial stands between two others of its party, of another day, by which these come together once it is rejected."""
FOUND = {"documents", "findings", "claims", "voices", "slots", "mentions", "explained", "stamps", "stale"}
"""The tables in which nothing is worked out."""


@pytest.fixture(autouse=True, scope="module")
def many() -> Iterator[None]:
    """The testimonies of some incidents are kept, small as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "MANY", 2)
        yield


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """All that is worked out, and all that is kept for the next change, table by table; but for which pair keeps two incidents apart."""
    names = [table.name for table in tables.metadata.sorted_tables if table.name not in FOUND]
    with sqlite3.connect(ledger.folder / ".sayso" / DATABASE) as connection:
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}
    found["workings"] = [_without_by(row) for row in found["workings"]]
    return found


def _without_by(row: tuple[object, ...]) -> tuple[object, ...]:
    kind, key, doc, record, marks = row
    return (kind, key, doc, json.loads(str(record))["link"], marks) if kind == PARTED else row


def decide(ledger: Ledger, verb: str, one: int, other: int) -> None:
    """One decision of a person, on whatever stands at these places; none where there is nothing."""
    claims, incidents, actors = list(ledger.claims()), list(ledger.incidents()), list(ledger.actors())
    with ledger.edit("lena") as edit:
        if verb == "undo":
            if in_force(ledger.journal.read().reviews):
                edit.undo()
        elif verb in ("same", "notsame"):
            things = incidents if one % 2 else actors
            left, right = (things[number % len(things)] for number in (one, other)) if things else (None, None)
            if left is not None and right is not None and left.id != right.id:
                getattr(edit, verb)(left.id, right.id)
        elif verb == "name" and actors:
            edit.correct(actors[one % len(actors)].id, name=f"Somebody {other}")
        elif verb == "status" and incidents:
            edit.correct(incidents[one % len(incidents)].id, status="pending")
        elif verb == "act" and claims:
            edit.correct(f"c:{claims[one % len(claims)].id}", act="relays")
        elif verb in ("accept", "reject") and claims:
            getattr(edit, verb)(f"c:{claims[one % len(claims)].id}")


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often everything was linked."""
    seen: list[object] = []
    linked = working_out._linked

    def counting(*given: Any) -> Any:
        seen.append(given)
        return linked(*given)

    monkeypatch.setattr(working_out, "_linked", counting)
    return lambda: len(seen)


@pytest.mark.usefixtures("quick_finder")
@settings(
    max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(REPORTS, DECISIONS, st.randoms(use_true_random=False))
@example(LOOSE, [], random.Random(4))
@example(LOOSE, [], random.Random(7))
@example(BETWEEN, [("reject", 5, 0)], random.Random(2))
def test_reports_that_come_one_by_one_and_decisions_come_to_the_rows_of_a_full_run(
    whole: Callable[[], int], reports: list[list[tuple[str, str, str, str]]], decisions: list[tuple[str, int, int]], chance: object
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inbox").mkdir()
        paths = [folder / "inbox" / f"{number}.txt" for number in range(len(reports))]
        for path, report in zip(paths, reports, strict=True):
            lines = [f"{who} {how} that {what}{day}.\n" for who, how, what, day in report]
            path.write_text(HEAD.format(day=5 + int(path.stem)) + f"This is report {path.stem}.\n\n" + "\n".join(lines), encoding="utf-8")
        chance.shuffle(paths)  # type: ignore[attr-defined]
        with Ledger.init(folder / "case", packs=()) as ledger:
            ledger.run([paths[0]])
            begun = whole()
            for path in paths[1:]:
                ledger.run([path])
            for decision in decisions:
                decide(ledger, *decision)
            assert whole() == begun
            found = rows(ledger)
            ledger.link()
            ledger.weigh()
            assert found == rows(ledger)


@pytest.mark.usefixtures("quick_finder")
def test_links_of_another_pack_are_made_anew_though_all_was_weighed_since(whole: Callable[[], int], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(HEAD.format(day=5) + "Orsenia said that rockets hit Kestavar on 4 March.\n", encoding="utf-8")
    with Ledger.init(tmp_path / "case", packs=()) as ledger:
        ledger.run([report])
    (tmp_path / "case" / "packs").mkdir(exist_ok=True)
    line = "- {id: orsenia, name: Orsenia, kind: state, names: [Orsenia], source: invented}\n"
    (tmp_path / "case" / "packs" / "actors.yml").write_text(line, encoding="utf-8")
    with Ledger(tmp_path / "case") as ledger:
        begun = whole()
        ledger.weigh()
        ledger.run()
        assert whole() == begun + 1
        ledger.run()
        assert whole() == begun + 1
