"""Hearing what is new on a real store gives what hearing all gives, also where it starts from what another hearing kept there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.finding import FOUND_WITH
from sayso.hearing.hear import keep, ruled, ruled_again
from sayso.judging import Judge
from sayso.ledger import Ledger
from sayso.records.review import Review
from sayso.reviewing import named
from sayso.store.store import PEOPLE, Store

KINDS = ("stand", "fold", "heard", "unplaced")
Decision = Callable[[Judge, Ledger], Review]


def claims(ledger: Ledger) -> list[str]:
    return sorted(claim.id for claim in ledger.claims())


def on(verb: str, number: int, **changes: str) -> Decision:
    return lambda judge, ledger: judge.on(verb, judge.lookup.claim(claims(ledger)[number]), changes)  # type: ignore[arg-type]


def between(verb: str, left: str | int, right: str | int) -> Decision:
    def decision(judge: Judge, ledger: Ledger) -> Review:
        one, other = (judge.lookup.find(name if isinstance(name, str) else claims(ledger)[name]) for name in (left, right))
        return judge.between(verb, one, other)  # type: ignore[arg-type]

    return decision


def undo(what: str = "") -> Decision:
    return lambda judge, ledger: judge.undo(named(ledger.journal.read(), what))


def add(judge: Judge, ledger: Ledger) -> Review:
    return judge.add("2024-03-04 @ - | Kestavar | shelling_artillery_missile_attack | Tarvonia | asserts | | a.txt:120-150")


DECISIONS: tuple[tuple[Decision, ...], ...] = (
    (on("accept", 0), on("correct", 1, act="concedes")),
    (between("notsame", 0, 1),),
    (on("accept", 1), between("same", "a:Tarvonia", "a:Orsenia")),
    (add,),
    (undo(), on("reject", 2)),
    (lambda judge, _: judge.on("correct", judge.lookup.actor("orsenia"), {"name": "The Two Valleys"}),),
    (lambda judge, _: judge.on("reject", judge.lookup.actor("tarvonia"), {}), between("same", 0, 2)),
    (undo(), undo(), undo()),
    (),
)


def state(store: Store) -> object:
    return store.findings(PEOPLE), {kind: store.workings(kind) for kind in KINDS}


@pytest.fixture
def judged(ledger: Ledger) -> Ledger:
    with ledger.edit("lena") as edit:
        edit.accept(next(claim for claim in ledger.claims() if "twelve rockets" in claim.quote))
    return ledger


def test_what_is_heard_decision_by_decision_is_what_is_heard_all_at_once(judged: Ledger) -> None:
    store = judged._store
    finder = store.stamp(FOUND_WITH) or ""
    for number, decisions in enumerate(DECISIONS):
        judge = Judge(judged.lookup(), "lena", f"2031-03-04T10:{number:02}:00+00:00")
        for decision in decisions:
            judged.journal.append(decision(judge, judged))
        reviews = judged.journal.read().reviews
        heard, whole = ruled_again(reviews, store, finder), ruled(reviews, store.documents(), store.findings(finder))
        assert not heard.anew
        assert (heard.rulings, heard.problems, heard.unplaced, heard.to) == (whole.rulings, whole.problems, whole.unplaced, whole.to)
        keep(heard, store)
        after = state(store)
        keep(whole, store)
        assert after == state(store)
        assert ruled_again(reviews, store, finder).findings == {}, "nothing is new"


def test_only_the_documents_of_what_was_decided_are_looked_at(judged: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    store = judged._store
    judge = Judge(judged.lookup(), "lena", "2031-03-04T10:00:00+00:00")
    judged.journal.append(judge.on("reject", judge.lookup.claim(next(one.id for one in judged.claims() if "look into" in one.quote)), {}))
    asked: set[str] = set()
    for name in ("documents", "findings"):
        known = getattr(type(store), name)

        def noted(store: Store, *args: Any, known: Callable[..., object] = known) -> object:
            asked.update(args[-1])
            return known(store, *args)

        monkeypatch.setattr(type(store), name, noted)
    heard = ruled_again(judged.journal.read().reviews, store, store.stamp(FOUND_WITH) or "")
    (doc,) = heard.findings
    assert asked == {doc}


def test_decisions_that_are_not_those_heard_before_with_others_after_them_are_heard_anew(judged: Ledger, tmp_path: Path) -> None:
    store, reviews = judged._store, judged.journal.read().reviews
    finder = store.stamp(FOUND_WITH) or ""
    assert not ruled_again(reviews, store, finder).anew
    (doc,) = store.findings(PEOPLE)
    gone = ruled_again((), store, finder)
    assert gone.anew
    assert (dict(gone.findings), set(gone.cleared)) == ({}, {doc})
    keep(gone, store)
    assert state(store) == ({}, {kind: [] for kind in KINDS})
