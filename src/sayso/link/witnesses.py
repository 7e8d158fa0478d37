"""Who keeps apart the links between a large incident and others where a mention is taken out of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from sayso.link.happenings import Happening
from sayso.link.incident_features import FORBIDDING
from sayso.link.joins import Opened
from sayso.link.judge import forbidden
from sayso.link.parted import Parted
from sayso.link.seats import Order

Read = Callable[[Collection[str]], Mapping[str, Happening]]


def parted_by_others(every: Iterable[Parted], gone: Happening, opened: Opened, read: Read) -> list[Parted] | None:
    """Those of these links that another member than before keeps apart without the one that is gone; None if for one there may be none."""
    parted = [one for one in every if len(one.by) > 1]
    known = {gone.id: gone} | dict(read({one for each in parted for one in (*each.pair, *each.by)} - {gone.id}))

    def order(ident: str) -> Order:
        if ident not in known:
            known.update(read({ident}))
        return known[ident].order

    otherwise = list[Parted]()
    for one in parted:
        keeper = opened.witness(one, order)
        if keeper is None:
            return None
        if keeper not in one.by:
            by = tuple(keeper if end in opened else end for end in one.by)
            told = list(read(by).values())
            if len(told) < 2 or not forbidden(told[0], told[1], FORBIDDING):
                return None
            otherwise.append(replace(one, by=by))
    return otherwise
