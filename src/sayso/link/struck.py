"""Whom and what an event struck, and with what, in the words by which two accounts are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.lang.grammar import any_of
from sayso.lang.language import Language
from sayso.link.names import fold
from sayso.link.pointing import is_pronoun
from sayso.records.claim import Claim, Slot

UNUSUAL = 10
"""From here on a number of victims tells events apart: two accounts with the same smaller one may well be of two."""


@cache
def _joints(language: Language) -> re.Pattern[str]:
    """The words behind a noun that tell more of it."""
    return re.compile(rf"\s(?:{any_of(language.rules('pointing')['behind'])})\s")


def _before(text: str, language: Language) -> str:
    """A phrase up to the first word behind its noun."""
    return _joints(language).split(text)[0]


def _noun(text: str, language: Language) -> str:
    """The last word of a phrase, folded, without the ending of several."""
    word = fold(text).split()[-1]
    changed = language.rules("pointing")["plural_changed"]
    one = next((word.removesuffix(many) + single for many, single in changed.items() if word.endswith(many)), None)
    return one or word.rstrip(language.grammar.plural)


def things_of(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """What it was done to where that is no actor and no place: the last word of the phrase before its first preposition."""
    texts = [_before(slot.text, language) for slot in slots if slot.name == "target" and not slot.actor]
    named = [slot.place.name for slot in slots if slot.place]
    table = language.rules("pointing")
    nouns = (_noun(text, language) for text in texts if text not in named and fold(text))
    return frozenset(noun for noun in nouns if noun[:1].isalpha() and noun not in table["grounds"] and noun not in table["any_victims"])


def titles_of(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """The names of things that it was done to: the words with a capital before the noun, and the noun ("the Russian embassy").

    There are several where names are joined before it: "the Russian and Chinese embassies".
    """
    texts = [_before(slot.text, language) for slot in slots if slot.name in {"target", "victim"} and not slot.actor and not _is_town(slot)]
    return frozenset(title for text in texts if fold(text) for title in _titles(text, language))


def _titles(phrase: str, language: Language) -> Iterator[str]:
    """Each name that stands before the noun of a phrase, with the noun."""
    for part in _joins(language).split(phrase.rpartition(" ")[0]):
        if name := " ".join(word for word in part.split() if word[:1].isupper()):
            yield f"{fold(name)} {_noun(phrase, language)}"


@cache
def _joins(language: Language) -> re.Pattern[str]:
    """What stands between names before one noun."""
    return re.compile(rf"[,/]|\b(?:{any_of(language.grammar.joining)})\b")


def _is_town(slot: Slot) -> bool:
    """Whether a detail is nothing but the name of a place."""
    return slot.place is not None and fold(slot.text) == fold(slot.place.name)


def victims_of(slots: Iterable[Slot], language: Language) -> frozenset[str]:
    """What those harmed are called: "soldier" for "nine soldiers" and "any soldier"."""
    texts = [_before(slot.text, language) for slot in slots if slot.name in {"victim", "killed", "injured"}]
    vague = language.rules("pointing")["any_victims"]
    return frozenset(word for text in texts if fold(text) and (word := _noun(text, language)) not in vague)


def instrument_of(claim: Claim, language: Language) -> frozenset[str]:
    """With what it was done, and what was fired or used in a number."""
    slots = [slot.text for slot in claim.slots if slot.name == "instrument" and not is_pronoun(slot, language)]
    units = [slot.amount.unit for slot in claim.slots if slot.name == "count" and slot.amount]
    return frozenset(_noun(text, language) for text in [*slots, *units] if fold(text))


def numbers_of(claim: Claim) -> frozenset[tuple[str, float]]:
    """Numbers of victims: two accounts with the same unusual number are likely of one event."""
    amounts = [(slot.name, slot.amount.low) for slot in claim.slots if slot.name in {"killed", "injured", "captured"} and slot.amount]
    return frozenset((name, low) for name, low in amounts if low is not None and low >= UNUSUAL)


def spoken_of_as_known(thing: str, quote: str, language: Language) -> bool:
    """Whether a thing, given by its folded noun, is spoken of with a definite word before it: "the market", "the main gate"."""
    told = fold(quote).split()
    ends = (told[at + 1 : at + 3] for at, word in enumerate(told) if word in language.grammar.definite)
    return any(word.startswith(thing) for behind in ends for word in behind)
