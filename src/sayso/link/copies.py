"""Which claims are the same words again: one passage printed in several documents, or twice in one, letter by letter or nearly so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from rapidfuzz.distance import LCSseq

from sayso.lang.language import Language, language_of
from sayso.link.names import fold
from sayso.records.claim import Claim, Finding
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
RAREST, HOLDERS = 8, 12
"""How many of a claim's rarest shingles are looked up, and how many claims of each are compared, so that work grows with the pile."""


@cache
def _fixed(language: Language) -> frozenset[str]:
    """The words of negation and number."""
    numbers = language.rules("numbers")
    return frozenset([*language.rules("copies")["negations"], *numbers["values"], *(word for word in numbers["scales"] if len(word) > 1)])


@dataclass(frozen=True, slots=True)
class _Passage:
    """A claim in the form in which it is compared: its words and its shingles, each set apart by what must not differ."""

    claim: Claim
    words: tuple[str, ...]
    shingles: frozenset[int]


def copy_links(documents: Sequence[Document], findings: Mapping[str, Finding]) -> list[Link]:
    """A link from each claim that repeats another to the first of its words; `documents` are in the order of their paths.

    Capitals, accents, dashes and quotes are ignored; voice, act and all numbers and negations must be the same.
    """
    first: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for document in documents:
        for claim in findings[document.sha256].claims if document.sha256 in findings else ():
            first[claim.kind, claim.verb, claim.act, fold(claim.quote)].append(claim)
    links, repeated = [], set[str]()
    spoken = {document.sha256: language_of(document.language) for document in documents}
    for (_, _, _, words), claims in first.items():
        for copy in claims[1:]:
            if len(words) >= ENOUGH and copy.span != claims[0].span and _voice(copy) == _voice(claims[0]):
                repeated.add(copy.id)
                links.append(Link(copy.id, claims[0].id, "copy_of", "found", 1.0, (Reason("the same words", words[:60], 1.0),), "rules"))
    single = [_passage(claim, spoken[claim.span.doc]) for claims in first.values() for claim in claims if claim.id not in repeated]
    return [*links, *near_copies([one for one in single if len(one.words) >= WORDS])]


def _passage(claim: Claim, language: Language) -> _Passage:
    """A claim with its shingles as numbers, the same in every run of the program.

    Who says it, its kind, act and polarity, and all its numbers and negations in their order go into each of them: claims that differ
    in one of these share no shingle, and are never compared.
    """
    words = tuple(re.findall(r"\w+", fold(claim.quote)))
    kept = (word for word in words if word in _fixed(language) or word.isdecimal())
    key = crc32("\x1f".join((_voice(claim), claim.kind, claim.act, claim.polarity, *kept)).encode())
    runs = (" ".join(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1))
    return _Passage(claim, words, frozenset(crc32(run.encode(), key) for run in runs))


def _voice(claim: Claim) -> str:
    return fold(claim.voice.text)


def near_copies(passages: Sequence[_Passage]) -> Iterator[Link]:
    """A link from each passage to the earlier one that it is most like, where it is nearly the same; in the order given."""
    often = Counter(one for passage in passages for one in passage.shingles)
    holders: dict[int, list[_Passage]] = defaultdict(list)
    for passage in passages:
        shared = sorted((one for one in passage.shingles if often[one] > 1), key=lambda one: (often[one], one))
        candidates = {other.claim.id: other for one in shared[:RAREST] for other in holders[one]}
        best, original = 0.0, passage
        for other in candidates.values():
            if _may_be(other, passage) and (share := likeness(other.words, passage.words)) > best:
                best, original = share, other
        for one in shared:
            if len(holders[one]) < HOLDERS:
                holders[one].append(passage)
        if best >= NEARLY:
            reason = Reason("nearly the same words in the same order", f"{best:.0%}", round(best, 2))
            edge: Edge = "found" if best >= SURELY else "inferred"
            yield Link(passage.claim.id, original.claim.id, "copy_of", edge, round(best, 2), (reason,), "rules")


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the longer one's words that the other has in the same order, 0 to 1; 0 where it is below what makes a copy."""
    return LCSseq.normalized_similarity(one, other, score_cutoff=NEARLY)


def _may_be(original: _Passage, copy: _Passage) -> bool:
    """Whether two passages stand at different places and are long enough to be one."""
    short, long = sorted((len(original.words), len(copy.words)))
    return short >= NEARLY * long and not original.claim.span.shared(copy.claim.span)
