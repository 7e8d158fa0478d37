"""A government that has no comment, then denies, then concedes: one row, one split cell, no zero, and three origins at the most."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.document import Span
from sayso.records.incident import Incident, Row
from sayso.records.worked_out import Weighing


def turnabout() -> Weighing:
    pile = Pile()
    for doc in ("a.txt", "b.txt"):
        pile.say(
            doc, "The Harran Front claimed responsibility, saying it had fired 12 rockets from Kest at Orsk on March 4.", "Harran Front",
            "claims_responsibility", said="2031-03-05", when="2031-03-04", from_="Kest", toward="Orsk", count=12,
        )  # fmt: skip
        pile.say(doc, "Orsk denied the claim.", "Orsk", "denies", "denies", kind="statement", verb="statement", said="2031-03-05")
        pile.say(
            doc, "Velm has not commented on the claim.", "Velm", "declines_comment", "uncommitted", kind="statement", verb="statement",
            said="2031-03-05",
        )  # fmt: skip
    pile.say(
        "c.txt", "Nadir Renn denied that rockets had been fired from Kest at Orsk on March 4.", "Nadir Renn", "denies", "denies",
        said="2031-03-06", when="2031-03-04", from_="Kest", toward="Orsk",
    )  # fmt: skip
    pile.say("c.txt", "Renn is a spokesman of Velm.", kind="tie", verb="spokesperson_for", subject="Nadir Renn", object="Velm")
    pile.say(
        "d.txt", "Velm conceded that the Harran Front had fired three rockets from Kest on March 4.", "Velm", "concedes",
        said="2031-03-09", when="2031-03-04", agent="Harran Front", from_="Kest", count=3,
    )  # fmt: skip
    pile.say(
        "e.txt", "Rockets landed in Sarn on March 4, a resident said.", "a resident", said="2031-03-07", when="2031-03-04", landed="Sarn"
    )
    return pile.weigh()


def the_fire() -> Incident:
    (incident,) = turnabout().incidents
    return incident


def row(name: str) -> Row:
    (matrix,) = turnabout().matrices
    return next(row for row in matrix.rows if row.name == name)


def test_all_reports_tell_of_one_incident_and_it_is_conceded() -> None:
    assert len(the_fire().docs) == 5
    assert the_fire().status == "conceded"


def test_its_three_dated_positions_stand_in_one_cell_in_order_of_time() -> None:
    positions = dict(row("Velm").cells)["happened"]
    assert [(position.value, str(position.said)) for position in positions] == [
        ("no comment", "2031-03-05"), ("denies", "2031-03-06"), ("yes", "2031-03-09"),
    ]  # fmt: skip


def test_who_denies_gives_no_number() -> None:
    assert [question for question, _ in row("Orsk").cells] == ["happened"]
    assert [position.value for position in dict(row("Velm").cells)["how_many"]] == ["3 rockets"]


def test_a_copied_report_adds_no_origin() -> None:
    low, high = the_fire().origins
    assert (low, high) == (2, 3)


def test_only_the_resident_tells_of_a_landing() -> None:
    assert "landed" in dict(row("a resident").cells)
    assert "landed" not in dict(row("Harran Front").cells)


@pytest.mark.parametrize(("word", "said"), [("quickly", "2031-03-04/2031-03-05"), ("never", None)])
def test_what_was_denied_at_once_was_said_on_that_day_or_the_next(word: str, said: str | None) -> None:
    pile = Pile()
    pile.say("a.txt", "On March 4 the Front fired rockets at Orsk, it said.", "Front", when="2031-03-04", toward="Orsk")
    pile.say("a.txt", f"Orsk {word} denied the claim.", "Orsk", "denies", "denies", kind="statement", verb="statement")
    denial = pile.claims["a.txt"][-1]
    at = denial.span.start + denial.quote.index("denied")
    pile.claims["a.txt"][-1] = replace(denial, cue=Span("a.txt", at, at + len("denied")))
    (matrix,) = pile.weigh().matrices
    cells = next(row.cells for row in matrix.rows if row.name == "Orsk")
    assert [str(position.said) if position.said else None for _, found in cells for position in found] == [said]
