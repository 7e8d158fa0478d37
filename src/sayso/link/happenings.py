"""What an event claim tells of its event, in the form in which two claims are compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import combinations, product

from sayso.known.countries import Countries
from sayso.known.packs import Packs
from sayso.lang.grammar import any_of
from sayso.lang.language import Language, language_of
from sayso.lang.layout import blocks_of
from sayso.link.names import fold, words
from sayso.link.nearness import REGION, holds
from sayso.link.phrases import Phrase, phrase_of
from sayso.link.pointing import is_pronoun, known_phrases, points_by_pronoun, says
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Finding, Slot
from sayso.records.document import Document
from sayso.records.place import Place
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When
from sayso.records.worked_out import mention_key

NOT_YET = frozenset({"pledges", "predicts", "threatens", "demands"})
"""Acts that speak of what has not happened: they are no mention of an incident."""
KINSHIP = frozenset({"affiliate_of", "part_of", "wing_of", "offshoot_of", "member_of", "spokesperson_for"})
"""Ties by which the deed of one can be told as the deed of the other."""
AIMS = ("landed", "toward", "target")
HEAD = 400
"""Code points at the head of a text in which its headlines stand."""
LONGEST_NAME = 4
"""Words in the name of a place that is looked for in a title."""
UNUSUAL = 10
"""From here on a number of victims tells events apart: two accounts with the same smaller one may well be of two."""
LASTING = 92
"""Days of the longest interval in which one event is told; a longer one, such as a year, is that of a war or of many events."""
HARM = frozenset({"killed", "injured"})
NAMED = "name:"
"""What the id of a place begins with that only a text knows; its folded name follows."""
NO_PHRASE = Phrase("", (), None)
VAGUE = frozenset({5, 7})
"""UCDP's where_prec of what has no known bounds: larger regions, waters, airspace."""


Pair = tuple[str, str]
"""The ids of two actors that are akin, the lesser first."""


@dataclass(frozen=True)
class Happening:
    """One claim's account of an event. `places` are by slot name; `agents`, `targets` and `voice` are actor ids.

    `points` is whether its words point back ("the attack"), `antecedent` the claim that is nearest before it and of its kind.
    `definite` is whether they do so even beside a date ("the raid of 2 April"), `explains` whether the writer tells in it what a
    speaker meant in the words before, `elsewhere` whether it sets itself apart from what was told before, `hangs` whether it begins
    inside a sentence. `things` are the nouns for what it was done to, `titles` those of them with their own names ("russian embassy"),
    `victims` those for who was harmed; `harm` is whether it tells of anybody killed or hurt. `lead` is the claim that first tells of
    the one event of this kind that the text dates or places, if it does so of one alone; `topic` are the ids of the towns and provinces
    that the text's headlines name. `told` is when the text was written, `persons` those of the targets who are persons, `phrase` the
    words of the claim.
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
    topic: frozenset[str] = frozenset()
    told: When | None = None
    persons: frozenset[str] = frozenset()
    phrase: Phrase = NO_PHRASE
    kin: frozenset[Pair] = frozenset()

    @cached_property
    def where(self) -> Place | None:
        """The most exact place at which it took effect."""
        found = [self.places[role] for role in ("landed", "place", "toward", "target") if role in self.places]
        return min(found, key=lambda place: place.precision) if found else None

    @cached_property
    def regions(self) -> frozenset[str]:
        """The ids of its places that are known to the province at least, and their names as ids of places that only a text knows."""
        exact = [place for place in self.places.values() if place.precision <= REGION]
        return frozenset(ident for place in exact for ident in (place.id, NAMED + " ".join(words(place.name))))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of its places, and those at which it was aimed."""
        return self.aims.union(place.country for place in self.places.values() if place.country)

    @cached_property
    def across(self) -> bool:
        """Whether it went from one place to another, so that "place" may mean either end."""
        return any(role in self.places for role in ("from", "toward", "landed"))

    @property
    def lasting(self) -> bool:
        """Whether it is told of a longer time ("has fought the army since 2016"): no words point back at a war as at an attack."""
        return self.when is not None and self.when.days > LASTING

    @property
    def bare(self) -> bool:
        """Whether it tells nothing but that people were harmed: neither when nor where, by whom nor with what."""
        return self.harm and not (self.when or self.places or self.agents or self.instrument)

    @property
    def anchored(self) -> bool:
        """Whether it says when (to the month at least) or exactly where, so that it can stand for an incident by itself."""
        return bool(self.when and self.when.days <= 31) or (bool(self.regions) and not self.points)


@dataclass(frozen=True)
class Around:
    """What a text's mentions of events are read with: who is who, who speaks for whom, who is akin to whom, and the places of the pile.

    `spots` are the ids of its towns and provinces by the words of their names.
    """

    actor_of: Mapping[str, str]
    actors: Mapping[str, Actor]
    kin: frozenset[Pair]
    spots: Mapping[tuple[str, ...], str]
    countries: Countries

    @cached_property
    def kin_of(self) -> Mapping[str, list[Pair]]:
        """The pairs in which an actor stands."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.kin:
            for one in pair:
                found[one].append(pair)
        return found


def happenings(
    documents: Sequence[Document],
    findings: Mapping[str, Finding],
    actor_of: Mapping[str, str],
    actors: Sequence[Actor],
    packs: Packs,
) -> list[Happening]:
    """All mentions of events in the pile, in order of path and place, each with the nearest before it that it may point at."""
    groups = {actor.id: actor.name for actor in actors if actor.kind == "armed_group"}
    kin = frozenset(pair for doc, finding in findings.items() for pair in kin_told(doc, finding, actor_of)) | namesakes(groups)
    places = {place for finding in findings.values() for place in spots_told(finding)}
    around = Around(actor_of, {actor.id: actor for actor in actors}, kin, spots(places), Countries(packs))
    held = [document for document in documents if document.sha256 in findings]
    return sorted((one for document in held for one in told_in(document, findings[document.sha256], around)), key=lambda one: one.order)


def told_in(document: Document, finding: Finding, around: Around) -> list[Happening]:
    """The mentions of events in one document, in order of place."""
    events = [claim for claim in finding.claims if claim.kind == "event" and claim.act not in NOT_YET]
    told = _with_antecedents([_happening(claim, document, around) for claim in events])
    topic = frozenset(around.spots[part] for part in headline_parts(document) if part in around.spots)
    written = document.published or finding.written
    return [replace(one, topic=topic, told=written) for one in told]


def spots_told(finding: Finding) -> Iterable[tuple[tuple[str, ...], str]]:
    """The towns and provinces of a document: the words of their names, and their ids."""
    places = {
        slot.place.id: slot.place for claim in finding.claims for slot in claim.slots if slot.place and slot.place.precision <= REGION
    }
    return [(words(place.name), ident) for ident, place in places.items()]


def spots(places: Iterable[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], str]:
    """Towns and provinces by the words of their names, of several with one name the first id."""
    return dict(sorted(places, key=lambda place: place[1], reverse=True))


def headings(document: Document) -> list[tuple[int, int]]:
    """Where the headings at the head of a text stand: its title is often not the first of them."""
    return list(_headings(document.text[:HEAD], len(document.text) <= HEAD, document.language))


@lru_cache(maxsize=4096)  # each text is asked for them when its events are read, and when it is kept
def _headings(head: str, whole: bool, language: str | None) -> tuple[tuple[int, int], ...]:
    blocks = [block for block in blocks_of(head, language_of(language)) if block.end < len(head) or whole]
    return tuple((block.start, block.end) for block in blocks if block.kind == "heading")


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


def _happening(claim: Claim, document: Document, around: Around) -> Happening:
    doc, language, actor_of = document.sha256, language_of(document.language), around.actor_of

    def ids(*roles: str) -> frozenset[str]:
        names = [slot.actor for slot in claim.slots if slot.name in roles and slot.actor]
        return frozenset(actor_of[key] for name in names if (key := mention_key(doc, name)) in actor_of)

    voice = actor_of.get(mention_key(doc, claim.voice.name), claim.voice.text) if claim.voice.name else claim.voice.text
    agents = ids("agent")
    if not agents and claim.act == "claims_responsibility" and claim.voice.name:
        agents = frozenset({around.actors[voice].party if voice in around.actors else voice})
    places = {slot.name: slot.place for slot in reversed(claim.slots) if slot.place}
    known = known_phrases(claim, language)
    when = next((slot.when for slot in claim.slots if slot.name == "when" and slot.when and not _of_news(slot, claim, known)), None)
    targets = ids("target", "victim")
    return Happening(
        id=claim.id, doc=doc, order=(document.path, claim.span.start, claim.span.end, claim.id), type=claim.verb,
        when=when, places=places, agents=agents,
        targets=targets, aims=_aims(claim.slots, around.countries),
        instrument=_instrument(claim, language), voice=voice, act=claim.act,
        polarity=claim.polarity, points=when is None and (bool(known) or points_by_pronoun(claim, language)),
        numbers=_numbers(claim), definite=bool(known), things=_things(claim.slots, language), titles=_titles(claim.slots, language),
        kin=frozenset(pair for agent in agents for pair in around.kin_of.get(agent, ())),
        victims=_victims(claim.slots, language),
        harm=any(slot.name in HARM for slot in claim.slots),
        explains=says(claim.quote, "explaining", language), elsewhere=says(claim.quote, "elsewhere", language),
        hangs=claim.quote[:1].islower(), phrase=phrase_of(claim, document.language),
        persons=frozenset(one for one in targets if one in around.actors and around.actors[one].kind == "person"),
    )  # fmt: skip


def _of_news(slot: Slot, claim: Claim, known: Sequence[tuple[int, int]]) -> bool:
    """Whether a day is only the sentence's, which tells news of something known: "on Tuesday she visited those hurt in the attack"."""
    if not slot.when or slot.when.basis != "inferred" or slot.when.days > 1:
        return False
    at = slot.span.start - claim.span.start
    return bool(known) and not any(start <= at < end for start, end in known)


def _aims(slots: Iterable[Slot], countries: Countries) -> frozenset[str]:
    """The countries at which it was aimed, where it took effect, or whose people it hit."""
    found = [slot.place.country for slot in slots if slot.name in AIMS and slot.place]
    found += [countries.code(slot.actor) for slot in slots if slot.name in {"toward", "target"} and slot.actor]
    return frozenset(code for code in found if code)


@cache
def _joints(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(language.rules('pointing')['behind'])})\s")


def _before(text: str, language: Language) -> str:
    """A phrase up to the first word behind its noun."""
    return _joints(language).split(text)[0]


def _noun(text: str, language: Language) -> str:
    """The last word of a phrase, folded, without the ending of several."""
    return fold(text).split()[-1].rstrip(language.grammar.plural)


def _things(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """What it was done to where that is no actor and no place: the last word of the phrase before its first preposition."""
    texts = [_before(slot.text, language) for slot in slots if slot.name == "target" and not slot.actor]
    named = [slot.place.name for slot in slots if slot.place]
    ground = language.rules("pointing")["grounds"]
    nouns = (_noun(text, language) for text in texts if text not in named and fold(text))
    return frozenset(noun for noun in nouns if noun not in ground)


def _titles(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """The names of things that it was done to: the words with a capital before the noun, and the noun ("the Russian embassy")."""
    texts = [_before(slot.text, language) for slot in slots if slot.name in {"target", "victim"} and not slot.actor and not _is_town(slot)]
    named = ([word for word in text.split()[:-1] if word[:1].isupper()] for text in texts if fold(text))
    return frozenset(
        f"{fold(' '.join(name))} {_noun(text, language)}" for text, name in zip(filter(fold, texts), named, strict=True) if name
    )


def _is_town(slot: Slot) -> bool:
    """Whether a detail is nothing but the name of a place."""
    return slot.place is not None and fold(slot.text) == fold(slot.place.name)


def _victims(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """What those harmed are called: "soldier" for "nine soldiers" and "any soldier"."""
    texts = [_before(slot.text, language) for slot in slots if slot.name in {"victim", "killed", "injured"}]
    vague = language.rules("pointing")["any_victims"]
    return frozenset(word for text in texts if fold(text) and (word := _noun(text, language)) not in vague)


def _instrument(claim: Claim, language: Language) -> frozenset[str]:
    slots = [slot.text for slot in claim.slots if slot.name == "instrument" and not is_pronoun(slot, language)]
    units = [slot.amount.unit for slot in claim.slots if slot.name == "count" and slot.amount]
    return frozenset(_noun(text, language) for text in [*slots, *units] if fold(text))


def _numbers(claim: Claim) -> frozenset[tuple[str, float]]:
    """Numbers of victims: two accounts with the same unusual number are likely of one event."""
    amounts = [(slot.name, slot.amount.low) for slot in claim.slots if slot.name in {"killed", "injured", "captured"} and slot.amount]
    return frozenset((name, low) for name, low in amounts if low is not None and low >= UNUSUAL)


def _with_antecedents(found: Sequence[Happening]) -> list[Happening]:
    """The happenings of one document, each that points back with the nearest one before it that is of its kind."""
    ordered = sorted(found, key=lambda one: one.order)
    events = {kind: _only_one(kind, ordered) for kind in {one.type for one in ordered}}
    result: list[Happening] = []
    for one in ordered:
        before = [
            other for other in reversed(result)
            if one.points and other.order[1] < one.order[1] and vocabulary().near(one.type, other.type) and not other.lasting
        ]  # fmt: skip
        fitting = [other for other in before if _may_mean(one, other)]
        doers = [other for other in fitting if one.agents & other.agents] or [
            other for other in fitting if not (one.agents and other.agents)
        ]
        event = _only_there(one, ordered) if one.anchored and one.when is None else events[one.type]
        result.append(replace(one, antecedent=doers[0].id if doers else None, lead=_lead(one, event, bool(doers))))
    return result


def _only_one(kind: str, told: Sequence[Happening]) -> Happening | None:
    """The first account of the only event near this kind that a text anchors."""
    accounts = [other for other in told if other.anchored and vocabulary().near(kind, other.type)]
    return accounts[0] if accounts and all(_agree(a, b) for a, b in combinations(accounts, 2)) else None


def _only_there(one: Happening, told: Sequence[Happening]) -> Happening | None:
    """The first dated account of the only event of its kind that a text tells of the place of one told without a day."""
    there = [other for other in told if other.when and other.type == one.type and one.regions & other.regions]
    return there[0] if there and all(_agree(a, b) for a, b in combinations(there, 2)) else None


def _lead(one: Happening, event: Happening | None, pointing: bool) -> str | None:
    """The first account of the only event of its kind, if it stands before it or is meant by a definite phrase that means none before.

    None for one that is dated itself or of none; one with a place of its own is told anywhere in the text.
    """
    none = one.polarity == "denies" and one.act != "denies"
    if (one.anchored and one.when) or one.elsewhere or none or event is None:
        return None
    return event.id if one.anchored or event.order[1] <= one.order[1] or (one.points and not pointing) else None


def _agree(one: Happening, other: Happening) -> bool:
    """Whether neither day nor place parts two accounts; a place without bounds ("the north") parts none."""
    days = not one.when or not other.when or one.when.overlaps(other.when)
    p, q = one.where, other.where
    return days and (not p or not q or bool({p.precision, q.precision} & VAGUE) or holds(p, q) or holds(q, p))


def _may_mean(one: Happening, other: Happening) -> bool:
    """Whether a definite phrase can mean an event: where it says of itself at what or where ("the attacks in X"), that must fit.

    Where it came from is compared with where the other came from, and a place of which nothing but the name is known with none.
    """
    if one.titles and other.titles and not one.titles & other.titles:
        return False
    places, others = dict(one.places), dict(other.places)
    pairs = [(places.pop("from", None), others.pop("from", None)), *product(places.values(), others.values())]
    known = [(p, q) for p, q in pairs if p and q and p.country and q.country]
    spots = any(holds(p, q) or holds(q, p) for p, q in known)
    fits = (spots, bool(one.aims & other.aims), bool(one.targets & other.targets))
    told = (bool(known), bool(one.aims and other.aims), bool(one.targets and other.targets))
    return any(fits) or not any(told)
