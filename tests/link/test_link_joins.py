"""Out of a large incident a mention is taken by what hung on it alone: groups, joins and what keeps links are those of joining all anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.clusters import Clusters
from sayso.link.joins import Joins, Opened
from sayso.link.parted import Parted
from sayso.link.seats import Order
from sayso.records.link import Link

PEOPLE = 12
Drawn = list[tuple[int, int, int]]


def excludes(one: int, other: int) -> bool:
    """Whether two faces keep two apart: each excludes those two further on a ring of five."""
    return (one - other) % 5 in (2, 3)


class Run:
    """Groups of mentions of which each has a face, joined by links in their order; and what kept others apart by then."""

    def __init__(self, faces: Sequence[int], links: Sequence[Link], without: Collection[str] = ()) -> None:
        self.faces = faces
        self.ids = [one for one in map(name, range(len(faces))) if one not in without]
        self.groups = Clusters(self.ids, self.apart, lambda one: faces[int(one)])
        self.joins: list[Link] = []
        self.parted: list[Parted] = []
        for link in links:
            if link.left in self.ids and link.right in self.ids and not self.groups.together(link.left, link.right):
                if self.groups.join(link.left, link.right):
                    self.joins.append(link)
                else:
                    self.parted.append(Parted(link, self.groups.kept_apart(link.left, link.right)))

    def apart(self, one: str, other: str) -> bool:
        return excludes(self.faces[int(one)], self.faces[int(other)])

    def joins_of(self, group: Sequence[str]) -> Joins:
        members = sorted(group)
        links = [(-(one.score or 0), members.index(one.left), members.index(one.right)) for one in self.joins if one.left in members]
        known: dict[int, int] = {}
        return Joins(members, [known.setdefault(self.faces[int(one)], len(known)) for one in members], links, [])


def name(number: int) -> str:
    return f"{number:02}"


def order(one: str) -> Order:
    return one, 0, 0, one


def linked(drawn: Drawn) -> list[Link]:
    """Links of a few scores, the best first, each pair once."""
    best = {(min(one, other), max(one, other)): score for one, other, score in drawn if one != other}
    ranked = sorted((-score, left, right) for (left, right), score in best.items())
    return [Link(name(left), name(right), "same_incident", "same", float(-score), (), "rules") for score, left, right in ranked]


def ranked(links: Iterable[Link]) -> list[Link]:
    """Links in the order in which they are looked at."""
    return sorted(links, key=lambda link: (-(link.score or 0.0), link.left, link.right))


def test_a_mention_goes_alone_where_joining_all_without_it_comes_to_the_same() -> None:
    seen = Counter[str]()

    @settings(max_examples=400, deadline=None)
    @given(
        st.lists(st.sampled_from([0, 0, 0, 1, 1, 2, 3]), min_size=PEOPLE, max_size=PEOPLE),
        st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1), st.integers(6, 9)), min_size=12, max_size=50),
    )
    def check(faces: list[int], drawn: Drawn) -> None:
        links = linked(drawn)
        whole = Run(faces, links)
        for group in (group for group in whole.groups.groups() if len(group) > 2):
            for gone in group:
                seen[taken_out(whole, group, gone, links)] += 1

    check()
    assert min(seen["kept by another"], seen["joined again"], seen["alone"], seen["falls apart"], seen["not refused"]) > 20


def test_a_link_that_is_better_than_before_takes_the_place_of_the_worst_between_its_ends() -> None:
    seen = Counter[str]()

    @settings(max_examples=1500, deadline=None)
    @given(
        st.lists(st.sampled_from([0, 0, 0, 1, 1, 2, 3]), min_size=PEOPLE, max_size=PEOPLE),
        st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1), st.integers(6, 9)), min_size=12, max_size=50),
        st.data(),
    )
    def check(faces: list[int], drawn: Drawn, data: st.DataObject) -> None:
        links = linked(drawn)
        whole = Run(faces, links)
        group = max(whole.groups.groups(), key=len)
        if len(group) < 4:
            return
        gone, one, other = data.draw(st.permutations(sorted(group)))[:3]
        left, right = min(one, other), max(one, other)
        score = data.draw(st.integers(7, 10))
        held = {(int(link.left), int(link.right)): int(link.score or 0) for link in links}
        if held.get((int(left), int(right)), 0) >= score:
            return
        better = Link(left, right, "same_incident", "same", float(score), (), "rules")
        seen[taken_out(whole, group, gone, links, better)] += 1

    check()
    assert min(seen["kept by another"], seen["joined again"], seen["alone"]) > 5


def taken_out(whole: Run, group: Sequence[str], gone: str, links: Sequence[Link], better: Link | None = None) -> str:
    """Takes a mention out of a group, in which a link may be better then, and compares; gives what happened."""
    opened = Opened(whole.joins_of(group), gone)
    cut = opened.cut_off()
    assert cut is not None
    inside = [link for link in links if {link.left, link.right} <= set(group)]
    at_cut = (link for link in inside if not set(cut).isdisjoint((link.left, link.right)))
    closed = opened.close(at_cut, [better] if better else [])
    now = links if better is None else ranked([*(link for link in links if (link.left, link.right) != (better.left, better.right)), better])
    again = Run(whole.faces, now, {gone})
    rest = [sorted(one for one in others if one != gone) for others in whole.groups.groups()]
    if closed is None:
        assert better or sorted(rest) != sorted(map(sorted, again.groups.groups()))
        return "falls apart"
    looked_at = {gone, *cut}
    parted = {one.pair: one for one in whole.parted if gone not in one.pair}
    kept = dict(parted)
    for pair, one in parted.items():
        if not looked_at.isdisjoint((*pair, *one.by)) and not set(group).isdisjoint(pair):
            if (keeper := opened.witness(one, order)) is None:
                return "not refused"
            kept[pair] = Parted(one.link, tuple(keeper if end in group else end for end in one.by))
    assert sorted(rest) == sorted(map(sorted, again.groups.groups()))
    assert closed == again.joins_of([one for one in group if one != gone])
    assert kept.keys() == {one.pair for one in again.parted}
    for number, link in enumerate(now):
        if (found := kept.get((link.left, link.right))) is not None:
            then = Run(whole.faces, now[:number], {gone})
            assert then.groups.together(found.by[0], link.left)
            assert then.groups.together(found.by[1], link.right)
            assert then.apart(*found.by)
    if any(kept[pair] != one for pair, one in parted.items()):
        return "kept by another"
    return "joined again" if cut else "alone"
