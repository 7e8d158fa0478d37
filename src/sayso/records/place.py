"""Where something happened: a point with how exactly it is known."""

from __future__ import annotations

from dataclasses import dataclass

COUNTRY = 6
"""The precision of a whole country (UCDP's where_prec)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place resolved by the gazetteer or a pack, or one that only the text knows (id "name:…", no point), and the words it was read from.

    `lat` and `lon` are WGS 84 degrees. `precision` is UCDP's where_prec: 1 exact place, 2 limited area round a place,
    3 second-level region, 4 first-level region, 5 vague or larger, 6 country, 7 water or airspace. `country` is the ISO 3166-1
    alpha-2 code, empty where none holds it.
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str
    precision: int
    text: str = ""
