"""Which name a pronoun or a description points back to."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def pointed(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions if not mention.named}


def test_nobody_is_meant_by_it_who_does_it_to_it(find: Find) -> None:
    assert pointed(find("Hamas said Israel attacked it in the spring."))["it"] == "Hamas"


def test_a_description_with_a_countrys_adjective_points_to_nobody_else(find: Find) -> None:
    finding = find("Ghana left the talks on Monday. The Norwegian government supports Hamas.")
    tie = next(claim for claim in finding.claims if claim.kind == "tie")
    subject = tie.slot("subject")
    assert subject
    assert subject.actor == "Norway"


def test_what_is_called_an_armed_group_once_is_the_group_later(find: Find) -> None:
    text = "Brightwater is a militant group. Norway closed its port. The group said that it would march."
    assert pointed(find(text))["group"] == "Brightwater"


def test_a_person_said_to_be_the_minister_is_spoken_of(find: Find) -> None:
    text = "Otto Brand said no. The minister of war was Gul Morat, a colonel of the Northern Guard until he defected to Hamas."
    assert pointed(find(text))["he"] == "Gul Morat"


def test_the_subject_of_a_clause_that_is_over_is_not_pointed_at(find: Find) -> None:
    text = "Hezbollah, which Hamas had joined, made this offer to show its will to talk."
    assert pointed(find(text)).get("its") in (None, "Hezbollah")


def test_rebels_in_the_plural_are_no_other_body(find: Find) -> None:
    text = "The Coast Association spoke on Monday. The rebels said that they would march."
    assert "rebels" not in pointed(find(text))


def test_the_ministry_is_no_hospital_named_before(find: Find) -> None:
    assert "ministry" not in pointed(find("Hamas General Hospital was hit on Monday. The ministry said so."))
    named = pointed(find("The Northern Ministry of Health was hit on Monday. The ministry said that Hamas fired two rockets."))
    assert named["ministry"] == "Northern Ministry of Health"


def test_he_behind_a_quotation_in_doubled_single_marks_is_who_was_spoken_of_before_it(find: Find) -> None:
    text = "Mr. Velk said that he was rich. These days he has changed. ''You would like a new mill, but the price is not low,'' he said."
    assert {claim.voice.name for claim in find(text).claims if claim.cue and claim.voice.text == "he"} == {"Velk"}


def test_marks_that_a_file_doubles_hide_nobody_behind_a_quotation(find: Find) -> None:
    text = 'Mr. Velk is sure that all is well. """Now these people have a mill of their own,"" he says.'
    assert {claim.voice.name for claim in find(text).claims if claim.cue and claim.voice.text == "he"} == {"Velk"}


def test_they_are_those_described_since_and_not_the_group_named_before(spoken: Callable[[str], list[tuple[str, str, str]]]) -> None:
    text = "The Northern Front held the road. Some experts doubt that the road is safe. They say that the bridge is mined."
    assert [voice for voice, _, _ in spoken(text)][-1] == "Some experts"
    text = "The Northern Front held the road. They say that the bridge is mined."
    assert [voice for voice, _, _ in spoken(text)][-1] == "Northern Front"


def test_a_joined_verb_behind_a_comma_keeps_its_subject(spoken: Callable[[str], list[tuple[str, str, str]]]) -> None:
    text = "Otto Brand stood at his desk in Oslo and, citing a poem, endorsed Senator Ted Velk of Texas."
    assert "Ted Velk" not in [voice for voice, _, _ in spoken(text)]


def test_she_does_not_mean_a_man_by_his_first_name(spoken: Says) -> None:
    text = "Deborah Velk read the report about Donald Brand. Donald Brand opened the dam. She said the bridge was safe."
    assert ("Deborah Velk", "asserts", "affirms") in spoken(text)


def test_a_pronoun_that_may_mean_another_since_is_left_as_it_stands(spoken: Says) -> None:
    text = "Gul Morat praised Otto Brand. Brand left with Ravin Stell. A band played on. It was late. He said the water would last."
    assert spoken(text)[-1] == ("He", "predicts", "affirms")


def test_a_description_means_whom_the_sentence_before_is_about_however_he_stands_there(spoken: Says) -> None:
    text = "The Dawn Front left Oslo in May. The Hill Front's clerk was seen in June. The Hill Front's men slept. The group says he is ill."
    assert spoken(text)[-1][0] == "Hill Front"


def test_what_a_sentence_says_at_its_start_that_it_is_about_is_meant_by_it(spoken: Says) -> None:
    text = "The Dol Army lost the mill. As for the Hill Front, the mill is its own. It vowed to leave the mill."
    assert spoken(text)[-1][0] == "Hill Front"


def test_he_is_not_one_of_several_who_spoke_before(spoken: Says) -> None:
    text = "Allies of the mayor praised Otto Brand on Monday. Allies said the town would vote. He said the town would wait."
    assert spoken(text)[-1][0] != "Allies"


def test_it_is_no_group_of_several(spoken: Says) -> None:
    text = "Some groups have denounced the raid. One web site lists men whom it says the army killed."
    assert all(voice != "Some groups" for voice, act, _ in spoken(text) if act == "asserts")


def test_a_title_means_who_bears_it_not_who_was_named_last(spoken: Says) -> None:
    text = "Interior Minister Petra Holm spoke. She offers a reward for Otto Brand, who fled. The minister said the gang was beaten."
    assert ("Petra Holm", "asserts", "affirms") in spoken(text)


def test_those_whom_a_speaker_names_in_his_own_words_are_not_who_speaks(spoken: Says) -> None:
    text = 'Petra Holm spoke of the feud. Otto Brand did not expect peace. "Holm and Velk are fighting over one river," he told reporters.'
    assert ("Otto Brand", "asserts", "affirms") in spoken(text)


def test_a_pronoun_that_speaks_means_the_person_described_in_the_sentence_before(spoken: Says) -> None:
    text = 'Otto Brand lives in the north. An envoy who follows the valley was blunter. "It is lost. They know it," she said.'
    assert [voice for voice, _, _ in spoken(text)][-1] == "envoy"


def test_who_denies_right_behind_an_accusation_is_who_was_accused(spoken: Says) -> None:
    assert ("Dawn Front", "denies", "denies") in spoken("The army blamed the Dawn Front. It denied the raid on the port.")


def test_a_state_called_the_republic_is_nobody_whom_he_could_mean(spoken: Says) -> None:
    text = 'Petra Holm spoke. General Otto Brand told of the war that the Republic wages. "I said it in May," he insisted.'
    assert spoken(text)[-1][0] == "Otto Brand"


def test_a_paragraph_that_names_a_body_goes_on_with_it(find: Find) -> None:
    text = "Hamas denied it.\n\nAnother account came from the militia Dawn Guard, whose men were there. Its leader, Otto Brand, said no."
    assert pointed(find(text))["Its"] == "Dawn Guard"


def test_a_noun_alone_means_the_body_last_named_that_ends_with_it(spoken: Says) -> None:
    text = "The Dol Brigade and the Hill Mission met on Monday. The brigade said that the gate was shut."
    assert ("Dol Brigade", "asserts", "affirms") in spoken(text)


def test_a_gang_is_a_group_that_was_named(spoken: Says) -> None:
    text = "The Dol Front attacked the mill on Monday. The gang said that the miller was its foe."
    assert ("Dol Front", "asserts", "affirms") in spoken(text)


def test_another_name_of_the_one_who_is_meant_is_no_rival(find: Callable[[str], Finding]) -> None:
    text = "Their leader, Otto Brand, known as Old Pike, said that his men had left. Later he told it otherwise."
    text += " Some of them, he conceded, had stayed."
    assert find(text).claims[-1].voice.name == "Otto Brand"


def test_a_body_that_hardly_another_can_be_meant_speaks_as_it(spoken: Says) -> None:
    text = "As for the Hill Army, it has admitted to six dead. It denies the rest, naturally."
    assert [(voice, act) for voice, act, _ in spoken(text)] == [("Hill Army", "concedes"), ("Hill Army", "denies")]


def test_a_plural_of_bodies_points_to_no_one_body(find: Find) -> None:
    text = "Hamas left the talks on Monday. It supports the militias of the valley. The militias attacked the bridge."
    assert pointed(find(text))["militias"] == "militias"
    assert pointed(find("Hamas left the talks on Monday. The militia attacked the bridge."))["militia"] == "Hamas"


OFFICER = "Colonel Otto Brand, commander of the 3d Brigade, came to Dol on Monday. "


def test_a_description_that_says_no_more_than_a_title_points_back_to_the_only_one_called_so(spoken: Says) -> None:
    text = OFFICER + "The military commander was careful. He said that the road was shut."
    assert spoken(text)[-1][0] == "Otto Brand"


def test_a_description_of_two_who_are_called_so_points_to_neither(spoken: Says) -> None:
    text = OFFICER + "Anton Velk, commander of the harbour, came too. The military commander said that the road was shut."
    assert spoken(text)[-1][0] not in ("Otto Brand", "Anton Velk")


def test_an_attorney_general_is_no_general(spoken: Says) -> None:
    text = "General Otto Brand met the attorney general Anton Velk on Monday. The general said that the road was shut."
    assert spoken(text)[-1][0] == "Otto Brand"


def test_a_description_with_a_country_means_who_is_called_so_beside_his_name(spoken: Says) -> None:
    text = "Velk\nPresident Otto Brand met Kestan President Emil Dorn. {} president said that Hamas fired two rockets."
    told = {
        country: spoken(text.replace("Velk", "Norwegian").replace("Kestan", "Ghanaian").format(country))
        for country in ("The Norwegian", "The Ghanaian", "The Chilean")
    }
    assert {country: claims[-1][0] for country, claims in told.items()} == {
        "The Norwegian": "Otto Brand",
        "The Ghanaian": "Emil Dorn",
        "The Chilean": "Chilean president",
    }


def test_nobody_is_meant_who_held_the_office_before(spoken: Says) -> None:
    text = "Former Norwegian President Otto Brand came. The Norwegian president said that Hamas fired two rockets."
    assert spoken(text)[-1][0] == "Norwegian president"


def test_a_head_of_state_is_the_president_and_a_priest_the_father(spoken: Says) -> None:
    text = "President Otto Brand met Father Emil Dorn. The {} said that Hamas fired two rockets."
    assert [spoken(text.format(who))[-1][0] for who in ("head of state", "priest")] == ["Otto Brand", "Emil Dorn"]
