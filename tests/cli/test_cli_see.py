from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.ledger import Ledger
from sayso.records.trouble import Exit

Capture = pytest.CaptureFixture[str]
Golden = Callable[[str, str], None]
LISTS = ["incidents", "disputes", "pledges", "actors", "documents", "claims", "works", "problems"]


def test_an_incident_is_shown_with_its_matrix_and_the_words(case: Path, capsys: Capture) -> None:
    incident = Ledger(case).incidents()[0]
    assert main(["-C", str(case), "show", f"i:{incident.id}"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Rocket, shell or missile fire, Kestavar\n2024-03-05 · contested · 2 claims · 2 parties · 2 docs · ")
    assert "✗ denies   “Orsenia denied that any rockets hit Kestavar on 4 March.”  d:" in out
    assert "✓ asserts  “Tarvonia said that twelve rockets hit Kestavar on 4 March.”  d:" in out


@pytest.mark.parametrize("what", LISTS)
def test_lists_are_tab_separated_in_a_pipe_and_json_on_request(case: Path, what: str, capsys: Capture) -> None:
    assert main(["-C", str(case), "show", what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert main(["-C", str(case), "show", what, "--json"]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == len(lines) - 1


def test_search_ends_with_1_when_nothing_is_found(case: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "search", "rockets", "Kestavar"]) == Exit.DONE
    assert "a.txt" in capsys.readouterr().out
    assert main(["-C", str(case), "search", "submarine"]) == Exit.FINDINGS


def test_status_alone_and_each_setting_with_where_it_comes_from(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(case / "documents")
    monkeypatch.setenv("SAYSO_LEDGER_NAME", "From outside")
    assert main([]) == 0
    assert capsys.readouterr().out == "From outside: 3 documents, 3 claims, 1 incident, 1 contested, 1 problem\n"
    assert main(["status", "--config", "--no-packs"]) == 0
    rows = dict(line.split("\t", 1) for line in capsys.readouterr().out.splitlines())
    assert rows["ledger.name"] == "From outside\tSAYSO_LEDGER_NAME"
    assert rows["packs.use"] == "\tflag"
    assert rows["find.engine"] == "rules\tsayso.toml"
    assert rows["find.model"] == "\tdefault"


def test_a_setting_of_the_user_holds_for_all_ledgers_that_do_not_set_it(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "sayso").mkdir()
    (tmp_path / "sayso" / "config.toml").write_text('[ledger]\nname = "mine"\nlanguages = ["en"]\n', encoding="utf-8")
    assert main(["-C", str(case), "status", "--config", "--json"]) == 0
    rows = {row["key"]: (row["value"], row["from"]) for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert rows["ledger.name"] == ("case", "sayso.toml")
    assert rows["ledger.languages"] == ("en", str(tmp_path / "sayso" / "config.toml"))


@pytest.mark.parametrize("what", LISTS)
def test_every_list_can_be_had_as_csv_and_markdown_and_in_a_file(case: Path, tmp_path: Path, what: str, capsys: Capture) -> None:
    assert main(["-C", str(case), "show", what, "--csv"]) == 0
    shown = capsys.readouterr().out
    head, *rows = csv.reader(io.StringIO(shown))
    assert {len(row) for row in rows} <= {len(head)}
    assert main(["-C", str(case), "show", what, "-o", str(tmp_path / "new" / "list.csv")]) == 0
    assert (tmp_path / "new" / "list.csv").read_text(encoding="utf-8") == shown
    capsys.readouterr()
    assert main(["-C", str(case), "show", what, "--md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].replace("| --- ", "") in ("|", "")
    assert main(["-C", str(case), "show", what]) == 0
    assert len(lines) == len(capsys.readouterr().out.splitlines()) + 1


def test_lists_and_incidents_are_narrowed_by_a_filter_and_by_days(case: Path, capsys: Capture) -> None:
    def shown(*words: str) -> int:
        assert main(["-C", str(case), "show", *words]) == 0
        return len(capsys.readouterr().out.splitlines()) - 1

    assert shown("claims", "--filter", "act:denies") == 1
    assert shown("claims", "--filter", "-act:denies kind:event") == 1
    assert shown("claims", "--filter", "voice:Tarvonia OR voice:orsenia") == 3
    assert shown("incidents", "--filter", "place:kestavar status:contested", "--since", "2024-03", "--until", "2024-03-05") == 1
    assert shown("incidents", "--since", "2024-04") == 0
    assert main(["-C", str(case), "show", "2024-03-05-kestavar-rocket", "--filter", "voice:Orsenia"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Orsenia: 1 claim\n  ✗ denies  “Orsenia denied")
    assert "Tarvonia" not in out


def test_an_incident_opens_by_its_id_a_beginning_of_it_and_its_slug(case: Path, capsys: Capture) -> None:
    incident = Ledger(case).incidents()[0]
    names = (incident.id, incident.id[:6], f"i:{incident.id}", "2024-03-05-kestavar-rocket")
    told = set()
    for name in names:
        assert main(["-C", str(case), "show", name, "--json"]) == 0
        told.add(capsys.readouterr().out)
    assert len(told) == 1


def test_a_question_in_sql_is_answered_in_each_form(case: Path, golden: Golden, capsys: Capture) -> None:
    question = "select voice, count(*) n from claims group by 1 order by n desc, 1"
    assert main(["-C", str(case), "sql", question]) == 0
    assert capsys.readouterr().out == "voice\tn\nOrsenia\t2\nTarvonia\t1\n"
    assert main(["-C", str(case), "sql", question, "--json"]) == 0
    assert capsys.readouterr().out == '{"voice":"Orsenia","n":2}\n{"voice":"Tarvonia","n":1}\n'
    assert main(["-C", str(case), "sql", question, "--csv"]) == 0
    assert capsys.readouterr().out == "voice,n\nOrsenia,2\nTarvonia,1\n"
    assert main(["-C", str(case), "sql", question, "--md"]) == 0
    assert capsys.readouterr().out == "| voice | n |\n| --- | --- |\n| Orsenia | 2 |\n| Tarvonia | 1 |\n"
    assert main(["-C", str(case), "sql"]) == 0
    assert "\nclaims\tquote\ttext\tThe words of its clause.\n" in capsys.readouterr().out


def test_a_check_in_json_lists_what_is_wrong(case: Path, capsys: Capture) -> None:
    (case / "documents" / "a.txt").write_text("changed", encoding="utf-8")
    assert main(["-C", str(case), "check", "--json"]) == Exit.FINDINGS
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["doc"], row["code"], row["step"]) == ("a.txt", "original_changed", "check")


def test_a_brief_can_be_checked_alone(case: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "tell", "brief", "-o", str(tmp_path / "b.md")]) == 0
    capsys.readouterr()
    assert main(["-C", str(case), "check", str(tmp_path / "b.md")]) == 0
    assert capsys.readouterr().err == f"All right: every sentence of {tmp_path / 'b.md'} rests on claims that are here.\n"


def test_works_are_listed_with_the_notes_that_cite_them(tmp_path: Path, capsys: Capture) -> None:
    note = "Nadir Renn, Rockets over Kest, Velm Post, March 3, 2031. <https://velm.example/kest>"
    paper = f"Rockets fell on the town of Kest.[1] The harbour was closed to all ships.[2]\n\nReferences\n\n[1] {note}\n\n[2] Ibid.\n"
    (tmp_path / "paper.txt").write_text(paper, encoding="utf-8")
    ledger = str(tmp_path / "L")
    assert main(["init", ledger, "--no-packs"]) == 0
    assert main(["-C", ledger, "run", str(tmp_path / "paper.txt")]) == 0
    capsys.readouterr()
    assert main(["-C", ledger, "show", "works"]) == 0
    shown = capsys.readouterr().out.splitlines()[1].split("\t")
    assert shown[:6] == ["Nadir Renn", "Rockets over Kest", "Velm Post", "2031-03-03", "https://velm.example/kest", "paper.txt: [1], [2]"]
    assert main(["-C", ledger, "show", "works", "--json"]) == 0
    (work,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [cited["ibid_of"] for cited in work["cited_by"]] == [None, work["id"]]
    assert main(["-C", ledger, "check"]) == 0


def test_an_actor_is_shown_with_others_whose_names_are_like_its_own(case: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["-C", str(case), "show", "Tarvonia"]) == Exit.DONE
    assert "May be the same" not in capsys.readouterr().out
    (tmp_path / "d.txt").write_text("Tarvunia said that nothing had come down anywhere in all these days.\n", encoding="utf-8")
    Ledger(case).run([tmp_path / "d.txt"])
    one, other = (Ledger(case).shelf().find(name) for name in ("Tarvonia", "Tarvunia"))
    assert main(["-C", str(case), "show", "Tarvonia"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("May be the same, by their names")
    assert lines[at + 1] == "  Tarvunia: they share words, or words that differ in few letters (tarvonia ~ tarvunia)"
    assert main(["-C", str(case), *lines[at + 2].split()[1:]]) == Exit.DONE
    assert Ledger(case).shelf().find("Tarvunia") == Ledger(case).shelf().find("Tarvonia") != one != other
