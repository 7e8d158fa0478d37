"""Decides where on earth a name lies: every place of that name is weighed against what the rest of the document tells."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sayso.find.place_signs import PlaceSigns
from sayso.known.countries import countries_of
from sayso.known.gazetteer import CAPITAL, Gazetteer, Spot, name_key
from sayso.known.matcher import NameTree
from sayso.known.packs import PackPlace, Packs
from sayso.known.spelling import words
from sayso.lang.grammar import any_of
from sayso.lang.language import Language, load_language
from sayso.records.place import Place

# Weights, set by hand on the shared half of TR-News and GeoVirus; `python bench/places.py` measures them again.
RANK = {"country": 10.0, "continent": 8.0, "ADM1": 6.0, "ADM2": 4.5}
SUPPLEMENT_RANK = 8.0
PACK_RANK = 8.0
CAPITAL_BONUS = 1.5
KIND_BONUS = 4.0
INSIDE_BONUS = 12.0
COUNTRY_WEIGHT = 5.0
NEAR_WEIGHT = 3.0
LOCAL_WEIGHT = 3.0
LOCAL_REACH = 150
"""Code points to either side of a name within which a country speaks for itself: about a sentence."""
MANY_REGIONS = 100
"""Countries with more first-level regions than this have municipalities in their place, whose names are not safe."""
NEAR_KM = 300.0
BIG_TOWN = 100_000
"""People from which on a town's name is safe to take for a place wherever it stands."""
CLEAR = 2
"""Times that a name which nothing knows has to stand behind a word for where, if it mostly stands elsewhere."""
EARTH_KM = 6371.0
UNKNOWN_PRECISION = {"region": 4, "district": 3, "water": 7}
"""UCDP's where_prec of a place that only the text knows, by the kind that it tells; a town is 1."""


_JOINED_BEHIND, _JOINED_BEFORE = re.compile(r"(?:-[^\W\d_]+){1,3}"), re.compile(r"(?:[^\W\d_]+-){1,3}\Z")
"""The parts of a name that hyphens join to the one before or behind."""


@dataclass
class _Name:
    """A name of the document with all its spans, what may be meant, and what the words round it tell."""

    candidates: tuple[Spot, ...]
    kinds: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)
    local: Counter[str] = field(default_factory=Counter)
    best: Spot | None = None


@dataclass(frozen=True)
class _Seen:
    """A span as it was asked for: its bare name, the kind word beside it, and whether it is vague."""

    key: str
    kind: str
    vague: bool
    round: bool


class Atlas:
    """Places by name, from packs and gazetteer, told apart by the document they are named in."""

    def __init__(self, gazetteer: Gazetteer, packs: Packs, language: Language | None = None) -> None:
        self.gazetteer, self.packs, self.countries = gazetteer, packs, countries_of(packs)
        language = language or load_language()
        table = language.rules("place_words")
        self._kinds = {word: kind for kind in ("region", "district", "town", "water") for word in table[kind]}
        self._directions = frozenset(table["directions"])
        around = "|".join(table["round"])
        definite, belonging = any_of(language.grammar.definite), any_of(language.grammar.belonging)
        self._round = re.compile(rf"(?:{around})(?: (?:{definite}))?(?: \w+ (?:{belonging}))? $", re.IGNORECASE)
        self.signs = PlaceSigns(language)
        self._before = frozenset(table["before"])
        self._articles = frozenset(table["articles"])
        self._not_places = frozenset(language.rules("not_places"))
        self._safe = NameTree(self._safe_names())

    def places_in(
        self, text: str, names: Sequence[tuple[int, int]], taken: Set[tuple[int, int]] = frozenset()
    ) -> dict[tuple[int, int], Place]:
        """The place of each name span (code points of the text); names that nothing knows are left out; `taken` are the parser's places."""
        seen = {span: self._look(text, span) for span in sorted(set(names))}
        named: dict[str, _Name] = {}
        for span, look in seen.items():
            name = named.setdefault(look.key, _Name(self._candidates(look.key)))
            name.kinds |= {look.kind} - {""}
            name.local.update(
                self._countries_in(text[max(0, span[0] - LOCAL_REACH) : span[0]] + " " + text[span[1] : span[1] + LOCAL_REACH])
            )
            if not any(spot.feature == "country" for spot in name.candidates):
                name.inside |= self._container(text, span)
        self._choose(named, self._countries_of(text, named))
        strays = self._leave_strays(named, self._countries_in(text))
        unknown = self._unknown(text, {span: look for span, look in seen.items() if named[look.key].best is None}, strays, taken)
        chosen = ((span, look, named[look.key].best or unknown.get(look.key)) for span, look in seen.items())
        return {span: _as_seen(spot, look, text[span[0] : span[1]]) for span, look, spot in chosen if spot}

    def _unknown(self, text: str, seen: Mapping[tuple[int, int], _Seen], strays: Set[str], taken: Set[tuple[int, int]]) -> dict[str, Spot]:
        """Places that nothing knows and that the text itself tells to be some: "the village of X", or mostly "in X", "near X"; and strays.

        They have a name and no point; their id is "name:" and the folded name.
        """
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for span, look in seen.items():
            if look.key and text[span[0]].isupper():
                spans[look.key].append(span)
        found = {}
        for key, at in spans.items():
            kind = next((seen[span].kind for span in at if seen[span].kind), "")
            signs = self.signs
            where = sum(signs.is_where(text, span) or (span in taken and signs.shows_post(text, span[1])) for span in at)
            lies = any(signs.lies(text, span[0]) or signs.is_site(text[slice(*span)]) for span in at)
            if kind or lies or where * 2 >= len(at) or where >= CLEAR or key in strays:
                name = self._bare_name(text[at[0][0] : at[0][1]], key)
                found[key] = Spot(Place(f"name:{key}", name, None, None, "", UNKNOWN_PRECISION.get(kind, 1)), "unknown")
        return found

    def _leave_strays(self, named: Mapping[str, _Name], countries: Counter[str]) -> set[str]:
        """Takes no small town that lies in no country of the text, and near no other place of it, for the one meant.

        It is some place of that name which no gazetteer knows. Gives the keys of these names.
        """
        settled = [name.best for name in named.values() if name.best]
        lands = countries.keys() | {spot.place.country for spot in settled if not _is_small(spot)}
        lands |= {code.partition(".")[0] for name in named.values() for code in name.inside}
        strays = set()
        for key, name in named.items():
            best = name.best
            if best and _is_small(best) and best.place.country not in lands:
                near = any(other is not best and distance_km(best.place, other.place) <= NEAR_KM for other in settled)
                strays |= set() if near else {key}
        for key in strays:
            named[key].best = None
        return strays

    def _bare_name(self, said: str, key: str) -> str:
        """The words of a name as written that its key is made of: "Ivlin" of "Ivlin village"."""
        wanted = key.split()
        kept = [said[word.start : word.end] for word in words(said) if word.folded in wanted]
        return " ".join(kept) or said

    def whole(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The name that a part of it belongs to where hyphens join them and it is known: "Mazar" of "Mazar-i-Sharif"."""
        behind, before = _JOINED_BEHIND.match(text, end), _JOINED_BEFORE.search(text, max(0, start - 30), start)
        first, last = before.start() if before else start, behind.end() if behind else end
        known = ((one, other) for one, other in ((first, last), (start, last), (first, end)) if self._candidates(name_key(text[one:other])))
        return next(known, (start, end))

    def may_be_local(self, name: str) -> bool:
        """Whether a name may be one of a place that nothing knows: no direction, and no word that is known to be no place."""
        return name.lower() not in self._directions | self._not_places

    def is_called_place(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a word beside a name tells that it is a place's: "Ivlin village", "the town of Ivlin"."""
        return self._kind_beside(text, span) in ("town", "district")

    def name_spans(self, text: str) -> list[tuple[int, int]]:
        """Spans of names that are places wherever they stand: countries, regions, pack places and big towns."""
        hits = self._safe.find(text, lambda whole, start, end, sure: sure if any(sure) or self.stands_alone(whole, start, end) else ())
        return [(hit.start, hit.end) for hit in hits]

    def stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether no other capitalised word touches the name: "Jack London" and "Paris Hilton" are no towns."""
        before = re.search(r"([^\W\d_][\w'’-]*) $", text[max(0, start - 30) : start])
        after = re.match(r" ([^\W\d_][\w-]*)", text[end : end + 30])
        free = not before or not before[1][0].isupper() or before[1].lower() in self._before | self._directions
        return free and (not after or not after[1][0].isupper() or after[1].lower() in self._kinds)

    def _safe_names(self) -> Iterator[tuple[str, bool]]:
        """Names that may be taken unasked, and whether that holds even beside another capitalised word."""
        for place in self.packs.places.values():
            yield from ((name, True) for name in place.names if name.lower() not in self._not_places)
        known = list(self.gazetteer.well_known(BIG_TOWN))
        regions = Counter(spot.place.country for spot in known if spot.place.id.startswith("iso:"))
        for spot in known:
            if spot.feature == "ADM1" and regions[spot.place.country] > MANY_REGIONS:
                continue
            sure = spot.feature != "ADM1" and not spot.people
            for name in self.gazetteer.spellings(spot):
                if name.lower() not in self._not_places and len(name) > (1 if sure else 3):
                    yield name, sure

    def _look(self, text: str, span: tuple[int, int]) -> _Seen:
        name = re.sub(r"['’]s?$", "", text[span[0] : span[1]]).strip()
        if name in self.gazetteer.short or name + "." in self.gazetteer.short:
            full = self.gazetteer.short.get(name) or self.gazetteer.short[name + "."]
            return _Seen(name_key(full), "region", False, False)
        name = name if self._candidates(name_key(name)) else self.signs.without_site(name)  # "Ivlin bridge" and "Ivlin road" are at Ivlin
        rest = words(re.sub(r"^[Tt]he ", "", name))
        bare = [word.folded for word in rest]
        vague = len(bare) > 1 and bare[0] in self._directions and not self._candidates(" ".join(bare))
        if vague:
            bare = bare[1:]
        lead = ""
        while len(bare) > 1 and self._leads(bare[0]) and not self._candidates(" ".join(bare)):
            if len(bare) == 2 and bare[0] in self._kinds and name.istitle() and not self._candidates(bare[1]):
                break  # "Port Ivlin" is its whole name
            lead = self._kinds.get(bare[0], lead)
            bare = bare[1:]
        kind = self._kinds.get(bare[-1], "") if len(bare) > 1 else ""
        if kind and not self._candidates(" ".join(bare)):
            bare = bare[:-1]
        kind = kind or lead
        around = kind or self._kind_beside(text, span)
        before = re.search(r"([\w-]+) $", text[max(0, span[0] - 20) : span[0]])
        vague = vague or bool(before and before[1].lower() in self._directions)
        return _Seen(" ".join(bare), around, vague, bool(self._round.search(text[max(0, span[0] - 40) : span[0]])))

    def _leads(self, word: str) -> bool:
        """Whether a word may stand before the name proper: "southeastern province of", "Uzbek capital"."""
        return word in self._kinds or word in self._directions or word in self._before or word in self.gazetteer.adjectives

    def _kind_beside(self, text: str, span: tuple[int, int]) -> str:
        """The kind that a word after the name ("Kunduz province") or before it ("the city of Kunduz") tells."""
        after = re.match(r"[ -]([\w]+)", text[span[1] : span[1] + 20])
        before = re.search(r"(\w+) of (?:the )?$|(\w+) $", text[max(0, span[0] - 30) : span[0]])
        for word in (after and after[1], before and (before[1] or before[2])):
            if word and word.lower() in self._kinds:
                return self._kinds[word.lower()]
        return ""

    def _candidates(self, key: str) -> tuple[Spot, ...]:
        own = tuple(_pack_spot(place) for place in self.packs.places_named(key))
        found = own + self.gazetteer.spots(key)
        article, _, rest = key.partition(" ")
        if found or not rest or article not in self._articles:
            return found
        return tuple(dict.fromkeys(spot for other in sorted(self._articles) for spot in self.gazetteer.spots(f"{other} {rest}")))

    def _container(self, text: str, span: tuple[int, int]) -> set[str]:
        """What follows after a comma: "Paris, Texas" lies in US.TX, "Khost, Afghanistan" in AF."""
        after = re.match(r", (?:in )?((?:[A-Z][\w.’'-]+ ?){1,3})", text[span[1] : span[1] + 50])
        if not after:
            return set()
        found = set()
        parts = after[1].split()
        for size in range(len(parts), 0, -1):
            name = " ".join(parts[:size])
            for spot in self.gazetteer.spots(self.gazetteer.short.get(name, name)):
                if spot.feature == "country":
                    found.add(spot.place.country)
                elif spot.feature == "ADM1" and spot.region:
                    found.add(f"{spot.place.country}.{spot.region}")
            if found:
                break
        return found

    def _countries_of(self, text: str, named: dict[str, _Name]) -> dict[str, float]:
        """How much of the document speaks of each country: the share of its names and adjectives that point there."""
        counts = self._countries_in(text)
        for name in named.values():
            if name.candidates:
                counts[name.candidates[0].place.country] += 1
        total = sum(counts.values()) or 1
        return {code: number / total for code, number in counts.items() if code}

    def _countries_in(self, text: str) -> Counter[str]:
        """How often each country is named in a text, by its name or its adjective."""
        counts: Counter[str] = Counter()
        for match in re.finditer(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?", text):
            code = self.countries.code(match[0]) or self.countries.code(match[0].split()[0])
            if code:
                counts[code] += 1
        return counts

    def _choose(self, named: dict[str, _Name], countries: dict[str, float]) -> None:
        for name in named.values():
            name.best = max(name.candidates, key=lambda spot: _fit(spot, name, countries), default=None)
        settled = [name.best for name in named.values() if name.best and name.best.place.precision < 5]
        for name in named.values():
            if len(name.candidates) > 1:
                others = [spot for spot in settled if spot is not name.best]
                name.best = max(name.candidates, key=lambda spot: _fit(spot, name, countries) + NEAR_WEIGHT * _nearness(spot, others))


def _is_small(spot: Spot) -> bool:
    """Whether a spot is a town that no one knows who does not live near it."""
    return spot.place.id.startswith("gn:") and spot.people < BIG_TOWN and spot.feature != CAPITAL


def _pack_spot(place: PackPlace) -> Spot:
    return Spot(Place("pack:" + place.id, place.name, place.lat, place.lon, place.country, place.precision), "pack:" + place.kind)


def _fit(spot: Spot, name: _Name, countries: dict[str, float]) -> float:
    """How well a candidate fits: its own weight, the kind that is asked for, what it is said to lie in, and the document's countries."""
    feature = spot.feature
    if feature.startswith("pack:"):
        score = PACK_RANK
    elif spot.place.id.startswith("sup:"):
        score = RANK.get(feature, SUPPLEMENT_RANK)
    else:
        score = RANK.get(feature, math.log10(spot.people + 1))
    score += CAPITAL_BONUS * (feature == "PPLC") + COUNTRY_WEIGHT * math.sqrt(countries.get(spot.place.country, 0.0))
    if name.local:
        score += LOCAL_WEIGHT * name.local[spot.place.country] / name.local.total()
    if {spot.place.country, f"{spot.place.country}.{spot.region}"} & name.inside:
        score += INSIDE_BONUS
    return score + KIND_BONUS * sum(1 if kind == _kind_of(spot) else -1 for kind in sorted(name.kinds))


def _kind_of(spot: Spot) -> str:
    if spot.place.precision == 7:
        return "water"
    return {1: "town", 2: "town", 3: "district"}.get(spot.place.precision, "region")


def _nearness(spot: Spot, others: Sequence[Spot]) -> float:
    """1 beside another place of the document, falling to a third at NEAR_KM."""
    return max(
        (math.exp(-distance_km(spot.place, other.place) / NEAR_KM) for other in others if other.place.id != spot.place.id), default=0.0
    )


def _as_seen(spot: Spot, look: _Seen, text: str) -> Place:
    precision = spot.place.precision
    if look.vague and (precision == 6 or (precision == 4 and look.kind != "region")):
        precision = 5
    elif look.kind == "district" and precision == 1:
        precision = 3
    elif look.round and precision == 1:
        precision = 2
    return replace(spot.place, precision=precision, text=text)


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance in kilometres; infinite where a place has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
