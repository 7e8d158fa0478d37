"""Which words of a longer name an acronym stands for."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lang.grammar import Grammar

NAME = 2
"""Words that a name has at least which stands inside another."""


def of_inner_name(short: str, told: Sequence[str], grammar: Grammar) -> bool:
    """Whether the last words of a name, behind "of", are already what an acronym stands for: "RVG" behind "Council of the Ruritanian Valley

    Government" is the government's. `told` are the words in small letters.
    """
    letters, start = list(short.lower()), len(told)
    while letters and start:
        start -= 1
        if told[start][:1] == letters[-1]:
            letters.pop()
    before = [word for word in told[:start] if word not in grammar.definite]
    return not letters and len(told) - start >= NAME and bool(before) and before[-1] in grammar.belonging
