"""The measure of scale counts what it says: incidents against the truth, powers, and a merge of the wanted size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scale import Scale, Spent, exponent, measured, row

REJECTED = [Spent(seconds, seconds) for seconds in (0.3, 0.1, 8, 0.2, 0.4)]
SMALL = Scale(
    1000,
    (1.0, 0.5, 0.667),
    Spent(4, 2),
    200.4,
    Spent(9, 4),
    Spent(0.25, 0.1),
    Spent(0.05, 0.05),
    REJECTED,
    Spent(1, 1),
    90,
)


def test_growth_is_told_as_a_power_of_the_number_of_claims() -> None:
    assert exponent(SMALL, replace(SMALL, claims=10_000, run=Spent(400, 200))) == pytest.approx(2)
    assert exponent(SMALL, replace(SMALL, claims=10_000, run=Spent(40, 20))) == pytest.approx(1)


def test_a_row_tells_the_clock_and_the_processor() -> None:
    told = "| 1,000 | 0.667 (P 1.000 R 0.500) | 4.00 (2.00) | 200 | 9.00 (4.00) | 0.25 (0.10) |"
    assert row(SMALL) == f"{told} 0.05 (0.05) | 0.30 (0.30) | 0.40 (0.40) | 8.00 (8.00) | 1.00 (1.00) of 90 |"


def test_a_small_ledger_goes_through_all_that_is_measured() -> None:
    found = measured(300, 1)
    assert found.b_cubed[2] > 0.9
    assert found.merged >= 6
    assert min(one.wall for one in (found.run, found.document, found.review, found.next_review, *found.rejections, found.merge)) > 0
