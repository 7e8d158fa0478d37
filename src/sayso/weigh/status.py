"""The word that sums up how an incident stands, the first that holds of a printed list; and on how many origins it rests, as a range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.records.incident import Status
from sayso.weigh.origins import folded
from sayso.weigh.stances import DENIES, YES
from sayso.weigh.testimony import Testimony
from sayso.weigh.tied import Tied


def status_of(told: Sequence[Testimony]) -> Status:
    """The first that holds (design.md, section 5, rule 7). `retracted` is never found by machine: it needs a person's word."""
    if any(one.stance.concedes for one in told):
        return "conceded"
    stances = {one.stance.happened for one in told} | {DENIES for one in told if one.stance.own_part}
    if YES in stances and DENIES in stances:
        return "contested"
    if DENIES in stances:
        return "denied_only"
    if len(_sides(told)) > 1:
        return "corroborated_cross_side"
    return "corroborated_same_side" if origins_counted(told)[0] > 1 else "uncorroborated"


def _sides(told: Sequence[Testimony]) -> set[str]:
    """The known sides of the voices that affirm, each by an origin of its own."""
    by_origin = {one.near: one.speaker.side for one in told if one.stance.happened == YES}
    return {side for side in by_origin.values() if side}


def origins_counted(told: Sequence[Testimony]) -> tuple[int, int]:
    """How many independent origins affirm, as a range.

    The low figure folds whatever may be one, and leaves out unnamed voices; the high one folds only what is certain. Authors count
    in neither, since they pass on what others said; where nobody else speaks, somebody did say it, and that is one.
    """
    affirming = [one for one in told if one.stance.affirms_it]
    if not affirming:
        return (0, 0)
    low = _apart((one.near, one.speaker.party) for one in affirming if one.speaker.known)
    high = _apart((one.far, one.speaker.party) for one in affirming if not one.speaker.author)
    return (max(1, low), max(1, low, high))


def _apart(ends: Iterable[tuple[str, str]]) -> int:
    """How many origins claims have, those of one party as one: however often and through whom it speaks, it bears itself out in nothing."""
    pairs = dict.fromkeys(ends)
    first: dict[str, str] = {}
    met = [Tied(first[home], party, "", True) for home, party in pairs if first.setdefault(home, party) != party]
    return len(set(folded(dict.fromkeys(party for _, party in pairs), met).values()))
