"""Links looked at by their ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sayso.link.happenings import Happening
from sayso.link.incidents import SAME
from sayso.records.link import Link


def ends_of(links: Iterable[Link]) -> set[str]:
    """All at which these links end."""
    return {end for link in links for end in (link.left, link.right)}


def is_by_rules(link: Link) -> bool:
    """Whether a link of the ledger is one of two mentions that were compared."""
    return link.kind == "same_incident" and link.by == "rules" and link.score is not None and link.score >= SAME


def is_judged(link: Link, told: Mapping[str, Happening]) -> bool:
    """Whether a link is of a pair that was compared: the mention that is told first stands left, but in one by which a loose one joined."""
    return told[link.left].order < told[link.right].order


def by_end(links: Iterable[Link], ids: Collection[str]) -> dict[str, list[Link]]:
    """Links by those of these ids at which they end."""
    found: dict[str, list[Link]] = {one: [] for one in ids}
    for link in links:
        for end in {link.left, link.right} & found.keys():
            found[end].append(link)
    return found
