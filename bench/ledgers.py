"""Makes a ledger of invented claims, as records and not as texts to be read: the same seed gives the same ledger.

Incidents have Zipf's sizes: the first holds one claim in twenty, the second half of that, and so on, but none less than three. Three in
ten are sisters of the one before: of the same kind, by the same group, in the same province and the same week. Of the claims of an
incident some deny it, with words of their own or by pointing at it; days are mostly stated, some only inferred or known to the month,
some left out. One claim in five is the copy of another one in another report, letter by letter or with a word changed. Beside incidents
there are ties, figures and pledges. Years and places are the same for any number of claims, so that a larger ledger is a denser one.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Kind, Mention, Polarity, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.place import Place
from sayso.records.when import When

LARGEST, SMALLEST = 18, 3
"""The largest incident holds one of so many claims that are of incidents; the smallest so many claims."""
SISTERS, COPIES = 0.3, 0.2
BESIDE = 0.1
"""Share of claims that are of no incident: ties, figures, pledges."""
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
CLAIMS_EACH = 20
"""Claims of one report."""
TYPES = {
    "shelling_artillery_missile_attack": ("fired rockets at", "rockets"),
    "air_drone_strike": ("sent drones over", "drones"),
    "armed_clash": ("fought the army at", "fighters"),
    "suicide_bomb": ("bombed a gate in", "bombers"),
    "abduction_forced_disappearance": ("took people away in", "men"),
    "border_incursion": ("crossed the border at", "fighters"),
}
SYLLABLES = ("bar", "dol", "fen", "gor", "hal", "kes", "lum", "mir", "nav", "ost", "pel", "rin", "sar", "tov", "ul", "vek", "yar", "zem")
WORDS = (
    *("market", "bridge", "road", "village", "school", "winter", "harvest", "convoy", "checkpoint", "evening", "river", "valley"),
    *("families", "smoke", "windows", "radio", "traders", "doctors", "shepherds", "officials", "morning", "silence", "hospital"),
    *("trucks", "curfew", "elders", "border", "crossing", "station", "bakery"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """What really happened: claims that tell of it are one incident."""

    id: str
    kind: str
    day: date
    town: Place
    province: Place
    group: str
    target: str
    killed: int
    size: int


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a report with what it claims; `event` is the id of what it tells of. Places in it are counted from its start."""

    day: date
    quote: str
    claim: Claim
    names: tuple[tuple[str, str, bool], ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A ledger's documents and findings, and for each claim of an incident, by its id, what it really tells of."""

    documents: tuple[Document, ...]
    findings: dict[str, Finding]
    truth: dict[str, str]


@dataclass
class World:
    """Places, groups and persons to choose from."""

    chance: random.Random
    countries: list[Place] = field(default_factory=list)
    towns: list[tuple[Place, Place]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = self._names()
        for number in range(8):
            code = f"X{chr(65 + number)}"
            state = Place(f"c{number}", f"{next(names)}ia", 10.0 * (number // 4) + 20, 12.0 * (number % 4) + 40, code, 6)
            self.countries.append(state)
            self.towns += [pair for part in range(5) for pair in self._province(state, part, names)]
        self.groups = [f"{next(names)} {self.chance.choice(('Front', 'Brigade', 'Movement', 'Army'))}" for _ in range(60)]
        self.persons = [f"{next(names)} {next(names)}" for _ in range(600)]

    def _province(self, state: Place, part: int, names: Iterator[str]) -> Iterator[tuple[Place, Place]]:
        assert state.lat is not None
        assert state.lon is not None
        lat, lon = state.lat + 1.4 * part, state.lon + 1.4 * part
        province = Place(f"{state.id}p{part}", f"{next(names)} Province", lat, lon, state.country, 4)
        for number in range(5):
            yield Place(f"{province.id}t{number}", next(names), lat + 0.2 * number, lon, state.country, 1), province

    def _names(self) -> Iterator[str]:
        seen: set[str] = set()
        while True:
            name = "".join(self.chance.sample(SYLLABLES, 3)).capitalize()
            if name not in seen:
                seen.add(name)
                yield name

    def one_of(self, several: Sequence[str]) -> str:
        """One of them, the first far more often than the last."""
        return several[int(len(several) * self.chance.random() ** 3)]


def made(claims: int, seed: int = 1) -> Made:
    """A ledger of about so many claims."""
    chance = random.Random(seed)
    world = World(chance)
    lines = [line for event in _events(world, int(claims * (1 - BESIDE))) for line in _told(world, event)]
    lines += [_beside(world) for _ in range(int(claims * BESIDE))]
    order = sorted((line.day.toordinal() + chance.randrange(4), chance.random(), at) for at, line in enumerate(lines))
    reports = [[lines[at] for _, _, at in order[start : start + CLAIMS_EACH]] for start in range(0, len(order), CLAIMS_EACH)]
    return gathered([report(number, inside) for number, inside in enumerate(reports)])


def gathered(reports: Sequence[tuple[Document, Finding, dict[str, str]]]) -> Made:
    """Several reports as one ledger."""
    truth = {claim: event for _, _, told in reports for claim, event in told.items()}
    return Made(tuple(one for one, _, _ in reports), {one.sha256: finding for one, finding, _ in reports}, truth)


def report(number: int, lines: Sequence[Line]) -> tuple[Document, Finding, dict[str, str]]:
    """The document with these sentences, what is found in it, and what each claim really tells of."""
    text = "\n\n".join([f"Report {number} of an invented conflict, made for measuring.", *(line.quote for line in lines)]) + "\n"
    doc = hashlib.sha256(text.encode()).hexdigest()
    claims, mentions, at = [], [], text.index("\n\n") + 2
    for line in lines:
        claims.append(_moved(line.claim, doc, at))
        for name, kind, named in line.names:
            start = at + line.quote.index(name)
            mentions.append(Mention(Span(doc, start, start + len(name)), name, name, kind, None, named))
        at += len(line.quote) + 2
    claims = numbered(claims)
    truth = {claim.id: line.event for claim, line in zip(claims, lines, strict=True) if line.event}
    document = Document(f"r{number:06}.txt", doc, text, "utf-8", language="en")
    return document, Finding(tuple(claims), tuple(dict.fromkeys(mentions))), truth


def _moved(claim: Claim, doc: str, at: int) -> Claim:
    def moved(span: Span) -> Span:
        return Span(doc, span.start + at, span.end + at)

    voices = tuple(replace(voice, span=moved(voice.span)) if voice.span else voice for voice in claim.voices)
    return replace(claim, span=moved(claim.span), voices=voices, slots=tuple(replace(slot, span=moved(slot.span)) for slot in claim.slots))


def _events(world: World, claims: int) -> Iterator[Event]:
    """Events until they hold so many claims, the largest first."""
    chance, left, number = world.chance, claims, 0
    before: Event | None = None
    while left > 0:
        number += 1
        size = min(left, max(SMALLEST, claims // (LARGEST * number)))
        left -= size
        town, province = chance.choice(world.towns)
        kind, day = chance.choice(list(TYPES)), FIRST_DAY + timedelta(chance.randrange(DAYS))
        group, state = world.one_of(world.groups), chance.choice(world.countries)
        if before and chance.random() < SISTERS:
            near = [pair for pair in world.towns if pair[1] == before.province]
            kind, group, (town, province) = before.kind, before.group, chance.choice(near)
            day = before.day + timedelta(chance.randrange(1, 7))
        before = Event(f"e{number}", kind, day, town, province, group, state.name, chance.randrange(2, 60), size)
        yield before


def _told(world: World, event: Event) -> Iterator[Line]:
    """The claims of one event."""
    told: list[Line] = []
    for _ in range(event.size):
        if told and world.chance.random() < COPIES:
            line = _copied(world, world.chance.choice(told))
        elif told and world.chance.random() < 0.1:
            line = _denial(world, event)
        else:
            line = _account(world, event)
            told.append(line)
        yield line


def _copied(world: World, line: Line) -> Line:
    """The same sentence again a day later, at times with another word in place of its last one."""
    day = line.day + timedelta(1)
    if world.chance.random() < 0.5:
        return replace(line, day=day)
    quote = line.quote.rpartition(" ")[0] + f" {world.chance.choice(WORDS)}."
    return replace(line, day=day, quote=quote, claim=replace(line.claim, quote=quote, span=Span("", 0, len(quote))))


def _voice(world: World) -> tuple[str, str, bool]:
    """Who speaks: a name, its kind, and whether it is a name."""
    roll = world.chance.random()
    if roll < 0.3:
        return world.one_of(world.groups), "armed_group", True
    if roll < 0.55:
        return world.chance.choice(world.countries).name, "state", True
    return (world.one_of(world.persons), "person", True) if roll < 0.9 else ("a resident", "anonymous", False)


def _account(world: World, event: Event) -> Line:
    """A sentence that tells the event, or denies it in words of its own."""
    chance, (who, kind, named) = world.chance, _voice(world)
    denies = chance.random() < 0.1
    day, place = _day(world, event), event.town if chance.random() < 0.7 else event.province
    phrase, unit = TYPES[event.kind]
    killed = event.killed + chance.choice((0, 0, 0, 1, 5))
    quote = f"{who} {'denied' if denies else 'said'} that the {event.group} {phrase} {place.name} in {event.target}"
    quote += f" on {day.text}" if day else ""
    quote += f" with {chance.randrange(2, 9)} {unit}, killing {killed} people, {_words(chance, 6)}."
    slots = [_slot(quote, "agent", event.group, actor=event.group), _slot(quote, "place", place.name, place=place)]
    slots += [_slot(quote, "target", event.target, actor=event.target)] if chance.random() < 0.5 else []
    slots += [_slot(quote, "when", day.text, when=day)] if day else []
    count = Amount(killed, killed, "people", "", str(killed))
    slots += [_slot(quote, "killed", str(killed), amount=count)] if chance.random() < 0.5 else []
    names = ((who, kind, named), (event.group, "armed_group", True), (event.target, "state", True))
    act: Act = "denies" if denies else "claims_responsibility" if who == event.group else "asserts"
    claim = _claim(quote, who, act, "event", event.kind, slots, "denies" if denies else "affirms")
    return Line(event.day + timedelta(chance.randrange(5)), quote, claim, names, event.id)


def _denial(world: World, event: Event) -> Line:
    """A sentence that denies what is told near it, without an event of its own; what it tells of depends on where it stands."""
    who, kind, named = _voice(world)
    quote = f"{who} denied the claim and spoke of {_words(world.chance, 8)}."
    claim = _claim(quote, who, "denies", "statement", "statement", (), "denies")
    return Line(event.day + timedelta(world.chance.randrange(5)), quote, claim, ((who, kind, named),))


def _beside(world: World) -> Line:
    """A sentence that tells of no incident: a tie, a number or a pledge."""
    chance, (who, kind, named) = world.chance, _voice(world)
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    group, state = world.one_of(world.groups), chance.choice(world.countries).name
    names = ((who, kind, named), (group, "armed_group", True), (state, "state", True))
    tail = _words(chance, 6)
    roll = chance.random()
    if roll < 0.6:
        verb = chance.choice(("supports", "fights", "hosts", "part_of"))
        quote = f"{who} said that {state} has ties ({verb}) with the {group}, {tail}."
        ends = (_slot(quote, "subject", group, actor=group), _slot(quote, "object", state, actor=state))
        return Line(day, quote, _claim(quote, who, "asserts", "tie", verb, ends), names)
    if roll < 0.9:
        number = str(chance.randrange(1, 90) * 50)
        quote = f"{who} said that {state} counts {number} fighters of the {group}, {tail}."
        told = (
            _slot(quote, "subject", group, actor=group),
            _slot(quote, "count", number, amount=Amount(int(number), int(number), "fighters", "", number)),
        )
        return Line(day, quote, _claim(quote, who, "asserts", "figure", "strength", told), names)
    quote = f"{who} pledged that the {group} of {state} will never attack its neighbours, {tail}."
    return Line(day, quote, replace(_claim(quote, who, "pledges", "statement", "statement", ()), said=_exactly(day)), names)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _exactly(day: date) -> When:
    return When(day, day, "day", "stated", day.isoformat())


def _day(world: World, event: Event) -> When | None:
    """The day as a claim gives it: stated, inferred, known to the month, or not at all."""
    roll, day = world.chance.random(), event.day
    if roll < 0.75:
        return _exactly(day)
    if roll < 0.9:
        return replace(_exactly(day), basis="inferred")
    last = (day.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
    return When(day.replace(day=1), last, "month", "stated", day.isoformat()[:7]) if roll < 0.95 else None


def _slot(
    quote: str, name: str, text: str, *, actor: str | None = None, place: Place | None = None, when: When | None = None,
    amount: Amount | None = None,
) -> Slot:  # fmt: skip
    at = quote.index(text)
    return Slot(name, text, Span("", at, at + len(text)), actor, place, when, amount)


def _claim(quote: str, who: str, act: Act, kind: Kind, verb: str, slots: Sequence[Slot], polarity: Polarity = "affirms") -> Claim:
    voice = Voice(AUTHOR) if who == AUTHOR else Voice(who, Span("", 0, len(who)), who)
    return Claim("", Span("", 0, len(quote)), quote, (voice,), act, polarity, "certain", kind, verb, slots=tuple(slots), found_by="made")
