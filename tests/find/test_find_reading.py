"""A text as the rules read it: what is no word is passed over, and what stands around it is found at its place."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding


def test_a_row_of_letters_without_end_is_no_word_and_moves_nothing(find: Callable[[str], Finding]) -> None:
    text = f"The mill burned.\n\n{'a1+' * 400}\n\nThe guild said that the boats had left."
    told = [claim for claim in find(text).claims if claim.voice.text == "The guild"]
    assert [text[claim.span.start : claim.span.end] for claim in told] == ["The guild said that the boats had left."]
