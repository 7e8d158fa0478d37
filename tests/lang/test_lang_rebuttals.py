"""Whether a claim turns down what another voice said right before it is told by its words."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.lang.rebuttals import answers, doubts, rebuts, turns_down
from sayso.records.claim import AUTHOR, Act, Claim, Polarity, Voice
from sayso.records.document import Span

EN = load_language()


def told(quote: str, voice: str, start: int = 0, act: Act = "asserts", polarity: Polarity = "affirms", said: str = "") -> Claim:
    """A statement that stands at a place of one text; `said` is the part of it that is not about who speaks."""
    who = Voice(AUTHOR) if voice == AUTHOR else Voice(voice, Span("a", start, start + len(voice)), voice)
    at = start + quote.find(said) if said else start
    content = (Span("a", at, at + len(said)),) if said else ()
    return Claim(
        "", Span("a", start, start + len(quote)), quote, (who,), act, polarity, "certain", "statement", "statement", content=content
    )


ORSK = told("Orsk said that its envoys had been warned of the flood", "Orsk", said="its envoys had been warned of the flood")


def answer(quote: str, said: str, *, voice: str = "Velm", act: Act = "asserts", gap: int = 2) -> bool:
    """Whether the words turn down what Orsk said."""
    return rebuts(told(quote, voice, ORSK.span.end + gap, act, "denies", said), ORSK, EN)


@pytest.mark.parametrize(
    ("quote", "said", "act"),
    [
        ("Velm knew of no such warning.", "of no such warning", "asserts"),
        ("Velm has always denied it.", "it", "denies"),
        ("Velm says it was not.", "it was not", "denies"),
        ("Velm dismissed this claim.", "this claim", "denies"),
        ("Velm rejected the allegations.", "the allegations", "denies"),
        ("Velm denied that they were told.", "that they were told", "denies"),
        ("Velm said it had no record of that.", "it had no record of that", "asserts"),
    ],
)
def test_words_that_mean_what_was_said_right_before_turn_it_down(quote: str, said: str, act: Act) -> None:
    assert answer(quote, said, act=act)


def test_a_word_that_is_denied_and_stands_in_what_was_said_before_turns_it_down_a_sentence_on() -> None:
    assert answer("Velm said that no envoys had come.", "no envoys had come", gap=120)
    assert not answer("Velm said that no farmers had come.", "no farmers had come", gap=120)


def test_a_pronoun_a_sentence_on_may_mean_anything() -> None:
    assert not answer("Velm denied that they were told.", "that they were told", act="denies", gap=120)


def test_who_speaks_of_himself_turns_nothing_down() -> None:
    assert not answer("Velm said it had no boats in the river.", "it had no boats in the river")
    assert not answer("Velm said it would not speak to them.", "it would not speak to them")


def test_who_cannot_tell_turns_nothing_down() -> None:
    cannot = told("Velm could not confirm this report.", "Velm", 60, "asserts", "denies")
    assert not turns_down(cannot, EN)
    assert turns_down(told("Velm had no part in this.", "Velm", 60, "asserts", "denies"), EN)


def test_a_charge_whose_own_words_tell_what_it_was_means_nothing_told_before() -> None:
    assert not answer(
        "Velm rejected the rumours of a burial of eleven men.", "the rumours of a burial of eleven men", act="denies", gap=120
    )


def test_an_author_turns_down_only_what_he_points_at() -> None:
    assert answer("Nothing supports that assertion.", "", voice=AUTHOR)
    assert not answer("No envoys were seen.", "", voice=AUTHOR)


def test_a_pledge_cannot_be_turned_down() -> None:
    pledge = told("Orsk promised to warn its envoys", "Orsk", act="pledges", said="to warn its envoys")
    denial = told("Velm knew of no such promise.", "Velm", pledge.span.end + 2, "asserts", "denies", "of no such promise")
    assert not rebuts(denial, pledge, EN)


def denied(quote: str, said: str, *, voice: str = "Velm", gap: int = 2, before: Claim = ORSK) -> bool:
    """Whether somebody's outright denial, that many code points behind another claim, answers it."""
    return answers(told(quote, voice, before.span.end + gap, "denies", "denies", said), before, EN)


def test_an_outright_denial_in_the_next_words_answers_what_another_said_by_a_pronoun_or_a_word_of_it() -> None:
    assert denied("Velm denied that any flood had come.", "that any flood had come")
    assert denied("Velm denied having warned the envoys.", "having warned the envoys")
    assert denied("Velm denied the first.", "the first")
    assert not denied("Velm denied having sold boats.", "having sold boats")


def test_a_denial_a_sentence_on_answers_only_what_it_points_at() -> None:
    assert not denied("Velm denied having warned the envoys.", "having warned the envoys", gap=80)


def test_every_denial_right_behind_an_accusation_answers_it() -> None:
    charge = told("Orsk accused Velm of a crime", "Orsk", act="accuses")
    assert denied("Velm denied having sold boats.", "having sold boats", before=charge)


def test_a_denial_inside_the_sentence_of_what_another_said_answers_it() -> None:
    outer = told("Orsk said that the line was dead, a claim Velm rejects", "Orsk", polarity="denies", said="the line was dead")
    inner = told("a claim Velm rejects", "Velm", outer.quote.index("a claim"), "denies", "denies")
    assert answers(inner, outer, EN)


def test_he_who_goes_on_answers_nobody() -> None:
    assert not denied("He denied that any flood had come.", "that any flood had come", voice="He")


def test_who_names_whose_charge_he_turns_down_need_not_mean_who_spoke_last() -> None:
    assert not denied("Velm rejected a charge by Lund that its envoys were spies.", "a charge by Lund that its envoys were spies")


def test_a_denial_of_a_part_in_a_deed_does_not_answer_what_was_said_last() -> None:
    assert not denied("Velm denied any involvement in it.", "any involvement in it")


def test_a_writers_own_words_are_answered_only_by_a_denial_that_is_set_against_them_in_one_sentence() -> None:
    def author(quote: str) -> Claim:
        return told(quote, AUTHOR)

    assert denied("Velm denies that there was any flood", "that there was any flood", before=author("Orsk had a flood, although"), gap=1)
    assert not denied("Velm denies that there was any flood", "that there was any flood", before=author("Orsk had a flood."), gap=1)


@pytest.mark.parametrize(
    "quote",
    [
        "Velm doubted it.",
        "Nobody in Velm believes that.",
        "Velm is not persuaded.",
        "Two judges found no evidence of that.",
        "Velm was unaware of any such warning.",
        "The boatmen tell another story: the gates were shut.",
        "Velm retorted that the dam had been left open",
    ],
)
def test_who_does_not_believe_what_was_said_right_before_or_tells_it_otherwise_doubts_it(quote: str) -> None:
    assert doubts(told(quote, "Velm", ORSK.span.end + 2), ORSK, EN)
    assert doubts(told(quote, AUTHOR, ORSK.span.end + 2), ORSK, EN)
    assert not doubts(told(quote, "Velm", ORSK.span.end + 60), ORSK, EN)


@pytest.mark.parametrize(
    "quote", ["Nobody disputes that the dam broke.", "There is no doubt that the dam broke.", "Velm has no doubt of it."]
)
def test_who_has_no_doubt_does_not_doubt(quote: str) -> None:
    assert not doubts(told(quote, "Velm", ORSK.span.end + 2), ORSK, EN)


def test_a_short_denial_may_go_on_with_something_else() -> None:
    assert answer("Velm says that it was not, that the gates are shut", "that it was not, that the gates are shut")


def test_what_somebody_has_not_released_turns_nothing_down() -> None:
    assert not answer("Velm has so far not released any report.", "has so far not released any report")
    assert answer("Velm has not heard any such report.", "has not heard any such report")
