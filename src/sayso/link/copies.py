"""Which claims are the same words again: one passage printed in several documents, or twice in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.link.names import fold
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link, Reason

ENOUGH = 40
"""Folded characters from which on equal words are taken for a copy; shorter ones ("he said no") come about by chance."""


def copy_links(documents: Sequence[Document], findings: Mapping[str, Finding]) -> list[Link]:
    """A link from each claim to the first one with the same kind, verb and words, ignoring capitals, accents, dashes and quotes."""
    first: dict[tuple[str, str, str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for document in documents:
        for claim in findings[document.sha256].claims if document.sha256 in findings else ():
            first[claim.kind, claim.verb, claim.act, fold(claim.quote)].append((document.sha256, claim))
    links = []
    for (_, _, _, words), claims in first.items():
        original = claims[0][1]
        for _, copy in claims[1:]:
            if len(words) >= ENOUGH and copy.span != original.span and fold(copy.voice.text) == fold(original.voice.text):
                links.append(Link(copy.id, original.id, "copy_of", "found", 1.0, (Reason("the same words", words[:60], 1.0),), "rules"))
    return links
