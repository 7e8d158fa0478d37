from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from standin import StandIn

from sayso.find.finder import Finder
from sayso.known.packs import NO_PACKS, Packs
from sayso.ledger import never
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.trouble import Trouble
from sayso.workers import PER_WORKER, Crash, Recipe, find_in, hand_out, that_pay, workers


@dataclass(frozen=True)
class StandInRecipe(Recipe):
    """Makes the stand-in, in other processes too, where no plug-in can be put in its place."""

    def make(self) -> Finder:
        return StandIn(NO_PACKS)


RECIPE = StandInRecipe("rules", (), None, None)


def document(name: str, text: str) -> Document:
    return Document(name, hashlib.sha256(text.encode()).hexdigest(), text, "utf-8")


PILE = [document(f"{number}.txt", f"Orsenia said it is number {number}.") for number in range(4)]


def test_several_processes_find_what_one_finds() -> None:
    alone = dict(find_in(PILE, RECIPE, 1, never))
    assert dict(find_in(PILE, RECIPE, 2, never)) == alone
    assert all(isinstance(outcome, Finding) and len(outcome.claims) == 1 for outcome in alone.values())


def test_a_crash_in_another_process_is_told_without_the_text() -> None:
    bad = document("bad.txt", "CRASH secret")
    outcomes = dict(find_in([bad, *PILE], RECIPE, 2, never))
    crash = outcomes[bad]
    assert isinstance(crash, Crash)
    assert crash.error == "ValueError"
    assert "secret" not in crash.calls
    assert len(outcomes) == 5


@pytest.mark.parametrize(("model", "told"), [("nowhere_sm", "nowhere_sm"), (None, "xx-core-nowhere")])
def test_a_model_that_is_not_installed_is_told_by_its_name(model: str | None, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(packs: Packs, model: str | None) -> Finder:
        raise PackageNotFoundError(model or "xx-core-nowhere")

    monkeypatch.setattr("sayso.workers.made", lambda kind, name, **given: missing(**given))
    with pytest.raises(Trouble, match=f"the model `{told}` is not installed"):
        Recipe("rules", (), None, model).make()


class Sloppy:
    """A finder that gives what nothing can be made of."""

    key = "sloppy 1"

    def __init__(self, given: object) -> None:
        self.given = given

    def find(self, document: Document) -> Finding:
        return self.given  # type: ignore[return-value]


@dataclass(frozen=True)
class SloppyRecipe(Recipe):
    given: object = None

    def make(self) -> Finder:
        return Sloppy(self.given)


def odd(**changes: object) -> Finding:
    """What the stand-in finds in a document, with a claim that is not in the form."""
    finding = StandIn(NO_PACKS).find(PILE[0])
    return replace(finding, claims=(replace(finding.claims[0], **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "no Finding was given"),
        (odd(act="shouts"), "the act of a claim is no word of the codebook"),
        (odd(polarity="maybe"), "the polarity of a claim is no word of the codebook"),
        (odd(kind="event", verb="boom"), "the verb of an event is no word of the codebook"),
        (odd(kind="tie", verb="boom"), "the verb of a tie is no word of the codebook"),
        (odd(voices=()), "a claim has no voice"),
    ],
)
def test_what_nothing_can_be_made_of_is_told_as_a_bug_of_the_finder(given: object, told: str) -> None:
    ((_, crash),) = find_in(PILE[:1], SloppyRecipe("rules", (), None, None, given=given), 1, never)
    assert isinstance(crash, Crash)
    assert (crash.error, crash.where.rpartition(".")[2]) == (told, "Sloppy")


def test_once_stopped_no_further_document_is_begun() -> None:
    done: list[Document] = []
    for one, _ in find_in(PILE, RECIPE, 2, lambda: bool(done)):
        done.append(one)
    assert 1 <= len(done) <= 2


def test_the_longest_document_is_handed_out_first() -> None:
    pile = [document(f"{number}.txt", "Orsenia said so. " * number) for number in (3, 9, 1, 5)]
    with workers(RECIPE, 1) as pool:
        assert [one.path for one, _ in hand_out(pool, 1, pile, never)] == ["9.txt", "5.txt", "3.txt", "1.txt"]


def test_processes_outlive_a_pile_and_find_the_same_in_the_next() -> None:
    with workers(RECIPE, 2) as pool:
        first, second = (dict(hand_out(pool, 2, PILE, never)) for _ in range(2))
    assert first == second == dict(find_in(PILE, RECIPE, 1, never))


def test_a_further_process_is_started_only_for_enough_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    page = document("page.txt", "x" * (PER_WORKER // 2))
    assert [that_pay([page] * number) for number in (0, 1, 3, 4, 6, 100)] == [1, 1, 1, 2, 3, 4]


def test_a_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    """Also where that one was killed, and could say nothing."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import multiprocessing, time\n"
        "from sayso import workers\n"
        "if __name__ == '__main__':\n"
        "    child = multiprocessing.get_context('spawn').Process(target=workers._end_with_parent)\n"
        "    child.start()\n"
        "    print(child.pid, flush=True)\n"
        "    time.sleep(60)\n",
        encoding="utf-8",
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.5)
        os.kill(child, 0)
        parent.kill()
        parent.stdout.read()  # comes to its end when the child lets go of it too
