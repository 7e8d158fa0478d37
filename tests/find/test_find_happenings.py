"""What happened, in invented sentences; a happening is written as its type with the texts of its slots."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache

import pytest

from sayso.find.cast import Cast
from sayso.find.happening_rules import event_rules
from sayso.find.happenings import Happening, happenings
from sayso.find.passages import passages_of
from sayso.find.scene import Scene
from sayso.find.when import calendar_of
from sayso.find.where import Atlas
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import NO_PACKS
from sayso.lang.language import load_language, pipeline
from sayso.lang.numbers import find_amounts
from sayso.records.document import Document, Span
from sayso.records.vocabulary import OTHER, vocabulary

Told = Callable[[str], list[Happening]]


@cache
def atlas() -> Atlas:
    return Atlas(load_gazetteer(), NO_PACKS)


@pytest.fixture(scope="module")
def told() -> Told:
    """The happenings of a short text, sentence by sentence."""

    def read(text: str) -> list[Happening]:
        language = load_language()
        document = Document("report.txt", hashlib.sha256(text.encode()).hexdigest(), text, "utf-8")
        passages = passages_of(document, language, pipeline())
        amounts = tuple((Span(document.sha256, one.start, one.end), one.amount) for one in find_amounts(text, language))
        scene = Scene(Cast(passages, NO_PACKS, atlas(), language), calendar_of(document, language), amounts, language)
        return [one for passage in passages for sentence in passage.sentences for one in happenings(passage, list(sentence), scene)]

    return read


def slots(happening: Happening) -> dict[str, str]:
    return {slot.name: slot.text for slot in reversed(happening.slots)}


def types(found: list[Happening]) -> list[str]:
    return [one.verb for one in found]


def test_every_type_of_the_vocabulary_has_words_and_no_other_type() -> None:
    rules = event_rules("en")
    named = {rule.verb for index in (rules.verbs, rules.nouns) for row in index.values() for rule in row}
    assert named | {OTHER} == set(vocabulary().incident_types)


def test_no_word_of_the_table_is_read_as_yes_or_no() -> None:
    rules = event_rules("en")
    conditions = [one for index in (rules.verbs, rules.nouns) for row in index.values() for rule in row for one in rule.conditions]
    assert all(isinstance(word, str) for one in conditions for word in (one.preposition, *(one.words if one.role == "prep" else ())))


def test_fire_has_its_number_its_origin_and_its_direction(told: Told) -> None:
    (one,) = told("On 12 March 2023, rebels fired 12 rockets from Sebha toward a military base near Tripoli.")
    assert one.verb == "shelling_artillery_missile_attack"
    assert slots(one) == {
        "when": "12 March 2023", "agent": "rebels", "count": "12 rockets", "instrument": "rockets", "from": "Sebha", "toward": "Tripoli",
    }  # fmt: skip


def test_what_none_did_is_negated_and_the_landing_is_no_target(told: Told) -> None:
    (one,) = told("None of the shells landed in Lebanon.")
    assert (one.negated, slots(one)["landed"]) == (True, "Lebanon")
    assert "target" not in slots(one)


def test_the_dead_and_wounded_of_a_strike_are_its_details(told: Told) -> None:
    (one,) = told("Four people were killed and nine wounded in a drone strike on a market in Aleppo on Tuesday.")
    assert one.verb == "air_drone_strike"
    assert (slots(one)["killed"], slots(one)["injured"], slots(one)["target"]) == ("Four people", "nine wounded", "market in Aleppo")


def test_an_attack_that_kills_is_one_happening(told: Told) -> None:
    (one,) = told("A suicide bomber attacked a mosque in Peshawar, killing at least 30 worshippers.")
    assert (one.verb, slots(one)["killed"]) == ("suicide_bomb", "at least 30 worshippers")


def test_the_verb_that_carries_an_event_gives_its_doer(told: Told) -> None:
    (one,) = told("The army carried out a rocket attack on Odesa.")
    assert (one.verb, one.nominal, slots(one)["agent"], slots(one)["target"]) == (
        "shelling_artillery_missile_attack",
        True,
        "army",
        "Odesa",
    )


def test_the_owner_of_an_attack_did_it(told: Told) -> None:
    (one,) = told("Boko Haram's attack on the village of Kukawa killed 20 civilians.")
    assert (slots(one)["agent"], slots(one)["killed"]) == ("Boko Haram", "20 civilians")


def test_bombings_in_two_far_towns_are_two_happenings(told: Told) -> None:
    found = told("Kyrgyz forces carried out bombings in Batken and in the city of Khujand.")
    assert [slots(one)["place"] for one in found] == ["Batken", "Khujand"]


def test_deaths_without_a_deed_named_are_an_attack(told: Told) -> None:
    (one,) = told("Three guards were killed along the frontier in February 2014.")
    assert (one.verb, slots(one)["killed"], slots(one)["when"]) == ("attack", "Three guards", "February 2014")


@pytest.mark.parametrize(
    "text",
    [
        "The president might attack Moldova.",
        "They warned of an attack on Riyadh.",
        "If rebels attack Goma, thousands will flee.",
        "The group plans to attack Lagos.",
    ],
)
def test_what_may_or_shall_happen_has_not_happened(told: Told, text: str) -> None:
    assert [one.hypothetical for one in told(text) if one.verb == "attack"] == [True]


def test_an_attack_claimed_is_real(told: Told) -> None:
    (one,) = told("The group claimed responsibility for an ambush on a convoy in Mali that left six soldiers dead.")
    assert (one.hypothetical, slots(one)["killed"]) == (False, "six soldiers")


@pytest.mark.parametrize("none", ["Not one shell", "Not a single shell", "Not one of the shells"])
def test_not_one_is_none(told: Told, none: str) -> None:
    (one,) = told(f"{none} landed in Lebanon.")
    assert one.negated
    (both,) = told("Not one but two shells landed in Lebanon.")
    assert not both.negated


@pytest.mark.parametrize(
    "text",
    ["Lebanese troops repelled an attack on Tyre.", "The army beat off an attack on Tyre.", "Soldiers have fended off an attack on Tyre."],
)
def test_who_repelled_an_attack_did_not_make_it_and_it_was_made(told: Told, text: str) -> None:
    (one,) = told(text)
    assert (one.verb, one.hypothetical, slots(one).get("agent"), slots(one)["target"]) == ("attack", False, None, "Tyre")


def test_what_somebody_is_ready_to_repel_has_not_been_made(told: Told) -> None:
    (one,) = told("Soldiers are ready to repel an attack.")
    assert one.hypothetical


def test_who_suffered_an_attack_is_whom_it_was_made_on(told: Told) -> None:
    (one,) = told("The army suffered an attack near Tyre.")
    assert (slots(one).get("agent"), slots(one)["target"]) == (None, "army")


def test_armed_bodies_take_posts_and_cross_borders(told: Told) -> None:
    assert types(told("The rebels took the post near Tyre.")) == ["non_state_actor_overtakes_territory"]
    assert types(told("Lebanese tanks crossed the border near Tyre.")) == ["border_incursion"]
    assert told("The minister took the post of deputy in May.") == []


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("It had nothing to do with the attack on Tyre.", "attack", None),
        ("Residents accused soldiers of burning houses in Tyre.", "looting_property_destruction", "soldiers"),
        ("The army was to blame for the killing of nine people in Tyre.", "attack", "army"),
        ("The UN held the army responsible for the killing of nine people in Tyre.", "attack", "army"),
        ("Soldiers were responsible for the deaths of nine people in Tyre.", "attack", "Soldiers"),
    ],
)
def test_what_somebody_is_charged_with_took_place(told: Told, text: str, verb: str, agent: str | None) -> None:
    (one,) = told(text)
    assert (one.verb, one.hypothetical, slots(one).get("agent")) == (verb, False, agent)


def test_what_was_hit_may_stand_before_the_noun_of_the_event(told: Told) -> None:
    (one,) = told("He condemned the town hall bombing in Tyre.")
    assert slots(one)["target"] == "town hall"
    (other,) = told("He condemned the car bombing in Tyre.")
    assert "target" not in slots(other)


def test_no_group_is_nobody_who_did_it(told: Told) -> None:
    (one,) = told("No group has claimed the attack.")
    assert "agent" not in slots(one)
    (spared,) = told("No Lebanese soldier attacked the village.")
    assert spared.negated
    assert slots(spared)["agent"] == "No Lebanese soldier"


def test_no_attack_is_negated(told: Told) -> None:
    (one,) = told("No attack took place.")
    assert one.negated


def test_an_attempt_happened_and_has_its_end(told: Told) -> None:
    (one,) = told("Soldiers tried to storm the presidential palace in Bamako.")
    assert (one.hypothetical, slots(one)["outcome"]) == (False, "tried")


@pytest.mark.parametrize(
    "text",
    [
        "Critics attacked the proposal.",
        "The minister was fired over the scandal.",
        "He had a heart attack.",
        "The firm launched a product.",
        "Shares were hit by tariffs.",
    ],
)
def test_figures_of_speech_tell_of_no_incident(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Gunmen kidnapped two engineers near Goma.", "abduction_forced_disappearance"),
        ("Thousands of people protested in Tbilisi against the law.", "peaceful_protest"),
        ("The Sudanese army recaptured Omdurman.", "government_regains_territory"),
        ("Kabul fell to the Taliban in August 2021.", "non_state_actor_overtakes_territory"),
        ("The two countries struck a deal on gas.", "agreement"),
        ("The foreign minister met his Polish counterpart in Warsaw.", "diplomatic_contact"),
        ("Turkey opened an embassy in Mogadishu.", "headquarters_established"),
        ("The United States imposed sanctions on two companies.", "listing_delisting"),
        ("Clashes between Hamas militants and Israeli troops erupted in Rafah.", "armed_clash"),
        ("Some 40 fighters crossed the border from Chad into Sudan.", "border_incursion"),
        ("Jets flew over Taiwan.", "airspace_overflight"),
        ("The army withdrew from Kherson.", "deployment"),
        ("A mine exploded near Izium.", "remote_explosive_landmine_ied"),
        ("Russia banned grain exports.", "trade_infrastructure_act"),
        ("Police seized 40 rifles in Medellin.", "disrupted_weapons_use"),
    ],
)
def test_the_type_is_read_from_the_words_and_what_they_govern(told: Told, text: str, verb: str) -> None:
    assert types(told(text)) == [verb]


def test_every_slot_quotes_its_own_words(told: Told) -> None:
    text = "On 3 May 2021, militants shot dead three farmers and wounded five near Zaria, police said."
    for one in told(text):
        assert one.span.size >= 20
        assert all(text[slot.span.start : slot.span.end] == slot.text for slot in one.slots)


def test_a_series_told_without_a_verb_is_one_happening_for_each_town(told: Told) -> None:
    found = told("Series of explosions at churches in Lviv and Odesa, killing dozens.")
    assert [(one.verb, slots(one)["place"], slots(one)["killed"]) for one in found] == [
        ("remote_explosive_landmine_ied", "Lviv", "dozens"),
        ("remote_explosive_landmine_ied", "Odesa", "dozens"),
    ]


def test_attacks_on_two_countries_are_two_happenings_by_the_one_last_named(told: Told) -> None:
    found = told("The army fears armed groups in Syria, including the Harran Front that carried out attacks on Iran and Turkey.")
    assert [(slots(one)["agent"], slots(one)["target"]) for one in found] == [("Harran Front", "Iran"), ("Harran Front", "Turkey")]


def test_an_attempt_that_was_stopped_took_place_and_has_its_doer(told: Told) -> None:
    (one,) = told("The army foiled an attempt by militants to cross the border into Chad.")
    assert (one.verb, one.hypothetical, slots(one)["agent"], slots(one)["outcome"]) == ("border_incursion", False, "militants", "foiled")


def test_what_somebody_seeks_or_wants_to_try_did_not_happen(told: Told) -> None:
    assert [one.hypothetical for one in told("The group wants to attempt to bomb the parliament.")] == [True]
    assert [one.hypothetical for one in told("The movement seeks to overthrow the government of Chad.")] == [True]


def test_a_date_in_a_clause_on_something_else_is_not_the_date_of_the_event(told: Told) -> None:
    (one,) = told("There were clashes near Lviv with the party that moved its staff abroad in October 2021.")
    assert (one.verb, "when" in slots(one)) == ("armed_clash", False)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("News of the exchange of fire between Chadian and Sudanese troops spread.", "armed_clash"),
        ("A fight between villagers and soldiers left two dead.", "armed_clash"),
        ("Two helicopters were sent to the area.", "airspace_overflight"),
    ],
)
def test_fights_and_aircraft_are_known_by_other_words_too(told: Told, text: str, verb: str) -> None:
    assert types(told(text)) == [verb]


def test_hostility_to_somebody_is_no_clash(told: Told) -> None:
    assert told("Chad underscored its hostility to the new government.") == []


def test_the_place_behind_what_an_attack_was_aimed_at_is_its_place(told: Told) -> None:
    (one,) = told("The rebels led the attacks on the army in Kandahar.")
    assert slots(one)["place"] == "Kandahar"


def test_what_somebody_has_not_claimed_took_place_all_the_same(told: Told) -> None:
    assert [one.negated for one in told("The group has not claimed responsibility for the attack of April 1.")] == [False]
    assert [one.negated for one in told("The group did not carry out the attack on Kabul.")] == [True]


@pytest.mark.parametrize("only", ["only", "just", "merely"])
def test_what_was_not_only_done_was_done(told: Told, only: str) -> None:
    assert [one.negated for one in told(f"The group did not {only} carry out the attack on Kabul, but filmed it too.")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Kabul has not been claimed by any group.",
        "Nobody claimed the attack on Kabul.",
        "The ministry did not condemn the attack on Kabul.",
        "The attack on Kabul was not an accident.",
    ],
)
def test_an_attack_of_which_somebody_did_not_speak_took_place(told: Told, text: str) -> None:
    assert [one.negated for one in told(text)] == [False]


def test_them_in_the_next_words_are_the_rockets_and_their_landing_may_have_no_name(told: Told) -> None:
    found = told("Rebels fired rockets at the camp. At least two of them landed in the fields behind the school.")
    assert [(one.verb, slots(one).get("landed")) for one in found][1:] == [("shelling_artillery_missile_attack", "fields")]


def test_a_country_is_a_place_by_its_adjective_before_a_word_for_ground(told: Told) -> None:
    (one,) = told("Rockets were fired from Chadian territory on March 4.")
    assert (slots(one)["from"], next(slot.place.country for slot in one.slots if slot.place)) == ("Chadian territory", "TD")


def test_a_date_is_never_what_was_aimed_at(told: Told) -> None:
    (one,) = told("The rebels fired 12 rockets from the hills on March 4.")
    assert "target" not in slots(one)


def test_a_strike_by_workers_is_no_attack_and_one_on_something_is(told: Told) -> None:
    assert told("A strike by teachers began in Oslo on Monday.") == []
    assert types(told("A strike on the depot killed two men.")) == ["attack"]


def test_not_before_one_verb_says_nothing_of_the_next_one(told: Told) -> None:
    found = told("The group has not talked to anyone and attacked the camp on Monday.")
    assert [(one.verb, one.negated) for one in found if one.verb == "attack"] == [("attack", False)]


def test_those_shot_dead_were_killed(told: Told) -> None:
    (one,) = told("Gunmen shot dead three guards in Oslo on Monday.")
    assert slots(one)["killed"] == "three guards"


def test_harm_told_with_what_did_it_is_one_incident(told: Told) -> None:
    (one,) = told("At least ten people were killed and 23 wounded on Tuesday when an artillery shell struck a market in Kunduz.")
    assert one.verb == "shelling_artillery_missile_attack"
    assert {"killed", "injured", "landed"} <= {slot.name for slot in one.slots}


def test_those_who_die_of_it_are_counted_with_it(told: Told) -> None:
    (one,) = told("Four soldiers died after their vehicle struck a mine near Kunduz on Monday.")
    assert one.verb == "remote_explosive_landmine_ied"
    assert [slot.text for slot in one.slots if slot.name == "killed"] == ["Four soldiers"]


def test_that_it_was_fired_and_where_it_came_down_is_one_incident(told: Told) -> None:
    (one,) = told("A single shell was fired from Kabul and hit the fish market in Kunduz.")
    assert [slot.text for slot in one.slots if slot.name == "from"] == ["Kabul"]


def test_a_blast_and_the_bomb_that_caused_it_are_one_incident(told: Told) -> None:
    (one,) = told("The explosion in Kunduz was caused by a bomb planted by militants.")
    assert {slot.name: slot.text for slot in one.slots}["place"] == "Kunduz"
    assert "militants" in {slot.text for slot in one.slots if slot.name == "agent"}


def test_what_is_called_an_attack_behind_its_account_is_no_second_one(told: Told) -> None:
    assert types(told("In May rebels fired mortars at a suburb of Kunduz, killing three civilians, an attack that shocked the town.")) == [
        "shelling_artillery_missile_attack"
    ]


def test_any_behind_a_negation_says_that_there_was_none(told: Told) -> None:
    (one,) = told("The army did not carry out any strikes on Kunduz.")
    assert one.negated
    assert not one.hypothetical
    (other,) = told("Any attack on Kunduz would be answered.")
    assert other.hypothetical


def test_a_sum_over_a_time_is_no_event(told: Told) -> None:
    assert told("More than 14,000 people have been killed since the war began.") == []
    assert told("More than 700 people, most of them villagers, have been killed in Kunduz since the league stepped in.") == []
    assert types(told("Nine soldiers have been killed in Kunduz since Monday.")) == ["attack"]
    assert types(told("More than 40 people have been killed in a bombing in Kunduz.")) == ["remote_explosive_landmine_ied"]


def test_a_strike_that_hit_and_killed_is_one_and_a_strike_on_a_meeting_is_no_meeting(told: Told) -> None:
    (one,) = told("The strike hit a gathering of rebel leaders and killed fifteen of them.")
    assert [slot.text for slot in one.slots if slot.name == "killed"] == ["fifteen"]
    assert types(told("It was a precision strike on a meeting of commanders in Kunduz.")) == ["attack"]


def test_a_month_before_a_verb_is_no_may(told: Told) -> None:
    (one,) = told("An airstrike on 3 May hit the livestock market in Kunduz, killing between 40 and 60 people.")
    assert not one.hypothetical
    (other,) = told("An airstrike may hit the market in Kunduz.")
    assert other.hypothetical


def test_going_on_is_part_of_what_was_begun(told: Told) -> None:
    assert types(told("Warplanes crossed the border after dawn and flew as far as the river.")) == ["airspace_overflight"]


def test_who_owns_what_was_hit_is_not_where_it_was(told: Told) -> None:
    (one,) = told("The bombing of the U.S. embassy in Kabul killed 20 people.")
    assert {slot.place.name for slot in one.slots if slot.place} == {"Kabul"}
    (other,) = told("Rockets hit the Kabul airport.")
    assert {slot.place.name for slot in other.slots if slot.place} == {"Kabul"}


def test_a_country_that_did_it_is_not_where_it_was(told: Told) -> None:
    (one,) = told("Orlan Teck died in a U.S. airstrike near Agadez.")
    assert (slots(one)["agent"], slots(one)["place"]) == ("U.S.", "Agadez")
    (one,) = told("The Nigeria attacks of May 2030 killed ten.")
    assert slots(one)["place"] == "Nigeria"


def test_what_was_hit_by_what_was_fired_is_told_by_one_happening(told: Told) -> None:
    (one,) = told("They fired seven rockets from Diffa on 7 May 2031, and struck Chadian military facilities across the border.")
    assert one.verb == "shelling_artillery_missile_attack"
    assert slots(one)["target"] == "Chadian military facilities"
    assert next(slot.place.country for slot in one.slots if slot.place and slot.name == "target") == "TD"
    assert len(told("They fired ten rockets at Gao on 3 May 2031 and struck a depot on 4 May 2031.")) == 2
    assert len(told("They fired ten rockets and struck the town with drones.")) == 2


def test_what_nobody_stopped_took_place(told: Told) -> None:
    for text in ("The police did not prevent the attack on the embassy.", "Guards failed to stop the attack on the embassy."):
        (one,) = told(text)
        assert (one.verb, one.negated, one.hypothetical, slots(one)) == ("attack", False, False, {"target": "embassy"})
    (one,) = told("The police could not prevent the attack on the embassy.")
    assert (one.verb, one.negated, one.hypothetical) == ("attack", False, False)
    (one,) = told("The police prevented the attack on the embassy.")
    assert one.verb == "foiled_plot"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The court excluded the “Velm” movement from the list of terrorist organizations.", "listing_delisting"),
        ("The ministry designated the VMF a terrorist organization in May 2030.", "listing_delisting"),
        ("The Velm Liberation Front was established in January 2025.", "change_to_group_activity"),
        ("In July 2022 the army handed over the security of the district to the villagers.", "non_violent_transfer_of_territory"),
    ],
)
def test_listings_foundings_and_handovers_are_happenings(told: Told, text: str, verb: str) -> None:
    assert types(told(text)) == [verb]


def test_a_modifier_with_a_hyphen_is_read_as_one_word(told: Told) -> None:
    assert types(told("Three men attempted a cross-border raid into Niger.")) == ["border_incursion"]


def test_the_founding_of_a_bank_is_none(told: Told) -> None:
    assert told("The Bank of Gao was founded in 1999.") == []


def test_who_is_ruled_out_beside_the_doer_did_it_not(told: Told) -> None:
    (one,) = told("The army and not the Dawn Front shelled the town of Kest on 3 May 2031.")
    assert [slot.text for slot in one.slots if slot.name == "agent"] == ["army"]


def test_who_loses_ground_is_not_the_one_who_takes_it(told: Told) -> None:
    (one,) = told("The army lost the town of Ivlin on Monday.")
    assert one.verb == "non_state_actor_overtakes_territory"
    assert "agent" not in slots(one)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A boat of the agency was fired upon near Ivlin.", "attack"),
        ("Twelve rebels were neutralised near Ivlin.", "attack"),
        ("The army and the rebels fought for three hours at Ivlin.", "armed_clash"),
        ("A mine holed the tanker off the coast.", "remote_explosive_landmine_ied"),
        ("Twelve lorries were destroyed by fire on the road.", "looting_property_destruction"),
        ("Troops carried out a limited strike on a depot near Ivlin.", "attack"),
    ],
)
def test_further_words_by_which_reports_tell_violence(told: Told, sentence: str, kind: str) -> None:
    assert types(told(sentence)) == [kind]


def test_a_strike_at_work_is_none(told: Told) -> None:
    assert types(told("The union began a strike on Monday.")) == []


@pytest.mark.parametrize(
    ("text", "kind", "told_of"),
    [
        ("Six villagers were hacked to death at the mill.", "attack", {"victim": "Six villagers"}),
        ("A clinic near the river was hit.", "attack", {"target": "clinic near the river"}),
        ("Gunmen burst into the chapel.", "attack", {"agent": "Gunmen", "target": "chapel"}),
        ("The patrol came under fire at the ford.", "attack", {}),
        ("A grenade landed in the yard of the school.", "grenade", {"instrument": "grenade"}),
        ("Rebels mined the bridge.", "remote_explosive_landmine_ied", {"agent": "Rebels", "target": "bridge"}),
        ("Three saboteurs were caught by the police.", "arrests", {"victim": "Three saboteurs"}),
        ("The navy intercepted a shipment of rifles.", "disrupted_weapons_use", {}),
        ("The soldiers abandoned the outpost.", "deployment", {"agent": "soldiers", "target": "outpost"}),
    ],
)
def test_events_told_by_less_usual_words(told: Told, text: str, kind: str, told_of: dict[str, str]) -> None:
    (one,) = told(text)
    assert one.verb == kind
    assert told_of.items() <= slots(one).items()


def test_what_only_sounds_like_fire_is_no_event(told: Told) -> None:
    assert told("The minister came under fire from critics.") == []
    assert told("The party hit its target for the year.") == []


def test_who_did_it_may_stand_right_behind_the_day(told: Told) -> None:
    (one,) = told("On the morning of 3 May 2031 four rockets fell on Kabul, and smoke rose.")
    assert slots(one).items() >= {"count": "four rockets", "when": "3 May 2031"}.items()
    (other,) = told("On 3 May 2031 gunmen attacked the port.")
    assert (other.verb, slots(other)["when"]) == ("attack", "3 May 2031")


@pytest.mark.parametrize(
    ("words", "agent", "where"),
    [
        ("Ten people died in the Zambia blast.", [], ["Zambia"]),
        ("He is a suspect in the Zambia bombings.", [], ["Zambia"]),
        ("Ten people died in the U.S. bombing of the port.", ["U.S."], []),
        ("He is a suspect in the Zambia Embassy bombings.", [], ["Zambia Embassy"]),
    ],
)
def test_the_name_of_a_country_or_a_building_before_a_blast_is_where_it_was_and_not_who_did_it(
    told: Told, words: str, agent: list[str], where: list[str]
) -> None:
    slots = [slot for one in told(words) for slot in one.slots]
    assert [slot.text for slot in slots if slot.name == "agent"] == agent
    assert [slot.text for slot in slots if slot.name in ("place", "target") and "Zambia" in slot.text] == where
