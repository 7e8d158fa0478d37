"""Who broke the truce, or began it: two voices in one passage, of whom one blames the other, and that one somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.rebuttals import STEM, TELLS, WORD
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute
from sayso.weigh.ascribing import DOERS, accused
from sayso.weigh.naming import named_by
from sayso.weigh.pile import Pile
from sayso.weigh.replies import STRETCH


@dataclass(frozen=True, slots=True)
class Blame:
    """A claim that blames somebody, with the words of his name and those of who blames him."""

    claim: Claim
    whom: str
    named: frozenset[str]
    voice: frozenset[str]


@cache
def _asked(language: Language) -> dict[str, re.Pattern[str]]:
    """The words of each question of the language's table by which somebody is blamed."""
    rows = language.rules("contrasts")["blame"]
    return {row["question"]: re.compile(rf"\b(?:{any_like(row['words'])})") for row in rows}


def blame_questions(language: Language) -> tuple[str, ...]:
    """All that is asked here about a claim."""
    return tuple(_asked(language))


def mutual_blame(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """All of one document, each about the claim that is told first."""
    found: dict[str, list[Blame]] = {}
    for claim in claims:
        for question, whom in _blamed(pile, claim):
            told = Blame(claim, whom, _stems(pile.name(whom)), _stems(f"{claim.voice.text} {pile.name(pile.party(pile.voice(claim)))}"))
            found.setdefault(question, []).append(told)
    for question, several in found.items():
        for number, one in enumerate(several):
            near = takewhile(lambda later: later.claim.span.start - one.claim.span.start <= STRETCH, several[number + 1 :])  # noqa: B023
            for other in (other for other in near if _opposed(one, other)):
                sides = {pile.name(one.whom): [one.claim], pile.name(other.whom): [other.claim]}
                yield dispute(pile, one.claim.id, question, "responsibility", sides)


def _blamed(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """The questions that a claim answers, each with whom it blames: its doer, or whom its words accuse, or who is named before them."""
    if claim.voice.text == AUTHOR or claim.act not in TELLS or claim.polarity != "affirms":
        return
    for question, word in _words(pile.language(claim), claim.quote):
        if whom := next(iter(accused(pile, claim)), None) or named_by(pile, claim, word, DOERS, "before"):
            yield question, whom


@lru_cache(maxsize=1 << 14)
def _words(language: Language, quote: str) -> tuple[tuple[str, re.Match[str]], ...]:
    text = small(quote)
    return tuple((question, match) for question, words in _asked(language).items() if (match := words.search(text)))


def _opposed(one: Blame, other: Blame) -> bool:
    """Whether one blames who speaks in the other, and the two blame different ones, neither himself."""
    answered = bool(one.named & other.voice or other.named & one.voice)
    return answered and not (one.named & other.named or one.named & one.voice or other.named & other.voice)


def _stems(name: str) -> frozenset[str]:
    """The beginnings of the words of a name by which it is known: "Orskland" and "the Orskish army" have one in common."""
    return frozenset(word[:STEM].lower() for word in WORD.findall(name) if word[:1].isupper())
