"""Square brackets: acronyms that they explain, what an editor put into others' words, and remarks that are no part of a sentence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.records.document import Document

BRACKET = re.compile(r"\[([^\[\]]{1,120})\](?!\()")
"""Words in square brackets, but for those of a link."""
SHORT = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
EXPLAINED = re.compile(r"\b[A-Z][A-Z0-9-]{1,9} \Z")
"""An acronym before a bracket, that its words may spell out."""
ENDS = re.compile(r"(?:\A|[.!?\"”’)]\s|\n)\s*\Z")
"""What stands before a bracket that begins a sentence, or stands behind one."""
NAMED = re.compile(r"\b[A-Z][a-z]\w+ \Z")
"""The last word of a name before a bracket that may tell who bears it."""
ROLE = 3
"""Among how many words a bracket's first noun has to tell that: "[Velk Front leader]"."""
LOOK_BACK = 14
"""Code points before a bracket in which that is looked for."""


def with_round_brackets(document: Document, language: Language) -> Document:
    """A document in which a square bracket that gives an acronym, spells one out or tells who somebody is, is a round one: "the Free Front
    [FF]", "Otto Brand [rector of the university]"."""
    who = _who(language)
    text = BRACKET.sub(lambda found: f"({found[1]})" if _explains(found) or _tells_who(found, who) else found[0], document.text)
    return document if text == document.text else replace(document, text=text)


def _explains(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - LOOK_BACK) : found.start()].replace("\n", " ")
    short = SHORT.fullmatch(found[1]) is not None and before[-2:].strip().isalpha() and before[-1:] == " "
    return short or (EXPLAINED.search(before) is not None and " " in found[1] and found[1][0].isupper())


def _tells_who(found: re.Match[str], who: Container[str]) -> bool:
    """Whether a bracket behind a name begins with what its bearer is."""
    words = found[1].split()
    role = next((n for n, word in enumerate(words) if word in who), len(words))
    return len(words) > 1 and role < ROLE and NAMED.search(found.string, max(0, found.start() - LOOK_BACK), found.start()) is not None


@cache
def _who(language: Language) -> frozenset[str]:
    """Words for what somebody is."""
    table, nouns = language.rules("actors"), language.rules("ties")["nouns"]
    persons = {str(noun) for row in nouns if row.get("holder") == ["person"] for noun in row["noun"]}
    return frozenset(persons.union(*(table[key] for key in ("people", "offices", "titles", "speaking_for"))))


def inserted(piece: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where in a block stands what is not parsed: whole remarks ("[sic]"), else the brackets of what is a part of its sentence.

    A name that opens a sentence, or stands behind one, is left: it tells who speaks, or who reported it.
    """
    for found in BRACKET.finditer(piece):
        if is_remark(found[1], language):
            yield found.span()
        elif any(map(str.isalpha, found[1])) and not (
            found[1][0].isupper() and ENDS.search(piece[max(0, found.start() - LOOK_BACK) : found.start()])
        ):
            yield found.start(), found.start() + 1
            yield found.end() - 1, found.end()


def is_remark(words: str, language: Language) -> bool:
    """Whether words in square brackets are a remark: "sic", "applause"."""
    return _remarks(language).fullmatch(words) is not None


@cache
def _remarks(language: Language) -> re.Pattern[str]:
    return re.compile(any_like(language.rules("layout")["remarks"]), re.IGNORECASE)
