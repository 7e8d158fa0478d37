"""What an event claim tells of its event, in the form in which two claims are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from sayso.known.countries import Countries
from sayso.lang.language import Language, language_of
from sayso.link.half_days import HalfDay, half_day_of
from sayso.link.layout import headings
from sayso.link.names import words
from sayso.link.nearness import REGION, spoken_name
from sayso.link.phrases import Phrase, phrase_of
from sayso.link.pointing import (
    concluded,
    foreground,
    known_phrases,
    let_go,
    of_news,
    only_beside,
    points_by_pronoun,
    remembers,
    says,
    tells_several,
    turn_told,
)
from sayso.link.shared import shared
from sayso.link.sites import sites_told
from sayso.link.struck import instrument_of, numbers_of, things_of, titles_of, victims_of
from sayso.records.actor import Actor
from sayso.records.claim import NOT_YET, Claim, Finding, Slot
from sayso.records.document import Document
from sayso.records.place import Place
from sayso.records.vocabulary import OTHER, vocabulary
from sayso.records.when import When
from sayso.records.worked_out import mention_key

KINSHIP = frozenset({"affiliate_of", "part_of", "wing_of", "offshoot_of", "member_of", "spokesperson_for"})
"""Ties by which the deed of one can be told as the deed of the other."""
AIMS = ("landed", "toward", "target")
LONGEST_NAME = 4
"""Words in the name of a place that is looked for in a title."""
LASTING = 92
"""Days of the longest interval in which one event is told; a longer one, such as a year, is that of a war or of many events."""
HARM = frozenset({"killed", "injured"})
DAMAGE = "looting_property_destruction"
TAKEN = frozenset({"abduction_forced_disappearance", "arrests"})
"""Types of events that take people away, as whose end it is told that they came back."""
NAMED = "name:"
"""What the id of a place begins with that only a text knows; its name follows in one word as it is spoken: "Or Vel" is "Orvel"."""
LARGE = ("iso:", "sup:")
"""What the ids of first-level regions begin with, and those of what the gazetteer lacks: mostly regions too."""
NO_PHRASE = Phrase("", (), None)
VAGUE = frozenset({5, 7})
"""UCDP's where_prec of what has no known bounds: larger regions, waters, airspace."""


FIELDS = (
    "agents", "aims", "antecedent", "behind", "countries", "definite", "earlier", "explains", "half", "hangs", "harm", "hinted",
    "instrument", "lead", "numbers", "opening", "own", "persons", "places", "regions", "remembered", "scene", "several", "sites", "targets",
    "things", "titles", "topic", "turn", "unlisted", "victims", "when", "where",
)  # fmt: skip
"""What a mention tells or does not: much of what is looked at in a pair is there only where both tell it."""

Pair = tuple[str, str]
"""The ids of two actors that are akin, the lesser first."""


class Happening(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """One claim's account of an event. `places` are by slot name; `agents`, `targets` and `voice` are actor ids.

    `points` is whether its words point back ("the attack"), `antecedent` the claim that is nearest before it and of its kind.
    `definite` is whether they do so even beside a date ("the raid of 2 April"), `explains` whether the writer tells in it what a
    speaker meant in the words before, `elsewhere` whether it sets itself apart from what was told before, `hangs` whether it begins
    inside a sentence. `things` are the nouns for what it was done to, `titles` those of them with their own names ("russian embassy"),
    `victims` those for who was harmed; `harm` is whether it tells who was killed or hurt, or what was destroyed, or that
    nobody and nothing was. `lead` is the claim that first tells of the one event of this kind that the text dates or places, if it does
    so of one alone, `opening` whether the text opens with that, and may go on with it in this; `doer` is whether it says who did it,
    even if only by what he is, but for one spoken of as known ("the gunmen"); `behind` is the event with which the text goes
    on in it, `beside` whether that is in one paragraph; `topic` are the ids of the towns and provinces that the text's headlines name,
    `scene` those of the towns of the text's first event,
    `spots` those of towns and provinces of the pile that its own words name, if it tells no place. `told` is when the text was written,
    `persons` those of the targets who are persons, `phrase` the words of the claim, `own` the names in it that its text uses for this
    event alone, `hinted` such names of its paragraph before it, if it has neither names nor places itself; `spoken` is whether it names no
    event and tells only the day and the names of one (`spoken.py`), `turn` as which of several it is counted ("the second raid": 2),
    `all_along` whether it is told of months or years, `let_go` how those came back whom it took away ("released"),
    `earlier` whether its words tell that it was before what the text tells, `several` whether they tell several events at once,
    `remembered` whether it is only called to mind
    ("marking the Sarn Massacre"), `half` its day where it has no date ("on Tuesday").
    """

    id: str
    doc: str
    order: tuple[str, int, int, str]
    type: str
    when: When | None
    places: Mapping[str, Place]
    agents: frozenset[str]
    targets: frozenset[str]
    aims: frozenset[str]
    instrument: frozenset[str]
    voice: str
    act: str
    polarity: str
    points: bool
    numbers: frozenset[tuple[str, float]] = frozenset()
    things: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    definite: bool = False
    harm: bool = False
    explains: bool = False
    elsewhere: bool = False
    hangs: bool = False
    antecedent: str | None = None
    lead: str | None = None
    opening: bool = False
    doer: bool = False
    behind: str | None = None
    beside: bool = False
    topic: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    told: When | None = None
    persons: frozenset[str] = frozenset()
    phrase: Phrase = NO_PHRASE
    kin: frozenset[Pair] = frozenset()
    own: frozenset[str] = frozenset()
    hinted: frozenset[str] = frozenset()
    spoken: bool = False
    turn: int | None = None
    all_along: bool = False
    let_go: str | None = None
    remembered: bool = False
    half: HalfDay | None = None
    earlier: bool = False
    several: bool = False

    @cached_property
    def where(self) -> Place | None:
        """The most exact place at which it took effect."""
        found = [self.places[role] for role in ("landed", "place", "toward", "target") if role in self.places]
        return min(found, key=lambda place: place.precision) if found else None

    @cached_property
    def regions(self) -> frozenset[str]:
        """The ids of its places that are known to the province at least, and their names as ids of places that only a text knows."""
        exact = [place for place in self.places.values() if place.precision <= REGION]
        return frozenset(ident for place in exact for ident in ids_of(place)) or self.spots

    @cached_property
    def sites(self) -> frozenset[str]:
        """At what it was that lies in its place: a bridge, a market."""
        return shared(sites_told(self.phrase.quote, language_of(self.phrase.code)))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of its places, and those at which it was aimed."""
        return self.aims.union(place.country for place in self.places.values() if place.country)

    @cached_property
    def across(self) -> bool:
        """Whether it went from one place to another, so that "place" may mean either end."""
        return any(role in self.places for role in ("from", "toward", "landed"))

    @property
    def unlisted(self) -> bool:
        """Whether it is of no kind that is listed."""
        return self.type == OTHER

    @cached_property
    def fields(self) -> int:
        """Which of FIELDS it tells, as bits."""
        return sum(1 << place for place, field in enumerate(FIELDS) if getattr(self, field))

    @property
    def lasting(self) -> bool:
        """Whether it is told of a longer time ("has fought the army since 2016"): no words point back at a war as at an attack."""
        return self.all_along or (self.when is not None and self.when.days > LASTING)

    @property
    def bare(self) -> bool:
        """Whether it tells nothing but that people or things were harmed: neither when nor where, by whom nor with what."""
        return self.harm and not (self.when or self.places or self.doer or self.instrument)

    @property
    def anchored(self) -> bool:
        """Whether it says when (to the month at least) or exactly where, so that it can stand for an incident by itself."""
        return not self.spoken and (bool(self.when and self.when.days <= 31) or (bool(self.regions) and not self.points))


def ids_of(place: Place) -> tuple[str, str]:
    """The id of a place, and its name as the id of a place that only a text knows."""
    return place.id, NAMED + spoken_name(place.name)


@cache
def kinds_near(one: str, other: str) -> bool:
    """Whether two types of events may be one event told in two ways."""
    return OTHER in (one, other) or vocabulary().near(one, other)


@dataclass(frozen=True)
class Around:
    """What a text's mentions of events are read with: who is who, who speaks for whom, who is akin to whom, and the places of the pile.

    `spots` are the ids of its towns and provinces by the words of their names, `months` those in which its texts were written.
    """

    actor_of: Mapping[str, str]
    actors: Mapping[str, Actor]
    kin: frozenset[Pair]
    spots: Mapping[tuple[str, ...], str]
    countries: Countries
    months: frozenset[str]

    @cached_property
    def kin_of(self) -> Mapping[str, list[Pair]]:
        """The pairs in which an actor stands."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.kin:
            for one in pair:
                found[one].append(pair)
        return found


def spots_told(finding: Finding) -> Iterable[tuple[tuple[str, ...], str]]:
    """The towns and provinces of a document: the words of their names, and their ids."""
    places = {
        slot.place.id: slot.place for claim in finding.claims for slot in claim.slots if slot.place and slot.place.precision <= REGION
    }
    return [(words(place.name), ident) for ident, place in places.items()]


def spots(places: Iterable[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], str]:
    """Towns and provinces by the words of their names, of several with one name the first id."""
    return dict(sorted(places, key=lambda place: place[1], reverse=True))


def tells_event(claim: Claim, language: Language) -> bool:
    """Whether a claim is a mention of an event that took place: what was agreed is a pledge, and the agreement took place."""
    return claim.kind == "event" and (claim.act not in NOT_YET or concluded(claim, language))


def clause_parts(claim: Claim, language: str | None) -> frozenset[tuple[str, ...]]:
    """The runs of words in an account of an event without a place that may name one."""
    if not tells_event(claim, language_of(language)) or any(slot.place and slot.place.precision <= REGION for slot in claim.slots):
        return frozenset()
    return phrase_of(claim, language).runs(LONGEST_NAME)


def headline_parts(document: Document) -> set[tuple[str, ...]]:
    """The runs of words in the headings at the head of a text that may name a place."""
    told = words(" | ".join(document.text[start:end] for start, end in headings(document)))
    return {told[first : first + size] for size in range(1, LONGEST_NAME + 1) for first in range(len(told) - size + 1)}


def kin_told(doc: str, finding: Finding, actor_of: Mapping[str, str]) -> Iterable[Pair]:
    """Pairs of actors of which a text says that one is part, wing or affiliate of the other."""
    for claim in finding.claims:
        if claim.kind == "tie" and claim.verb in KINSHIP:
            slots = [slot for slot in (claim.slot("subject"), claim.slot("object")) if slot and slot.actor]
            ends = [actor_of.get(mention_key(doc, slot.actor or "")) for slot in slots]
            if len(ends) == 2 and ends[0] and ends[1] and ends[0] != ends[1]:
                yield min(ends[0], ends[1]), max(ends[0], ends[1])


def namesakes(groups: Mapping[str, str]) -> frozenset[Pair]:
    """Pairs of armed groups, given by their names, of which one's begins the other's ("Islamic State", "Islamic State in the Sahel").

    Writers give the deeds of the one to the other; it parts no incident, and joins no actors.
    """
    by_name = {words(name): actor for actor, name in sorted(groups.items())}
    pairs = ((by_name.get(name[:size]), actor) for name, actor in by_name.items() for size in range(2, len(name)))
    return frozenset((min(other, actor), max(other, actor)) for other, actor in pairs if other and other != actor)


def happening_of(claim: Claim, document: Document, around: Around, nameless: Collection[str]) -> Happening:
    """What a claim tells of its event. `nameless` are the names of the text's actors who are only described ("gunmen")."""
    doc, language, actor_of = document.sha256, language_of(document.language), around.actor_of

    def ids(*roles: str, but: Collection[str] = ()) -> frozenset[str]:
        names = [slot.actor for slot in claim.slots if slot.name in roles and slot.actor and slot.actor not in but]
        return frozenset(actor_of[key] for name in names if (key := mention_key(doc, name)) in actor_of)

    voice = actor_of.get(mention_key(doc, claim.voice.name), claim.voice.text) if claim.voice.name else claim.voice.text
    agents = ids("agent", but=nameless)  # "gunmen" are nobody else than those whom another account names
    if not agents and claim.act == "claims_responsibility" and claim.voice.name:
        agents = frozenset({around.actors[voice].party if voice in around.actors else voice})
    places = {slot.name: slot.place for slot in reversed(claim.slots) if slot.place}
    known = known_phrases(claim, language)
    own = [slot for slot in claim.slots if not of_news(slot, claim, known, language)]
    when = next((slot.when for slot in own if slot.name == "when" and slot.when), None)
    half = None if when else half_day_of(own, language)
    targets = ids("target", "victim")
    remembered, turn = remembers(claim.quote, claim.verb, language), turn_told(claim.quote, language)
    named = _spots(claim, document, around.spots)
    phrase = phrase_of(claim, document.language, named.values())
    return Happening(
        id=claim.id, doc=doc, order=(document.path, claim.span.start, claim.span.end, claim.id), type=claim.verb,
        when=when, half=half, places=places, agents=shared(agents),
        targets=shared(targets), aims=shared(_aims(claim.slots, around.countries)),
        instrument=shared(instrument_of(claim, language)), voice=voice, act=claim.act,
        polarity=claim.polarity, points=when is None and not remembered and (bool(known) or points_by_pronoun(claim, language)),
        numbers=shared(numbers_of(claim)), definite=bool(known),
        things=shared(things_of(claim.slots, language)), titles=shared(titles_of(claim.slots, language)),
        kin=shared(frozenset(pair for agent in agents for pair in around.kin_of.get(agent, ()))),
        victims=shared(victims_of(claim.slots, language)), doer=_tells_doer(claim, nameless, language),
        harm=_tells_harm(claim),
        explains=says(claim.quote, "explaining", language), turn=turn, all_along=says(claim.quote, "all_along", language),
        remembered=remembered, let_go=let_go(claim.quote, language) if claim.verb in TAKEN else None,
        elsewhere=remembered or (turn or 0) > 1 or says(claim.quote, "elsewhere", language),
        earlier=says(claim.quote, "earlier", language),
        several=not known and tells_several(claim.quote, claim.verb, language), hangs=claim.quote[:1].islower(), phrase=phrase,
        spots=shared(frozenset(ident for part in named for ident in (around.spots[part], NAMED + spoken_name(" ".join(part))))),
        persons=shared(frozenset(one for one in targets if one in around.actors and around.actors[one].kind == "person")),
    )  # fmt: skip


def _tells_harm(claim: Claim) -> bool:
    spared = claim.polarity == "denies" and claim.act != "denies" and claim.slot("victim") is not None  # "No soldier was wounded."
    return spared or claim.verb == DAMAGE or any(slot.name in HARM for slot in claim.slots)


def _tells_doer(claim: Claim, nameless: Collection[str], language: Language) -> bool:
    described = [slot for slot in claim.slots if slot.name == "agent" and (slot.actor is None or slot.actor in nameless)]
    named = any(slot.name == "agent" and slot not in described for slot in claim.slots)
    return named or any(not _known(slot, claim, language) for slot in described)


def _known(slot: Slot, claim: Claim, language: Language) -> bool:
    """Whether a detail is spoken of as known: a definite word stands before it or opens it."""
    before = claim.quote[: max(0, slot.span.start - claim.span.start)].split()[-1:]
    return any(word.lower() in language.grammar.definite for word in (*before, *slot.text.split()[:1]))


def _spots(claim: Claim, document: Document, spots: Mapping[tuple[str, ...], str]) -> Mapping[tuple[str, ...], tuple[int, int]]:
    """The towns and provinces of the pile that its own words name, though no detail of it is one of them, and where they do."""
    named = {part for part in clause_parts(claim, document.language) if part in spots}
    found = foreground(phrase_of(claim, document.language), claim.verb).names_of(named) if named else {}
    return {part: range_ for part, range_ in found.items() if not only_beside(claim.quote, range_[0], language_of(document.language))}


def _aims(slots: Iterable[Slot], countries: Countries) -> frozenset[str]:
    """The countries at which it was aimed, where it took effect, or whose people it hit."""
    found = [slot.place.country for slot in slots if slot.name in AIMS and slot.place]
    found += [countries.code(slot.actor) for slot in slots if slot.name in {"toward", "target"} and slot.actor]
    return frozenset(code for code in found if code)
