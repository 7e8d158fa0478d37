"""To whom a deed is ascribed in words alone: "blamed the Front", "held the Front responsible", and who points elsewhere when accused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TypeVar

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.records.claim import Claim
from sayso.weigh.naming import Where, named_by
from sayso.weigh.pile import Pile
from sayso.weigh.stances import ascribes

T = TypeVar("T")
DOERS = frozenset({"armed_group", "state", "government_body", "person", "other"})
"""Kinds of actors to whom a deed is ascribed."""
ELSEWHERE = "somebody else"
"""The answer of who is accused and ascribes it to another."""
BESIDE: Mapping[Where, int] = {"behind": 40, "before": 80}
"""Code points between such words and the name of the doer at most: what stands further on is mostly somebody else."""
SHOWN = 4
"""Words for whom somebody blames that are shown as an answer, where he has no name."""
WORDS: tuple[tuple[str, Where], ...] = (("ascribing", "behind"), ("accused_of", "behind"), ("ascribed_before", "before"))
"""Keys of the table `contrasts` with the words by which a deed is ascribed, and where the doer is named beside them."""


def ascribing_words(language: Language, claim: Claim) -> Sequence[tuple[re.Match[str], Where]]:
    """The words by which a claim ascribes a deed, each with the side on which the doer is named."""
    return _ascribing_words(language, claim.quote) if claim.kind != "tie" and ascribes(claim) else ()


@lru_cache(maxsize=1 << 15)  # each claim is asked several times, and its words are kept anyway
def _ascribing_words(language: Language, quote: str) -> tuple[tuple[re.Match[str], Where], ...]:
    text = small(quote)
    found = ((phrases(language, "contrasts", name).search(text), side) for name, side in WORDS)
    unproven = phrases(language, "contrasts", "unproven").search(text)
    return tuple((match, side) for match, side in found if match and not (unproven and unproven.end() <= match.start()))


def blamed(pile: Pile, claim: Claim) -> list[str]:
    """The actors to whom a claim ascribes a deed by such words, one for each, sorted."""
    words = ascribing_words(pile.language(claim), claim)
    return sorted({who for word, side in words if (who := named_by(pile, claim, word, DOERS, side, BESIDE[side]))})


def accused(pile: Pile, claim: Claim) -> list[str]:
    """The actors whom a claim says to have done it: those named as doers, else those who are blamed."""
    return (pile.agents(claim) if ascribes(claim) else []) or blamed(pile, claim)


def has_a_name(pile: Pile, agent: str) -> bool:
    """Whether a doer has a name, or is no band: "militants", or "Orskish militants", are no others than those whom somebody names."""
    band = agent in pile.actors and pile.actors[agent].kind in {"armed_group", "anonymous", "other"}
    words = re.findall(r"\w+", pile.name(agent))
    plain = any(word.islower() for word in words)
    return not band or any(not word.islower() and not (plain and pile.countries.code(word)) for word in words)


def may_be_anybody(pile: Pile, claim: Claim, agent: str) -> bool:
    """Whether a doer is called one of whom nobody knows who he is ("unidentified men")."""
    words = {small(word) for word in re.findall(r"\w+", pile.name(agent))}
    return not words.isdisjoint(pile.language(claim).rules("contrasts")["unknown"])


def blamed_unnamed(pile: Pile, claim: Claim) -> str | None:
    """The first words for whom a claim blames where they name no actor and are not just any band ("narco-military organisations")."""
    if accused(pile, claim):
        return None
    word = next((match for match, side in ascribing_words(pile.language(claim), claim) if side == "behind"), None)
    places = (slot.span.start - claim.span.start for slot in claim.slots if slot.place)
    if word is None or any(0 <= start - word.end() <= BESIDE["behind"] for start in places):  # "shots came from Dol"
        return None
    return _words_behind(pile.language(claim), claim.quote[word.end() :])


@lru_cache(maxsize=1 << 14)
def _words_behind(language: Language, text: str) -> str | None:
    table = language.rules("actors")
    nobody = {*table["people"], *table["armed_people"], *table["suspected"], *table["definite"], *language.rules("contrasts")["nobody"]}
    words = [word.strip(".,;:“”\"'’ ") for word in text.split()[:SHOWN]]
    told = [word for word in takewhile(lambda word: small(word) not in language.rules("contrasts")["behind_doers"], words) if word]
    return " ".join(told) if any(small(word) not in nobody for word in told) else None


def by_doer(told: Mapping[str, Sequence[T]], doers: Mapping[str, tuple[str, str]]) -> dict[str, list[T]]:
    """What is told of doers by their name: some people of a body ("an alleged spokesman of the Front") are that body.

    `doers` gives the name of each, and whose people they are. "Front members" are none others than the one doer in whose name that stands.
    """
    found: dict[str, tuple[str, list[T]]] = {}
    for one in sorted(told, key=lambda one: (doers[one][0] != doers[one][1], len(doers[one][0]), one)):
        name, body = doers[one]
        longer = [other for other in found if body != name and set(body.split()) < set(other.split())]
        found.setdefault(longer[0] if len(longer) == 1 else body, (name, []))[1].extend(told[one])
    return dict(found.values())


def body_of(language: Language, name: str) -> str:
    """Whose people a doer of this name is; his own name where that tells nobody else's."""
    return of_whom(language, name) or name


@lru_cache(maxsize=1 << 14)
def of_whom(language: Language, name: str) -> str:
    """A name without the words in small letters that only tell of people ("fighters of the"); nothing where others are left in such."""
    table = language.rules("actors")
    plain = {*table["people"], *table["members"], *table["speaking_for"], *table["suspected"], *table["definite"], "of"}
    words = [word for word in re.findall(r"[^\W_][\w’'-]*", name) if small(word) not in plain]
    left = [word for word in words if small(word).replace("men", "man") not in plain]
    return " ".join(left) if not any(word.islower() and word.isalpha() for word in left) else ""


def points_elsewhere(pile: Pile, claim: Claim, named: Sequence[str]) -> bool:
    """Whether a claim that says these actors to have done it ascribes a deed to another party than its own voice's, be it named or not."""
    if not ascribes(claim) or not (named or ascribing_words(pile.language(claim), claim)):
        return False
    own = pile.camp(pile.voice(claim))
    return all(pile.camp(who) != own for who in named)
