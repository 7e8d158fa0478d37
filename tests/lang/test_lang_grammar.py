"""Function words by the part they play: what a language must tell, and what it may leave empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.lang.grammar import any_of, any_of_many, small
from sayso.lang.language import Language, language_of, load_language


def test_every_role_of_the_table_is_one_that_the_code_knows() -> None:
    told = set(load_language("en").rules("grammar"))
    assert {name for name in told if not hasattr(load_language("en").grammar, name)} == set()


def test_a_table_without_a_role_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    table = (load_language("en").folder / "grammar.yml").read_text(encoding="utf-8")
    (tmp_path / "grammar.yml").write_text(re.sub(r"(?m)^(doer|copula):.*\n", "", table), encoding="utf-8")
    with pytest.raises(LookupError, match=r"grammar\.yml has no doer, copula"):
        _ = Language("xx", tmp_path).grammar


def test_no_words_meet_nothing() -> None:
    assert re.search(any_of([]), "the dam") is None
    assert re.match(rf"(?:(?:{any_of([])}) )?dam", "dam")


@pytest.mark.parametrize("code", [None, "en", "und", "xx"])
def test_a_document_of_no_known_language_is_read_as_english(code: str | None) -> None:
    assert language_of(code) is load_language("en")


@pytest.mark.parametrize(("text", "lowered"), [("The DAM", "the dam"), ("İzmir und GENF", "İzmir und genf")])
def test_a_text_in_small_letters_keeps_the_place_of_each(text: str, lowered: str) -> None:
    assert small(text) == lowered


@pytest.mark.parametrize("table", ["opposites", "bearing", "exclusions"])
def test_words_that_are_looked_for_in_small_letters_are_written_in_them(table: str) -> None:
    words = (load_language("en").folder / f"{table}.yml").read_text(encoding="utf-8")
    told = [line for line in words.splitlines() if not line.lstrip().startswith(("#", "question:"))]
    assert re.findall(r"(?<!\\)[A-Z]\w*", re.sub(r"\(\?P<\w+>", "", "\n".join(told))) == []


def test_phrases_run_on_over_the_end_of_a_line_and_each_letter_keeps_its_place() -> None:
    assert small("Denied\nAny Part") == "denied any part"


def test_a_pattern_for_thousands_of_words_finds_what_the_plain_one_finds_the_longest_first() -> None:
    words = ["Velk", "Velk Front", "V", "Dol", "Dol (East)", "7th Guard"]
    text = "The Velk Front and Velk, V. of Dol (East) and Dol: the 7th Guard"
    found = [[match.group() for match in re.finditer(pattern, text)] for pattern in (any_of(words), any_of_many(words))]
    assert found[0] == found[1] == ["Velk Front", "Velk", "V", "Dol (East)", "Dol", "7th Guard"]
    assert not re.search(any_of_many([]), text)
