"""What is known beforehand of a region: who is who, what is where and which outlets there are; never what anyone did or said."""

from __future__ import annotations

import difflib
import hashlib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from sayso.known.lines import Line, PackError, Qualified, read_lines
from sayso.known.matcher import NameTree
from sayso.known.spelling import spelling_key, words
from sayso.records.trouble import Trouble

FOLDER = Path(__file__).parent
FILES = ("actors.yml", "places.yml", "outlets.yml")
ACTOR_KEYS = ("id", "name", "kind", "side", "names", "demonyms", "metonyms", "speaks_for", "since", "until", "source")
PLACE_KEYS = ("id", "name", "names", "kind", "lat", "lon", "country", "precision", "source")
OUTLET_KEYS = ("id", "name", "names", "country", "kind", "domain", "side", "speaks_for", "source")
ACTOR_KINDS = (
    "armed_group", "state", "government_body", "person", "international_org", "company", "media", "ethnic_group", "anonymous", "other",
)  # fmt: skip
CONTEXT_REACH = 300
"""How many code points round a qualified name its context word may stand: about two sentences to either side."""


@dataclass(frozen=True, slots=True)
class PackActor:
    """One actor of a pack. `side` is a slug shared by a camp, None where it is not known; `speaks_for` the id of another actor.

    `since` and `until` bound the days on which it speaks for that actor. `names` holds every spelling, `name` among them.
    """

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    side: str | None
    speaks_for: str | None
    since: date | None
    until: date | None
    source: str
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPlace:
    """One place of a pack: `precision` is UCDP's where_prec (see `records.place`), `country` ISO 3166-1 alpha-2 or empty."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    lat: float | None
    lon: float | None
    country: str
    precision: int
    source: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: `domain` is its site, `speaks_for` the actor whose mouthpiece it is, if any. It is an actor of kind media too."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    kind: str
    domain: str
    side: str | None
    speaks_for: str | None
    source: str


@dataclass(frozen=True, slots=True)
class PackHit:
    """A name seen in a text, and the id of what bears it."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Who bears a name, and under which condition."""

    id: str
    name: Qualified

    def holds(self, surroundings: str, on: date | None) -> bool:
        """Whether the condition is met by the text round the name and by the day; an unknown day meets no bound."""
        if self.name.context and self.name.context.casefold() not in surroundings:
            return False
        if (self.name.since or self.name.until) and on is None:
            return False
        return not on or ((not self.name.since or on >= self.name.since) and (not self.name.until or on < self.name.until))

    @property
    def free(self) -> bool:
        """Whether the name holds without any condition."""
        return not (self.name.context or self.name.since or self.name.until)


@dataclass(frozen=True, repr=False, eq=False)
class Packs:
    """All packs that a ledger works with, as one. `fingerprint` is a hash over their files: what is worked out depends on it."""

    actors: Mapping[str, PackActor] = field(default_factory=dict)
    places: Mapping[str, PackPlace] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    fingerprint: str = ""
    _bearers: tuple[_Bearer, ...] = ()
    _adjectives: tuple[_Bearer, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "_tree", NameTree((bearer.name.text, bearer) for bearer in self._bearers))
        object.__setattr__(self, "_institutions", NameTree(_institution_names(self._adjectives)))
        spots = ((name, place.id) for place in self.places.values() for name in place.names)
        object.__setattr__(self, "_spots", NameTree(spots))
        stands_for = ((name, actor.id) for actor in self.actors.values() for name in actor.metonyms)
        object.__setattr__(self, "_metonyms", NameTree(stands_for))

    _tree: NameTree[_Bearer] = field(init=False, repr=False, compare=False)
    _institutions: NameTree[_Bearer] = field(init=False, repr=False, compare=False)
    _spots: NameTree[str] = field(init=False, repr=False, compare=False)
    _metonyms: NameTree[str] = field(init=False, repr=False, compare=False)

    def find_actors(self, text: str, on: date | None = None) -> list[PackHit]:
        """The actors named in a text, longest names first where they overlap, in order; `on` is the day the text speaks of."""

        if not (self._bearers or self._adjectives):
            return []

        def accept(whole: str, start: int, end: int, bearers: tuple[_Bearer, ...]) -> tuple[_Bearer, ...]:
            asked = any(bearer.name.context for bearer in bearers)
            near = whole[max(0, start - CONTEXT_REACH) : end + CONTEXT_REACH].casefold() if asked else ""
            return _holding(bearers, near, on)

        seen = words(text)
        named = [PackHit(hit.start, hit.end, hit.entries[0].id) for hit in self._tree.find(text, accept, seen)]
        bodies = [PackHit(hit.start, hit.end, hit.entries[0].id) for hit in self._institutions.find(text, accept, seen)]
        return _longest_first(named + bodies)

    def actor_by_name(self, name: str, on: date | None = None) -> str | None:
        """Whom this very name means, whatever its capitals and dashes; None if nobody or only under a condition not met."""
        bare = _without_article(name)
        bearers = self._tree.named(bare) or self._institutions.named(bare)
        held = _holding(bearers, "", on)
        return held[0].id if held else None

    def metonym(self, name: str) -> str | None:
        """The state that a capital's name stands for where it speaks or acts ("Tashkent denied ...")."""
        return next(iter(self._metonyms.named(name)), None)

    def demonym(self, word: str, on: date | None = None) -> str | None:
        """The state that an adjective belongs to ("Uzbek"); None if unknown."""
        key = spelling_key(word)
        held = _holding(tuple(bearer for bearer in self._adjectives if spelling_key(bearer.name.text) == key), "", on)
        return held[0].id if held else None

    def places_named(self, name: str) -> tuple[PackPlace, ...]:
        """All pack places that bear this name."""
        return tuple(self.places[key] for key in dict.fromkeys(self._spots.named(_without_article(name))))


def _holding(bearers: tuple[_Bearer, ...], surroundings: str, on: date | None) -> tuple[_Bearer, ...]:
    """Those whose condition is met; without any such, the one that has none; two different actors leave the name open."""
    bound = [bearer for bearer in bearers if not bearer.free and bearer.holds(surroundings, on)]
    chosen = bound or [bearer for bearer in bearers if bearer.free]
    return tuple(chosen) if len({bearer.id for bearer in chosen}) == 1 else ()


def _longest_first(hits: list[PackHit]) -> list[PackHit]:
    """Hits that do not overlap: the longer one stays, at equal length the earlier one in the list given."""
    kept: list[PackHit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        at = bisect(kept, hit.start, key=lambda other: other.start)
        if (at == 0 or kept[at - 1].end <= hit.start) and (at == len(kept) or hit.end <= kept[at].start):
            kept.insert(at, hit)
    return kept


def _without_article(name: str) -> str:
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.lower() == "the" else name


@cache
def _institution_words() -> tuple[str, ...]:
    table = msgspec.yaml.decode((FOLDER / "institutions.yml").read_bytes())
    return tuple(word for language in sorted(table) for word in table[language])


def _institution_names(adjectives: Iterable[_Bearer]) -> Iterator[tuple[str, _Bearer]]:
    """ "Uzbek officials", "Uzbek Government": an adjective and a word for those who govern mean the state."""
    for bearer in adjectives:
        for word in _institution_words():
            yield f"{bearer.name.text} {word}", bearer


@dataclass
class _Pile:
    """What has been read of the packs so far; a later entry with the same id takes the place of an earlier one."""

    actors: dict[str, PackActor] = field(default_factory=dict)
    places: dict[str, PackPlace] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    names: dict[str, tuple[Qualified, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[Qualified, ...]] = field(default_factory=dict)

    def read(self, folder: Path, label: str) -> None:
        """Takes the lines of a pack's files. Raises PackError for what cannot be read, an id given twice, and a file of another name."""
        known = [folder / name for name in FILES]
        for stray in sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".yaml") and path not in known):
            hint = _nearest_file(stray.name) if stray.parent == folder else f"put the files of a pack into {label}/ itself"
            raise PackError(f"{label}/{stray.relative_to(folder)}", "nothing reads this file", hint)
        for name, keys, take in (
            ("actors.yml", ACTOR_KEYS, self._actor),
            ("places.yml", PLACE_KEYS, self._place),
            ("outlets.yml", OUTLET_KEYS, self._outlet),
        ):
            if (folder / name).is_file():
                ids: set[str] = set()
                for line in read_lines(folder / name, f"{label}/{name}", keys):
                    if (ident := line.text("id")) in ids:
                        raise PackError(line.where, f"`{ident}` is the id of two entries", "give each its own")
                    ids.add(ident)
                    take(line)

    def _actor(self, line: Line) -> None:
        kind = line.text("kind")
        if kind not in ACTOR_KINDS:
            raise PackError(line.where, f"unknown kind `{kind}`", f"known: {', '.join(ACTOR_KINDS)}")
        names = _all_names(line)
        adjectives = line.names("demonyms")
        actor = PackActor(
            line.text("id"), line.text("name"), kind, _texts(names), line.maybe("side"), line.maybe("speaks_for"),
            *line.days(), line.text("source"), _texts(adjectives), _texts(line.names("metonyms")),
        )  # fmt: skip
        self.actors[actor.id], self.names[actor.id], self.adjectives[actor.id] = actor, names, adjectives

    def _outlet(self, line: Line) -> None:
        names = _all_names(line)
        outlet = Outlet(
            line.text("id"), line.text("name"), _texts(names), line.country(), line.text("kind"),
            line.text("domain", ""), line.maybe("side"), line.maybe("speaks_for"), line.text("source"),
        )  # fmt: skip
        self.outlets[outlet.id], self.names[outlet.id] = outlet, names
        self.actors[outlet.id] = PackActor(
            outlet.id, outlet.name, "media", outlet.names, outlet.side, outlet.speaks_for, None, None, outlet.source
        )

    def _place(self, line: Line) -> None:
        place = PackPlace(
            line.text("id"), line.text("name"), _texts(_all_names(line)), line.text("kind"), line.number("lat"), line.number("lon"),
            line.country(), int(line.number("precision") or 1), line.text("source"),
        )  # fmt: skip
        self.places[place.id] = place

    def check(self) -> None:
        """Raises PackError where one name is given to two actors without telling them apart, or an id is named that is not there."""
        taken: dict[tuple[object, ...], tuple[str, Qualified]] = {}
        for owner, names in self.names.items():
            for name in names:
                key = (spelling_key(name.text), _letter_case(name.text), name.context.casefold(), name.since, name.until)
                other, _ = taken.setdefault(key, (owner, name))
                if other != owner:
                    hint = f'qualify one, for example {{text: "{name.text}", context: "…"}}'
                    raise PackError(name.where, f'alias "{name.text}" is given to two actors ({other}, {owner})', hint)
        for actor in self.actors.values():
            if actor.speaks_for and actor.speaks_for not in self.actors:
                where, message = self.names[actor.id][0].where, f"`{actor.id}` speaks for `{actor.speaks_for}`, which no pack knows"
                raise PackError(where, message, "write the id of an actor in the same pack, or in one of `packs.use`")
        for ident in self.actors:
            if ident in (line := self._behind(ident)):
                message = f"`{ident}` speaks for itself ({', '.join((ident, *line))})"
                raise PackError(self.names[ident][0].where, message, "take one `speaks_for` out")

    def _behind(self, ident: str) -> list[str]:
        """For whom an actor speaks, for whom that one does, and so on; an id that comes again ends it."""
        line: list[str] = []
        while (further := self.actors[ident].speaks_for) and further not in line:
            line.append(further)
            ident = further
        return line

    def packs(self, fingerprint: str) -> Packs:
        bearers = tuple(_Bearer(owner, name) for owner, names in self.names.items() for name in names)
        adjectives = tuple(_Bearer(owner, name) for owner, names in self.adjectives.items() for name in names)
        return Packs(self.actors, self.places, self.outlets, fingerprint, bearers, adjectives)


def _all_names(line: Line) -> tuple[Qualified, ...]:
    """The preferred name and all spellings, each once; a preferred name that the list qualifies holds only as qualified there."""
    given = line.names("names")
    first = Qualified(line.text("name"), line.where)
    if any(name.text == first.text for name in given):
        return given
    return (first, *given)


def _nearest_file(stray: str) -> str:
    near = difflib.get_close_matches(stray, FILES, 1)
    return f"did you mean `{near[0]}`?" if near else f"the files of a pack are {', '.join(FILES)}"


def _texts(names: Iterable[Qualified]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names))


def _letter_case(name: str) -> str:
    """What tells an acronym from a word of the same letters ("US" from "us")."""
    return "".join(word for word in name.split() if word.isupper())


def installed_packs() -> list[str]:
    """The names of the packs that come with Sayso."""
    return sorted(path.parent.name for path in FOLDER.glob("*/actors.yml"))


def known_packs(names: Sequence[str]) -> Sequence[str]:
    """These names of packs. Raises Trouble for one that is not installed."""
    for name in names:
        if name not in installed_packs():
            raise Trouble(f"no pack `{name}` is installed", f"installed: {', '.join(installed_packs())}")
    return names


def load_packs(names: Sequence[str], folder: Path | None = None) -> Packs:
    """The installed packs of these names, then a ledger's own folder: its lines win over installed ones with the same id.

    Raises PackError for an unknown pack, a line that cannot be read, and a name given to two actors.
    """
    unknown = sorted(set(names) - set(installed_packs()))
    if unknown:
        raise PackError("packs", f"no pack `{unknown[0]}` is installed", f"installed: {', '.join(installed_packs())}")
    pile = _Pile()
    sources = [(FOLDER / name, name) for name in names] + ([(folder, folder.name)] if folder else [])
    digest = hashlib.sha256()
    for place, label in sources:
        pile.read(place, label)
        for file in FILES:
            if (place / file).is_file():
                digest.update(f"{label}/{file}\0".encode() + (place / file).read_bytes())
    pile.check()
    return pile.packs(digest.hexdigest()[:16])


NO_PACKS = Packs()
"""Nothing known beforehand."""
