"""How many of the ways in which English attributes what is said are heard: short texts written for that, by kind of construction.

    python bench/battery.py [--shown]

`bench/batteries/acts.jsonl` and `attributions.jsonl` were written by readers who had seen no rule: each line has a text of one to three
sentences about invented people and places, and the claims to be found in it: whose, with which act, and a few words that its words hold. A
claim is heard if its first voice and its act are those (asserts, assesses, accuses, relays and concedes are taken for one); a text without
claims is a control, and wrong if somebody else than its author is given words in it. Names stand without any text around them, so that the
parser knows fewer of them than in a report.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from news import document_of, recipe
from sayso.records.claim import Claim
from shares import figure
from summary import Measured, Row

FOLDER = Path(__file__).parent / "batteries"
BATTERIES = ("acts", "attributions")
"""The batteries of what is said; those of events, of incidents and of disputes have scripts of their own."""
APART = frozenset({"denies", "claims_responsibility", "pledges", "predicts", "threatens", "demands", "declines_comment"})
"""The acts that are told apart; all others are one."""
AUTHOR = "(author)"


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of one claim to be found, or of one control: "heard", "another act", "another voice", "right" or "wrong"."""

    kind: str
    text: str
    outcome: str
    wanted: str = ""


def battery(path: Path) -> list[Mapping[str, object]]:
    """The lines of a battery."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def heard(lines: Sequence[Mapping[str, object]]) -> Iterator[Heard]:
    """What becomes of each claim of these texts, each gone through alone and without packs."""
    finder = recipe(packs=False).make()
    for number, line in enumerate(lines):
        text, kind, wanted = str(line["text"]), str(line["kind"]), line["claims"]
        assert isinstance(wanted, list)
        found = finder.find(document_of(f"t{number}", f"{text}\n")).claims
        for claim in wanted:
            yield Heard(kind, text, outcome(found, claim), f"{claim['speaker']}: {claim['act']}")
        if not wanted:
            yield Heard(kind, text, "wrong" if any(AUTHOR not in _names(claim) for claim in found) else "right")


def outcome(found: Sequence[Claim], wanted: Mapping[str, str]) -> str:
    """What became of a claim to be found."""
    near = [claim for claim in found if _folded(wanted["has"]) in _folded(claim.quote)]
    his = [claim for claim in near if _is_his(claim, _folded(wanted["speaker"]))]
    if any(_act(claim.act) == _act(wanted["act"]) for claim in his):
        return "heard"
    return "another act" if his else "another voice"


def _is_his(claim: Claim, speaker: str) -> bool:
    return AUTHOR not in _names(claim) and is_named(_names(claim), speaker)


def is_named(names: Iterable[str], wanted: str) -> bool:
    """Whether one of these names is the one that is wanted, or a part of it, or holds it."""
    wanted = _folded(wanted)
    return any(name and (wanted in name or name in wanted) for name in map(_folded, names))


def _names(claim: Claim) -> tuple[str, str]:
    return claim.voice.name or "", claim.voice.text


def _act(act: str) -> str:
    return act if act in APART else ""


def _folded(words: str) -> str:
    return " ".join(word for word in words.lower().split() if word != "the")


def measure(shown: bool = False) -> Measured:
    """All batteries, a row each; with `shown`, what was not heard."""
    rows, details = [], []
    for path in (FOLDER / f"{name}.jsonl" for name in BATTERIES):
        told = list(heard(battery(path)))
        counts = Counter(one.outcome for one in told)
        claims, controls = (sum(counts[key] for key in keys) for keys in (("heard", "another act", "another voice"), ("right", "wrong")))
        share = f"{figure(counts['heard'] / claims)} of {claims}; controls {figure(counts['right'] / controls)} of {controls}"
        rows.append(Row(f"battery of {path.stem}, heard", share, "", "reported"))
        details += [f"{path.stem}: {', '.join(f'{key} {number}' for key, number in counts.most_common())}"]
        details += [
            f"  {one.kind}: {one.text} [{one.outcome}] {one.wanted}" for one in told if shown and one.outcome not in ("heard", "right")
        ]
    return Measured("\n".join(details), tuple(rows))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true", help="print what was not heard")
    print(measure(parser.parse_args(arguments).shown).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
