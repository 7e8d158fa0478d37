"""Which mentions of events are one incident: by type, date, place and parties, each link with its reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.link.clusters import Clusters
from sayso.link.crowds import FAR, Crowd, Pair, candidates, candidates_here
from sayso.link.days_named import SHORT
from sayso.link.hanging import points_at_it
from sayso.link.happenings import FIELDS, Happening
from sayso.link.incident_features import ACROSS, FEATURES, FORBIDDING, clause_of, face
from sayso.link.joins import Came, Joins, is_large, joins_of
from sayso.link.judge import Table, forbidden, judge
from sayso.link.parted import Border, By, Parted
from sayso.link.people import Word
from sayso.link.torn import torn_among
from sayso.link.undated import UNDATED, loosely, vague
from sayso.parallel import begun, each
from sayso.records.link import Link

SAME = 6.0
"""From here on two mentions are one incident: type and day with any third thing shared, or type and place with two."""
SAME_HERE = 3.5
"""In one document an undated, unplaced mention joins that of the event at which it points back from here on."""
SAME_NEW = 4.5
"""The same for one to which it does not point back ("an attack"): it may be a new event, and needs one more thing shared."""
IN_TEXT, APART, LOOSELY = Table(FEATURES, FIELDS), Table(ACROSS, FIELDS), Table((*ACROSS, *UNDATED), FIELDS)
"""What is looked at in two mentions of one text, of two, and of two of which one gives no day."""
MANY_PAIRS = 5000
"""How many pairs are worth a process of their own: some tenths of a second."""


def incident_links(found: Sequence[Happening], vacated: Sequence[Happening]) -> tuple[list[Link], list[Crowd]]:
    """The pairs of mentions judged one incident, each by itself; and the crowds that were met, in which `vacated` keep their seats."""
    by_id, here = {one.id: one for one in found}, candidates_here(found)
    with begun(partial(_judged, by_id), _in_order(here, by_id), MANY_PAIRS) as told:
        pairs, crowds = candidates(found, vacated)
        links = list(filter(None, told()))
    return links + judged(by_id, pairs - here), crowds


def judged(by_id: Mapping[str, Happening], pairs: Iterable[Pair]) -> list[Link]:
    """The links of those pairs that are one incident; the mention that is told first stands left."""
    return list(filter(None, each(partial(_judged, by_id), _in_order(pairs, by_id), MANY_PAIRS)))


def _in_order(pairs: Iterable[Pair], by_id: Iterable[str]) -> list[Pair]:
    """Pairs in the order of the mentions: what lies together in memory is read together."""
    place = {one: number for number, one in enumerate(by_id)}
    return sorted(pairs, key=lambda pair: place[pair[0]] * len(place) + place[pair[1]])


def _judged(by_id: Mapping[str, Happening], pair: Pair) -> Link | None:
    return _link(by_id[pair[0]], by_id[pair[1]], SAME)


def _decided(links: Sequence[Link], by_id: Mapping[str, Happening], border: Border) -> tuple[list[Link], dict[Pair, By]]:
    """The links of which incidents are made, best first, given all links of these mentions; and what keeps others, by their pairs.

    Left out are those by which a mention without a day fits events of two days in other texts about as well as each other.
    """
    torn = torn_among({one.id for one in by_id.values() if vague(one) and one.id not in border.beyond}, links, by_id)
    ends = torn | border.beyond.keys()
    some = [link for link in links if link.left in ends or link.right in ends] if ends else ()
    kept = {
        (link.left, link.right): by
        for link in some
        if (by := _across(by_id[link.left], by_id[link.right], torn) or border.turned_away(link))
    }
    held = [link for link in links if (link.left, link.right) not in kept] if kept else links
    rank = {one.id: place for place, one in enumerate(sorted(by_id.values(), key=lambda one: one.order))}
    return sorted(held, key=lambda link: (-(link.score or 0), rank[link.left], rank[link.right])), kept


def _across(one: Happening, other: Happening, torn: Collection[str]) -> By:
    """The one of two mentions that does not come to the other as its accounts fit several days."""
    ends = ((one, other), (other, one)) if one.doc != other.doc else ()
    return next(((end.id,) for end, far in ends if end.id in torn and far.when), ())


def _link(a: Happening, b: Happening, enough: float) -> Link | None:
    """The link between two mentions if their score is `enough`."""
    if (a.spoken or b.spoken) and any(one.when and one.when.days > SHORT for one in (a, b)):
        return None  # no more than its day tells which event is spoken of
    table = IN_TEXT if a.doc == b.doc else LOOSELY if loosely(a, b) else APART
    score, reasons = judge(a, b, table.features(a.fields, b.fields), enough)
    return Link(a.id, b.id, "same_incident", "same", score, reasons, "rules") if score >= enough else None


@dataclass(frozen=True, slots=True)
class Grouped:
    """What mentions come to: the incident id of each, the links of which these are made, and those of which none is.

    `joins` tell of each large incident how it came together.
    """

    incident_of: dict[str, str]
    links: Sequence[Link]
    parted: Sequence[Parted]
    joins: Mapping[str, Joins]


def incidents_of(found: Sequence[Happening], judged: Sequence[Link], offers: Sequence[Link], word: Word, border: Border) -> Grouped:
    """Puts mentions into groups, given all links that were judged of them. Those that lead beyond the border are only looked at.

    Mentions that are only spoken of by their day and names make no incident among themselves.

    Dated or placed mentions make the incidents; the others join one each and never glue two. What people said goes first, and is
    never crossed.
    """
    by_id = {one.id: one for one in found}
    links, by = _decided(judged, {**by_id, **border.beyond}, border)
    groups = _together(by_id, word)
    anchored = {one.id for one in found if one.anchored}
    inside, joins = [], []
    for link in links:
        if border.leads_out(link):
            by[link.left, link.right] = border.meet(link, groups)
            continue
        inside.append(link)
        if link.left not in anchored or link.right not in anchored or groups.together(link.left, link.right):
            continue
        if groups.join(link.left, link.right):
            joins.append(link)
        else:
            by[link.left, link.right] = groups.kept_apart(link.left, link.right)
    came, passed = _loose(groups, found, inside, offers)
    by |= passed
    held = [group for group in groups.groups() if not all(by_id[one].spoken for one in group)]
    within = {one for group in held for one in group}
    joined = list({id(link): link for link, _ in came if link.left in within}.values())
    made = [link for link in inside if link.left in within and groups.together(link.left, link.right)]
    pairs = {(link.left, link.right) for link in made}
    parted = [Parted(link, by.get((link.left, link.right), ())) for link in judged if (link.left, link.right) not in pairs]
    incidents = {_incident_id(group, by_id): group for group in held}
    incident_of = {one: incident for incident, group in incidents.items() for one in group}
    return Grouped(incident_of, [*made, *joined], parted, _joins(incidents, joins, came, by_id))


def _joins(
    incidents: Mapping[str, Sequence[str]], joins: Iterable[Link], came: Iterable[Came], by_id: Mapping[str, Happening]
) -> dict[str, Joins]:
    """How each large incident came together, given the links that joined two groups, in their order, and those by which loose ones came."""
    large = {incident: group for incident, group in incidents.items() if is_large(group)}
    home = {one: incident for incident, group in large.items() for one in group}
    made: dict[str, tuple[list[Link], list[Came]]] = {incident: ([], []) for incident in large}
    for link in (link for link in joins if link.left in home):
        made[home[link.left]][0].append(link)
    for one in (one for one in came if one[1] in home):
        made[home[one[1]]][1].append(one)
    return {incident: joins_of(group, *made[incident], by_id) for incident, group in large.items()}


def _together(by_id: Mapping[str, Happening], word: Word) -> Clusters:
    """Each mention by itself, but for those of which people said that they are one."""
    clauses = Counter(map(clause_of, by_id.values()))
    groups = Clusters(
        by_id,
        word.or_apart(lambda a, b: forbidden(by_id[a], by_id[b], FORBIDDING)),
        word.or_face(lambda one: face(by_id[one], clauses[clause_of(by_id[one])] > 1)),
    )
    word.join(groups, by_id)
    return groups


def _loose(
    groups: Clusters, found: Sequence[Happening], links: Sequence[Link], offers: Sequence[Link]
) -> tuple[list[Came], dict[Pair, By]]:
    """The links by which mentions that are neither dated nor placed come to their incidents, each with the one to which it brings.

    Beside them the links to dated or placed ones that a mention passed over, as it came elsewhere by a better one; and which mention.
    """
    by_id = {one.id: one for one in found}
    placed = {one.id for one in found if one.anchored}
    linked: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        for end in (link.left, link.right):
            if end not in placed:
                linked[end].append(link)
    offered: dict[str, list[Link]] = defaultdict(list)
    for link in offers:
        offered[link.right].append(link)
    came, passed = list[Came](), dict[Pair, By]()
    for one in (one for one in found if not one.anchored and len(groups.members(one.id)) == 1):
        eager = iter(sorted([*offered[one.id], *linked[one.id]], key=lambda offer: eagerness(offer, one, by_id)))
        for link in eager:
            if (host := _other(link, one.id)) in placed and groups.join(host, one.id):
                came.append((link, host))
                passed |= {(more.left, more.right): (one.id,) for more in eager if by_id[_other(more, one.id)].anchored}
                break
        placed.add(one.id)
    return came + _gathered(groups, found, links), passed


def _gathered(groups: Clusters, found: Sequence[Happening], links: Sequence[Link]) -> list[Came]:
    """The links by which groups that hold loose mentions alone came to others, each by the best that leads out of it and only once.

    Who brings further ones along is one to which these are brought, too.

    Mentions that chose each other follow what other texts say; to another event of their own text only one goes that is alone.
    """
    by_id = {one.id: one for one in found}
    loose = [group for group in groups.groups() if not any(by_id[one].anchored for one in group)]
    adrift, alone = {one: group[0] for group in loose for one in group}, {group[0] for group in loose if len(group) == 1}
    moved, came = set[str](), list[Came]()
    for link in (link for link in links if link.left in adrift or link.right in adrift):
        near = by_id[link.left].doc == by_id[link.right].doc
        movers = (adrift[one] for one in (link.left, link.right) if adrift.get(one, "") not in ("", *moved))
        mover = next((one for one in movers if not near or one in alone), None)
        if mover and not groups.together(link.left, link.right) and groups.join(link.left, link.right):
            moved.add(mover)
            came += [(link, end) for end in (link.left, link.right) if mover not in alone or adrift.get(end) != mover]
    return came


def offers_in(found: Iterable[Happening]) -> list[Link]:
    """The links by which each loose mention, the right end of its links, can join others of its own document."""
    here: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
    return [link for told in here.values() for one in told if not one.anchored for link in _offers(one, told)]


def _offers(one: Happening, told: Sequence[Happening]) -> list[Link]:
    """What nobody did ("killed no civilian") must fit well."""
    new = SAME if one.polarity == "denies" and one.act != "denies" else SAME_NEW
    near = (bisect_left(told, one.order[1] + reach, key=lambda other: other.order[1]) for reach in (-FAR, FAR + 1))
    offers = (_link(other, one, SAME_HERE if points_at_it(other, one) else new) for other in told[slice(*near)] if other.id != one.id)
    return [link for link in offers if link]


def eagerness(link: Link, one: Happening, by_id: Mapping[str, Happening]) -> tuple[float, int, tuple[str, int, int, str]]:
    """What sorts the offers of a mention: the best score, then the nearest, then the first."""
    other = by_id[_other(link, one.id)]
    return -(link.score or 0), abs(other.order[1] - one.order[1]), other.order


def _other(link: Link, one: str) -> str:
    return link.right if link.left == one else link.left


def _incident_id(group: Sequence[str], by_id: Mapping[str, Happening]) -> str:
    return "i-" + min(group, key=lambda one: (by_id[one].spoken, by_id[one].order))
