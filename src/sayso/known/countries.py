"""Which country a word means: its name, its adjective, or what a pack calls it."""

from __future__ import annotations

from functools import lru_cache

from sayso.known.gazetteer import load_gazetteer, name_key
from sayso.known.packs import NO_PACKS, Packs
from sayso.records.place import Place


class Countries:
    """The countries of the world and those of packs, by name and adjective ("Uzbek" -> "UZ")."""

    def __init__(self, packs: Packs = NO_PACKS) -> None:
        own = {place.name: place for place in packs.places.values() if place.kind == "country"}
        self._places = {p.country: Place("pack:" + p.id, p.name, p.lat, p.lon, p.country, p.precision) for p in own.values()}
        self._codes = {name_key(name): place.country for place in own.values() for name in place.names}
        states = [actor for actor in packs.actors.values() if actor.kind == "state" and actor.name in own]
        self._codes |= {name_key(word): own[actor.name].country for actor in states for word in (*actor.names, *actor.demonyms)}
        self._asked: dict[str, str] = {}

    def code(self, word: str) -> str:
        """The alpha-2 code of a country's name or adjective; empty if it is neither."""
        if word not in self._asked:  # the texts of a pile name the same countries over and over
            self._asked[word] = self._codes.get(name_key(word)) or load_gazetteer().country_of(word)
        return self._asked[word]

    def place(self, code: str) -> Place | None:
        """The country of this alpha-2 code."""
        return self._places.get(code) or load_gazetteer().country(code)


@lru_cache(maxsize=4)
def countries_of(packs: Packs) -> Countries:
    """The countries of the world and of packs, the same ones whenever these are asked for: what a word means is looked up once."""
    return Countries(packs)
