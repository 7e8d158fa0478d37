"""What one party says in several documents is one origin, also where the words differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import Act
from sayso.records.document import Span
from sayso.records.incident import Origin


def origins(one: str, other: str, voices: tuple[str, str] = ("Velm", "Velm"), act: Act = "asserts") -> list[Origin]:
    """The origins of two statements in two documents."""
    pile = Pile()
    for doc, words, voice in zip(("a.txt", "b.txt"), (one, other), voices, strict=True):
        pile.say(doc, words, voice, act, kind="statement", verb="statement")
    return list(pile.weigh().origins)


def counts(numbers: tuple[int, int], then: str = "2031-03-20") -> int:
    """How many origins two counts in two documents have."""
    pile = Pile()
    for doc, number, said in zip(("a.txt", "b.txt"), numbers, ("2031-03-04", then), strict=True):
        pile.say(doc, f"Velm found {number} oxen on the hill in {doc}.", "Velm", kind="figure", verb="oxen", said=said, count=number)
    return len(pile.weigh().origins)


QUOTED = (
    "Velm told a crowd that it will “ride wherever the thieves sleep”.",
    "“Ride wherever the thieves sleep”, Velm had said at the fair.",
)


def test_the_same_quoted_words_of_one_party_are_one_origin_that_is_not_certain() -> None:
    (origin,) = origins(*QUOTED)
    assert ("one party's words, retold" in origin.reason, origin.certain) == (True, False)


def test_the_same_quoted_words_of_two_parties_are_two_origins() -> None:
    assert len(origins(QUOTED[0], QUOTED[1].replace("Velm", "Orsk"), ("Velm", "Orsk"))) == 2


@pytest.mark.parametrize("act", ["pledges", "threatens"])
def test_a_promise_and_a_threat_are_known_again_by_two_words_of_their_matter(act: Act) -> None:
    one, other = "Velm spoke of its grain ledgers at the fair.", "Of the ledgers on its grain Velm told a visitor."
    assert len(origins(one, other, act=act)) == 1
    assert len(origins(one, "Of the ledgers on its cattle Velm told a visitor.", act=act)) == 2


def test_other_statements_are_not_known_again_by_two_words() -> None:
    assert len(origins("Velm spoke of its grain ledgers at the fair.", "Of the ledgers on its rotten grain Velm told a visitor.")) == 2


def test_one_large_number_of_one_thing_by_one_party_is_one_origin() -> None:
    assert counts((40, 40)) == 1
    assert counts((40, 41)) == 2
    assert counts((40, 40), then="2032-09-20") == 2


def told_twice(one: str, other: str, voices: tuple[str, str] = ("Velm", "Velm"), then: str = "2031-06-20") -> int:
    """How many origins two dated statements in two documents have."""
    pile = Pile()
    for doc, words, voice, said in zip(("a.txt", "b.txt"), (one, other), voices, ("2031-03-04", then), strict=True):
        pile.say(doc, words, voice, kind="statement", verb="statement", said=said)
    return len(pile.weigh().origins)


def test_a_statement_is_known_again_within_a_year_by_two_words_that_stand_side_by_side() -> None:
    one, other = "Velm spoke of grain ledgers at the fair.", "Ledgers of grain were stolen, Velm told a visitor."
    assert told_twice(one, other) == 1
    assert told_twice(one, other, then="2032-06-20") == 2
    assert told_twice(one, "Ledgers were stolen with the grain, Velm told a visitor.") == 2
    assert told_twice(one, other.replace("Velm", "Orsk"), ("Velm", "Orsk")) == 2


def test_a_body_of_a_state_is_known_again_by_the_words_of_its_name_in_any_order() -> None:
    one, other = "The defence ministry spoke of grain ledgers.", "The Ministry of Defence told a visitor of ledgers of grain."
    assert told_twice(one, other, ("The defence ministry", "The Ministry of Defence")) == 1
    assert told_twice(one, other.replace("Defence", "Culture"), ("The defence ministry", "The Ministry of Culture")) == 2


def test_who_gives_other_numbers_does_not_say_the_same_again() -> None:
    pile = Pile()
    for doc, number in (("a.txt", 40), ("b.txt", 41)):
        pile.say(doc, f"Velm found {number} oxen on the hill.", "Velm", kind="figure", verb="oxen", said="2031-03-04", count=number)
    assert len(pile.weigh().origins) == 2


def test_an_author_who_names_a_party_may_have_its_number_from_it() -> None:
    for who, found in (("Velm", 1), ("Orsk", 2)):
        pile = Pile()
        pile.say("a.txt", "Velm has 47 oxen, it says.", "Velm", kind="figure", verb="oxen", said="2031-03-04", count=47)
        pile.say("b.txt", f"{who} has 47 of them.", kind="figure", verb="number", said="2031-03-20", count=47)
        pile.name("b.txt", who, "armed_group", span=Span("b.txt", 0, len(who)))
        assert len(pile.weigh().origins) == found


@pytest.mark.parametrize(("day", "found"), [("2031-03-04", 1), ("2031-05-04", 2)])
def test_numbers_of_other_days_are_two_counts(day: str, found: int) -> None:
    pile = Pile()
    first = "In the fire of spring 40 villagers died, Velm said."
    pile.say("a.txt", first, "Velm", when="2031-03-04", killed=40, verb="attack", said="2031-05-05")
    pile.say("b.txt", "Velm counted 40 when the mill fell at night.", "Velm", when=day, killed=40, landed="Dol", said="2031-05-06")
    assert len(pile.weigh().origins) == found


def told_of(number: int, then: int) -> int:
    """How many origins two statements of one party have that count different things."""
    pile = Pile()
    pile.say("a.txt", f"Velm spoke of {number} oxen.", "Velm", kind="figure", verb="oxen", said="2031-03-04", killed=number)
    pile.say("b.txt", f"Velm has {then} carts.", "Velm", kind="figure", verb="carts", said="2031-03-20", count=then)
    return len(pile.weigh().origins)


def test_a_number_that_is_not_round_is_one_count_whatever_it_is_said_to_count() -> None:
    assert told_of(47, 47) == 1
    assert told_of(40, 40) == 2


def foretold(then: str, act: Act = "threatens") -> int:
    """How many origins a promise and what is told of it in another document, made on that day, have."""
    pile = Pile()
    pile.say("a.txt", "Velm promised to shut the sluice.", "Velm", "pledges", kind="statement", verb="statement", said="2031-03-04")
    pile.say("b.txt", "Of the sluice Velm warned a visitor.", "Velm", act, kind="statement", verb="statement", said=then)
    return len(pile.weigh().origins)


def test_a_promise_is_known_again_by_one_word_of_its_matter_for_two_months_also_where_it_is_called_a_threat() -> None:
    assert foretold("2031-04-04") == foretold("2031-04-04", "predicts") == 1
    assert foretold("2031-07-04") == 2
    assert foretold("2031-04-04", "asserts") == 2


def dead_without_a_day(number: int, then: int, voice: str = "Velm", role: str = "killed") -> int:
    """How many origins two counts of the dead have of which no day is known."""
    pile = Pile()
    pile.say("a.txt", f"Velm counted {number} dead at the weir.", "Velm", kind="figure", verb="number", killed=number)
    pile.say("b.txt", f"At least {then} millers fell, {voice} said.", voice, kind="figure", verb="number", **{role: then})  # type: ignore[arg-type]
    return len(pile.weigh().origins)


def test_a_toll_that_is_not_round_is_one_count_of_a_party_also_where_no_day_is_known() -> None:
    assert dead_without_a_day(47, 47) == 1
    assert dead_without_a_day(40, 40) == dead_without_a_day(47, 46) == dead_without_a_day(47, 47, voice="Orsk") == 2


def two_numbers(
    one: tuple[int, int], other: tuple[int, int], voices: tuple[str, str] = ("a herdsman", "Velm"), incident: bool = False
) -> int:
    """How many origins two statements without a day in two documents have that give two numbers each."""
    pile = Pile()
    for doc, numbers, voice in zip(("a.txt", "b.txt"), (one, other), voices, strict=True):
        words = f"{voice} counted {numbers[0]} dead and {numbers[1]} hurt in {doc}."
        when = "2031-03-04" if incident else None
        place = "Dol" if incident else "Kest" if doc == "a.txt" else "Sarn"
        pile.say(doc, words, voice, verb="attack", when=when, place=place, killed=numbers[0], injured=numbers[1])
    return len(pile.weigh().origins)


def test_two_numbers_told_in_one_breath_by_somebody_without_a_name_and_by_a_party_are_one_statement() -> None:
    assert two_numbers((84, 47), (84, 47)) == 1
    assert two_numbers((84, 47), (84, 46)) == 2
    assert two_numbers((84, 47), (84, 47), ("Lund", "Velm")) == 2


def test_two_round_numbers_are_only_on_one_incident() -> None:
    assert (two_numbers((50, 10), (50, 10)), two_numbers((50, 10), (50, 10), incident=True)) == (2, 1)


def said_without_a_day(one: str, other: str, at: str = "Kest") -> int:
    """How many origins there are of what one voice says of an attack in two documents of which no day is known."""
    pile = Pile()
    own: list[str] = []
    for doc, words, place in (("a.txt", one, "Kest"), ("b.txt", other, at)):
        pile.say(doc, f"An attack shook {place}.", when="2031-03-04", place=place)
        own.append(pile.say(doc, words, "Nadir Renn", kind="statement", verb="statement"))
        pile.mentions[doc] = [replace(mention, kind="person") for mention in pile.mentions[doc]]
    return len([origin for origin in pile.weigh().origins if not set(own).isdisjoint(origin.claims)])


def test_what_a_person_says_of_an_incident_is_known_again_without_a_day_by_three_words_of_content_in_a_row() -> None:
    one = "Renn called the attack a coward's crime on sleeping herdsmen."
    again = "The attack was a coward's crime on sleeping herdsmen, Renn said."
    assert said_without_a_day(one, again) == 1
    assert said_without_a_day(one, again, at="Sarn") == 2
    assert said_without_a_day(one, "The attack was a crime, Renn said.") == 2
