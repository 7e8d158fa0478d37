from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sayso
from sayso.archive import Archive
from sayso.ledger import Ledger
from sayso.records.trouble import Exit, Trouble

pytestmark = pytest.mark.usefixtures("quick_finder")


def export(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    ledger.tell("jsonl", folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_run_reads_finds_links_and_weighs(ledger: Ledger) -> None:
    assert [document.path for document in ledger.documents()] == ["a.txt", "b.txt", "c.txt"]
    assert len(ledger.claims()) == 3
    assert ledger.counts() == {"documents": 3, "claims": 3, "incidents": 1, "contested": 1, "problems": 1}


def test_a_second_run_adds_nothing(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    before = export(ledger, tmp_path / "before")
    table = ledger.archive.table.read_bytes()
    again = ledger.run([pile])
    assert (again.documents, again.arrivals.known) == (0, ("a.txt", "b.txt", "c.txt"))
    assert ledger.archive.table.read_bytes() == table
    assert export(ledger, tmp_path / "after") == before


def test_what_is_deleted_under_sayso_is_made_again_byte_for_byte(ledger: Ledger, tmp_path: Path) -> None:
    before = export(ledger, tmp_path / "before")
    ledger.close()
    shutil.rmtree(ledger.folder / ".sayso")
    again = Ledger(ledger.folder)
    again.run()
    assert export(again, tmp_path / "after") == before


def test_originals_are_kept_unaltered_and_never_overwritten(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_bytes(b"Tarvonia said\r\nnothing of the kind happened, and that this text is another one.\r\n")
    ledger.read([other])
    kept = {path.name: path.read_bytes() for path in ledger.archive.folder.iterdir()}
    assert kept["a.txt"] == (pile / "a.txt").read_bytes()
    assert kept["a-2.txt"] == (other / "a.txt").read_bytes()
    assert [original.path for original in ledger.archive.originals()] == ["a.txt", "b.txt", "c.txt", "a-2.txt"]


def test_a_file_that_cannot_be_read_stays_a_problem_until_it_can(ledger: Ledger, pile: Path) -> None:
    assert [problem.code for problem in ledger.problems()] == ["damaged"]
    (pile / "scan.pdf").unlink()
    shutil.copy(pile / "c.txt", pile / "scan.txt")
    assert ledger.run([pile]).arrivals.known == ("a.txt", "b.txt", "c.txt", "scan.txt")
    assert [problem.doc for problem in ledger.problems()] == ["scan.pdf"]


def test_the_same_bytes_twice_are_one_document_with_two_paths(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    shutil.copy(pile / "a.txt", tmp_path / "more" / "z.txt")
    assert ledger.run([tmp_path / "more"]).arrivals.known == ("z.txt",)
    assert [document.paths for document in ledger.documents()] == [("a.txt", "z.txt"), ("b.txt",), ("c.txt",)]
    assert [original.path for original in ledger.archive.originals()] == ["a.txt", "b.txt", "c.txt", "z.txt"]
    assert ledger.check() == []


def test_the_same_text_in_other_bytes_is_one_document_and_both_originals_are_kept(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    text = (pile / "a.txt").read_text(encoding="utf-8")
    (tmp_path / "w.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    done = ledger.run([tmp_path / "w.txt"])
    assert (done.documents, done.arrivals.known) == (0, ("w.txt",))
    assert [document.paths for document in ledger.documents()] == [("a.txt", "w.txt"), ("b.txt",), ("c.txt",)]
    assert (ledger.archive.folder / "w.txt").read_bytes() == (tmp_path / "w.txt").read_bytes()
    assert ledger.check() == []


def test_further_paths_are_the_same_after_sayso_was_deleted_and_nothing_is_added_twice(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    shutil.copy(pile / "a.txt", pile / "z.txt")
    (pile / "w.txt").write_bytes((pile / "a.txt").read_bytes() + b"\r\n")
    ledger.run([pile])
    before, table = export(ledger, tmp_path / "before"), ledger.archive.table.read_bytes()
    ledger.run([pile])
    assert ledger.archive.table.read_bytes() == table
    ledger.close()
    shutil.rmtree(ledger.folder / ".sayso")
    again = Ledger(ledger.folder)
    again.run()
    assert again.documents()[0].paths == ("a.txt", "w.txt", "z.txt")
    assert export(again, tmp_path / "after") == before


def test_a_path_taken_out_of_the_table_is_no_longer_shown(ledger: Ledger, pile: Path) -> None:
    shutil.copy(pile / "a.txt", pile / "z.txt")
    ledger.run([pile])
    lines = ledger.archive.table.read_text(encoding="utf-8").splitlines(keepends=True)
    ledger.archive.table.write_text("".join(line for line in lines if not line.startswith("z.txt")), encoding="utf-8")
    ledger.run()
    assert ledger.documents()[0].paths == ("a.txt",)


def test_an_original_that_is_gone_is_put_back_by_reading_its_file_again(ledger: Ledger, pile: Path) -> None:
    (ledger.archive.folder / "a.txt").unlink()
    shutil.rmtree(ledger.folder / ".sayso")
    ledger.close()
    again = Ledger(ledger.folder)
    again.run([pile])
    assert [document.path for document in again.documents()] == ["a.txt", "b.txt", "c.txt"]
    assert [original.path for original in again.archive.originals()] == ["a.txt", "b.txt", "c.txt"]


def test_names_that_stand_in_each_others_way_are_kept_side_by_side(tmp_path: Path) -> None:
    ledger = Ledger.init(tmp_path / "case", packs=())
    long = "x" * 251 + ".txt"
    for folder, name in (("one", "2022"), ("two", "2022/a.txt"), ("three", long), ("four", long), ("five", "a.txt")):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Orsenia said in report {folder} that this is an invented sentence.\n", encoding="utf-8")
        ledger.read([tmp_path / folder])
    kept = [original.path for original in ledger.archive.originals()]
    assert kept == ["2022", "2022-a.txt", long, "x" * 249 + "-2.txt", "a.txt"]
    assert ledger.run().arrivals.documents == ()
    assert ledger.check() == []


def test_what_people_write_in_documents_csv_holds(ledger: Ledger) -> None:
    table = ledger.archive.table
    table.write_text(table.read_text(encoding="utf-8").replace(",2024-03-05,en,,", ",2024-04,en,Orsenia Courier,", 1), encoding="utf-8")
    ledger.run()
    first = ledger.documents()[0]
    assert (first.publisher, str(first.published)) == ("Orsenia Courier", "2024-04")
    assert dict(first.known_from)["publisher"] == "documents.csv"


def test_an_original_that_is_gone_is_told(ledger: Ledger) -> None:
    (ledger.archive.folder / "a.txt").unlink()
    shutil.rmtree(ledger.folder / ".sayso")
    ledger.close()
    again = Ledger(ledger.folder)
    again.run()
    assert [problem.code for problem in again.problems()] == ["original_gone", "damaged"]
    assert [document.path for document in again.documents()] == ["b.txt", "c.txt"]


def test_a_crash_in_one_document_is_a_problem_and_the_pile_goes_on(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Orsenia said CRASH here, and this is an invented sentence of a report.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text("Orsenia said this is an invented sentence of another report.\n", encoding="utf-8")
    done = ledger.run([tmp_path / "bad.txt", tmp_path / "good.txt"])
    (problem,) = done.found.problems
    assert (problem.doc, problem.code) == ("bad.txt", "finder_failed")
    assert len(ledger.claims()) == 4
    (log,) = (ledger.folder / ".sayso" / "bugs").iterdir()
    assert "CRASH" not in log.read_text(encoding="utf-8")
    assert "ValueError" in log.read_text(encoding="utf-8")


def test_a_document_in_a_language_left_out_is_kept_searchable_and_told(ledger: Ledger, tmp_path: Path) -> None:
    text = "Le gouvernement a déclaré mardi que des roquettes avaient été tirées depuis le territoire voisin pendant la nuit. " * 3
    (tmp_path / "fr.txt").write_text(text, encoding="utf-8")
    ledger.close()
    done = Ledger(ledger.folder, flags={"ledger.languages": ("en",)}).run([tmp_path / "fr.txt"])
    (problem,) = done.found.problems
    assert (problem.doc, problem.code) == ("fr.txt", "language_not_chosen")
    assert problem.hint.startswith("Sayso has no tables of `fr`; ")
    assert sayso.open(ledger.folder).search("roquettes")


def test_the_package_opens_a_ledger_to_look_at(ledger: Ledger) -> None:
    seen = sayso.open(ledger.folder)
    assert repr(seen) == "case: 3 documents, 3 claims, 1 incident, 1 contested, 1 problem"
    (incident,) = seen.incidents(status="contested")
    dossier = seen.incident(incident.id)
    assert dossier.positions().incident == incident.id
    assert [claim.quote for claim in dossier.claims(voice="Tarvonia")] == ["Tarvonia said that twelve rockets hit Kestavar on 4 March."]


def test_claims_are_found_in_a_text_without_a_ledger() -> None:
    (claim,) = sayso.find("Orsenia denied that it was there.")
    assert (claim.voice.name, claim.polarity) == ("Orsenia", "denies")


def test_one_that_only_looks_cannot_write(ledger: Ledger) -> None:
    seen = sayso.open(str(ledger.folder))
    for write in (seen.run, seen.read, seen.find, seen.link, seen.weigh, seen.edit("lena").__enter__):
        with pytest.raises(Trouble, match=r"this ledger was opened to look at; open it with `sayso\.Ledger\('.*case'\)` to write to it$"):
            write()
    with ledger.writing("run"), pytest.raises(Trouble, match="opened to look at"):  # told before it is told that another one writes
        seen.edit("lena").__enter__()
    with sayso.Ledger(str(ledger.folder)).edit("lena") as edit:
        edit.accept(ledger.claims()[0])


def test_folders_and_files_are_named_as_texts_too(pile: Path, tmp_path: Path) -> None:
    with sayso.Ledger.init(str(tmp_path / "texts"), packs=()) as made:
        made.run([str(pile / "a.txt")])
        assert made.tell("jsonl", str(tmp_path / "out")).paths[0].is_file()
    assert sayso.open(str(tmp_path / "texts")).paths() == {made.archive.originals()[0].sha256: "a.txt"}


def test_trouble_that_nobody_catches_says_what_to_do() -> None:
    with pytest.raises(Trouble) as told:
        sayso.open("nowhere")
    assert str(told.value) == "no ledger in nowhere\nhint: run `sayso init nowhere` to start one"
    assert str(Trouble("two are wrong", "mend them", ("a.txt", "b.txt"))) == "two are wrong\na.txt\nb.txt\nhint: mend them"


def test_stopping_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path, pile: Path) -> None:
    ledger = Ledger.init(tmp_path / "stopped", packs=())
    asked = iter([False, False, False, False, False, True])
    first = ledger.run([pile], jobs=1, stopped=lambda: next(asked, True))
    assert (first.found.done, first.found.total, first.found.stopped) == (1, 3, True)
    second = ledger.run([pile])
    assert (second.found.done, second.found.stopped) == (3, False)


def test_reading_works_beside_a_writer_and_a_second_writer_is_refused(ledger: Ledger) -> None:
    with ledger.writing("run"):
        assert len(sayso.open(ledger.folder).claims()) == 3
        with pytest.raises(Trouble, match="another Sayso is writing this ledger") as refused, Ledger(ledger.folder).writing("run"):
            pass
    assert refused.value.code == Exit.BUSY


def test_things_are_found_by_any_unique_beginning_of_their_id(ledger: Ledger) -> None:
    shelf = ledger.shelf()
    denial = ledger.claims(voice="orsenia", kind="event")[0]
    assert shelf.find(denial.id[:6]) == shelf.find(f"c:{denial.id}") == shelf.claims()[1]
    assert shelf.incident(denial.id) == shelf.incidents()[0]
    assert shelf.find("a.txt") == ledger.documents()[0]
    incident = shelf.incidents()[0]
    assert shelf.find(incident.id) == shelf.find(incident.id[:5]) == shelf.find(f"i:{incident.id[2:]}") == incident
    assert shelf.find(incident.id[2:]) == shelf.index.claims[incident.id[2:]], "a bare id is a claim's before it is an incident's"
    assert shelf.find("orsenia") == shelf.find("Orsenia") == shelf.actor("ORS")
    with pytest.raises(Trouble) as none:
        shelf.find("zzz")
    assert none.value.code == Exit.NOT_FOUND


def test_an_incident_is_laid_open_by_party(ledger: Ledger) -> None:
    dossier = ledger.incident(ledger.incidents()[0].id)
    assert [name for name, _ in dossier.by_party()] == dossier.matrix().column("party")
    assert [claim.act for claim in dossier.claims(voice="Orsenia")] == ["denies"]
    assert {side.value for dispute in dossier.disputes() for side in dispute.sides} >= {"yes"}


def test_a_damaged_table_of_documents_is_told_with_its_line(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.create()
    archive.table.write_text("path,sha256\na.txt,12\n", encoding="utf-8")
    with pytest.raises(Trouble, match=r"documents\.csv:2: a line needs a path and a SHA-256"):
        archive.originals()


def test_what_there_is_not_is_told_where_no_ledger_is() -> None:
    with pytest.raises(LookupError, match="no finder `ruls`; did you mean `rules`"):
        sayso.find("Orsenia denied it.", engine="ruls")
    with pytest.raises(LookupError, match="no pack `nowhere`; there are: central_asia"):
        sayso.find("Orsenia denied it.", packs=["nowhere"])


def test_the_ledger_around_a_folder_is_found_by_text_or_path(ledger: Ledger) -> None:
    assert Ledger.above(str(ledger.folder / "briefs")) == Ledger.above(ledger.folder / "briefs") == ledger.folder


def test_a_teller_that_gives_back_something_else_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        def tell(self, book: object, out: Path | None) -> str:
            return "a text"

    monkeypatch.setattr("sayso.ledger.plugins.load", lambda kind, name: Silent)
    with pytest.raises(Trouble, match="the format `brief` gave back no Told"):
        ledger.tell("brief")


def test_a_single_path_needs_no_list(ledger: Ledger, tmp_path: Path) -> None:
    """Else its letters would be taken for paths, "/" among them."""
    for name, given in (("one.txt", str(tmp_path / "one.txt")), ("two.txt", tmp_path / "two.txt")):
        (tmp_path / name).write_text(f"Orsenia said on 5 March 2024 that it is {name}.\n", encoding="utf-8")
        assert [document.path for document in ledger.preview(given).documents] == [name]
        assert [document.path for document in ledger.run(given).arrivals.documents] == [name]


def test_a_pack_or_setting_that_there_is_not_starts_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no pack `nowhere` is installed"):
        Ledger.init(tmp_path / "new", packs=["nowhere"])
    assert not (tmp_path / "new").exists()
    with pytest.raises(Trouble, match=r"flag: unknown key `find\.engin`\nhint: did you mean `find\.engine`"):
        Ledger(Ledger.init(tmp_path / "new", packs=()).folder, flags={"find.engin": "rules"})


def test_a_brief_is_named_by_text_or_path(ledger: Ledger) -> None:
    brief = ledger.folder / "briefs" / "b.md"
    brief.write_text("Twelve rockets hit Kestavar.\n", encoding="utf-8")
    assert [problem.code for problem in ledger.check(str(brief))] == [problem.code for problem in ledger.check(brief)] == ["no_citation"]
