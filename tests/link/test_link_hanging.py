"""Accounts of one text that say neither when nor where are of the event with which the text goes on."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.link.parties import NAMELESS

BOMB = "remote_explosive_landmine_ied"
STRIKE = "On 4 March jets bombed a market in Sarn."


def one_incident(words: str, *between: str, after: bool = True, verb: str = "attack", **details: str | int) -> bool:
    """Whether an account without a day is of an air strike told before it (or after it)."""
    pile = Pile()

    def strike() -> str:
        return pile.say("a.txt", STRIKE, verb="air_drone_strike", when="2031-03-04", place="Sarn")

    told = strike() if after else ""
    for other in between:
        pile.say("a.txt", other, kind="statement", verb="statement")
    again = pile.say("a.txt", words, verb=verb, **details)  # type: ignore[arg-type]
    told = told or strike()
    found = pile.link().incident_of
    return found[told] == found[again]


def test_who_was_harmed_is_told_of_the_event_that_stands_before_it_under_the_same_heading() -> None:
    assert one_incident("Nine people were killed.", killed=9)
    assert one_incident("Nine people were killed.", "The sky was clear. " * 12, killed=9)
    assert not one_incident("Nine people were killed.", "The sky was clear. " * 100, killed=9)


def test_a_text_goes_on_with_no_event_under_another_heading() -> None:
    assert not one_incident("Nine people were killed.", "", "The sky was clear. " * 12, "Roads and bridges\n", killed=9)


def test_what_has_another_doer_or_was_done_to_another_thing_is_another_event() -> None:
    clear = "The sky was clear. " * 12
    assert not one_incident("The Front attacked a patrol.", clear, agent="Front")
    assert one_incident("The Front claimed the attack.", clear, agent="Front", act="claims_responsibility")


def test_what_stands_before_the_first_event_of_a_text_is_of_it_if_it_is_of_the_very_kind() -> None:
    assert one_incident("Air strikes killed nine people.", after=False, verb="air_drone_strike", killed=9)
    assert not one_incident("Nine people were killed.", after=False, killed=9)


def test_a_definite_phrase_means_the_event_of_its_own_or_the_last_paragraph_before_another_deed_of_the_same_doer() -> None:
    pile = Pile()
    pile.say("a.txt", "The Front shelled its neighbours.", verb="attack", agent="Front")
    told = pile.say("a.txt", "On 4 March gunmen attacked a convoy near Sarn.", verb="attack", when="2031-03-04", place="Sarn")
    claimed = pile.say("a.txt", "The Front claimed the attack.", "Front", "claims_responsibility", verb="attack", agent="Front")
    found = pile.link().incident_of
    assert found[told] == found[claimed]


def test_those_who_are_only_described_are_nobody_else_than_those_whom_another_account_names() -> None:
    pile = Pile()
    pile.name("a.txt", "gunmen", NAMELESS)
    told = pile.say("a.txt", "On 4 March gunmen attacked a post.", verb="attack", when="2031-03-04", agent="gunmen")
    other = pile.say("b.txt", "On 4 March the Front attacked a post in Sarn.", verb="attack", when="2031-03-04", agent="Front")
    reasons = {reason.feature for link in pile.link().links if {link.left, link.right} == {told, other} for reason in link.reasons}
    assert "different actors are named as the ones who did it" not in reasons


@pytest.mark.parametrize(("words", "count"), [("a massacre at Sarn", 1), ("a massacre at Dol", 2)])
def test_a_place_that_another_text_knows_is_where_an_account_was_though_its_own_text_shows_no_place(words: str, count: int) -> None:
    pile = Pile()
    told = pile.say("a.txt", "On 4 March gunmen killed nine people in Sarn.", verb="attack", when="2031-03-04", place="Sarn")
    pile.say("a.txt", "On 9 May a bomb fell in Dol.", verb="remote_explosive_landmine_ied", when="2031-05-09", place="Dol")
    again = pile.say("b.txt", f"Four men saw {words} on 4 March.", verb="attack", when="2031-03-04")
    found = pile.link().incident_of
    assert len({found[told], found[again]}) == count


def test_a_definite_phrase_means_an_event_under_its_own_heading_or_the_first_of_the_text() -> None:
    def meant(*told: tuple[str, str, str]) -> list[bool]:
        pile = Pile()
        events = [pile.say("a.txt", words, verb="attack", when=day, place=place) for words, day, place in told]
        pile.texts["a.txt"] += "\nThe road\n\n"
        later = pile.say("a.txt", "The attack was the work of boys, she thinks.", verb="attack")
        found = pile.link().incident_of
        return [found[later] == found[event] for event in events]

    first, second = (
        ("On 4 March gunmen attacked a mill in Kest.", "2031-03-04", "Kest"),
        ("On 9 March they raided Dol.", "2031-03-09", "Dol"),
    )
    assert meant(first) == [True]
    assert meant(first, second) == [True, False]


def test_attacks_that_a_text_counts_one_after_the_other_are_no_two_accounts_of_one() -> None:
    pile = Pile()
    pile.say("a.txt", "Sarn came under fire four times in March.", verb="attack", when="2031-03", place="Sarn")
    first = pile.say("a.txt", "The first attack killed nine people in Sarn.", verb="attack", place="Sarn")
    second = pile.say("a.txt", "In the second rocket attack no one was hurt in Sarn.", verb="attack", place="Sarn")
    again = pile.say("a.txt", "A trader saw the second attack himself.", verb="attack")
    found = pile.link().incident_of
    assert found[first] != found[second] == found[again]


@pytest.mark.parametrize(("words", "same"), [("The town was shelled.", True), ("Dol also came under fire, a mayor said.", False)])
def test_a_town_that_also_came_under_fire_is_another_event(words: str, same: bool) -> None:
    assert one_incident(words, verb="air_drone_strike") == same


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("It was a massacre.", True),
        ("The killings came on a day marking the Dol massacre.", True),
        ("Guests came for prayers marking the Dol massacre.", False),
    ],
)
def test_an_event_that_is_only_called_to_mind_is_not_the_one_that_the_text_tells(words: str, same: bool) -> None:
    assert one_incident(words) == same


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("The clinic in Sarn was hit in March 2031, a nurse said.", True),
        ("The clinic in Sarn was previously hit in March 2031, a nurse said.", False),
        ("It was the second time that the clinic in Sarn was hit.", False),
    ],
)
def test_an_event_that_is_told_as_earlier_is_not_the_one_that_the_text_is_about(words: str, same: bool) -> None:
    pile = Pile()
    told = pile.say("a.txt", "Shells hit the clinic in Sarn and killed two nurses.", verb="attack", place="Sarn")
    before = pile.say("a.txt", words, verb="attack", place="Sarn", when="2031-03" if "2031" in words else None)
    again = pile.say("a.txt", "A guard saw the attack himself.", verb="attack")
    found = pile.link().incident_of
    assert (found[told] == found[before]) == same
    assert found[told] == found[again]


def test_no_words_point_back_at_what_went_on_for_months() -> None:
    def meant(words: str) -> bool:
        pile = Pile()
        told = pile.say("a.txt", "On 4 March gunmen killed nine people.", verb="attack", when="2031-03-04")
        pile.say("a.txt", words, verb="attack", place="Dol")
        again = pile.say("a.txt", "Three men are missing since the attack.", verb="attack")
        found = pile.link().incident_of
        return found.get(told) == found.get(again)

    assert meant("The Front has raided farms in Dol in recent months.")
    assert not meant("The Front raided a farm in Dol.")


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Raiders took forty pupils away in Sarn.", True),
        ("Raiders set the forty pupils free in Sarn.", False),
        ("The army said it rescued the forty pupils taken in Sarn.", False),
    ],
)
def test_that_people_were_taken_and_that_they_came_back_are_two_events(words: str, same: bool) -> None:
    pile = Pile()
    verb = "abduction_forced_disappearance"
    told = pile.say("a.txt", "Raiders took forty pupils away in Sarn last week.", verb=verb, place="Sarn", captured=40)
    again = pile.say("b.txt", words, verb=verb, place="Sarn", captured=40)
    found = pile.link().incident_of
    assert (found[told] == found[again]) == same


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Nine people were killed.", True),
        ("In response, the army fired on villages, and nine people were killed.", False),
        ("Later the army hit back, and nine people were killed.", False),
        ("Nine people were killed in response to a broken promise.", True),
    ],
)
def test_what_was_done_in_answer_to_an_event_is_another_one(words: str, same: bool) -> None:
    assert one_incident(words, killed=9) == same


def test_the_event_of_another_band_in_one_town_is_another_event() -> None:
    pile = Pile()
    first = pile.say("a.txt", "A guard was killed in Sarn.", verb="attack", place="Sarn", when="2031-05-03")
    second = pile.say("a.txt", "In Sarn, another band shot a clerk dead.", verb="attack", place="Sarn")
    found = pile.link().incident_of
    assert found[first] != found[second]


def test_an_event_of_its_very_kind_that_is_told_before_is_meant_rather_than_the_one_that_the_text_dates() -> None:
    def one_of(words: str) -> list[bool]:
        pile = Pile()
        bomb = pile.say(
            "a.txt", "On 4 March a bomb damaged an office in Sarn.", verb=BOMB, when="2031-03-04", place="Sarn", target="office"
        )
        convoy = pile.say("a.txt", "Leaflets spoke of an attack on a convoy.", verb="attack", target="convoy")
        told = pile.say("a.txt", words, verb="attack")
        found = pile.link().incident_of
        return [found[bomb] == found[told], found[convoy] == found[told]]

    assert one_of("Until then nobody had claimed that attack.") == [False, True]


@pytest.mark.parametrize(("words", "same"), [("Nobody forgot the murders.", True), ("A child grows up with murders there.", False)])
def test_what_is_told_of_several_events_at_once_is_no_account_of_one(words: str, same: bool) -> None:
    assert one_incident(words, verb="attack") == same


def test_who_wages_war_is_told_of_no_single_event() -> None:
    pile = Pile()
    war = pile.say("a.txt", "The Front is waging war on the towns.", verb="armed_clash", agent="Front")
    after = pile.say("a.txt", "Nine people died.", kind="figure", verb="deaths", killed=9)
    assert pile.link().incident_of.get(after) != pile.link().incident_of[war]


def test_a_known_event_with_its_own_day_is_none_that_was_told_without_one_before_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Guards had left the road.", kind="statement", verb="statement")
    stopped = pile.say("a.txt", "Gunmen stopped a truck and opened fire.", verb="attack", agent="gunmen")
    mill = pile.say("a.txt", "Nobody can confirm the figures for the attack of 3 May.", verb="attack", when="2031-05-03")
    found = pile.link().incident_of
    assert found[stopped] != found[mill]


def in_one_sentence(sentence: str, words: str, verb: str, when: str | None = None, **details: str | int) -> bool:
    """Whether the words of a sentence are of the shelling of Sarn on 4 March that it tells."""
    pile = Pile()
    told = pile.say("a.txt", sentence, when="2031-03-04", place="Sarn", target="convoy")
    found = pile.say("a.txt", words, verb=verb, when=when, inside=sentence, **details)  # type: ignore[arg-type]
    homes = pile.link().incident_of
    return homes[told] == homes[found]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("destroying a mill and", "looting_property_destruction"),
        ("killing a farmer", "attack"),
        ("and set fire to a mill", "looting_property_destruction"),
        ("before shooting a guard", "attack"),
    ],
)
def test_what_came_of_an_event_is_told_in_its_sentence(words: str, verb: str) -> None:
    sentence = f"On 4 March the army shelled a convoy in Sarn, {words} fled."
    assert in_one_sentence(sentence, words, verb, when="2031-03-04", target="mill")
    assert in_one_sentence(sentence, words, verb, target="mill")
    assert not in_one_sentence(sentence, words, verb, when="2031-03-05", target="mill")


def test_a_deed_that_was_the_reason_for_another_or_stands_beside_it_did_not_come_of_it() -> None:
    answered = "On 4 March the army shelled a convoy in Sarn for burning a mill."
    assert not in_one_sentence(answered, "burning a mill", "looting_property_destruction", target="mill")
    beside = "On 4 March the army shelled a convoy in Sarn, and a mill was burnt."
    assert not in_one_sentence(beside, "a mill was burnt.", "looting_property_destruction", when="2031-03-04", target="mill")


def test_what_went_on_meanwhile_is_one_with_what_happened_in_its_course() -> None:
    sentence = "On 4 March a girl was shot in Sarn during a battle of two gangs."
    pile = Pile()
    shot = pile.say("a.txt", sentence, verb="attack", victim="girl")
    battle = pile.say("a.txt", "a battle of two gangs.", verb="armed_clash", inside=sentence)
    found = pile.link().incident_of
    assert found[shot] == found[battle]


def test_what_was_destroyed_and_that_nobody_was_hurt_is_told_in_the_sentence_after() -> None:
    destroyed = "looting_property_destruction"
    assert one_incident("Two shops were burnt.", verb=destroyed, target="shops")
    assert one_incident("No guard was hurt.", verb="attack", polarity="denies", victim="guard")
