from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_store_round_trip import thorough

from sayso.records.worked_out import Working
from sayso.store.sqlite import SqliteStore

KEYS, DOCS, MARKS = (
    ("k1", "k2", "k3", "k4"),
    ("", "d1", "d2"),
    ("day", "place", "stra\N{LATIN SMALL LETTER SHARP S}e", "day\0one", "day\0two", r"\u0000"),
)
made = st.builds(
    Working, st.sampled_from(KEYS), st.sampled_from(DOCS), st.text(max_size=3), st.sets(st.sampled_from(MARKS)).map(sorted).map(tuple)
)
some = st.lists(made, max_size=4, unique_by=lambda working: working.key)
keys = st.sets(st.sampled_from(KEYS))
steps = st.lists(st.tuples(st.sampled_from(["names", "claims"]), st.none() | keys, some), max_size=4)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workings") / "ledger.db"


@given(steps, keys, st.sets(st.sampled_from(DOCS)), st.sets(st.sampled_from(MARKS)))
@thorough
def test_workings_are_found_by_key_document_and_mark_after_any_changes(
    path: Path, changes: list[tuple[str, set[str] | None, list[Working]]], asked: set[str], docs: set[str], marks: set[str]
) -> None:
    kept: dict[str, dict[str, Working]] = {"names": {}, "claims": {}}
    with SqliteStore(path) as store, store.together():
        for kind in kept:
            store.keep_workings(kind, None, [])
        for kind, gone, come in changes:
            store.keep_workings(kind, gone, come)
            stay = {key: one for key, one in kept[kind].items() if gone is not None and key not in gone}
            kept[kind] = stay | {working.key: working for working in come}
        for kind, workings in kept.items():
            every = [workings[key] for key in sorted(workings)]
            assert store.workings(kind) == every
            assert store.workings(kind, keys=asked) == [one for one in every if one.key in asked]
            assert store.workings(kind, docs=docs) == [one for one in every if one.doc in docs]
            assert store.workings(kind, asked, docs) == [one for one in every if one.key in asked and one.doc in docs]
            bearing = {mark: [one.key for one in every if mark in one.marks] for mark in sorted(MARKS)}
            assert store.marked(kind, marks) == {mark: found for mark, found in bearing.items() if mark in marks and found}
            assert store.marks(kind) == [mark for mark, found in bearing.items() if found]


@pytest.mark.parametrize("many", [0, 1, 2, 3, 5])
def test_rows_of_many_parts_all_come_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr("sayso.store.statements.PART", 2)
    workings = [Working(f"k{number}", "", "", ("day", "place")) for number in range(many)]
    with SqliteStore(tmp_path / "ledger.db") as store, store.together():
        store.keep_workings("names", None, iter(workings))
        assert store.workings("names") == workings
