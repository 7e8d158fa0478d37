"""Stretches of a text that are taken: looked up by place, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.taken import Taken

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda told: (told[0], told[0] + told[1])), max_size=12)


@given(SPANS, st.integers(0, 45), st.integers(1, 6))
def test_a_stretch_meets_what_is_taken_where_it_shares_a_letter_with_any_of_it(spans: list[tuple[int, int]], start: int, size: int) -> None:
    shared = any(start < last and first < start + size for first, last in spans)
    assert Taken(spans).meets(start, start + size) is shared


def test_what_only_touches_shares_nothing() -> None:
    taken = Taken([(2, 5), (8, 9)])
    assert not taken.meets(5, 8)
    assert taken.holds(4)
    assert not taken.holds(5)
