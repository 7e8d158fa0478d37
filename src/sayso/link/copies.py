"""Which claims are the same words again: one passage printed in several documents, or twice in one, letter by letter or nearly so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from rapidfuzz.distance import LCSseq

from sayso.lang.language import Language, language_of
from sayso.link.names import fold
from sayso.records.claim import Claim
from sayso.records.document import Document
from sayso.records.link import Link, Reason
from sayso.records.work import Edge

ENOUGH = 40
"""Folded characters from which on equal words are taken for a copy; shorter ones ("he said no") come about by chance."""
WORDS = 10
"""Words from which on nearly equal ones are; below, set phrases ("did not respond to a request for comment") differ by a name or two."""
NEARLY = 0.8
"""Share of the longer claim's words that the other has in the same order, from which on one is a copy of the other.

Read by eye on 437 news texts (bench/copies.py): from here on all 14 pairs that are not equal are one passage, from .7 to .8 three of
eight were; of copies in which every fifth longer word is another one 94 % are found.
"""
SURELY = 0.9
"""From here on that is certain, below it only inferred."""
SIZE = 3
"""Words of a shingle, the run of words by which candidates are looked for."""
LEAST, HOLDERS = 6, 12
"""By how many of its shingles, those with the least hashes, a claim is looked for, and how many claims of each are compared, so that work
grows with the pile. Which they are hangs on nothing but the claim's own words."""

SAME = "same "
"""How the mark of its words as a whole begins."""


@cache
def _fixed(language: Language) -> frozenset[str]:
    """The words of negation and number."""
    numbers = language.rules("numbers")
    return frozenset([*language.rules("copies")["negations"], *numbers["values"], *(word for word in numbers["scales"] if len(word) > 1)])


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim in the form in which it is compared: its folded text, its words, and the shingles by which it is looked for.

    `order` is its place in the pile; `whole` sets apart what has other folded words, or says them of another kind, verb or act.
    """

    claim: Claim
    order: tuple[str, int, int, str]
    folded: str
    words: tuple[str, ...]
    shingles: frozenset[int]

    @property
    def whole(self) -> tuple[str, str, str, str]:
        """What all claims of the same words share."""
        return self.claim.kind, self.claim.verb, self.claim.act, self.folded

    @property
    def marks(self) -> tuple[str, ...]:
        """By what its copies are found: its words as a whole, if there are enough of them, and its shingles."""
        same = [f"{SAME}{crc32(chr(31).join(self.whole).encode()):08x}"] if len(self.folded) >= ENOUGH else []
        return (*same, *(f"near {shingle:08x}" for shingle in sorted(self.shingles)))


def copy_links(passages: Sequence[Passage]) -> list[Link]:
    """A link from each claim that repeats another to the first of its words.

    Capitals, accents, dashes and quotes are ignored; voice, act and all numbers and negations must be the same.
    """
    return [*same_words(passages).values(), *near_copies(passages)]


def passages_in(document: Document, claims: Iterable[Claim]) -> list[Passage]:
    """The claims of a document as they are compared."""
    language = language_of(document.language)
    return [passage_of(claim, document.path, language) for claim in claims]


def passage_of(claim: Claim, path: str, language: Language) -> Passage:
    """A claim as it is compared, with its shingles as numbers, the same in every run of the program.

    Who says it, its kind, act and polarity, and all its numbers and negations in their order go into each of them: claims that differ
    in one of these share no shingle, and are never compared.
    """
    folded = fold(claim.quote)
    words = tuple(re.findall(r"\w+", folded))
    kept = (word for word in words if word in _fixed(language) or word.isdecimal())
    key = crc32("\x1f".join((_voice(claim), claim.kind, claim.act, claim.polarity, *kept)).encode())
    runs = (" ".join(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1 if len(words) >= WORDS else 0))
    shingles = frozenset(sorted({crc32(run.encode(), key) for run in runs})[:LEAST])
    return Passage(claim, (path, claim.span.start, claim.span.end, claim.id), folded, words, shingles)


def _voice(claim: Claim) -> str:
    return fold(claim.voice.text)


def same_words(passages: Iterable[Passage]) -> dict[str, Link]:
    """For each claim that repeats the words of an earlier one, the link to the first."""
    groups: dict[tuple[str, str, str, str], list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: one.order):
        if len(passage.folded) >= ENOUGH:
            groups[passage.whole].append(passage)
    pairs = ((copy, told[0]) for told in groups.values() for copy in told[1:])
    return {copy.claim.id: _same(copy, first) for copy, first in pairs if _repeats(copy.claim, first.claim)}


def _repeats(copy: Claim, first: Claim) -> bool:
    return copy.span != first.span and _voice(copy) == _voice(first)


def _same(copy: Passage, first: Passage) -> Link:
    return Link(copy.claim.id, first.claim.id, "copy_of", "found", 1.0, (Reason("the same words", copy.folded[:60], 1.0),), "rules")


def near_copies(passages: Sequence[Passage], of: Container[str] | None = None) -> Iterator[Link]:
    """A link from each passage (or those `of` these claims) to the earlier one that it is most like, where it is nearly the same.

    What repeats the words of another is left out: that one stands for it.
    """
    repeated = same_words(passages)
    holders: dict[int, list[Passage]] = defaultdict(list)
    for passage in sorted((one for one in passages if one.claim.id not in repeated), key=lambda one: one.order):
        if of is None or passage.claim.id in of:
            yield from _nearest(passage, {other.claim.id: other for one in sorted(passage.shingles) for other in holders[one]}.values())
        for one in passage.shingles:
            if len(holders[one]) < HOLDERS:
                holders[one].append(passage)


def _nearest(passage: Passage, others: Iterable[Passage]) -> Iterator[Link]:
    """The link to the passage that this one is most like, of several the first; none where it is like none."""
    best, original = 0.0, passage
    for other in sorted(others, key=lambda one: one.order):
        if _may_be(other, passage) and (share := likeness(other.words, passage.words)) > best:
            best, original = share, other
    if best >= NEARLY:
        reason = Reason("nearly the same words in the same order", f"{best:.0%}", round(best, 2))
        edge: Edge = "found" if best >= SURELY else "inferred"
        yield Link(passage.claim.id, original.claim.id, "copy_of", edge, round(best, 2), (reason,), "rules")


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the longer one's words that the other has in the same order, 0 to 1; 0 where it is below what makes a copy."""
    return LCSseq.normalized_similarity(one, other, score_cutoff=NEARLY)


def _may_be(original: Passage, copy: Passage) -> bool:
    """Whether two passages stand at different places and are long enough to be one."""
    short, long = sorted((len(original.words), len(copy.words)))
    return short >= NEARLY * long and not original.claim.span.shared(copy.claim.span)
