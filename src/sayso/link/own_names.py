"""The names that a text uses for one of its events alone: the town, the victim or the ship by which another text's account is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from sayso.known.countries import Countries
from sayso.lang.grammar import any_of
from sayso.lang.language import Language, language_of
from sayso.link.happenings import LONGEST_NAME, Happening
from sayso.link.layout import HEAD, Layout, layout_of
from sayso.link.names import words
from sayso.link.parties import NAMELESS
from sayso.link.phrases import Phrase, general_words
from sayso.link.pointing import foreground
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.place import COUNTRY
from sayso.records.vocabulary import vocabulary

BODIES = frozenset({"armed_group", "government_body", "international_org", "media", "company"})
"""Kinds of actors who do much and say much: their names tell no event from another."""
OTHER = "other"
"""The kind of bodies of which nothing tells what they are."""


def with_own_names(told: Sequence[Happening], document: Document, finding: Finding, countries: Countries) -> list[Happening]:
    """The mentions of events in a document, each with the names that stand in no mention of another event of its kind in the text.

    One without names and places has those of its paragraph before it and of the heading or question above, as hints.
    """
    empty = (
        _doers(finding)
        | _of_people(document, finding)
        | general_words(language_of(document.language))
        | _lands(finding)
        | _lands_named(told, countries)
    )
    holders: dict[str, list[Happening]] = defaultdict(list)
    names = {one.id: (one.phrase if one.places else foreground(one.phrase, one.type)).names | one.own for one in told}
    for one in told:
        for name in names[one.id]:
            holders[name].append(one)
    barred = empty | {name for name, those in holders.items() if not all(_may_be_one(a, b) for a, b in combinations(those, 2))}

    def telling(names: frozenset[str]) -> frozenset[str]:
        return frozenset(name for name in names - barred if not countries.code(name))

    layout, result = layout_of(document), list[Happening]()
    for one in told:
        own = telling(names[one.id])
        hinted = frozenset[str]() if own or one.regions else telling(_before(one, document, layout, holders))
        result.append(msgspec.structs.replace(one, own=own, hinted=hinted) if (own, hinted) != (one.own, one.hinted) else one)
    return result


def _before(one: Happening, document: Document, layout: Layout, holders: Mapping[str, Sequence[Happening]]) -> frozenset[str]:
    """The names of a mention's paragraph before it, and of the heading or question above, but those of events that it cannot be."""
    text = f"{layout.heading_below(one.order[1], HEAD)}\n{document.text[layout.start(one.order[1]) : one.order[1]]}"
    names = Phrase(text, (), document.language).names
    return frozenset(name for name in names if all(_may_be_one(one, other) for other in holders.get(name, ())))


def _may_be_one(one: Happening, other: Happening) -> bool:
    """Whether two mentions of one text are not of one kind on two days."""
    days = not one.when or not other.when or one.when.overlaps(other.when)
    return days or not vocabulary().near(one.type, other.type)


def _doers(finding: Finding) -> frozenset[str]:
    """The words in the names of those who speak or act in a document, and of all bodies."""
    nameless = {mention.name for mention in finding.mentions if mention.kind == NAMELESS}
    names = {voice.name for claim in finding.claims for voice in claim.voices if voice.name} - nameless
    names |= {slot.actor for claim in finding.claims for slot in claim.slots if slot.name == "agent" and slot.actor}
    names |= {mention.name for mention in finding.mentions if mention.kind in BODIES}
    return frozenset(word for name in names for word in words(name))


def _of_people(document: Document, finding: Finding) -> frozenset[str]:
    """The words in the names of bodies that stand before those who belong to them: "the DNU [Dolan National Union] official"."""
    language = language_of(document.language)
    spans = (mention for mention in finding.mentions if mention.kind == OTHER)
    told = (mention for mention in spans if _people(language).match(document.text, mention.span.end))
    return frozenset(word for mention in told for word in words(f"{mention.name} {mention.text}"))


@cache
def _people(language: Language) -> re.Pattern[str]:
    """A note on a name, if any, and those who belong to it, or what it is."""
    table = language.rules("actors")
    told = {*table["members"], *table["beside_codes"]["behind"], *table["called_behind"][OTHER]}
    return re.compile(rf"(?:\s*[\[(][^\])]*[\])])?\s+(?:{any_of(told)})\b", re.IGNORECASE)


def _lands(finding: Finding) -> frozenset[str]:
    """The words in the names of countries that a document tells of: "Sierra Leone"."""
    places = {slot.place for claim in finding.claims for slot in claim.slots if slot.place and slot.place.precision >= COUNTRY}
    return frozenset(word for place in places for word in words(place.name))


def _lands_named(told: Sequence[Happening], countries: Countries) -> frozenset[str]:
    """The words in the names of countries of several words that mentions have: "Costa Rica"."""
    runs = {run for one in told for run in one.phrase.runs(LONGEST_NAME) if len(run) > 1}
    return frozenset(word for run in runs if countries.code(" ".join(run)) for word in run)
