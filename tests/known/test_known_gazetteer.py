from __future__ import annotations

import time
from pathlib import Path

import pytest

from sayso.known.gazetteer import FOLDER, Gazetteer, load_gazetteer


def test_a_town_is_found_under_every_spelling() -> None:
    gazetteer = load_gazetteer()
    for spelling in ("Termez", "Termiz", "termez"):
        place = gazetteer.candidates(spelling)[0]
        assert (place.country, round(place.lat or 0), round(place.lon or 0)) == ("UZ", 37, 67)


def test_countries_come_with_their_adjectives() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.country_of("Uzbek") == gazetteer.country_of("Uzbekistan") == "UZ"
    assert gazetteer.country_of("Nobody") == ""
    assert gazetteer.country_of("Congo") == gazetteer.country_of("Congolese") == "CD"  # of two the one that is mostly meant
    assert gazetteer.candidates("Afghanistan")[0].precision == 6


def test_a_region_and_a_town_of_one_name_are_both_candidates() -> None:
    features = {spot.feature for spot in load_gazetteer().spots("Herat")}
    assert "ADM1" in features
    assert any(feature.startswith("PPL") for feature in features)


def test_every_country_has_a_code_a_name_and_a_point() -> None:
    countries = load_gazetteer().countries
    assert len(countries) > 190
    assert all(len(code) == 2 and spot.place.name and spot.place.lat is not None for code, spot in countries.items())


def test_it_is_loaded_within_a_second() -> None:
    load_gazetteer.cache_clear()
    began = time.process_time()
    assert isinstance(load_gazetteer(), Gazetteer)
    assert time.process_time() - began < 2.0  # a second on a free machine; the tests share theirs


def test_the_data_stay_small_and_each_file_has_its_credit() -> None:
    files = sorted(path for path in FOLDER.parent.rglob("*") if path.suffix in {".yml", ".tsv", ".gz"})
    credit = (FOLDER.parent / "CREDITS.md").read_text(encoding="utf-8")
    assert [path.name for path in files if str(path.relative_to(Path(FOLDER.parent)).as_posix()) not in credit] == []
    assert sum(path.stat().st_size for path in files) < 10_000_000


def test_who_asks_for_countries_alone_has_no_town_unpacked(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.tsv.gz"
    supplement = tmp_path / "supplement.yml"
    supplement.write_text("[]\n", encoding="utf-8")
    gazetteer = Gazetteer(nowhere, nowhere, "VE|Velm|Velmland|Velmish|40.0|60.0\n", "", supplement)
    assert (gazetteer.country_of("Velmish"), gazetteer.country_of("Velm"), gazetteer.country_of("Dol")) == ("VE", "VE", "")
    with pytest.raises(FileNotFoundError):
        gazetteer.spots("Dol")
