"""How words, dates and quotations are put."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from sayso.lang.language import load_language
from sayso.records.dispute import DisputeKind
from sayso.records.incident import Status
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When
from sayso.tell.markdown import Notes, escape, sentences, unescape
from sayso.tell.wording import LONG, Wording, cut, inner


@pytest.fixture
def wording() -> Wording:
    return Wording(load_language("en"))


def test_a_long_quotation_is_cut_at_the_end_of_a_clause() -> None:
    words = "They said the bridge was closed for good, " + "and that nobody would cross it again " * 10
    assert cut(words + "x " * 40).endswith(" …")
    assert cut("a " * 40 + "clause, " + "b " * 200).endswith("clause …")
    assert len(cut(words)) <= LONG + 2


def test_a_short_quotation_is_not_cut() -> None:
    assert cut("They said no, and left.") == "They said no, and left."


def test_marks_inside_a_quotation_become_single_and_outer_ones_go() -> None:
    assert inner("“absolutely untrue”,") == "absolutely untrue"
    assert inner('he said "two" fell') == "he said ‘two’ fell"
    assert inner("“one” and “two”") == "‘one’ and ‘two’"


def test_a_date_is_told_as_exactly_as_it_is_known(wording: Wording) -> None:
    month = When(date(2031, 3, 1), date(2031, 3, 31), "month", "stated")
    year = When(date(2031, 1, 1), date(2031, 12, 31), "year", "stated")
    assert [wording.date(month), wording.date(year), wording.date(None)] == ["March 2031", "2031", "undated"]
    assert wording.opening(month) == "In March 2031 "
    assert wording.opening(When(date(2031, 3, 1), date(2031, 3, 9), "range", "inferred")) == "Between 1 and 9 March 2031 "


def test_counts_agree_with_their_numbers(wording: Wording) -> None:
    assert wording.count("voices", 1) == "1 voice"
    assert wording.count("origins", 3, 4) == "3–4 independent origins"


def test_every_act_of_the_records_has_its_word(wording: Wording) -> None:
    acts = "asserts relays assesses accuses denies claims_responsibility concedes declines_comment pledges predicts threatens demands"
    assert all(wording.act(act, False) for act in acts.split())


def test_a_stop_inside_a_quotation_or_an_abbreviation_ends_no_sentence(wording: Wording) -> None:
    line = "Gen. Dorn of the U.S. said: “No. Never again” [1]. Two more fell [2]."
    assert sentences(line, wording.words("abbreviations")) == ["Gen. Dorn of the U.S. said: “No. Never again” [1].", "Two more fell [2]."]


def test_claims_are_numbered_as_they_are_first_cited() -> None:
    notes = Notes()
    assert [notes.cite(["b"]), notes.cite(["a", "b"]), notes.cited] == ["[1]", "[1][2]", ["b", "a"]]


def test_what_is_escaped_comes_back_equal() -> None:
    text = "a_b *c* [3] <d> | e \\ `f`"
    assert unescape(escape(text)) == text
    assert "[3]" not in escape(text).replace("\\[", "")


def test_the_stop_at_the_end_of_a_quotation_goes_unless_it_ends_an_abbreviation() -> None:
    assert inner("They left.") == "They left"
    assert inner("sent by the U.S.") == "sent by the U.S."


def test_an_underscore_inside_a_word_needs_no_escape() -> None:
    assert escape("a_b.txt _x_") == "a_b.txt \\_x\\_"


def test_a_long_list_names_some_and_counts_the_rest(wording: Wording) -> None:
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed(list("abcdef"), most=3) == "a, b and 4 others"


def test_every_question_kind_of_dispute_and_act_of_the_vocabulary_has_its_words(wording: Wording) -> None:
    assert all(wording.phrase("questions", key) != key.replace("_", " ") or key == "how_many" for key in vocabulary().questions)
    assert all(wording.phrase("topics", kind) != kind for kind in get_args(DisputeKind))
    assert all(wording.phrase("status", status) != status.replace("_", " ") for status in get_args(Status))
