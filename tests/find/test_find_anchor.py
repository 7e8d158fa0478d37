from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.anchor import Anchor

TEXT = "The post said:  “Ten rockets,\nno more”. In 2010 there were 10.\nThe post said so again."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ten rockets", ["Ten rockets"]),
        ("“Ten rockets,\nno more”", ["“Ten rockets,\nno more”"]),
        ('"Ten rockets, no more"', ["“Ten rockets,\nno more”"]),
        ("said: “Ten", ["said:  “Ten"]),
        ("  The post said ", ["The post said", "The post said"]),
        ("10", ["10"]),
        ("ten rockets", []),
        ("Ten rocket", []),
        ("Ten rockets no more", []),
        ("Eleven rockets", []),
        ("", []),
        (" \n", []),
    ],
)
def test_words_are_found_as_they_stand_or_with_space_and_quotation_marks_folded_and_never_more_loosely(
    words: str, found: list[str]
) -> None:
    places = Anchor(TEXT).places(words)
    assert [TEXT[start:end] for start, end in places] == found


def test_only_places_wholly_inside_the_bounds_are_given() -> None:
    second = TEXT.rindex("The post")
    assert Anchor(TEXT).places("The post said", 5) == [(second, second + len("The post said"))]
    assert Anchor(TEXT).places("The post said", 0, 12) == []


def test_where_words_stand_exactly_the_folded_places_are_left_out() -> None:
    text = 'He said “no”. He said "no".'
    assert Anchor(text).places('"no"') == [(22, 26)]


@given(st.text(alphabet='ab “”"\n ', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_whatever_is_copied_out_of_a_text_is_found_at_its_place(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    words = text[start:end]
    inside = start == 0 or not (text[start - 1 : start + 1].isalnum()) if words else False
    whole = inside and not (end < len(text) and text[end - 1 : end + 1].isalnum())
    if words and words == words.strip() and whole:
        assert (start, end) in Anchor(text).places(words)
