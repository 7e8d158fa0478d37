from __future__ import annotations

import hashlib
from dataclasses import dataclass

from standin import StandIn

from sayso.find.finder import Finder
from sayso.known.packs import NO_PACKS
from sayso.ledger import never
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.workers import Crash, Recipe, find_in


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


def test_once_stopped_no_further_document_is_begun() -> None:
    done: list[Document] = []
    for one, _ in find_in(PILE, RECIPE, 2, lambda: bool(done)):
        done.append(one)
    assert 1 <= len(done) <= 2
