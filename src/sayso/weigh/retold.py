"""What one party says in several documents: one number of one thing, one quotation, or one promise in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, pairwise

from sayso.lang.grammar import small
from sayso.lang.outcomes import matter_of
from sayso.lang.rebuttals import WORD
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.numbers import amounts_of, counted
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import kind_of
from sayso.weigh.stances import HARM
from sayso.weigh.tied import Tied, grouped

MANY = 10
"""From here on one number of one thing, told by one party at one time, is one count; smaller ones come by chance."""
ROUND = 10
"""Multiples of this are told of many things."""
SOON = timedelta(days=60)
"""Time between two statements of one count: an army that tells of twelve dead now and next year tells of two events."""
QUOTED, LONGEST = 3, 12
"""Words that a quotation has at least by which it is known again, and those of a longer one that are looked at."""
NUMBER, WORDS = "retold number", "retold words"
"""How the names of the groups begin."""
MARKS = re.compile(r"[“\"]([^”\"]{8,400})[”\"]")


def retold_ties(pile: Pile) -> Iterable[Tied]:
    """What ties claims of one party that say the same in two documents; never certain, since a party may say it twice."""
    for group in grouped(pile, _words):
        yield from (_tied(one, group[0]) for one in group[1:])
    for group in grouped(pile, _counts):
        yield from (_tied(other, one) for one, other in combinations(group, 2) if _of_one_time(one, other))
    for group in grouped(pile, _promises):  # in the order of days only neighbours have to be looked at
        yield from (_tied(other, one) for one, other in pairwise(sorted(group, key=_day)) if _day(other) - _day(one) <= SOON)


def _tied(one: Claim, other: Claim) -> Tied:
    return Tied(one.id, other.id, "one party's words, retold", False)


def retold_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim of a party can be one with others; whether two are tied hangs on these two alone."""
    for groups in (_words, _counts, _promises):
        yield from groups(pile, claim)


def _words(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a claim's quotations; and of a promise or a threat, of each two words of its matter."""
    if party := _party(pile, claim):
        yield from (f"{WORDS} {party} “{words}”" for words in _quoted(claim.quote))
        if (kind := kind_of(pile, claim)) in {"pledge", "threat"}:
            matter = sorted(matter_of(claim, pile.language(claim)))
            yield from (f"{WORDS} {party} {kind} {' '.join(pair)}" for pair in combinations(matter, 2))


def _promises(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what is promised, threatened or foretold at a known time: one for each word of its matter.

    What one report calls a promise another calls a threat, and a third tells as what is to come.
    """
    if (party := _party(pile, claim)) and claim.said and kind_of(pile, claim):
        yield from (f"{WORDS} {party} {stem}" for stem in sorted(matter_of(claim, pile.language(claim))))


def _counts(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a claim's larger numbers, with what they count; no two counts come to the same number by chance if it is not round."""
    if (party := _party(pile, claim)) and claim.said:
        yield from (f"{NUMBER} {party} {number}" for number in _numbers(pile, claim))


def _party(pile: Pile, claim: Claim) -> str | None:
    """The party that speaks, if it is somebody in particular."""
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return None
    party = pile.party(pile.voice(claim))
    return party if party in pile.actors and pile.actors[party].kind != "anonymous" else None


def _numbers(pile: Pile, claim: Claim) -> Iterable[str]:
    """The larger numbers of a claim with what they count."""
    if claim.act == "denies" or claim.polarity == "denies":
        return
    tolls = [(role, amount) for role in HARM for amount in amounts_of(pile, claim, role)]
    amounts = [slot.amount for slot in claim.slots if slot.name in {"amount", "count"} and slot.amount]
    others = [(counted(amount, pile.language(claim)), amount) for amount in amounts if amount not in [toll for _, toll in tolls]]
    for what, amount in (*tolls, *others):
        if _is_large(amount) and (what or not _is_round(amount)):
            yield f"{what if _is_round(amount) else ''} {amount.low}-{amount.high}"


def _is_large(amount: Amount) -> bool:
    return (amount.low or amount.high or 0) >= MANY


def _is_round(amount: Amount) -> bool:
    return all(end is None or end % ROUND == 0 for end in (amount.low, amount.high))


def _day(claim: Claim) -> date:
    return claim.said.first if claim.said else date.min


@lru_cache(maxsize=1 << 14)
def _quoted(quote: str) -> tuple[str, ...]:
    """The quoted words of a claim, as they are known again."""
    found = (WORD.findall(small(match.group(1))) for match in MARKS.finditer(quote))
    return tuple(dict.fromkeys(" ".join(words[:LONGEST]) for words in found if len(words) >= QUOTED))


def _of_one_time(one: Claim, other: Claim) -> bool:
    """Whether two claims were made within two months, and do not tell of events of different days."""
    left, right = (slot.when if (slot := claim.slot("when")) else None for claim in (one, other))
    if (left and right and not left.overlaps(right)) or not one.said or not other.said:
        return False
    return abs(one.said.first - other.said.first) <= SOON
