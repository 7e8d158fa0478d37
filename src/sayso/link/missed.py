"""Whom a mention holds that gives no day, where one is taken out of a large incident: most are held by others of its day just as well."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice

from sayso.link.happenings import Happening
from sayso.link.joins import Opened
from sayso.link.workings import PARTED, to_parted
from sayso.records.link import Link
from sayso.store.store import Store

Read = Callable[[Collection[str]], Mapping[str, Happening]]
PARTNERS = 3
"""So many of those with which one was joined are looked at for a day."""


def held_as_well(store: Store, read: Read, hazy: Mapping[str, Link], untorn: Collection[str], opened: Opened) -> set[str]:
    """Those of these without a day who fit the same days without the one that goes, to which these links lead.

    They have a link that is no worse to another one of its day; or to one of any day, if they are not torn between several (`untorn`).
    """
    found = _joined_as_well(read, {one: link for one, link in hazy.items() if one in untorn and one in opened}, opened)
    return found | _held_alike(store, read, {one: link for one, link in hazy.items() if one not in found}, opened.alike())


def _joined_as_well(read: Read, hazy: Mapping[str, Link], opened: Opened) -> set[str]:
    """Those that came to the incident by a link to one with a day."""
    beside = {
        one: [end for score, end in islice(opened.partners(one), PARTNERS) if score >= (link.score or 0.0)] for one, link in hazy.items()
    }
    told = read({*beside, *(end for ends in beside.values() for end in ends)})
    return {one for one, ends in beside.items() if any(told[end].when and told[end].doc != told[one].doc for end in ends)}


def _held_alike(store: Store, read: Read, hazy: Mapping[str, Link], alike: Collection[str]) -> set[str]:
    """Those that have such a link to one of these, which look the same as the one that goes."""
    pairs = {pair for one in hazy for other in alike for pair in ((one, other), (other, one))}
    links = store.links([f"same_incident {left} {right} rules" for left, right in pairs])
    parted = store.workings(PARTED, keys=[f"{left} {right}" for left, right in pairs], marks=False)
    as_good = set[tuple[str, str]]()
    for link in (*links, *(to_parted(one).link for one in parted)):
        one, end = (link.left, link.right) if link.left in hazy else (link.right, link.left)
        if (link.score or 0.0) >= (hazy[one].score or 0.0):
            as_good.add((one, end))
    told = read({end for pair in as_good for end in pair})
    return {one for one, end in as_good if told[end].doc != told[one].doc}
