from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.anchor import Anchor, anchor_of, carried, place
from sayso.records.claim import Claim, Slot, Voice
from sayso.records.document import Span

TEXT = "The mayor of Kest spoke first. Orsk denied the fire. The mayor of Sarn spoke then. Orsk denied the fire. It was late in the day."
DOC = "d" * 64


def at(words: str, nth: int = 0, text: str = TEXT) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor_of(text, Span(DOC, start, start + len(words)))


def words(anchor: Anchor, text: str) -> str | None:
    spot = place(anchor, text)
    return None if spot is None else text[slice(*spot)]


def test_words_are_found_where_they_stood() -> None:
    for nth in (0, 1):
        anchor = at("Orsk denied the fire.", nth)
        assert place(anchor, TEXT) == (anchor.start, anchor.end)


def test_of_two_equal_sentences_the_one_with_the_old_words_around_it_is_meant() -> None:
    moved = "Published by the Ovrisk Post\n\n" + TEXT
    for nth in (0, 1):
        anchor = at("Orsk denied the fire.", nth)
        assert place(anchor, moved) == (anchor.start + 30, anchor.end + 30)


def test_the_one_that_is_left_is_not_taken_for_the_one_that_is_gone() -> None:
    text = "He said no. Nobody knows when. The river rose in the night, and all of the bridges went. She said no. He said no."
    gone = text.replace("He said no. Nobody", "Nobody").replace("went. She said no. He said no.", "went.")
    assert place(at("He said no.", 0, text), gone) is None


def test_words_that_were_wrapped_anew_are_found() -> None:
    assert words(at("Orsk denied the fire.", 1), TEXT.replace("Orsk denied the", "Orsk\n   denied the")) == "Orsk\n   denied the fire."
    assert words(at("mayor of Sarn"), TEXT.replace("mayor of Sarn", "mayor of\u00ad Sarn")) == "mayor of\u00ad Sarn"


def test_words_with_something_mended_are_found_by_what_stands_around_them() -> None:
    assert (
        words(at("The mayor of Sarn spoke then."), TEXT.replace("mayor of Sarn spoke", "mayor of Saarn spoke"))
        == "The mayor of Saarn spoke then."
    )


def test_other_words_at_the_same_place_are_not_taken_for_them() -> None:
    assert (
        place(at("The mayor of Sarn spoke then."), TEXT.replace("The mayor of Sarn spoke then.", "Nobody else was there, they wrote."))
        is None
    )


def test_words_that_stand_twice_with_equal_context_belong_nowhere() -> None:
    anchor = Anchor(DOC, 900, 905, "fire.", "", "")
    assert place(anchor, TEXT) is None


@given(st.text(alphabet="ab \n", min_size=1, max_size=60), st.data())
def test_in_the_same_text_every_place_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert place(anchor_of(text, Span(DOC, start, end)), text) == (start, end)


@pytest.fixture
def claim() -> Claim:
    start = TEXT.index("Orsk denied")
    span = Span(DOC, start, start + len("Orsk denied the fire."))
    voice = Voice("Orsk", Span(DOC, start, start + 4), "Orsk")
    slot = Slot("instrument", "fire", Span(DOC, start + 16, start + 20))
    cue = Span(DOC, start + 5, start + 11)
    return Claim("", span, "Orsk denied the fire.", (voice,), "denies", "denies", "certain", "event", "attack", cue=cue, slots=(slot,))


def test_a_claim_takes_its_details_along(claim: Claim) -> None:
    text = "Late edition. " + TEXT
    moved = carried(claim, Span("e" * 64, claim.span.start + 14, claim.span.end + 14), text)
    assert [text[span.start : span.end] for span in (moved.voice.span, moved.slots[0].span, moved.cue) if span] == [
        "Orsk",
        "fire",
        "denied",
    ]
    assert {span.doc for span in (moved.span, moved.voice.span, moved.slots[0].span) if span} == {"e" * 64}


def test_a_detail_whose_words_are_gone_points_at_the_whole_clause(claim: Claim) -> None:
    text = TEXT.replace("the fire", "the blaze", 1)
    moved = carried(claim, Span(DOC, claim.span.start, claim.span.end + 1), text)
    assert moved.slots[0].span == moved.span
    assert moved.slots[0].text == moved.quote == "Orsk denied the blaze."
    assert moved.cue is None
