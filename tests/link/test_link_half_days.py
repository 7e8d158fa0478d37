"""Days that are told without what would date them."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.lang.language import language_of
from sayso.link.half_days import HalfDay, fits, half_day_of
from sayso.records.claim import Slot
from sayso.records.document import Span


def incidents(told: str, words: str) -> int:
    """How many incidents two accounts of fire on Kest are, one of 4 March 2031, a Tuesday, and one in a text of which no date is known."""
    pile = Pile()
    one = pile.say("a.txt", "Rockets came down in Kest on 4 March 2031.", when="2031-03-04", place="Kest")
    other = pile.say("b.txt", words, when_=told, place="Kest")
    found = pile.link().incident_of
    return len({found[one], found[other]})


@pytest.mark.parametrize(("told", "count"), [("Tuesday", 1), ("Tuesday night", 1), ("4 March", 1), ("Friday", 2), ("9 March", 2)])
def test_an_account_in_a_text_without_a_date_is_known_by_its_weekday_or_the_day_of_the_month(told: str, count: int) -> None:
    assert incidents(told, f"A barrage shook Kest on {told}.") == count


def test_two_texts_without_a_date_that_tell_of_different_weekdays_tell_of_two_events() -> None:
    pile = Pile()
    told = [
        pile.say(f"{at}.txt", f"Three shells hit the old granary of Kest on {day}.", when_=day, place="Kest")
        for at, day in enumerate(("Monday", "Monday", "Thursday"))
    ]
    found = pile.link().incident_of
    assert found[told[0]] == found[told[1]] != found[told[2]]


def test_the_day_of_a_sentence_that_tells_news_of_something_known_is_not_its_day() -> None:
    assert incidents("Friday", "On Friday she spoke of the barrage that shook Kest.") == 1


def test_a_date_of_the_month_says_more_than_a_weekday() -> None:
    assert fits(HalfDay(1, (3, 4)), HalfDay(2, (3, 4))) is True
    assert fits(HalfDay(1), HalfDay(None, (3, 4))) is None
    span = Span("a", 0, 7)
    assert half_day_of([Slot("when", "Tuesday", span), Slot("place", "Monday", span)], language_of("en")) == HalfDay(1)
    assert half_day_of([Slot("when", "later", span)], language_of("en")) is None


def test_a_text_without_a_date_goes_on_with_no_event_of_another_weekday() -> None:
    def same(day: str) -> bool:
        pile = Pile()
        told = pile.say("a.txt", "Rockets came down in Kest on Tuesday.", when_="Tuesday", place="Kest")
        later = pile.say("a.txt", f"A barrage on {day} killed a farmer.", when_=day, killed=1)
        found = pile.link().incident_of
        return found[told] == found[later]

    assert same("Tuesday")
    assert not same("Friday")
