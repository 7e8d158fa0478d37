"""How many denials are heard, and how many disputes found, in mini piles of one to three texts whose voices differ on something.

    python bench/disputes.py [--shown]

`bench/batteries/disputes.jsonl` was written by a reader who had seen no rule: each line has the texts of a pile about invented people and
places in many styles, the denials in it (whose, and a few words that the claim's words hold), and of each dispute two who are on different
sides. Each pile goes the whole way (find, link, weigh) without packs; all texts are taken to be published on one day. A denial is heard if
a claim of that voice denies and holds the words; a dispute is found if one has the two holders on different sides. A pile without either is
a control, wrong if anything in it is taken for a denial, or if there is any dispute.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from battery import FOLDER, Heard, is_named, outcome
from news import document_of, recipe
from sayso.find.finder import Finder
from sayso.known.packs import NO_PACKS
from sayso.link.linker import link
from sayso.records.claim import Claim
from sayso.records.dispute import Side
from sayso.weigh.weigher import weigh
from shares import figure
from summary import Measured, Row

PUBLISHED = "2031-12-01"


@dataclass(frozen=True, slots=True)
class Pile:
    """What was made of the texts of one line: its claims by id, and of each dispute the names of those on each side."""

    claims: Mapping[str, Claim]
    disputes: Sequence[tuple[str, Sequence[frozenset[str]]]]


def worked_out(number: int, texts: Sequence[str], finder: Finder) -> Pile:
    """The texts of a pile gone through: found, linked and weighed."""
    documents = [document_of(f"p{number}-{which}", f"{text}\n", PUBLISHED) for which, text in enumerate(texts)]
    findings = {document.sha256: finder.find(document) for document in documents}
    claims = {claim.id: claim for finding in findings.values() for claim in finding.claims}
    linking = link(documents, findings, NO_PACKS)
    spelled = {actor.id: {name.text for name in actor.names} | {actor.name} for actor in linking.actors}

    def on(side: Side) -> frozenset[str]:
        voices = [claims[claim].voice for claim in side.claims if claim in claims]
        told = {name for voice in voices for name in (voice.name or "", voice.text)}
        return frozenset(told.union(*(spelled.get(who, {who}) for who in side.holders)))

    weighed = weigh(documents, findings, linking, NO_PACKS)
    return Pile(claims, [(dispute.question, [on(side) for side in dispute.sides]) for dispute in weighed.disputes])


def heard(lines: Sequence[Mapping[str, object]]) -> Iterator[Heard]:
    """What becomes of each denial and each dispute of these piles; a control is right or wrong."""
    finder = recipe(packs=False).make()
    for number, line in enumerate(lines):
        texts, denials, disputes = line["texts"], line["denials"], line["disputes"]
        assert isinstance(texts, list), line
        assert isinstance(denials, list), line
        assert isinstance(disputes, list), line
        kind, told, pile = str(line["kind"]), " // ".join(texts), worked_out(number, texts, finder)
        for denial in denials:
            became = outcome(list(pile.claims.values()), {**denial, "act": "denies"})
            yield Heard(kind, told, f"denial {became}", f"{denial['speaker']}: {denial['has']}")
        for one, other in disputes:
            found = any(_opposed(sides, one, other) for _, sides in pile.disputes)
            yield Heard(kind, told, "dispute found" if found else "dispute missed", f"{one} / {other}")
        if not denials and not disputes:
            wrong = [claim.quote for claim in pile.claims.values() if claim.act == "denies"]
            wrong += [question for question, _ in pile.disputes]
            yield Heard(kind, told, "control wrong" if wrong else "control right", "; ".join(wrong))


def _opposed(sides: Sequence[frozenset[str]], one: str, other: str) -> bool:
    own, against = ([number for number, names in enumerate(sides) if is_named(names, who)] for who in (one, other))
    return any(left != right for left in own for right in against)


def measure(shown: bool = False) -> Measured:
    """The battery as a row; with `shown`, what is missed."""
    lines = [json.loads(line) for line in (FOLDER / "disputes.jsonl").read_text(encoding="utf-8").splitlines()]
    told = list(heard(lines))
    counts = Counter(one.outcome for one in told)
    shares = [_share(counts, "denial", "heard"), _share(counts, "dispute", "found"), _share(counts, "control", "right")]
    row = Row("battery of disputes: denials heard, disputes found", f"{shares[0]}, {shares[1]}; controls {shares[2]}", "", "reported")
    details = [f"disputes: {', '.join(f'{key} {number}' for key, number in sorted(counts.items()))}"]
    missed = (one for one in told if shown and one.outcome not in ("denial heard", "dispute found", "control right"))
    details += [f"  {one.kind}: {one.text} [{one.outcome}] {one.wanted}" for one in missed]
    return Measured("\n".join(details), (row,))


def _share(counts: Mapping[str, int], what: str, right: str) -> str:
    of = sum(number for key, number in counts.items() if key.startswith(what))
    return f"{figure(counts[f'{what} {right}'] / of)} of {of}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true", help="print what is missed")
    print(measure(parser.parse_args(arguments).shown).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
