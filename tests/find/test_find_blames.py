"""Accusations without a word for accusing: a wrong that another did, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

ACCUSES = [
    "The bishop said the army was to blame for the killing of two monks.",
    "The bishop held the guards responsible for the killing of two monks.",
    "The bishop holds the guards accountable for the killing of two monks.",
    "The nurses said soldiers shot at an ambulance.",
    "Villagers said the rebels shelled the market of Aldan.",
    "Otto Brand claimed that the guards were lying.",
    '"They stole the harvest," Otto Brand said.',
    "The bishop said the army looted the shops of the port.",
    "The bishop said the governor tried to rob the guild.",
    '"The mayor is a thief," Otto Brand said.',
    "The bishop said that two monks were killed at the hands of the Dawn Front.",
    "The bishop said the nuns were tortured by the guards.",
    "Otto Brand said the Dawn Front was behind the raid.",
    "The consulate said Norvan troops had killed three boatmen.",
    "The rebels said that the army had bombed their camp at Aldan.",
    "The Orlan defence ministry said Norvan forces fired missiles at Aldan overnight.",
    "The Orlan defence ministry said Norvan forces used mortars on the ridge despite the ceasefire.",
    "The Orlan defence ministry reported shelling by Norvan forces.",
    "The ministry announced the launching of rocket strikes by the Norvan army on villages.",
    "The Dawn Front said that the army did not respect the truce.",
    "The midwives said guards blocked ambulances from reaching the quay.",
    "The governor described the blaze as a war crime.",
    'The governor called the raid "an act of terrorism".',
    "The Dawn Front said that the army killed six of its fighters.",
    "The minister said that Otto Brand ordered the murder of Velk.",
    "The minister said the raid had been planned by the Dawn Front.",
    "The police said that they have proof linking Otto Brand to the assassination.",
    "The minister said the Dawn Front hired two men to kill the mayor.",
]

ONLY_TELLS = [
    "The minister said that Otto Brand ordered a new ferry.",
    "The minister said the Dawn Front hired two men to build the dam.",
    "The army said the soldiers had killed forty rebels.",
    "The police said a gunman shot two children.",
    "Otto Brand said the storm hit the school.",
    "The police said gunmen robbed the bank.",
    '"We lied to the council," Otto Brand said.',
    "The bishop said the army did not loot the shops.",
    "Otto Brand said the guards might be lying.",
    "Otto Brand said the problems were now largely behind the firm.",
    "Otto Brand said the storm wrecked the harbour.",
    "Officials said warplanes destroyed a rebel hideout.",
    "The ministry said that border guards attacked a terrorist cell.",
    "The consulate said the treaty would be kept despite the storm.",
    "The police said two thieves broke the lock.",
]


@pytest.mark.parametrize("text", ACCUSES)
def test_who_tells_a_wrong_of_another_accuses_him(spoken: Says, text: str) -> None:
    assert "accuses" in {act for _, act, _ in spoken(text)}


@pytest.mark.parametrize("text", ONLY_TELLS)
def test_who_names_nobody_or_speaks_of_himself_accuses_nobody(spoken: Says, text: str) -> None:
    assert "accuses" not in {act for _, act, _ in spoken(text)}


def test_a_body_that_was_responsible_for_a_raid_by_its_own_word_takes_responsibility(spoken: Says) -> None:
    said = spoken("The navy has now confirmed that it was responsible for the shelling of a ferry.")
    assert "claims_responsibility" in {act for _, act, _ in said}


def test_a_body_that_claims_to_be_the_author_of_a_raid_takes_responsibility(spoken: Says) -> None:
    assert [act for _, act, _ in spoken("The Kest Front claims to be the author of the raid on the mill.")] == ["claims_responsibility"]


def test_sides_that_trade_blame_accuse_each_other(spoken: Says) -> None:
    said = spoken("Orsia and Norvia traded accusations over the dam.")
    assert {(voice, act) for voice, act, _ in said} == {("Orsia", "accuses"), ("Norvia", "accuses")}


@pytest.mark.parametrize(
    "text",
    [
        "The guild's news site said that Norvan jets hit a school.",
        "The observers said that the raid constitutes an apparent war crime.",
        "Rebels killed 12 soldiers near the port: army",
    ],
)
def test_machines_of_a_side_do_harm_for_it_and_what_constitutes_a_crime_is_called_one(spoken: Says, text: str) -> None:
    assert "accuses" in {act for _, act, _ in spoken(text)}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Otto Brand said that the Dawn Front is the author of the raid.", "accuses"),
        ("Otto Brand said that Karl Venn is the author of the novel.", "asserts"),
        ("The governor said the Dawn Front ordered a terrorist attack on the port.", "accuses"),
        ("The council considered it a crime against humanity.", "accuses"),
        ("The office said nine women were raped by members of the guild.", "accuses"),
        ("The Lakes Union and northern powers condemned the raid.", "accuses"),
        ("The mayor said the rebels use the name of the guild to commit crimes and have again slaughtered shepherds.", "accuses"),
    ],
)
def test_authors_and_those_who_order_harm_are_accused(spoken: Says, sentence: str, act: str) -> None:
    assert [told[1] for told in spoken(sentence)] == [act]


def test_what_did_happen_is_owned_to(spoken: Says) -> None:
    assert [act for _, act, _ in spoken("Otto Brand said a group of guards did fire rockets at Kest.")] == ["asserts"]
