"""Words of names that do not tell names apart stand in the table as they are compared."""

from __future__ import annotations

from sayso.known.name_words import name_words
from sayso.link.names import fold


def test_every_legal_form_stands_as_names_are_folded() -> None:
    assert all(fold(f"orsk {' '.join(form)}") == f"orsk {' '.join(form)}" for form in name_words().legal_forms)


def test_forms_of_one_kind_in_two_languages_are_of_one_class() -> None:
    forms = name_words().legal_forms
    assert forms["ooo",] == forms["gmbh",] == forms["limited", "liability", "company"] != forms["jsc",] == forms["oao",]


def test_no_word_is_both_an_article_and_a_word_for_son() -> None:
    known = name_words()
    assert known.articles
    assert known.sons
    assert known.articles.isdisjoint(known.sons)
