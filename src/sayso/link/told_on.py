"""Which event a text goes on about in words that tell none themselves: who was blamed, how many were buried, what a witness saw."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from sayso.lang.language import Language
from sayso.lang.phrases import whole_phrases
from sayso.lang.tolls import tolls, unit_of
from sayso.link.asides import PASSAGE
from sayso.link.days_named import is_another_month, months_in, other_days
from sayso.link.happenings import TAKEN, Happening
from sayso.link.judge import NEVER, Feature
from sayso.link.names import words
from sayso.link.nearness import REGION
from sayso.link.phrases import STEM, Phrase
from sayso.link.pointing import let_go, names_kind, placed_at
from sayso.records.claim import AUTHOR, NOT_YET, Claim
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When

ENOUGH = 2.5
"""From here on words are told of an event: another's words right behind it, or the author's that also speak of harm or of who did it."""
REACH = 1500
"""Code points behind the last words on an event within which a text goes on with it in the next paragraphs, under one heading."""
YEAR_OF_NEWS = 366
"""Days after which a text looks back on an event: what stands behind it in its paragraph is then mostly of something else."""
MANY = 8
"""Events from which on a text is a survey, of whose words most are of none of them: set on three papers and an interview, and on news."""
MANY_PARTS = 10
"""Headings from which on most of what a text tells is not on the event that its title tells, as of a live page: set by judgement."""
TURNS = frozenset({"denies", "accuses", "claims_responsibility", "concedes", "declines_comment"})
"""Acts by which somebody answers for what was done, or has another answer for it."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, eq=False)
class Told:
    """Words of a text, an event's (`event`) or others: where they stand, and what of them tells of which event they are.

    `paragraph` and `section` are numbers in order, `heading` are the words of the heading above; `open` is the event that was told last
    before under that heading, if the text has not turned to another day since, `last` and `level` the end and the paragraph of the last
    words on it, `away` whether a paragraph began with something else since; `lead` is the event that the text's title tells,
    `spots` the words of the names of all places of its events; `fresh` is whether most of its dated events are of the year before it
    was written. Of the event with which it is compared, `shared` are its words that the text used for that event alone, `whens` the days
    of all accounts of it. `voice` is who says the words, where it is not who tells the text; `among` is how many events the text tells,
    `parts` under how many headings, `entry` the number of the entry of a chronology in which the words stand, or 0.
    """

    claim: Claim | None
    event: Happening | None
    start: int
    end: int
    paragraph: int
    section: int
    phrase: Phrase
    language: Language
    heading: str = ""
    open: Happening | None = None
    lead: Happening | None = None
    spots: frozenset[str] = frozenset()
    fresh: bool = False
    last: int = 0
    level: int = 0
    away: bool = False
    shared: frozenset[str] = frozenset()
    whens: tuple[When, ...] = ()
    words: Set[str] = frozenset()
    named: frozenset[str] = frozenset()
    voice: str = AUTHOR
    among: int = 0
    parts: int = 0
    entry: int = 0

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.phrase.quote


def _says(told: Told, name: str) -> str | None:
    found = whole_phrases(told.language, "pointing", name).search(told.quote)
    return found.group().lower() if found else None


def right_behind(told: Told, event: Told) -> str | None:
    """told right behind the event, in its paragraph"""
    near = told.paragraph == told.level and 0 <= told.start - told.last <= PASSAGE
    return "same paragraph" if told.open is event.event and near else None


def of_the_news(told: Told, event: Told) -> str | None:
    """told right behind it or under its heading, and the text is about it rather than looks back on it"""
    beside = right_behind(told, event) or under_its_heading(told, event)
    if event.event is None or not beside or not (told.fresh if event.event.when is None else of_the_year(event.event)):
        return None
    return str(event.event.when or event.event.told)


def in_its_entry(told: Told, event: Told) -> str | None:
    """told in the entry of a chronology that tells the event"""
    return "entry" if told.entry and told.entry == event.entry and right_behind(told, event) else None


def goes_on(told: Told, event: Told) -> str | None:
    """told in the paragraphs behind the event, under the same heading and with no other event between"""
    near = told.section == event.section and told.paragraph != told.level and told.start - told.last <= REACH
    return "next paragraphs" if told.open is event.event and near else None


def carries_on(told: Told, event: Told) -> str | None:
    """begins with a word for who or what was spoken of right before"""
    if told.open is not event.event or not (right_behind(told, event) or goes_on(told, event)):
        return None
    first = told.quote.lstrip("“\"‘'( ").split(" ", 1)[0].strip(",’'").lower()
    return first if first in told.language.rules("pointing")["carrying_on"] else None


def own_word(told: Told, event: Told) -> str | None:
    """has a word that the text used for this event alone"""
    return next(iter(told.shared)) if len(told.shared) == 1 else None


def own_words(told: Told, event: Told) -> str | None:
    """has several words that the text used for this event alone"""
    return ", ".join(sorted(told.shared)) if len(told.shared) > 1 else None


def turned_away(told: Told, event: Told) -> str | None:
    """the text turned to something else in between"""
    near = right_behind(told, event) or goes_on(told, event)
    return "something else" if told.away and near else None


def under_its_heading(told: Told, event: Told) -> str | None:
    """told under a heading that names where it was or what it was called"""
    return headed(told.heading, event.event, told.language) if event.event else None


def of_the_title(told: Told, event: Told) -> str | None:
    """the event that the text's title tells"""
    return "title" if told.lead and told.lead is event.event else None


def another_voice(told: Told, event: Told) -> str | None:
    """somebody else than who tells the text says it"""
    return told.voice if told.voice != AUTHOR else None


def voiced_statement(told: Told, event: Told) -> str | None:
    """and it is more than a number, and denies something or has a word that the text used for this event alone"""
    if told.claim is None or told.claim.kind != "statement" or not (told.shared or told.claim.polarity == "denies"):
        return None
    return another_voice(told, event)


def answers_for_it(told: Told, event: Told) -> str | None:
    """somebody denies, claims or concedes it, or another is accused of it"""
    return told.claim.act if told.claim and told.claim.act in TURNS else None


def says_who(told: Told, event: Told) -> str | None:
    """speaks of who did it"""
    return _says(told, "who_did_it")


def tells_of_harm(told: Told, event: Told) -> str | None:
    """speaks of the dead, the hurt and those who saw it"""
    return _says(told, "aftermath")


def tells_of_means(told: Told, event: Told) -> str | None:
    """speaks of what it was done with, or of those who came"""
    return _says(told, "means")


def in_answer(told: Told, event: Told) -> str | None:
    """tells what people did in answer to it: a march, a vigil, a visit"""
    return _says(told, "in_answer") if told.claim and told.claim.kind == "statement" else None


def of_its_end(told: Told, event: Told) -> str | None:
    """speaks of how those came back whom the event took away, as its account does"""
    return how if (how := _let_go(told, event)) and event.event and how == event.event.let_go else None


def of_another_end(told: Told, event: Told) -> str | None:
    """speaks of how people came back, and the event's account does not, or otherwise"""
    return how if (how := _let_go(told, event)) and event.event and how != event.event.let_go else None


def _let_go(told: Told, event: Told) -> str | None:
    return let_go(told.quote, told.language) if event.event and event.event.type in TAKEN else None


def same_number(told: Told, event: Told) -> str | None:
    """the same number of victims"""
    numbers = {slot.amount.low for slot in told.claim.slots if slot.amount} if told.claim else set()
    shared = sorted(low for _, low in event.event.numbers if low in numbers) if event.event else []
    return ", ".join(f"{low:g}" for low in shared) or None


def counts_the_dead(told: Told, event: Told) -> str | None:
    """counts the dead or the hurt"""
    return told.quote if told.claim and tolls(told.claim, told.language) else None


def counts_beside(told: Told, event: Told) -> str | None:
    """the author counts something right behind it"""
    plain = told.claim is not None and told.claim.kind == "figure" and told.voice == AUTHOR
    return told.quote if plain and right_behind(told, event) else None


def names_it(told: Told, event: Told) -> str | None:
    """names where it was"""
    shared = spots_of(event.event) & _words(told) if event.event else frozenset()
    return ", ".join(sorted(shared)) or None


def names_another(told: Told, event: Told) -> str | None:
    """names where another event of the text was, and not where this one was"""
    shared = told.spots & _words(told)
    return ", ".join(sorted(shared)) if shared and not names_it(told, event) else None


def placed_elsewhere(told: Told, event: Told) -> str | None:
    """says where it was, by a name of which the text has told nothing with this event"""
    names = placed_at(told.quote, told.language) if told.claim and told.claim.kind == "statement" and not told.named else frozenset()
    return ", ".join(sorted(names)) if names and not {word[:STEM] for word in names} & told.words else None


def of_another_event(told: Told, event: Told) -> str | None:
    """speaks of an event by a name of which the text has told nothing with this one ("the bomb in Ivlin")"""
    return ", ".join(sorted(told.named)) if told.named and not {word[:STEM] for word in told.named} & told.words else None


def unconnected(told: Told, event: Told) -> str | None:
    """neither told near the event nor by its name, its number or a heading"""
    ties = (right_behind, goes_on, under_its_heading, same_number, names_it, own_words)
    titled = told.parts < MANY_PARTS and of_the_title(told, event)  # a live page is on more than its title tells
    tied = titled or any(look(told, event) for look in ties)
    return None if tied else "nothing connects them"


def one_of_many(told: Told, event: Told) -> str | None:
    """the text tells of many events"""
    return f"{told.among} events" if told.among >= MANY else None


def undated_of_many(told: Told, event: Told) -> str | None:
    """and no day of this one"""
    return one_of_many(told, event) if not told.whens else None


def looks_ahead(told: Told, event: Told) -> str | None:
    """speaks of what is still to come"""
    return told.claim.act if told.claim and told.claim.act in NOT_YET else None


def said_once_more(told: Told, event: Told) -> str | None:
    """repeats what was said before, maybe of another event"""
    return _says(told, "once_more") if told.claim and told.claim.act in TURNS else None


def of_a_longer_time(told: Told, event: Told) -> str | None:
    """speaks of a longer time, or of what is always so"""
    return _says(told, "for_long") or _says(told, "always")


def of_another_year(told: Told, event: Told) -> str | None:
    """names another year"""
    years = set(YEAR.findall(told.quote))
    when = event.event.when or event.event.told if event.event else None
    return ", ".join(sorted(years)) if years and when and not years & {str(when.first.year), str(when.last.year)} else None


def of_another_day(told: Told, event: Told) -> str | None:
    """names another day than the event's, and not as the day on which it is said"""
    days = other_days(told.claim, told.whens, told.language) if told.claim else ()
    return ", ".join(f"{day}/{month}" for month, day in sorted(days)) or None


def of_another_month(told: Told, event: Told) -> str | None:
    """names another month than the event's, and not as the one in which it is said"""
    said = told.claim.said if told.claim else None
    spoken = {said.first.month, said.last.month} if said else set[int]()
    months = months_in(told.quote, told.language) - spoken
    known = told.whens or ((event.event.told,) if event.event and event.event.told else ())
    apart = all(is_another_month(month, when) for month in months for when in known)
    return ", ".join(map(str, sorted(months))) if months and apart else None


def counts_something_else(told: Told, event: Told) -> str | None:
    """counts neither people nor what it was done with"""
    if told.claim is None or told.claim.kind != "figure" or right_behind(told, event) or tolls(told.claim, told.language):
        return None
    table = told.language.rules("pointing")
    counted = [unit_of(slot.amount) for slot in told.claim.slots if slot.amount and slot.amount.unit]
    known = {*table["people"], *table["harmed"], *table["means"], *(word for own in table["toll"].values() for word in own)}
    return ", ".join(counted) if counted and not known & set(counted) else None


TOLD_ON: tuple[Feature[Told], ...] = (
    Feature(unconnected, NEVER),
    Feature(right_behind, 2.0),
    Feature(of_the_news, 0.5),
    Feature(in_its_entry, 1.0),
    Feature(goes_on, 1.5),
    Feature(carries_on, 1.0),
    Feature(own_word, 1.0),
    Feature(own_words, 1.5),
    Feature(turned_away, -1.0),
    Feature(under_its_heading, 2.0),
    Feature(of_the_title, 1.0),
    Feature(another_voice, 0.5),
    Feature(voiced_statement, 0.5),
    Feature(answers_for_it, 1.0),
    Feature(says_who, 1.0),
    Feature(tells_of_harm, 1.5),
    Feature(tells_of_means, 1.0),
    Feature(of_its_end, 1.5),
    Feature(of_another_end, -2.5),
    Feature(in_answer, -2.5),
    Feature(same_number, 1.5),
    Feature(counts_the_dead, 1.5),
    Feature(counts_beside, 0.5),
    Feature(names_it, 2.0),
    Feature(names_another, -2.5),
    Feature(placed_elsewhere, -1.0),
    Feature(of_another_event, -2.5),
    Feature(one_of_many, -0.5),
    Feature(undated_of_many, -1.0),
    Feature(looks_ahead, -4.0),
    Feature(said_once_more, -2.0),
    Feature(of_a_longer_time, -3.5),
    Feature(of_another_year, -2.0),
    Feature(of_another_day, -4.0),
    Feature(of_another_month, -2.0),
    Feature(counts_something_else, -1.5),
)
"""What is looked at in words that tell no event and an event of the same text, and what it weighs. Set by hand on measured ledgers."""


def headed(title: str, one: Happening, language: Language) -> str | None:
    """What a heading says of an event: a word of its places, or its kind."""
    shared = spots_of(one) & frozenset(words(title))
    return ", ".join(sorted(shared)) or (title.strip() if title and names_kind(title, one.type, language) else None)


def on_the_ground(one: Happening) -> bool:
    """Whether it is an event on the ground, and no war of years."""
    return vocabulary().incident_types[one.type].physical and not one.lasting


def opens(one: Happening) -> bool:
    """Whether a text that tells it may go on about it: what did not take place is told of something else."""
    return one.polarity == "affirms"


def of_the_year(one: Happening) -> bool:
    """Whether its day is known, and lies in the year before the text was written."""
    return one.when is not None and one.told is not None and (one.told.first - one.when.last).days <= YEAR_OF_NEWS


def spots_of(one: Happening) -> frozenset[str]:
    """The words of the names of an event's places, to the province."""
    names = one.own if one.spoken else [place.name for place in one.places.values() if place.precision <= REGION]
    return frozenset(word for name in names for word in words(name) if len(word) > 3)


def _words(told: Told) -> frozenset[str]:
    return frozenset(words(told.quote))
