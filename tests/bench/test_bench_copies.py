"""How altered copies are made and counted."""

from __future__ import annotations

import random

from copies import cut, document, recall, replaced

WORDS = "Three rockets fell near the harbour of Kest on Monday and nobody said who had fired them at the town"


def test_altered_words_are_the_longer_ones_and_numbers_stay() -> None:
    altered = replaced(1)(["Twelve", "of", "40", "boats", "sank"], random.Random(1))
    assert [word for word in altered if word in {"of", "40"}] == ["of", "40"]
    assert len(set(altered) & {"Twelve", "boats", "sank"}) == 0


def test_a_cut_leaves_the_beginning() -> None:
    assert cut(0.5)(["a", "b", "c", "d"], random.Random(1)) == ["a", "b"]


def test_sentences_stand_where_their_claims_say() -> None:
    text, finding = document("a", ["one two", "three"])
    assert [text.text[claim.span.start : claim.span.end] for claim in finding.claims] == ["one two", "three"]


def test_what_is_altered_too_much_does_not_count_as_found() -> None:
    told = [WORDS]
    assert (recall(told, cut(0.1), 1), recall(told, cut(0.6), 1)) == ((1, 1), (0, 1))
