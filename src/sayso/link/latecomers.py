"""Loose mentions of a large incident, which came to it once it was together: by which link they come where one is taken out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.link.crowds import Pair
from sayso.link.happenings import Happening
from sayso.link.incidents import eagerness
from sayso.link.joins import Opened
from sayso.link.parted import Parted
from sayso.link.torn import torn_among
from sayso.link.undated import vague
from sayso.records.link import Link


def moving(told: Iterable[Happening], pairs: Iterable[Pair], offers: Iterable[Link], gone: str) -> set[str] | None:
    """The loose ones of these mentions of which links or offers are otherwise that do not lead to one that is gone.

    `pairs` and `offers` are all that are otherwise; None if those of other mentions are, too.
    """
    loose, found = {one.id for one in told if not one.anchored}, set[str]()
    links = (pair for pair in pairs if gone not in pair)
    for ends in (*links, *((offer.right,) for offer in offers if gone not in (offer.left, offer.right))):
        if not (own := {end for end in ends if end in loose}):
            return None
        found |= own
    return found


def comes_by(one: Happening, links: Sequence[Link], offers: Sequence[Link], told: Mapping[str, Happening], opened: Opened) -> Link | None:
    """The link by which a loose mention comes to an incident; None if something else may come of it.

    Given are all its links and offers. It comes by the best one to a mention with a day or place, or to a loose one that came before it to
    such a mention, unless one that is better leads out of the incident.
    """
    if one.id not in opened or not opened.came_alone(one.id) or (vague(one) and torn_among({one.id}, links, told)):
        return None
    for link in sorted([*offers, *links], key=lambda link: eagerness(link, one, told)):
        host = _host(link, one, told)
        if host.id not in opened:
            return None
        if host.anchored or host.order < one.order:
            return link if host.anchored or opened.came_alone(host.id) else None
    return None


def passed_over(one: Happening, links: Iterable[Link], told: Mapping[str, Happening], opened: Opened) -> list[Parted]:
    """Those links of a loose mention that lead out of the incident to which it comes by a better one."""
    out = ((link, _host(link, one, told)) for link in links)
    return [Parted(link, (one.id,) if host.anchored else ()) for link, host in out if host.id not in opened]


def _host(link: Link, one: Happening, told: Mapping[str, Happening]) -> Happening:
    return told[link.right if link.left == one.id else link.left]
