"""What one voice says and another turns down right behind: a dispute, also where neither tells of an incident."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from sayso.lang.grammar import any_of, small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import (
    COMES,
    REACH,
    WORD,
    answers,
    denies_blame,
    doubts,
    is_belied,
    names_voice_of,
    rebuts,
    tells_of_doubt,
    turns_down,
    upholds,
)
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.weigh.answers import dispute, laid_out, question_on, side_of
from sayso.weigh.pile import Pile
from sayso.weigh.stances import DENIES, YES, denies_who_was_hit, only_told_of_it
from sayso.weigh.tied import in_doc

STRETCH = 1000
"""Code points from the beginning of a claim to that of another within which the one can answer the other."""
ACCUSES, IS_IT_SO, DOUBTS = "accuses", question_on("is_it_so"), "doubts it"
TURNS = frozenset({ACCUSES, "denies"})


def stretches(claim: Claim) -> tuple[str, ...]:
    """The stretches of its document in which a claim can answer another; two that begin within one STRETCH have one in common."""
    number = claim.span.start // STRETCH
    return () if claim.kind == "tie" else tuple(f"{in_doc(claim)} {one}" for one in (number, number + 1))


def by_document(pile: Pile) -> Iterable[Sequence[Claim]]:
    """The claims of each document that can answer one another, in their order."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if claim.kind != "tie":
            told[claim.span.doc].append(claim)
    return told.values()


def replies_of(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """What is turned down right behind, of the claims of a document; what a link says a denial denies is left to that link."""
    for number, claim in enumerate(claims):
        language = pile.language(claim)
        before = _rebutted(pile, claims, number) if turns_down(claim, language) else None
        if before := before or _accusation(pile, claims, number):
            meant = [before, *_also_meant(pile, claims, before, claim)]
            yield from (dispute(pile, one.id, IS_IT_SO, _kind(one), {YES: [one], DENIES: [claim]}) for one in meant)
        elif admitted := _owned_up(pile, claims, number):
            sides = Side(YES, _tellers(pile, admitted), (admitted.id,)), side_of(pile, DENIES, [claim])
            yield laid_out(admitted.id, IS_IT_SO, "relay", sides)
        elif denied := _upheld(pile, claims, number):
            yield dispute(pile, denied.id, IS_IT_SO, _kind(denied), {DENIES: [denied], YES: [claim]})
        elif doubted := _doubted(pile, claims, number):
            yield dispute(pile, doubted.id, IS_IT_SO, _kind(doubted), {YES: [doubted], DOUBTS: [claim]})


def _kind(claim: Claim) -> DisputeKind:
    if claim.act == ACCUSES:
        return "responsibility"
    if claim.act in COMES:
        return "outcome"
    return "occurrence" if claim.kind == "event" else "relay"


def _rebutted(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The nearest claim before one that it turns down by its words, unless it is linked to an event, or both tell of one incident."""
    claim, own = claims[number], pile.party(pile.voice(claims[number]))
    if claim.act == DENIES and any(one.span.within(claim.span) and pile.party(pile.voice(one)) != own for one in claims[number + 1 :]):
        return None  # "denied the Front's claim of ten dead": nothing told before
    free = only_told_of_it(pile, claim) and not denies_who_was_hit(pile, claim)
    incident = None if free else pile.linking.incident_of.get(claim.id)
    for before in reversed(claims[:number]):
        if claim.span.start - before.span.start > STRETCH:
            return None
        if rebuts(claim, before, pile.language(claim)) and apart(pile, before, claim):
            together = incident is not None and pile.linking.incident_of.get(before.id) == incident
            told = incident is not None and (claim.kind == "statement" or together)
            charged = before.act == ACCUSES and before.kind == "statement"  # no matrix has it
            answered = answers(claim, before, pile.language(claim)) and not (together and before.kind == "event")
            return before if answered or charged or not told else None
    return None


def _also_meant(pile: Pile, claims: Sequence[Claim], before: Claim, claim: Claim) -> Iterable[Claim]:
    """What the same voice said right before what is turned down, where both are turned down together."""
    if phrases(pile.language(claim), "rebuttals", "of_several").search(small(claim.quote)):
        earlier = reversed(claims[: claims.index(before)])
        own = (one for one in earlier if pile.voice(one) == pile.voice(before) and not one.span.shared(before.span))
        yield from (one for one in islice(own, 1) if claim.span.start - one.span.start <= STRETCH)


def _doubted(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The claim by another party that one does not believe: of the voice that it names, close by, else the nearest in the words before."""
    claim = claims[number]
    if not tells_of_doubt(claim, pile.language(claim)):
        return None
    near = takewhile(lambda one: claim.span.start - one.span.start <= STRETCH, reversed(claims[:number]))
    others = [one for one in near if apart(pile, one, claim)]
    meant = [*(one for one in others if names_voice_of(claim, one)), *others[:1]]
    return next((one for one in meant if doubts(claim, one, pile.language(claim))), None)


def _upheld(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """What another party denied in the words right before, which a claim holds up ("it did"), or a record that it tells of shows."""
    claim = claims[number]
    near = takewhile(lambda one: claim.span.start - one.span.start <= STRETCH, reversed(claims[:number]))
    language = pile.language(claim)
    held_up = (one for one in near if upholds(claim, one, language) or is_belied(one, claim, language))
    return next((one for one in held_up if apart(pile, one, claim)), None)


def _accusation(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """The accusation by another party right before a denial that no link leads to anything else, nothing denied or charged between."""
    claim = claims[number]
    free = only_told_of_it(pile, claim) or not (pile.pointed_at("denies", claim.id) or claim.id in pile.linking.incident_of)
    if claim.act != "denies" or not free:
        return None
    near = (one for one in reversed(claims[:number]) if claim.span.start - one.span.start <= STRETCH)
    before = next((one for one in near if one.act in TURNS), None)
    if before is None or before.act != ACCUSES or not 0 <= claim.span.start - before.span.end <= REACH:
        return None
    return before if apart(pile, before, claim) else None


def _owned_up(pile: Pile, claims: Sequence[Claim], number: int) -> Claim | None:
    """What somebody is said to have owned up to right before he denies what he is charged with."""
    claim = claims[number]
    if not denies_blame(claim, pile.language(claim)):
        return None
    near = takewhile(lambda one: claim.span.start - one.span.start <= STRETCH, reversed(claims[:number]))
    return next((one for one in near if one.act == "concedes" and one.kind != "tie" and _names(one) & _names(claim)), None)


def _tellers(pile: Pile, claim: Claim) -> tuple[str, ...]:
    """Who tells that somebody said something, if that is told; else he himself."""
    tellers = (who for voice in claim.voices[1:2] if (who := pile.actor(claim, voice.name)))
    return next(((who,) for who in tellers), (pile.voice(claim),))


def apart(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims are of two parties, and not of one that a text calls by one name with more and less, or of who speaks for it."""
    if pile.party(pile.voice(one)) == pile.party(pile.voice(other)):
        return False
    for left, right in ((one, other), (other, one)):
        name = next(reversed(WORD.findall(left.voice.text.split(",")[0])), "")
        told = right.voice.text.split(",")[0].strip("[]() ")
        if name[:1].isupper() and (_is_titled(name, told) or _speaks_for(pile.language(one), small(name), small(told))):
            return False
    return True


def _is_titled(name: str, told: str) -> bool:
    """Whether a voice goes by this name, with or without a title before it. No pattern is made for a name that the words do not hold."""
    return name in told and re.search(rf"(?:^|\b[A-Z][\w.-]*\s){name}$", told) is not None


def _speaks_for(language: Language, name: str, told: str) -> bool:
    """Whether a voice is told to speak for who bears this name."""
    if name not in told:
        return False
    speaking = any_of(language.rules("actors")["speaking_for"])
    return re.search(rf"\b{name}(?:[’']s)?(?: \w+ly)? (?:{speaking})\b", told) is not None


def _names(claim: Claim) -> frozenset[str]:
    """The words with a capital of a claim's voice, titles and all."""
    return frozenset(word for word in WORD.findall(claim.voice.text) if word[:1].isupper())
