"""A name is compared by the words that tell it from others."""

from __future__ import annotations

import pytest

from sayso.link.name_parts import letters_of, parts, without_father


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Renn, Otto", "otto renn"),
        ("Haji Omar al-Velmi", "omar velmi"),
        ("Omar ibn Zahir", "omar zahir"),
        ("Haji Velmi", "haji velmi"),
    ],
)
def test_a_person_is_told_by_given_name_and_family_name_alone(name: str, words: str) -> None:
    assert " ".join(parts(name, True).words) == words


@pytest.mark.parametrize(
    ("name", "words", "forms"),
    [
        ("Orsk Mills Co., Ltd.", "orsk mills", {"any", "limited"}),
        ("OOO Orsk Mills", "orsk mills", {"limited"}),
        ("Orsk Mills Joint Stock Company", "orsk mills", {"stock"}),
        ("Third Brigade of the Valley", "3 brigade valley", set()),
        ("SE Harran", "se harran", set()),
        ("Limited", "limited", set()),
    ],
)
def test_a_body_is_told_without_its_legal_form_and_small_words(name: str, words: str, forms: set[str]) -> None:
    told = parts(name, False)
    assert (" ".join(told.words), set(told.forms)) == (words, forms)


def test_a_son_is_told_by_one_word_however_it_is_spelt() -> None:
    assert parts("Omar bin Zahir", True).whole == parts("Omar ibn Zahir", True).whole == ("omar", "bin", "zahir")


def test_a_fathers_name_is_left_out_only_between_given_name_and_family_name() -> None:
    assert without_father(("otto", "karlovich", "renn")) == ("otto", "renn")
    assert without_father(("otto", "karlovich")) == ("otto", "karlovich")


def test_all_ways_to_write_a_name_share_their_letters() -> None:
    ways = ("Viktor Massov", "Massov, Viktor", "ViktorMassov", "Wiktor Karlovich Massov", "Viktor Masosv")
    assert len({letters_of(name, True) for name in ways[:-1]}) == 1
    assert letters_of("Viktor Massov", True) != letters_of("Viktor Lassov", True)


def test_a_name_of_few_consonants_is_not_looked_for_by_them() -> None:
    assert letters_of("Li Bo", True) is None
