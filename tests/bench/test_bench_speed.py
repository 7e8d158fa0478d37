from news import document_of
from speed import in_turn, row, warm_seconds


def test_works_take_turns_after_a_round_that_is_not_counted() -> None:
    done = []
    times = in_turn([lambda: done.append("a"), lambda: done.append("b")], rounds=2)
    assert done == ["a", "b", "a", "b", "a", "b"]
    assert [len(seconds) for seconds in times] == [2, 2]


def test_speed_is_the_median_of_the_rounds() -> None:
    assert row("find", 600, [1.0, 2.0, 6.0]) == "| find | 300 | 100 to 600 |"


def test_the_clock_starts_after_the_first_texts() -> None:
    assert 0 < warm_seconds([document_of(str(number), f"Ines Kolbe said that pier {number} was safe.") for number in range(6)], 1) < 60
