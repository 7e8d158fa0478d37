"""What two voices say within one sentence, the one beside the other: "the army counts it a raid; villagers say it was a feud"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.rebuttals import BESIDE, TELLS, said_in
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute
from sayso.weigh.pile import Pile
from sayso.weigh.replies import STRETCH

WHOSE = "Whose account?"
SHOWN = 80
"""Code points of an account that are shown as an answer."""


def accounts_beside(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """All of one document, each about the account that comes first.

    Of 23 such pairs in the hand-made ledgers of eight wars 20 are disputes there. That two words stand in one sentence is seen by the
    second of them, which begins with a small letter right behind the first.
    """
    for number, claim in enumerate(claims):
        goes_on = _tells(claim) and claim.quote[:1].islower()
        near = _right_before(claims, number) if goes_on else ()
        if before := next((one for one in near if _beside(pile, one, claim)), None):
            yield dispute(pile, before.id, WHOSE, "relay", {_shown(before): [before], _shown(claim): [claim]})


def _right_before(claims: Sequence[Claim], number: int) -> Iterable[Claim]:
    """The claims that end right before one, the nearest first."""
    start = claims[number].span.start
    near = takewhile(lambda one: start - one.span.start <= STRETCH, reversed(claims[:number]))
    return (one for one in near if 0 <= start - one.span.end <= BESIDE)


def _tells(claim: Claim) -> bool:
    return claim.act in TELLS and claim.kind != "tie" and claim.voice.text != AUTHOR


def _beside(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether two claims are of two parties, of which the second is none of the first ("two of them"), in one breath of the text."""
    if not _tells(before) or _some_of_them(pile.language(claim), claim.voice.text):
        return False
    return before.voice not in claim.voices and pile.party(pile.voice(before)) != pile.party(pile.voice(claim))


def _some_of_them(language: Language, voice: str) -> bool:
    return _part_of(language).search(small(voice)) is not None


@cache
def _part_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_like(language.rules('pointing')['part_of'])}|{any_like(language.rules('rebuttals')['of_those'])})\b")


def _shown(claim: Claim) -> str:
    """What is said in a claim, cut to what can be shown."""
    said = " ".join(said_in(claim).split()).rstrip(".,;")
    return said if len(said) <= SHOWN else said[: said.rfind(" ", 0, SHOWN)] + " …"
