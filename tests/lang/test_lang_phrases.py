"""Phrases of a table are found where a word begins."""

from __future__ import annotations

from sayso.lang.language import load_language
from sayso.lang.phrases import phrases


def test_a_phrase_is_found_where_a_word_begins_and_not_inside_one() -> None:
    again = phrases(load_language(), "bearing", "again")
    assert again.search("velm repeated the pledge") is not None
    assert again.search("velm weighed bathe pledge") is None


def test_the_pattern_of_a_table_is_made_once() -> None:
    assert phrases(load_language(), "bearing", "again") is phrases(load_language(), "bearing", "again")
