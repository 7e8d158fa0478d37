"""A text as a parser can read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.language import load_language
from sayso.lang.layout import blocks_of
from sayso.lang.readable import readable, unseen


@given(st.text())
def test_the_readable_text_keeps_every_offset(text: str) -> None:
    assert len(readable(text)) == len(text)


def parsed(text: str) -> str:
    """The text of its first block as a parser gets it."""
    block = blocks_of(text, load_language())[0]
    plain = readable(text)
    gone = {at for start, end in unseen(text, block) for at in range(start, end)}
    return "".join(plain[at] for at in range(block.start, block.end) if at not in gone)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("an inven\u00adtion of the Front.", "an invention of the Front."),
        ("an inven\u00ad\r\n  tion of the Front.", "an invention of the Front."),
        ("by the separ-\natists, he said.", "by the separatists, he said."),
        ("the rocket-propelled kind of rocket-\npropelled arms.", "the rocket-propelled kind of rocket-propelled arms."),
        ("Kest\u200bavar was hit.", "Kestavar was hit."),
        ("twelve \u200brockets\ufeff hit it.", "twelve rockets hit it."),
        ("The \u200eFront\u200e \u200fsaid \u202aso\u202c, \u2068he\u2069 did not.", "The Front said so, he did not."),
        ("Jose\u0301 Mun\u0303oz", "José Muñoz"),
    ],
)
def test_a_word_cut_by_a_hyphen_or_an_unseen_sign_is_parsed_whole(text: str, seen: str) -> None:
    assert parsed(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("the town.12 The army denied it.", "the town.   The army denied it."),
        ("the town¹² and the army", "the town   and the army"),
        ("a range of 3.15 Miles and No.5 Company", "a range of 3.15 Miles and No.5 Company"),
        ("[any rocket](https://e.example/x) fell", " any rocket" + " " * 23 + "fell"),
        ("the **army** and _nobody_ else", "the   army   and  nobody  else"),
        ("## Rockets\n", "   Rockets "),
        ("> They denied it.", "  They denied it."),
        ("the file_name_here stays", "the file_name_here stays"),
    ],
)
def test_marks_of_notes_and_of_markdown_are_blank_for_parsers(text: str, seen: str) -> None:
    assert readable(text) == seen


@given(st.text(st.sampled_from("ab. \n\r\f\u00ad-,A1#>_*[]()"), max_size=300))
def test_what_is_not_parsed_lies_inside_its_block_in_order(text: str) -> None:
    for block in blocks_of(text, load_language()):
        gaps = unseen(text, block)
        assert all(block.start <= start <= end <= block.end for start, end in gaps)
        assert gaps == sorted(gaps)
