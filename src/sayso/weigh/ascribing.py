"""To whom a deed is ascribed in words alone: "blamed the Front", "held the Front responsible", and who points elsewhere when accused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.records.claim import Claim
from sayso.weigh.naming import Where, named_by
from sayso.weigh.pile import Pile
from sayso.weigh.stances import ascribes

DOERS = frozenset({"armed_group", "state", "government_body", "person", "other"})
"""Kinds of actors to whom a deed is ascribed."""
ELSEWHERE = "somebody else"
"""The answer of who is accused and ascribes it to another."""
WORDS: tuple[tuple[str, Where], ...] = (("ascribing", "behind"), ("accused_of", "behind"), ("ascribed_before", "before"))
"""Keys of the table `contrasts` with the words by which a deed is ascribed, and where the doer is named beside them."""


def ascribing_words(language: Language, claim: Claim) -> Sequence[tuple[re.Match[str], Where]]:
    """The words by which a claim ascribes a deed, each with the side on which the doer is named."""
    return _ascribing_words(language, claim.quote) if claim.kind != "tie" and ascribes(claim) else ()


@lru_cache(maxsize=1 << 15)  # each claim is asked several times, and its words are kept anyway
def _ascribing_words(language: Language, quote: str) -> tuple[tuple[re.Match[str], Where], ...]:
    text = small(quote)
    found = ((phrases(language, "contrasts", name).search(text), side) for name, side in WORDS)
    return tuple((match, side) for match, side in found if match)


def blamed(pile: Pile, claim: Claim) -> list[str]:
    """The actors to whom a claim ascribes a deed by such words, one for each, sorted."""
    words = ascribing_words(pile.language(claim), claim)
    return sorted({who for word, side in words if (who := named_by(pile, claim, word, DOERS, side))})


def accused(pile: Pile, claim: Claim) -> list[str]:
    """The actors whom a claim says to have done it: those named as doers, else those who are blamed."""
    return (pile.agents(claim) if ascribes(claim) else []) or blamed(pile, claim)


def points_elsewhere(pile: Pile, claim: Claim, named: Sequence[str]) -> bool:
    """Whether a claim that says these actors to have done it ascribes a deed to another party than its own voice's, be it named or not."""
    if not ascribes(claim) or not (named or ascribing_words(pile.language(claim), claim)):
        return False
    own = pile.camp(pile.voice(claim))
    return all(pile.camp(who) != own for who in named)
