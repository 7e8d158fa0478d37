"""What `tell jsonl` writes is the ledger itself: another one made from it tells the same, and goes on the same way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Trouble


def told(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    """Every file of the export, by its path in it."""
    ledger.tell("jsonl", folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def decided(ledger: Ledger) -> Ledger:
    """A ledger with packs, a brief, a corrected claim and a rejected one."""
    actor = "- {id: tarvonia, name: Tarvonia, kind: state, names: [Tarvonia], source: 'https://example.org'}\n"
    (ledger.folder / "packs" / "actors.yml").write_text(actor, encoding="utf-8")
    (ledger.folder / "briefs" / "mine.md").write_text("# Mine\n", encoding="utf-8")
    first, second = ledger.claims()[:2]
    with ledger.edit("ana") as edit:
        edit.correct(first.id, act="concedes")
        edit.reject(second.id)
    return Ledger(ledger.folder)


def test_a_ledger_made_from_an_export_tells_the_same(decided: Ledger, tmp_path: Path) -> None:
    before = told(decided, tmp_path / "out")
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert told(made, tmp_path / "out again") == before
    assert before["ledger/documents/a.txt"] == (made.folder / "documents" / "a.txt").read_bytes()
    assert made.check() == []


def test_it_goes_on_as_the_first_would(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    for one in (decided, made):
        with one.edit("ana") as edit:
            edit.undo()
            edit.undo()
    acts = [[(claim.id, claim.act, claim.review) for claim in one.claims()] for one in (decided, made)]
    assert acts[0] == acts[1]
    assert {review for _, _, review in acts[1]} == {"unsupervised"}
    assert made.run().found.done == 3
    assert [(claim.id, claim.act, claim.review) for claim in made.claims()] == acts[0]


def test_what_another_finder_found_is_taken_as_it_stands(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    findings = tmp_path / "out" / "findings.jsonl"
    findings.write_bytes(findings.read_bytes().replace(b"stand-in 1", b"an older one"))
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert [claim.id for claim in made.claims()] == [claim.id for claim in decided.claims()]


def test_problems_of_files_and_documents_come_along(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert made.problems() == decided.problems()
    assert [problem.doc for problem in made.problems()] == ["scan.pdf"]


def test_the_words_of_a_withdrawn_document_are_not_in_the_export(decided: Ledger, tmp_path: Path) -> None:
    decided.withdraw("b.txt", "asked", "ana")
    assert all(b"denied that any rockets" not in content for content in told(decided, tmp_path / "out").values())
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert [document.path for document in made.documents()] == ["a.txt", "c.txt"]


def test_an_original_that_was_changed_on_the_way_is_told(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    (tmp_path / "out" / "ledger" / "documents" / "a.txt").write_text("changed", encoding="utf-8")
    made = Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert "original_changed" in {problem.code for problem in made.problems()}
    assert {claim.document.path for claim in made.claims()} == {"b.txt", "c.txt"}


def test_an_export_among_the_briefs_does_not_hold_itself(decided: Ledger) -> None:
    out = decided.folder / "briefs" / "out"
    assert told(decided, out) == told(decided, out)


@pytest.mark.parametrize("name", ["findings.jsonl", "problems.jsonl", "reviews.jsonl", "ledger/sayso.toml"])
def test_half_an_export_makes_no_ledger(decided: Ledger, tmp_path: Path, name: str) -> None:
    told(decided, tmp_path / "out")
    (tmp_path / "out" / name).unlink()
    with pytest.raises(Trouble, match=f"holds no whole ledger: {name} is not there"):
        Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert not (tmp_path / "again").exists()


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_started(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    findings = tmp_path / "out" / "findings.jsonl"
    findings.write_bytes(findings.read_bytes() + b'{"doc": 3}\n')
    with pytest.raises(Trouble, match=r"findings.jsonl:4: this line cannot be read"):
        Ledger.init(tmp_path / "again", source=tmp_path / "out")
    assert not (tmp_path / "again").exists()


def test_a_folder_with_a_ledger_is_left_alone(decided: Ledger, tmp_path: Path) -> None:
    told(decided, tmp_path / "out")
    shutil.copytree(decided.folder, tmp_path / "other")
    with pytest.raises(Trouble, match="there is a ledger"):
        Ledger.init(tmp_path / "other", source=tmp_path / "out")
