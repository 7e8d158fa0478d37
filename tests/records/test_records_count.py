from __future__ import annotations

from sayso.records.count import between, many


def test_one_thing_has_the_singular_and_more_the_plural_of_its_own() -> None:
    assert [many(1, "claim"), many(2, "claim"), many(0, "claim"), many(2, "party", "parties")] == [
        "1 claim",
        "2 claims",
        "0 claims",
        "2 parties",
    ]


def test_a_range_of_one_number_is_that_number() -> None:
    assert (between((2, 3)), between((2, 2))) == ("2–3", "2")
