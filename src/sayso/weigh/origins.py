"""On how many legs a claim stands: claims that go back to one statement are one origin, counted as a range."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from sayso.lang.language import Language
from sayso.lang.rebuttals import in_own_words, said_in, words_said
from sayso.records.claim import AUTHOR, Claim
from sayso.records.incident import Origin
from sayso.weigh.houses import house_groups, house_ties, next_to_ties
from sayso.weigh.occasions import occasion_groups, occasion_ties
from sayso.weigh.pile import Pile
from sayso.weigh.restated import restated_groups, restated_ties
from sayso.weigh.retold import retold_groups, retold_ties
from sayso.weigh.reworded import reworded_groups, reworded_ties
from sayso.weigh.stances import DENIES, happened, only_told_of_it
from sayso.weigh.tied import DEED, HERE, STANCE, WORK, Gathered, Tied, in_doc

NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w’'-]*")
"""A word of a name: what a party tells here and there of one incident mostly has the same names in it."""
SHARED = 2
"""Words of content in common by which what a party tells in two documents of one incident is one statement.

In the hand-made ledgers of eight pairs of wars up to 1.9 % of the pairs of different statements came under one origin where none was
asked for; with it 1.2 %, and as many statements are whole.
"""


def ties_between(pile: Pile, marks: Mapping[str, Iterable[str]]) -> list[Tied]:
    """All that makes two claims one origin: copies, one work cited, one voice in one document, one party's stance on one incident.

    `marks` are those of each claim, by its id.
    """
    groups = Gathered(pile, marks)
    works = [*_one_work(pile), *_from_a_work_here(pile)]
    here = [*occasion_ties(pile, groups), *house_ties(pile, groups), *next_to_ties(groups)]
    return [
        *_copies(pile),
        *works,
        *here,
        *_one_stance(pile, groups),
        *_one_deed(groups),
        *retold_ties(pile, groups),
        *restated_ties(pile, groups),
        *reworded_ties(pile, groups),
    ]


def groups_of(pile: Pile, claim: Claim) -> Iterable[str]:
    """The names of all groups inside which a claim can be tied to others. What copies another claim is tied to it beside."""
    for groups in (occasion_groups, house_groups, _stances, _deeds, _told_here, retold_groups, restated_groups, reworded_groups):
        yield from groups(pile, claim)
    yield from (group for group, _ in _works(pile, claim))
    yield from _had_from_here(pile, claim)


def _copies(pile: Pile) -> Iterable[Tied]:
    for claim in pile.claims:
        for other, sure in pile.pointed_at("copy_of", claim).items():
            yield Tied(claim, other, "the same words, or nearly so", sure)


def _one_work(pile: Pile) -> Iterable[Tied]:
    """What authors, or one and the same voice, have from one work, in however many documents; certain where both notes are found.

    Two voices whom one work quotes stay two: that it carries both does not make them say one thing.
    """
    groups: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for claim in pile.claims.values():
        for work, sure in _works(pile, claim):
            groups[work].append((claim.id, sure))
    for group in groups.values():
        first, certain = max(group, key=lambda one: one[1])  # a note that is found, if any: what hangs on a doubtful one is doubtful
        yield from (Tied(other, first, "both cite one work", sure and certain) for other, sure in group if other != first)


def _works(pile: Pile, claim: Claim) -> Iterable[tuple[str, bool]]:
    """A group for each work that a claim cites, and whether that is found rather than inferred."""
    for work, sure in pile.pointed_at("cites", claim.id).items():
        yield f"{WORK} {work} {_who(pile, claim)}", sure


def _from_a_work_here(pile: Pile) -> Iterable[Tied]:
    """What a document has from a work that is itself in the pile, and what stands in that one on the same incident; never certain."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        for group in _told_here(pile, claim):
            told[group].append(claim)
    for claim in pile.claims.values():
        for group in _had_from_here(pile, claim):
            yield from (Tied(claim.id, other.id, "one document cites the other", False) for other in told[group])


def _told_here(pile: Pile, claim: Claim) -> Iterable[str]:
    """The group of what a cited work that is in the pile says on one incident."""
    incident = pile.linking.incident_of.get(claim.id)
    if incident and claim.span.doc in pile.works_here:
        yield f"{HERE} {incident} {in_doc(claim)} {_who(pile, claim)}"


def _had_from_here(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what the works that a claim cites say on its incident, where they are in the pile."""
    incident = pile.linking.incident_of.get(claim.id)
    for doc in sorted({pile.held.get(work, claim.span.doc) for work in pile.pointed_at("cites", claim.id)} - {claim.span.doc}):
        if incident:
            yield f"{HERE} {incident} {doc} {_who(pile, claim)}"


def _who(pile: Pile, claim: Claim) -> str:
    """Who speaks, all authors taken as one: an author who cites a work speaks for nobody else."""
    return AUTHOR if claim.voice.text == AUTHOR else pile.voice(claim)


def _one_stance(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """One party's one position on one incident: told by one report, or denied in several, or told in several with words in common.

    What it tells of one incident here and there in other words are two statements of one party, which counts once all the same.
    """
    for group in groups.of(STANCE):
        by_doc: dict[str, list[Claim]] = defaultdict(list)
        for claim in group:
            by_doc[claim.span.doc].append(claim)
        denying = _denied_in_several(pile, [claim for claim in group if claim.act == "denies"])
        together = [*by_doc.values(), *denying, *_told_alike(pile, by_doc.values())]
        for first, *more in filter(None, together):
            yield from (Tied(claim.id, first.id, "one party's one position on one incident", True) for claim in more)


def _denied_in_several(pile: Pile, denying: Sequence[Claim]) -> Iterable[Sequence[Claim]]:
    """What a party denied, where reports tell of it; what it denies in words of its own is told by none that was written before."""
    own = [claim for claim in denying if in_own_words(claim, pile.language(claim))]
    told = [claim for claim in denying if claim not in own]
    yield told
    for claim in own:
        yield from ([one, claim] for one in [one for one in told if not _written_before(pile, one, claim)][:1])


def _written_before(pile: Pile, claim: Claim, other: Claim) -> bool:
    """Whether the document of a claim is known to have been written before that of another."""
    one, later = (pile.findings[which.span.doc].written for which in (claim, other))
    return one is not None and later is not None and one.last < later.first


def _told_alike(pile: Pile, docs: Iterable[Sequence[Claim]]) -> Iterable[list[Claim]]:
    """Pairs of claims that share words of content, as many as join all documents that such claims join, one after the other."""
    parts: list[list[Sequence[Claim]]] = []
    for own in docs:
        met: list[Sequence[Claim]] = [own]
        rest: list[list[Sequence[Claim]]] = []
        for part in parts:
            if pair := next((found for other in part if (found := _alike(pile, own, other))), []):
                met += part
                yield pair
            else:
                rest.append(part)
        parts = [*rest, met]


def _alike(pile: Pile, left: Sequence[Claim], right: Sequence[Claim]) -> list[Claim]:
    """A claim of each of two documents that share words of content, if there are such."""
    told = ([(claim, _content(pile.language(claim), said_in(claim))) for claim in own] for own in (left, right))
    return next(([one, other] for (one, own), (other, others) in product(*told) if len(own & others) >= SHARED), [])


@lru_cache(maxsize=1 << 14)  # what stands in one document is held against that of all others
def _content(language: Language, said: str) -> frozenset[str]:
    """The beginnings of the words of content of what is said, names aside."""
    return words_said(language, NAME.sub("", said))


def _stances(pile: Pile, claim: Claim) -> Iterable[str]:
    incident = pile.linking.incident_of.get(claim.id)
    if incident is None or only_told_of_it(pile, claim):
        return
    stance = "denies" if claim.act == "denies" or happened(pile, claim) == DENIES else "tells"
    yield f"{STANCE} {incident} {stance} {pile.party(pile.voice(claim))}"


def _one_deed(groups: Gathered) -> Iterable[Tied]:
    """One camp's taking responsibility for one incident, in whosever name and through whichever mouthpiece."""
    for group in groups.of(DEED):
        yield from (Tied(claim.id, group[0].id, "one camp's claim of responsibility for one incident", False) for claim in group[1:])


def _deeds(pile: Pile, claim: Claim) -> Iterable[str]:
    incident = pile.linking.incident_of.get(claim.id)
    if incident and claim.act == "claims_responsibility":
        yield f"{DEED} {incident} {pile.camp(pile.voice(claim))}"


def origins_of(pile: Pile, tied: Sequence[Tied]) -> list[Origin]:
    """Every claim in one origin, in the order of the pile."""
    home = folded(pile.claims, tied)
    groups: dict[str, list[str]] = defaultdict(list)
    for claim in pile.claims:
        groups[home[claim]].append(claim)
    inside: dict[str, list[Tied]] = defaultdict(list)
    for tie in tied:
        if tie.left in home:
            inside[home[tie.left]].append(tie)
    return [_origin(pile, members, inside[first]) for first, members in groups.items()]


def folded(claims: Iterable[str], tied: Iterable[Tied]) -> dict[str, str]:
    """For each claim the claim under which it is folded: the first, in the order given, of all that go back to one statement with it."""
    home = {claim: claim for claim in claims}

    def top(claim: str) -> str:
        while home[claim] != claim:
            home[claim] = home[home[claim]]
            claim = home[claim]
        return claim

    for tie in tied:
        if tie.left in home and tie.right in home:
            left, right = top(tie.left), top(tie.right)
            home[left] = right
    first: dict[str, str] = {}
    return {claim: first.setdefault(top(claim), claim) for claim in home}


def origin_id(first: str) -> str:
    """The id of the origin under whose first claim all others are folded."""
    return "o-" + hashlib.sha256(first.encode()).hexdigest()[:12]


def _origin(pile: Pile, members: Sequence[str], inside: Sequence[Tied]) -> Origin:
    first = pile.claims[members[0]]
    reasons = sorted({tie.reason for tie in inside})
    return Origin(
        origin_id(members[0]), pile.voice(first), tuple(members), "; ".join(reasons) or "told once", all(tie.certain for tie in inside)
    )


@dataclass(frozen=True, slots=True)
class Folds:
    """For each claim the claim under which it is folded: in `near` by all ties, in `far` only by certain ones."""

    near: Mapping[str, str]
    far: Mapping[str, str]


def folds_of(pile: Pile, tied: Sequence[Tied]) -> Folds:
    """Both ways of folding the claims of a pile."""
    return Folds(folded(pile.claims, tied), folded(pile.claims, [tie for tie in tied if tie.certain]))
