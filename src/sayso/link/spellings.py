"""Under which names and descriptions somebody stands in a text: "Otto Brand", "army spokesman", "the minister"; no pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang.language import Language
from sayso.link.titles import titles
from sayso.records.actor import ActorName
from sayso.records.claim import Mention

BETWEEN = r"[\s,(–—-]*"
"""Marks between a name and what is told of its bearer beside it."""
LONGEST = 40
"""Code points between a name and a description beside it, with a person's ranks."""


def spellings(mentions: Sequence[Mention], kind: str, text: str, language: Language) -> tuple[ActorName, ...]:
    """Every spelling once, at its first place. `text` is the whole text."""
    seen: dict[str, ActorName] = {}
    names = [mention for mention in mentions if mention.named]
    for mention in mentions:
        described = kind == "anonymous" or (_describes(mention.text, language) and not _is_office(mention.text, kind, language))
        described = described or (kind == "person" and _is_his_office(mention.text, language))
        if mention.named or described or any(is_beside(mention, name, text, language) for name in names):
            seen.setdefault(mention.text, ActorName(mention.text, mention.span))
    return tuple(seen.values())


def is_beside(description: Mention, name: Mention, text: str, language: Language) -> bool:
    """Whether words that describe somebody stand right beside his name: "army spokesman Colonel Brand", "Brand, a clerk"."""
    first, last = sorted((description.span, name.span), key=lambda span: span.start)
    if first.end > last.start or first.end + LONGEST < last.start or len(description.text.split()) < 2:
        return False
    opens = description.text.split()[0].lower() in _pointing(language)
    return not opens and _between(language).fullmatch(text, first.end, last.start) is not None


@cache
def _between(language: Language) -> re.Pattern[str]:
    """Marks, an article or a pronoun, and ranks."""
    words = "|".join(sorted(_pointing(language)))
    return re.compile(rf"{BETWEEN}(?:(?i:{words})\s)?(?:{titles(language)})?{BETWEEN}")


@cache
def _pointing(language: Language) -> frozenset[str]:
    """Words with which a noun points at somebody without telling who he is."""
    return frozenset(language.rules("pointing")["determiners"])


def _is_his_office(told: str, language: Language) -> bool:
    """Whether words by which a person is meant tell his office or rank: "the foreign minister", "the colonel"."""
    table = language.rules("actors")
    words = told.lower().split()
    offices = {*table["offices"], *table["titles"], *table["by_office"]} - {*table["courtesy"]}
    return bool(words) and words[0] not in _pointing(language) and words[-1] in offices


def _describes(text: str, language: Language) -> bool:
    """Whether a description says enough to be kept as a name: "Tajik officials" does, "The group" and "They" do not."""
    told = text.split()
    if len(told) < 2:
        return False
    pointing = told[0].lower() in _pointing(language)
    return any(word[:1].isupper() for word in told[1 if pointing else 0 :])


def _is_office(text: str, kind: str, language: Language) -> bool:
    """Whether words by which a state is meant are only an office in it: "Defense Minister" is no name of it."""
    return kind == "state" and text.split()[-1].lower() in language.rules("actors")["offices"]
