"""What one claim answers to the questions about its incident: whether, by whom, how many, from where, toward what, with what harm."""

from __future__ import annotations

from functools import cache

from sayso.lang.exclusions import named_and_denied
from sayso.lang.rebuttals import denies_blame, denies_part
from sayso.lang.tolls import tolls
from sayso.records.claim import AUTHOR, NOT_YET, Claim, Slot
from sayso.records.vocabulary import Question, vocabulary
from sayso.weigh.pile import Pile, once

YES, NO, DENIES, SILENT = "yes", "no", "denies", "no comment"
HARM = ("killed", "injured", "captured")


@once
def happened(pile: Pile, claim: Claim) -> str | None:
    """Whether it took place: yes, denies, no comment, or nothing said. That none landed does not deny that any were fired.

    Nor does a denial with which a text goes on about it, and which no word ties to the event: "none was taken prisoner".
    """
    if claim.act == "declines_comment":
        return SILENT
    if denies_own_part(pile, claim) or denies_who_was_hit(pile, claim) or unharmed(pile, claim) or only_told_of_it(pile, claim):
        return None
    if claim.act == "denies":
        return DENIES
    if claim.polarity == "denies":
        return None if claim.slot("landed") or claim.slot("toward") else DENIES
    return YES if claim.polarity == "affirms" and claim.kind == "event" else None


@once
def only_told_of_it(pile: Pile, claim: Claim) -> bool:
    """Whether a claim tells no event and denies none that is known: a text goes on with it about one; what it denies may be anything."""
    if claim.act in NOT_YET and claim.verb != "agreement":  # "called for an inquiry into the raid"
        return True
    if claim.kind == "figure":
        return not tolls(claim, pile.language(claim))
    return claim.kind == "statement" and not pile.pointed_at("denies", claim.id)


def denies_who_was_hit(pile: Pile, claim: Claim) -> bool:
    """Whether it is only said that no fighters, or no civilians, were there or were hit; that none of them did it denies the deed."""
    if claim.polarity != "denies" or not (denied := named_and_denied(claim.quote, pile.language(claim), "hit")[1]):
        return False
    doers = [(slot.span.start - claim.span.start, slot.span.end - claim.span.start) for slot in claim.slots if slot.name == "agent"]
    places = [at for own in denied.values() for at in own]
    return claim.kind == "statement" or any(not any(start <= at < end for start, end in doers) for at in places)


@once
def unharmed(pile: Pile, claim: Claim) -> frozenset[str]:
    """In which roles of harm a claim says that there was nobody: "no one was killed". It denies no more than that."""
    if claim.polarity != "denies" or claim.act == "declines_comment":
        return frozenset()
    return frozenset(named_and_denied(claim.quote, pile.language(claim), "harm")[1])


@once
def denies_own_part(pile: Pile, claim: Claim) -> bool:
    """Whether somebody denies having done it: the doer whom the denied words name is the denier or his party, or whom he calls his own.

    So does who denies a part in it ("denied any involvement"), or what he is accused of.
    """
    language = pile.language(claim)
    if denies_part(claim, language) or denies_blame(claim, language):
        return True
    voice, agents = pile.voice(claim), [slot for slot in claim.slots if slot.name == "agent"]
    named = [who for slot in agents if (who := pile.actor(claim, slot.actor))]
    speaker = language.rules("actors")["pronouns"]["author"]
    own = any(word in speaker for slot in agents for word in slot.text.lower().split()[:1])
    return _says_no(claim) and (own or any(pile.party(who) == pile.party(voice) for who in named))


def ascribes(claim: Claim) -> bool:
    """Whether a claim says that its doer did it."""
    return claim.polarity == "affirms" and claim.act not in {"denies", "declines_comment"}


def _says_no(claim: Claim) -> bool:
    return claim.act == "denies" or (claim.polarity == "denies" and claim.act != "declines_comment" and claim.voice.text != AUTHOR)


def answers_of(pile: Pile, claim: Claim) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a claim answers to the questions of matrices, by their keys, as values to be shown; those of which it says nothing left out."""
    told = {slot.name for slot in claim.slots}
    asked = (question for question, roles in _asked() if not roles or not roles.isdisjoint(told))
    return tuple((question.key, tuple(values)) for question in asked if (values := _answers(pile, claim, question)))


@cache
def _asked() -> tuple[tuple[Question, frozenset[str]], ...]:
    """All questions, each with the details without one of which nobody answers it; none where it can be answered without."""
    return tuple(
        (
            question,
            frozenset() if question.rule == "stance" or "agent" in question.slots else frozenset({*question.slots, *_also(question)}),
        )
        for question in vocabulary().questions.values()
    )


def _also(question: Question) -> tuple[str, ...]:
    """A further detail by which a question is answered: a way that nobody took."""
    return ("toward",) if question.rule == "arrival" else ()


def _answers(pile: Pile, claim: Claim, question: Question) -> list[str]:
    """What a claim answers to a question. A denial is never a number."""
    if question.rule == "stance":
        return [value] if (value := happened(pile, claim)) else []
    if "agent" in question.slots:
        return _by_whom(pile, claim, question)
    if claim.act in {"denies", "declines_comment"}:
        return []
    if question.rule == "arrival":
        return _arrived(claim, question)
    if claim.polarity == "denies":
        return []
    slots = [slot for role in question.slots for slot in claim.slots if slot.name == role]
    return list(dict.fromkeys(shown(slot) for slot in slots))


def _by_whom(pile: Pile, claim: Claim, question: Question) -> list[str]:
    """The doers whom a claim names (both sides, where it is asked between whom); or that the one named denies it."""
    if denies_own_part(pile, claim):
        return [DENIES]
    if claim.act in {"denies", "declines_comment"} or claim.polarity == "denies":
        return []
    others = [who for slot in claim.slots if slot.name in question.slots and (who := pile.actor(claim, slot.actor))]
    return list(dict.fromkeys(pile.name(who) for who in [*pile.agents(claim), *others]))


def _arrived(claim: Claim, question: Question) -> list[str]:
    """A target is not a landing: only the slot `landed` affirms it, and a negated way or landing says that none did."""
    if claim.polarity == "denies":
        return [NO] if any(claim.slot(role) for role in {*question.slots, *_also(question)}) else []
    slot = claim.slot("landed")
    return [f"{YES}, {slot.place.name}" if slot.place else YES] if slot else []


def shown(slot: Slot) -> str:
    """One detail as it is shown: a number with what is counted, a place by its name, else its words."""
    if slot.amount:
        word = slot.name if slot.name in HARM else slot.amount.unit
        return f"{slot.amount} {word}".strip()
    return slot.place.name if slot.place else slot.text


def questions_of(kind: str) -> tuple[Question, ...]:
    """The questions for an incident of this type; of a type that the vocabulary lacks, those of the general "attack"."""
    types = vocabulary().incident_types
    return types.get(kind, types["attack"]).questions
