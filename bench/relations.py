"""Relations between actors and places in reports on Syria and Iraq (re3d): precision, recall and F1 by type.

    python bench/relations.py [--data ../shared/bench] [--misses FILE]

Our ties, found without packs, are read as the set's types by the table MEANS; a second row adds the agent and target of violent incidents
(FightingAgainst) and of meetings (CommWith), which in Sayso are events and not ties. A relation is right if type and both ends agree; ends
agree if they share half of the shorter one, and types without direction may be turned round (what the set marks both ways counts once).
Relations that the crowd rejected (confidence below a half) count neither way. The set does not say how complete its relations are, so
precision is a lower bound. `--misses` writes what is lost, with words of the texts: keep that out of the repository.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from news import document_of, recipe, rows
from sayso.records.claim import Claim
from sayso.records.vocabulary import vocabulary
from shares import Score
from spans import Range, matched, shared
from summary import Measured, Row

OFFICE = "holds_office"
MEANS = {
    "FightingAgainst": ("hostile_to", "seeks_to_overthrow"),
    "AlliesOf": ("allied_with", "supports", "pledged_allegiance_to", "agreement_with", "funds", "supplies", "shares_intelligence_with"),
    "IsSynonymOf": ("alias_of", "renamed_from"),
    "BelongsTo": ("member_of", "former_member_of", "part_of", "wing_of", "affiliate_of", "spokesperson_for", "represents", "deputy_of"),
    "InChargeOf": ("leads", "holds_office", "controls"),
    "CommWith": ("maintains_contact_with",),
    "CoLocated": ("located_in", "operates_in", "military_presence_in"),
    "Likes": ("recognises",),
    "Dislikes": ("does_not_recognise", "designated_terrorist_by", "threatens"),
}
"""The set's types, and the predicates of ours that say the same. HasAttrOf and Apart have no counterpart among ours."""
TURNED = {"commanded_by": "InChargeOf", "founded_by": "InChargeOf"}
"""Predicates whose object is the set's source."""
NO_DIRECTION = frozenset({"CommWith", "IsSynonymOf", "AlliesOf", "FightingAgainst", "CoLocated", "Apart"})
TYPE_OF = {predicate: kind for kind, predicates in MEANS.items() for predicate in predicates}
SURE = 0.5
"""Confidence from which a relation is gold (the set's README)."""
ENDS = 0.5
"""Share of the shorter end that two ends must have in common."""
VIOLENT = frozenset({"fire", "blast", "fighting", "poison"})
"""Families of incident types whose agent fights their target."""


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    source: Range
    target: Range

    def turned(self) -> Relation:
        return Relation(self.kind, self.target, self.source)


def gold_of(row: Mapping[str, Any]) -> tuple[list[Relation], list[Relation]]:
    """The relations of a document, each once, and those that the crowd rejected."""
    sure: dict[Relation, None] = {}
    rejected: list[Relation] = []
    for one in row["relations"]:
        ends = [(one[end]["start"], one[end]["end"]) for end in ("source", "target")]
        relation = Relation(one["type"], *(sorted(ends) if one["type"] in NO_DIRECTION else ends))
        if one["confidence"] >= SURE:
            sure[relation] = None
        else:
            rejected.append(relation)
    return list(sure), rejected


def of_ties(claims: Sequence[Claim]) -> Iterator[Relation]:
    """The relations that our ties tell of."""
    for claim in claims:
        subject, target = claim.slot("subject"), claim.slot("object")
        if claim.kind != "tie" or claim.polarity != "affirms" or subject is None or target is None:
            continue
        if claim.verb == OFFICE and target.actor is None and target.place is None:
            continue  # "Foreign Secretary Otto Brand": an office told by its words is not one of two
        ends = (subject.span.start, subject.span.end), (target.span.start, target.span.end)
        if claim.verb in TYPE_OF:
            yield Relation(TYPE_OF[claim.verb], *ends)
        elif claim.verb in TURNED:
            yield Relation(TURNED[claim.verb], *ends).turned()


def of_events(claims: Sequence[Claim]) -> Iterator[Relation]:
    """The relations between those who do something and those to whom it is done."""
    types = vocabulary().incident_types
    for claim in claims:
        if claim.kind != "event" or claim.polarity != "affirms":
            continue
        violent = bool(VIOLENT & set(types[claim.verb].families))
        if violent or claim.verb == "diplomatic_contact":
            agents = [slot.span for slot in claim.slots if slot.name == "agent"]
            for other in (slot.span for slot in claim.slots if slot.name in ("target", "victim")):
                for agent in agents:
                    ends = (agent.start, agent.end), (other.start, other.end)
                    yield Relation("FightingAgainst" if violent else "CommWith", *ends)


def agree(one: Relation, other: Relation) -> float:
    """How well two relations agree: 0 where they do not."""
    if one.kind != other.kind:
        return 0.0
    straight = min(_ends(one.source, other.source), _ends(one.target, other.target))
    turned = min(_ends(one.source, other.target), _ends(one.target, other.source)) if one.kind in NO_DIRECTION else 0.0
    return max(straight, turned)


def _ends(one: Range, other: Range) -> float:
    part = shared(one, other) / max(1, min(one[1] - one[0], other[1] - other[0]))
    return part if part >= ENDS else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: its relations, those found, and which of them agree."""

    text: str
    gold: list[Relation]
    found: list[Relation]
    pairs: list[tuple[int, int]]


def outcome(row: Mapping[str, Any], found: Sequence[Relation]) -> Outcome:
    gold, rejected = gold_of(row)
    once = list(dict.fromkeys(found))
    pairs = matched(gold, once, agree)
    right = {j for _, j in pairs}
    kept = [j for j, one in enumerate(once) if j in right or not any(agree(no, one) for no in rejected)]
    return Outcome(row["text"], gold, [once[j] for j in kept], [(i, kept.index(j)) for i, j in pairs])


def scores(outcomes: Sequence[Outcome]) -> dict[str, Score]:
    """The score of each type, and of all."""
    result: dict[str, Score] = {"all": Score()}
    for one in outcomes:
        right = Counter(one.gold[i].kind for i, _ in one.pairs)
        gold, found = Counter(relation.kind for relation in one.gold), Counter(relation.kind for relation in one.found)
        for kind in {*gold, *found}:
            result.setdefault(kind, Score()).add(right[kind], found[kind], gold[kind])
            result["all"].add(right[kind], found[kind], gold[kind])
    return result


def table(ties: Sequence[Outcome], both: Sequence[Outcome]) -> str:
    first, second = scores(ties), scores(both)
    lines = [f"re3d, {len(ties)} documents, {first['all'].gold:.0f} relations. F1 (precision, recall), right of found.", ""]
    lines += ["| type | gold | ties | | ties and events | |", "| --- " * 6 + "|"]
    for kind in sorted(second, key=lambda kind: -second[kind].gold):
        one, other = first.get(kind, Score(0, 0, second[kind].gold)), second[kind]
        counts = (f"{score.right:.0f} of {score.found:.0f}" for score in (one, other))
        lines.append(f"| {kind} | {other.gold:.0f} | {one} | {next(counts)} | {other} | {next(counts)} |")
    return "\n".join(lines)


def misses(outcomes: Sequence[Outcome]) -> str:
    """What is missed and what is too much, with words of the texts."""
    lines = []
    for one in outcomes:
        lefts, rights = {i for i, _ in one.pairs}, {j for _, j in one.pairs}
        lost = [("MISSED", one.gold[i]) for i in range(len(one.gold)) if i not in lefts]
        lost += [("EXTRA", one.found[j]) for j in range(len(one.found)) if j not in rights]
        for what, relation in sorted(lost, key=lambda pair: (pair[1].source, pair[0])):
            low, high = min(relation.source[0], relation.target[0]), max(relation.source[1], relation.target[1])
            ends = f"{one.text[slice(*relation.source)]} -> {one.text[slice(*relation.target)]}"
            lines.append(f"{what} {relation.kind}: {ends} | {one.text[low:high][:200]}".replace("\n", " "))
    return "\n".join(sorted(lines))


def measure(data: Path, shown: Path | None = None) -> Measured:
    """Ours on all documents; what is lost goes to the file `shown`, with words of the texts."""
    finder, documents = recipe(packs=False).make(), rows(data / "re3d" / "documents.jsonl")
    claims = [finder.find(document_of(row["docid"], row["text"])).claims for row in documents]
    ties = [outcome(row, list(of_ties(found))) for row, found in zip(documents, claims, strict=True)]
    both = [outcome(row, [*of_ties(found), *of_events(found)]) for row, found in zip(documents, claims, strict=True)]
    if shown:
        shown.write_text(misses(both), encoding="utf-8")
    named = scores(both)
    kinds = ("all", "FightingAgainst", "AlliesOf", "IsSynonymOf", "BelongsTo", "InChargeOf")
    found = (Row(f"re3d, {named[kind].gold:.0f} relations {kind}, F1", str(named[kind])) for kind in kinds if kind in named)
    return Measured(table(ties, both), tuple(found))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--misses", type=Path)
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.misses).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
