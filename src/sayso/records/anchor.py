"""Where words stand, said in three ways, so that they are found again when the text was read anew or mended a little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sayso.records.claim import Claim, Slot, Voice
from sayso.records.document import Span

CONTEXT = 32
"""Code points kept before and after the words: the length that Web annotation tools use."""
TELLING = 20
"""Code points from which words that stand once in a text are told by themselves; shorter ones need some of their context too."""
BREAKS = r"[\s\u00ad\u200b]+"
"""What re-reading changes between two words: spaces, line ends, soft hyphens."""
MENDED = 0.6
"""Share of letters (difflib) that words between the same context must keep to be taken for the same words with something mended."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The W3C text-position selector (start, end) and text-quote selector (exact, prefix, suffix) of words in a document.

    `doc` is the SHA-256 of the document; positions are code points of its text as it stood.
    """

    doc: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a place in the text of its document."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Anchor(span.doc, span.start, span.end, text[span.start : span.end], before, after)


def place(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Where the words stand in a text now: by position, quote and context; None where they do not, or nobody can say where."""
    for candidates in (_exact(anchor, text), _reflowed(anchor, text), _mended(anchor, text)):
        if found := list(candidates):
            return _best(found, anchor, text)
    return None


def _exact(anchor: Anchor, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(anchor.exact) if anchor.exact else -1
    while start >= 0:
        yield start, start + len(anchor.exact)
        start = text.find(anchor.exact, start + 1)


def _reflowed(anchor: Anchor, text: str) -> Iterator[tuple[int, int]]:
    """The same words with other breaks between them."""
    words = [re.escape(word) for word in re.split(BREAKS, anchor.exact) if word]
    if words:
        yield from (hit.span() for hit in re.finditer(BREAKS.join(words), text))


def _mended(anchor: Anchor, text: str) -> Iterator[tuple[int, int]]:
    """What now stands between the words that stood before and after, where it is nearly the same."""
    if len(anchor.prefix.strip()) < CONTEXT // 4 or len(anchor.suffix.strip()) < CONTEXT // 4:
        return
    for before in re.finditer(re.escape(anchor.prefix), text):
        end = text.find(anchor.suffix, before.end(), before.end() + 2 * len(anchor.exact) + CONTEXT)
        if end > before.end() and SequenceMatcher(None, anchor.exact, text[before.end() : end], autojunk=False).ratio() >= MENDED:
            yield before.end(), end


def _best(found: list[tuple[int, int]], anchor: Anchor, text: str) -> tuple[int, int] | None:
    """The place with the most of the old context; the old position where that ties; None where two tie and neither is the old one."""
    scores = {span: _context(anchor, text, span) for span in found}
    top = max(scores.values())
    best = [span for span in found if scores[span] == top]
    if (anchor.start, anchor.end) in best:
        return anchor.start, anchor.end
    return best[0] if len(best) == 1 and (top > 0 or len(anchor.exact) >= TELLING) else None


def _context(anchor: Anchor, text: str, span: tuple[int, int]) -> int:
    """How many code points of the old context stand around a place, breaks aside."""
    before, after = text[max(0, span[0] - 2 * CONTEXT) : span[0]], text[span[1] : span[1] + 2 * CONTEXT]
    return _shared(_flat(anchor.prefix)[::-1], _flat(before)[::-1]) + _shared(_flat(anchor.suffix), _flat(after))


def _flat(words: str) -> str:
    return re.sub(BREAKS, "", words)


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def carried(claim: Claim, span: Span, text: str) -> Claim:
    """The claim at another place, with all that it points at: details go along, what has no place any more loses its own."""
    same = text[span.start : span.end] == claim.quote
    by = span.start - claim.span.start

    def moved(old: Span) -> Span:
        return Span(span.doc, old.start + by, old.end + by)

    return replace(
        claim,
        span=span,
        quote=text[span.start : span.end],
        cue=moved(claim.cue) if same and claim.cue else None,
        content=tuple(moved(part) for part in claim.content) if same else (),
        voices=tuple(_voice(voice, by, span, text) for voice in claim.voices),
        slots=tuple(_slot(slot, by, span, text) for slot in claim.slots),
    )


def _voice(voice: Voice, by: int, span: Span, text: str) -> Voice:
    """The voice where its words stand now: as far from the clause as before, else nearest to it, else nowhere."""
    if voice.span is None:
        return voice
    found = _nearest(voice.text, voice.span.start + by, text, Span(span.doc, 0, len(text)))
    return replace(voice, span=Span(span.doc, found, found + len(voice.text)) if found is not None else None)


def _slot(slot: Slot, by: int, span: Span, text: str) -> Slot:
    """The detail where its words stand now; the whole clause where they are gone, since they are somewhere in it."""
    found = _nearest(slot.text, slot.span.start + by, text, span)
    if found is None:
        return replace(slot, text=text[span.start : span.end], span=span)
    return replace(slot, span=Span(span.doc, found, found + len(slot.text)))


def _nearest(words: str, near: int, text: str, inside: Span) -> int | None:
    """Where the words stand inside a part of the text, nearest to a position."""
    found = [inside.start + hit.start() for hit in re.finditer(re.escape(words), text[inside.start : inside.end])] if words else []
    return min(found, key=lambda at: (abs(at - near), at), default=None)
