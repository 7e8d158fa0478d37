"""How a claim's words point at an event: back at one told before, at what a speaker meant, or away from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, any_of
from sayso.lang.language import Language, language_of
from sayso.lang.phrases import whole_phrases
from sayso.lang.spotting import Spotter
from sayso.link.names import words
from sayso.link.phrases import Phrase, calendar, general_words
from sayso.records.claim import Claim, Slot
from sayso.records.vocabulary import vocabulary

GENERAL = "attack"
LONGEST_OBJECT = 6
"""Words between an event and its day that tell at what or where it was."""
"""The type of violence of a kind that is not told."""
AGREEMENT = "agreement"
"""The type of what two sides have agreed on."""
NAMED_WITHIN = 80
"""Code points behind a noun for an event within which the name stands of where it was."""
_CLAUSE_END = re.compile(r"(?<!\b[A-Z])[.;:!?]\s|,\s(?=\w+\s(?:said|says))")
_NAMES = re.compile(r"\b[A-Z][\w’'-]+")
BETWEEN = r"(?:[\w’'-]+|\w{1,4}\.|\d+,)"
"""A word between a definite word and its noun; of a date also with its full stop or comma ("the Aug. 7, 2031, attacks")."""


@cache
def _pattern(language: Language, kinds: tuple[str, ...], definite: bool) -> Spotter:
    """The nouns for events of these types (of any: "any"), behind a definite word or anywhere."""
    table = language.rules("pointing")
    nouns = any_like([noun for kind in kinds for noun in table["nouns"].get(kind, ())])
    ranked, counted = any_like(table["ranking"]), any_of(table["behind"])
    between = rf"(?!(?:{ranked}|{counted})\b){BETWEEN}"  # "the target of 10 bomb attacks" and "the scenes of bombings" are none of them
    series = rf"(?:\s+{BETWEEN})?\s+(?:{any_of(table['series'])})\s+(?:{any_of(language.grammar.belonging)})"
    opening = rf"(?:{any_like(table['definite'])})\b(?:{series})?(?:\s+{between}){{0,3}}?\s+" if definite else ""
    return Spotter(rf"\b(?:{opening}(?:{nouns})|{_suffered(language, kinds) if definite else '(?!)'})\b", any_case=True)


def _suffered(language: Language, kinds: tuple[str, ...]) -> str:
    """A noun for an event of these types as what somebody suffered: "his murder", "their recent killings"."""
    table, own = language.rules("pointing"), set(language.rules("events")["possessed"])
    nouns = [noun for kind in kinds for noun in table["nouns"].get(kind, ()) if noun.removesuffix(language.grammar.plural) in own]
    return rf"(?:{any_of(table['owners'])})\s+(?:{BETWEEN}\s+)?(?:{any_of(nouns)})"


def says(quote: str, name: str, language: Language) -> bool:
    """Whether a claim has one of the phrases that the language's table `pointing` lists under a name."""
    return whole_phrases(language, "pointing", name).search(quote) is not None


def _dates_it(between: str, language: Language) -> bool:
    """Whether the words between a definite phrase and a day make it the event's: "the incidents that occurred on 2 July".

    So do those that only tell at what or where it was: "the strike on the pumping station last Tuesday".
    """
    found = whole_phrases(language, "pointing", "dating").search(between)
    table, told = language.rules("pointing"), between.lower().split()
    at_what = 1 < len(told) <= LONGEST_OBJECT and told[0] in table["at_what"] and not {*told}.intersection(table["beginning_anew"])
    return at_what or (found is not None and found.group() == between.strip())


def of_news(slot: Slot, claim: Claim, known: Sequence[tuple[int, int]], language: Language) -> bool:
    """Whether a day is only the sentence's, which tells news of something known: "on Tuesday she visited those hurt in the attack"."""
    if slot.name != "when" or (slot.when and (slot.when.basis != "inferred" or slot.when.days > 1)):
        return False
    at = slot.span.start - claim.span.start
    outside = bool(known) and not any(start <= at < end or _dates_it(claim.quote[end:at], language) for start, end in known)
    return outside and (slot.when is not None or at < min(start for start, _ in known))


def points_back(quote: str, kind: str, language: Language) -> int:
    """Whether the words hold a definite phrase that can mean an event of this type: 2 by a word of its own, 1 by a general one."""
    if _pattern(language, (kind,), True).search(quote):
        return 2
    return 1 if vocabulary().incident_types[kind].physical and _pattern(language, ("any",), True).search(quote) else 0


def names_kind(quote: str, kind: str, language: Language) -> bool:
    """Whether the words hold a noun for events of this very type."""
    return _pattern(language, (kind,), False).search(quote) is not None


def tells_several(quote: str, kind: str, language: Language) -> bool:
    """Whether the words tell several events at once that are not known, and no single one: "the scenes of murders"."""
    if _several(language).search(quote) is None:
        return False
    return not any(_single(language, one).search(quote) for one in (kind, "any"))


@cache
def _several(language: Language) -> Spotter:
    """A noun for several events with no word before it that makes them known, unless they are given as examples."""
    table, examples = language.rules("pointing"), any_of(language.grammar.examples)
    nouns, known = any_of(table["of_several"]), any_of([*table["definite"], *table["owners"]])
    return Spotter(rf"\b(?:(?:{examples})\s+(?:{known})|(?:(?!(?:{known})\b)[\w’'-]+))\s+(?:{nouns})\b", any_case=True)


@cache
def _single(language: Language, kind: str) -> Spotter:
    """A noun for one event of a type."""
    nouns = [noun for noun in language.rules("pointing")["nouns"].get(kind, ()) if not noun.endswith((language.grammar.plural, "?"))]
    return Spotter(rf"\b(?:{any_like(nouns)})\b", any_case=True)


def turn_told(quote: str, language: Language) -> int | None:
    """As which of several an event is counted: 2 for "the second raid"; None where it is not."""
    found = _turns(language).search(quote)
    return next(at for at, forms in enumerate(language.rules("pointing")["turns"], 1) if found[1].lower() in forms) if found else None


def remembers(quote: str, kind: str, language: Language) -> bool:
    """Whether the words only call an event of this type to mind: "prayers marking the Sarn Massacre"; and tell none before."""
    found = whole_phrases(language, "pointing", "remembered").search(quote)
    return found is not None and not any(names_kind(quote[: found.start()], one, language) for one in (kind, "any"))


def let_go(quote: str, language: Language) -> str | None:
    """How people who were taken away came back, by the key of the language's table; None where it is not told."""
    return next((how for how, words in language.rules("pointing")["let_go"].items() if _whole(tuple(words)).search(quote)), None)


@cache
def _whole(patterns: tuple[str, ...]) -> Spotter:
    return Spotter(rf"\b(?:{any_like(patterns)})\b", any_case=True)


@cache
def _turns(language: Language) -> Spotter:
    """A word for its turn, and up to two words before the noun for the event."""
    table = language.rules("pointing")
    forms = any_of(form for forms in table["turns"] for form in forms)
    between = rf"(?:(?!(?:{any_of(table['behind'])})\b)[\w’'-]+\s+){{0,2}}?"
    return Spotter(rf"\b({forms})\s+{between}(?:{any_of(table['occasions'])})\b", any_case=True)


def foreground(phrase: Phrase, kind: str) -> Phrase:
    """The words without those that only date an event of this type by something else: "two days after the flood of Kest"."""
    language = language_of(phrase.code)
    found = (match for match in _background(language).finditer(phrase.quote))
    back = tuple(match.span() for match in found if not any(names_kind(match.group(), one, language) for one in (kind, "any")))
    return replace(phrase, aside=(*phrase.aside, *back)) if back else phrase


@cache
def _background(language: Language) -> Spotter:
    """So long before or after something else, up to the end of the clause; and so far from a place that it is another."""
    units = "|".join(language.rules("dates")["words"]["unit"].values())
    dated = rf"\b(?:{units})\s+(?:{any_of(language.rules('events')['background'])})\b[^,.;:()]*"
    return Spotter(rf"{dated}|\b(?:{any_like(language.rules('pointing')['far_from'])})\s+[^,.;:()]*")


def named_with(quote: str, language: Language) -> frozenset[str]:
    """The words of the names by which the words tell which event they speak of: "the bomb in Ivlin", "the raid of 3 May on Sarn"."""
    found = set[str]()
    for noun in _any_noun(language).finditer(quote):
        clause = _CLAUSE_END.split(quote[noun.end() :], maxsplit=1)[0][:NAMED_WITHIN]
        found |= {word for match in _placed(language, "at", "found_at").finditer(clause) for word in words(match[1])}
    return frozenset(found)


def placed_at(quote: str, language: Language) -> frozenset[str]:
    """The words of the names behind words for where something was: "used shells in Ivlin"."""
    return frozenset(word for match in _placed(language, "at").finditer(quote) for word in words(match[1])) - calendar(language)


def fronted_place(quote: str, language: Language) -> frozenset[str]:
    """The words of the name of the place with which words begin, as those do that turn to another one: "In Ivlin the bakers ..."."""
    found = _placed(language, "local").match(quote)
    return frozenset(words(found[1])) - calendar(language) if found else frozenset()


def only_beside(quote: str, at: int, language: Language) -> bool:
    """Whether the name at a code point only tells by which town a place lies, or which way it went: "14 km north of Kest"."""
    return _beside(language).search(quote[:at]) is not None


@cache
def _beside(language: Language) -> re.Pattern[str]:
    directions, bound = any_of(language.rules("place_words")["directions"]), any_of(language.rules("pointing")["bound_for"])
    return re.compile(rf"\b(?:(?:{directions})\s+(?:{any_of(language.grammar.belonging)})|{bound})\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)  # each mention of a text is asked for them against several others
def known_by(quote: str, language: Language) -> frozenset[str]:
    """The words of the names by which definite phrases tell which event they mean: "the attack on Mayor Brand", "the Kest attack"."""
    found = set[str]()
    for phrase in _pattern(language, (*vocabulary().incident_types, "any"), True).finditer(quote):
        clause = _CLAUSE_END.split(quote[phrase.end() :], maxsplit=1)[0][:NAMED_WITHIN]
        match = _aimed_at(language).match(clause)
        found |= set(words(" ".join((*_NAMES.findall(phrase.group()[1:]), *filter(None, match.groups() if match else ())))))
    return frozenset(found) - general_words(language) - calendar(language)


@cache
def _aimed_at(language: Language) -> re.Pattern[str]:
    """One or two names behind words for what an event was done to, or where: "the raid on Dolan station at Kest"."""
    prepositions = any_of([*language.rules("events")["aimed"], *language.rules("place_words")["at"]])
    small = r"(?:[^\WA-Z][\w’'.-]*\s+|(?:[A-Z]\w{,3}\.)+\s+)"
    name = rf"(?:{prepositions})\s+[“\"'‘]?(?:\[[^\]]*\]\s+)?{small}{{0,4}}?[“\"'‘]?((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)"
    between = rf"(?:(?:that|which)\s+(?:\S+\s+){{1,5}}?|(?:(?!(?:{any_of(language.grammar.doer)})\b)[a-z]+\s+){{0,3}}?)"
    return re.compile(rf"\s+{between}{name}(?:\s+{small}?{name})?")


@cache
def _any_noun(language: Language) -> Spotter:
    """A noun for an event of any kind."""
    return Spotter(rf"\b(?:{any_like(sorted(_all_nouns(language)))})\b")


@cache
def _placed(language: Language, *lists: str) -> re.Pattern[str]:
    """A name behind a word for where something was, of one of these lists."""
    table = language.rules("place_words")
    return re.compile(
        rf"\b(?i:{any_of([word for name in lists for word in table[name]])})\s+(?:\w+\s+of\s+)?((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)"
    )


def known_phrases(claim: Claim, language: Language) -> list[tuple[int, int]]:
    """Where its words hold a definite phrase for an event of its type, that is not only one for who did it ("the army fired shells")."""
    doers = [(slot.span.start - claim.span.start, slot.span.end - claim.span.start) for slot in claim.slots if slot.name == "agent"]
    own = _pattern(language, _told_as(claim.verb), True)
    patterns = (own, _pattern(language, ("any",), True)) if vocabulary().incident_types[claim.verb].physical else (own,)
    found = [match.span() for pattern in patterns for match in pattern.finditer(claim.quote)]
    return [(start, end) for start, end in found if not _of_doer(claim.quote, start, end, doers, language)]


@cache
def _told_as(kind: str) -> tuple[str, ...]:
    """The types whose words can mean an event of this one; an attack of a kind not told may be any that is near to it."""
    return tuple(other for other in vocabulary().incident_types if vocabulary().near(kind, other)) if kind == GENERAL else (kind,)


def _of_doer(quote: str, start: int, end: int, doers: Sequence[tuple[int, int]], language: Language) -> bool:
    """Whether a definite phrase is the doer's, and what it does stands between it and the noun for the event."""
    behind = [quote[last:end].split()[:-1] for first, last in doers if start <= first and last < end]
    return any(word.lower() not in _all_nouns(language) for words in behind for word in words)


@cache
def _all_nouns(language: Language) -> frozenset[str]:
    return frozenset(noun for nouns in language.rules("pointing")["nouns"].values() for noun in nouns)


def concluded(claim: Claim, language: Language) -> bool:
    """Whether a pledge is an agreement that was come to: "the two sides signed a truce"."""
    if claim.verb != AGREEMENT or claim.act != "pledges" or claim.cue is None:
        return False
    cue = claim.quote[max(0, claim.cue.start - claim.span.start) : max(0, claim.cue.end - claim.span.start)]
    return says(cue, "concluded", language)


def points_by_pronoun(claim: Claim, language: Language) -> bool:
    """Whether its words point back by a pronoun for what was fired ("none of them landed")."""
    return any(slot.name == "instrument" and is_pronoun(slot, language) for slot in claim.slots)


def is_pronoun(slot: Slot, language: Language) -> bool:
    """Whether a detail is only a pronoun for what was fired: "them"."""
    return slot.text.lower() in language.rules("events")["thing_pronouns"]
