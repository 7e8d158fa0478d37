"""How an incident looks in a notebook: every answer leads to its words, and nothing is told by colour alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.ledger import Ledger

HEAD = "Published: March 5, 2024\n\nThis is an invented report for the tests of the program, and nothing in it is real.\n\n"


@pytest.fixture
def shown(ledger: Ledger, tmp_path: Path) -> str:
    """The incident of the pile, with its first report printed once more and a party that changed its answer."""
    (tmp_path / "copy.txt").write_text("Reprinted.\n" + (tmp_path / "inbox" / "a.txt").read_text(encoding="utf-8"), encoding="utf-8")
    later = (
        HEAD.replace("5", "7") + "Words before. " * 20 + "Orsenia said that <two> rockets hit Kestavar on 4 March." + " Words behind." * 20
    )
    (tmp_path / "later.txt").write_text(later, encoding="utf-8")
    ledger.run([tmp_path / "copy.txt", tmp_path / "later.txt"])
    return ledger.incident(ledger.claims(voice="Tarvonia")[0])._repr_html_()


def test_every_answer_leads_to_the_passage_that_it_rests_on(shown: str) -> None:
    targets, places = set(re.findall(r'href="#([^"]+)"', shown)), re.findall(r'<li id="([^"]+)"', shown)
    assert targets <= set(places)
    assert len(places) == len(set(places)) >= 2


def test_the_same_words_stand_once_and_name_where_else_they_stand(shown: str) -> None:
    assert shown.count("Tarvonia said that twelve rockets hit Kestavar on 4 March.") == 1
    assert re.search(r"a\.txt ¶3 .*<br>the same words: copy\.txt ¶", shown)


def test_stance_is_told_by_a_mark_and_a_line_not_by_colour_alone(shown: str) -> None:
    assert '<mark class="affirms">' in shown
    assert '<mark class="denies">' in shown
    assert "✓ asserts" in shown
    assert "✗ denies" in shown
    assert {"solid", "dashed", "dotted"} <= set(re.findall(r"border-bottom: 2px (\w+)", shown))


def test_its_colours_hold_in_light_and_dark(shown: str) -> None:
    """Text takes the colour of the page, and what lies behind it lets the page through."""
    style = shown[shown.index("<style>") : shown.index("</style>")]
    assert set(re.findall(r"(?<![-\w])color: ([^;]+);", style)) == {"inherit"}
    assert all("rgba(" in value for value in re.findall(r"background: ([^;]+);", style))


def test_surroundings_are_whole_words_and_marks_of_the_text_are_escaped(ledger: Ledger, tmp_path: Path) -> None:
    text = HEAD + "Words before. " * 20 + "Orsenia said that <two> rockets hit Kestavar on 4 March." + " Words behind." * 20
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    ledger.run([tmp_path / "long.txt"])
    shown = ledger.claims(source="long.txt")[0]._repr_html_()
    assert "Orsenia said that &lt;two&gt; rockets" in shown
    before, after = shown.partition("<mark")[0].rpartition("<blockquote>")[2], shown.partition("</mark>")[2].partition("</blockquote>")[0]
    assert re.match(r"… (before\. )?Words ", before)
    assert re.search(r" (Words|behind\.) …$", after)


def test_a_wide_matrix_scrolls_in_a_named_region_with_headings_on_both_sides(shown: str) -> None:
    assert '<div class="wide" role="region" aria-label="Who answers what" tabindex="0"><table><caption>Who answers what</caption>' in shown
    assert '<th scope="col">Did it happen?</th>' in shown
    assert '<th scope="row">Tarvonia</th>' in shown
    assert "Nobody answers: What harm?" in shown or "What harm?" in shown
