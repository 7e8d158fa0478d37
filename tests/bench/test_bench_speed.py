from speed import in_turn, row


def test_works_take_turns_after_a_round_that_is_not_counted() -> None:
    done = []
    times = in_turn([lambda: done.append("a"), lambda: done.append("b")], rounds=2)
    assert done == ["a", "b", "a", "b", "a", "b"]
    assert [len(seconds) for seconds in times] == [2, 2]


def test_speed_is_the_median_of_the_rounds() -> None:
    assert row("find", 600, [1.0, 2.0, 6.0]) == "| find | 300 | 100 to 600 |"
