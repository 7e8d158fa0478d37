"""The testimonies of a large incident in one text, so that a change reads and writes them at once: what several share stands in it once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import TypeVar

import msgspec
from msgspec import Struct

from sayso.records.when import When
from sayso.weigh.testimony import Blame, Details, Paper, Scene, Speaker, Stance, Testimony

MANY = 25
"""Claims of an incident from which on its testimonies are kept: where it has up to 99 a change is weighed in half to three quarters of the
time, and in `bench/scale.py` .8 of 340 megabytes are taken in place of .4; with fewer hardly anything is gained."""
T = TypeVar("T")
Shared = tuple[list[T], list[int]]
"""Different things in the order in which they first come, and for each testimony which of them is its own."""


class Packed(Struct, frozen=True, array_like=True):
    """Testimonies column by column; `near` and `far` tell of each which is the first of those that are folded together with it."""

    claims: list[str]
    starts: list[int]
    ends: list[int]
    near: list[int]
    far: list[int]
    papers: Shared[Paper]
    speakers: Shared[Speaker]
    stances: Shared[Stance]
    scenes: Shared[Scene]
    blames: Shared[Blame]
    details: Shared[Details]
    said: Shared[When | None]


_DECODER = msgspec.json.Decoder(Packed)


def is_kept(told: Sequence[Testimony]) -> bool:
    """Whether the testimonies of an incident are kept."""
    return len(told) >= MANY


def packed(told: Sequence[Testimony]) -> str:
    """Testimonies as they are kept; the same ones always give the same text, whatever `near` and `far` are called."""
    columns = Packed(
        [one.claim for one in told],
        [one.start for one in told],
        [one.end for one in told],
        _first([one.near for one in told]),
        _first([one.far for one in told]),
        _shared([one.paper for one in told]),
        _shared([one.speaker for one in told]),
        _shared([one.stance for one in told]),
        _shared([one.scene for one in told]),
        _shared([one.blame for one in told]),
        _shared([one.details for one in told]),
        _shared([one.said for one in told]),
    )
    return msgspec.json.encode(columns).decode()


def columns_of(text: str) -> Packed:
    """The columns of testimonies that were kept."""
    return _DECODER.decode(text)


def packed_left(kept: Packed, left: Sequence[Testimony]) -> str:
    """What is left of testimonies that were kept, as `packed` would keep it: each is told as it was, but for how they fold."""
    staying = {one.claim for one in left}
    stay = [claim in staying for claim in kept.claims]
    columns = Packed(
        [one.claim for one in left],
        list(compress(kept.starts, stay)),
        list(compress(kept.ends, stay)),
        _first([one.near for one in left]),
        _first([one.far for one in left]),
        _shared_left(kept.papers, stay),
        _shared_left(kept.speakers, stay),
        _shared_left(kept.stances, stay),
        _shared_left(kept.scenes, stay),
        _shared_left(kept.blames, stay),
        _shared_left(kept.details, stay),
        _shared_left(kept.said, stay),
    )
    return msgspec.json.encode(columns).decode()


def unpacked(kept: Packed) -> list[Testimony]:
    """Testimonies as they were kept; `near` and `far` are the claims that come first."""
    return list(
        map(
            Testimony,
            kept.claims,
            kept.starts,
            kept.ends,
            _own(kept.claims, kept.near),
            _own(kept.claims, kept.far),
            _own(*kept.papers),
            _own(*kept.speakers),
            _own(*kept.stances),
            _own(*kept.scenes),
            _own(*kept.blames),
            _own(*kept.details),
            _own(*kept.said),
        )
    )


def _first(names: Sequence[str]) -> list[int]:
    """For each name the place at which it first stands."""
    first: dict[str, int] = {}
    return [first.setdefault(name, number) for number, name in enumerate(names)]


def _shared(things: Sequence[T]) -> Shared[T]:
    """What is shared, looked at once where it is one and the same object, as it is where it was unpacked."""
    objects = dict(zip(map(id, things), things, strict=True))
    number_of: dict[T, int] = {}
    numbers = {ident: number_of.setdefault(thing, len(number_of)) for ident, thing in objects.items()}
    return list(number_of), [numbers[ident] for ident in map(id, things)]


def _shared_left(shared: Shared[T], stay: Sequence[bool]) -> Shared[T]:
    """What is shared by those that stay."""
    things, numbers = shared[0], list(compress(shared[1], stay))
    met = list(dict.fromkeys(numbers))
    if met == list(range(len(things))):
        return things, numbers
    place = {number: now for now, number in enumerate(met)}
    return [things[number] for number in met], [place[number] for number in numbers]


def _own(things: Sequence[T], numbers: Iterable[int]) -> Iterable[T]:
    return map(things.__getitem__, numbers)
