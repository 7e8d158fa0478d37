"""The exchange format holds the whole ledger, exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from invented import CLAIMS, DOCS, DRONE, FRONT, ROCKETS, TEER, book, with_quote

from sayso.records.document import Span
from sayso.records.problem import Problem
from sayso.records.work import Citation, Work
from sayso.tell.jsonl import JsonlTeller

NAMES = ["documents", "actors", "claims", "links", "incidents", "ties", "figures", "disputes", "pledges", "origins"]
NAMES += ["works", "findings", "reviews", "problems"]


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_bytes().decode("utf-8").split("\n") if line]


def claim_of(folder: Path, ident: str) -> dict[str, Any]:
    return next(row for row in rows(folder, "claims") if row["id"] == ident)


def test_every_file_of_the_format_is_written(tmp_path: Path) -> None:
    told = JsonlTeller().tell(book(), tmp_path)
    assert {path.name for path in tmp_path.glob("*.jsonl")} == {f"{name}.jsonl" for name in NAMES}
    assert {path.stem for path in (tmp_path / "texts").iterdir()} == {document.sha256 for document in DOCS.values()}
    assert set(told.paths) == {path for path in tmp_path.rglob("*") if path.is_file()}
    assert told.problems == ()


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        JsonlTeller().tell(book(), tmp_path / name)
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_a_stored_text_keeps_its_line_ends_so_that_offsets_hold_in_the_file(tmp_path: Path) -> None:
    JsonlTeller().tell(book(), tmp_path)
    for row in rows(tmp_path, "claims"):
        sha256 = next(document["sha256"] for document in rows(tmp_path, "documents") if document["doc"] == row["doc"])
        text = (tmp_path / "texts" / f"{sha256}.txt").read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["quote"]
        assert all(text[slot["start"] : slot["end"]] == slot["value"] for slot in row["slots"])


def test_a_document_tells_where_each_field_was_found(tmp_path: Path) -> None:
    told = book()
    known = tuple(replace(document, known_from=(("title", "meta og:title"),)) for document in told.documents)
    JsonlTeller().tell(replace(told, documents=known), tmp_path)
    assert {tuple(row["known_from"].items()) for row in rows(tmp_path, "documents")} == {(("title", "meta og:title"),)}


def test_claims_stand_in_the_order_of_documents_and_places(tmp_path: Path) -> None:
    JsonlTeller().tell(book(tuple(reversed(CLAIMS))), tmp_path)
    order = [(row["doc"], row["start"], row["end"], row["id"]) for row in rows(tmp_path, "claims")]
    assert order == sorted(order)
    assert len(order) == len(CLAIMS)


def test_a_claim_names_its_actor_incident_origin_and_that_nobody_reviewed_it(tmp_path: Path) -> None:
    JsonlTeller().tell(book(), tmp_path)
    row = claim_of(tmp_path, FRONT.id)
    assert row["voices"][0]["actor"] == "harran-front"
    assert (row["incident"], row["origin"], row["review"]) == (ROCKETS, f"o-{FRONT.id}", "unsupervised")
    assert row["said"] == {"first": "2031-03-04", "last": "2031-03-04", "precision": "day", "basis": "stated", "text": "4 March"}


def test_a_number_and_a_place_are_written_flat_beside_their_words(tmp_path: Path) -> None:
    JsonlTeller().tell(book(), tmp_path)
    count, target = claim_of(tmp_path, FRONT.id)["slots"]
    assert (count["value"], count["low"], count["high"], count["unit"]) == ("12 rockets", 12, 12, "rockets")
    assert target["place"]["name"] == "Kest"
    assert "low" not in target


def test_a_claim_whose_quotation_does_not_stand_in_the_text_is_a_problem_and_not_a_line(tmp_path: Path) -> None:
    told = JsonlTeller().tell(book([with_quote(FRONT, FRONT.quote.replace("12", "13")), *CLAIMS[1:]]), tmp_path)
    assert FRONT.id not in {row["id"] for row in rows(tmp_path, "claims")}
    assert FRONT.id not in rows(tmp_path, "incidents")[1]["claims"]
    assert [problem.code for problem in told.problems] == ["misplaced_quote"]
    assert [row["code"] for row in rows(tmp_path, "problems")] == ["misplaced_quote"]


def test_a_detail_that_does_not_stand_in_the_text_is_left_out_and_its_claim_kept(tmp_path: Path) -> None:
    wrong = replace(FRONT, slots=(replace(FRONT.slots[0], text="13 rockets"), FRONT.slots[1]))
    told = JsonlTeller().tell(book([wrong, *CLAIMS[1:]]), tmp_path)
    assert [slot["name"] for slot in claim_of(tmp_path, FRONT.id)["slots"]] == ["target"]
    assert [problem.code for problem in told.problems] == ["misplaced_slot"]


def test_problems_of_earlier_steps_and_reviews_are_kept_as_they_are(tmp_path: Path) -> None:
    problem = Problem("scan.pdf", "read", "no_text", "no text layer", "sayso run --ocr scan.pdf")
    JsonlTeller().tell(replace(book(problems=(problem,)), reviews_text='{"who": "ana"}\n'), tmp_path)
    assert rows(tmp_path, "problems")[0]["message"] == "no text layer"
    assert (tmp_path / "reviews.jsonl").read_bytes() == b'{"who": "ana"}\n'


def test_links_and_disputes_have_the_keys_of_the_format(tmp_path: Path) -> None:
    JsonlTeller().tell(book(), tmp_path)
    (link,) = rows(tmp_path, "links")
    assert (link["left"], link["right"], link["kind"], link["reasons"][0]["feature"]) == (TEER.id, FRONT.id, "denies", "same day")
    assert [side["value"] for side in rows(tmp_path, "disputes")[0]["sides"]] == ["yes", "no"]
    assert {row["id"]: row["docs"] for row in rows(tmp_path, "incidents")} == {ROCKETS: ["a.txt", "sub/b.txt"], "i-drone": ["c.txt"]}
    assert claim_of(tmp_path, DRONE.id)["incident"] == "i-drone"


def test_without_a_folder_the_claims_are_given_back_as_text() -> None:
    told = JsonlTeller().tell(book(), None)
    assert told.text is not None
    assert len(told.text.splitlines()) == len(CLAIMS)


def test_a_work_is_told_with_each_note_that_cites_it(tmp_path: Path) -> None:
    document = next(iter(DOCS.values()))
    note = Citation(
        document.sha256, "^{ii}", Span(document.sha256, 3, 8), Span(document.sha256, 20, 40), "inferred", "w-1", ("broken_numbering",)
    )
    work = Work("w-1", "Nadir Renn", "Rockets over Kest", None, None, "https://velm.example/a", (note,), document.sha256)
    JsonlTeller().tell(replace(book(), linking=replace(book().linking, works=(work,))), tmp_path)
    (row,) = rows(tmp_path, "works")
    (cited,) = row["cited_by"]
    assert (row["author"], row["title"], row["publisher"], row["document"]) == ("Nadir Renn", "Rockets over Kest", None, document.path)
    assert cited == {
        "doc": document.path, "label": "^{ii}", "marker": {"start": 3, "end": 8}, "entry": {"start": 20, "end": 40},
        "ibid_of": "w-1", "edge": "inferred", "defects": ["broken_numbering"],
    }  # fmt: skip
