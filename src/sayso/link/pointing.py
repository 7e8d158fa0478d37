"""How a claim's words point at an event: back at one told before, at what a speaker meant, or away from it."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.records.claim import Claim, Slot
from sayso.records.vocabulary import vocabulary


@cache
def _pattern(language: Language, kind: str, definite: bool) -> re.Pattern[str]:
    """The nouns for events of a type, or of any, behind a definite word or anywhere."""
    table = language.rules("pointing")
    nouns = any_like(table["nouns"].get(kind, ()))
    opening = rf"(?:{any_like(table['definite'])})\b(?:\s+[\w’'-]+){{0,3}}?\s+" if definite else ""
    return re.compile(rf"\b{opening}(?:{nouns})\b", re.IGNORECASE)


@cache
def _phrases(language: Language, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_like(language.rules('pointing')[name])})\b", re.IGNORECASE)


def says(quote: str, name: str, language: Language) -> bool:
    """Whether a claim has one of the phrases that the language's table `pointing` lists under a name."""
    return _phrases(language, name).search(quote) is not None


def points_back(quote: str, kind: str, language: Language) -> int:
    """Whether the words hold a definite phrase that can mean an event of this type: 2 by a word of its own, 1 by a general one."""
    if _pattern(language, kind, True).search(quote):
        return 2
    return 1 if vocabulary().incident_types[kind].physical and _pattern(language, "any", True).search(quote) else 0


def names_kind(quote: str, kind: str, language: Language) -> bool:
    """Whether the words hold a noun for events of this very type."""
    return _pattern(language, kind, False).search(quote) is not None


def points(claim: Claim, language: Language) -> bool:
    """Whether its words point back: by a definite phrase ("the attack"), or by a pronoun for what was fired ("none of them landed")."""
    if points_back(claim.quote, claim.verb, language) > 0:
        return True
    return any(slot.name == "instrument" and is_pronoun(slot, language) for slot in claim.slots)


def is_pronoun(slot: Slot, language: Language) -> bool:
    """Whether a detail is only a pronoun for what was fired: "them"."""
    return slot.text.lower() in language.rules("events")["thing_pronouns"]
