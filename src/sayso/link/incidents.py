"""Which mentions of events are one incident: by type, date, place and parties, each link with its reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import timedelta
from itertools import combinations

from sayso.link.clusters import Clusters
from sayso.link.happenings import Happening
from sayso.link.incident_features import DOUBT, FEATURES, FORBIDDING, clause_of, face, other_date, points_at_it
from sayso.link.judge import forbidden, judge, verdict
from sayso.link.people import Word
from sayso.link.undated import MONTH, SOON, UNDATED, loosely, vague
from sayso.records.link import Link
from sayso.records.vocabulary import vocabulary

SAME = 6.0
"""From here on two mentions are one incident: type and day with any third thing shared, or type and place with two."""
SAME_HERE = 3.5
"""In one document an undated, unplaced mention joins that of the event at which it points back from here on."""
SAME_NEW = 5.0
"""The same for one to which it does not point back ("an attack"): it may be a new event, and needs one more thing shared."""
ALL_FEATURES = (*FEATURES, *UNDATED)
CLEARLY = 1.0
"""By so much an event has to fit better than one of another day, for a mention without a day to be of it."""
ABOUT = "about"
CROWD, FIRST = 24, 4
"""Mentions of one day, or of one place, up to which each is compared with each; in a larger crowd each is compared with this many of those
told first of each place, actor, weapon and number that it shares. Set on the ledgers of bench/scale.py: B-cubed stays what it was."""


def incident_links(found: Sequence[Happening]) -> list[Link]:
    """The pairs of mentions judged one incident, each by itself."""
    by_id = {one.id: one for one in found}
    return judged(by_id, _candidates(found))


def judged(by_id: Mapping[str, Happening], pairs: Iterable[tuple[str, str]]) -> list[Link]:
    """The links of those pairs that are one incident; the mention that is told first stands left."""
    links = (_link(by_id[one], by_id[other]) for one, other in pairs)
    return [link for link in links if link.judgement == "same"]


def decided(links: Sequence[Link], by_id: Mapping[str, Happening]) -> list[Link]:
    """The links of which incidents are made, best first, given all links of these mentions.

    Left out are those by which a mention without a day fits events of two days in other texts about as well as each other.
    """
    dated: dict[str, list[tuple[float, Happening]]] = defaultdict(list)
    for link in links:
        for one, other in ((by_id[link.left], by_id[link.right]), (by_id[link.right], by_id[link.left])):
            if vague(one) and other.when and one.doc != other.doc:
                dated[one.id].append((link.score or 0.0, other))
    torn = {one for one, offers in dated.items() if _torn(offers)}
    held = [link for link in links if not _across(by_id[link.left], by_id[link.right], torn)]
    return sorted(held, key=lambda link: (-(link.score or 0), by_id[link.left].order, by_id[link.right].order))


def _torn(offers: Sequence[tuple[float, Happening]]) -> bool:
    """Whether the best of these events and another one that is nearly as good exclude each other by their days."""
    best = max(score for score, _ in offers)
    near = {str(other.when): other for score, other in offers if score > best - CLEARLY}
    return any(other_date(one, other) for one, other in combinations(near.values(), 2))


def _across(one: Happening, other: Happening, torn: Collection[str]) -> bool:
    return one.doc != other.doc and bool((one.id in torn and other.when) or (other.id in torn and one.when))


def _link(a: Happening, b: Happening, enough: float = SAME) -> Link:
    score, reasons = judge(a, b, ALL_FEATURES if loosely(a, b) else FEATURES)
    return Link(a.id, b.id, "same_incident", verdict(score, enough), score, reasons, "rules")


def blocks_of(one: Happening) -> list[str]:
    """What a mention shares with all those of other documents with which it is compared, by families of kinds: a day, or what it is of."""
    matters = (mark if isinstance(mark, str) else " ".join(map(str, mark)) for mark in _matters(one))
    shared = dict.fromkeys([*(f"day {day}" for day in _days(one)), *(f"{ABOUT} {mark}" for mark in matters)])
    return [f"{what} {kind}" for kind in vocabulary().families_of(one.type) for what in shared]


def _candidates(found: Sequence[Happening]) -> Iterator[tuple[str, str]]:
    """Pairs worth judging, each once: in one document all; across documents those that share a day, undated ones by what they are of."""
    here: dict[str, list[Happening]] = defaultdict(list)
    blocks: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
        for block in blocks_of(one):
            blocks[block].append(one)
    pairs = {(one.id, other.id) for told in here.values() for one, other in combinations(told, 2)}
    for block, told in blocks.items():
        pairs.update(compared(block, told))
    yield from sorted(pairs)


def compared(block: str, told: Sequence[Happening]) -> Iterator[tuple[str, str]]:
    """The pairs of a block to be judged, given its mentions in their order: all of a small one; of a crowd each mention with the first
    ones that share a detail with it, so that work grows with the crowd and not with its square.

    Dated mentions meet each other by their days, not by what they are of.
    """
    if len(told) <= CROWD:
        dated = {one.id for one in told if _is_dated(one, block)}
        yield from ((one.id, other.id) for one, other in combinations(told, 2) if not (one.id in dated and other.id in dated))
        return
    crowd = _Crowd(block)
    for one in told:
        details = _details(one)
        yield from ((other, one.id) for detail in details for other in crowd.met(one, detail))
        crowd.add(one, details)


def compared_otherwise(
    block: str, was: Sequence[Happening], now: Sequence[Happening], changed: Set[str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs that are to be judged now, as they were not compared or one of them is `changed`; and those compared no more of others."""
    if min(len(was), len(now)) <= CROWD:
        before, after = set(compared(block, was)), set(compared(block, now))
        new = {pair for pair in after if pair not in before or not changed.isdisjoint(pair)}
        return new, {pair for pair in before - after if changed.isdisjoint(pair)}
    return _crowds_otherwise(block, {one.id: one for one in was}, {one.id: one for one in now}, changed)


def _crowds_otherwise(
    block: str, was: Mapping[str, Happening], now: Mapping[str, Happening], changed: Set[str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The same for two crowds, which differ little: most mentions meet the same first ones before and after."""
    before, after, new, lost = _Crowd(block), _Crowd(block), set[tuple[str, str]](), set[tuple[str, str]]()
    for ident, one in sorted({**was, **now}.items(), key=lambda told: told[1].order):
        details = _details(one)
        if ident in changed:
            new |= {(other, ident) for detail in details for other in after.met(one, detail)} if ident in now else set()
        else:
            there, here = ({other for detail in details for other in crowd.met(one, detail)} for crowd in (before, after))
            new |= {(other, ident) for other in here if other not in there or other in changed}
            lost |= {(other, ident) for other in there - here if other not in changed}
        if ident in was:
            before.add(was[ident], _details(was[ident]) if ident in changed else details)
        if ident in now:
            after.add(one, details)
    return new, lost


class _Crowd:
    """Of the mentions of a crowd that were told so far, the first ones that have each detail."""

    def __init__(self, block: str) -> None:
        self._block = block
        self._first: dict[tuple[Hashable, bool], list[str]] = defaultdict(list)

    def met(self, one: Happening, detail: Hashable) -> list[str]:
        """Those with which a further mention is compared for a detail."""
        undated = self._first[detail, False]
        return undated if _is_dated(one, self._block) else [*undated, *self._first[detail, True]]

    def add(self, one: Happening, details: Iterable[Hashable]) -> None:
        """Notes a mention behind the others."""
        for detail in details:
            own = self._first[detail, _is_dated(one, self._block)]
            if len(own) < FIRST:
                own.append(one.id)


def _is_dated(one: Happening, block: str) -> bool:
    """Whether a mention meets others of its kind by its days, and not in this block."""
    return one.when is not None and one.when.days <= MONTH and block.startswith(ABOUT)


def _matters(one: Happening) -> list[str | tuple[object, ...]]:
    """What of a mention can make it one with another although one gives no day; of those that give none also two names together."""
    places = sorted(one.regions) or sorted({place.country for place in one.places.values() if place.country} | one.aims)
    named = [*sorted(one.targets), *sorted(one.things), *sorted(one.numbers)]
    return [*places, *named, *(() if one.when else combinations(sorted(one.phrase.names), 2))]


def _details(one: Happening) -> list[Hashable]:
    """What of a mention can make it one with another of the same day or place."""
    places = [*sorted(one.regions if one.places else one.topic), *sorted({place.country for place in one.places.values()} | one.aims)]
    named = [*sorted(one.agents), *sorted(one.targets), *sorted(one.instrument), *sorted(one.things)]
    return [*(("place", place) for place in places), *(("named", name) for name in named), *sorted(one.numbers), one.definite]


def _days(one: Happening) -> list[str]:
    """Every day on which it may have been, if that is known to the month; without a day those before its text was written."""
    if not one.when and one.told and one.told.days <= MONTH:
        return [(one.told.last - timedelta(days=n)).isoformat() for n in range(one.told.days + SOON)]
    if not one.when or one.when.days > MONTH:
        return []
    slack = DOUBT if one.when.basis == "inferred" else 0
    return [(one.when.first + timedelta(days=n)).isoformat() for n in range(-slack, one.when.days + slack)]


def incidents_of(
    found: Sequence[Happening], links: Sequence[Link], offers: Sequence[Link], word: Word
) -> tuple[dict[str, str], list[Link]]:
    """The incident id of each mention, and the links by which loose ones came to theirs. `links` are given best first.

    Dated or placed mentions make the incidents; the others join one each and never glue two. What people said goes first, and is
    never crossed.
    """
    by_id = {one.id: one for one in found}
    clauses = Counter(map(clause_of, found))
    groups = Clusters(
        by_id,
        word.or_apart(lambda a, b: forbidden(by_id[a], by_id[b], FORBIDDING)),
        word.or_face(lambda one: face(by_id[one], clauses[clause_of(by_id[one])] > 1)),
    )
    word.join(groups, by_id)
    for link in links:
        if by_id[link.left].anchored and by_id[link.right].anchored:
            groups.join(link.left, link.right)
    linked: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        linked[link.left].append(link)
        linked[link.right].append(link)
    offered: dict[str, list[Link]] = defaultdict(list)
    for link in offers:
        offered[link.right].append(link)
    placed = {one.id for one in found if one.anchored}
    joined = []
    for one in (one for one in found if not one.anchored and len(groups.members(one.id)) == 1):
        for link in sorted([*offered[one.id], *linked[one.id]], key=lambda offer: _eagerness(offer, one, by_id)):
            if _other(link, one.id) in placed and groups.join(_other(link, one.id), one.id):
                joined.append(link)
                break
        placed.add(one.id)
    joined += _gathered(groups, found, links)
    ids = {_incident_id(group, by_id): group for group in groups.groups()}
    return {one: incident for incident, group in ids.items() for one in group}, joined


def _gathered(groups: Clusters, found: Sequence[Happening], links: Sequence[Link]) -> list[Link]:
    """The links by which groups that hold loose mentions alone came to others, each by the best that leads out of it and only once."""
    by_id = {one.id: one for one in found}
    adrift = {one: group[0] for group in groups.groups() if not any(by_id[one].anchored for one in group) for one in group}
    moved, joined = set[str](), []
    for link in links:
        mover = next((adrift[one] for one in (link.left, link.right) if adrift.get(one, "") not in ("", *moved)), None)
        if mover and not groups.together(link.left, link.right) and groups.join(link.left, link.right):
            moved.add(mover)
            joined.append(link)
    return joined


def offers_in(found: Iterable[Happening]) -> list[Link]:
    """The links by which each loose mention, the right end of its links, can join others of its own document."""
    here: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
    return [link for told in here.values() for one in told if not one.anchored for link in _offers(one, told)]


def _offers(one: Happening, told: Sequence[Happening]) -> list[Link]:
    """What nobody did ("killed no civilian") must fit well."""
    new = SAME if one.polarity == "denies" and one.act != "denies" else SAME_NEW
    offers = (_link(other, one, SAME_HERE if points_at_it(other, one) else new) for other in told if other.id != one.id)
    return [link for link in offers if link.judgement == "same"]


def _eagerness(link: Link, one: Happening, by_id: Mapping[str, Happening]) -> tuple[float, int, tuple[str, int, int, str]]:
    """What sorts the offers of a mention: the best score, then the nearest, then the first."""
    other = by_id[_other(link, one.id)]
    return -(link.score or 0), abs(other.order[1] - one.order[1]), other.order


def _other(link: Link, one: str) -> str:
    return link.right if link.left == one else link.left


def _incident_id(group: Sequence[str], by_id: Mapping[str, Happening]) -> str:
    return "i-" + min(group, key=lambda one: by_id[one].order)
