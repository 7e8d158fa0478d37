"""Who says one thing first and another later, or takes back what he said, as one passage of a text tells it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, REACH, TELLS, turns_down
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute, question_on
from sayso.weigh.naming import named_in
from sayso.weigh.pile import Pile
from sayso.weigh.replies import STRETCH

CHANGED, FIRST, THEN = question_on("account_changed"), "at first", "later"


@lru_cache(maxsize=4096)  # the claims of a text are asked several times
def _says(language: Language, quote: str, name: str) -> bool:
    return phrases(language, "contrasts", name).search(small(quote)) is not None


def retracts(language: Language, claim: Claim) -> bool:
    """Whether a claim says that somebody took back what he had said."""
    return claim.kind != "tie" and claim.act != "declines_comment" and _says(language, claim.quote, "retracted")


def turnabouts(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """All of one document, each about the claim that came first."""
    for number, claim in enumerate(claims):
        if claim.kind == "tie":
            continue
        first = bisect_left(claims, claim.span.start - STRETCH, hi=number, key=lambda one: one.span.start)
        near = [one for one in claims[first:number] if one.kind != "tie"]
        before = _taken_back(pile, claim, near) if retracts(pile.language(claim), claim) else _said_before(pile, claim, near)
        if before:
            yield dispute(pile, before.id, CHANGED, "status", {FIRST: [before], THEN: [claim]})
        elif now := _said_since(pile, claim, near):
            yield dispute(pile, now.id, CHANGED, "status", {FIRST: [claim], THEN: [now]})


def _taken_back(pile: Pile, claim: Claim, near: Sequence[Claim]) -> Claim | None:
    """The nearest claim before a retraction that was said by one whom the retraction names, or who speaks in it."""
    who = {pile.voice(claim), *(named for _, named in named_in(pile, claim))}
    told = (one for one in reversed(near) if one.voice.text != AUTHOR and pile.voice(one) in who)
    return next(told, None)


def _said_before(pile: Pile, claim: Claim, near: Sequence[Claim]) -> Claim | None:
    """What the party of a claim said right before, where the words tell that it was first and this is later.

    Who is asked about what he has just denied, and says something else, changes his account too.
    """
    language = pile.language(claim)
    again = _says(language, claim.quote, "asked_again")
    if claim.voice.text == AUTHOR or not (again or claim.act == "concedes" or _says(language, claim.quote, "later")):
        return None
    party = pile.party(pile.voice(claim))
    before = [one for one in near if claim.span.start - one.span.end <= REACH and pile.party(pile.voice(one)) == party]
    own = [one for one in reversed(before) if claim.span.start >= one.span.end or claim.span.within(one.span)]
    told = [one for one in own if _says(language, _without(one, claim), "earlier")]
    denied = [one for one in own if again and turns_down(one, language) and not turns_down(claim, language)]
    return None if _says(language, claim.quote, "earlier") else next(iter([*told, *denied]), None)


def _said_since(pile: Pile, claim: Claim, near: Sequence[Claim]) -> Claim | None:
    """The claim with what a voice says now, right before one with what it said at first, or around a clause with that.

    A relative clause in what somebody says tells what he said at first ("who at first denied it, said that ..."), where it says so.
    """
    language = pile.language(claim)
    if claim.voice.text == AUTHOR or not _says(language, claim.quote, "earlier") or _says(language, claim.quote, "later"):
        return None
    party, relative = pile.party(pile.voice(claim)), small(claim.quote).split(" ", 1)[0] in language.grammar.relatives
    own = [one for one in reversed(near) if claim.span.start - one.span.end <= BESIDE and pile.party(pile.voice(one)) == party]
    inside = (one for one in own if relative and claim.span.within(one.span) and _tells(one))
    return next((one for one in own if _says(language, _without(one, claim), "later")), next(inside, None))


def _tells(claim: Claim) -> bool:
    """Whether a claim says that something is so, or is not."""
    return claim.act in TELLS | {"denies"}


def _without(claim: Claim, inside: Claim) -> str:
    """The words of a claim without those of one that stands inside it."""
    return claim.quote[: max(0, inside.span.start - claim.span.start)] + claim.quote[inside.span.end - claim.span.start :]
