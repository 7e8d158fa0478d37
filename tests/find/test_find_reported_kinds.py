"""The kinds of events by the verbs and nouns of reports: ground taken, fire, wrecks, roads cut, people driven out, courts and curfews."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Claim, Finding

Find = Callable[[str], Finding]


def kinds(find: Find, sentence: str) -> list[str]:
    told: list[Claim] = [claim for claim in find(f"Published: 9 May 2031\n\n{sentence}\n").claims if claim.kind == "event"]
    return [claim.verb for claim in told]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army said its paratroopers had seized the Orlan Pass.", "non_state_actor_overtakes_territory"),
        ("Army sappers blew up two gates of the dam at Kest.", "remote_explosive_landmine_ied"),
        ("The ammunition depot at Kest blew up in the night.", "remote_explosive_landmine_ied"),
        ("Rebels downed a helicopter near Dol.", "attack"),
        ("The Front confirmed the downing of a helicopter near Dol.", "attack"),
        ("The army has concentrated 3,000 men around the hill.", "deployment"),
        ("Gunmen hijacked five trucks near Dol.", "attack"),
        ("A mass grave with 40 bodies was discovered near Kest.", "attack"),
        ("The army retook the heights above Dol.", "government_regains_territory"),
        ("The rebels hold two bridges and have taken the airfield.", "non_state_actor_overtakes_territory"),
        ("The government imposed a curfew on Kest.", "other_event"),
        ("A state of emergency was declared in Kest.", "other_event"),
        ("An aid convoy reached Dol on Monday.", "trade_infrastructure_act"),
        ("The army turned back an aid convoy at the bridge.", "trade_infrastructure_act"),
        ("The Front cut the road to Kest.", "trade_infrastructure_act"),
        ("The wells at Dol were poisoned.", "chemical_weapon"),
        ("Two soldiers lost their lives at Dol.", "attack"),
        ("Police broke up the march with tear gas.", "protest_with_intervention"),
        ("The rebels laid down their arms.", "change_to_group_activity"),
        ("Shells rained on Dol.", "shelling_artillery_missile_attack"),
        ("Mortar rounds landed near the clinic.", "shelling_artillery_missile_attack"),
        ("The militia drove 400 families out of Dol.", "looting_property_destruction"),
        ("The residents of Dol were expelled.", "looting_property_destruction"),
        ("Pirates boarded a tanker off Kest.", "attack"),
        ("Saboteurs cut the pipeline near Dol.", "trade_infrastructure_act"),
        ("The power station was knocked out.", "looting_property_destruction"),
        ("The bridge at Dol was brought down with explosives.", "looting_property_destruction"),
        ("The wing renamed itself the People's Guard.", "change_to_group_activity"),
        ("The court sentenced Otto Brand to death.", "other_event"),
        ("A plane crashed near Dol.", "other_event"),
        ("A helicopter made a forced landing near Dol.", "other_event"),
        ("Armed men took three villagers away.", "abduction_forced_disappearance"),
        ("Two tanks were knocked out.", "looting_property_destruction"),
        ("The army shelled positions of the Front.", "shelling_artillery_missile_attack"),
        ("Artillery pounded the hills.", "shelling_artillery_missile_attack"),
        ("The navy landed marines at Dol.", "border_incursion"),
        ("Soldiers searched the house.", "counterterror_raid"),
        ("The capture of the pass was announced on Monday.", "non_state_actor_overtakes_territory"),
        ("Nine soldiers were taken prisoner at Dol.", "arrests"),
        ("The battalion suffered heavy casualties at Dol.", "armed_clash"),
        ("Our fighters wiped out a patrol near Dol.", "attack"),
        ("Our units annihilated a company at the ford.", "attack"),
        ("The gunners silenced two enemy batteries.", "attack"),
        ("The enemy was driven back to the river.", "armed_clash"),
        ("The enemy was thrown back at Dol.", "armed_clash"),
        ("The garrison abandoned its positions.", "deployment"),
        ("The army gave up the town without a fight.", "non_violent_transfer_of_territory"),
        ("Aircraft dropped leaflets over Dol.", "airspace_overflight"),
        ("The government suspended flights to Dol.", "trade_infrastructure_act"),
        ("Power to the lower town was cut.", "trade_infrastructure_act"),
        ("Herders were robbed of 200 cattle.", "looting_property_destruction"),
        ("The navy intercepted a boat off Kest.", "attack"),
        ("The freighter was torpedoed off Kest.", "attack"),
        ("A priest was found hanged in his church.", "attack"),
        ("The minister escaped an assassination attempt.", "attack"),
        ("Paratroopers landed at the airport.", "deployment"),
        ("The rebels proclaimed a republic.", "other_event"),
        ("Raiders stole 300 head of cattle.", "looting_property_destruction"),
        ("Bandits robbed a bus.", "looting_property_destruction"),
        ("Militiamen held up a convoy at a roadblock.", "trade_infrastructure_act"),
        ("Soldiers stopped an ambulance at a checkpoint.", "trade_infrastructure_act"),
        ("Aid workers were turned away.", "trade_infrastructure_act"),
        ("The hospital was evacuated.", "deployment"),
        ("Vaccines were held up at the bridge.", "trade_infrastructure_act"),
        ("Six thousand people were displaced.", "looting_property_destruction"),
        ("Refugees crossed the river.", "other_event"),
        ("Cholera broke out in the camps.", "other_event"),
        ("The cathedral roof collapsed.", "other_event"),
        ("A dike was breached.", "other_event"),
        ("The oil terminal was set on fire.", "looting_property_destruction"),
        ("The court acquitted the colonel.", "other_event"),
        ("The trial of the colonel opened.", "other_event"),
        ("Jets were heard over the city.", "airspace_overflight"),
        ("The fence was breached.", "border_incursion"),
        ("Snipers fired from the tower.", "attack"),
        ("Cluster munitions were used against Dol.", "shelling_artillery_missile_attack"),
        ("White phosphorus was dropped on the camp.", "air_drone_strike"),
        ("The embassy was closed.", "diplomatic_contact"),
        ("The consulate was stoned.", "violent_demonstration"),
    ],
)
def test_what_reports_tell_is_of_a_kind(find: Find, sentence: str, kind: str) -> None:
    assert kinds(find, sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister took the bridge home every night.",
        "The school expelled two pupils.",
        "The firm suffered heavy losses.",
        "The judge dismissed the claim.",
        "The envoy took a strong position.",
        "The novel captured the mood of the town.",
        "Light flooded the room.",
        "The general said that the government does not resign its right to fish.",
    ],
)
def test_the_same_words_of_other_matters_tell_no_event(find: Find, sentence: str) -> None:
    assert kinds(find, sentence) == []


def test_a_crash_has_its_dead_and_a_dismissal_has_none(find: Find) -> None:
    (crash,) = (claim for claim in find("On 3 May 2031 a plane crashed near Dol, killing nine people.").claims if claim.kind == "event")
    assert [slot.text for slot in crash.slots if slot.name == "killed"] == ["nine people"]
    assert kinds(find, "The general was sacked after four soldiers were killed.") == ["other_event", "attack"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Four detonations were heard in Kest at dawn.", "remote_explosive_landmine_ied"),
        ("Nine villagers died in the crossfire.", "armed_clash"),
        ("The cannonade went on until noon.", "shelling_artillery_missile_attack"),
        ("The howitzers opened up at noon.", "shelling_artillery_missile_attack"),
        ("The guns fired for two hours on March 10.", "shelling_artillery_missile_attack"),
        ("Artillery obliterated the market of Kest.", "shelling_artillery_missile_attack"),
        ("The carnage in Velk left thirty dead.", "attack"),
        ("The guerrillas destroyed an army column at the bridge of Dol.", "attack"),
        ("The column was decimated at the ford.", "attack"),
        ("Snipers peppered the ambulance with bullets.", "attack"),
        ("The killers slit the throats of two guards.", "attack"),
        ("The wounded driver was finished off at the roadside.", "attack"),
        ("Fifty men were beaten at a filter point.", "attack"),
        ("A shotgun was discharged from the roof of the store.", "attack"),
        ("The army devastated three villages on the Sor river.", "looting_property_destruction"),
        ("Gunmen took two engineers from their car on the mine road.", "abduction_forced_disappearance"),
        ("The teacher was bundled into a van on Monday.", "abduction_forced_disappearance"),
        ("Customs seized nine lorries at the Kest border post.", "trade_infrastructure_act"),
        ("Customs officers found forty crates of cartridges in the lorries.", "disrupted_weapons_use"),
        ("Seven soldiers were exchanged for 22 villagers.", "agreement"),
        ("Marines came ashore at Dol.", "deployment"),
        ("The bridge has fallen into rebel hands.", "non_state_actor_overtakes_territory"),
        ("An army helicopter came down on the ridge with eleven people aboard.", "other_event"),
        ("The whole village fled to the forest.", "other_event"),
        ("There was shooting in the market on Tuesday.", "attack"),
        ("There was shelling all night.", "shelling_artillery_missile_attack"),
        ("There was looting in the port, the mayor said.", "looting_property_destruction"),
        ("Shots at a cargo aircraft at the airstrip, 05:50.", "attack"),
        ("The patrol fired without warning.", "attack"),
        ("Armed men stopped his car near the mill.", "attack"),
        ("The robbing of the boat Marta at the landing was the work of bandits.", "looting_property_destruction"),
        ("Ferry Marta Lund sank below Tor at about 15:30.", "other_event"),
        ("She was released on Monday.", "other_event"),
    ],
)
def test_further_words_of_war_tell_events(find: Find, sentence: str, kind: str) -> None:
    assert kinds(find, sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The home team was beaten in the final by two goals.",
        "The mayor was relieved by the news.",
        "The court heard that prices had come down.",
        "The opposition was beaten in the election.",
        "The road carnage must stop.",
        "There were two men standing at the gate.",
        "The company fired twenty workers.",
        "The album was released on Monday.",
        "His father died in 1999.",
    ],
)
def test_the_same_words_of_other_things_tell_none(find: Find, sentence: str) -> None:
    assert kinds(find, sentence) == []


def test_a_month_is_no_march_of_people(find: Find) -> None:
    assert kinds(find, "Soldiers fired shots on March 10.") == ["attack"]
    assert kinds(find, "Soldiers fired on the march.") == ["excessive_force_against_protesters"]


def test_what_came_under_fire_suffers_one_event(find: Find) -> None:
    (claim,) = [
        one for one in find("Published: 9 May 2031\n\nThe police post at Dol came under mortar fire.\n").claims if one.kind == "event"
    ]
    slots = {slot.name: slot.text for slot in claim.slots}
    assert (claim.verb, slots["target"]) == ("shelling_artillery_missile_attack", "police post at Dol")
    (claim,) = [one for one in find("Published: 9 May 2031\n\nThe camp came under attack on Tuesday.\n").claims if one.kind == "event"]
    assert {slot.name for slot in claim.slots} == {"target", "when"}
