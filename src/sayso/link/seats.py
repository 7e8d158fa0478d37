"""Where a mention of an event stands among those with which it is compared: what it shares with them, and its place in the pile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from sayso.link.by_day import DOUBT
from sayso.link.by_name import MONTH
from sayso.link.happenings import Happening
from sayso.link.undated import SOON
from sayso.records.vocabulary import OTHER, vocabulary

ABOUT = "about"

Order = tuple[str, int, int, str]
"""The place of a mention in the pile, which ends with its id."""


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of a mention in the pile, its details, and whether it meets others by its days rather than by what it is of.

    Rejecting a claim leaves its seat empty and does not take it away: nobody else is compared otherwise for it.
    """

    order: Order
    details: tuple[str, ...]
    dated: bool

    @property
    def id(self) -> str:
        """The id of the mention."""
        return self.order[-1]

    def is_dated(self, block: str) -> bool:
        """Whether the mention meets others of its kind by its days, and not in this block."""
        return self.dated and block.startswith(ABOUT)


def seat_of(one: Happening) -> Seat:
    """The seat of a mention."""
    return Seat(one.order, tuple(details_of(one)), one.when is not None and one.when.days <= MONTH)


def blocks_of(one: Happening) -> list[str]:
    """What a mention shares with all those of other documents with which it is compared, by families of kinds: a day, or what it is of."""
    shared = _shared(one)
    return [f"{what} {family}" for family in _families(one.type) for what in shared]


def seat_marks(one: Happening) -> list[str]:
    """By what the mentions of a block are found: the same with the mention's own kind, since a kind can be of several families."""
    return [f"{what} {one.type}" for what in _shared(one)]


def blocks_by(mark: str) -> list[str]:
    """The blocks of the mentions that bear such a mark."""
    what, _, kind = mark.rpartition(" ")
    return [f"{what} {family}" for family in _families(kind)]


def marks_in(block: str) -> list[str]:
    """The marks of which each mention of a block bears one."""
    what, _, family = block.rpartition(" ")
    return [f"{what} {kind}" for kind in dict.fromkeys((*vocabulary().types_of(family), OTHER))]


def _families(kind: str) -> Iterable[str]:
    """The families of a kind of event; what is of no listed kind may be of any."""
    return vocabulary().families if kind == OTHER else vocabulary().families_of(kind)


def _shared(one: Happening) -> list[str]:
    matters = (mark if isinstance(mark, str) else " ".join(map(str, mark)) for mark in _matters(one))
    return list(dict.fromkeys([*(f"day {day}" for day in _days(one)), *(f"{ABOUT} {mark}" for mark in matters)]))


def _matters(one: Happening) -> list[str | tuple[object, ...]]:
    """What of a mention can make it one with another although one gives no day; of those that give none also two names together."""
    places = sorted(one.regions or (() if one.places else one.topic | one.scene)) or sorted(
        {place.country for place in one.places.values() if place.country} | one.aims
    )
    named = [*sorted(one.targets), *sorted(one.things), *sorted(one.numbers), *(f"own {name}" for name in sorted(one.own | one.hinted))]
    return [*places, *named, *(() if one.when else combinations(sorted(one.phrase.names), 2))]


def details_of(one: Happening) -> list[str]:
    """What of a mention can make it one with another of the same day or place."""
    places = [
        *sorted(one.regions if one.places else one.topic | one.scene),
        *sorted({place.country for place in one.places.values()} | one.aims),
    ]
    named = [*sorted(one.agents), *sorted(one.targets), *sorted(one.instrument), *sorted(one.things)]
    counted = [f"counted {name} {float(low)}" for name, low in sorted(one.numbers)]
    own = [f"own {name}" for name in sorted(one.own | one.hinted)]
    return [*(f"place {place}" for place in places), *(f"named {name}" for name in named), *own, *counted, f"definite {one.definite}"]


def _days(one: Happening) -> list[str]:
    """Every day on which it may have been, if that is known to the month; without a day those before its text was written."""
    if not one.when and one.told and one.told.days <= MONTH:
        return [(one.told.last - timedelta(days=n)).isoformat() for n in range(one.told.days + SOON)]
    if not one.when or one.when.days > MONTH:
        return []
    slack = DOUBT if one.when.basis == "inferred" else 0
    return [(one.when.first + timedelta(days=n)).isoformat() for n in range(-slack, one.when.days + slack)]
