"""What claims tell of what was promised, threatened or foretold."""

from __future__ import annotations

import pytest

from sayso.lang.language import load_language
from sayso.lang.outcomes import fate_told, is_of_none, matter_of, tells_fate_of
from sayso.records.claim import Act, Claim, Polarity, Voice
from sayso.records.document import Span

ENGLISH = load_language()


def claim(words: str, act: Act = "asserts", voice: str = "Lund", at: int = 0, doc: str = "a.txt", polarity: Polarity = "affirms") -> Claim:
    """A statement of somebody, standing somewhere in a document."""
    return Claim("", Span(doc, at, at + len(words)), words, (Voice(voice),), act, polarity, "certain", "statement", "statement")


@pytest.mark.parametrize(
    "words",
    [
        "The ledgers have not been opened.",
        "By June no ledgers had been opened.",
        "The mill remains closed.",
        "The commission has so far found nothing.",
        "The elders are yet to be heard.",
        "As of May, she had not.",
        "The ferry did not resume.",
        "Velm did not withdraw from the mill.",
        "The promise to rest the mills lasted three weeks.",
        "The truce that was to bring rest is in ruins.",
        "The accord soon collapsed.",
        "Nothing followed.",
        "Neither undertaking was honoured.",
        "None of these promises were kept.",
        "Both clauses were dead within a month.",
        "The ferry sailed two days after the deadline.",
        "The ferry sailed a week later than the mayor had announced.",
    ],
)
def test_what_has_not_come_about_up_to_now_is_told(words: str) -> None:
    told = fate_told(claim(words), ENGLISH)
    assert told is not None
    assert not told.despite


@pytest.mark.parametrize(
    "words",
    [
        "Lund has not commented.",
        "No group has claimed the fire.",
        "Lund had nothing to do with it.",
        "The mill is not large.",
        "The mill opened.",
        "Velm does not respect the old ways.",
        "The truce was signed in Dol.",
    ],
)
def test_silence_and_what_is_simply_not_so_tell_of_no_promise(words: str) -> None:
    assert fate_told(claim(words), ENGLISH) is None


def test_what_is_done_in_spite_of_a_promise_is_told_as_that() -> None:
    told = fate_told(claim("The mill was shelled two days into an announced pause."), ENGLISH)
    assert told is not None
    assert told.despite


def test_who_promises_tells_of_no_outcome_unless_he_calls_a_promise_one() -> None:
    assert fate_told(claim("What has not been done will be done.", "pledges"), ENGLISH) is None
    assert fate_told(claim("Velm's promise to open the mill has not been kept.", "pledges"), ENGLISH) is not None


def test_the_matter_of_a_claim_are_its_words_without_names_and_without_what_every_promise_says() -> None:
    assert matter_of(claim("Velm promised soon to reopen the quarry road to Dolmar.", "pledges"), ENGLISH) == {"reope", "quarr", "road"}


PROMISE = claim("Velm promised to open its grain ledgers.", "pledges", "Velm")
BEHIND = len(PROMISE.quote) + 1


@pytest.mark.parametrize(
    ("words", "at", "doc", "tells"),
    [
        ("The grain ledgers have not been opened.", 5000, "a.txt", True),
        ("The grain ledgers have not been opened.", 0, "b.txt", True),
        ("The ledgers have not been shown.", BEHIND, "a.txt", True),
        ("The ledgers have not been shown.", 5000, "a.txt", False),
        ("The ledgers have not been shown.", 0, "b.txt", False),
        ("It has not happened.", BEHIND, "a.txt", True),
        ("It has not happened.", BEHIND + 100, "a.txt", False),
        ("The ferry has not been repaired.", BEHIND, "a.txt", False),
    ],
)
def test_the_nearer_a_claim_stands_to_a_promise_the_fewer_words_they_have_to_share(words: str, at: int, doc: str, tells: bool) -> None:
    assert tells_fate_of(claim(words, at=at, doc=doc), PROMISE, ENGLISH) == tells


def test_nothing_told_before_a_promise_in_its_document_tells_what_became_of_it() -> None:
    later = claim(PROMISE.quote, "pledges", "Velm", at=500)
    assert not tells_fate_of(claim("The grain ledgers have not been opened."), later, ENGLISH)


def test_a_promise_that_something_will_not_be_is_known_by_its_words() -> None:
    assert is_of_none(claim("Velm promised that no mill would be shelled.", "pledges"), ENGLISH)
    assert not is_of_none(PROMISE, ENGLISH)
