"""Who stands behind somebody's death: whom voices name for it, each in whatever incident, and who denies it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import TELLS
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute, question_on
from sayso.weigh.ascribing import BESIDE, accused, ascribing_words, body_of, by_doer, has_a_name
from sayso.weigh.naming import Where, named_by
from sayso.weigh.pile import Pile
from sayso.weigh.stances import DENIES

VICTIMS = frozenset({"person"})
"""Kinds of actors of whose death it is asked."""
WORDS: tuple[tuple[str, Where], ...] = (("death_of", "behind"), ("death_owned", "before"))
"""Keys of the table `contrasts` with words for a death, and where the dead one is named beside them."""
Answered = tuple[str, frozenset[str]]
"""Of whose death a claim tells, and the camps that it names for it, or that somebody denies it."""


def killer_disputes(pile: Pile) -> Iterable[Dispute]:
    """Deaths for which voices name different camps, or which somebody denies, unless one incident holds all that is told of them."""
    told: dict[str, list[tuple[Claim, frozenset[str]]]] = defaultdict(list)
    for claim in pile.claims.values():
        if answer := _answer(pile, claim):
            told[answer[0]].append((claim, answer[1]))
    for victim, several in sorted(told.items()):
        incidents = {pile.linking.incident_of.get(claim.id) for claim, _ in several}
        if (len(incidents) > 1 or None in incidents) and _differ(pile, several):
            by_camp: dict[str, list[Claim]] = defaultdict(list)
            for claim, camps in several:
                for camp in sorted(camps):
                    by_camp[camp].append(claim)
            names = {camp: pile.name(camp) for camp in by_camp}
            doers = {camp: (name, body_of(pile.language(by_camp[camp][0]), name)) for camp, name in names.items()}
            if len(sides := by_doer(by_camp, doers)) > 1:
                yield dispute(pile, *killer_asked(pile, victim), "responsibility", sides)


def killers_asked(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """About whom, and to which question, a claim gives such an answer."""
    if answer := _answer(pile, claim):
        yield killer_asked(pile, answer[0])


def killer_asked(pile: Pile, victim: str) -> tuple[str, str]:
    """About whom it is asked who killed him, and how."""
    return victim, question_on("who_killed", name=pile.name(victim))


def denies_a_death(language: Language, claim: Claim) -> bool:
    """Whether somebody denies by the words of a claim that he had a part in a death which they name."""
    return claim.kind != "tie" and bool(_deaths(language, claim.quote)) and _denied(language, claim.quote)


def _answer(pile: Pile, claim: Claim) -> Answered | None:
    if claim.kind == "tie" or claim.act not in TELLS | {"denies"}:
        return None
    denied = denies_a_death(pile.language(claim), claim)
    named = [] if denied else [who for who in accused(pile, claim) if has_a_name(pile, pile.camp(who))]
    victim = _hit(pile, claim) or (_named_dead(pile, claim) if denied or _ascribes(pile, claim) else None)
    camps = frozenset(pile.camp(who) for who in named if who != victim)
    return (victim, camps or frozenset({DENIES})) if victim and (denied or camps) else None


def _hit(pile: Pile, claim: Claim) -> str | None:
    """The one person in the role of a victim."""
    hit = {who for slot in claim.slots if slot.name == "victim" and (who := pile.actor(claim, slot.actor))}
    return next((who for who in hit if pile.actors[who].kind in VICTIMS), None) if len(hit) == 1 else None


def _named_dead(pile: Pile, claim: Claim) -> str | None:
    """The one named beside a word for a death."""
    words = _deaths(pile.language(claim), claim.quote)
    return next((who for word, side in words if (who := named_by(pile, claim, word, VICTIMS, side, BESIDE[side]))), None)


def _ascribes(pile: Pile, claim: Claim) -> bool:
    """Whether the words of a claim ascribe a deed: who "raided a post to protest a murder" is not told to have done that."""
    return claim.act == "claims_responsibility" or bool(ascribing_words(pile.language(claim), claim))


@lru_cache(maxsize=1 << 14)
def _deaths(language: Language, quote: str) -> Sequence[tuple[re.Match[str], Where]]:
    """The first words of each kind for a death, each with the side on which the dead one is named."""
    text = small(quote)
    found = ((phrases(language, "contrasts", name).search(text), side) for name, side in WORDS)
    return tuple((match, side) for match, side in found if match)


@lru_cache(maxsize=1 << 14)
def _denied(language: Language, quote: str) -> bool:
    return phrases(language, "contrasts", "denies_death").search(small(quote)) is not None


def _differ(pile: Pile, several: Sequence[tuple[Claim, frozenset[str]]]) -> bool:
    """Whether two parties give answers that have nothing in common."""
    parties = [(pile.party(pile.voice(claim)), camps) for claim, camps in several]
    return any(one[0] != other[0] and one[1].isdisjoint(other[1]) for one in parties for other in parties)
