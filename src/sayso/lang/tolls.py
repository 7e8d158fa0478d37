"""Which numbers of a claim tell how many an event killed or hurt, though the claim tells of no event itself."""

from __future__ import annotations

from sayso.lang.language import Language
from sayso.lang.phrases import whole_phrases
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Slot

KILLED = "killed"
"""The role of a number of which the words around it tell that it is that of the dead."""


def tolls(claim: Claim, language: Language) -> tuple[tuple[str, Amount], ...]:
    """Each number of dead or hurt with its role, "killed" or "injured": "47 deaths and 70 injuries", "put the number of dead at nine".

    Numbers of a longer time ("since January") are none, nor are those of a claim that tells of an event or whose subject it names, nor
    what is a part of them ("five of the injured").
    """
    if claim.kind != "figure" or claim.slot("subject") or whole_phrases(language, "pointing", "over_time").search(claim.quote):
        return ()
    role_of = {unit: role for role, own in language.rules("pointing")["toll"].items() for unit in own}
    counted = _told_as_dead(claim, language)
    whole = [slot for slot in claim.slots if not whole_phrases(language, "pointing", "part_of").search(slot.text)]
    told = [(role_of.get(unit_of(slot.amount)) or (KILLED if slot in counted else None), slot.amount) for slot in whole if slot.amount]
    return tuple((role, amount) for role, amount in told if role)


def _told_as_dead(claim: Claim, language: Language) -> list[Slot]:
    """The numbers right before words such as "had fallen"; the first one behind "the number of dead", if it counts people or nothing."""
    found = []
    for phrase in whole_phrases(language, "pointing", "toll_words").finditer(claim.quote):
        behind = [slot for slot in claim.slots if slot.amount and slot.span.start >= claim.span.start + phrase.end()]
        first = min(behind, key=lambda slot: slot.span.start, default=None)
        if first and first.amount and _who_can_die(first.amount, language):
            found.append(first)
    fell = whole_phrases(language, "pointing", "toll_behind")
    some = [slot for slot in claim.slots if slot.amount and _who_can_die(slot.amount, language)]
    return found + [slot for slot in some if fell.match(claim.quote, slot.span.end - claim.span.start)]


def _who_can_die(amount: Amount, language: Language) -> bool:
    """Whether a number counts people by any word for them, or says not what it counts: bombs and prices fall too."""
    table, unit = language.rules("pointing"), unit_of(amount)
    fighters = (word for words in language.rules("exclusions")["hit"]["kinds"].values() for word in words)
    return unit in ("", *table["people"], *table["men"], *table["mortal"], *fighters)


def unit_of(amount: Amount) -> str:
    """The last word of what is counted, in small letters."""
    return amount.unit.lower().split()[-1] if amount.unit.split() else ""
