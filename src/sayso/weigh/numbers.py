"""Numbers held against each other: what a claim counts, and when two numbers cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from sayso.lang.exclusions import named_and_denied
from sayso.lang.language import Language
from sayso.lang.tolls import has_risen, is_some, tolls, tolls_of_event, unit_of
from sayso.records.amount import Amount
from sayso.records.claim import Claim
from sayso.weigh.pile import Pile
from sayso.weigh.testimony import Number

T = TypeVar("T")

NEAR = 0.25
"""Share by which a loosely given number may differ from another and still mean the same."""


def amounts_of(pile: Pile, claim: Claim, role: str) -> list[Amount]:
    """The numbers that a claim gives of a role, those of a count of dead or hurt included that tells of no event itself."""
    own = [slot.amount for slot in claim.slots if slot.name == role and slot.amount]
    return own + [amount for name, amount in tolls_told(pile, claim) if name == role]


def tolls_told(pile: Pile, claim: Claim) -> Sequence[tuple[str, Amount]]:
    """The numbers of dead and hurt, each with its role, that a claim gives in no detail of that role."""
    language = pile.language(claim)
    return *tolls(claim, language), *tolls_of_event(claim, language)


def number_told(claim: Claim, amount: Amount, language: Language) -> Number:
    """A number as it is held against others: of some of all, the least that it leaves open; of one that has grown, the most that it was."""
    number = Number(amount.low, amount.high, is_loose(amount, language), str(amount))
    told = next((slot.text for slot in claim.slots if slot.amount == amount), "")
    if is_some(told, language):
        return msgspec.structs.replace(number, high=None)
    return msgspec.structs.replace(number, low=None) if has_risen(claim, language) else number


def by_number(told: Sequence[tuple[Number, T]]) -> dict[str, list[T]]:
    """What is told by number; one that is not exact stands with the first whose numbers it leaves open ("at least 40" with 47)."""
    groups: list[tuple[set[Number], list[tuple[Number, T]]]] = []
    homes: dict[Number, list[tuple[Number, T]]] = {}
    for number, teller in sorted(told, key=lambda one: _high(one[0]) - _low(one[0])):
        if number not in homes:
            fits = (group for group in groups if not any(clash(number, other) for other in group[0]))
            if (home := next(fits, None)) is None:
                groups.append(home := (set(), []))
            home[0].add(number)
            homes[number] = home[1]
        homes[number].append((number, teller))
    return {", ".join(dict.fromkeys(number.shown for number, _ in own)): [teller for _, teller in own] for _, own in groups}


def told_against(told: Sequence[tuple[Number, str]]) -> list[bool]:
    """Of each number whether another voice tells one which excludes it; `told` are numbers with who tells them."""
    voices: dict[Number, set[str]] = defaultdict(set)
    for number, voice in told:
        voices[number].add(voice)
    against = {number: {who for other, own in voices.items() if clash(number, other) for who in own} for number in voices}
    return [len(against[number]) > (voice in against[number]) for number, voice in told]


def clash(one: Number, other: Number) -> bool:
    """Whether two numbers cannot both be right."""
    return excludes(one, other, one.loose or other.loose)


def counted(amount: Amount, language: Language) -> str:
    """The last word of what is counted, without its plural ending; none where it is people, or whoever is dead or hurt."""
    unit = unit_of(amount)
    plain = unit in language.rules("pointing")["people"] or is_toll(amount, language)
    return "" if plain else unit.removesuffix(language.grammar.plural)


def is_toll(amount: Amount, language: Language) -> bool:
    """Whether what is counted are just the dead or the hurt."""
    return any(unit_of(amount) in own for own in language.rules("pointing")["toll"].values())


def who_is_counted(pile: Pile, amount: Amount, claim: Claim) -> frozenset[str]:
    """Whether those counted are called fighters, civilians, or neither."""
    return frozenset(named_and_denied(amount.unit, pile.language(claim), "hit")[0]) if amount.unit else frozenset()


def is_loose(amount: Amount, language: Language) -> bool:
    """Whether a number is given with a word that leaves it open to both sides ("about", "several")."""
    return any(word in language.rules("bearing")["loose"] for word in amount.qualifier.lower().split())


def excludes(one: Amount | Number, other: Amount | Number, loose: bool) -> bool:
    """Whether two numbers cannot both be right: their ranges do not meet, and none is `loose`ly given and near the other."""
    if None in (one.low, other.low) and None in (one.high, other.high):
        return False
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    if low <= high:
        return False
    return not (loose and low - high <= NEAR * max(abs(low), abs(high)))


def _low(amount: Amount | Number) -> float:
    return float("-inf") if amount.low is None else amount.low


def _high(amount: Amount | Number) -> float:
    return float("inf") if amount.high is None else amount.high
