"""Which claim of a report's body its headline, or a heading inside it, sums up: what both say was said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.lang.language import Language, language_of
from sayso.link.copies import NEARLY, likeness
from sayso.link.names import fold
from sayso.link.phrases import LEAST, WORD
from sayso.records.claim import AUTHOR, Claim
from sayso.records.document import Document
from sayso.records.link import Link, Reason

SUMS_UP = "a headline sums it up"
LONGEST = 160
"""Code points of the longest line that is taken for a headline."""
BEFORE = 3
"""Words of the longest line right above a headline that is none itself: the time of day of a live report, a section."""
REACH = 2000
"""Code points below a headline in which the claim stands that it sums up: reports tell their news first."""
SHARED, STEM = 2, 4
"""Words that both must have in common, and how many letters of each are compared: "no shells fired", "did not fire a shell"."""
ENDS = (".", "!", "?", ".”", '."', ";", ",")
"""A line that ends so is a sentence of the body."""
TELLING = frozenset({"accuses", "denies", "claims_responsibility", "declines_comment", "pledges", "threatens", "demands"})
"""Acts that a headline keeps: it sums up an accusation by an accusation. One of them in common counts as a word."""


def headline_links(documents: Iterable[tuple[Document, Sequence[Claim]]]) -> Iterator[Link]:
    """A link from each claim that stands in a headline, and is not its author's, to the claim below that it sums up, if any.

    It hangs on nothing outside of the document.
    """
    for document, claims in documents:
        language = language_of(document.language)
        ordered = sorted(claims, key=lambda one: (one.span.start, one.span.end, one.id))
        told = [(claim, _is_headline(document.text, claim)) for claim in ordered]
        body = [claim for claim, headline in told if not headline and claim.voice.text != AUTHOR]
        for claim in (claim for claim, headline in told if headline and claim.voice.text != AUTHOR and claim.kind != "tie"):
            yield from _summing_up(claim, body, language)


def sums_up(link: Link) -> bool:
    """Whether a link is one of these."""
    return link.kind == "copy_of" and any(reason.feature == SUMS_UP for reason in link.reasons)


def _is_headline(text: str, claim: Claim) -> bool:
    """Whether a claim takes up a short line that ends like no sentence, with nothing but a few words right above."""
    start, end = text.rfind("\n", 0, claim.span.start) + 1, text.find("\n", claim.span.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    whole = "\n" not in claim.quote.strip() and 2 * claim.span.size >= len(line) and end >= 0
    return whole and len(line) <= LONGEST and not line.endswith(ENDS) and len(above.split()) <= BEFORE


def _summing_up(headline: Claim, body: Sequence[Claim], language: Language) -> Iterator[Link]:
    """The link to the claim within reach that has most in common with a headline, of several the first."""
    own = _words(headline, language)
    offers = []
    for claim in body:
        near = 0 <= claim.span.start - headline.span.end <= REACH
        if near and claim.kind != "tie" and _says_no(claim) >= _says_no(headline) and not _repeats(headline, claim):
            kept = headline.act in TELLING and headline.act == claim.act
            shared = len(own & _words(claim, language))
            if shared and shared + kept >= SHARED:
                offers.append(((kept, shared), claim))
    if offers:
        (_, shared), best = max(offers, key=lambda offer: offer[0])
        yield Link(headline.id, best.id, "copy_of", "inferred", None, (Reason(SUMS_UP, f"{shared} words", 1.0),), "rules")


def _says_no(claim: Claim) -> bool:
    """Whether a claim denies something: no account of it is summed up so."""
    return claim.act == "denies" or claim.polarity == "denies"


def _words(claim: Claim, language: Language) -> frozenset[str]:
    """The beginnings of a claim's words that say something, those for who speaks included."""
    empty = language.rules("pointing")["small_words"]
    told = (fold(word) for word in WORD.findall(claim.quote))
    return frozenset(word[:STEM] for word in told if len(word) >= LEAST and word not in empty)


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether two claims are nearly the same words, so that one may be found as a copy of the other anyhow."""
    left, right = (fold(claim.quote).split() for claim in (one, other))
    return likeness(left, right) >= NEARLY
