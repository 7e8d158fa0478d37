"""Folds again what a change ties together otherwise: whole origins at a time, so that nothing outside of them is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from sayso.records.incident import Origin
from sayso.weigh.beside import Marked
from sayso.weigh.kept import CLAIMS
from sayso.weigh.origins import Folds, folded, folds_of, origin_id, origins_of, ties_between
from sayso.weigh.part import Part
from sayso.weigh.surroundings import Setting
from sayso.weigh.tied import GROUPS, IN_ORDER, Tied
from sayso.weigh.touched import Touched


@dataclass(frozen=True, slots=True)
class Refolded:
    """The claims folded again, the ids of their origins before, the origins now, and the incidents in which claims fold otherwise."""

    claims: frozenset[str]
    before: frozenset[str]
    origins: tuple[Origin, ...]
    incidents: frozenset[str]


def refold(part: Part, touched: Touched, otherwise: Collection[str], marked: Marked) -> Refolded:
    """Folds the origins of the claims that are `otherwise` or gone, and those in which others are tied otherwise now.

    All others stay as they are: inside each the ties are the same, and none leads out of it. So do those of claims of which only the
    incident is called otherwise, or what they deny is another one, if these are tied as before. The settings in the part tell of the
    new folds afterwards.
    """
    changed = {*otherwise, *touched.gone}
    met = _met(part, touched, changed, marked)
    moved = _only_moved(part, otherwise) if met.known else set[str]()
    for claim in moved:
        part.settings[claim] = msgspec.structs.replace(part.settings[claim], near=part.old[claim].near, far=part.old[claim].far)
    if met.known and len(moved) == len(otherwise) and (less := _with_one_less(part, touched.gone, met)):
        return less
    moved = {claim for claim in moved if part.settings[claim].copies == part.old[claim].copies}  # a copy is tied without a group
    near = (changed - moved) | met.ends
    part.recall(near - touched.here)
    first = {part.old[claim].near for claim in near if claim in part.old}
    before: Collection[Origin] = part.kept.weighed("origins", sorted(map(origin_id, first)))
    claims = {*(set(otherwise) - moved), *(claim for origin in before for claim in origin.claims)} - touched.gone
    between = _between(marked, claims)
    around = part.pile(claims | between)
    every = ties_between(around, marked.of(around.claims))
    here, tied = around.only(claims), [tie for tie in every if between.isdisjoint((tie.left, tie.right))]
    folds = folds_of(here, tied)
    for claim in claims:
        part.settings[claim] = msgspec.structs.replace(part.settings[claim], near=folds.near[claim], far=folds.far[claim])
    return Refolded(
        frozenset(claims),
        frozenset(origin.id for origin in before),
        tuple(origins_of(here, tied)),
        frozenset(_folding_otherwise(part, claims)),
    )


@dataclass(frozen=True, slots=True)
class _Met:
    """The ties near changed claims: those that go, those that come and all that there are now; and the claims that may be tied otherwise.

    Where actors or works are others than before it is not `known` which ties there were.
    """

    ends: frozenset[str]
    gone: frozenset[Tied] = frozenset()
    come: frozenset[Tied] = frozenset()
    now: tuple[Tied, ...] = ()
    known: bool = True


def _met(part: Part, touched: Touched, changed: Collection[str], marked: Marked) -> _Met:
    """The ties that come or go with these claims: all of them lie inside the groups that these are or were in."""
    was = {claim: part.before[claim].marks for claim in changed if claim in part.before}
    groups = {
        mark for marks in (*was.values(), *marked.of(set(changed) - touched.gone).values()) for mark in marks if mark.startswith(GROUPS)
    }
    bearing = {claim for several in part.kept.marked(CLAIMS, sorted(groups)).values() for claim in several}
    if touched.actors or touched.works:
        copied = {other for claim in changed if claim in part.settings for other in part.settings[claim].copies}
        return _Met(frozenset(bearing | copied), known=False)
    inside = marked.of(bearing - set(changed))
    before, now = part.pile_before(bearing), part.pile((inside.keys() | set(changed)) - touched.gone)
    old, new = ties_between(before, _among(groups, inside | was)), ties_between(now, _among(groups, inside | marked.of(now.claims)))
    gone, come = frozenset(old) - frozenset(new), frozenset(new) - frozenset(old)
    return _Met(frozenset(end for tie in gone | come for end in (tie.left, tie.right)), gone, come, tuple(new))


def _only_moved(part: Part, claims: Collection[str]) -> set[str]:
    """Those of these claims that stand as before, but for what they copy and deny, and for their incident if that is called so only now.

    In one that was there before they would be told beside others that are folded under names of before.
    """
    found = [claim for claim in claims if claim in part.old and _stands_but_for_links(part.old[claim], part.settings[claim])]
    entered = {claim: now for claim in found if (now := part.settings[claim].incident) and now != part.old[claim].incident}
    known = {incident.id for incident in part.kept.weighed("incidents", sorted(set(entered.values())))}
    return {claim for claim in found if entered.get(claim) not in known}


def _stands_but_for_links(was: Setting, now: Setting) -> bool:
    beside = {name: getattr(now, name) for name in ("incident", "copies", "denies", "near", "far")}
    return msgspec.structs.replace(was, **beside) == now


def _with_one_less(part: Part, gone: Collection[str], met: _Met) -> Refolded | None:
    """What folding comes to where an origin only loses a claim; None if it may fall apart, bear another name or be told for other reasons.

    It holds together without the claim if all that were tied to it, or are tied otherwise, are tied among themselves.
    """
    (claim,) = gone if len(gone) == 1 else ("",)
    was = part.old.get(claim)
    part.recall(met.ends)
    if was is None or was.near == claim or not met.gone or any(part.old[end].near != was.near for end in met.ends):
        return None
    surely = {end for tie in met.gone | met.come if tie.certain for end in (tie.left, tie.right)}
    if claim in surely and was.far == claim:
        return None
    every = met.ends.union(*((tie.left, tie.right) for tie in met.now))
    near, far = (folded(every, ties) for ties in (met.now, [tie for tie in met.now if tie.certain]))
    apart = {(part.old[end].far, far[end]) for end in surely - {claim}}
    if len({near[end] for end in met.ends - {claim}}) != 1 or not len(apart) == len({one for one, _ in apart}) == len(
        {end for _, end in apart}
    ):
        return None
    (origin,) = part.kept.weighed("origins", [origin_id(was.near)])
    return _told_alike(origin, claim, met)


def _told_alike(origin: Origin, claim: str, met: _Met) -> Refolded | None:
    """An origin without a claim, if the ties that are left in it give the same reasons and are as certain as those that go."""
    inside = set(origin.claims)
    left = {(tie.reason, tie.certain) for tie in met.now if tie not in met.come and tie.left in inside}
    went, come = ({(tie.reason, tie.certain) for tie in ties} for ties in (met.gone, met.come))
    if not went <= left | come or not come <= left | went:
        return None
    rest = replace(origin, claims=tuple(one for one in origin.claims if one != claim))
    return Refolded(frozenset(), frozenset({origin.id}), (rest,), frozenset())


def _among(groups: Collection[str], marks: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The marks of each claim that are among these."""
    return {claim: [mark for mark in own if mark in groups] for claim, own in marks.items()}


def _between(marked: Marked, claims: Collection[str]) -> frozenset[str]:
    """The claims of other origins that may stand between two of these in a group of what a party retells, so that these are not tied."""
    bearers: Counter[str] = Counter()
    for marks in marked.of(claims).values():
        bearers.update(mark for mark in marks if mark.startswith(IN_ORDER))
    return marked.beside([mark for mark, number in bearers.items() if number > 1]).claims(*IN_ORDER) - set(claims)


def folds_in(part: Part, claims: Iterable[str]) -> Folds:
    """How claims fold, as their settings tell."""
    settings = {claim: part.settings[claim] for claim in claims}
    return Folds({claim: one.near for claim, one in settings.items()}, {claim: one.far for claim, one in settings.items()})


def _folding_otherwise(part: Part, claims: Collection[str]) -> Iterable[str]:
    """The incidents in which some of these claims fold together that did not, or do no more; those with other claims aside."""
    by_incident: dict[str, list[str]] = {}
    for claim in claims:
        if (incident := part.settings[claim].incident) and claim in part.old:
            by_incident.setdefault(incident, []).append(claim)
    for incident, own in by_incident.items():
        was, now = [part.old[claim] for claim in own], [part.settings[claim] for claim in own]
        near = _parted_otherwise([one.near for one in was], [one.near for one in now])
        if near or _parted_otherwise([one.far for one in was], [one.far for one in now]):
            yield incident


def _parted_otherwise(was: list[str], now: list[str]) -> bool:
    """Whether two ways of naming groups part the same things differently."""
    return not len(set(zip(was, now, strict=True))) == len(set(was)) == len(set(now))
