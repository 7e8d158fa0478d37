"""How two written names are compared: without case, accents, dashes, articles and honorifics, and by the sounds that spellings share."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from anyascii import anyascii

from sayso.lang.grammar import any_of
from sayso.lang.language import languages, load_language

POSSESSIVE = re.compile(r"['’ʼ`´]s\b")
MARKS = re.compile(r"['’ʼʻ‘`´\".“”]")
BREAKS = re.compile(r"[\s\-‐‑‒–—―_/,()\[\]]+")
_NUMBERED = re.compile(r"[A-Z]{1,4}\d{1,2}")
VOWELS = frozenset("aeiouy")
SOUNDS = str.maketrans({"q": "k", "c": "k", "w": "v", "z": "s", "j": "g", "p": "f"})
"""Consonants that transliterations from Arabic and Cyrillic scripts exchange (Yaqoob, Yakub; Kadyrow, Kadyrov; Yusufov, Yusupov); "sh" is
"ch" in French ones (Charif)."""


@cache
def _opening() -> re.Pattern[str]:
    """Articles and honorifics before a name, those of all languages: names of a pile are compared across them."""
    words = {word for code in languages() for word in load_language(code).rules("actors")["openings"]}
    return re.compile(rf"^(?:(?:{any_of(words)}) )+")


def without_opening(folded: str) -> str:
    """A folded name without the articles and honorifics before it."""
    return _opening().sub("", folded)


@cache
def fold(name: str) -> str:
    """The name as compared: plain Latin letters, lower case, one space between words, no leading article or honorific."""
    plain = BREAKS.sub(" ", MARKS.sub("", POSSESSIVE.sub("", anyascii(name).lower()))).strip()
    return without_opening(plain)


def words(name: str) -> tuple[str, ...]:
    """The words of the folded name."""
    return tuple(fold(name).split())


_GLIDE = re.compile(r"(?<=[aeou])j(?![aeiou])")
"""The j behind a vowel that others write as i or y ("Andrej", "Andrey")."""


@cache
def heard(folded: str) -> str:
    """A folded name in one of the ways in which transliterations write it: c and q as k, "ou" as u, doubled letters once."""
    plain = _GLIDE.sub("y", folded).replace("kh", "h").replace("ou", "u").replace("ch", "sh").translate(SOUNDS)
    return "".join(letter for letter, _ in groupby(plain))


@cache
def skeleton(word: str) -> str:
    """The consonants of a folded word, doubled ones once: what is left when transliterations differ in vowels."""
    bones = [letter for letter in heard(word) if letter not in VOWELS]
    return "".join(letter for letter, _ in groupby(bones))


@cache
def is_acronym(name: str) -> bool:
    """Whether the name is written as initials: ISKP, IS-K, U.S., also with the number of a day: V14."""
    letters = re.sub(r"[^A-Za-z]", "", anyascii(name))
    return bool(_NUMBERED.fullmatch(name)) or (2 <= len(letters) <= 6 and letters.isupper() and len(name) <= len(letters) * 2)
