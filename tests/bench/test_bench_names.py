import pytest

from names import average_precision, best, f1_at, held_back, score_of
from sayso.link.actors import SAME

PAIRS = [(6.0, True), (3.0, True), (3.0, False), (0.0, True), (-100.0, False)]


def test_two_spellings_of_a_name_are_judged_by_the_table_of_features() -> None:
    assert score_of("Yaqub Orlan", "Yakoub Orlan", "person") >= SAME
    assert score_of("Yaqub Orlan", "Ines Kolbe", "person") < 0


def test_a_threshold_counts_all_pairs_that_reach_it() -> None:
    assert (f1_at(PAIRS, 3.0).right, f1_at(PAIRS, 3.0).found, f1_at(PAIRS, 3.0).gold) == (2, 3, 3)
    assert best(PAIRS) == 0.0


def test_pairs_of_one_score_count_together() -> None:
    assert average_precision(PAIRS) == pytest.approx((1 + 2 / 3 + 3 / 4) / 3)


def test_a_part_is_counted_by_the_threshold_that_is_best_on_the_others() -> None:
    pairs = [(3.0, True), (1.0, False), (3.0, True), (2.0, False)]
    found = held_back(pairs, [1, 1, 2, 2])
    assert (found.right, found.found, found.gold) == (2, 2, 2)
    worse = held_back([(1.0, True), (3.0, False), (3.0, True)], [1, 1, 2])
    assert (worse.right, worse.found, worse.gold) == (1, 2, 2)


def test_names_that_look_alike_score_below_what_makes_one() -> None:
    assert 0 < score_of("Otto Lassov", "Otto Massov", "person") < SAME
