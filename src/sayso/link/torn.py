"""Mentions without a day whose links hold them to events of several days about as well: they come to none of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sayso.link.by_day import other_date
from sayso.link.happenings import Happening
from sayso.records.link import Link

CLEARLY = 1.0
"""By so much an event has to fit better than one of another day, for a mention without a day to be of it."""


def torn_among(hazy: Collection[str], links: Iterable[Link], by_id: Mapping[str, Happening]) -> set[str]:
    """Those of these mentions without a day that their links hold to events of two days in other texts about as well."""
    return {one for one, offers in _dated(hazy, links, by_id).items() if _torn(offers)}


def torn_otherwise(
    hazy: Collection[str], links: Sequence[Link], gone: Mapping[str, Happening], read: Callable[[Collection[str]], Mapping[str, Happening]]
) -> set[str]:
    """Those of these mentions that are torn only with the mentions that are `gone`, or only without; `links` are all at them.

    Few of the others at which the links end are read where the best one has a day: those that fit hardly worse.
    """
    without = [link for link in links if gone.keys().isdisjoint((link.left, link.right))]
    best = {one: max((link.score or 0.0 for link in without if one in (link.left, link.right)), default=0.0) for one in hazy}
    near = [link for link in links if any((link.score or 0.0) > best[end] - CLEARLY for end in (link.left, link.right) if end in best)]
    told = {**read({end for link in near for end in (link.left, link.right)}), **gone}
    dated = _dated(hazy, (link for link in without if link.left in told and link.right in told), told)
    if any(best[one] not in (score for score, _ in dated.get(one, ())) for one in hazy):
        near, told = list(links), {**read({end for link in links for end in (link.left, link.right)}), **gone}
    staying = [link for link in near if gone.keys().isdisjoint((link.left, link.right))]
    return torn_among(hazy, near, told) ^ torn_among(hazy, staying, told)


def _dated(hazy: Collection[str], links: Iterable[Link], by_id: Mapping[str, Happening]) -> Mapping[str, Sequence[tuple[float, Happening]]]:
    """The events with a day in other texts to which links hold each of these, with the scores."""
    dated: dict[str, list[tuple[float, Happening]]] = defaultdict(list)
    for link in (link for link in links if link.left in hazy or link.right in hazy):
        for one, other in ((by_id[link.left], by_id[link.right]), (by_id[link.right], by_id[link.left])):
            if one.id in hazy and other.when and one.doc != other.doc:
                dated[one.id].append((link.score or 0.0, other))
    return dated


def _torn(offers: Sequence[tuple[float, Happening]]) -> bool:
    """Whether the best of these events and another one that is nearly as good exclude each other by their days."""
    best = max(score for score, _ in offers)
    near = {
        (other.when.first, other.when.last, other.when.basis): other for score, other in offers if other.when and score > best - CLEARLY
    }
    return any(other_date(one, other) for one, other in combinations(near.values(), 2))
