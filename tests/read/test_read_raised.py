from __future__ import annotations

from sayso.read.raised import DIGITS, as_raised


def test_the_number_of_a_note_is_written_raised_and_its_letters_are_not() -> None:
    assert as_raised("12a") == "¹²a"
    assert as_raised("0123456789") == DIGITS
