"""Texts and headlines all in capitals, as the events in them are compared: nothing but what was found to be a name keeps its capital."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from itertools import groupby

from sayso.link.names import fold
from sayso.link.phrases import WORD
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document

LEAST = 3
"""Words of the shortest stretch in capitals of which the capitals say nothing; fewer are labels and initials."""
FIRST = re.compile(r"(?:\A|[.!?:]\s+|\n[ \t]*\n\s*)[\"'“(\[]*\Z")
"""What stands before the first word of a sentence."""
LOOK_BACK = 6
"""Code points before a word in which that is looked for."""


def in_small_letters(document: Document, finding: Finding) -> tuple[Document, Finding]:
    """A document and what was found in it, with lines all in capitals in small letters but for the names that were found.

    Each letter stays at its place. Of a text in which no claim is all in capitals nothing is changed.
    """
    if not any(claim.quote.isupper() and " " in claim.quote for claim in (*finding.claims, *finding.rejected)):
        return document, finding
    names = _names(finding)
    text = "".join(_lowered(line, names) for line in _stretches(document.text))
    here = replace(document, text=text)
    claims, rejected = (tuple(_read(text, claim) for claim in claims) for claims in (finding.claims, finding.rejected))
    return here, replace(finding, claims=claims, rejected=rejected)


def _stretches(text: str) -> list[str]:
    """The text cut where lines in capitals begin and end."""
    return ["".join(lines) for _, lines in groupby(text.splitlines(keepends=True), key=lambda line: line == line.upper())]


def _lowered(stretch: str, names: Container[str]) -> str:
    if stretch != stretch.upper() or len(WORD.findall(stretch)) < LEAST:
        return stretch

    def small(found: re.Match[str]) -> str:
        word, at = found[0], found.start()
        form = word if fold(word) in names else word.lower()
        form = form if len(form) == len(word) else word
        return form[0].upper() + form[1:] if FIRST.search(stretch, max(0, at - LOOK_BACK), at) else form

    return WORD.sub(small, stretch)


def _names(finding: Finding) -> frozenset[str]:
    """The words with a capital in the names of actors and places, folded: the finder writes names as is usual."""
    named = [one.name for one in finding.mentions if one.named]
    named += [slot.place.name for claim in finding.claims for slot in claim.slots if slot.place]
    return frozenset(fold(word) for name in named for word in name.split() if word[0].isupper())


def _read(text: str, claim: Claim) -> Claim:
    """A claim with its words and those of its details as a text has them."""
    slots = tuple(replace(slot, text=text[slot.span.start : slot.span.end]) for slot in claim.slots)
    return replace(claim, quote=text[claim.span.start : claim.span.end], slots=slots)
