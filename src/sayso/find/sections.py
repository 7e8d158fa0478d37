"""What the heading above a passage tells of where and when the events below it were: "Ivlin, 4 May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span

HEAD = 400
"""Code points at the head of a text whose headings are its title: they are of the whole text, and not of what stands right below."""
HEADING = "heading"
REGION = 4
"""UCDP's where_prec of a province: vaguer places say too little of where something was."""


def is_title(passage: Passage) -> bool:
    """Whether a passage is a heading at the head of its text."""
    return passage.block.kind == HEADING and passage.block.start < HEAD


def settings(passages: Sequence[Passage], scene: Scene) -> dict[Passage, tuple[Slot, ...]]:
    """For each passage the only place, to the province, and the only day of the heading above it."""
    told: tuple[Slot, ...] = ()
    found = {}
    for passage in passages:
        if passage.block.kind == HEADING:
            told = tuple(_told(passage, scene)) if passage.block.start >= HEAD else ()
        else:
            found[passage] = told
    return found


def _told(heading: Passage, scene: Scene) -> Iterator[Slot]:
    start, end = heading.block.start, heading.block.end
    places = [one for one in scene.cast.places if start <= one[0] and one[1] <= end and one[2].precision <= REGION]
    if len({place.id for _, _, place in places}) == 1:
        first, last, place = places[0]
        yield Slot("place", heading.text[first:last], Span(heading.sha, first, last), place=place)
    days = [one for one in scene.dates("when", heading, list(heading.parse)) if one.when and one.when.days == 1]
    if len(days) == 1:
        yield days[0]
