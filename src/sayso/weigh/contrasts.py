"""Opposite answers that voices give in one passage: alive or dead, genuine or forged, done by these or by those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, REACH, TELLS, said_in, shared_words
from sayso.lang.spotting import Spotter
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute, DisputeKind
from sayso.weigh.answers import dispute, question_on
from sayso.weigh.pile import Pile
from sayso.weigh.replies import STRETCH

BY_WHOM = question_on("ascribed_to")
NAMED = 4
"""Words behind one that ascribes a deed within which those are named to whom it is ascribed."""
Answering = tuple[Claim, Mapping[tuple[str, DisputeKind], str]]
"""A claim with what it answers, by question and kind."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A question with two answers, and the words that give each: in what is said, or in the `whole` claim ("condemned the raid")."""

    question: str
    kind: DisputeKind
    answers: tuple[tuple[str, Spotter], ...]
    whole: bool = False


@cache
def contrasts(language: Language, name: str = "answers") -> tuple[Contrast, ...]:
    """The questions of a language's table under a name."""
    rows = language.rules("contrasts")[name]
    sides = ("one", "other")
    return tuple(Contrast(row["question"], row["kind"], tuple(_answer(row[s]) for s in sides), bool(row.get("whole"))) for row in rows)


def _answer(entry: Mapping[str, Sequence[str]]) -> tuple[str, Spotter]:
    return str(entry["value"]), Spotter(rf"\b(?:{any_like(entry['words'])})")


def questions(language: Language) -> tuple[str, ...]:
    """All that is asked here about a claim."""
    return (*(one.question for one in contrasts(language)), BY_WHOM)


def contrast_disputes(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """The opposite answers of one document, each about the claim that is told first."""
    told = [(claim, own) for claim in claims if (own := _answers(pile.language(claim), claim))]
    for number, (one, left) in enumerate(told):
        for other, right in takewhile(lambda later: later[0].span.start - one.span.start <= STRETCH, told[number + 1 :]):  # noqa: B023
            if _near(pile, one, other):
                yield from _opposite(pile, (one, left), (other, right))


def answer_one_question(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims answer one and the same question of these, be it alike or differently."""
    return not _answers(pile.language(one), one).keys().isdisjoint(_answers(pile.language(other), other))


def _opposite(pile: Pile, one: Answering, other: Answering) -> Iterable[Dispute]:
    """The questions to which two claims give different answers."""
    for question, kind in sorted(one[1].keys() & other[1].keys()):
        value, instead = one[1][question, kind], other[1][question, kind]
        if value == instead or (question == BY_WHOM and _share_a_name(value, instead)):
            continue
        if question != BY_WHOM or any(_blames(pile.language(claim), claim) for claim in (one[0], other[0])):
            yield dispute(pile, one[0].id, question, kind, {value: [one[0]], instead: [other[0]]})


def _near(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims by different parties speak of one thing: side by side, or near and with a word in common."""
    gap = other.span.start - one.span.end
    if not 0 <= gap <= REACH or pile.party(pile.voice(one)) == pile.party(pile.voice(other)):
        return False
    return gap <= BESIDE or bool(shared_words(one, other, pile.language(one)))


def _share_a_name(one: str, other: str) -> bool:
    words = (word.lower() for word in re.findall(r"\w+", other) if len(word) >= NAMED or not word.isalpha())
    return not {word.lower() for word in re.findall(r"\w+", one)}.isdisjoint(words)


@lru_cache(maxsize=2048)
def _told(language: Language, said: str, text: str) -> tuple[tuple[tuple[str, DisputeKind], str], ...]:
    """What the words of a speaker answer, by question and kind: one answer alone; and to whom the whole text ascribes something."""
    plain, found = small(said), []
    for contrast in () if phrases(language, "contrasts", "open").search(plain) else contrasts(language):
        values = [value for value, words in contrast.answers if words.search(plain)]
        found += [((contrast.question, contrast.kind), values[0])] if len(values) == 1 else []
    if ascribed := _ascribing(language).search(small(text)):
        named = text[ascribed.end() :].split()[:NAMED]
        by: DisputeKind = "responsibility"
        found += [((BY_WHOM, by), " ".join(named).strip(".,;:“”\"'’ "))] if named else []
    return tuple(found)


def _answers(language: Language, claim: Claim) -> dict[tuple[str, DisputeKind], str]:
    if claim.act not in TELLS and claim.act != "denies":
        return {}
    by: DisputeKind = "responsibility"
    doer = claim.slot("agent") if claim.kind == "event" and claim.polarity == "affirms" and claim.voice.text != AUTHOR else None
    named = {(BY_WHOM, by): doer.text} if doer else {}
    return named | dict(_told(language, said_in(claim), claim.quote))


def _blames(language: Language, claim: Claim) -> bool:
    """Whether a claim ascribes a deed, rather than only telling of one with its doer."""
    words, text = language.rules("contrasts")["accuses"], small(claim.quote)
    return _ascribing(language).search(text) is not None or re.search(any_like(words), text) is not None


@cache
def _ascribing(language: Language) -> Spotter:
    return Spotter(rf"\b(?:{any_like(language.rules('contrasts')['ascribing'])})\s")
