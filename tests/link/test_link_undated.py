"""Which accounts without a day are of which incident: by the words and the days of their texts, and never of two sisters."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piles import NO_PACKS, PLACES, Pile, day

from sayso.link.happenings import Happening
from sayso.link.linker import linked
from sayso.link.phrases import Phrase
from sayso.link.undated import one_number, shared_names
from sayso.records.claim import Slot, numbered
from sayso.records.worked_out import Linking

BOMBING = "remote_explosive_landmine_ied"


def incidents(linking: Linking, *claims: str) -> int:
    return len({linking.incident_of.get(claim, claim) for claim in claims})


def dated(pile: Pile, doc: str = "a.txt", when: str = "2031-03-04", place: str = "Sarn") -> str:
    """A bombing of a market with its day."""
    return pile.say(doc, f"A bomb exploded at a market in {place} on {when}.", verb=BOMBING, when=when, place=place)


@pytest.mark.parametrize(("published", "count"), [("2031-03-05", 1), ("2031-03-04", 1), ("2031-03-03", 2), ("2031-06-20", 2)])
def test_news_without_a_day_tells_of_the_days_before_it_was_written(published: str, count: int) -> None:
    pile = Pile(published={"b.txt": published})
    one = dated(pile)
    other = pile.say("b.txt", "A blast shook Sarn, residents said.", verb=BOMBING, place="Sarn")
    assert incidents(pile.link(), one, other) == count


def test_two_texts_of_one_week_that_tell_of_one_town_without_a_day_tell_of_one_event() -> None:
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": "2031-03-06", "c.txt": "2031-05-06"})
    one, other, later = (pile.say(f"{doc}.txt", "A blast shook Sarn.", verb=BOMBING, place="Sarn") for doc in "abc")
    assert incidents(pile.link(), one, other) == 1
    assert incidents(pile.link(), one, later) == 2


def test_an_account_that_fits_two_sister_incidents_alike_is_of_neither() -> None:
    pile = Pile(published={"c.txt": "2031-09-01"})
    april, may = dated(pile, "a.txt", "2031-04-04"), dated(pile, "b.txt", "2031-05-06")
    known = pile.say("c.txt", "Renn spoke of the bomb that exploded at a market in Sarn.", verb=BOMBING, place="Sarn")
    assert incidents(pile.link(), april, may, known) == 3


def test_of_two_sister_incidents_news_without_a_day_is_of_the_one_just_before() -> None:
    pile = Pile(published={"c.txt": "2031-05-07"})
    april, may = dated(pile, "a.txt", "2031-04-04"), dated(pile, "b.txt", "2031-05-06")
    told = pile.say("c.txt", "A bomb exploded at a market in Sarn.", verb=BOMBING, place="Sarn")
    linking = pile.link()
    assert incidents(linking, may, told) == 1
    assert incidents(linking, april, may) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([4, 5, 6]), st.sampled_from([4, 15, 26, None]), st.sampled_from("abcdef")), max_size=10))
def test_no_account_without_a_day_glues_sister_incidents(told: list[tuple[int, int | None, str]]) -> None:
    pile = Pile(published={f"{doc}.txt": f"2031-0{4 + number // 2}-{10 + number}" for number, doc in enumerate("abcdef")})
    days = {}
    for month, number, doc in told:
        when = f"2031-0{month}-{number:02}" if number else None
        claim = pile.say(
            f"{doc}.txt", "The Front bombed the market of Sarn, Renn said.", verb=BOMBING, when=when, place="Sarn", agent="Front"
        )
        days[claim] = when
    linking = pile.link()
    held: dict[str, set[str]] = {}
    for claim, when in days.items():
        if when:
            held.setdefault(linking.incident_of[claim], set()).add(when)
    assert all(len(whens) == 1 for whens in held.values())


def test_what_befell_one_person_is_one_event_and_another_person_another() -> None:
    pile = Pile()
    one = pile.say("a.txt", "Otto Brand was arrested at his house.", verb="arrests", target="Otto Brand")
    same = pile.say("b.txt", "Police arrested Otto Brand at his home.", verb="arrests", target="Otto Brand")
    other = pile.say("c.txt", "Police arrested Nadir Renn at his home.", verb="arrests", target="Nadir Renn")
    linking = pile.link()
    assert incidents(linking, one, same) == 1
    assert incidents(linking, one, other) == 2


def test_a_known_event_is_found_again_by_its_words_long_after_and_without_a_day() -> None:
    pile = Pile(published={"b.txt": "2032-01-20"})
    told = "bombings of the Harran embassies in Orsk and Lund"
    one = pile.say("a.txt", f"The {told} on 4 March shocked the region.", verb=BOMBING, when="2031-03-04", place="Orsk")
    known = pile.say("b.txt", f"Renn was charged with the {told}.", verb=BOMBING, place="Orsk")
    fresh = pile.say("b.txt", "Rebels set off a bomb in Orsk.", verb=BOMBING, place="Orsk")
    linking = pile.link()
    assert incidents(linking, one, known) == 1
    assert incidents(linking, one, fresh) == 2


def test_a_year_and_a_day_of_it_may_be_one_event() -> None:
    pile = Pile()
    one = dated(pile)
    for year, count in (("2031", 1), ("2030", 2)):
        other = Pile(dict(pile.texts), {doc: list(claims) for doc, claims in pile.claims.items()}, dict(pile.mentions))
        known = other.say("b.txt", "A bomb exploded at a market in Sarn that year.", verb=BOMBING, place="Sarn")
        claim = other.claims["b.txt"][0]
        first, last = (day(f"{year}-{rest}") for rest in ("01-01", "12-31"))
        when = replace(first, last=last.last, precision="year")
        other.claims["b.txt"] = numbered([replace(claim, slots=(*claim.slots, Slot("when", year, claim.span, when=when)))])
        assert other.claims["b.txt"][0].id == known
        assert incidents(other.link(), one, known) == count


def test_in_two_towns_are_two_events_where_one_has_no_day() -> None:
    pile = Pile(published={"b.txt": "2031-03-05"})
    one = pile.say("a.txt", "The Front bombed a bank in Sarn.", verb=BOMBING, when="2031-03-04", place="Sarn", agent="Front")
    other = pile.say("b.txt", "The Front bombed a bank in Kest.", verb=BOMBING, place="Kest", agent="Front")
    assert incidents(pile.link(), one, other) == 2


def test_the_loose_accounts_of_a_text_come_to_an_incident_as_one_if_one_of_them_does() -> None:
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": "2031-03-05"})
    one = pile.say("a.txt", "Two bombs exploded outside the Harran embassies.", verb=BOMBING, when="2031-03-04", place="Orsk")
    first = pile.say("b.txt", "Renn spoke of a bomb.", verb=BOMBING)
    second = pile.say("b.txt", "The bombings outside the Harran embassies in Orsk were the work of rebels.", verb=BOMBING, place="Orsk")
    assert incidents(pile.link(), one, first, second) == 1


def test_the_loose_accounts_of_two_texts_come_together_by_their_best_link() -> None:
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": "2031-03-06"})
    told = []
    for doc, words in (("a.txt", "were the work of rebels"), ("b.txt", "shocked everybody")):
        told.append(pile.say(doc, "Renn spoke of a bomb.", verb=BOMBING))
        told.append(pile.say(doc, f"The bombings outside the Harran embassies in the old harbour {words}.", verb=BOMBING))
    assert incidents(pile.link(), *told) == 1


def test_the_day_of_a_sentence_on_something_known_is_not_its_day() -> None:
    pile = Pile()
    one = dated(pile)
    pile.say("a.txt", "On 9 March Renn visited those hurt in the bombing.", verb=BOMBING, when="2031-03-09")
    claim = pile.claims["a.txt"][1]
    slots = tuple(replace(slot, when=replace(slot.when, basis="inferred")) if slot.when else slot for slot in claim.slots)
    pile.claims["a.txt"] = numbered([pile.claims["a.txt"][0], replace(claim, slots=slots)])
    assert incidents(pile.link(), one, pile.claims["a.txt"][1].id) == 1


def test_a_day_inside_the_definite_phrase_is_its_day() -> None:
    pile = Pile()
    one = dated(pile)
    pile.say("b.txt", "Renn was charged with the 9 March bombing in Sarn.", verb=BOMBING, when="2031-03-09", place="Sarn")
    claim = pile.claims["b.txt"][0]
    at = claim.span.start + claim.quote.index("9 March")
    slots = tuple(
        replace(slot, when=replace(slot.when, basis="inferred"), span=replace(slot.span, start=at, end=at + 7)) if slot.when else slot
        for slot in claim.slots
    )
    pile.claims["b.txt"] = numbered([replace(claim, slots=slots)])
    assert incidents(pile.link(), one, pile.claims["b.txt"][0].id) == 2


def test_a_definite_phrase_may_stand_before_the_one_event_that_its_text_dates() -> None:
    pile = Pile()
    before = pile.say("a.txt", "Renn mourned those hurt in the bombing.", verb=BOMBING)
    one = dated(pile)
    assert incidents(pile.link(), before, one) == 1


def test_what_is_told_of_the_place_of_the_only_dated_event_of_its_kind_is_of_it() -> None:
    pile = Pile()
    one = dated(pile)
    pile.say("a.txt", "Nothing else was heard that day. " * 60, kind="statement", verb="statement")
    again = pile.say("a.txt", "There are reports of a blast in Sarn.", verb=BOMBING, place="Sarn")
    assert incidents(pile.link(), one, again) == 1


def test_no_words_point_back_at_a_war_of_years() -> None:
    pile = Pile()
    war = pile.say("a.txt", "The Front has fought Orsk since 2025.", verb="armed_clash", when="2025-01-01/2025-12-31", agent="Front")
    claimed = pile.say("a.txt", "The Front said that it had carried out the assault.", "Front", verb="attack", agent="Front")
    assert incidents(pile.link(), war, claimed) == 2


@pytest.mark.parametrize(("words", "count"), [("the blast in Sarn", 1), ("a blast in Sarn", 2)])
def test_an_event_that_is_known_by_its_town_is_the_one_that_was_there(words: str, count: int) -> None:
    pile = Pile(published={"b.txt": "2031-05-25"})
    one = dated(pile)
    other = pile.say("b.txt", f"Nobody has forgotten {words}.", verb=BOMBING, place="Sarn")
    assert incidents(pile.link(), one, other) == count


@pytest.mark.parametrize(("title", "count"), [("A raid on Kest and what came of it", 1), ("A raid and what came of it", 2)])
def test_what_a_text_tells_without_a_place_is_compared_with_what_was_in_the_town_of_its_title(title: str, count: int) -> None:
    pile = Pile()
    one = pile.say("a.txt", "Gunmen burst into the old granary and shot the miller.", verb="attack", place="Kest")
    pile.texts["b.txt"] = f"{title}\n\n"
    other = pile.say("b.txt", "Gunmen burst into the granary at night and shot the miller dead.", verb="attack")
    found = pile.link().incident_of
    assert len({found[one], found[other]}) == count


def test_a_round_number_of_other_people_is_that_of_another_event() -> None:
    def one(number: int, victims: str) -> bool:
        pile = Pile()
        pile.say("a.txt", f"Fire on a school killed {number} pupils.", verb=BOMBING, killed=number)
        pile.say("b.txt", f"In all {number} {victims} died when guns fired on the harbour.", verb=BOMBING, killed=number)
        told, again = linked(*pile.parts(), NO_PACKS).found
        pupils, others = (msgspec.structs.replace(one, victims=frozenset({who})) for one, who in ((told, "pupils"), (again, victims)))
        return one_number(pupils, others) is not None

    assert one(47, "sailors")
    assert one(150, "pupils")
    assert not one(150, "sailors")


@pytest.mark.parametrize(("spoken", "names"), [("Kest", None), ("Grey Heron", "grey, heron")])
def test_the_name_of_the_town_in_which_two_events_were_is_no_further_name_that_they_share(spoken: str, names: str | None) -> None:
    def told(doc: str) -> Happening:
        return Happening(
            id=doc, doc=doc, order=(doc, 0, 9, ""), type="attack", when=None, places={"place": PLACES["Kest"]}, agents=frozenset(),
            targets=frozenset(), aims=frozenset(), instrument=frozenset(), voice="", act="asserts", polarity="affirms", points=False,
            phrase=Phrase(f"they shot at a hotel of {spoken}", (), None),
        )  # fmt: skip

    assert shared_names(told("a"), told("b")) == names


@pytest.mark.parametrize(("later", "same"), [("2031-01-20", True), ("2031-06-20", False)])
def test_news_of_something_known_is_not_of_what_was_news_months_before(later: str, same: bool) -> None:
    pile = Pile(published={"a.txt": "2031-01-09", "b.txt": later})
    told = pile.say("a.txt", "Gunmen shot at the hotel Dawn Lily.", verb="attack")
    again = pile.say("b.txt", "The attack on the hotel Dawn Lily hurt nobody, and somebody owned to it.", verb="attack")
    assert (pile.link().incident_of[told] == pile.link().incident_of[again]) == same


def known_by_its_thing(words: str, *others: str) -> bool:
    """Whether words of a text of weeks later are of a bombing of a town hall on 4 March; `others` are days of bombings of other ones."""
    pile = Pile(published={"b.txt": "2031-03-20"})
    told = "A bomb went off in front of the old town hall in Sarn on {}, said the police."
    first, *_ = [
        pile.say(f"a{number}.txt", told.format(when), verb=BOMBING, when=when, place="Sarn", target="town hall")
        for number, when in enumerate(("2031-03-04", *others))
    ]
    again = pile.say("b.txt", words, verb=BOMBING, target="town hall" if "hall" in words else "bus")
    return incidents(pile.link(), first, again) == 1


def test_an_event_that_is_known_by_what_it_hit_is_the_one_that_hit_it() -> None:
    assert known_by_its_thing("Nobody has been charged with the bombing of the town hall.")
    assert not known_by_its_thing("Nobody has been charged with the bombing of the bus.")
    assert not known_by_its_thing("Nobody has been charged with the bombing of the town hall.", "2031-03-12")
