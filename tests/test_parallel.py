"""Work in two processes comes to what it comes to in one, whatever befalls the other one."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from ledgers import made
from sayso import parallel
from sayso.known.packs import load_packs
from sayso.link import incidents, linker, named
from sayso.link.linker import linked
from sayso.records.review import Rulings
from sayso.weigh import oppositions, passages, weigher
from sayso.weigh.weigher import weigh_whole, workings_of

SPREADING = (incidents, linker, named, oppositions, passages, weigher)
"""The modules that work through many records at once."""


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, whatever the machine has."""
    monkeypatch.setattr(parallel, "_processes", lambda: 2)


@pytest.mark.usefixtures("two")
def test_results_come_in_the_order_of_the_items_and_from_two_processes(tmp_path: Path) -> None:
    found = parallel.each(lambda number: (number, _met(tmp_path)), range(7), 3)
    assert [number for number, _ in found] == list(range(7))
    assert len({process for _, process in found}) == 2


@pytest.mark.usefixtures("two")
def test_work_begins_before_its_results_are_asked_for(tmp_path: Path) -> None:
    with parallel.begun(lambda number: _met(tmp_path) * 0 + number, range(7), 3) as results:
        _met(tmp_path)
        assert results() == list(range(7))


@pytest.mark.usefixtures("two")
def test_work_of_which_nobody_asks_for_the_results_ends_with_its_block() -> None:
    with parallel.begun(lambda _: threading.Event().wait(), range(7), 3):
        pass
    assert not multiprocessing.active_children()


def _met(folder: Path) -> int:
    """The number of this process, once a second one has been here too."""
    (folder / str(os.getpid())).touch()
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.01)
    return os.getpid()


@pytest.mark.usefixtures("two")
def test_few_items_start_no_process() -> None:
    assert set(parallel.each(lambda _: os.getpid(), range(5), 3)) == {os.getpid()}
    assert parallel.each(lambda _: os.getpid(), [], 3) == []


@pytest.mark.usefixtures("two")
def test_what_a_process_that_ends_could_not_do_is_done_here(tmp_path: Path) -> None:
    here, gone = os.getpid(), tmp_path / "gone"

    def work(number: int) -> int:
        if os.getpid() != here:
            gone.touch()
            os._exit(9)
        while not gone.exists():
            time.sleep(0.01)
        return number * number

    assert parallel.each(work, range(6), 1) == [0, 1, 4, 9, 16, 25]


@pytest.mark.usefixtures("two")
def test_a_fork_holds_no_file_of_the_process_that_it_left(tmp_path: Path) -> None:
    here = os.getpid()
    (tmp_path / "met").mkdir()
    with (tmp_path / "lock").open("w") as file:
        held = parallel.each(lambda _: (_met(tmp_path / "met") == here, _is_open(file.fileno())), range(4), 2)
    assert set(held) == {(True, True), (False, False)}


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


@pytest.mark.usefixtures("two")
def test_an_error_of_the_work_is_raised_wherever_it_arose() -> None:
    with pytest.raises(ZeroDivisionError):
        parallel.each(lambda number: 1 // (number - 3), range(6), 1)


def test_beside_another_thread_nothing_is_forked() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert set(parallel.each(lambda _: os.getpid(), range(6), 1)) == {os.getpid()}
    finally:
        over.set()
        other.join()


@pytest.mark.usefixtures("two")
def test_a_ledger_linked_and_weighed_in_two_processes_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = _worked_out()
    asked: list[int] = []

    def always(work: Callable[[Any], Any], items: Sequence[Any], least: int) -> list[Any]:
        asked.append(least)
        return parallel.each(work, items, 1)

    for module in SPREADING:
        monkeypatch.setattr(module, "each", always)
    for module in (incidents, weigher):
        monkeypatch.setattr(module, "begun", lambda work, items, _: parallel.begun(work, items, 1))
    assert _worked_out() == alone
    assert len(asked) >= len(SPREADING)


def _worked_out() -> tuple[Any, ...]:
    """Everything that comes of a small ledger, what is kept for changes included, in one order."""
    ledger, packs = made(400), load_packs((), None)
    found = linked(ledger.documents, ledger.findings, packs, Rulings())
    whole = weigh_whole(ledger.documents, ledger.findings, found.linking, packs, Rulings())
    kept = {**found.workings(ledger.documents, ledger.findings), **workings_of(whole)}
    return found.linking, whole.weighing, {kind: sorted(rows, key=lambda row: row.key) for kind, rows in kept.items()}
