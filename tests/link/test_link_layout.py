"""Where in a text something is told."""

from __future__ import annotations

from sayso.lang.language import load_language
from sayso.link.layout import Layout

TEXT = "Two towns\n\nA bomb fell.\n\nThe people of Kest\n\nThey ran."


def test_paragraphs_and_sections_are_numbered_and_a_section_has_its_heading() -> None:
    layout = Layout(TEXT, load_language())
    bomb, ran = TEXT.index("A bomb"), TEXT.index("They ran")
    assert layout.paragraph(bomb) + 2 == layout.paragraph(ran)
    assert layout.section(bomb) + 1 == layout.section(ran)
    assert (layout.heading(bomb), layout.heading(ran)) == ("Two towns", "The people of Kest")


def test_the_head_of_a_text_are_the_headings_that_stand_in_it() -> None:
    layout = Layout(TEXT, load_language())
    assert layout.head(20) == "Two towns"
    assert layout.head(len(TEXT)) == "Two towns The people of Kest"


def test_a_heading_that_is_part_of_the_title_stands_above_nothing() -> None:
    layout = Layout(TEXT, load_language())
    assert [layout.heading_below(TEXT.index(words), 20) for words in ("Two", "A bomb", "They ran")] == ["", "", "The people of Kest"]


def test_paragraphs_whose_label_is_a_day_open_an_entry_each() -> None:
    text = "Kest\n\nIt rained.\n\n• Sun 4 May: A bomb fell.\n\nThey ran.\n\n• Kest bridge, 5 May: It was shut.\n\nBrand: it was on 6 May."
    layout = Layout(text, load_language())
    assert [layout.entry(text.index(words)) for words in ("It rained", "A bomb", "They ran", "It was shut", "Brand")] == [0, 1, 1, 2, 2]


def test_the_points_of_a_list_below_a_day_are_entries_and_those_below_another_heading_are_none() -> None:
    text = "The dam is old. " * 30 + "\n\nSAT 3 MAY\n\n• A bomb fell.\n\n• They ran.\n\nBy day\n\n• It rained."
    layout = Layout(text, load_language())
    assert [layout.entry(text.index(words)) for words in ("The dam", "A bomb", "They ran", "It rained")] == [0, 1, 2, 2]
