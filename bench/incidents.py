"""Which mentions are of one event, told by mini piles that were written for it: pairs of mentions together and apart, by kind of pile.

    python bench/incidents.py [--shown] [--kind WORDS]

`bench/batteries/incidents.jsonl` was written by a reader who had seen no rule of linking: each line is a pile of one to three short
invented texts, in which each mention stands as "{a|words}", a letter for each event. About half of the piles hold sister events and
look-alikes. The finder and the linker go through each pile alone, without packs. A mention has the incident of the claim whose span
fits it best (of several that fit as well, any of theirs); without a claim or an incident it stands alone. Recall is the share of pairs
of one event that stand in one incident, precision the share of pairs in one incident that are of one event.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from news import document_of, recipe
from sayso.known.packs import NO_PACKS
from sayso.link.linker import link
from sayso.records.claim import Claim, Finding
from shares import figure
from summary import Measured, Row

PILES = Path(__file__).parent / "batteries" / "incidents.jsonl"
MARK = re.compile(r"\{(\w)\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention of a pile: the number of its text, its place there, its words and the letter of its event."""

    text: int
    start: int
    end: int
    words: str
    event: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of a pile: whether they are of one event, and whether they stand in one incident."""

    kind: str
    left: str
    right: str
    one: bool
    joined: bool


def piles() -> list[Mapping[str, object]]:
    """The lines of the battery."""
    return [json.loads(line) for line in PILES.read_text(encoding="utf-8").splitlines()]


def unmarked(texts: Sequence[str]) -> tuple[list[str], list[Marked]]:
    """The texts as they are read, and the mentions that were marked in them."""
    plain, mentions = [], []
    for number, text in enumerate(texts):
        parts, at, size = [], 0, 0
        for mark in MARK.finditer(text):
            before = text[at : mark.start()]
            start = size + len(before)
            mentions.append(Marked(number, start, start + len(mark[2]), mark[2], mark[1]))
            parts += [before, mark[2]]
            at, size = mark.end(), start + len(mark[2])
        plain.append("".join(parts) + text[at:] + "\n")
    return plain, mentions


def pairs(lines: Iterable[Mapping[str, object]]) -> Iterator[Pair]:
    """Each pair of mentions of each pile."""
    finder = recipe(packs=False).make()
    for number, line in enumerate(lines):
        texts = line["texts"]
        assert isinstance(texts, list)
        plain, mentions = unmarked(texts)
        documents = [document_of(f"p{number}-{at}", text) for at, text in enumerate(plain)]
        findings: dict[str, Finding] = {document.sha256: finder.find(document) for document in documents}
        incident_of = link(documents, findings, NO_PACKS).incident_of
        held = [incidents(one, findings[documents[one.text].sha256].claims, incident_of) for one in mentions]
        for left, right in combinations(range(len(mentions)), 2):
            one = mentions[left].event == mentions[right].event
            both = held[left] | held[right]
            joined = bool(held[left] & held[right]) and (one or len(both) == 1)
            yield Pair(str(line["kind"]), shown(mentions[left], held[left]), shown(mentions[right], held[right]), one, joined)


def incidents(mention: Marked, claims: Sequence[Claim], incident_of: Mapping[str, str]) -> frozenset[str]:
    """The incidents of the claims that fit a mention best."""
    near = [(_likeness(mention, claim), incident_of[claim.id]) for claim in claims if claim.id in incident_of]
    best = max((likeness for likeness, _ in near), default=0.0)
    return frozenset(incident for likeness, incident in near if likeness == best > 0)


def _likeness(mention: Marked, claim: Claim) -> float:
    """The share of what both cover together that both cover."""
    common = min(mention.end, claim.span.end) - max(mention.start, claim.span.start)
    return max(0, common) / (max(mention.end, claim.span.end) - min(mention.start, claim.span.start))


def shown(mention: Marked, held: frozenset[str]) -> str:
    """A mention with its text, its event and, if it stands in any incident, its incident."""
    return f"{mention.text}{mention.event} {mention.words} ({', '.join(sorted(one[:5] for one in held)) or 'none'})"


def measure(shown: bool = False, kind: str = "") -> Measured:
    """All piles; with `shown`, the pairs that are wrong."""
    told = list(pairs(line for line in piles() if kind in str(line["kind"])))
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for one in told:
        by_kind[one.kind].append(one)
    details = [f"{name}: {_figures(some)}" for name, some in by_kind.items()]
    details += [f"all: {_figures(told)}"]
    wrong = [one for one in told if shown and one.one != one.joined]
    details += [f"  {'apart' if one.one else 'JOINED'}: {one.left} | {one.right}  [{one.kind}]" for one in wrong]
    return Measured("\n".join(details), (Row("battery of incidents, pairs of mentions", _figures(told), "", "reported"),))


def _figures(some: Sequence[Pair]) -> str:
    counts = Counter((one.one, one.joined) for one in some)
    right, missed, wrong, kept = (counts[key] for key in ((True, True), (True, False), (False, True), (False, False)))
    recall = figure(right / (right + missed)) if right + missed else "-"
    precision = figure(right / (right + wrong)) if right + wrong else "-"
    return f"recall {recall} of {right + missed}, precision {precision}, {wrong} of {wrong + kept} wrongly together"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true", help="print the pairs that are wrong")
    parser.add_argument("--kind", default="", help="only the piles whose kind holds these words")
    given = parser.parse_args(arguments)
    print(measure(given.shown, given.kind).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
