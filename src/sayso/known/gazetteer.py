"""Where places are: towns of 500 people and more, first-level regions, countries, and the seas and regions they lack."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sayso.known.lines import read_lines
from sayso.known.packs import PLACE_KEYS
from sayso.known.spelling import words
from sayso.records.place import Place

FOLDER = Path(__file__).parent / "geonames"
CAPITAL = "PPLC"
"""GeoNames' feature code of a country's capital."""
PRECISION = {"ADM1": 4, "ADM2": 3, "country": 6}
"""UCDP's where_prec by feature; towns are 1."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer: with the record, what tells candidates of one name apart.

    `feature` is a GeoNames feature code (PPLC is a capital, ADM1 a region), "country", or the kind of a supplement's line;
    `region` the GeoNames code of its first-level region; `people` its population, 0 where unknown.
    """

    place: Place
    feature: str
    region: str = ""
    people: int = 0


def name_key(name: str) -> str:
    """A name as it is looked up: its words folded, parted by single spaces."""
    return " ".join(word.folded for word in words(name))


class Gazetteer:
    """The world's places by name. Countries and supplement are few and kept at hand; towns and regions are read as they are asked for.

    `names` and `places` are the packed tables of these. To unpack them takes a quarter of a second: who asks for countries alone does
    without them.
    `short` gives the region's full name for a short one that holds only as it is written ("Ky.", "NSW").
    """

    def __init__(self, names: Path, places: Path, countries: str, short: str, supplement: Path) -> None:
        self._files = names, places
        self._few: dict[str, list[Spot]] = {}
        self._spellings: dict[Spot, list[str]] = {}
        self._cache: dict[str, tuple[Spot, ...]] = {}
        self.countries: dict[str, Spot] = {}
        self.adjectives: dict[str, str] = {}
        self._read_countries(countries)
        self._read_supplement(supplement)
        self.short: dict[str, str] = dict(line.split("|") for line in short.splitlines() if not line.startswith("#"))

    @cached_property
    def _names(self) -> list[bytes]:
        return gzip.decompress(self._files[0].read_bytes()).split(b"\n")

    @cached_property
    def _places(self) -> list[bytes]:
        return gzip.decompress(self._files[1].read_bytes()).split(b"\n")

    def candidates(self, name: str) -> list[Place]:
        """All places that bear this name: countries, regions and seas first, then towns by population."""
        return [spot.place for spot in self.spots(name)]

    def spots(self, name: str) -> tuple[Spot, ...]:
        """As `candidates`, with feature, region and population."""
        key = name_key(name)
        if key not in self._cache:
            self._cache[key] = tuple(self._few.get(key, ())) + tuple(map(self._spot, self._numbers(key)))
        return self._cache[key]

    def country_of(self, word: str) -> str:
        """The alpha-2 code of a country's name or adjective ("Uzbek" -> "UZ"); empty if it is neither."""
        key = name_key(word)
        if key in self.adjectives:
            return self.adjectives[key]
        return next((spot.place.country for spot in self._few.get(key, ()) if spot.feature == "country"), "")

    def country(self, code: str) -> Place | None:
        """The country of this alpha-2 code."""
        return next((spot.place for spot in self._spellings if spot.feature == "country" and spot.place.country == code), None)

    def governed_from(self, place: Place) -> Place | None:
        """The country whose capital bears the name of a place in it; None for other places."""
        seats = (spot for spot in self.spots(place.name) if spot.feature == CAPITAL and spot.place.country == place.country)
        return self.country(place.country) if next(seats, None) else None

    def well_known(self, people: int) -> Iterator[Spot]:
        """Countries, seas, regions, and towns of at least so many people."""
        yield from self._spellings
        for number in range(len(self._places)):
            spot = self._spot(number)
            if spot.feature != "ADM1" and spot.people < people:
                return
            yield spot

    def spellings(self, spot: Spot) -> list[str]:
        """The preferred name of a place, and for the few also their others."""
        return self._spellings.get(spot, [spot.place.name])

    def _numbers(self, key: str) -> list[int]:
        wanted = key.encode() + b"\t"
        at = bisect_left(self._names, wanted)
        if not key or at == len(self._names) or not self._names[at].startswith(wanted):
            return []
        return [int(number) for number in self._names[at][len(wanted) :].split()]

    def _spot(self, number: int) -> Spot:
        key, name, lat, lon, country, region, feature, people = self._places[number].decode().split("\t")
        return Spot(Place(key, name, float(lat), float(lon), country, PRECISION.get(feature, 1)), feature, region, int(people))

    def _add(self, spot: Spot, names: list[str]) -> None:
        self._spellings[spot] = names
        for key in dict.fromkeys(map(name_key, names)):
            self._few.setdefault(key, []).append(spot)

    def _read_countries(self, table: str) -> None:
        for line in table.splitlines():
            if line.startswith("#"):
                continue
            code, name, others, adjectives, lat, lon = line.split("|")
            spot = Spot(Place("country:" + code, name, float(lat), float(lon), code, 6), "country")
            self.countries[code] = spot
            self._add(spot, [name, *filter(None, others.split(";"))])
            for word in filter(None, adjectives.split(";")):
                self.adjectives.setdefault(name_key(word), code)
                self._few.setdefault(name_key(word), []).append(spot)

    def _read_supplement(self, path: Path) -> None:
        for line in read_lines(path, f"geonames/{path.name}", PLACE_KEYS):
            place = Place(
                "sup:" + line.text("id"), line.text("name"), line.number("lat"), line.number("lon"),
                line.text("country", ""), int(line.number("precision") or 5),
            )  # fmt: skip
            self._add(Spot(place, line.text("kind")), [place.name, *(name.text for name in line.names("names"))])


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with Sayso, read once."""
    return Gazetteer(
        FOLDER / "names.tsv.gz",
        FOLDER / "places.tsv.gz",
        (FOLDER / "countries.tsv").read_text(encoding="utf-8"),
        (FOLDER / "short_names.tsv").read_text(encoding="utf-8"),
        FOLDER / "supplement.yml",
    )


@cache
def country_names() -> Mapping[str, str]:
    """The name of each country by its alpha-2 code, without the rest of the gazetteer."""
    rows = (line.split("|") for line in (FOLDER / "countries.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {code: name for code, name, *_ in rows}
