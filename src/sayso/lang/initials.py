"""Which words of a longer name an acronym stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.lang.grammar import Grammar

NAME = 2
"""Words that a name has at least which stands inside another."""
LETTERS = 3
"""Letters that an acronym has at least whose letters may stand in another order than the words."""


def of_inner_name(short: str, told: Sequence[str], grammar: Grammar) -> bool:
    """Whether the last words of a name, behind "of", are already what an acronym stands for.

    "RVG" behind "Council of the Ruritanian Valley Government" is the government's, also with the letters of its name in another language.
    `told` are the words in small letters.
    """
    if _of_inner_in_other_order(short, told, grammar):
        return True
    letters, start = list(short.lower()), len(told)
    while letters and start:
        start -= 1
        if told[start][:1] == letters[-1]:
            letters.pop()
    before = [word for word in told[:start] if word not in grammar.definite]
    return not letters and len(told) - start >= NAME and bool(before) and before[-1] in grammar.belonging


def _of_inner_in_other_order(short: str, told: Sequence[str], grammar: Grammar) -> bool:
    """The same for an acronym of three letters and more that are the initials of all words behind the last "of", in any order."""
    at = next((n for n in range(len(told) - 1, 0, -1) if told[n] in grammar.belonging), 0)
    inner = [word for word in told[at + 1 :] if word not in grammar.articles]
    return at > 0 and len(inner) >= NAME and len(short) >= LETTERS and sorted(word[0] for word in inner) == sorted(short.lower())


def abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of an acronym stand in this order in a name with its numbers, the first one at its start or a word's start."""
    letters, numbers = re.sub(r"[^a-z]", "", short.lower()), re.findall(r"\d+", short)
    if any(number not in re.findall(r"\d+", long) for number in numbers):
        return False  # "M-9" is short for "the 9 May Movement"
    spot, flat = -1, long.lower()
    for n, letter in enumerate(letters):
        spot = flat.find(letter, spot + 1)
        if spot < 0 or (n == 0 and spot > 0 and flat[spot - 1].isalnum()):
            return in_other_order(short, long)
    return True


def in_other_order(short: str, long: str) -> bool:
    """Whether the capitals of an acronym of three and more are the initials of all large words of a name in another order.

    Such is that of the name in another language: "PDV" of "Velk Democratic Party".
    """
    initials = [word[0] for word in re.findall(r"[^\W\d_][\w’'.]*", long) if word[0].isupper()]
    return len(short) >= LETTERS and sorted(initials) == sorted(short)
