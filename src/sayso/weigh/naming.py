"""Whom a claim's words name beside a word that tells something of him: by these a statement is about somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from sayso.records.claim import Claim, Mention
from sayso.weigh.pile import Pile

GIVERS = frozenset({"armed_group", "state", "government_body", "person", "other"})
"""Kinds of actors who give their word."""
UP_FRONT = 10
"""Code points between the beginning of what somebody says and the name of whom he tells something: "that the", a quotation mark."""
Where = Literal["nearest", "before", "behind"]
"""Where the one of whom a word tells is named: right before it ("X lost control"), right behind it ("denied the existence of X"), or on
either side."""


def named_by(
    pile: Pile, claim: Claim, word: re.Match[str], kinds: frozenset[str], side: Where = "nearest", reach: int | None = None
) -> str | None:
    """The actor of these kinds named nearest to a word of a claim, on one side of it if asked so, the claim's own voice aside.

    `reach` is how many code points may stand between them at most.
    """
    start, end = claim.span.start + word.start(), claim.span.start + word.end()
    own = pile.voice(claim)
    beside = (one for one in named_in(pile, claim) if _stands(one[0], start, end, side))
    offers = [
        (abs(mention.span.start - start), who)
        for mention, who in beside
        if who != own and pile.actors[who].kind in kinds and (reach is None or _gap(mention, start, end) <= reach)
    ]
    return min(offers)[1] if offers else None


def _gap(mention: Mention, start: int, end: int) -> int:
    return max(mention.span.start - end, start - mention.span.end, 0)


def _stands(mention: Mention, start: int, end: int, side: Where) -> bool:
    return side == "nearest" or (mention.span.start < start if side == "before" else mention.span.end > end)


def named_in(pile: Pile, claim: Claim) -> Iterable[tuple[Mention, str]]:
    """The actors mentioned inside a claim."""
    for mention in pile.mentions_in(claim.span):
        if who := pile.actor(claim, mention.name):
            yield mention, who


def speaks_for(pile: Pile, claim: Claim) -> set[str]:
    """The parties whose word a promise or a threat is: its voice's, and that of which it tells first ("the army will hit back")."""
    begins = min((span.start for span in claim.content), default=claim.span.start)
    first = {
        pile.party(who)
        for mention, who in named_in(pile, claim)
        if UP_FRONT >= mention.span.start - begins >= 0 and pile.actors[who].kind in GIVERS
    }
    return {pile.party(pile.voice(claim)), *first}
