from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assignment import best_pairs
from coreference import b_cubed, ceaf_e, conll, document_b_cubed, muc

GOLD = dict(zip("abcdefg", "1112233", strict=True))
FOUND = dict(zip("abcdefg", "xxyyyzz", strict=True))
ROWS = st.integers(1, 4).flatmap(lambda size: st.lists(st.lists(st.integers(0, 9), min_size=size, max_size=size), min_size=1, max_size=4))


@given(ROWS)
def test_no_other_pairing_gains_more(gains: list[list[int]]) -> None:
    rows, columns = len(gains), len(gains[0])
    wide = gains if rows <= columns else [list(column) for column in zip(*gains, strict=True)]
    most = max(sum(wide[i][j] for i, j in enumerate(order)) for order in permutations(range(len(wide[0])), len(wide)))
    assert sum(gains[i][j] for i, j in best_pairs(gains)) == most


def test_equal_groupings_are_right_by_every_measure() -> None:
    assert muc(GOLD, GOLD) == b_cubed(GOLD, GOLD)[2] == ceaf_e(GOLD, GOLD) == conll(GOLD, GOLD) == 1


def test_measures_agree_with_a_count_by_hand() -> None:
    assert muc(GOLD, FOUND) == pytest.approx(3 / 4)  # three of four links on both sides
    precision, recall, _ = b_cubed(GOLD, FOUND)
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1 + 1) / 7)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1 + 1) / 7)
    assert ceaf_e(GOLD, FOUND) == pytest.approx((4 / 5 + 4 / 5 + 1) / 3)


def test_groups_of_one_gain_nothing_by_muc() -> None:
    alone = {item: item for item in GOLD}
    assert muc(GOLD, alone) == 0
    assert b_cubed(GOLD, alone)[0] == 1


def test_documents_with_two_events_count_each() -> None:
    gold = {"d1": {"1", "2"}, "d2": {"1", "2"}, "d3": {"3"}}
    half = {"d1": {"x"}, "d2": {"x"}, "d3": {"y"}}
    assert document_b_cubed(gold, gold) == (1, 1, 1)
    precision, recall, _ = document_b_cubed(gold, half)
    assert precision == 1
    assert recall == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)
