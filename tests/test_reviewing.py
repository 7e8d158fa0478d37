"""What people decide holds, whatever is found, linked or read later (design.md, section 1)."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import date
from errno import EIO
from pathlib import Path

import pytest
import standin

from sayso.ledger import Ledger
from sayso.records.claim import Claim, Finding, numbered
from sayso.records.document import Document, Span
from sayso.records.trouble import Exit, Trouble

pytestmark = pytest.mark.usefixtures("quick_finder")


@pytest.fixture
def ledger(tmp_path: Path, pile: Path) -> Ledger:
    made = Ledger.init(tmp_path / "case", packs=())
    made.run(sorted(pile.glob("*.txt")))
    return made


def claim(ledger: Ledger, words: str) -> Claim:
    (found,) = [one for one in ledger.claims() if words in one.quote]
    return found


class Better(standin.StandIn):
    """A finder of a later version that reads the same clauses otherwise, as `read_again` says."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.key = self.key.replace("stand-in 1", "stand-in 2")

    def find(self, document: Document) -> Finding:
        found = super().find(document)
        return replace(found, claims=tuple(numbered([self.again(one, document) for one in found.claims])))

    def again(self, one: Claim, document: Document) -> Claim:
        return replace(one, act="assesses", modality="probable", slots=())


class Shifted(Better):
    """The same, with clauses that begin a word later."""

    def again(self, one: Claim, document: Document) -> Claim:
        start = one.span.start + len(one.voice.text) + 1
        return replace(
            one, span=Span(one.span.doc, start, one.span.end), quote=document.text[start : one.span.end], act="assesses", slots=()
        )


def read_by(finder: type, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """The ledger gone through by another finder, with everything under .sayso made again."""
    monkeypatch.setattr(standin, "StandIn", finder)
    ledger.close()
    again = Ledger(ledger.folder)
    again.run()
    return again


def states(ledger: Ledger) -> dict[str, str]:
    return {one.id: one.review for one in ledger.claims()}


def test_an_accepted_claim_is_a_fact_that_a_better_finder_does_not_change(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = claim(ledger, "twelve rockets")
    with ledger.edit("lena", "I read it") as edit:
        edit.accept(fact.id)
    again = read_by(Better, ledger, monkeypatch)
    assert claim(again, "twelve rockets") == replace(fact, review="accepted")
    assert claim(again, "look into the matter").act == "assesses"


def test_a_corrected_claim_survives_a_better_finder_under_its_old_address(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.correct(f"c:{before.id}", act="concedes", killed="3 people", modality="certain")
    after = claim(ledger, "twelve rockets")
    assert (after.id, after.act, after.review) == (before.id, "concedes", "corrected")
    assert (killed := after.slot("killed")) is not None
    assert killed.amount is not None
    assert killed.amount.low == 3
    for finder in (Better, Shifted):
        again = read_by(finder, ledger, monkeypatch)
        assert claim(again, "twelve rockets") == after
        assert len(again.claims()) == 3
        assert again.check() == []


def test_what_the_machine_finds_of_the_same_kind_and_voice_on_half_its_span_folds_under_a_fact(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = claim(ledger, "denied that any rockets")
    with ledger.edit("lena") as edit:
        edit.accept(fact.id)
    again = read_by(Shifted, ledger, monkeypatch)
    assert claim(again, "that any rockets").id == fact.id
    assert claim(again, "that any rockets").span == fact.span


class Twofold(standin.StandIn):
    """Finds in every clause a second claim of the same kind, voice and span."""

    def find(self, document: Document) -> Finding:
        found = super().find(document)
        more = [replace(one, verb="attack", kind="event") for one in found.claims if one.kind == "event"]
        return replace(found, claims=tuple(numbered([*found.claims, *more])))


def test_a_claim_that_was_seen_beside_a_fact_is_another_and_does_not_fold_under_it(
    tmp_path: Path, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standin, "StandIn", Twofold)
    ledger = Ledger.init(tmp_path / "case", packs=())
    ledger.run([pile / "a.txt"])
    first, second = ledger.claims()
    with ledger.edit("lena") as edit:
        edit.correct(first.id, verb="armed_clash")
    assert states(ledger) == {first.id: "corrected", second.id: "unsupervised"}


def test_a_rejected_claim_leaves_incidents_and_briefs_and_stays_in_the_export(ledger: Ledger, tmp_path: Path) -> None:
    wrong = claim(ledger, "twelve rockets")
    assert wrong.id in ledger.incident_of()
    with ledger.edit("lena", "it was another river") as edit:
        edit.reject(wrong.id)
    assert wrong.id not in ledger.incident_of()
    assert all(wrong.id not in incident.claims for incident in ledger.incidents())
    assert f"c:{wrong.id}" not in (ledger.tell("brief").text or "")
    ledger.tell("jsonl", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["id"]: row["review"] for row in rows}[wrong.id] == "rejected"
    assert (tmp_path / "out" / "reviews.jsonl").read_bytes() == ledger.journal.path.read_bytes()
    assert ledger.check() == []


def test_a_rejection_holds_for_the_reading_that_was_rejected(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.reject(wrong.id)
    ledger.run()
    assert states(ledger)[wrong.id] == "rejected"
    again = read_by(Better, ledger, monkeypatch)
    assert (claim(again, "twelve rockets").act, claim(again, "twelve rockets").review) == ("assesses", "unsupervised")


def test_undo_is_one_more_decision_and_gives_the_machines_reading_back(ledger: Ledger) -> None:
    before = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.correct(before.id, act="concedes")
        edit.undo()
    assert claim(ledger, "twelve rockets") == before
    assert [review.verb for review in ledger.journal.read().reviews] == ["correct", "undo"]
    with ledger.edit("lena") as edit:
        edit.undo(ledger.journal.read().reviews[1].hash[:8])
    assert claim(ledger, "twelve rockets").act == "concedes"


def test_the_last_decision_on_a_claim_is_undone_by_the_claims_id(ledger: Ledger) -> None:
    first, second = claim(ledger, "twelve rockets"), claim(ledger, "any rockets")
    with ledger.edit("lena") as edit:
        edit.accept(first.id)
        edit.accept(second.id)
        edit.undo(f"c:{first.id}")
    assert (states(ledger)[first.id], states(ledger)[second.id]) == ("unsupervised", "accepted")
    with ledger.edit("lena") as edit:
        edit.undo(f"c:{second.id[:6]}")
    assert states(ledger)[second.id] == "unsupervised"


def test_a_beginning_that_two_claims_share_undoes_nothing(ledger: Ledger) -> None:
    with ledger.edit("lena") as edit:
        edit.accept(claim(ledger, "twelve rockets").id)
        edit.accept(claim(ledger, "any rockets").id)
    with pytest.raises(Trouble, match="`c:` begins 2 ids"), ledger.edit("lena") as edit:
        edit.undo("c:")
    assert [review.verb for review in ledger.journal.read().reviews] == ["accept", "accept"]


def test_a_claim_written_by_a_person_is_manual_and_stays(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    text = next(document for document in ledger.documents() if document.path == "a.txt").text
    start = text.index("nothing in it is real")
    line = f"- @ - | - | statement | (author) | asserts | | a.txt:{start}-{start + len('nothing in it is real')}"
    with ledger.edit("lena") as edit:
        edit.add(line)
    again = read_by(Better, ledger, monkeypatch)
    written = claim(again, "nothing in it is real")
    assert (written.quote, written.review, written.found_by) == ("nothing in it is real", "manual", "lena")
    assert again.check() == []
    with pytest.raises(Trouble, match="is found already"), again.edit("lena") as edit:
        edit.add(line)


def test_the_document_of_a_written_claim_is_named_as_it_is_shown(ledger: Ledger) -> None:
    (document,) = ledger.documents(source="a.txt")
    with ledger.edit("lena") as edit:
        edit.add(f"- @ - | - | statement | (author) | asserts | | d:{document.sha256[:8]}:0-9")
    assert [one.document.path for one in ledger.claims(review="manual")] == ["a.txt"]


def test_everything_is_made_again_from_what_people_wrote(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.edit("lena") as edit:
        edit.correct(claim(ledger, "twelve rockets").id, act="concedes")
        edit.reject(claim(ledger, "look into").id)
        edit.notsame(claim(ledger, "twelve rockets").id, ledger.incidents()[0].id)
    ledger.tell("jsonl", tmp_path / "before")
    ledger.close()
    shutil.rmtree(ledger.folder / ".sayso")
    again = Ledger(ledger.folder)
    again.run()
    again.tell("jsonl", tmp_path / "after")
    for file in sorted((tmp_path / "before").glob("*.jsonl")):
        assert (tmp_path / "after" / file.name).read_bytes() == file.read_bytes(), file.name


def test_weighing_with_a_decision_gives_what_a_whole_run_gives(ledger: Ledger) -> None:
    with ledger.edit("lena") as edit:
        edit.reject(claim(ledger, "twelve rockets").id)
    after = ledger.book()
    ledger.link()
    ledger.weigh()
    assert ledger.book() == after


def test_what_is_decided_on_is_given_as_itself_or_by_its_id(ledger: Ledger) -> None:
    said, denied, other = claim(ledger, "twelve rockets"), claim(ledger, "any rockets"), claim(ledger, "look into")
    tarvonia, orsenia = ledger.actor("Tarvonia"), ledger.actors(actor="Orsenia")[0]
    with ledger.edit("lena") as edit:
        edit.accept(said)
        edit.accept(ledger.incident(said))
        edit.reject(other)
        taken_back = edit.accept(orsenia)
        edit.undo(taken_back)
        edit.undo(other)
        edit.notsame(tarvonia, orsenia)
        edit.notsame(denied, ledger.incidents()[0])
        edit.accept(ledger.document("c.txt").path.replace("c.txt", f"c:{other.id}"))
    assert [(one.verb, one.about) for one in ledger.journal.read().reviews] == [
        ("accept", "claim"), ("accept", "incident"), ("reject", "claim"), ("accept", "actor"), ("undo", "review"), ("undo", "review"),
        ("notsame", "actor"), ("notsame", "incident"), ("accept", "claim"),
    ]  # fmt: skip
    assert states(ledger) == {said.id: "accepted", denied.id: "unsupervised", other.id: "accepted"}
    assert ledger.incident_of()[said.id] != ledger.incident_of()[denied.id]


def test_a_number_or_range_is_of_what_was_counted_there_and_none_takes_it_out(ledger: Ledger) -> None:
    before = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.correct(before, killed="3 people")
    for value, shown in (((2, 3), "2–3 people"), (4, "4 people"), ((2, None), "2+ people"), ((None, 5), "≤5 people")):
        with ledger.edit("lena") as edit:
            edit.correct(ledger.claim(before), killed=value)
        killed = ledger.claim(before.id).slot("killed")
        assert killed is not None
        assert f"{killed.amount} {killed.amount.unit if killed.amount else ''}" == shown
    with pytest.raises(Trouble, match=r"\(3, 2\) is no range"), ledger.edit("lena") as edit:
        edit.correct(before, killed=(3, 2))
    with pytest.raises(Trouble, match=r"\(1, 2, 3\) is no range"), ledger.edit("lena") as edit:
        edit.correct(before, killed=(1, 2, 3))  # type: ignore[arg-type]
    with ledger.edit("lena") as edit:
        edit.correct(before, killed=None, voice=ledger.actor("Tarvonia"), when=date(2024, 3, 4))
    after = ledger.claim(before)
    assert (after.slot("killed"), after.voice.name) == (None, "Tarvonia")
    assert str(getattr(after.slot("when"), "when", None)) == "2024-03-04"


def test_claims_are_parted_and_joined_and_the_word_outlives_another_finder(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    said, denied = claim(ledger, "twelve rockets"), claim(ledger, "any rockets")
    assert ledger.incident_of()[said.id] == ledger.incident_of()[denied.id]
    with ledger.edit("lena", "two nights") as edit:
        edit.notsame(said.id, ledger.incidents()[0].id)
    assert ledger.incident_of()[said.id] != ledger.incident_of()[denied.id]
    again = read_by(Shifted, ledger, monkeypatch)
    said, denied = claim(again, "twelve rockets"), claim(again, "any rockets")
    assert again.incident_of()[said.id] != again.incident_of()[denied.id]
    with again.edit("lena", "one night after all") as edit:
        edit.same(again.incident_of()[said.id], again.incident_of()[denied.id])
    assert again.incident_of()[said.id] == again.incident_of()[denied.id]


def test_decisions_name_claims_and_never_incidents_or_actors(ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    actor, other = [one for one in ledger.actors() if one.name in ("Tarvonia", "Orsenia")]
    with ledger.edit("lena") as edit:
        edit.reject(incident.id)
        edit.same(actor.id, other.id)
    content = ledger.journal.text()
    assert f'"{incident.id}"' not in content
    assert actor.id not in content
    assert other.id not in content


def test_a_rejected_incident_leaves_the_brief_and_an_accepted_one_goes_back_to_the_rules(ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    with ledger.edit("lena") as edit:
        edit.reject(incident.id)
    assert ledger.incidents()[0].status == "rejected"
    assert "contested" not in (ledger.tell("brief").text or "").lower()
    assert ledger.check() == []
    with ledger.edit("lena") as edit:
        edit.correct(incident.id, status="pending")
    assert ledger.incidents()[0].status == "pending"
    with ledger.edit("lena") as edit:
        edit.accept(incident.id)
    assert ledger.incidents()[0].status == incident.status


def test_two_actors_are_one_when_a_person_says_so_and_bear_the_name_he_gives(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = {actor.name: actor.id for actor in ledger.actors()}
    with ledger.edit("lena") as edit:
        edit.same(ids["Tarvonia"], ids["Orsenia"])
        edit.correct(ids["Tarvonia"], name="The Two Valleys", side="north")
    again = read_by(Better, ledger, monkeypatch)
    (actor,) = again.actors()
    assert (actor.name, actor.side) == ("The Two Valleys", "north")


def test_what_cannot_be_placed_again_is_listed_not_lost(ledger: Ledger) -> None:
    fact = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.accept(fact.id)
    table = ledger.archive.table
    table.write_text(
        "\n".join(line for line in table.read_text(encoding="utf-8").split("\n") if not line.startswith("a.txt")), encoding="utf-8"
    )
    ledger.run()
    (problem,) = [one for one in ledger.problems() if one.code == "review_unplaced"]
    assert "its document is no longer here: “Tarvonia said that twelve rockets hit" in problem.message
    assert ledger.decisions().column("state") == ["no place"]
    assert len(ledger.journal.read().reviews) == 1


def test_a_decision_goes_along_when_a_repaired_text_takes_the_place_of_its_document(ledger: Ledger, tmp_path: Path) -> None:
    fact = claim(ledger, "twelve rockets")
    with ledger.edit("lena") as edit:
        edit.accept(fact.id)
    text = (ledger.archive.folder / "a.txt").read_text(encoding="utf-8")
    table = ledger.archive.table
    table.write_text(
        "\n".join(line for line in table.read_text(encoding="utf-8").split("\n") if not line.startswith("a.txt")), encoding="utf-8"
    )
    (tmp_path / "a-repaired.txt").write_text("Second edition.\n" + text, encoding="utf-8")
    ledger.run([tmp_path / "a-repaired.txt"])
    moved = claim(ledger, "twelve rockets")
    assert (moved.id, moved.review, moved.span.start) == (fact.id, "accepted", fact.span.start + len("Second edition.\n"))
    assert ledger.check() == []


def test_a_withdrawn_document_leaves_only_its_hash_and_the_reason(ledger: Ledger, pile: Path) -> None:
    document = next(document for document in ledger.documents() if document.path == "a.txt")
    brief = ledger.folder / "briefs" / "today.md"
    ledger.tell("brief", brief)
    with ledger.edit("lena", "Tarvonia wrote so") as edit:
        edit.accept(claim(ledger, "twelve rockets").id)
    with ledger.edit("lena", "I heard it") as edit:
        edit.correct(claim(ledger, "any rockets").id, act="concedes")
    gone, briefs = ledger.withdraw("a.txt", "the source asked for it", "lena")
    ledger.close()
    assert (gone.path, briefs) == ("a.txt", ["today.md"])
    brief.unlink()
    for file in ledger.folder.rglob("*"):
        if file.is_file():
            assert b"twelve rockets" not in file.read_bytes(), file
            assert b"Tarvonia" not in file.read_bytes(), file
    content = ledger.journal.text()
    assert document.sha256 in content
    assert "the source asked for it" in content
    again = Ledger(ledger.folder)
    assert again.check() == []
    assert again.decisions().column("state") == ["words withdrawn", "holds", "holds"]
    (problem,) = again.run([pile / "a.txt"]).arrivals.problems
    assert (problem.code, "the source asked for it" in problem.message) == ("withdrawn", True)
    assert [document.path for document in again.documents()] == ["b.txt", "c.txt"]


def test_a_withdrawal_that_was_stopped_half_way_is_carried_out_by_the_next_writer(ledger: Ledger) -> None:
    from sayso.judging import Judge
    from sayso.reviewing import now

    document = next(document for document in ledger.documents() if document.path == "a.txt")
    ledger.journal.append(Judge(ledger.lookup(), "lena", now(), "asked for").withdraw(document))
    ledger.run()
    assert [document.path for document in ledger.documents()] == ["b.txt", "c.txt"]
    assert not (ledger.archive.folder / "a.txt").exists()


def test_a_decision_on_a_claim_of_a_listing_holds_the_claim_alone(ledger: Ledger) -> None:
    from sayso.judging import Judge

    one, other = ledger.claims()[:2]
    judge = Judge(ledger.lookup(), "lena", "2024-03-09T10:00:00Z")
    for review in (judge.on("correct", one, {"act": "concedes"}), judge.between("notsame", one, other)):
        kept = [claim for target in review.targets if target.seen for claim in (target.seen.before, target.seen.after) if claim]
        assert {type(claim) for claim in kept} == {Claim}


def test_a_decision_that_was_stopped_before_it_was_worked_in_waits_and_is_no_fault(ledger: Ledger) -> None:
    from sayso.judging import Judge
    from sayso.reviewing import now

    wrong = claim(ledger, "twelve rockets")
    ledger.journal.append(Judge(ledger.lookup(), "lena", now()).on("reject", wrong, {}))
    assert ledger.check() == []
    assert ledger.unfinished() == ["1 decision is not worked in yet: run `sayso run`"]
    ledger.run()
    assert (ledger.unfinished(), states(ledger)[wrong.id]) == ([], "rejected")


def test_nothing_that_follows_from_a_decision_is_kept_unless_the_disk_has_the_decision(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong, flushed = claim(ledger, "twelve rockets"), list[int]()

    def lost(descriptor: int) -> None:
        flushed.append(descriptor)
        raise OSError(EIO, "the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lost)
        with pytest.raises(OSError, match="the disk is gone"), ledger.edit("lena") as edit:
            edit.reject(wrong)
    assert len(flushed) == 1
    assert states(ledger)[wrong.id] == "unsupervised"
    assert ledger.unfinished() == ["1 decision is not worked in yet: run `sayso run`"]
    ledger.run()
    assert states(ledger)[wrong.id] == "rejected"


def test_a_cut_tail_is_told_by_check_and_by_every_brief(ledger: Ledger) -> None:
    with ledger.edit("lena") as edit:
        edit.accept(claim(ledger, "twelve rockets").id)
        edit.accept(claim(ledger, "any rockets").id)
    ledger.tell("brief", ledger.folder / "briefs" / "today.md")
    assert ledger.journal.read().head in (ledger.folder / "briefs" / "today.md").read_text(encoding="utf-8")
    assert ledger.check() == []
    lines = ledger.journal.path.read_bytes().splitlines(keepends=True)
    ledger.journal.path.write_bytes(lines[0])
    assert {problem.code for problem in ledger.check()} == {"reviews_cut", "head_unknown"}
    ledger.run()
    assert {problem.code for problem in ledger.check()} == {"reviews_cut", "head_unknown"}
    ledger.journal.path.write_bytes(b"".join(lines))
    ledger.run()
    assert ledger.check() == []


def test_a_brief_that_cites_a_rejected_claim_is_told(ledger: Ledger) -> None:
    wrong = claim(ledger, "twelve rockets")
    ledger.tell("brief", ledger.folder / "briefs" / "today.md")
    with ledger.edit("lena") as edit:
        edit.reject(wrong.id)
    assert {problem.code for problem in ledger.check()} == {"claim_rejected"}


def test_a_damaged_database_is_told_by_check_and_made_again_with_a_message(ledger: Ledger) -> None:
    with ledger.edit("lena") as edit:
        edit.accept(claim(ledger, "twelve rockets").id)
    ledger.close()
    file = ledger.folder / ".sayso" / "ledger.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 16
    file.write_bytes(bytes(content))
    assert [problem.code for problem in Ledger(ledger.folder, read_only=True).check()] == ["database_damaged"]
    again = Ledger(ledger.folder)
    again.run()
    assert again.notices == [".sayso/ledger.db is damaged: its bytes are not those that Sayso left; it is made again"]
    assert list(states(again).values()).count("accepted") == 1
    again.close()
    assert Ledger(ledger.folder, read_only=True).check() == []


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("claim", {"act": "shouts"}, "`act` does not know `shouts`"),
        ("claim", {"colour": "red"}, "`colour` cannot be corrected here"),
        ("claim", {}, "nothing is corrected"),
        ("claim", {"span": "5-2"}, "`5-2` is no place in a.txt"),
        ("claim", {"voice": "Nobody Here"}, "“Nobody Here” does not stand in a.txt"),
        ("claim", {"when": "yesterday"}, "`when` is not understood"),
        ("claim", {"killed": "abc"}, "“abc” does not stand in the clause"),
        ("incident", {"status": "true"}, "`status` does not know `true`"),
        ("actor", {"kind": "dragon"}, "`kind` does not know `dragon`"),
        ("document", {"title": "x"}, "a document is no claim"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_is_kept(ledger: Ledger, name: str, changes: dict[str, str], message: str) -> None:
    ids = {
        "claim": claim(ledger, "twelve rockets").id,
        "incident": ledger.incidents()[0].id,
        "actor": ledger.actors()[0].id,
        "document": "a.txt",
    }
    with pytest.raises(Trouble) as told, ledger.edit("lena") as edit:
        edit.correct(ids[name], **changes)
    assert message in told.value.message
    assert ledger.journal.read().reviews == ()


def test_a_correction_may_move_the_clause_name_another_voice_and_take_details_out(ledger: Ledger) -> None:
    before = claim(ledger, "twelve rockets")
    text = next(document.text for document in ledger.documents() if document.path == "a.txt")
    start = text.index("twelve rockets")
    with ledger.edit("lena") as edit:
        edit.correct(
            before.id,
            span=f"{start}-{before.span.end}",
            voice="(author)",
            when=None,
            said=date(2024, 3, 6),
            landed="Kestavar",
            count=f"12 rockets@{start}-{start + 14}",
        )
    after = claim(ledger, "twelve rockets")
    assert after.quote.startswith("twelve rockets hit")
    assert (after.id, after.voice.text, str(after.said), after.slot("when")) == (before.id, "(author)", "2024-03-06", None)
    assert (landed := after.slot("landed")) is not None
    assert (landed.text, landed.place and landed.place.id) == ("Kestavar", "kestavar")
    assert (count := after.slot("count")) is not None
    assert count.text == "twelve rockets"
    assert ledger.check() == []


def test_one_who_decides_keeps_other_writers_out(ledger: Ledger) -> None:
    with ledger.edit("lena"), pytest.raises(Trouble) as busy, Ledger(ledger.folder).edit("amir"):
        pass
    assert busy.value.code == Exit.BUSY


def test_a_decision_stays_with_what_is_shown_while_another_finder_is_half_way_through(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standin, "StandIn", Better)
    ledger.close()
    stopped = Ledger(ledger.folder)
    asked = iter([False, True])
    assert stopped.find(jobs=1, stopped=lambda: next(asked, True)).stopped
    with stopped.edit("lena") as edit:
        edit.accept(claim(stopped, "twelve rockets").id)
    assert [one.act for one in stopped.claims()] == ["asserts", "denies", "asserts"]
    assert stopped.check() == []
    stopped.run()
    assert sorted(one.act for one in stopped.claims()) == ["asserts", "assesses", "assesses"]
    assert claim(stopped, "twelve rockets").review == "accepted"


def test_every_file_of_a_withdrawn_text_goes_with_it(ledger: Ledger, tmp_path: Path) -> None:
    text = (ledger.archive.folder / "a.txt").read_text(encoding="utf-8")
    (tmp_path / "twin.txt").write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    ledger.run([tmp_path / "twin.txt"])
    assert (ledger.archive.folder / "twin.txt").exists()
    ledger.withdraw("a.txt", "asked for", "lena")
    assert sorted(path.name for path in ledger.archive.folder.iterdir()) == ["b.txt", "c.txt"]
    assert [problem.code for problem in ledger.run([tmp_path / "twin.txt"]).arrivals.problems] == ["withdrawn"]
    assert ledger.check() == []
