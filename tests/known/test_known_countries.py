"""Which country a word means, in the world and in a pack."""

from __future__ import annotations

from pathlib import Path

from sayso.known.countries import Countries
from sayso.known.packs import load_packs

PLACES = "- {id: velm, name: Velm, names: [], kind: country, lat: -45.0, lon: -20.0, country: XV, precision: 6, source: invented}\n"
ACTORS = "- {id: velm, name: Velm, kind: state, side: velm, demonyms: [Velmish], source: invented}\n"


def test_names_and_adjectives_mean_their_country() -> None:
    countries = Countries()
    assert (countries.code("Chad"), countries.code("Chadian"), countries.code("Lund Front")) == ("TD", "TD", "")


def test_a_pack_adds_countries_with_their_adjectives(tmp_path: Path) -> None:
    (tmp_path / "places.yml").write_text(PLACES, encoding="utf-8")
    (tmp_path / "actors.yml").write_text(ACTORS, encoding="utf-8")
    countries = Countries(load_packs([], tmp_path))
    place = countries.place(countries.code("Velmish"))
    assert place is not None
    assert (place.name, place.country, countries.code("Chadian")) == ("Velm", "XV", "TD")
