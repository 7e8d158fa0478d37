"""Holds docs/packs.md against the program: its keys, its example and the clash that it shows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.find.rules import RuleFinder
from sayso.known.packs import ACTOR_KEYS, ACTOR_KINDS, CONTEXT_REACH, OUTLET_KEYS, PLACE_KEYS, Packs, load_packs
from sayso.records.document import Document
from sayso.records.trouble import Exit

PAGE = (Path(__file__).parents[1] / "docs" / "packs.md").read_text(encoding="utf-8")
EXAMPLE = dict(re.findall(r"```yaml packs/(\S+)\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example of the page as a pack."""
    place = tmp_path / "packs"
    place.mkdir()
    for name, content in EXAMPLE.items():
        (place / name).write_text(content, encoding="utf-8")
    return place


@pytest.fixture
def packs(folder: Path) -> Packs:
    return load_packs([], folder)


def section(heading: str) -> str:
    return PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("file", "keys"), [("actors", ACTOR_KEYS), ("places", PLACE_KEYS), ("outlets", OUTLET_KEYS)])
def test_every_key_of_a_file_is_explained_and_none_that_is_not_read(file: str, keys: tuple[str, ...]) -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section(f"Keys of `{file}.yml`"), re.MULTILINE)
    assert sorted(re.findall(r"\w+", " ".join(rows))) == sorted(keys)


@pytest.mark.parametrize(("file", "keys"), [("actors", ACTOR_KEYS), ("places", PLACE_KEYS), ("outlets", OUTLET_KEYS)])
def test_the_example_shows_every_key(file: str, keys: tuple[str, ...]) -> None:
    assert set(re.findall(r"^(?:- |  )(\w+):", EXAMPLE[f"{file}.yml"], re.MULTILINE)) == set(keys)


def test_every_kind_of_actor_and_the_reach_of_a_context_stand_on_the_page() -> None:
    told = re.search(r"\| `kind` \| yes \| (.*) \|", section("Keys of `actors.yml`"))
    assert told is not None
    assert re.findall(r"\w+(?=`)", told[1]) == list(ACTOR_KINDS)
    assert f"within {CONTEXT_REACH} characters" in PAGE


def test_names_of_the_example_mean_what_the_page_says(packs: Packs) -> None:
    def found(text: str, on: date | None = None) -> list[str]:
        return [hit.id for hit in packs.find_actors(text, on)]

    assert found("Velmarki officials told the Dorin Herald.") == ["velmark", "dorin-herald"]
    assert packs.metonym("Dorin") == "velmark"
    assert found("The GPO of Velmark said so.") == ["dorin-office", "velmark"]
    assert found("The GPO said so.") == []
    assert found("The Pass Brigade came.", date(2027, 5, 1)) == ["high-pass-front"]
    assert found("The Pass Brigade came.", date(2029, 5, 1)) == []
    assert found("The Pass Brigade came.") == []
    assert packs.actors["pass-signal"].kind == "media"
    assert [place.id for place in packs.places_named("Tarnsk")] == ["tarn-crossing"]


def test_the_capital_of_the_example_speaks_for_its_state_since_it_is_a_place(packs: Packs) -> None:
    text = "Dorin denied that its soldiers crossed the river."
    (claim,) = RuleFinder(packs).find(Document("a.txt", "0" * 64, text, "utf-8")).claims
    assert (claim.voice.text, claim.voice.name, claim.act) == ("Dorin", "Velmark", "denies")


def test_a_spokesman_speaks_for_his_party_on_the_days_of_his_office(packs: Packs) -> None:
    sorev = packs.actors["ilan-sorev"]
    assert (sorev.speaks_for, sorev.since, sorev.until) == ("velmark", date(2029, 2, 1), date(2030, 6, 15))


def test_the_clash_is_told_as_the_page_shows_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clash = "- id: high-plain-forum\n  name: High Plain Forum\n  kind: other\n  names: [HPF]\n  source: invented\n"
    (folder / "actors.yml").write_text(EXAMPLE["actors.yml"] + clash, encoding="utf-8")
    (folder.parent / "sayso.toml").write_text("[packs]\nuse = []\n", encoding="utf-8")
    for name in ("documents", "briefs"):
        (folder.parent / name).mkdir()
    (folder.parent / "documents.csv").write_text("path,sha256,url,retrieved,published,language,publisher,title\n", encoding="utf-8")
    assert main(["-C", str(folder.parent), "run"]) == Exit.USAGE
    assert capsys.readouterr().err in section("Clashes")
