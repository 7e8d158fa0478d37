"""Renamings, splinters and mergers of armed groups: recall on sentences made from the UCDP actor table, with look-alikes as controls.

    python bench/splinters.py [--data ../shared/bench] [--misses]

Each row that names a former name, a group split from or a group joined is told in several sentences (SAID, our own wording), each a
document by itself, read without packs. A relation is found if a tie of a fitting predicate stands between the two names in the right
direction; for other names of one group it is also asked whether linking makes the two one actor, for splinters whether it keeps them two.
Controls say something else of the same two groups, or of a group and the one of another family whose name looks most like it; there an
affirmed tie of identity is false, and so is one actor. The table's names are often long and foreign; the parser stumbles over some.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from rapidfuzz import fuzz, process

from news import document_of, recipe, rows
from sayso.find.finder import Finder
from sayso.known.packs import NO_PACKS
from sayso.link.linker import link
from sayso.link.names import fold
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document, Span
from sayso.records.worked_out import mention_key
from shares import share
from spans import Range
from summary import Measured, Row

NAMES = frozenset({"alias_of", "renamed_from"})
SPLITS = frozenset({"splinter_of", "offshoot_of"})
MERGERS = frozenset({"merged_into", "part_of", "member_of"})
IDENTITY = NAMES | {"splinter_of", "offshoot_of", "merged_into", "succeeded_by"}
GOVERNMENT = 4
SAID: Mapping[str, tuple[str, ...]] = {
    "renamed": (
        "{old} changed its name to {new} in 2004.",
        "In 2004 {old} renamed itself {new}.",
        "{new}, formerly known as {old}, attacked a police post on Monday.",
        "{old} was renamed {new} after a meeting of its commanders.",
    ),
    "also called": (
        "{new}, also known as {bare}, attacked a police post on Monday.",
        "{new} ({bare}) attacked a police post on Monday.",
    ),
    "splinter": (
        "{new} broke away from {old} in 1998.",
        "{new} is a splinter group of {old}.",
        "{new}, which split from {old} after a quarrel over talks, attacked a police post on Monday.",
        "In 1998 a faction left {old} and founded {new}.",
    ),
    "joined": (
        "{new} merged with {old} in 2004.",
        "In 2004 {new} joined {old}.",
        "Fighters said that {new} had become part of {old}.",
    ),
    "something else": (
        "{new} and {old} held talks in a border town on Monday.",
        "{new} denied that it had broken away from {old}.",
        "Fighters of {new} attacked a base of {old} in 2004.",
    ),
    "look-alike": (
        "{new} and {old} both signed the ceasefire in 2004.",
        "{new} attacked a camp of {old} on Monday.",
        "{new} has nothing to do with {old}, an official said.",
    ),
}
"""What is said of two names, by what it tells. "old" is the former name, the group split from, the group joined, or the
other group; "bare" is the same without an article."""
WANTED = {"renamed": NAMES, "also called": NAMES, "splinter": SPLITS, "joined": MERGERS}
ONE = frozenset({"renamed", "also called"})
"""What makes two names one actor; all else keeps them two."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two names and what is said of them."""

    told: str
    new: str
    old: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of one sentence: whether the tie wanted was found, an identity affirmed, and the two made one actor."""

    case: Case
    pattern: str
    sentence: str
    tie: bool
    identity: bool
    one: bool
    both_named: bool


def name_of(row: Mapping[str, Any]) -> str | None:
    """The name that a row is told by: the full one in English, or the table's; None for lists of names."""
    name = row["full_name_english"] or row["name"]
    return str(name) if name and "," not in name else None


def cases(data: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    """All that the table tells of groups that are no governments, and the controls; two groups of one name are passed over."""
    groups = [row for row in data if row["organisation_level"] != GOVERNMENT and name_of(row)]
    by_id = {row["actor_id"]: row for row in groups}
    names = {str(name_of(row)): row["family"] for row in groups}
    for row in groups:
        name, later = str(name_of(row)), row["new_full_name_english"]
        if row["renamed"] and later and "," not in later and later != name:
            yield Case("renamed", later, name)
        if row["name"] != name and "," not in row["name"]:
            yield Case("also called", name, row["name"])
        for key, told in (("splinter_of", "splinter"), ("temporary_split_of", "splinter"), ("joined", "joined")):
            for other in (row[key] or {"actor_ids": ()})["actor_ids"]:
                if other in by_id and fold(str(name_of(by_id[other]))) != fold(name):
                    yield Case(told, name, str(name_of(by_id[other])))
                    if told == "splinter":
                        yield Case("something else", name, str(name_of(by_id[other])))
                        yield Case("look-alike", name, _most_alike(name, names))


def _most_alike(name: str, names: Mapping[str, int]) -> str:
    others = [other for other, family in names.items() if family != names[name] and fold(other) != fold(name)]
    return str(process.extractOne(name, others, scorer=fuzz.ratio)[0])


def told_in(case: Case, pattern: str) -> tuple[str, dict[str, Range]]:
    """The sentence, and where the two names stand in it."""
    sentence, places = "", {}
    for words, slot, _, _ in Formatter().parse(pattern):
        sentence += words
        if slot:
            name = case.new if slot == "new" else case.old
            sentence += name if slot == "bare" else _with_article(name)
            places["new" if slot == "new" else "old"] = (len(sentence) - len(name), len(sentence))
    return sentence[0].upper() + sentence[1:], places


def reading(case: Case, pattern: str, finder: Finder) -> Reading:
    """One sentence found in and linked by itself."""
    sentence, places = told_in(case, pattern)
    document = document_of(hashlib.sha256(sentence.encode()).hexdigest()[:10], sentence)
    finding = finder.find(document)
    at = {name: Span(document.sha256, *place) for name, place in places.items()}
    claims = [claim for claim in finding.claims if claim.kind == "tie" and claim.polarity == "affirms"]
    found = any(_between(claim, at["new"], at["old"], claim.verb in NAMES) for claim in claims if claim.verb in WANTED.get(case.told, ()))
    identity = any(_between(claim, at["new"], at["old"], True) for claim in claims if claim.verb in IDENTITY)
    actors = {name: _actors(document, finding, span) for name, span in at.items()}
    one, both_named = bool(actors["new"] & actors["old"]), bool(actors["new"] and actors["old"])
    return Reading(case, pattern, sentence, found, identity, one, both_named)


def _with_article(name: str) -> str:
    """A name as it stands in a sentence: longer ones that look English take an article."""
    first = name.split()[0]
    return name if len(name.split()) < 2 or first.lower() in ("the", "al") or "-" in first or name.isupper() else f"the {name}"


def _between(claim: Claim, new: Span, old: Span, either: bool) -> bool:
    subject, target = claim.slot("subject"), claim.slot("object")
    if subject is None or target is None:
        return False
    straight = bool(subject.span.shared(new) and target.span.shared(old))
    return straight or (either and bool(subject.span.shared(old) and target.span.shared(new)))


def _actors(document: Document, finding: Finding, span: Span) -> set[str]:
    """The actors whose mentions stand in a name."""
    actor_of = link([document], {document.sha256: finding}, NO_PACKS).actor_of
    keys = {mention_key(document.sha256, mention.name) for mention in finding.mentions if mention.span.shared(span) * 2 >= span.size}
    return {actor_of[key] for key in keys if key in actor_of}


def table(readings: Sequence[Reading]) -> str:
    """Recall of what is told, and what the controls are wrongly taken for."""
    lines = ["| told | sentences | tie found | made one actor (false: of those where both names were seen) |", "| --- | --- | --- | --- |"]
    for told in SAID:
        some = [one for one in readings if one.case.told == told]
        if told in WANTED:
            found = share(sum(one.tie for one in some), len(some))
        else:
            found = f"false ties of identity: {share(sum(one.identity for one in some), len(some))}"
        seen = some if told in ONE else [one for one in some if one.both_named]
        wish = "right" if told in ONE else "false"
        lines.append(f"| {told} | {len(some)} | {found} | {wish}: {share(sum(one.one for one in seen), len(seen))} |")
    lines += ["", "Recall by wording:", ""]
    for told in WANTED:
        for pattern in SAID[told]:
            some = [one for one in readings if one.case.told == told and one.pattern == pattern]
            lines.append(f"- {pattern} {share(sum(one.tie for one in some), len(some))}")
    return "\n".join(lines)


def summary(readings: Sequence[Reading]) -> tuple[Row, ...]:
    """The rows of the one table."""
    result = []
    for told in SAID:
        some = [one for one in readings if one.case.told == told]
        seen = [one for one in some if one.both_named]
        if told in WANTED:
            result.append(Row(f"UCDP actors, {told}: ties found", share(sum(one.tie for one in some), len(some)), "", "reported"))
        else:
            result.append(Row(f"UCDP actors, control, {told}: made one actor", share(sum(one.one for one in seen), len(seen)), "", "none"))
    return tuple(result)


def measure(data: Path, shown: bool = False) -> Measured:
    """Ours on all sentences made from the table; with `shown`, those that went wrong."""
    finder = recipe(packs=False).make()
    told = list(dict.fromkeys(cases(rows(data / "splinters" / "actors.jsonl"))))
    readings = [reading(case, pattern, finder) for case in told for pattern in SAID[case.told]]
    wrong = [one for one in readings if (not one.tie if one.case.told in WANTED else one.identity or one.one)]
    lines = [table(readings), *(f"{one.case.told}: {one.sentence}" for one in wrong if shown)]
    return Measured("\n".join(lines), summary(readings))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--misses", action="store_true", help="print the sentences that went wrong")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.misses).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
