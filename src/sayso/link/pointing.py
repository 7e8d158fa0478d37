"""How a claim's words point at an event: back at one told before, at what a speaker meant, or away from it."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.language import load_language
from sayso.records.claim import Claim, Slot
from sayso.records.vocabulary import vocabulary


@cache
def _pattern(kind: str, definite: bool) -> re.Pattern[str]:
    """The nouns for events of a type, or of any, behind a definite word or anywhere."""
    table = load_language("en").rules("pointing")
    nouns = "|".join(table["nouns"].get(kind, ["(?!)"]))
    opening = rf"(?:{'|'.join(table['definite'])})\b(?:\s+[\w’'-]+){{0,3}}?\s+" if definite else ""
    return re.compile(rf"\b{opening}(?:{nouns})\b", re.IGNORECASE)


def says(quote: str, name: str) -> bool:
    """Whether a claim has one of the phrases that the language's table lists under a name."""
    return re.search(rf"\b(?:{'|'.join(load_language('en').rules('pointing')[name])})\b", quote, re.IGNORECASE) is not None


def points_back(quote: str, kind: str) -> int:
    """Whether the words hold a definite phrase that can mean an event of this type: 2 by a word of its own, 1 by a general one."""
    if _pattern(kind, True).search(quote):
        return 2
    return 1 if vocabulary().incident_types[kind].physical and _pattern("any", True).search(quote) else 0


def names_kind(quote: str, kind: str) -> bool:
    """Whether the words hold a noun for events of this very type."""
    return _pattern(kind, False).search(quote) is not None


def points(claim: Claim) -> bool:
    """Whether its words point back: by a definite phrase ("the attack"), or by a pronoun for what was fired ("none of them landed")."""
    return points_back(claim.quote, claim.verb) > 0 or any(slot.name == "instrument" and is_pronoun(slot) for slot in claim.slots)


def is_pronoun(slot: Slot) -> bool:
    """Whether a detail is only a pronoun for what was fired: "them"."""
    return slot.text.lower() in load_language("en").rules("events")["thing_pronouns"]
