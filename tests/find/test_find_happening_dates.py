"""Which date is a happening's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding
from sayso.records.vocabulary import OTHER

Find = Callable[[str], Finding]


def days(find: Find, text: str) -> list[tuple[str, str | None]]:
    events = [claim for claim in find(text).claims if claim.kind == "event" and claim.verb != OTHER]
    stated = [[str(slot.when) for slot in one.slots if slot.when and slot.when.basis == "stated"] for one in events]
    return [(one.verb, next(iter(dates), None)) for one, dates in zip(events, stated, strict=True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On April 3, 2031, they thwarted the efforts of three militants attempting a raid on a village.", "2031-04-03"),
        ("In the summer of 2028, the army succeeded in raiding the camp of the Front.", "2028-06-01/2028-08-31"),
        ("On April 3, 2031, they spoke of three militants who had carried out a raid.", None),
    ],
)
def test_the_day_of_the_verb_that_stopped_it_or_brought_it_about_is_its_day(find: Find, text: str, day: str | None) -> None:
    assert days(find, text) == [("counterterror_raid", day)]


def test_the_day_of_a_death_is_that_of_what_it_came_of(find: Find) -> None:
    text = "The army sheltered Orlan Teck in Niamey before his death in an airstrike on July 30, 2030."
    assert days(find, text) == [("air_drone_strike", "2030-07-30")]


def test_the_day_on_which_one_of_the_wounded_died_is_not_that_of_the_attack(find: Find) -> None:
    text = "The attack killed seven people, of whom one died of his wounds on July 30, 2030."
    assert days(find, text) == [("attack", None)]


def test_the_day_before_a_verb_by_which_it_is_only_told_is_that_of_the_deed(find: Find) -> None:
    assert days(find, "On July 30, 2030, men of the Velk Front are reported to have killed nine officers they held near Kest.") == [
        ("attack", "2030-07-30")
    ]
    assert days(find, "On July 30, 2030, nine men were jailed for having killed an officer near Kest.") == [
        ("arrests", "2030-07-30"),
        ("attack", None),
    ]


def test_the_day_with_which_a_paragraph_is_labelled_is_that_of_what_it_tells_only_where_no_other_is_named(find: Find) -> None:
    assert days(find, "- 23 Oct. 2031. Gunmen killed four men at Orsk on 15 October 2031.") == [("attack", "2031-10-15")]
    assert days(find, "- 23 Oct. 2031: gunmen killed four men at Orsk.") == [("attack", "2031-10-23")]


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack on the port of Ilvar since 2024.",
        "The attack on the port of Ilvar was the worst since gunmen had come there in May 2024.",
        "The attack on Ilvar followed months of quarrels since the war began in May 2024.",
    ],
)
def test_a_day_since_which_there_was_none_like_it_is_not_its_day(find: Find, text: str) -> None:
    assert {day for _, day in days(find, text)} == {None}


def test_a_fight_that_goes_on_since_a_day_has_that_day(find: Find) -> None:
    assert days(find, "The army has been fighting the Front at Ilvar since May 2024.") == [("armed_clash", "2024-05")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine people were killed in Tuesday's air strike on Sarn, witnesses said.", ["Tuesday"]),
        ("Airstrikes by the army of Orland on Friday killed nine people.", ["Friday"]),
        ("The shelling of 4 May left nine people dead in Sarn.", ["4 May"]),
        ("The minister said on Wednesday that nine people were killed in the attack on Sarn.", []),
        ("Nine soldiers were killed by the Front since Monday.", []),
    ],
)
def test_in_a_text_of_unknown_date_the_day_of_a_happening_is_kept_as_it_is_told(find: Find, text: str, told: list[str]) -> None:
    (event,) = [claim for claim in find(text).claims if claim.kind == "event"]
    assert [slot.text for slot in event.slots if slot.name == "when" and slot.when is None] == told


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed when shells hit a camp of the rebels, who rose in April 2031.",
        "Since the war began in April 2031, the Front has shelled a camp near Sarn.",
        "Gunmen shelled the camp before they left the town on 4 May 2031.",
        "The army shelled a camp to press the rebels, whose rule began in April 2031.",
        "The Front, locked in a war with the army since April 2031, shelled a camp near Sarn.",
    ],
)
def test_the_day_of_a_clause_that_only_tells_since_when_or_before_what_is_not_that_of_a_happening(find: Find, text: str) -> None:
    fire = [claim for claim in find(text).claims if claim.verb == "shelling_artillery_missile_attack"]
    assert fire
    assert not any(slot.name == "when" for claim in fire for slot in claim.slots)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine villagers in an attack carried out on 4 May 2031 near Sarn.",
        "An attack killed nine villagers when it hit a market on 4 May 2031.",
        "Gunmen attacked Sarn before dawn on 4 May 2031, killing nine villagers.",
        "An attack that killed nine villagers on 4 May 2031 shook Sarn.",
    ],
)
def test_the_day_of_words_that_tell_the_happening_itself_is_its_day(find: Find, text: str) -> None:
    assert days(find, text) == [("attack", "2031-05-04")]


@pytest.mark.parametrize(
    "text",
    [
        "Six guards were hurt in an attack on a depot, which took place at 2 a.m. on 4 May 2031.",
        "The attack on the mayor of Sarn, which happened on 4 May 2031, drew protests.",
    ],
)
def test_a_clause_behind_another_noun_that_says_when_it_took_place_tells_the_day_of_the_happening(find: Find, text: str) -> None:
    assert days(find, text) == [("attack", "2031-05-04")]


def test_a_clause_that_tells_something_else_of_another_noun_does_not_tell_the_day_of_the_happening(find: Find) -> None:
    assert days(find, "Six guards were hurt in an attack on a depot which opened on 4 May 2031.") == [("attack", None)]


def bare_days(find: Find, text: str, verb: str) -> set[str]:
    """The days that accounts of this kind give in a text of unknown date."""
    told = [claim for claim in find(text).claims if claim.verb == verb]
    assert told
    return {slot.text for claim in told for slot in claim.slots if slot.name == "when" and slot.when is None}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Gunmen rode into Sarn on Tuesday in two vans and shot at the guards.", "attack"),
        ("The army said the siege ended on Tuesday as soldiers killed all the rebels.", "attack"),
        ("The pupils were taken in a mass abduction by the Front on Tuesday.", "abduction_forced_disappearance"),
    ],
)
def test_what_took_place_with_or_in_the_course_of_what_a_verb_tells_has_its_day_in_a_text_of_unknown_date(
    find: Find, text: str, verb: str
) -> None:
    assert bare_days(find, text, verb) == {"Tuesday"}


@pytest.mark.parametrize(
    "text",
    [
        "Police said nine men were jailed on Tuesday for the killing of a judge.",
        "Protesters marched on Tuesday against the killing of six people.",
        "On Tuesday the queen visited those hurt in the attack.",
        "Residents said the convoy left on Tuesday before gunmen attacked it.",
        "Residents said on Tuesday that gunmen had attacked a convoy.",
    ],
)
def test_the_day_of_what_was_done_or_said_about_a_happening_is_not_its_day_in_a_text_of_unknown_date(find: Find, text: str) -> None:
    assert bare_days(find, text, "attack") == set()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Front said that the raid on Ilvar was made in response to the 30 October 2031 attack on its camp.", "2031-10-30"),
        ("The raid on Ilvar is the second attack this week, following an attack on the camp on 30 October 2031.", "2031-10-30"),
        ("The army launched an attack on Ilvar after Otto Brand was killed on 18 August 2031.", "2031-08-18"),
    ],
)
def test_the_day_of_the_event_that_another_answers_or_follows_is_not_that_of_the_other(find: Find, text: str, day: str) -> None:
    told = [when for _, when in days(find, text)]
    assert day in told
    assert None in told


def test_who_was_harmed_after_a_raid_on_a_day_was_harmed_on_that_day(find: Find) -> None:
    for text in (
        "Four men were arrested after a raid on Ilvar on 18 August 2031.",
        "Nine men were wounded after the blast on 18 August 2031.",
    ):
        whens = [slot.when for claim in find(text).claims for slot in claim.slots if slot.when and claim.kind == "event"]
        assert {str(when) for when in whens} == {"2031-08-18"}


def test_the_day_in_the_name_of_a_body_is_no_day(find: Find) -> None:
    assert days(find, "Otto Brand, a leader of the 19 April Movement, was shot dead by gunmen in Ilvar.") == [("attack", None)]


@pytest.mark.parametrize(
    "text",
    [
        "According to army sources on 3 May 2031, three guards were murdered by a column of rebels.",
        "It was reported on 3 May 2031 that members of the patrol killed three guards.",
        "The envoy came back on 3 May 2031, to finish a job that was broken off by an attack on the mission.",
        "The Front staged an attack in Ilvar to keep people from the 3 May 2031 elections.",
    ],
)
def test_the_day_on_which_it_was_told_or_of_something_else_is_not_its_day(find: Find, text: str) -> None:
    assert days(find, text) == [("attack", None)]


def test_why_something_was_done_on_a_day_has_another_day(find: Find) -> None:
    told = days(find, "The ministry put its forces on alert on 3 May 2031 due to an attack by the Front.")
    assert told == [("attack", None), ("deployment", "2031-05-03")]


def test_who_is_called_by_an_event_is_told_of_and_not_the_event(find: Find) -> None:
    assert days(find, "On 3 May 2031 Otto Brand paid tribute to bombing victims in Ilvar.") == []


def test_the_day_before_a_clause_that_tells_what_was_on_it_is_its_day(find: Find) -> None:
    text = "It lapsed on 12 May 2031, when rebels attacked a depot and killed two guards, and I believed it, you will see."
    assert days(find, text) == [("attack", "2031-05-12")]
    assert days(find, "They signed on 12 May 2031. When rebels attacked a depot, it lapsed.") == [("attack", None)]


def test_the_day_on_which_something_was_done_with_what_an_event_left_is_not_its_day(find: Find) -> None:
    text = "On 12 May 2031 the last of the victims of the shelling of Kabul were buried."
    assert [slot for claim in find(text).claims if claim.kind == "event" for slot in claim.slots if slot.when] == []


def test_a_date_goes_before_the_weekday_of_what_was_struck(find: Find) -> None:
    (event,) = [claim for claim in find("Blasts tore through the town's Thursday market on Oct. 11.").claims if claim.kind == "event"]
    assert [slot.text for slot in event.slots if slot.name == "when"] == ["Oct. 11"]


@pytest.mark.parametrize(
    "text",
    [
        "The curfew of Dol was extended to 30 June 2031.",
        "Citing the ambush, the council postponed the vote from 5 May to 8 September 2031.",
    ],
)
def test_the_day_to_which_something_was_put_off_is_no_day_of_an_event(find: Find, text: str) -> None:
    assert [slot for claim in find(text).claims if claim.kind == "event" for slot in claim.slots if slot.name == "when"] == []


def test_what_took_place_has_no_day_that_was_still_to_come_when_it_was_told(find: Find) -> None:
    prose = "The council will meet the elders of the mill on 16 March 2031. Three days later rebels attacked the bridge of Dol."
    (event,) = [claim for claim in find(f"Orsk, 14 March 2031\n\n{prose}").claims if claim.kind == "event" and claim.verb == "attack"]
    assert [slot for slot in event.slots if slot.name == "when"] == []


def test_the_answer_to_a_numbered_question_is_of_its_day_but_not_what_has_been_done_since(find: Find) -> None:
    text = (
        "HOUSE OF DOL\n\nDol, 16 September 2031\n\n"
        "(1) How many persons were killed at the mill on 22 August 2031?\n(2) Why was the bridge closed on 23 August 2031?\n\n"
        "The minister's answer is as follows:\n\n"
        "(1) Constables shot at the crowd without orders. Inspector Brand has been arrested.\n\n(2) Guards attacked the bridge.\n"
    )
    events = [claim for claim in find(text).claims if claim.kind == "event"]
    assert [[str(slot.when) for slot in one.slots if slot.name == "when"] for one in events] == [["2031-08-22"], [], ["2031-08-23"]]


def report_days(find: Find, text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The days of each event, and whether only its report tells them."""
    events = [claim for claim in find(text).claims if claim.kind == "event"]
    return [(one.verb, [(slot.name, str(slot.when)) for slot in one.slots if slot.when]) for one in events]


def test_what_a_short_report_tells_without_a_day_was_on_the_only_day_of_which_it_tells(find: Find) -> None:
    text = "KEST, 9 May 2031 (VNA) - Rebels attacked the mill of Dol today.\n\nThey also burned three trucks at the bridge.\n"
    assert report_days(find, text) == [
        ("attack", [("when", "2031-05-09")]),
        ("looting_property_destruction", [("report_day", "2031-05-09")]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "KEST, 9 May 2031 (VNA) - Rebels attacked the mill today.\n\nIn 2029 guards met the elders.\n\nThey also burned three trucks.\n",
        "KEST, 9 May 2031 (VNA) - Rebels attacked the mill on 3 April.\n\nThey also burned three trucks at the bridge.\n",
        "KEST, 9 May 2031 (VNA) - Guards spoke of the mill.\n\nRebels burned three trucks at the bridge.\n",
    ],
)
def test_a_report_that_tells_of_several_times_or_of_none_of_its_week_has_no_day_for_what_it_tells(find: Find, text: str) -> None:
    assert all(name != "report_day" for _, days in report_days(find, text) for name, _ in days)


def test_what_goes_on_in_a_report_that_names_no_day_is_on_that_of_the_report(find: Find) -> None:
    text = "KEST, 9 May 2031 (VNA) - Soldiers are firing machine guns at the camp of Dol, a doctor said.\n"
    assert [days for _, days in report_days(find, text)] == [[("report_day", "2031-05-09")]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Responsibility for the ambush of a police patrol at Kest bridge on 9 April 2031 was claimed by the Front.", "2031-04-09"),
        ("A statement on 9 April 2031 on the ambush of an army column at Kest bridge was read by the Front.", None),
    ],
)
def test_the_day_behind_an_event_is_its_day_though_it_hangs_on_the_noun_above_it(find: Find, text: str, day: str | None) -> None:
    assert {told for _, told in days(find, text)} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two bakers on July 30, 2030 for the murder of Otto Brand.",
        "Two bakers went on trial on July 30, 2030 for the murder of Otto Brand.",
        "On July 30, 2030, the mayor published a report on the murder of Otto Brand.",
        "The army apologised on July 30, 2030 for the murder of Otto Brand.",
    ],
)
def test_the_day_of_a_judgement_or_a_report_is_not_that_of_the_deed(find: Find, text: str) -> None:
    (murder,) = [claim for claim in find(text).claims if claim.verb == "attack"]
    assert not [slot for slot in murder.slots if slot.when and slot.name == "when"]


def test_a_deed_keeps_a_day_of_its_own_beside_a_judgement(find: Find) -> None:
    (murder,) = [
        claim for claim in find("Police arrested a man for the murder of Otto Brand on July 30, 2030.").claims if claim.verb == "attack"
    ]
    assert [str(slot.when) for slot in murder.slots if slot.name == "when"] == ["2030-07-30"]
