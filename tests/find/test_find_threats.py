"""Threats without a word for threatening, and other acts told by what is said, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

ACTS = [
    ('"We will come for them," rebel spokesman Otto Brand said.', "threatens"),
    ('"We will come after every one of you," rebel spokesman Otto Brand said.', "threatens"),
    ('"We will come for the wounded," rebel spokesman Otto Brand said.', "pledges"),
    ('"There will be no bases here as long as I am president," Otto Brand said.', "pledges"),
    ("The ministry said there would be no arrests.", "pledges"),
    ("There will be no attack before the winter, the analyst Ana Vell said.", "predicts"),
    ("The Dawn Front gave the army 48 hours to leave Velk.", "demands"),
    ("The Dawn Front has given the guards until Friday to leave Velk.", "demands"),
    ("The army gave a toll of nine to the press.", "asserts"),
    ("Those who do not will be shot where they stand, General Otto Brand warned.", "threatens"),
    ("The minister said the strikers would be treated as deserters.", "threatens"),
    ('"After the rains we shall come into every valley," the minister said.', "threatens"),
    ("If they come up for him they will find the paths mined, the rebel commander Otto Brand said.", "threatens"),
    ('"If you come to Velk you will find friends," Mayor Otto Brand said.', "asserts"),
    ('"There will be no mercy for the boatmen," the general said.', "threatens"),
    ('"This is a warning to the traders who come here to rob us," the Kest Front said.', "threatens"),
    ('"Our war is to the death," the Kest Front said in a leaflet.', "threatens"),
    ('"Our rifles will be aimed at the strangers," the Kest Front said.', "threatens"),
    ('"The Kest Front is determined to burn the mill," the Kest Front said.', "threatens"),
    ("He warned that the rebels would resume operations against Aldan if the shelling did not stop.", "threatens"),
    ("The general said the guards will strike the camp unless the strikers leave.", "threatens"),
    ("The leader of the Dawn Front said that they need an attack of their own, a loud one.", "threatens"),
    ('The army said any move on the mill would be met with "annihilation".', "threatens"),
    ('"If one more shell falls, we go to Oslo," the officer said.', "threatens"),
    ("If they touch the gate, there will be consequences, Otto Brand said.", "threatens"),
    ('The ministry promised "annihilation" should anyone move on the mill.', "threatens"),
    ("The general said any march on Aldan would be met with fire.", "threatens"),
    ("The minister said there will be consequences if the bridge is touched.", "threatens"),
    ("The army issued a statement declaring all ships in the bay as legitimate targets.", "threatens"),
    ("The army said that it considers every truck on the road a legitimate military target.", "threatens"),
    ('The general vowed "to respond in kind" to the raid.', "threatens"),
    ("The general promised to react to the raid on the mill.", "threatens"),
    ("The army promised to respond to the letters of the boatmen.", "pledges"),
    ("The Dawn Front vowed to keep striking the port.", "threatens"),
    ('"We will continue to attack their convoys," Otto Brand said.', "threatens"),
    ("The captain said they were going to continue killing the boatmen.", "threatens"),
    ('"We will continue to mend their boats," Otto Brand said.', "pledges"),
    ("The ministry promised that the raid would not go unanswered.", "threatens"),
    ("The Dawn Front announced a counteroffensive against the army.", "threatens"),
    ("Through several calls to the papers, the Front declared the coast road a military target.", "threatens"),
    ('"We are willing to hold talks with the mayor," the captain said.', "pledges"),
    ('"I want the killers to be found," Otto Brand said.', "demands"),
    ("The burial must be peaceful, Otto Brand said.", "demands"),
    ('"Our rifles will be aimed at the guards," the leaflet said.', "threatens"),
    ("The ministry feared that the boatmen would push down wages.", "predicts"),
    ("The ministry was worried that the boatmen would leave.", "predicts"),
    ("Otto Brand said that the Front is on the verge of taking Kest.", "predicts"),
    ('"This was a massacre of civilians," said Colonel Otto Brand.', "accuses"),
    ("The Dawn Front was responsible for a 2021 attack on the airport.", "accuses"),
    ("Two guards of the Front were implicated in an attack on the harbour.", "accuses"),
]

OTHERS = [
    ('"This is a warning to the traders," a baker said.', "threatens"),
    ('"Our cameras will be aimed at the strangers," the Kest Front said.', "threatens"),
    ("The mayor warned that the river would flood the town if the rain did not stop.", "threatens"),
    ("The analyst said the rebels would attack the port in spring.", "threatens"),
    ("The general said they need protection from attacks.", "threatens"),
    ("Otto Brand says that he will come back to the table if the mayor leaves the room.", "threatens"),
    ("The mayor said that farmers would pay the price of the flood.", "threatens"),
    ("The boatmen of Aldan said that nobody will let them cross the river.", "pledges"),
    ("The villagers said that they would be driven out.", "pledges"),
    ("The general said the guards will open the camp unless the strikers leave.", "threatens"),
    ("The general said that the army would respond to the allegations in a statement.", "threatens"),
    ("The ministry said that it will respond to every question of the panel.", "threatens"),
    ("The army said that hospitals are not legitimate targets.", "threatens"),
    ("The army said that schools are never a legitimate target.", "threatens"),
    ("The army insisted that the mill was a legitimate military target.", "threatens"),
    ("The council accused the army of treating schools as legitimate targets.", "threatens"),
    ("The council is responsible for the gardens of the town.", "accuses"),
    ('"Our rifles will rust in the mill," the captain said.', "threatens"),
    ("Residents fear that the mayor was shot.", "predicts"),
    ("Norway was committed to a treaty, the analyst Otto Brand said.", "pledges"),
    ('"The mill stands by the river," Foreign Minister Otto Brand said.', "pledges"),
    ('"This was not a massacre," said Colonel Otto Brand.', "accuses"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_said_makes_it_a_threat_or_an_accusation(spoken: Says, text: str, act: str) -> None:
    assert act in {found for _, found, _ in spoken(text)}


@pytest.mark.parametrize(("text", "act"), OTHERS)
def test_what_only_sounds_like_it_is_none(spoken: Says, text: str, act: str) -> None:
    assert act not in {found for _, found, _ in spoken(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that it will respond to the allegations in a statement.",
        "The general said that he would respond to the claims later.",
    ],
)
def test_who_will_respond_in_words_promises_an_answer(spoken: Says, text: str) -> None:
    assert "pledges" in {found for _, found, _ in spoken(text)}


def test_a_sentence_that_goes_on_to_what_is_to_come_is_two_claims(find: Find) -> None:
    text = "This means that they have no say in Aldan, and if nothing changes, then at least the port of the town will fall to the Front."
    claims = [claim for claim in find(text).claims if claim.kind != "tie"]
    assert [claim.act for claim in claims] == ["assesses", "predicts"]
    assert claims[1].quote.startswith("if nothing changes")


def test_what_follows_without_a_verb_of_what_is_to_come_stays_one_claim(find: Find) -> None:
    claims = find("This means that they have no say in Aldan, and the port of the town is quiet.").claims
    assert [claim.act for claim in claims if claim.kind != "tie"] == ["assesses"]


WARNED = [
    ("The elders told the Dawn Front to leave Aldan by Friday or else a joint force would come.", "threatens"),
    ("President Otto Brand said his government will prosecute anyone who shelters the rebels.", "threatens"),
    ("President Otto Brand said his government will help anyone who lost a home.", "pledges"),
    ("The army warned Norway of the consequences of another flight.", "threatens"),
    ("The army warned Norway of air strikes if it did not leave.", "threatens"),
    ("The river board warned residents of floods.", "assesses"),
    ("The army warned Norway of an early winter.", "assesses"),
]


@pytest.mark.parametrize(("text", "act"), WARNED)
def test_who_warns_another_state_of_what_one_deals_out_threatens_it(spoken: Says, text: str, act: str) -> None:
    assert act in {found for _, found, _ in spoken(text)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A fighter of the Dawn Front Rebels warned the guards that they will be held.", "assesses"),
        ("The Dawn Front rebels said these raids will continue until the government frees the prisoners.", "threatens"),
        ("The river board said the raids will continue until the government frees the prisoners.", "predicts"),
        ("The Dawn Front said it will respond in court.", "pledges"),
        ('"We warn that if the mill burns, we will take firm action," the Dawn Front said.', "threatens"),
    ],
)
def test_raids_that_go_on_under_a_condition_are_a_threat_of_who_makes_them(spoken: Says, text: str, act: str) -> None:
    assert act in {found for _, found, _ in spoken(text)}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('Otto Brand, the Front\'s leader, warned that every road would become "a second Dol" unless the guns were removed.', "threatens"),
        ("The Dawn Front said it will close the port if the guards are not off the island by May.", "threatens"),
        ("Minister Otto Brand said the harbour will be a new market for the valley.", "predicts"),
    ],
)
def test_what_follows_if_others_do_not_yield_is_a_threat(find: Find, text: str, act: str) -> None:
    assert [claim.act for claim in find(text).claims][-1] == act
