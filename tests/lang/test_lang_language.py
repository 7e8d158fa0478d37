"""A language's tables are words, whatever YAML takes them for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.lang.language import Language, pipeline


def test_on_and_no_are_words_in_a_table(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("before: [on, no, off, yes, true]\non: no\n", encoding="utf-8")
    assert Language("xx", tmp_path).rules("words") == {"before": ["on", "no", "off", "yes", True], "on": "no"}


def test_the_lists_of_words_of_a_table_are_sets_that_are_made_once(tmp_path: Path) -> None:
    (tmp_path / "verbs.yml").write_text("said: [glorp, on]\nrows: [{verb: zib}]\nof: {one: [a]}\nname: no\n", encoding="utf-8")
    language = Language("xx", tmp_path)
    assert language.words("verbs") == {"said": frozenset({"glorp", "on"})}
    assert language.words("verbs") is language.words("verbs")


@pytest.mark.parametrize(("sentence", "lemma"), [("They hoped it would rain.", "hope"), ("The rebels staged a raid.", "stage")])
def test_forms_of_a_verb_are_not_taken_for_those_of_a_shorter_one(sentence: str, lemma: str) -> None:
    assert lemma in {token.lemma_ for token in pipeline()(sentence)}


def test_a_noun_keeps_its_own_lemma() -> None:
    assert "hope" in {token.lemma_ for token in pipeline()("Their hopes were high.")}
