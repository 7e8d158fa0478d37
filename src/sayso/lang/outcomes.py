"""Whether a claim tells that something which was promised, threatened or foretold has not come about, and of what it tells so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, COMES, NEXT, REACH, STEM, TELLS, WORD, belies, said_in
from sayso.records.claim import AUTHOR, Claim

SAYS = TELLS | {"denies"}
"""Acts that can tell what became of a promise."""
DONE = ("kept", "requited")
"""Under which names the phrases stand that tell that somebody did what he had promised, or threatened."""
SHARED = 2
"""Words of its matter that a claim shares with a promise of which it tells from afar."""
AFAR = 0.5
"""The share of the fewer words of matter that such a claim in another document has in common with a promise, in the clause that tells it.

Where two words were enough none of the 18 promises and predictions of 84 articles of the PolNeAR corpus that were so told not to have come
about was one; now seven are left, and on the hand-made ledgers no figure differs.
"""
BARE = 2
"""Words of matter of a promise up to which a name that it gives tells what it is of."""
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
    """Where a text tells (`at`, up to `end`) that something has not come about, or was done in spite of a promise."""

    at: int
    end: int
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
        return Told(match.start(), match.end(), True)
    match = phrases(language, "outcomes", "undone").search(text)
    return None if match is None or phrases(language, "outcomes", "unknown").search(text) else Told(match.start(), match.end(), False)


def done_told(claim: Claim, language: Language, name: str) -> re.Match[str] | None:
    """The phrase by which a claim tells that somebody kept his word (`kept`), or hit back (`requited`)."""
    if claim.kind == "tie" or claim.act not in SAYS or claim.polarity != "affirms":
        return None
    return _done(language, claim.quote, name)


def is_done(claim: Claim, language: Language) -> bool:
    """Whether a claim tells that somebody kept his word, or hit back."""
    return any(done_told(claim, language, name) for name in DONE)


@lru_cache(maxsize=1 << 17)
def _done(language: Language, quote: str, name: str) -> re.Match[str] | None:
    text = small(quote)
    match = phrases(language, "outcomes", name).search(text)
    return match if match and not phrases(language, "outcomes", "not_yet").search(text[: match.start()]) else None


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


def _clause_at(quote: str, at: int) -> str:
    """The clause of a text in which a place of it stands."""
    begin = max((match.end() for match in CLAUSE.finditer(quote, 0, at)), default=0)
    return CLAUSE.split(quote[begin:], maxsplit=1)[0]


def tells_fate_of(claim: Claim, promise: Claim, language: Language, of_giver: bool = False) -> bool:
    """Whether a claim tells of what was promised, threatened or foretold, in its document or another, what became of it.

    One that speaks of its giver (`of_giver`) needs to share no more than a word of its matter, or a name.
    """
    told, gap = fate_told(claim, language), claim.span.start - promise.span.end
    if claim.span.doc == promise.span.doc:
        if gap < 0:
            return False
        if belies(claim, promise, language) or (told and _goes_on_about(claim, gap, language)):
            return True
    if told is None:
        return False
    here, own, promised = claim.span.doc == promise.span.doc, matter_of(claim, language), matter_of(promise, language)
    shared = own & promised
    told_of = shared & {word[:STEM].lower() for word in WORD.findall(_clause_at(claim.quote, told.at))}
    if of_giver:
        named = not names_in(claim, language).isdisjoint(names_in(promise, language))
        return bool(told_of) or (named and (here or bool(shared) or len(promised) <= BARE))
    if here:
        return len(shared) >= (1 if gap <= REACH else SHARED)
    return len(told_of) >= max(SHARED, AFAR * min(len(own), len(promised)))


def _goes_on_about(claim: Claim, gap: int, language: Language) -> bool:
    """Whether a claim names no matter of its own, and speaks of the promise right before it, or of the several told there."""
    text = small(claim.quote)
    bare = gap <= BESIDE and phrases(language, "outcomes", "bare").match(text) is not None
    return bare or (gap <= REACH and phrases(language, "outcomes", "of_several").match(text) is not None)


def partly_told(claim: Claim, language: Language) -> bool:
    """Whether a claim tells of how many of all something was done: "22 of 60 guns were drawn back"."""
    says = claim.kind != "tie" and claim.act in SAYS and claim.polarity == "affirms"
    return says and phrases(language, "outcomes", "partly").search(small(claim.quote)) is not None


def tells_part_of(claim: Claim, promise: Claim, language: Language) -> bool:
    """Whether a claim tells how much of what was promised was done, close behind it or, by more of its matter, elsewhere."""
    if not partly_told(claim, language):
        return False
    own, promised = matter_of(claim, language), matter_of(promise, language)
    if claim.span.doc == promise.span.doc:
        return 0 <= claim.span.start - promise.span.end <= REACH and not own.isdisjoint(promised)
    return len(own & promised) >= max(SHARED, AFAR * min(len(own), len(promised)))


def tells_afterwards(claim: Claim, language: Language) -> bool:
    """Whether an author goes on in time ("on that day", "two weeks have passed") behind what he told before."""
    tells = claim.kind != "tie" and claim.act in SAYS and claim.voice.text == AUTHOR
    return tells and phrases(language, "outcomes", "afterwards").search(small(claim.quote)) is not None


def comes_after(claim: Claim, promise: Claim, language: Language) -> bool:
    """Whether an author goes on in time right behind what somebody promised, threatened or foretold."""
    here, gap = claim.span.doc == promise.span.doc, claim.span.start - promise.span.end
    return here and 0 <= gap <= BESIDE and promise.voice.text != AUTHOR and tells_afterwards(claim, language)


def may_have_come(claim: Claim) -> bool:
    """Whether an author tells of something that happened: what somebody had promised or foretold may have been that."""
    return claim.kind == "event" and claim.act in SAYS and claim.polarity == "affirms" and claim.voice.text == AUTHOR


def was_given_before(claim: Claim, promise: Claim, language: Language) -> bool:
    """Whether an author tells what happened and, in its next words or inside them, what somebody had promised or foretold."""
    gap = promise.span.start - claim.span.end
    here = claim.span.doc == promise.span.doc and (0 <= gap <= NEXT or promise.span.within(claim.span))
    given = promise.voice.text != AUTHOR and may_have_come(claim)
    return here and given and phrases(language, "outcomes", "had_given").search(small(promise.quote)) is not None


def in_spite_told(claim: Claim, language: Language) -> bool:
    """Whether a claim tells something in spite of what may be a promise that stands in it, or right behind it."""
    return claim.kind != "tie" and claim.act in SAYS and phrases(language, "outcomes", "in_spite").search(small(claim.quote)) is not None


def in_spite_of(claim: Claim, promise: Claim, language: Language) -> bool:
    """Whether a claim tells what is so in spite of a promise: "the hill is still held by Velm, despite its vow to leave"."""
    at, text = promise.span.start - claim.span.start, small(claim.quote)
    if claim.span.doc != promise.span.doc or not 0 < at <= len(text) + BESIDE or not in_spite_told(claim, language):
        return False
    if not phrases(language, "outcomes", "in_spite_of").match(small(promise.quote)):
        return False
    found = phrases(language, "outcomes", "in_spite").finditer(text)
    return any(match.start() < at <= match.end() + BESIDE for match in found)


def keeps_agreement(promise: Claim, language: Language) -> bool:
    """Whether somebody promises to keep an agreement, or to hold his fire."""
    said = small(said_in(promise))
    return (
        phrases(language, "outcomes", "keeping").search(said) is not None or phrases(language, "bearing", "truce").search(said) is not None
    )


def binds_all(promise: Claim, language: Language) -> bool:
    """Whether those who promise are no one party: "both sides", "the two governments"."""
    return phrases(language, "bearing", "given_by_all").match(small(promise.voice.text)) is not None


def breaks_agreement(claim: Claim, language: Language) -> bool:
    """Whether a claim says that an agreement was broken."""
    says = claim.kind != "tie" and claim.act in SAYS and claim.polarity == "affirms"
    return says and phrases(language, "bearing", "broken").search(small(claim.quote)) is not None


def promises_truce(promise: Claim, language: Language) -> bool:
    """Whether somebody announces a truce, or promises to keep one."""
    given = promise.act == "pledges" and promise.polarity == "affirms"
    return given and phrases(language, "outcomes", "truce_given").search(small(promise.quote)) is not None


def breaks_truce(claim: Claim, language: Language) -> bool:
    """Whether a claim tells that a truce was not kept."""
    says, text = claim.kind != "tie" and claim.act in SAYS and claim.polarity == "affirms", small(claim.quote)
    if not says or not phrases(language, "outcomes", "truce_broken").search(text):
        return False
    return phrases(language, "outcomes", "truce_asked").search(text) is None


def is_of_force(promise: Claim, language: Language) -> bool:
    """Whether somebody vows or threatens to use force himself."""
    said, spares = small(said_in(promise)), (("abstaining", "protecting", "restraining") if promise.act == "pledges" else ())
    if promise.act == "predicts" or any(phrases(language, "bearing", name).search(said) for name in spares):
        return False
    harmful = promise.act == "threatens" and phrases(language, "bearing", "harmful").search(said)
    return bool(harmful or phrases(language, "outcomes", "force").search(said) or phrases(language, "bearing", "forceful").search(said))


def is_of_none(promise: Claim, language: Language) -> bool:
    """Whether a promise or prediction is that something will not be: then it is kept where that has not come about."""
    return promise.polarity == "denies" or phrases(language, "outcomes", "negated").search(small(said_in(promise))) is not None


def foretells_more_dead(claim: Claim, language: Language) -> bool:
    """Whether a claim foretells that more will be found to have died than are told of."""
    return claim.act in COMES and phrases(language, "outcomes", "more_dead").search(small(claim.quote)) is not None
