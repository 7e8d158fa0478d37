"""The year of a text that tells its day without one comes from when the others of the pile were written."""

from __future__ import annotations

from datetime import date

import pytest
from piles import NO_PACKS, Pile

from sayso.link.linker import linked
from sayso.records.when import When

WIRE = "KEST, March 6 (Velm Wire) - This is what is known."


def told_on(weekday: str, written: dict[str, str], head: str = WIRE) -> When | None:
    """The day of fire told with no more than a weekday in a text with such a head, beside texts written on these days."""
    pile = Pile(published=written)
    for doc in written:
        pile.say(doc, "Nobody knows anything yet.", kind="statement", verb="statement")
    pile._add("wire.txt", head)
    one = pile.say("wire.txt", f"Rockets came down in Dol on {weekday}.", when_=weekday, place="Dol")
    documents, findings = pile.parts()
    return next(told.when for told in linked(documents, findings, NO_PACKS).found if told.id == one)


@pytest.mark.parametrize("head", [WIRE, "COMMUNIQUE No. 4\n6 March, third year of the war\n\nTo all who hear us."])
def test_a_weekday_is_that_before_the_day_of_its_text_in_the_year_of_the_others(head: str) -> None:
    found = told_on("Tuesday", {"a.txt": "2031-03-09"}, head)

    assert found == When(date(2031, 3, 4), date(2031, 3, 4), "day", "inferred", "Tuesday")


@pytest.mark.parametrize("written", ["2031-02-20", "2031-05-02", "2031-04-30"])
def test_others_of_the_months_around_tell_the_year(written: str) -> None:
    assert str(told_on("Tuesday", {"a.txt": written})) == "2031-03-04"


@pytest.mark.parametrize("written", [{"a.txt": "2031-03-09", "b.txt": "2030-03-02"}, {"a.txt": "2031-08-09"}, {}])
def test_others_of_two_years_or_of_no_month_near_it_tell_none(written: dict[str, str]) -> None:
    assert told_on("Tuesday", written) is None


def test_the_turn_of_a_year_lies_between_two_months_near_each_other() -> None:
    assert str(told_on("Tuesday", {"a.txt": "2031-01-09"}, "KEST, Dec 30 (Velm Wire) - This is known.")) == "2030-12-24"


def test_two_weeks_tell_two_tuesdays_apart() -> None:
    pile = Pile(published={"a.txt": "2031-03-12"})
    one = pile.say("a.txt", "Rockets came down in Dol on 11 March 2031.", when="2031-03-11", place="Dol")
    pile._add("wire.txt", WIRE)
    other = pile.say("wire.txt", "Rockets came down in Dol on Tuesday.", when_="Tuesday", place="Dol")
    found = pile.link().incident_of
    assert found[one] != found[other]
