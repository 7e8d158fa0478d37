"""Which numbers of a claim tell how many an event killed or hurt, though the claim tells of no event itself."""

from __future__ import annotations

from sayso.lang.language import Language
from sayso.lang.phrases import whole_phrases
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim, Slot

KILLED, INJURED = "killed", "injured"
"""The roles of numbers of which the words around them tell that they are those of the dead, or of the hurt."""


def tolls(claim: Claim, language: Language) -> tuple[tuple[str, Amount], ...]:
    """Each number of dead or hurt with its role, "killed" or "injured": "47 deaths and 70 injuries", "put the number of dead at nine".

    Numbers of a longer time ("since January") are none, nor are those of a claim that tells of an event or whose subject it names, nor
    what is a part of them ("five of the injured").
    """
    if claim.kind != "figure" or claim.slot("subject"):
        return ()
    return _told(claim, language)


def tolls_of_event(claim: Claim, language: Language) -> tuple[tuple[str, Amount], ...]:
    """The same for a claim that tells of an event, but not in the roles of its details how many were killed or hurt.

    "The attack claimed 40 lives", "eleven people died in the bombing"; the children in "30 dead, including 12 children" beside these.
    """
    if claim.kind != "event" or claim.act == "denies" or claim.slot("amount") is None:  # most claims give no such number
        return ()
    return _parts(claim, language) if any(claim.slot(role) for role in (KILLED, INJURED)) else _told(claim, language)


def is_part(amount: Amount, language: Language) -> bool:
    """Whether a number counts those of whom it is mostly told how many of the dead or hurt they are, such as children."""
    return unit_of(amount) in language.rules("pointing")["told_apart"]


def is_some(told: str, language: Language) -> bool:
    """Whether the words of a number count only some of all, or are added to others: "two of the wounded", "four more bodies"."""
    return any(whole_phrases(language, "pointing", name).search(told) for name in ("part_of", "some_more"))


def has_risen(claim: Claim, language: Language) -> bool:
    """Whether an author tells that a number of dead or hurt has grown since he told it."""
    return claim.voice.text == AUTHOR and whole_phrases(language, "pointing", "risen").search(claim.quote) is not None


def _told(claim: Claim, language: Language) -> tuple[tuple[str, Amount], ...]:
    if any(whole_phrases(language, "pointing", name).search(claim.quote) for name in ("over_time", "spared")):
        return ()
    role_of = {unit: role for role, own in language.rules("pointing")["toll"].items() for unit in own}
    dead, hurt = _told_as_dead(claim, language), _told_behind(claim, language, "toll_hurt")
    whole = [slot for slot in claim.slots if not whole_phrases(language, "pointing", "part_of").search(slot.text)]
    role = dict.fromkeys(hurt, INJURED) | dict.fromkeys(dead, KILLED)
    told = [(role_of.get(unit_of(slot.amount)) or role.get(slot), slot.amount) for slot in whole if slot.amount]
    return tuple((role, amount) for role, amount in told if role)


def _parts(claim: Claim, language: Language) -> tuple[tuple[str, Amount], ...]:
    """How many of those killed, or hurt, were such as are told apart: right behind "including", after the number of all."""
    found = []
    for slot in claim.slots:
        if slot.name != "amount" or slot.amount is None or not is_part(slot.amount, language):
            continue
        before = [one for one in claim.slots if one.name in (KILLED, INJURED) and one.span.end <= slot.span.start]
        if before:
            last = max(before, key=lambda one: one.span.end)
            between = claim.quote[last.span.end - claim.span.start : slot.span.start - claim.span.start]
            if whole_phrases(language, "pointing", "among_them").fullmatch(between.strip(" ,(—–-")):
                found.append((last.name, slot.amount))
    return tuple(found)


def _told_as_dead(claim: Claim, language: Language) -> list[Slot]:
    """The numbers right before words such as "had fallen"; the first one behind "the number of dead", if it counts people or nothing."""
    found = []
    for phrase in whole_phrases(language, "pointing", "toll_words").finditer(claim.quote):
        behind = [slot for slot in claim.slots if slot.amount and slot.span.start >= claim.span.start + phrase.end()]
        first = min(behind, key=lambda slot: slot.span.start, default=None)
        if first and first.amount and _who_can_die(first.amount, language):
            found.append(first)
    return found + _told_behind(claim, language, "toll_behind")


def _told_behind(claim: Claim, language: Language, name: str) -> list[Slot]:
    """The numbers right before such words, if they count people or nothing; "the mother of three" counts her children."""
    words, parents = whole_phrases(language, "pointing", name), whole_phrases(language, "pointing", "parent_of")
    some = [slot for slot in claim.slots if slot.amount and _who_can_die(slot.amount, language)]
    told = [slot for slot in some if words.match(claim.quote, slot.span.end - claim.span.start)]
    children = {claim.span.start + match.end() + 1 for match in parents.finditer(claim.quote)} if told else set()
    return [slot for slot in told if slot.span.start not in children]


def _who_can_die(amount: Amount, language: Language) -> bool:
    """Whether a number counts people by any word for them, or says not what it counts: bombs and prices fall too."""
    table, unit = language.rules("pointing"), unit_of(amount)
    fighters = (word for words in language.rules("exclusions")["hit"]["kinds"].values() for word in words)
    return unit in ("", *table["people"], *table["men"], *table["mortal"], *fighters)


def unit_of(amount: Amount) -> str:
    """The last word of what is counted, in small letters."""
    return amount.unit.lower().split()[-1] if amount.unit.split() else ""
