import pytest

from shares import Score, share, wilson


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(85, 100) == pytest.approx((0.7672, 0.9069), abs=1e-4)
    assert wilson(10, 10)[1] == pytest.approx(1)


def test_a_share_of_nothing_says_that_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert share(0, 0).startswith("– (0 of 0")


def test_counts_of_several_documents_make_one_f1() -> None:
    score = Score()
    score.add(1, 2, 1)
    score.add(2, 2, 4)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 / 3)
