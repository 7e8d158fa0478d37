"""Two names are laid side by side word by word."""

from __future__ import annotations

from sayso.link.agreement import Agreement, agreement
from sayso.link.name_parts import parts


def side_by_side(one: str, other: str, person: bool = True) -> Agreement:
    return agreement(parts(one, person), parts(other, person))


def test_words_are_the_same_sound_the_same_or_differ_in_letters() -> None:
    told = side_by_side("Yaqub Omar Renn", "Yakoub Omar Rehn")
    assert (told.same, told.sounding, told.spelt) == (("omar",), (("yaqub", "yakoub"),), (("renn", "rehn"),))
    assert (told.shared, told.letters) == (3, 1)


def test_words_that_have_nothing_like_them_in_the_other_are_left_over_on_their_side() -> None:
    told = side_by_side("Otto Viktor Renn", "Otto Zahir Renn")
    assert (told.left, told.right) == (("viktor",), ("zahir",))


def test_a_word_goes_with_the_likest_one() -> None:
    assert side_by_side("Omar Omair", "Omair Omar").same == ("omar", "omair")


def test_initials_go_with_a_word_that_begins_so() -> None:
    told = side_by_side("O. V. Renn", "Otto Renn")
    assert (told.initials, told.left, told.right) == ((("o", "otto"),), ("v",), ())


def test_words_written_as_one_are_those_of_the_other() -> None:
    assert side_by_side("ViktorRenn", "Viktor Renn").same == ("viktorrenn",)
    assert side_by_side("Viktor Mas sov", "Viktor Karl Massov").same == ("viktor", "massov")


def test_the_order_of_words_is_told() -> None:
    assert not side_by_side("Renn Viktor", "Viktor Renn").ordered
    assert side_by_side("Viktor Renn", "Viktor Karl Renn").ordered


def test_a_number_is_never_another_one_misspelt() -> None:
    assert side_by_side("Brigade 1044", "Brigade 1045", person=False).right == ("1045",)
