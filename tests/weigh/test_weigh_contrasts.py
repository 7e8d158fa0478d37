"""Opposite answers in one passage are a dispute, whomever they are of."""

from __future__ import annotations

import pytest
from piles import Pile


def asked(one: str, other: str, voices: tuple[str, str] = ("Orsk", "Velm")) -> list[str]:
    """The questions on which two statements that stand side by side differ."""
    pile = Pile()
    for quote, voice in zip((one, other), voices, strict=True):
        pile.say("a.txt", quote, voice, kind="statement", verb="statement")
    return [found.question for found in pile.weigh().disputes]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("Orsk said that the miller was dead.", "Velm insists that he is alive.", "Dead or alive?"),
        ("Orsk said that he had a heart attack.", "Velm insists he was poisoned.", "How did the person die?"),
        ("Orsk said that the letter is genuine.", "Velm calls it a forgery.", "Is it genuine?"),
        ("Orsk said that the boatmen fired first.", "Velm says they were unarmed.", "Were they armed?"),
        ("Orsk said that the fire came from the hill.", "Velm attributes it to hunters.", "By whom?"),
        ("Orsk said that the hill was taken.", "Velm says it has beaten off two raids.", "Is it taken?"),
        ("Orsk said that they left of their own free will.", "Velm says they were expelled.", "Did they do so of their own will?"),
    ],
)
def test_opposite_answers_side_by_side_are_a_dispute(one: str, other: str, question: str) -> None:
    assert asked(one, other) == [question]
    assert asked(one, other, ("Orsk", "Orsk")) == []


def test_the_doer_whom_an_accusation_tells_stands_against_the_doer_whom_the_next_voice_tells() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk accused the Front of burning the mill.", "Orsk", "accuses", verb="attack", agent="Front")
    pile.say("a.txt", "Velm said that hunters set the mill on fire.", "Velm", verb="attack", agent="hunters")
    assert [found.question for found in pile.weigh().disputes] == ["By whom?"]
    pile = Pile()
    pile.say("a.txt", "Orsk said that the Front burned the mill.", "Orsk", verb="attack", agent="Front")
    pile.say("a.txt", "Velm said that hunters shot an ox.", "Velm", verb="attack", agent="hunters")
    assert "By whom?" not in {found.question for found in pile.weigh().disputes}


def test_two_voices_that_tell_of_two_wrongs_without_a_word_for_blaming_do_not_disagree_on_who_did_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk said that the Front burned the mill.", "Orsk", "accuses", verb="attack", agent="Front")
    pile.say("a.txt", "Velm said that the wardens shot an ox.", "Velm", "accuses", verb="attack", agent="wardens")
    assert "By whom?" not in {found.question for found in pile.weigh().disputes}


def test_the_same_ones_named_are_no_dispute() -> None:
    assert asked("Orsk blamed the hunters of Sarn.", "Velm attributes it to the hunters.") == []


def test_answers_a_sentence_apart_need_a_word_in_common() -> None:
    far = "Velm insists that the letter was forged. " + "It told of its harvest at length. "
    assert asked("Orsk said that the letter is genuine.", far) == ["Is it genuine?"]
    pile = Pile()
    pile.say("a.txt", "Orsk said that the letter is genuine.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", "The river rose for a week.", kind="statement", verb="statement")
    pile.say("a.txt", "Velm says the stamps were forged.", "Velm", kind="statement", verb="statement")
    assert pile.weigh().disputes == ()


def test_names_that_have_a_word_with_a_number_in_common_are_one_answer() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk accused K9 of burning the mill.", "Orsk", "accuses", verb="attack", agent="K9")
    pile.say("a.txt", "Velm said that K9 rebels set the mill on fire.", "Velm", verb="attack", agent="K9 rebels")
    assert "By whom?" not in {found.question for found in pile.weigh().disputes}


def test_names_that_have_a_short_name_in_common_are_one_answer() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk accused the Dawn of burning the mill.", "Orsk", "accuses", verb="attack", agent="Dawn")
    pile.say("a.txt", "Velm said that Dawn rebels set the mill on fire.", "Velm", verb="attack", agent="Dawn rebels")
    assert "By whom?" not in {found.question for found in pile.weigh().disputes}


def by_whom(one: str, other: str) -> list[set[str]]:
    """The answers to the question by whom in two statements side by side."""
    pile = Pile()
    for quote, voice in ((one, "Orsk"), (other, "Velm")):
        pile.say("a.txt", quote, voice, kind="statement", verb="statement")
    return [{side.value for side in found.sides} for found in pile.weigh().disputes if found.question == "By whom?"]


def test_who_blames_a_deed_on_somebody_names_him_behind_the_deed() -> None:
    other = "Velm attributes it to hunters."
    assert by_whom("Orsk blamed the blaze on the mill wardens.", other) == [{"the mill wardens", "hunters"}]
    assert by_whom("Orsk blamed the mill wardens for the blaze on the hill.", other) == [{"the mill wardens for", "hunters"}]
    assert by_whom("Orsk blamed wardens on Monday.", other) == [{"wardens on Monday", "hunters"}]


def test_what_a_deed_led_to_did_it_not() -> None:
    other = "Velm attributes it to hunters."
    assert by_whom("Orsk said that the fire led to the loss of the mill.", other) == []
    assert by_whom("Orsk said that the trail led to the mill wardens.", other) == [{"the mill wardens", "hunters"}]


def test_who_leaves_open_which_of_two_it_was_gives_no_answer() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk said the miller was murdered.", "Orsk", kind="statement", verb="statement")
    pile.say(
        "a.txt", "Lund said there were no clues whether the miller died by accident or murder.", "Lund", kind="statement", verb="statement"
    )
    pile.say("a.txt", "Velm said it was not known whether it was suicide or an accident.", "Velm", kind="statement", verb="statement")
    assert [one.question for one in pile.weigh().disputes if one.question == "How did the person die?"] == []
