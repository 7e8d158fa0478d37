"""For whom a person speaks, as far as the texts themselves say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.lang.language import Language
from sayso.link.names import fold
from sayso.records.claim import Claim, Finding
from sayso.records.worked_out import mention_key

SPEAKS_FOR = ("spokesperson_for", "represents", "holds_office", "leads", "deputy_of", "part_of")
"""Ties by which a voice is one of another's voices, the closest first."""
BODIES = frozenset({"person", "government_body", "media"})
"""Who can speak for another: a wing or an affiliate of an armed group speaks for itself."""
NAMELESS = "anonymous"
"""The kind of actors who are only described ("gunmen", "an army spokesman")."""
NO_PARTY = frozenset({"person", "media", NAMELESS})
"""Kinds of those for whom nobody speaks who is only described as a spokesman."""


class Bearer(NamedTuple):
    """A name of a document, as parties are told by: with its key, and as it is compared."""

    key: str
    name: str
    kind: str
    folded: str


def told_parties(named: Sequence[Bearer], claims: Iterable[Claim], language: Language) -> dict[str, str]:
    """For each key of a name that its text ties to another as its voice, the key of that other, who must have a name.

    A voice that is only described is that of whom its words name ("a spokesman for the Front").
    """
    by_name = {one.name: one for one in named}
    by_fold = {one.folded: one for one in sorted(named, key=lambda one: one.name)}
    best: dict[str, tuple[int, int, str]] = {}
    for claim in claims:
        subject, other = claim.slot("subject"), claim.slot("object")
        if claim.kind != "tie" or claim.verb not in SPEAKS_FOR or not (subject and subject.actor and other):
            continue
        left = by_name.get(subject.actor)
        right = by_name.get(other.actor) if other.actor else by_fold.get(fold(other.text))
        if left and right and left != right and left.kind in BODIES and right.kind != NAMELESS:
            offer = (SPEAKS_FOR.index(claim.verb), claim.span.start, right.key)
            best[left.key] = min(best.get(left.key, offer), offer)
    sides = {one.folded: one for one in named if one.kind not in NO_PARTY}
    described = ((one.key, _described_as(one.folded, sides, language)) for one in named if one.kind == NAMELESS)
    return {left: right for left, (_, _, right) in best.items()} | {left: side.key for left, side in described if side is not None}


def parties_in(doc: str, finding: Finding, language: Language) -> dict[str, str]:
    """The same of the names in a document, by its SHA-256, as they were found."""
    first = {mention.name: mention.kind for mention in reversed(finding.mentions)}
    named = [Bearer(mention_key(doc, name), name, kind, fold(name)) for name, kind in first.items()]
    return told_parties(named, finding.claims, language)


def _described_as(folded: str, sides: Mapping[str, Bearer], language: Language) -> Bearer | None:
    """For whom the words "the Front's military spokesman", "spokesman for the Front" tell that somebody speaks; None where they do not."""
    grammar, mouths = language.grammar, language.rules("actors")["mouths"]
    told = [word for word in folded.split() if word not in grammar.definite]
    at = next((n for n, word in enumerate(told) if word in mouths), None)
    if at is None:
        return None
    before, behind = told[:at], told[at + 1 :]
    if behind and behind[0] in grammar.purpose | grammar.belonging:
        runs = [behind[1:end] for end in range(len(behind), 1, -1)]
    else:
        runs = [before[start : start + size] for size in range(len(before), 0, -1) for start in range(len(before) - size + 1)]
    found = (_side(" ".join(run), sides) for run in runs)
    return next((side for side in found if side is not None), None)


def _side(told: str, sides: Mapping[str, Bearer]) -> Bearer | None:
    """The body of this name, or the only one whose name ends with it: "the ministry" of a text that names one."""
    ending = [side for folded, side in sides.items() if folded.endswith(f" {told}")]
    return sides.get(told) or (ending[0] if len(ending) == 1 else None)
