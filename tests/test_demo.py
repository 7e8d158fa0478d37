"""What is found in the bundled pile (src/sayso/demo/expected.md): incidents, sides, status, origins, the pledge; not whole texts."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import sayso
from sayso.intake import read_file
from sayso.known.packs import load_packs
from sayso.link.linker import link
from sayso.plugins import load
from sayso.records.claim import Claim
from sayso.records.incident import Incident, Matrix, Row
from sayso.tell.book import Book, Index
from sayso.tell.brief import BriefTeller
from sayso.tell.lint import check_brief
from sayso.weigh.weigher import weigh

DEMO = Path(sayso.__file__).parent / "demo"
FIRE = "shelling_artillery_missile_attack"
MARCH, APRIL, RAID_DAY = date(2024, 3, 4), date(2024, 4, 1), date(2024, 4, 2)
GROUP = "Saroun Hills Front"

pytestmark = pytest.mark.skipif(importlib.util.find_spec("sayso.find.rules") is None, reason="the finder by rules is not built yet")


@pytest.fixture(scope="module")
def book() -> Book:
    """The pile, read, found, linked and weighed with its own packs."""
    packs = load_packs([], DEMO / "packs")
    readings = [read_file(path, path.name) for path in sorted((DEMO / "reports").iterdir())]
    documents = tuple(reading.document for reading in readings if reading.document)
    finder = load("finders", "rules")(packs=packs)
    findings = {document.sha256: finder.find(document) for document in documents}
    linking = link(documents, findings, packs)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Book("demo", documents, findings, linking, weigh(documents, findings, linking, packs), problems)


def fires(book: Book, day: date) -> list[Incident]:
    return [event for event in book.weighing.incidents if event.type == FIRE and event.when and event.when.first == event.when.last == day]


def fire(book: Book, day: date) -> Incident:
    (found,) = fires(book, day)
    return found


def matrix(book: Book, incident: Incident) -> Matrix:
    return Index(book).matrices[incident.id]


def row(book: Book, incident: Incident, name: str) -> Row:
    (found,) = [row for row in matrix(book, incident).rows if row.name == name]
    return found


def cell(row: Row, question: str) -> list[str]:
    return [position.value for key, positions in row.cells if key == question for position in positions]


def reports(book: Book, claims: Iterable[str]) -> set[str]:
    """The numbers of the reports in which these claims stand."""
    index = Index(book)
    return {index.documents[index.claims[claim].span.doc].path[:9] for claim in claims}


def claims(book: Book, report: str) -> Iterator[Claim]:
    for document in book.documents:
        if document.path.startswith(report):
            yield from book.findings[document.sha256].claims


def actor(book: Book, report: str, name: str) -> str | None:
    (document,) = [document for document in book.documents if document.path.startswith(report)]
    return Index(book).actor_id(document.sha256, name)


def test_the_fire_of_march_is_one_incident_told_by_four_reports_and_more(book: Book) -> None:
    found = reports(book, fire(book, MARCH).claims)
    assert {"report-01", "report-02", "report-03", "report-05"} <= found


def test_the_fire_of_april_is_an_incident_of_its_own(book: Book) -> None:
    april = fire(book, APRIL)
    assert april.id != fire(book, MARCH).id
    assert reports(book, april.claims) == {"report-09"}


def test_the_fire_of_march_is_conceded_by_the_government_that_denied_it(book: Book) -> None:
    assert fire(book, MARCH).status == "conceded"


def test_the_group_says_yes_and_orsenia_says_no(book: Book) -> None:
    event = fire(book, MARCH)
    assert cell(row(book, event, GROUP), "happened") == ["yes"]
    assert set(cell(row(book, event, "Orsenia"), "happened")) == {"denies"}


def test_tarvonia_holds_two_dated_positions_in_one_split_cell(book: Book) -> None:
    values = cell(row(book, fire(book, MARCH), "Tarvonia"), "happened")
    assert [value for value in values if value != "no comment"] == ["denies", "yes"]


def test_twelve_and_two_or_three_stand_side_by_side_and_a_denial_is_no_number(book: Book) -> None:
    event = fire(book, MARCH)
    assert any("12" in value for value in cell(row(book, event, GROUP), "how_many"))
    assert any("2–3" in value for value in cell(row(book, event, "Tarvonia"), "how_many"))
    assert cell(row(book, event, "Orsenia"), "how_many") == []


def test_the_resident_tells_of_a_landing_and_the_government_only_of_a_fall_into_the_river(book: Book) -> None:
    event = fire(book, MARCH)
    landed = {row.name: [value for value in cell(row, "landed") if value.startswith("yes")] for row in matrix(book, event).rows}
    told = {name: values for name, values in landed.items() if values}
    assert sorted(told) == ["Tarvonia", "resident of Kestavar"]
    assert told["Tarvonia"] == ["yes, Ilvar River"]
    assert "no" in cell(row(book, event, "Tarvonia"), "landed")


def test_the_wire_and_its_copy_are_one_origin(book: Book) -> None:
    index = Index(book)
    claimed = [claim.id for report in ("report-01", "report-02") for claim in claims(book, report) if claim.act == "claims_responsibility"]
    assert reports(book, claimed) == {"report-01", "report-02"}
    assert len({index.origins[claim].id for claim in claimed}) == 1


def test_the_fire_of_march_rests_on_three_origins_at_the_most(book: Book) -> None:
    low, high = fire(book, MARCH).origins
    assert 1 <= low <= high <= 3


def test_no_comment_in_the_wire_is_no_denial(book: Book) -> None:
    said = [claim.act for claim in claims(book, "report-01") if claim.voice.name and "Tarvonia" in claim.voice.name]
    assert "denies" not in said
    assert "declines_comment" in said


def test_the_group_is_one_actor_under_all_its_names(book: Book) -> None:
    names = [("report-01", GROUP), ("report-07", GROUP), ("report-08", "Sarun Hills Front"), ("report-09", "Hill Guard")]
    found = {actor(book, report, name) or actor(book, report, f"the {name}") for report, name in names}
    assert len(found) == 1
    assert None not in found


def test_killed_and_captured_in_the_raid_differ_by_voice(book: Book) -> None:
    events = [event for event in book.weighing.incidents if event.when and event.when.first == event.when.last == RAID_DAY]
    told = {(row.name, value) for event in events for row in matrix(book, event).rows for value in cell(row, "killed")}
    assert any(name == "Orsenia" and value.startswith("6") for name, value in told)
    assert any(name == GROUP and value.startswith("2") for name, value in told)


def test_strengths_of_the_group_stay_four_figures_of_four_voices(book: Book) -> None:
    bounds = {(figure.amount.low, figure.amount.high) for figure in book.weighing.figures if reports(book, figure.claims) == {"report-07"}}
    assert {(1200, 1500), (None, 300), (600, 800), (4000, 4000)} <= bounds


def test_the_pledge_of_february_is_challenged_by_later_reports(book: Book) -> None:
    made = [pledge for pledge in book.weighing.pledges if pledge.kind == "pledge" and "report-04" in reports(book, pledge.claims)]
    assert "challenged" in {pledge.status for pledge in made}
    assert not {pledge.status for pledge in book.weighing.pledges} & {"broken_reported", "conceded_broken"}


def test_a_prediction_and_a_threat_are_found_in_the_analysis(book: Book) -> None:
    kinds = {pledge.kind for pledge in book.weighing.pledges if "report-07" in reports(book, pledge.claims)}
    assert {"prediction", "threat"} <= kinds


def test_the_broken_file_is_a_problem_and_stops_nothing(book: Book) -> None:
    assert [(problem.doc, problem.code) for problem in book.problems if problem.step == "read"] == [("report-10.pdf", "damaged")]
    assert len(book.documents) == 9


def test_every_sentence_of_the_brief_cites(book: Book) -> None:
    text = BriefTeller().tell(book, None).text
    assert text is not None
    assert fire(book, MARCH).id
    assert [problem.message for problem in check_brief(text, book)] == []


def test_every_claim_stands_in_its_report_word_by_word(book: Book) -> None:
    texts = {document.sha256: document.text for document in book.documents}
    found = [claim for finding in book.findings.values() for claim in finding.claims]
    assert found
    assert [claim.id for claim in found if texts[claim.span.doc][claim.span.start : claim.span.end] != claim.quote] == []
