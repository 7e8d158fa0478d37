from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from sayso.ledger import Ledger
from sayso.records.actor import Actor
from sayso.records.claim import Finding
from sayso.records.link import Link, Reason
from sayso.records.when import When
from sayso.screens.items import item
from sayso.screens.screen import Screen


class Terminal(io.StringIO):
    """A stream at which a person looks."""

    def isatty(self) -> bool:
        return True


def shown(ledger: Ledger, name: str, stream: io.StringIO) -> str:
    shelf = ledger.shelf()
    one = shelf.find(name)
    item(Screen(stream), shelf, one, shelf.claims() if name != "2024-03-05-kestavar-rocket" else ledger.incident(name).claims())
    return re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())


@pytest.fixture(autouse=True)
def width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")


def test_an_incident_is_drawn_with_marks_answers_and_words(ledger: Ledger) -> None:
    lines = [line.rstrip() for line in shown(ledger, "2024-03-05-kestavar-rocket", Terminal()).splitlines()]
    assert lines[:2] == [
        "Rocket, shell or missile fire, Kestavar",
        "2024-03-05 · contested · 2 claims · 2 parties · 2 docs · 1 independent origin",
    ]
    matrix = lines.index("party     Did it happen?  Did any land?")
    assert lines[matrix + 1].startswith("Tarvonia  ✓ yes ")
    assert lines[matrix + 2].startswith("Orsenia   ✗ denies ")
    assert "Nobody answers: Who did it? How many? From where? Toward what? What harm?" in lines
    assert "    ✗ denies  1  Orsenia" in lines
    words = lines.index("  ✗ denies   “Orsenia denied that any rockets hit Kestavar on 4 March.”")
    assert re.fullmatch(r" +2024-03-05, Orsenia · d:[0-9a-f]{8} ¶3 \d+–\d+ · c:[0-9a-f]{12}", lines[words + 1])
    assert all(len(line) <= 80 for line in lines)


def test_in_a_pipe_the_matrix_has_all_questions_and_a_claim_one_line(ledger: Ledger) -> None:
    lines = shown(ledger, "2024-03-05-kestavar-rocket", io.StringIO()).splitlines()
    head = next(line for line in lines if line.startswith("party\t"))
    assert head.split("\t")[1:] == [
        "Did it happen?", "Who did it?", "How many?", "From where?", "Toward what?", "Did any land?", "What harm?",
    ]  # fmt: skip
    assert "Orsenia\tdenies\t—\t—\t—\t—\tdenies\t—" in lines or any(line.startswith("Orsenia\tdenies\t") for line in lines)
    (denial,) = [line for line in lines if "✗" in line]
    assert "“Orsenia denied that any rockets hit Kestavar on 4 March.”  d:" in denial


def test_a_claim_is_shown_with_all_that_is_known_and_as_one_line(ledger: Ledger) -> None:
    claim = ledger.claims(voice="Tarvonia")[0]
    lines = shown(ledger, claim.id, io.StringIO()).splitlines()
    assert lines[0] == "“Tarvonia said that twelve rockets hit Kestavar on 4 March.”"
    assert "✓ asserts · affirms · unspecified · event: shelling_artillery_missile_attack" in lines
    assert any(line.startswith("landed: Kestavar  ") for line in lines)
    assert any(line.startswith("incident: i-") for line in lines)
    assert lines[-1].startswith(
        "as one line: 2024-03-05 @ 2024-03-05 | - | shelling_artillery_missile_attack | Tarvonia | asserts (unspecified)"
    )


def test_an_actor_and_a_document_are_shown_with_their_claims(ledger: Ledger) -> None:
    actor = shown(ledger, "Orsenia", io.StringIO())
    assert actor.startswith("Orsenia\na-")
    assert "  “Orsenia” ×2  d:" in actor
    document = shown(ledger, "b.txt", io.StringIO())
    assert "published: 2024-03-05 (" in document
    assert "publisher: unknown" in document


def test_an_actor_is_shown_with_those_that_may_be_the_same_and_with_the_words_that_say_so(ledger: Ledger) -> None:
    shelf, stream = ledger.shelf(), io.StringIO()
    keys = {shelf.actor_name(actor): key for key, actor in shelf.book.linking.actor_of.items()}
    one, other = shelf.find("Tarvonia"), shelf.find("Orsenia")
    assert isinstance(one, Actor)
    assert isinstance(other, Actor)
    link = Link(keys["Tarvonia"], keys["Orsenia"], "same_actor", "unsure", 2.0, (Reason("they share words", "onia", 2.0),))
    item(Screen(stream), shelf, one, [], [link])
    lines = stream.getvalue().splitlines()
    at = lines.index("May be the same, by their names")
    assert lines[at + 1 : at + 3] == ["  Orsenia: they share words (onia)", f"    sayso review same {one.id} {other.id}"]


def test_an_actor_whose_name_is_like_no_other_is_shown_without_others(ledger: Ledger) -> None:
    assert "May be the same" not in shown(ledger, "Tarvonia", io.StringIO())


def test_a_document_without_a_day_of_its_own_is_shown_with_the_days_on_which_it_can_have_been_written(ledger: Ledger) -> None:
    shelf = ledger.shelf()
    one = next(document for document in ledger.documents() if document.path == "a.txt")
    week = When(date(2024, 3, 5), date(2024, 3, 12), "range", "inferred", "on 5\nMarch")
    findings = cast("dict[str, Finding]", shelf.book.findings)
    findings[one.sha256] = replace(findings[one.sha256], written=week)
    for known, line in ((one, "published: 2024-03-05 (line of the head)"), (replace(one, published=None), "published: unknown")):
        stream = io.StringIO()
        item(Screen(stream), shelf, known, ())
        assert line in stream.getvalue().splitlines()
        assert ("written: 2024-03-05/2024-03-12 (inferred, on 5 March)" in stream.getvalue()) == (known.published is None)
