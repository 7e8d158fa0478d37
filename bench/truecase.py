"""Puts words in capitals back into their usual letters, by how other news writes them; each letter stays at its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STARTS = re.compile(r"(?:\A|[.!?:]\s+|\n\s*\n\s*|\[TEXT\]\s*|\[REPORT\]\s*)[\"'(\[]*\Z")
"""What stands before the first word of a sentence."""
INITIALS = re.compile(r"[(\[]([A-Z]{2,6})[)\]]|\b([A-Z]{2,6})\s\[")
"""Initials in brackets behind a name, or before a bracket that spells them out, as where they are first told."""
SPELT_OUT = re.compile(r"\b([A-Z]{2,6})\s\[([^\]]{4,80})\]|((?:[A-Z][A-Z'-]*\s+){2,8})[(\[]([A-Z]{2,6})[)\]]")
"""Initials with the name that they stand for, behind or before them."""
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "an"})
SEEN = 2
"""Times that a word must have been seen; rarer ones are taken for names."""


def usual_forms(texts: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written inside sentences, by the word in small letters."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for match in WORD.finditer(text):
            before = text[max(0, match.start() - 3) : match.start()]
            if match.start() and not re.search(r"[.!?:\n\"“”'(]\s*$", before):
                forms[match[0].lower()][match[0]] += 1
    return {word: min(counts, key=lambda form: (-counts[form], form)) for word, counts in forms.items() if counts.total() >= SEEN}


def names_told(text: str) -> list[str]:
    """Names whose initials the text tells, in small letters: "FMLN [FARABUNDO MARTI NATIONAL LIBERATION FRONT]"."""
    names = []
    for match in SPELT_OUT.finditer(text):
        initials, words = (match[1], match[2].lower().split()) if match[1] else (match[4], match[3].lower().split())
        for start in range(len(words)):
            told = [word for word in words[start:] if word not in SMALL]
            if "".join(word[0] for word in told).upper() == initials and words[start] not in SMALL:
                names.append(" ".join(words[start:]))
                break
    return names


def truecased(text: str, forms: Mapping[str, str]) -> str:
    """The text in usual letters: initials that it tells and the names that they stand for, words by `forms`, unknown ones as names.

    Sentences begin with a capital.
    """
    initials = {(match[1] or match[2]).lower() for match in INITIALS.finditer(text)}
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names_told(text), key=len, reverse=True))
    named = {place for match in re.finditer(names, text, re.I) for place in range(*match.span())} if names else set()

    def usual(match: re.Match[str]) -> str:
        word, lower = match[0], match[0].lower()
        stem = re.sub(r"['’]s$", "", lower)
        if stem in initials:
            form = stem.upper() + lower[len(stem) :]
        elif match.start() in named and lower not in SMALL:
            form = lower.capitalize()
        else:
            form = forms.get(lower) or forms.get(stem, stem.capitalize()) + lower[len(stem) :]
        form = form if len(form) == len(word) else lower.capitalize()
        return form[0].upper() + form[1:] if STARTS.search(text[max(0, match.start() - 12) : match.start()]) else form

    return WORD.sub(usual, text)
