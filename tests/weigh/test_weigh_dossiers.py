"""The day of an incident."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from piles import Pile

from sayso.lang.language import language_of
from sayso.records.when import When
from sayso.weigh import testimony
from sayso.weigh.dossiers import _day_in, when_of


def day_of(*told: tuple[str, str]) -> str:
    """The day of a raid that is told in several texts, each with its day: with the year, or as it is told in the clause."""
    pile = Pile()
    for number, (when, how) in enumerate(told):
        quote = f"Before dawn soldiers searched the houses of Sarn {how}."
        said = {"when": when} if when else {"when_": how.partition(" ")[2]}
        pile.say(f"{number}.txt", quote, verb="counterterror_raid", place="Sarn", **said)  # type: ignore[arg-type]
    incidents = pile.weigh().incidents
    assert len(incidents) == 1
    return str(incidents[0].when) if incidents[0].when else ""


@pytest.mark.parametrize(
    ("year", "day", "found"),
    [
        (("2031-03", "in March 2031"), "on 4 March", "2031-03-04"),
        (("2031-03", "in March 2031"), "on Tuesday", "2031-03"),
        (("2031-03-04", "on 4 March 2031"), "on 4 March", "2031-03-04"),
    ],
)
def test_a_day_that_one_account_tells_without_the_year_is_put_into_the_month_that_another_tells(
    year: tuple[str, str], day: str, found: str
) -> None:
    assert day_of(year, ("", day)) == found == day_of(("", day), year)


def test_a_day_outside_of_what_another_account_tells_is_none_of_it() -> None:
    assert day_of(("2031-03", "in March 2031"), ("", "on 30 June")) == "2031-03"


@pytest.mark.parametrize(
    ("told", "found"),
    [("4 March", "2031-03-04"), ("30 June", None), ("Tuesday", "2031-03-04"), ("Wednesday", "2031-03-05"), ("Thursday", "2031-02-27")],
)
def test_a_day_that_is_told_outweighs_one_beside_it_that_is_only_inferred(told: str, found: str | None) -> None:
    inferred = When(date(2031, 3, 5), date(2031, 3, 5), "day", "inferred")
    day = _day_in(inferred, told, language_of("en"))
    assert (str(day) if day else None) == found


@pytest.mark.parametrize(("last", "told", "found"), [(7, "Tuesday", "2031-03-04"), (7, "Sunday", None), (10, "Tuesday", None)])
def test_a_weekday_is_that_of_the_week_which_another_account_tells(last: int, told: str, found: str | None) -> None:
    week = When(date(2031, 3, 3), date(2031, 3, last), "range", "stated")
    day = _day_in(week, told, language_of("en"))
    assert (str(day) if day else None) == found


def test_a_day_that_is_only_inferred_is_none_where_the_days_that_others_tell_exclude_it() -> None:
    inferred = When(date(2031, 3, 5), date(2031, 3, 5), "day", "inferred")
    march, april = (When(date(2031, month, 1), date(2031, month, 30), "month", "stated") for month in (3, 4))
    whole = When(date(2032, 1, 1), date(2032, 12, 31), "year", "stated")
    found = {other: when_of([_telling(inferred), _telling(other)]) for other in (march, april, whole)}
    assert found == {march: inferred, april: april, whole: inferred}


def _telling(when: When) -> testimony.Testimony:
    """What tells no more than a day."""
    paper, stance = SimpleNamespace(language="en"), SimpleNamespace(act="asserts")
    return SimpleNamespace(scene=SimpleNamespace(days=(when,), day_words=()), paper=paper, stance=stance)  # type: ignore[return-value]
