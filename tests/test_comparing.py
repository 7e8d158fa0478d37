"""The ledger without a source is what withdrawing it leaves; the ledger of before is what stood there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.comparing import stock_of
from sayso.ledger import Ledger
from sayso.records.trouble import Exit, Trouble

LATER = """Published: March 5, 2024

This is an invented report for the tests of the program, and nothing in it is real.

Orsenia said that three rockets hit Kestavar on 4 March. Belvar said that rockets hit Kestavar on 4 March.
"""


def came(ledger: Ledger, **days: str) -> None:
    """Writes into documents.csv on which day documents came in; all others on 2024-03-06."""
    table = ledger.folder / "documents.csv"
    lines = [line.split(",") for line in table.read_text(encoding="utf-8").splitlines()]
    for line in lines[1:]:
        line[3] = days.get(line[0].removesuffix(".txt"), "2024-03-06")
    table.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")


@pytest.fixture
def later(ledger: Ledger, pile: Path) -> Ledger:
    """The ledger with one more report, that came in three days after the others."""
    (pile / "later.txt").write_text(LATER, encoding="utf-8")
    ledger.run([pile / "later.txt"])
    came(ledger, later="2024-03-09")
    return ledger


def kinds(found: object) -> list[str]:
    return [change.kind for change in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["a.txt", "b.txt", "later.txt"])
def test_what_falls_with_a_document_is_what_withdrawing_it_takes(later: Ledger, path: str) -> None:
    with later.edit(by="ana") as edit:
        edit.accept(later.claims(source=path)[0].id)
        edit.same(*(later.claims(source=one)[0].id for one in ("a.txt", "b.txt")))
    stock = stock_of(later._store, later.journal.read().reviews, later.packs)
    document = later.shelf().find(path)
    foretold = stock.without(frozenset([document.sha256])).book("x")  # type: ignore[union-attr]
    told = later.impact(path)
    assert "claim" in kinds(told)
    later.withdraw(path, "asked")
    assert foretold.weighing == later.book().weighing
    assert foretold.linking == later.book().linking
    assert foretold.findings == later.findings()


def test_looking_at_what_would_fall_changes_nothing(later: Ledger) -> None:
    before = later.book()
    later.impact("a.txt")
    later.changes()
    assert later.book() == before


def test_all_that_an_actor_says_falls_and_what_others_say_of_it_stays(later: Ledger) -> None:
    told = later.impact("Orsenia")
    assert told.told == "Without Orsenia: 3 of 5 claims fall"
    assert [change.about for change in told if change.kind == "claim"] == ["Orsenia"] * 3
    assert [(change.before, change.after) for change in told if change.kind == "status"] == [("contested", "corroborated_same_side")]


def test_the_newest_day_is_held_against_all_that_came_in_before_it(later: Ledger) -> None:
    found = later.changes()
    assert found.told == "New since 2024-03-09: 1 document, 2 claims"
    assert kinds(found) == ["reversed", "corroborated"]
    assert found.grid().column("detail") == ["Orsenia", "independent origins"]


def test_a_day_on_which_nothing_came_in_yet_has_nothing_new_and_the_first_one_all(later: Ledger) -> None:
    assert kinds(later.changes("2024-03-10")) == []
    assert kinds(later.changes("2024-03")) == kinds(later.changes("2024")) == ["new"]


def test_a_document_without_a_day_was_there_before_and_without_any_day_nothing_is_new(later: Ledger) -> None:
    came(later, a="", later="2024-03-09")
    assert later.changes("2024-03-01").told.startswith("New since 2024-03-01: 3 documents")
    came(later, a="", b="", c="", later="")
    assert later.changes().told == "documents.csv tells of no document when it came in"


def test_decisions_after_the_day_are_new_as_well(later: Ledger) -> None:
    incident = later.incidents()[0]
    with later.edit(by="ana") as edit:
        edit.reject(incident.id)
    assert [(one.kind, one.after) for one in later.changes("2024-03-10")] == [("status", "rejected")]


def test_only_documents_and_actors_can_fall_and_only_days_can_be_asked_for(later: Ledger) -> None:
    with pytest.raises(Trouble) as error:
        later.impact(later.incidents()[0].id)
    assert error.value.code == Exit.NOT_FOUND
    with pytest.raises(Trouble) as error:
        later.changes("soon")
    assert error.value.code == Exit.USAGE


def test_a_dispute_about_words_of_no_incident_is_told_by_these_words(tmp_path: Path) -> None:
    told = "Published: March 5, 2024\n\nThe ministry of trade said that 40 trucks had crossed the bridge at Kestavar. "
    (tmp_path / "trucks.txt").write_text(told + "The mayor, Mira Dol, said 12 trucks had crossed it.\n", encoding="utf-8")
    with Ledger.init(tmp_path / "ledger", packs=()) as ledger:
        ledger.run([tmp_path / "trucks.txt"])
        fallen = [change for change in ledger.impact("trucks.txt") if change.kind == "dispute"]
    assert [change.about for change in fallen] == ["“The ministry of trade said that 40 trucks had crossed the bridge at Kestavar.”"]


def test_what_is_left_of_a_dispute_names_those_whose_first_document_falls(tmp_path: Path) -> None:
    """An actor of no pack bears the id of its first place, which is another one without that document."""
    head = "Published: March {}, 2024\n\nThe Hill Guard said that it had fired 12 rockets at Kestavar on 4 March. "
    for day, more in ((5, "It gave no names.\n"), (6, "The interior ministry denied that any rocket was fired at Kestavar.\n")):
        (tmp_path / f"{day}.txt").write_text(head.format(day) + more, encoding="utf-8")
    with Ledger.init(tmp_path / "ledger", packs=()) as ledger:
        ledger.run([tmp_path / "5.txt", tmp_path / "6.txt"])
        assert ledger.disputes()
        told = ledger.impact("5.txt")
    assert not [change.after for change in told if "a-" in change.after]
