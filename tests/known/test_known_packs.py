from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from sayso.known.lines import PackError
from sayso.known.packs import NO_PACKS, Packs, installed_packs, load_packs


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs(["central_asia"])


def ids(packs: Packs, text: str, on: date | None = None) -> list[str]:
    return [hit.id for hit in packs.find_actors(text, on)]


def test_every_line_names_its_public_source_and_has_a_known_kind(packs: Packs) -> None:
    assert all(actor.source for actor in packs.actors.values())
    assert all(place.source for place in packs.places.values())
    assert all(outlet.source for outlet in packs.outlets.values())


@pytest.mark.parametrize(
    "spelling",
    ["ISKP", "IS-K", "ISIS – K", "ISIS-K", "Islamic State–Khorasan Province", "Islamic State Khorasan Province", "Vilayat Khorasan",
     "Islamic State - Wilayat Khorasan", "Islamic State of Khorasan"],
)  # fmt: skip
def test_every_spelling_of_a_branch_is_the_branch_and_not_its_mother(packs: Packs, spelling: str) -> None:
    assert ids(packs, f"On Monday {spelling} published a video.") == ["iskp"]


def test_names_that_sound_alike_stay_apart(packs: Packs) -> None:
    assert ids(packs, "Tehrik-i-Taliban Tajikistan, Tehrik-i-Taliban Pakistan and the Taliban") == ["ttt", "ttp", "taliban"]
    assert ids(packs, "Ahmad Massoud, son of Ahmad Shah Massoud") == ["ahmad-massoud", "ahmad-shah-massoud"]
    assert ids(packs, "the Islamic State and ISKP") == ["islamic-state", "iskp"]


def test_offsets_are_those_of_the_text_as_given(packs: Packs) -> None:
    text = "“Jama’at  Ansarullah” and the U.S. signed."
    assert [text[hit.start : hit.end] for hit in packs.find_actors(text)] == ["Jama’at  Ansarullah", "U.S."]


def test_an_acronym_is_not_a_word_in_small_letters(packs: Packs) -> None:
    assert ids(packs, "it is us who told them") == []
    assert ids(packs, "Let them go, said LeT") == ["lashkar-e-tayyiba"]
    assert ids(packs, "TALIBAN MEET") == ["taliban"]


def test_an_adjective_and_a_word_for_who_governs_mean_the_state(packs: Packs) -> None:
    assert ids(packs, "Uzbek officials met the Tajik border troops and Kyrgyz authorities.") == [
        "uzbekistan", "tajikistan-border-troops", "kyrgyzstan",
    ]  # fmt: skip
    assert packs.actor_by_name("the Uzbek presidency") == "uzbekistan"
    assert packs.demonym("Kazakh") == "kazakhstan"
    assert packs.metonym("Dushanbe") == "tajikistan"
    assert packs.actor_by_name("Dushanbe") is None


def test_who_the_afghan_government_was_depends_on_the_day(packs: Packs) -> None:
    assert ids(packs, "Afghan government forces", date(2018, 4, 1)) == ["afghan-republic"]
    assert ids(packs, "The Afghan government said", date(2022, 4, 1)) == ["taliban"]
    assert ids(packs, "The Afghan government said") == ["afghanistan"]


def test_a_qualified_name_needs_its_word_near_by(packs: Packs) -> None:
    assert ids(packs, "The Tajik group, JA for short, was banned.") == ["jamaat-ansarullah"]
    assert ids(packs, "The JA was banned.") == []


def test_other_scripts_are_found(packs: Packs) -> None:
    assert ids(packs, "Талибан и Исламское движение Узбекистана") == ["taliban", "imu"]
    assert ids(packs, "سخنگوی طالبان گفت") == ["taliban"]


def test_a_mouthpiece_is_an_actor_of_kind_media(packs: Packs) -> None:
    amaq = packs.actors["amaq"]
    assert (amaq.kind, amaq.side, amaq.speaks_for) == ("media", "islamic-state", "islamic-state")
    assert ids(packs, "Amaq said") == ["amaq"]


def test_a_name_given_to_two_actors_is_an_error_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "actors.yml").write_text(
        "- {id: one, name: One Front, kind: armed_group, names: [JA], source: site}\n"
        "- id: two\n  name: Two Front\n  kind: armed_group\n  names: [JA]\n  source: site\n"
    )
    with pytest.raises(PackError) as error:
        load_packs([], folder)
    assert str(error.value) == 'packs/actors.yml:5: alias "JA" is given to two actors (one, two)'
    assert error.value.hint.startswith("qualify one")


def test_an_unknown_key_is_an_error_with_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text("- {id: one, nmae: One, kind: state, source: site}\n")
    with pytest.raises(PackError) as error:
        load_packs([], tmp_path)
    assert error.value.hint == "did you mean `name`?"


def test_a_ledgers_line_takes_the_place_of_an_installed_one(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text("- {id: imu, name: Islamic Movement of Uzbekistan, kind: other, source: site}\n")
    changed = load_packs(["central_asia"], tmp_path)
    assert changed.actors["imu"].kind == "other"
    assert changed.fingerprint != load_packs(["central_asia"]).fingerprint


def test_installed_packs_are_named_and_no_packs_know_nothing() -> None:
    assert "central_asia" in installed_packs()
    assert NO_PACKS.find_actors("Taliban") == []
    with pytest.raises(PackError):
        load_packs(["atlantis"])


def test_a_long_text_is_searched_fast(packs: Packs) -> None:
    text = "The Taliban and Uzbek officials met in the town while rockets were fired toward a base. " * 1200
    packs.find_actors(text)
    began = time.process_time()
    packs.find_actors(text)
    assert time.process_time() - began < 1.0


ACTOR = "- {id: one, name: One Front, kind: armed_group, source: site}\n"
TWO = "- {id: two, name: Two Front, kind: armed_group, speaks_for: one, source: site}\n"


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("actors.yml", ACTOR + ACTOR.replace("One Front", "Two Front"), "actors.yml:2: `one` is the id of two entries"),
        ("actors.yml", ACTOR.replace("name:", "id: two, name:"), "actors.yml:1: `id` is given twice"),
        (
            "actors.yml",
            ACTOR.replace("source: site", "speaks_for: two, source: site"),
            "actors.yml:1: `one` speaks for `two`, which no pack",
        ),
        ("actors.yml", ACTOR.replace("armed_group", "army"), "actors.yml:1: unknown kind `army`"),
        ("actors.yml", ACTOR.replace(", source: site", ""), "actors.yml:1: `source` is missing"),
        ("actors.yml", ACTOR.replace("source:", "since: soon, source:"), "actors.yml:1: not a day"),
        ("actors.yml", ACTOR.replace("source:", "names: ONE, source:"), "actors.yml:1: `names` is not a list"),
        ("actors.yml", ACTOR.replace("source:", "speaks_for: one, source:"), "actors.yml:1: `one` speaks for itself (one, one)"),
        (
            "actors.yml",
            ACTOR.replace("source:", "speaks_for: two, source:") + TWO,
            "actors.yml:1: `one` speaks for itself (one, two, one)",
        ),
        (
            "actors.yml",
            ACTOR.replace("source:", "since: 2024-05-01, until: 2024-05-01, source:"),
            "actors.yml:1: `until` is 2024-05-01, and `since` 2024-05-01",
        ),
        ("actors.yml", ACTOR.replace("One Front", "''"), "actors.yml:1: `name` is empty"),
        ("actors.yml", ACTOR.replace("source:", "names: [OF, ' '], source:"), "actors.yml:1: a name is empty"),
        ("actors.yml", "one: two\n", "actors.yml:1: the file is not a list of entries"),
        ("actors.yml", "- {id: one\n", "actors.yml:2: not readable as YAML"),
        ("actors.yml", "- {id: \udcff}\n", "actors.yml: not text in UTF-8: byte 7"),
        ("actor.yml", ACTOR, "actor.yml: nothing reads this file"),
        ("places.yaml", ACTOR, "places.yaml: nothing reads this file"),
        ("mine/actors.yml", ACTOR, "mine/actors.yml: nothing reads this file"),
        ("places.yml", "- {id: p, name: P, kind: town, lat: 97, lon: 1, source: site}\n", "places.yml:1: `lat` is 97"),
        ("places.yml", "- {id: p, name: P, kind: town, lat: up, lon: 1, source: site}\n", "places.yml:1: `lat` is not a number"),
        ("places.yml", "- {id: p, name: P, kind: town, precision: 9, source: site}\n", "places.yml:1: `precision` is 9"),
        ("places.yml", "- {id: p, name: P, kind: town, precision: 1.5, source: site}\n", "places.yml:1: `precision` is 1.5"),
        ("places.yml", "- {id: p, name: P, kind: town, country: no, source: site}\n", "places.yml:1: `country` is `no`"),
    ],
)
def test_what_is_wrong_in_a_pack_is_told_with_its_place_and_what_to_do(tmp_path: Path, file: str, content: str, told: str) -> None:
    folder = tmp_path / "packs"
    (folder / file).parent.mkdir(parents=True)
    (folder / file).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(PackError) as error:
        load_packs([], folder)
    assert str(error.value).startswith(f"packs/{told}")
    assert error.value.hint


def test_notes_beside_the_files_of_a_pack_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Where the names are from.\n")
    (tmp_path / "actors.yml").write_text(ACTOR)
    assert list(load_packs([], tmp_path).actors) == ["one"]
