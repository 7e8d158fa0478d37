"""What stands in a stretch of the text is found by its place."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.find.order import starting_in


@dataclass(frozen=True)
class Spot:
    start: int


def test_those_that_begin_in_a_stretch_are_given_in_order_and_none_that_begins_at_its_end() -> None:
    spots = [Spot(start) for start in (0, 3, 3, 7, 9)]
    assert [one.start for one in starting_in(spots, 3, 9)] == [3, 3, 7]
    assert starting_in(spots, 10, 20) == []
    assert [one.start for one in starting_in(spots, -5, 1)] == [0]
