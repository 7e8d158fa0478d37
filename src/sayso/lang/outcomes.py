"""Whether a claim tells that something which was promised, threatened or foretold has not come about, and of what it tells so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, COMES, REACH, STEM, TELLS, WORD, belies, said_in
from sayso.records.claim import Claim

SAYS = TELLS | {"denies"}
"""Acts that can tell what became of a promise."""
SHARED = 2
"""Words of its matter that a claim shares with a promise of which it tells from afar, or in another document."""
MATTERS = 7
"""Words by which the matter of a claim is known: the first of a promise, those nearest to what has not come about."""
CLAUSE = re.compile(r"[,.:;!?]")
"""Where a clause ends."""
LEAST = 4
"""Letters of a word that tells of a matter: "road", "port", "logs"."""


@cache
def _matterless(language: Language) -> frozenset[str]:
    """The beginnings of words that stand in promises and reports of any matter."""
    return frozenset(word[:STEM] for word in (*language.rules("outcomes")["matterless"], *language.rules("pointing")["small_words"]))


def is_matterless(language: Language, word: str) -> bool:
    """Whether a word begins like one that stands in statements of any matter."""
    return word[:STEM] in _matterless(language)


@dataclass(frozen=True, slots=True)
class Told:
    """Where a text tells that something has not come about (`at`), or was done in spite of a promise."""

    at: int
    despite: bool


def fate_told(claim: Claim, language: Language) -> Told | None:
    """What a claim says of something that was to come, if it says that it has not come about, or what was done in spite of it.

    So does one that is taken for a promise, where it calls it one ("the promise to pay has not been kept").
    """
    if claim.kind == "tie" or claim.act not in SAYS | COMES:
        return None
    told = _fate(language, claim.quote)
    return told if told and (claim.act in SAYS or phrases(language, "bearing", "given").search(small(claim.quote)[: told.at])) else None


@lru_cache(maxsize=1 << 17)  # each claim is asked several times, in one round after the other, and its words are kept anyway
def _fate(language: Language, quote: str) -> Told | None:
    text = small(quote)
    if match := phrases(language, "outcomes", "despite").search(text):
        return Told(match.start(), True)
    match = phrases(language, "outcomes", "undone").search(text)
    return None if match is None or phrases(language, "outcomes", "unknown").search(text) else Told(match.start(), False)


def matter_of(claim: Claim, language: Language) -> frozenset[str]:
    """The beginnings of the few words by which the matter of a promise is known, or that of a claim which tells what became of it.

    Names are no matter: every other claim of a war has them.
    """
    told = fate_told(claim, language)
    return _matter(language, claim.quote, told.at) if told else _matter(language, said_in(claim), None)


@lru_cache(maxsize=1 << 14)
def _matter(language: Language, said: str, at: int | None) -> frozenset[str]:
    found = ((match.group(), match.start()) for match in WORD.finditer(said))
    own = [(word[:STEM], place) for word, place in found if len(word) >= LEAST and word.islower()]
    own = [(stem, place) for stem, place in own if stem not in _matterless(language)]
    nearest = own if at is None else sorted(own, key=lambda one: abs(one[1] - at))
    return frozenset(list(dict.fromkeys(stem for stem, _ in nearest))[:MATTERS])


def names_in(claim: Claim, language: Language) -> frozenset[str]:
    """The names in a claim's words, its voices' own aside: by these and by its giver a promise is known too.

    Of what became of one, those in the clause that tells it: "did not withdraw from Dol", not "has not changed: no shot fell on Dol".
    """
    own = {word for voice in claim.voices for word in WORD.findall(voice.name or voice.text)}
    told = fate_told(claim, language)
    return _names(language, CLAUSE.split(claim.quote[told.at :], maxsplit=1)[0] if told else claim.quote) - own


@lru_cache(maxsize=1 << 14)
def _names(language: Language, quote: str) -> frozenset[str]:
    months = language.rules("months")["names"].values()
    found = (match.group() for match in WORD.finditer(quote) if match.start() > 0)
    return frozenset(
        word for word in found if len(word) >= LEAST and word[0].isupper() and word not in months and word.lower() not in months
    )


def tells_fate_of(claim: Claim, promise: Claim, language: Language, of_giver: bool = False) -> bool:
    """Whether a claim tells of what was promised, threatened or foretold, in its document or another, what became of it.

    One that speaks of its giver (`of_giver`) needs to share no more than a word of its matter, or a name.
    """
    told, gap = fate_told(claim, language), claim.span.start - promise.span.end
    if claim.span.doc == promise.span.doc:
        if gap < 0:
            return False
        if belies(claim, promise, language) or (told and gap <= BESIDE and phrases(language, "outcomes", "bare").match(small(claim.quote))):
            return True
    if told is None:
        return False
    shared = len(matter_of(claim, language) & matter_of(promise, language))
    if of_giver:
        return shared > 0 or not names_in(claim, language).isdisjoint(names_in(promise, language))
    return shared >= (1 if claim.span.doc == promise.span.doc and gap <= REACH else SHARED)


def is_of_none(promise: Claim, language: Language) -> bool:
    """Whether a promise or prediction is that something will not be: then it is kept where that has not come about."""
    return promise.polarity == "denies" or phrases(language, "outcomes", "negated").search(small(said_in(promise))) is not None


def foretells_more_dead(claim: Claim, language: Language) -> bool:
    """Whether a claim foretells that more will be found to have died than are told of."""
    return claim.act in COMES and phrases(language, "outcomes", "more_dead").search(small(claim.quote)) is not None
