"""Links of which no incident is made, and what keeps each: as long as that stands, those beyond need not be put into groups again."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from sayso.link.clusters import Apart, Clusters
from sayso.link.crowds import Pair
from sayso.link.happenings import Happening
from sayso.records.link import Link

By = tuple[str, ...]
"""What keeps a link from being made: of either side's group, as it was by then, one mention that excludes the other; or the one mention
whose accounts fit several days, or that is loose and came elsewhere by a better link; nothing where a loose one was refused there."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A link between two mentions of which no incident was made, and what kept it."""

    link: Link
    by: By = ()

    @property
    def pair(self) -> Pair:
        """The mentions at its ends."""
        return self.link.left, self.link.right


def nobody(one: str, other: str) -> bool:
    """Keeps none apart."""
    return False


@dataclass
class Border:
    """The kept links from mentions that are put into groups again to those beyond, which are not.

    While none of them is made, groups beyond come to be what they were: a link is refused again if the one who spoke against it before,
    on this side, or another one that excludes the one whom that excluded, is in the group by the time that the link is looked at.
    `changed` are mentions that may not exclude what they did; `apart` tells it of one on this side and one of `keepers`, who were excluded
    beyond. `lost` are in the end those beyond of whom it has to be tried.
    """

    beyond: Mapping[str, Happening] = field(default_factory=dict)
    kept: Mapping[Pair, By] = field(default_factory=dict)
    changed: Set[str] = frozenset()
    keepers: Set[str] = frozenset()
    apart: Apart = nobody
    lost: set[str] = field(default_factory=set)

    def leads_out(self, link: Link) -> bool:
        """Whether one end of a link lies beyond."""
        return link.left in self.beyond or link.right in self.beyond

    def turned_away(self, link: Link) -> By:
        """The mention beyond that fits several days or came elsewhere, so that a link that leads out to it is none."""
        by = self.kept.get((link.left, link.right), ()) if self.leads_out(link) else ()
        return by if len(by) == 1 and by[0] in self.beyond else ()

    def meet(self, link: Link, groups: Clusters) -> By:
        """Looks at a link that leads out, when its turn comes; gives what keeps it."""
        here, there = (link.left, link.right) if link.right in self.beyond else (link.right, link.left)
        by = self.kept.get((link.left, link.right), ())
        if len(by) > 1 and any(one in groups and one not in self.changed and groups.together(one, here) for one in by):
            return by
        for keeper in self.keepers & set(by) if len(by) > 1 else ():
            if other := next((one for one in groups.members(here) if self.apart(one, keeper)), None):
                return tuple(one if one == keeper else other for one in by)
        self.lost.add(there)
        return by
