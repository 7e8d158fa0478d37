"""The words by which a written name is told from others: without honorifics, articles, words for "son of", and legal forms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sayso.known.name_words import name_words
from sayso.lang.language import languages, load_language
from sayso.link.names import fold, skeleton
from sayso.link.standing import without_ranks
from sayso.link.titles import as_compared

SON = "bin"
"""How all words for "son of" are compared."""
LONG_FORM = 3
"""Letters that a legal form has at least to be seen before a name; shorter ones stand behind it."""
TELLING_BONES = 4
"""Consonants that a name has at least to be looked for by their letters alone."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a name, folded, a person's given name first.

    `whole` is what is written in one line: a person's with words for "son of", a body's without articles of names. `forms` tell what was
    left out: the classes of a body's legal forms, a person's honorifics without their vowels.
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    forms: frozenset[str] = frozenset()


@cache
def parts(name: str, person: bool) -> Parts:
    """The parts of a name as it is written ("Renn, Otto"), of a person or of a body."""
    return _of_person(as_compared(name)) if person else _of_body(as_compared(name))


def _of_person(name: str) -> Parts:
    known, told, forms = name_words(), without_ranks(fold(_given_first(name)).split()), set()
    while len(told) > 2 and told[0] in known.honorifics:
        forms.add(skeleton(told[0]))
        told = told[1:]
    whole = tuple(SON if word in known.sons else word for word in told if word not in known.articles)
    return Parts(tuple(word for word in whole if word != SON), whole, frozenset(forms))


def _given_first(name: str) -> str:
    """A name that is written as in a list, "Renn, Otto", in its usual order."""
    last, _, first = name.partition(",")
    return f"{first} {last}" if first.strip() and last.strip() and "," not in first else name


def _of_body(name: str) -> Parts:
    told, forms = _without_forms(tuple(_numbers().get(word, word) for word in fold(name.replace("&", " ")).split()))
    words = tuple(word for word in told if word not in _small()) or told
    return Parts(words, tuple(word for word in words if word not in name_words().articles) or words, forms)


def _without_forms(told: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a body's name without legal forms behind and before them, and the classes of these."""
    known, forms = name_words().legal_forms, set()
    while form := _form_at_end(told, known.keys()):
        forms.add(known[form])
        told = told[: -len(form)] if told[-len(form) :] == form else told[len(form) :]
    return told, frozenset(forms)


def _form_at_end(told: tuple[str, ...], known: Collection[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest legal form behind a name, else before it; empty where there is none, or nothing else."""
    for size in range(len(told) - 1, 0, -1):
        if told[-size:] in known:
            return told[-size:]
    before = (told[:size] for size in range(len(told) - 1, 0, -1))
    return next((form for form in before if form in known and len("".join(form)) >= LONG_FORM), ())


@cache
def _small() -> frozenset[str]:
    """Words of bodies' names that are left out at will, in all languages: articles, "and", "of", "for"."""
    told = (load_language(code).grammar for code in languages())
    return frozenset().union(*(one.articles | one.joining | one.belonging | one.purpose for one in told))


@cache
def _numbers() -> dict[str, str]:
    """Words for small numbers and ranks, in all languages, as digits."""
    tables = [load_language(code).rules("numbers") for code in languages()]
    return {word: str(value) for table in tables for word, value in {**table["ranks"], **table["values"]}.items()}


@cache
def without_father(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's words without a father's name between given name and family name ("Otto Karlovich Renn")."""
    return (*words[:1], *(word for word in words[1:-1] if not word.endswith(name_words().patronymics)), *words[1:][-1:])


@cache
def letters_of(name: str, person: bool, whole: bool = False) -> str | None:
    """What all ways to write the words of one name share, whatever their order, gaps and vowels: their consonants, sorted.

    None where these are too few to tell names apart. Of a person's name without that of the father, but for the `whole`.
    """
    told = parts(name, person)
    bones = sorted(skeleton("".join(without_father(told.words) if person and not whole else told.whole)))
    return "".join(bones) if len(bones) >= TELLING_BONES else None
