"""Which state a person holds office in, by a title with a country before the name ("Ruritanian President Otto Brand") or by a pack.

Where nothing tells it, a minister or president of whom a report says no more is that of the country that it comes from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.names import Name
from sayso.find.order import starting_in
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.known.countries import countries_of
from sayso.known.gazetteer import Gazetteer
from sayso.known.packs import Packs

SURE = 2
"""How often a country is named at least where the larger town of a name stands for it, however often others are."""
REACH = 6
"""How many words before a name its title and country are sought: "Ruritania's acting deputy foreign minister Otto Brand"."""
_LANDS = re.compile(r"\b(?:[A-Z]\.){2,3}|\b[A-Z][\w-]+(?: [A-Z][\w-]+)?")
"""What may be a country's name or adjective: "U.S.", "Ruritanian", "South Dol"."""
_PLACE = re.compile(r"[A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]+){0,4}")
"""A place as a dateline has it."""


@dataclass(frozen=True, slots=True)
class Home:
    """The state of an office: its name, and the id of the pack's line that knows it."""

    name: str
    pack: str | None


def homes_of(
    passages: Sequence[Passage],
    names: Sequence[Name],
    full: Mapping[Name, str],
    packs: Packs,
    gazetteer: Gazetteer,
    offices: frozenset[str],
) -> dict[str, Home]:
    """The home of each person of a document, by his full name; the first title that tells it decides, else the pack.

    `offices` are the words that stand in titles of office.
    """
    found: dict[str, Home] = {}
    for name in names:
        pack = packs.actors.get(name.pack or "")
        state = packs.actors.get(pack.speaks_for or "") if pack is not None and pack.kind == "person" else None
        if state is not None and state.kind == "state":
            found[full[name]] = Home(state.name, state.id)
    for passage in passages:
        for name in starting_in(names, passage.block.start, passage.block.end):
            if name.kind == "person" and full[name] not in found and (home := _told(passage, name, packs, gazetteer, offices)):
                found[full[name]] = home
    return found


def _told(passage: Passage, name: Name, packs: Packs, gazetteer: Gazetteer, offices: frozenset[str]) -> Home | None:
    """The country named before the title before a person's name."""
    first = passage.tokens(name.start, name.end)[0]
    titled = False
    for token in reversed(first.doc[max(sentence_start(first), first.i - REACH) : first.i]):
        titled = titled or token.lower_ in offices
        country = _country(token, packs, gazetteer) if titled and token.text[:1].isupper() else None
        if country is not None:
            return country
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART") and token.dep_ != "amod":
            return None
    return None


def _country(token: Token, packs: Packs, gazetteer: Gazetteer) -> Home | None:
    place = gazetteer.country(gazetteer.country_of(token.text)) if gazetteer.country_of(token.text) else None
    known = _in_pack(packs.demonym(token.text) or packs.actor_by_name(token.text), packs)
    return known or (Home(place.name, None) if place is not None else None)


def home_of_report(datelines: Iterable[str], text: str, packs: Packs, gazetteer: Gazetteer) -> Home | None:
    """The state of which a report tells from a place in it: none where it names any other country as often as that one."""
    countries, named = countries_of(packs), Counter[str]()
    for words in _LANDS.findall(text):
        code = countries.code(words) or countries.code(words.split()[0])
        if code:
            named[code] += 1
    for place in (found[0] for line in datelines if (found := _PLACE.match(line))):
        spots = gazetteer.candidates(place)
        told = sorted((spot for spot in spots if named[spot.country]), key=lambda one: -min(named[one.country], SURE))
        spot = next((spot for spot in (*filter(gazetteer.governed_from, spots), *told)), None)
        if spot is not None:
            others = (number for code, number in named.items() if code != spot.country)
            land = countries.place(spot.country) if named[spot.country] + 1 > max(others, default=0) else None
            return (_in_pack(packs.actor_by_name(land.name), packs) or Home(land.name, None)) if land is not None else None
    return None


def _in_pack(actor: str | None, packs: Packs) -> Home | None:
    """The state that an actor of a pack is; None where it is none."""
    return Home(packs.actors[actor].name, actor) if actor is not None and packs.actors[actor].kind == "state" else None
