"""What one claim answers to the questions about its incident: whether, by whom, how many, from where, toward what, with what harm."""

from __future__ import annotations

from functools import cache

from sayso.records.claim import Claim, Slot
from sayso.weigh.pile import Pile

YES, NO, DENIES, SILENT = "yes", "no", "denies", "no comment"
QUESTIONS = ("happened", "by whom", "how many", "from", "toward", "landed", "place", "harm", "outcome")
"""The questions that are asked of an incident whose type lists none of its own."""
HARM = ("killed", "injured", "captured")
ROLES = {"how many": ("count",), "toward": ("toward", "target"), "harm": HARM}
"""The slots that answer a question, where these do not bear its name."""


def happened(pile: Pile, claim: Claim) -> str | None:
    """Whether it took place: yes, denies, no comment, or nothing said. That none landed does not deny that any were fired."""
    if claim.act == "declines_comment":
        return SILENT
    if claim.act == "denies":
        return None if denies_own_part(pile, claim) else DENIES
    if claim.polarity == "denies":
        return None if claim.slot("landed") or claim.slot("toward") else DENIES
    return YES if claim.polarity == "affirms" and claim.kind == "event" else None


def denies_own_part(pile: Pile, claim: Claim) -> bool:
    """Whether somebody denies having done it: the doer whom the denied words name is the denier or his party."""
    voice = pile.voice(claim)
    named = [who for slot in claim.slots if slot.name == "agent" and (who := pile.actor(claim, slot.actor))]
    return claim.act == "denies" and any(pile.party(who) == pile.party(voice) for who in named)


def answers(pile: Pile, claim: Claim, question: str) -> list[str]:
    """What a claim answers to a question, as values to be shown; none where it says nothing of it."""
    if question == "happened":
        return [value] if (value := happened(pile, claim)) else []
    if question == "by whom":
        return _by_whom(pile, claim)
    if claim.act == "denies":
        return []
    if question == "landed":
        return _landed(claim)
    if claim.polarity == "denies":
        return []
    return _details(question, claim)


def _by_whom(pile: Pile, claim: Claim) -> list[str]:
    if denies_own_part(pile, claim):
        return [DENIES]
    if claim.act in {"denies", "declines_comment"} or claim.polarity == "denies":
        return []
    return [pile.name(who) for who in pile.agents(claim)]


def _landed(claim: Claim) -> list[str]:
    """A target is not a landing: only the slot `landed` answers, and a negated way says that it was not completed."""
    if claim.polarity == "denies":
        return [NO] if claim.slot("landed") or claim.slot("toward") else []
    slot = claim.slot("landed")
    return [f"{YES}, {slot.text}" if slot.place else YES] if slot else []


def _details(question: str, claim: Claim) -> list[str]:
    slots = [slot for role in ROLES.get(question, (question,)) for slot in claim.slots if slot.name == role]
    return list(dict.fromkeys(shown(slot) for slot in slots))


def shown(slot: Slot) -> str:
    """One detail as it is shown: a number with what is counted, a place by its name, else its words."""
    if slot.amount:
        word = slot.name if slot.name in HARM else slot.amount.unit
        return f"{slot.amount} {word}".strip()
    return slot.place.name if slot.place else slot.text


@cache
def questions_of(kind: str) -> tuple[str, ...]:
    """The questions for an incident of this type."""
    if kind == "shelling_artillery_missile_attack":
        return tuple(question for question in QUESTIONS if question != "place")
    return tuple(question for question in QUESTIONS if question not in {"from", "toward", "landed"})
