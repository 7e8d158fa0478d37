"""Denials without a word for denying, and what is no denial, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

DENIALS = [
    ("There has been no battery on the ridge since January, Colonel Otto Brand, the army's spokesman, said.", "Otto Brand"),
    ("There was not a single crate on the site, the Ministry of Defence stressed.", "Ministry of Defence"),
    ("Not one crown was paid by the state, Defence Minister Otto Brand said.", "Otto Brand"),
    ("Nothing was paid by the state, Defence Minister Otto Brand said.", "Otto Brand"),
    ("Nobody killed twenty people in Kest, Defence Minister Otto Brand said.", "Otto Brand"),
    ('"They are not soldiers," Defence Minister Otto Brand said.', "Otto Brand"),
    ("The Front's spokesman, Otto Brand, said there had been no talks.", "Otto Brand"),
    ('The army called the Dol story "an obscenity".', "army"),
    ('"There was no helicopter," Otto Brand said.', "Otto Brand"),
    ("Major Otto Brand, the army spokesman, said that nothing was in the air.", "Otto Brand"),
    ('"We had no tube, no mortar, within ten miles," Major Otto Brand said.', "Otto Brand"),
    ("Otto Brand says that it is forged.", "Otto Brand"),
    ('"He is not ours," said Otto Brand, spokesman of the Front.', "Otto Brand"),
    ('"The ford was not us," the Front\'s commander, Otto Brand, said.', "Otto Brand"),
    ("The army said the tower was not its work.", "army"),
    ("The army said that the ford was not theirs.", "army"),
    ('"We put nothing on that line," Minister Otto Brand said.', "Otto Brand"),
    ('"Let me say here that no bridge was mined," said Minister Otto Brand.', "Otto Brand"),
    ("Interior Minister Otto Brand has discarded the possibility of a new rebel group in the region.", "Otto Brand"),
    ("Minister Otto Brand said that the fire is in no way linked to the strike.", "Otto Brand"),
    ('"We have to reject these rumours," Otto Brand said.', "Otto Brand"),
    ('"There was a fire. We want to deny this tale," Otto Brand said.', "Otto Brand"),
    ("Petra Holm says Norvia arms the boatmen, which Norvia has always denied.", "Norvia"),
    ("The army accuses Norvia of backing the boatmen, an allegation denied by Norvia.", "Norvia"),
    ("The spokesman said the navy would never target civilians.", "spokesman"),
    ("The minister said there were no civilian victims.", "minister"),
    ("The mayor told the court he was innocent.", "mayor"),
    ("The guild said the mayor was innocent of the murder.", "guild"),
    ('"It is important to note that our camp has not been attacked," the colonel said.', "colonel"),
    ("Ostrel Shipping says that it has laid no burden on the crews.", "Ostrel Shipping"),
    ("Ostrel Haulage insists that its personnel have not steered barges.", "Ostrel Haulage"),
    ("Mr Brand said that the guild had no part in it.", "Brand"),
    (
        '"The Dawn Front reminds the whole trading community that it has never shelled fishing boats," '
        "said Otto Brand, the Dawn Front's spokesman.",
        "Otto Brand",
    ),
    ("Ostrel Haulage denounced claims of bias in its ferry rota.", "Ostrel Haulage"),
    ("The guild condemned the accusation that its barges carry powder.", "guild"),
    ('"There were no non-combatant victims," the Dawn Front said.', "Dawn Front"),
    ("The Dawn Front says that it was nowhere near.", "Dawn Front"),
    ('The chief, Anton Velk, said that "not one of my riders" had opened the gate of Aldan.', "Anton Velk"),
    ('A statement from the Dawn Front said that Velk "does not represent it".', "Dawn Front"),
    ("The consul stated that it was not Bordurian.", "consul"),
    ('"We never claimed that lamps were lit," the miller told reporters.', "miller"),
    ("Nobody from our side burned the mill, the colonel said.", "colonel"),
    ('"Our forces did not carry out any strikes on Aldan," spokeswoman Petra Holm said.', "Petra Holm"),
    ('General Otto Brand repeats that his gunners "did not fire a single round" on Tuesday.', "Otto Brand"),
    ("The Dawn Front said none of its fighters had been present at the bridge.", "Dawn Front"),
    ("The rebels said that they have never attacked the port.", "rebels"),
    ("The general said there were no fighters in the valley.", "general"),
    ("The army said no civilians were killed.", "army"),
    ("According to Oslo, no guards were killed in the raid, but the rebels said they had killed four guards.", "Norway"),
    ('Borduria said that "pebbles, not shells", were fired into its gardens.', "Borduria"),
    ('The chairman told reporters that "not a shell but a boiler" had exploded.', "chairman"),
    ("Army chief: no shells fired", "Army chief"),
    ("Not one mortar had been fired over the river, General Otto Brand told the elders.", "Otto Brand"),
    ("The Dawn Front says none of its men was in the valley.", "Dawn Front"),
    ("The ministry stated that no sortie had been flown on Monday.", "ministry"),
    ("The consul said it was not Norway that laid the mine.", "consul"),
    ("The consul said that there were never sixteen.", "consul"),
    ("The two letters cannot both be true, the consul said.", "consul"),
    ("The clerk has retracted his testimony.", "clerk"),
    ("Otto Brand dismissed the talk of a quarrel as gossip.", "Otto Brand"),
    ("Army: no civilians among dead in Aldan", "Army"),
    ('There was "no such depot and no such buyer", the ministry said.', "ministry"),
    ("The police said they knew of no such order.", "police"),
    ("The leaflet is genuine, but the ministry says it is not.", "ministry"),
    ("The bandit leader said it was not his men.", "bandit leader"),
    ("The villagers say that there was no armed presence in the pass.", "villagers"),
    ("The ministry calls the tape a forgery.", "ministry"),
    ('The Dawn Front has called this "a fable of the police in Aldan".', "Dawn Front"),
    ("No civilian was present at the depot, the army said.", "army"),
    ("The miller said there were no lamps on the barge whatsoever.", "miller"),
    ("The captain said there were never any weapons in the hold.", "captain"),
    ("None was in the air on the seventh, the general said.", "general"),
    ("The Dawn Front said that it had nobody within ten miles of Aldan on Monday.", "Dawn Front"),
    ('Otto Brand, who heads a militia of the Dawn Front, said that his men had "touched nobody".', "Otto Brand"),
    ("The ministry insists that this is not a mobilization.", "ministry"),
    ("Last week the cabinet said that it possessed no drones.", "cabinet"),
    ("The Dawn Front claims it did not plan the assault on Aldan.", "Dawn Front"),
    ("The Dawn Front calls that a lie.", "Dawn Front"),
    ('On Monday the company rejected "eastern tales" about its conduct.', "company"),
    ("The army says the whole raid was a theatre.", "army"),
    ("The ambassador answered that her words had been misquoted.", "ambassador"),
    ("There is nothing to inquire into, the colonel said.", "colonel"),
    ('"We want to stress that our gunners did not fire on the hospital," said Otto Brand, a spokesman for the army.', "Otto Brand"),
    ('"We would like to make clear that we did not bomb the bridge," the army said.', "army"),
    ("The mayor faulted the claim that the guards rescued the miller.", "mayor"),
    ("The Dawn Front said it has no boats and no business in Aldan.", "Dawn Front"),
    ("The consul repeated that there existed in the port neither stores nor fighters.", "consul"),
    ("Borduria stated that it had no record of the visit.", "Borduria"),
    ("The general said none had been taken prisoner.", "general"),
    ("The general said no helicopter had flown over the town.", "general"),
    ("No ransom was paid for the ferry, according to the charity.", "charity"),
    ("The police said that the other nine never existed.", "police"),
    ("Anton Velk laughed off that claim.", "Anton Velk"),
    ("The Dawn Front has disowned the crime.", "Dawn Front"),
    ('"No village in the valley was bombed," the general said.', "general"),
    ("The Dawn Front says that it had nobody near the mill on 4 March.", "Dawn Front"),
    ("The company maintained that it had bought nothing since spring.", "company"),
    ("Otto Brand, who leads the militia, said that he had touched nobody.", "Otto Brand"),
    ("Otto Brand told the panel that his guards had no connection whatsoever with the mill.", "Otto Brand"),
    ("The cabinet said that it possessed no drones of any kind.", "cabinet"),
    ("The Dawn Front says it did not plan the assault on Aldan.", "Dawn Front"),
    ("His office says that this is not an invasion.", "His office"),
    ('"Not one hunter left the valley that day," Otto Brand said.', "Otto Brand"),
    ("Otto Brand said that none of his hunters had left the valley.", "Otto Brand"),
    ("Otto Brand stated that no column had left the barracks.", "Otto Brand"),
    ("The ambassador answered that her words had been misquoted.", "ambassador"),
    ('"It is a montage," Otto Brand said.', "Otto Brand"),
    ("The army says the operation in Aldan was a strike on a camp of the Dawn Front and denies any civilian deaths.", "army"),
]

NO_DENIALS = [
    "The rebels said there was no food in the town.",
    "The minister said there was no progress in the works.",
    "The army said not one lorry had been allowed through since Monday.",
    "The guild said the children were innocent.",
    "The guild said the mayor was not innocent of the murder.",
    "The Dawn Front said it had not received the letter.",
    "The army said it had not heard of the boy.",
    "The Dawn Front said that it has not decided.",
    "Relatives of the miller said that they had not slept.",
    "The army said that its men had not yet crossed the river.",
    "Officials said there were no injuries.",
    "Police said no one was hurt in the fire.",
    "A widow said that none of the guards had left the mill.",
    "Anton Velk, a retired colonel, said that no boat had left the port.",
    "The clerks found no evidence of a fire in the mill.",
    "The minister said he did not know the man.",
    "The general said his men have not yet crossed the river.",
    "The president said the storm did not damage the bridge.",
    "The mayor said none of the buses had been on time.",
    "The general said none of the rockets landed in the town.",
    "The mayor said it was not his birthday.",
    "The mayor said it was not easy.",
    "The mayor said that none of the boats had left the harbour.",
    "The mayor said that no ferry had left the harbour.",
    "The mayor said that this is not a holiday.",
    "The mayor said she did not plan to run again.",
    "The opposition says the mayor staged the fire.",
    "The bank said it had no money for the mill.",
    "The mayor said there was no water in the town.",
    "Officials said there were no survivors.",
    "The union said it has no members left at the mill.",
    "The police said no house was damaged by the storm.",
    "The ministry said the rebels had lost and had denied their losses.",
    'The minister said that "not a day but a week" had gone by.',
]


@pytest.mark.parametrize(("text", "voice"), DENIALS)
def test_a_happening_of_ones_own_side_told_as_not_so_is_denied(spoken: Says, text: str, voice: str) -> None:
    assert (voice, "denies", "denies") in spoken(text)


@pytest.mark.parametrize("text", NO_DENIALS)
def test_what_is_only_not_so_is_no_denial(spoken: Says, text: str) -> None:
    assert all(act != "denies" for _, act, _ in spoken(text))


def test_the_author_denies_nothing(spoken: Says) -> None:
    assert [act for _, act, _ in spoken("There were no fighters in the valley.")] == ["asserts"]


def test_a_denial_behind_another_statement_is_a_claim_of_its_own(spoken: Says) -> None:
    told = spoken("The army says the operation in Aldan was a strike on a camp of the Dawn Front and denies any civilian deaths.")
    assert ("army", "asserts", "affirms") in told


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ('"Our guards did not fire, they only closed the gate," the Dawn Front spokesman said.', ["denies", "asserts"]),
        ('"They only closed the gate, our guards did not fire on anyone," the Dawn Front said.', ["asserts", "denies"]),
        ('The colonel said: "We did not take the cattle, the herders sold them to us in May."', ["denies", "asserts"]),
        ('"We closed the gate at noon, the guards went home," the colonel said.', ["asserts"]),
    ],
)
def test_a_denial_that_only_a_comma_parts_from_another_statement_is_a_claim_of_its_own(spoken: Says, text: str, acts: list[str]) -> None:
    assert [act for _, act, _ in spoken(text)] == acts


@pytest.mark.parametrize("text", ["The guild condemned the attack on the ferry.", "The guild slammed the army for its claims."])
def test_who_condemns_a_deed_or_its_teller_denies_nothing(spoken: Says, text: str) -> None:
    assert all(act != "denies" for _, act, _ in spoken(text))


def test_what_a_party_is_named_for_claiming_is_its_own_claim_also_where_it_is_denied(spoken: Says) -> None:
    told = spoken("The Dawn Front is in the hills. The army denied the Front's claim of 57 deaths in the mill.")
    assert ("army", "denies", "denies") in told
    assert ("Front", "asserts", "affirms") in [(voice.split()[-1], act, polarity) for voice, act, polarity in told]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Dawn Front's spokesman, Otto Brand, said that they do not have any ties with the guild.", "denies"),
        ("The Dawn Front's spokesman, Otto Brand, said that they do not have any bread.", "asserts"),
        ("The army's spokesman, Otto Brand, said that our camp has not been overrun.", "denies"),
        ("The army dismissed as false reports that it had lost the mill.", "denies"),
        ("Fake news is spreading that nine boatmen died in the raid, the army said.", "denies"),
        ("News is spreading that nine boatmen died in the raid, the army said.", "asserts"),
    ],
)
def test_what_one_has_not_and_tales_called_false_are_denied(spoken: Says, sentence: str, act: str) -> None:
    assert [told[1] for told in spoken(sentence)] == [act]


@pytest.mark.parametrize(
    "said",
    [
        "At no time did our soldiers enter the town, the army said.",
        "The army said it had at no point shelled the port.",
        "Under no circumstances did our crews fire on the ferry, the army said.",
        "The army said its men were in no way involved in the raid.",
    ],
)
def test_what_was_done_at_no_time_or_in_no_way_is_denied(spoken: Says, said: str) -> None:
    assert [(act, polarity) for _, act, polarity in spoken(said)] == [("denies", "denies")]


def test_a_time_that_is_told_denies_nothing(spoken: Says) -> None:
    assert spoken("The army said that at the time its soldiers entered the town.")[0][1] != "denies"


def test_what_is_not_only_so_is_no_denial(spoken: Says) -> None:
    assert [told[1] for told in spoken("The mayor said the ban was not only a blow to the boatmen but a breach of the truce.")] != [
        "denies"
    ]


def test_what_one_cannot_just_do_is_denied(spoken: Says) -> None:
    assert [told[2] for told in spoken("The mayor said the boatmen could not just burn the mill.")] == ["denies"]


def test_where_somebody_denies_something_is_not_what_he_denies(find: Find) -> None:
    words = "The Dawn Front denied on Monday in a phone call to Kest Radio any responsibility for the death of Otto Brand."
    assert [(claim.act, claim.verb) for claim in find(words).claims] == [("denies", "statement")]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front said it bears no responsibility for the raid.",
        "Otto Brand termed irresponsible the charges that his men trained the crew.",
        'Otto Brand said: "We have no such men and could not have trained anyone."',
    ],
)
def test_no_responsibility_bad_charges_and_what_could_not_have_been_are_denials(spoken: Says, text: str) -> None:
    assert "denies" in {act for _, act, _ in spoken(text)}


def test_who_neither_claims_nor_denies_a_raid_is_silent_on_it(spoken: Says) -> None:
    text = "In its evening bulletin the Dawn Front neither claimed nor denied responsibility for it."
    assert [act for _, act, _ in spoken(text)] == ["declines_comment"]


def test_a_pronoun_for_an_office_holder_denies_as_he_does(spoken: Says) -> None:
    text = "Interior Minister Otto Brand spoke of the fire. He said that the fire is in no way linked to the strike."
    assert ("Otto Brand", "denies", "denies") in spoken(text)


def test_who_denies_something_of_many_and_says_something_more_asserts_that(find: Find) -> None:
    text = "Ada Renn, its spokeswoman, denies that Velk forces were within nine miles of the dam and says that the rebels mined the gates."
    told = {claim.quote: (claim.voice.name, claim.act) for claim in find(text).claims if claim.kind != "tie"}
    assert told == {
        "Ada Renn, its spokeswoman, denies that Velk forces were within nine miles of the dam": ("Ada Renn", "denies"),
        "says that the rebels mined the gates": ("Ada Renn", "asserts"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "The mayor refused to admit that the mill burnt.",
        "The mayor declined to acknowledge any losses.",
        "The mayor dissociated himself from the killing of the clerks.",
        "The mayor protested his innocence.",
        "The mayor scoffed at the claims of a massacre.",
        "The mayor poured scorn on the report.",
        "The mayor said that he had been misunderstood.",
        "The mayor said he was misquoted.",
    ],
)
def test_a_charge_is_denied_without_the_word_for_it(spoken: Says, said: str) -> None:
    assert spoken(said) == [("mayor", "denies", "denies")]


def test_who_refuses_something_else_denies_nothing(spoken: Says) -> None:
    for said in (
        "The mayor refused to accept the keys of the town.",
        "The mayor said his wife was misunderstood.",
        "The mayor distanced himself from the riders of the guild.",
    ):
        assert "denies" not in {act for _, act, _ in spoken(said)}


def test_neither_of_two_is_none_of_them(spoken: Says) -> None:
    assert ("minister", "denies", "denies") in spoken("Neither the army nor the police fired on the crowd, the minister said.")


def test_what_one_can_say_is_what_one_says(spoken: Says) -> None:
    assert ("general", "denies", "denies") in spoken("What we must stress is that our men did not fire on the crowd, the general said.")


def test_that_nobody_was_hurt_tells_how_it_ended(spoken: Says) -> None:
    assert [act for _, act, _ in spoken('"Nobody was hurt," said Defence Minister Otto Brand.')] == ["asserts"]
