"""What a voice states again of one incident elsewhere: one number of one thing, a denial, the words of one day, one promise.

What is one statement by its own words or counts and its time, of whatever incident, is known by `retold.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lang.language import Language
from sayso.lang.outcomes import LEAST, is_matterless
from sayso.lang.rebuttals import STEM, WORD, denies_blame, denies_part, said_in
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.numbers import counted
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import kind_of
from sayso.weigh.retold import MANY, PHRASES, not_apart, of_a_day, party_speaking
from sayso.weigh.tied import CALLED, DAY, DENIED, NUMBERED, VOW, Gathered, Tied

VOWS = frozenset({"pledge", "threat"})
"""What somebody binds himself to."""
ALIKE = 6
"""Letters by which two names that end alike may be one person's, spelled apart: "Ben Otto" and "Colonel Benotto"."""
ASIDE = re.compile(r"[,(;].*", re.DOTALL)
Test = Callable[[Pile, Claim, Claim], bool]


def restated_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What ties claims of two documents that are one statement of one voice; never certain, since it may have been made twice.

    Between incidents too it kept more together on one hand-made ledger (T .261 of the origins asked for, not .174), but of one that
    nobody had read .021 of the pairs of different statements came under one origin, not .018, and a rejection took up to .9 seconds.
    """
    tests: dict[str, Test] = {NUMBERED: _of_one_event, DENIED: _denied, DAY: _anything, CALLED: _called_alike, VOW: _vowed_alike}
    for kind, fits in tests.items():
        for group in groups.of(kind):  # in the order of days only neighbours have to be looked at
            near = pairwise(sorted(group, key=of_a_day))
            apart = (pair for pair in near if pair[0].span.doc != pair[1].span.doc)
            yield from (Tied(two.id, one.id, "one voice's words, stated again", False) for one, two in apart if fits(pile, one, two))


def restated_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim can be tied so; whether two are tied hangs on these, and on who stands between.

    Claims of two incidents, and one of an incident and one of none, are in no group together: a party says the same of many.
    """
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return
    incident = pile.linking.incident_of.get(claim.id, "")
    for groups in (_numbers, _denials, _days, _callings, _vows):
        yield from (f"{group} {incident}" for group in groups(pile, claim))


def _numbers(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a party's numbers, each with a word of what is told of it; of a small one with what it counts too."""
    party = party_speaking(pile, claim)
    for number, what in _amounts(pile, claim) if party else ():
        words = _words(pile.language(claim), said_in(claim))
        yield from (f"{NUMBERED} {party} {number} {what} {word}" for word in words if not what or word != what[:STEM])


def _amounts(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """The numbers of a claim that denies nothing, the smaller ones with what they count; none of one, and no small range."""
    if claim.polarity == "denies":
        return
    for amount in (slot.amount for slot in claim.slots if slot.amount):
        number = f"{amount.low}-{amount.high}"
        if (amount.low or amount.high or 0) >= MANY:
            yield number, ""
        elif amount.low == amount.high and (amount.low or 0) > 1 and (what := counted(amount, pile.language(claim))):
            yield number, what


def _denials(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what a voice denies, or says that it is not so: one for each word of it. A part in a deed may be denied of many."""
    language = pile.language(claim)
    bare = denies_part(claim, language) or denies_blame(claim, language)
    if "denies" in (claim.act, claim.polarity) and not bare and party_speaking(pile, claim):
        yield from (f"{DENIED} {pile.voice(claim)} {word}" for word in _words(language, said_in(claim)))


def _days(pile: Pile, claim: Claim) -> Iterable[str]:
    """The group of what a voice said on a day that the words name, or in a publication of a year ("Brand (2008)")."""
    if claim.said and claim.said.text and party_speaking(pile, claim):
        told_in = claim.quote if claim.said.days == 1 else claim.voice.text
        if claim.said.text in told_in:
            yield f"{DAY} {pile.voice(claim)} {claim.said.first} {claim.said.last}"


def _callings(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of the larger numbers of a voice by its last word: "the union" in one report, "the dockers' union" in another."""
    if called := _called(pile, claim):
        yield from (f"{CALLED} {called[-1].lower()} {number}" for number, what in _amounts(pile, claim) if not what)


def _vows(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what is promised or threatened: one for each three words of it in a row."""
    if kind_of(pile, claim) in VOWS:
        words = _words(pile.language(claim), said_in(claim))
        yield from (f"{VOW} {' '.join(three)}" for three in zip(words, words[1:], words[2:], strict=False))


def _of_one_event(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims of a group may tell of one event: of its incident, or of no two days; and were not made at different times."""
    left, right = (slot.when if (slot := claim.slot("when")) else None for claim in (one, other))
    dated_apart = left and right and not left.overlaps(right)
    return not_apart(one, other) and (not dated_apart or one.id in pile.linking.incident_of)


def _denied(_: Pile, one: Claim, other: Claim) -> bool:
    return "denies" in (one.act, other.act) and not_apart(one, other)


def _anything(_: Pile, _one: Claim, _other: Claim) -> bool:
    return True


def _called_alike(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two voices may be one by what they are called: a noun alone and a longer name with it, or two persons of one name."""
    names = sorted((_called(pile, claim) for claim in (one, other)), key=len)
    bare = all(word.islower() for word in names[0][-1:]) and len(names[0]) == 1
    persons = all(_is_person(pile, claim) for claim in (one, other))
    return _of_one_event(pile, one, other) and (bare or persons)


def _vowed_alike(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two who promise the same may be one: by what they are called, or since nothing tells who one of them is."""
    voices = [pile.voice(claim) for claim in (one, other)]
    unknown = any(who not in pile.actors or pile.actors[who].kind == "anonymous" for who in voices)
    letters = ["".join(_called(pile, claim)).lower() for claim in (one, other)]
    ending = sum(1 for _ in _common_ending(*letters))
    return not_apart(one, other) and (unknown or voices[0] == voices[1] or ending >= min(ALIKE, *map(len, letters)) > 0)


def _common_ending(left: str, right: str) -> Iterable[str]:
    for one, other in zip(reversed(left), reversed(right), strict=False):
        if one != other:
            return
        yield one


def _is_person(pile: Pile, claim: Claim) -> bool:
    return (voice := pile.voice(claim)) in pile.actors and pile.actors[voice].kind == "person"


def _called(pile: Pile, claim: Claim) -> list[str]:
    """The words that name a voice, without what is told of it behind, and an article."""
    words = WORD.findall(ASIDE.sub("", claim.voice.text))
    return words[1:] if words[0].lower() in pile.language(claim).rules("actors")["definite"] else words


@lru_cache(maxsize=1 << 14)
def _words(language: Language, said: str) -> tuple[str, ...]:
    """The beginnings of the first words of content, each once."""
    return tuple(dict.fromkeys(plain_words(language, said)))[:PHRASES]


@lru_cache(maxsize=1 << 14)
def plain_words(language: Language, said: str) -> tuple[str, ...]:
    """The beginnings of the words of content, in order, without names and words for what is told of anything."""
    plain = (word[:STEM] for word in WORD.findall(said) if len(word) >= LEAST and word.islower() and not is_matterless(language, word))
    return tuple(stem for stem in plain if stem not in _telling(language))


@cache
def _telling(language: Language) -> frozenset[str]:
    """The beginnings of words for hearsay ("reports", "reportedly")."""
    table = language.rules("hedges")
    return frozenset(word[:STEM] for name in ("hearsay", "hearsay_verbs", "hearsay_nouns") for word in table[name])
