"""What one claim says of the harm that an incident did: whether anybody was killed or hurt at all, and whether fighters or civilians."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.lang.exclusions import named_and_denied
from sayso.lang.grammar import small
from sayso.lang.phrases import phrases
from sayso.records.claim import Claim
from sayso.weigh.answers import Answer, question_on
from sayso.weigh.numbers import tolls_told
from sayso.weigh.pile import Pile
from sayso.weigh.stances import HARM, NO, YES, ascribes, unharmed

VICTIMS = frozenset({"victim", "target", *HARM})
"""Roles of those whom an event hits."""
HARMED = ("killed", "injured")
"""Roles of harm of which words can tell without a number."""


def harms_told(pile: Pile, claim: Claim) -> Iterable[Answer]:
    """What a claim answers to the questions for harm."""
    none, some = _nobody_in(pile, claim), _harmed(pile, claim)
    for role in HARM:
        if role in none or role in some:
            yield question_on("anybody_harmed", role=role), "count", NO if role in none else YES
    if len(kinds := _kinds_hit(pile, claim)) == 1:
        yield question_on("who_was_hit"), "identity", next(iter(kinds))


def _nobody_in(pile: Pile, claim: Claim) -> frozenset[str]:
    """In which roles of harm a claim says that there was nobody, be it that it tells of the event ("a raid without casualties")."""
    if claim.polarity == "denies" or claim.kind == "tie" or not ascribes(claim):
        return unharmed(pile, claim)
    language = pile.language(claim)
    if phrases(language, "exclusions", "only_things").search(small(claim.quote)):
        return frozenset(HARMED)
    named, denied = named_and_denied(claim.quote, language, "harm")
    return frozenset(denied) - frozenset(named)


def _harmed(pile: Pile, claim: Claim) -> frozenset[str]:
    """In which roles of harm a claim tells of somebody: by a number, or by its words alone."""
    if claim.kind != "event" or claim.polarity != "affirms" or not ascribes(claim):
        return frozenset()
    language, text = pile.language(claim), small(claim.quote)
    counted = {slot.name for slot in claim.slots if slot.amount} & set(HARM) | {role for role, _ in tolls_told(pile, claim)}
    worded = {role for role in HARMED if phrases(language, "exclusions", f"{role}_told").search(text)}
    return frozenset(counted | (worded - set(named_and_denied(claim.quote, language, "harm")[1])))


def _kinds_hit(pile: Pile, claim: Claim) -> frozenset[str]:
    """Whom a claim says to have been killed or hurt: fighters, civilians, or both."""
    texts = (slot.text for slot in claim.slots if slot.name in VICTIMS) if _harmed(pile, claim) else ()
    return frozenset(kind for text in texts for kind in named_and_denied(text, pile.language(claim), "hit")[0])
