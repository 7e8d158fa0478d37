from spans import beside, characters, joined, matched, overlap, shared


def test_quotation_marks_and_space_at_the_ends_of_a_part_do_not_count() -> None:
    text = "He said “it fell,” she said."
    assert characters(((8, 19),), text) == frozenset(range(9, 17))


def test_an_interrupted_part_is_all_its_characters() -> None:
    assert characters(((0, 2), (5, 7)), "ab cdefg") == frozenset({0, 1, 5, 6})


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert overlap(frozenset(), frozenset()) == 0


def test_each_side_is_matched_once_the_most_overlap_first() -> None:
    left, right = [(0, 4), (3, 9)], [(0, 9), (0, 3)]
    assert matched(left, right, lambda one, other: float(shared(one, other))) == [(0, 1), (1, 0)]


def test_what_shares_nothing_is_not_matched() -> None:
    assert matched([(0, 3)], [(3, 5)], lambda one, other: float(shared(one, other))) == []


def test_ranges_that_overlap_or_touch_are_one() -> None:
    assert joined([(4, 6), (0, 2), (5, 9), (9, 10)]) == ((0, 2), (4, 10))


def test_parts_that_a_joining_word_stands_between_are_one() -> None:
    assert beside([(0, 3), (8, 11), (15, 18)], "A b and c d or e f") == ((0, 18),)
    assert beside([(0, 3), (9, 12)], "A b then c d") == ((0, 3), (9, 12))


def test_parts_with_only_space_and_quotation_marks_between_them_are_one() -> None:
    assert beside([(0, 3), (5, 8), (12, 14)], "A b”  “c d he e f") == ((0, 8), (12, 14))
