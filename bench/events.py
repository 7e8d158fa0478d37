"""How many of the ways in which English reports tell of events are heard: short texts written for that, by family of event.

    python bench/events.py [--shown]

`bench/batteries/events.jsonl` was written by a reader who had seen no rule: each line has a text of one or two sentences about invented
people and places and the event that is to be found in it: its type (`or`: others that a reader might as well have chosen), who did it,
whom or what it hit, and a few of its words. It is heard if a claim of an event holds those words and has that type, or one of a family
with it; its doer and its target are right if a slot of the claim shares a word with what is wanted. A text without an event is a control,
and wrong if an event is found in it. Each text is gone through alone and without packs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from battery import FOLDER, battery
from news import document_of, recipe
from sayso.records.claim import Claim
from sayso.records.vocabulary import vocabulary
from shares import figure
from summary import Measured, Row

FILE = FOLDER / "events.jsonl"
DOERS = ("agent", "instrument")
STRUCK = ("target", "victim", "place", "landed", "toward", "killed", "injured", "captured", "agent")
"""Slots that may hold what was hit; of two sides that fight, either may be the doer."""


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one text: "heard", "another type" or "unheard" for an event, "right" or "wrong" for a control."""

    kind: str
    text: str
    outcome: str
    found: str
    doer: bool | None = None
    target: bool | None = None


def told(lines: Sequence[Mapping[str, object]]) -> Iterator[Told]:
    """What becomes of each text."""
    finder = recipe(packs=False).make()
    for number, line in enumerate(lines):
        text, kind, event = str(line["text"]), str(line["kind"]), line["event"]
        claims = [claim for claim in finder.find(document_of(f"t{number}", f"{text}\n")).claims if claim.kind == "event"]
        verbs = ", ".join(claim.verb for claim in claims)
        if not isinstance(event, Mapping):
            yield Told(kind, text, "wrong" if claims else "right", verbs)
        else:
            yield _outcome(kind, text, claims, event)


def _outcome(kind: str, text: str, claims: Sequence[Claim], event: Mapping[str, object]) -> Told:
    others = event.get("or", [])
    assert isinstance(others, list)
    types = near([str(event["type"]), *map(str, others)])
    here = [claim for claim in claims if str(event["has"]).lower() in claim.quote.lower()]
    best = [claim for claim in here if claim.verb in types]
    shown = "; ".join(f"{claim.verb} {[(slot.name, slot.text) for slot in claim.slots]}" for claim in best or here)
    if not best:
        return Told(kind, text, "another type" if here else "unheard", shown)
    sides = [_filled(best, event.get(key), names) for key, names in (("by", DOERS), ("target", STRUCK))]
    return Told(kind, text, "heard", shown, *sides)


def near(types: Sequence[str]) -> set[str]:
    """These types and those of a family with one of them."""
    return {*types, *(other for family in vocabulary().families.values() if set(family.types) & set(types) for other in family.types)}


def _filled(claims: Sequence[Claim], wanted: object, names: Sequence[str]) -> bool | None:
    if not wanted:
        return None
    words = {word for word in str(wanted).lower().split() if len(word) > 2}
    return any(slot.name in names and words & set(slot.text.lower().split()) for claim in claims for slot in claim.slots)


def measure(shown: bool = False) -> Measured:
    """The battery's figures; with `shown`, what was not heard or is wrong."""
    outcomes = list(told(battery(FILE)))
    counts = Counter(one.outcome for one in outcomes)
    events = sum(counts[key] for key in ("heard", "another type", "unheard"))
    controls = counts["right"] + counts["wrong"]
    doers, targets = ([side for one in outcomes if (side := getattr(one, key)) is not None] for key in ("doer", "target"))
    share = (
        f"{figure(counts['heard'] / events)} of {events}; of the heard, doer {figure(sum(doers) / len(doers))} of {len(doers)}, "
        f"target {figure(sum(targets) / len(targets))} of {len(targets)}; controls {figure(counts['right'] / controls)} of {controls}"
    )
    lines = [f"events: {share}; another type {counts['another type']}, unheard {counts['unheard']}"]
    lines += [
        f"  {one.outcome} | {one.kind}: {one.text} [{one.found}]" for one in outcomes if shown and one.outcome not in ("heard", "right")
    ]
    for key in ("doer", "target") if shown else ():
        lines += [f"  no {key} | {one.kind}: {one.text} [{one.found}]" for one in outcomes if getattr(one, key) is False]
    return Measured("\n".join(lines), (Row("battery of events, heard", share, "", "reported"),))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true", help="print what was not heard, and controls that are wrong")
    print(measure(parser.parse_args(arguments).shown).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
