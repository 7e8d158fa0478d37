"""Numbers held against each other: what a claim counts, and when two numbers cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.lang.language import Language
from sayso.lang.tolls import tolls, tolls_of_event, unit_of
from sayso.records.amount import Amount
from sayso.records.claim import Claim
from sayso.weigh.pile import Pile

NEAR = 0.25
"""Share by which a loosely given number may differ from another and still mean the same."""


def amounts_of(pile: Pile, claim: Claim, role: str) -> list[Amount]:
    """The numbers that a claim gives of a role, those of a count of dead or hurt included that tells of no event itself."""
    own = [slot.amount for slot in claim.slots if slot.name == role and slot.amount]
    language = pile.language(claim)
    return own + [amount for name, amount in (*tolls(claim, language), *tolls_of_event(claim, language)) if name == role]


def by_number(pile: Pile, told: Sequence[tuple[Amount, Claim]]) -> dict[str, list[Claim]]:
    """The claims by number; one that is not exact stands with the first whose numbers it leaves open ("at least 40" with 47)."""
    groups: list[tuple[set[tuple[Amount, bool]], list[tuple[Amount, Claim]]]] = []
    for amount, claim in sorted(told, key=lambda one: _high(one[0]) - _low(one[0])):
        loose = is_loose(amount, pile.language(claim))
        fits = (group for group in groups if not any(excludes(amount, other, loose or theirs) for other, theirs in group[0]))
        home = next(fits, None)
        if home is None:
            groups.append(home := (set(), []))
        home[0].add((amount, loose))
        home[1].append((amount, claim))
    return {", ".join(dict.fromkeys(str(amount) for amount, _ in own)): [claim for _, claim in own] for _, own in groups}


def told_against(pile: Pile, amounts: Sequence[tuple[Amount, Claim]]) -> dict[Amount, set[str]]:
    """For each number the voices that tell one which excludes it."""
    voices: dict[Amount, set[str]] = defaultdict(set)
    for amount, claim in amounts:
        voices[amount].add(pile.voice(claim))
    loose = {amount for amount, claim in amounts if is_loose(amount, pile.language(claim))}
    return {
        amount: {who for other, own in voices.items() if excludes(amount, other, bool(loose & {amount, other})) for who in own}
        for amount in voices
    }


def counted(amount: Amount, language: Language) -> str:
    """The last word of what is counted, without its plural ending; none where it is people, or whoever is dead or hurt."""
    unit = unit_of(amount)
    plain = unit in language.rules("pointing")["people"] or is_toll(amount, language)
    return "" if plain else unit.removesuffix(language.grammar.plural)


def is_toll(amount: Amount, language: Language) -> bool:
    """Whether what is counted are just the dead or the hurt."""
    return any(unit_of(amount) in own for own in language.rules("pointing")["toll"].values())


def is_loose(amount: Amount, language: Language) -> bool:
    """Whether a number is given with a word that leaves it open to both sides ("about", "several")."""
    return any(word in language.rules("bearing")["loose"] for word in amount.qualifier.lower().split())


def excludes(one: Amount, other: Amount, loose: bool) -> bool:
    """Whether two numbers cannot both be right: their ranges do not meet, and none is `loose`ly given and near the other."""
    if None in (one.low, other.low) and None in (one.high, other.high):
        return False
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    if low <= high:
        return False
    return not (loose and low - high <= NEAR * max(abs(low), abs(high)))


def _low(amount: Amount) -> float:
    return float("-inf") if amount.low is None else amount.low


def _high(amount: Amount) -> float:
    return float("inf") if amount.high is None else amount.high
