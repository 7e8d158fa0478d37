"""How claims are put together from what is said, what happened and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Claim, Finding

Find = Callable[[str], Finding]


def events(find: Find, text: str) -> list[Claim]:
    return [claim for claim in find(text).claims if claim.kind == "event"]


def day(claim: Claim) -> str | None:
    return next((str(slot.when) for slot in claim.slots if slot.name == "when" and slot.when), None)


def test_the_day_of_a_statement_is_not_the_day_of_the_event(find: Find) -> None:
    (one,) = events(find, "Published: 9 March 2024\n\nThe ministry acknowledged on Saturday that rockets had been fired at Lebanon.")
    assert (one.act, day(one)) == ("concedes", None)


def test_a_full_date_that_opens_a_report_dates_what_it_tells_as_inferred(find: Find) -> None:
    (one,) = events(find, "On 3 May 2023, the army said that rockets were fired at Beirut.")
    slot = next(slot for slot in one.slots if slot.name == "when")
    assert slot.when is not None
    assert (str(slot.when), slot.when.basis) == ("2023-05-03", "inferred")


def test_of_two_dates_in_a_sentence_none_is_guessed(find: Find) -> None:
    text = "On 8 May 2023, the army reported an attack on Beirut, as the group had moved its men there on 2 May 2023."
    assert [day(one) for one in events(find, text) if one.verb == "attack"] == [None]


def test_an_event_that_only_dates_another_takes_no_date_from_its_sentence(find: Find) -> None:
    text = "On 3 June 2023, the panel said that women had lost rights since the capture of Kabul."
    assert [day(one) for one in events(find, text) if one.verb == "non_state_actor_overtakes_territory"] == [None]


def test_an_armed_group_that_says_its_fighters_did_it_takes_responsibility(find: Find) -> None:
    (one,) = events(find, "The Harran Liberation Army said its fighters had fired 12 rockets at Beirut on 4 March 2023.")
    assert one.act == "claims_responsibility"


def test_a_claim_of_responsibility_holds_the_deed_behind_for(find: Find) -> None:
    text = "The Harran Liberation Army claimed responsibility on Tuesday for a rocket attack on the town of Irbid, saying that it had won."
    assert [(one.verb, one.act) for one in events(find, text)] == [("shelling_artillery_missile_attack", "claims_responsibility")]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The group has not claimed responsibility for the attack of 1 April.", "affirms"),
        ("The group did not carry out the attack on Kabul.", "denies"),
        ("No rocket was fired at Lebanon.", "denies"),
    ],
)
def test_the_stance_to_an_event_is_that_of_the_words_that_tell_it(find: Find, text: str, polarity: str) -> None:
    assert [one.polarity for one in events(find, text)] == [polarity]


def test_the_day_asked_for_is_the_day_of_the_answer_as_inferred(find: Find) -> None:
    text = "Q: What happened on the evening of 4 March 2024?\n\nA: I heard a blast and the rockets landed in the fields behind the school."
    assert [day(one) for one in events(find, text) if one.verb == "shelling_artillery_missile_attack"] == ["2024-03-04"]


def test_place_and_agency_at_the_start_are_no_agent(find: Find) -> None:
    text = "DAMASCUS, April 3 (Harran News) - Border troops raided a hideout near Homs on Monday.\n\nNobody was hurt."
    assert [slot.text for one in events(find, text) for slot in one.slots if slot.name == "agent"] == ["Border troops"]


def test_the_mark_that_ends_a_quotation_belongs_to_what_is_said(find: Find) -> None:
    text = '"The river is too high for the ferry," the mayor said on Monday.'
    (claim,) = find(text).claims
    assert [text[part.start : part.end] for part in claim.content] == ['"The river is too high for the ferry,"']


def test_who_takes_responsibility_for_an_attack_told_before_in_the_sentence_takes_that_deed(find: Find) -> None:
    text = "In May rebels fired mortars at a suburb of Homs, killing three civilians, an attack for which the Front claimed responsibility."
    assert [(one.verb, one.act) for one in events(find, text)] == [
        ("shelling_artillery_missile_attack", "asserts"),
        ("shelling_artillery_missile_attack", "claims_responsibility"),
    ]


@pytest.mark.parametrize(
    ("further", "alone"),
    [("the rocket attack on the camp in Kest", False), ("the rocket attack on the northern camp of the refugees in Kest", True)],
)
def test_a_further_event_told_by_a_mere_noun_stands_alone_only_where_it_says_enough(find: Find, further: str, alone: bool) -> None:
    text = f"Anton Velk said he had been told of the bombing in Orsk and of {further}."
    first, second = events(find, text)
    assert first.quote == text
    assert second.quote == (further if alone else text)


def test_two_events_told_by_one_word_stand_on_the_same_words(find: Find) -> None:
    text = "A series of bombings in Batken and Khujand killed nine people."
    both = [one for one in events(find, text) if one.verb == "remote_explosive_landmine_ied"]
    assert len(both) == 2
    assert len({one.span for one in both}) == 1


def test_of_two_events_told_by_one_word_the_second_keeps_its_own_part_of_a_long_sentence(find: Find) -> None:
    text = "The army fears armed groups in Syria, including the Harran Front that carried out attacks on Iran and Turkey."
    both = [one for one in events(find, text) if one.verb == "attack"]
    assert len({one.span for one in both}) == len(both) == 2


def test_what_a_speaker_did_besides_saying_something_is_told_where_it_is_a_deed(find: Find) -> None:
    text = "The group denied the killing of the mayor in 2028 and staged an attack at a border post the following year."
    first, second = events(find, text)
    assert (second.quote, second.act, second.voice.text) == ("staged an attack at a border post the following year", "asserts", AUTHOR)
    assert (first.act, day(second)) == ("denies", "2029")
    assert [claim.voice.text for claim in find("The minister denied the report and left for Paris.").claims] == ["The minister"]


def test_a_kind_of_event_that_is_told_beside_one_is_no_further_event(find: Find) -> None:
    general = "In response to attacks in Chad, the army carried out an airstrike on a camp near Abeche in 2015."
    assert [one.verb for one in events(find, general)] == ["air_drone_strike"]
    certain = "In response to the attacks in Chad, the army carried out an airstrike on a camp near Abeche in 2015."
    assert [one.verb for one in events(find, certain)] == ["air_drone_strike", "attack"]
