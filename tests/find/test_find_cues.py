"""Words that perform an act: what counts as said, by whom, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.lang.language import load_language
from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

SAID = [
    ("There was no immediate comment from the army.", "army", "declines_comment"),
    ("The ministry declined to give details of the raid.", "ministry", "declines_comment"),
    ("The prosecutor alleges he planned the raid.", "prosecutor", "accuses"),
    ("The rebels left messages with the local papers claiming to be the authors of the raid.", "rebels", "claims_responsibility"),
    ("The police identified the body of Otto Brand, who was shot on Friday.", "police", "asserts"),
    ("During his visit, Karl Holm requested reports on the miners, the Velk official said.", "Karl Holm", "demands"),
    ("The miners came because of the guarantees announced by the Velk council to bring home any refugee.", "Velk council", "pledges"),
    ("The “Rebels” claim that Norway has been digging in the river for decades.", "Rebels", "asserts"),
    ("Minister Otto Brand said initial investigations have revealed that the Front planned the raid.", "Otto Brand", "asserts"),
    ('The protest grew because of what critics called "its failure to guard the roads."', "critics", "asserts"),
    ('The Velk Guild charged here today the "shared responsibility" of the mayor in the death of four miners.', "Velk Guild", "accuses"),
    ("The Kest Front left a message to the effect that it will burn the mill.", "Kest Front", "threatens"),
    ('"I echo the council\'s call that all spare the miners," Otto Brand said.', "Otto Brand", "demands"),
    ("The army hoped the war was over.", "army", "asserts"),
    ("Otto Brand rejected the idea that the farmer would be a burden, saying the crowds were large.", "Otto Brand", "asserts"),
    ("Delish welcomed the pledge.", "Delish", "assesses"),
    ("Acts of protest, Anton Velk said, are acts of courage.", "Anton Velk", "asserts"),
    ("To keep the port open, the mayor added, three ferries sail at night.", "mayor", "asserts"),
    ("The slide says six million jobs depend on the dam.", "slide", "asserts"),
    ("The Social Justice nominee says the road was never built.", "Social Justice nominee", "asserts"),
    ("The dam was unsafe, engineer Pavel Orin said.", "Pavel Orin", "asserts"),
    ("Velk took to the radio to deny the reports.", "Velk", "denies"),
    ("The general went on to accuse the rebels of shelling the market.", "general", "accuses"),
    ("The ministry said it rejects the report.", "ministry", "denies"),
    ("The bishop said he fears for the hostages.", "bishop", "assesses"),
    ("The general said the data show that the front has moved.", "general", "asserts"),
    ("The bank said it expects prices to fall next year.", "bank", "predicts"),
    ("The envoy dismissed the accusation.", "envoy", "denies"),
    ("The rebels denied the charge.", "rebels", "denies"),
    ("The foreman, who had gone home by then, blames young men from another valley.", "foreman", "accuses"),
    ("Police chief Anton Velk puts the charge at around 30 kilos.", "Anton Velk", "asserts"),
    ("The miller dates the quarrel to early 2021.", "miller", "asserts"),
    ("One member state assessed its strength at 410 fighters.", "One member state", "assesses"),
    ('The Front has called this "a dream of the capital\'s lawyers".', "Front", "asserts"),
    ("The miller, who was there, blames the army; the army attributes the shots to bandits.", "army", "assesses"),
    ("Anton Velk announced in a video that he had quit the Front with 60 men.", "Anton Velk", "asserts"),
    ("The gang may have 900 members, although the police claim to have dismantled half of it.", "police", "asserts"),
    ("The Dawn Front claimed the sabotage.", "Dawn Front", "claims_responsibility"),
    ("The Dawn Front claimed that one within the hour.", "Dawn Front", "claims_responsibility"),
]


@pytest.mark.parametrize(("text", "voice", "act"), SAID)
def test_what_is_said_has_its_speaker_and_act(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


UNSAID = [
    "No group has claimed responsibility for the attack.",
    "There was no immediate claim of responsibility for the blast.",
    "The minister plans to accuse the rebels of shelling the market.",
    "The president declined to threaten the islands with sanctions.",
    "If the army denies the report, the talks are over.",
    "The governor would condemn the attack in such a case.",
    "The colonel left the hall without saying that the bridge was mined.",
    "The mayor asked why the road to the port was still closed.",
    "The guards denied the prisoners access to a doctor.",
    "At 11:00 am says the schedule of the port, a ferry leaves.",
    "The miller dates the baker's daughter.",
    "The nurse put the kettle at the window.",
    "The song had a strong moment in May, forcefully denouncing the mayor's plan.",
    "The results speak of a change.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_said_makes_no_claim_of_its_subject(spoken: Says, text: str) -> None:
    assert {voice for voice, _, _ in spoken(text)} <= {"(author)", "schedule of the port"}


def test_a_thought_inside_what_another_says_is_his_statement(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("Anton Velk said the rebels believe that the valley is theirs.")} == {"Anton Velk"}


def test_the_frame_of_a_nested_statement_is_nothing_that_the_author_says(spoken: Says) -> None:
    text = "Spokesman Anton Velk said on Monday that President Mirela Dovan has called for an end to the strike."
    assert {voice for voice, _, _ in spoken(text)} == {"Mirela Dovan"}


REPORTED = [
    ("The police reported that two men had been seen at the mill.", "police", "asserts"),
    ("The Daily Herald reported that two men had been seen at the mill.", "Daily Herald", "asserts"),
    ("Local newspapers reported that two men had been seen at the mill.", "Local newspapers", "relays"),
    ("There were reports of gunfire near the mill.", "(author)", "relays"),
    ("News of the raid reached the port at noon.", "(author)", "relays"),
    ("The mill, it is true, would close if the river were to rise, the miller said.", "miller", "predicts"),
    ("In Kest, President Mirela Dovan called for an end to the strike.", "Mirela Dovan", "demands"),
]


@pytest.mark.parametrize(("text", "voice", "act"), REPORTED)
def test_to_report_is_to_relay_only_for_unnamed_media_and_hearsay(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


@pytest.mark.parametrize(
    ("verb", "act"),
    [("reaffirmed", "asserts"), ("reconfirmed", "asserts"), ("restated", "asserts"), ("deduced", "assesses"), ("postulated", "assesses")],
)
def test_verbs_for_what_is_said_again_or_inferred_have_a_speaker(spoken: Says, verb: str, act: str) -> None:
    assert ("envoy", act) in {(who, what) for who, what, _ in spoken(f"The envoy {verb} that the bridge at Kest is open.")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy assured the public that the search is ongoing.", "asserts"),
        ("The envoy assured residents that the bridge will be rebuilt.", "pledges"),
        ("The envoy reiterated its resolve to restore order in Kest.", "pledges"),
        ("The envoy has downplayed reports of a raid on the mill.", "assesses"),
    ],
)
def test_who_assures_that_something_is_so_asserts_it_and_who_will_do_it_pledges_it(spoken: Says, text: str, act: str) -> None:
    assert [(voice, told) for voice, told, _ in spoken(text)] == [("envoy", act)]


def test_all_verbs_whose_subject_speaks_perform_an_act() -> None:
    rules = load_language("en").rules("cues")
    assert set(rules["speaking"]) <= rules["verbs"].keys()


def test_a_statement_told_by_another_verb_is_told_once(spoken: Says) -> None:
    text = "The Daily Herald published an article on Monday, saying that the mill had been sold to the council."
    assert [voice for voice, _, _ in spoken(text)] == ["Daily Herald"]


def test_they_are_the_people_of_the_last_subject(spoken: Says) -> None:
    text = "The farmers of the valley met the Supreme Court on Monday. They said the wells had been poisoned."
    assert ("farmers of the valley", "asserts", "affirms") in spoken(text)


FINER = [
    ("The parent asked the unit to answer by the end of May.", "parent", "demands"),
    ("The army has neither confirmed nor denied that it shelled the mill.", "army", "declines_comment"),
    ("The coalition said it was not responsible for the raid on the mill.", "coalition", "denies"),
    ("The general said he should not have called the mayor a coward.", "general", "asserts"),
    ("The ministry said it would open the road in May.", "ministry", "pledges"),
    ("The minister said he would be surprised if the road were open in May.", "minister", "predicts"),
    ("The envoy had said that the plan would not happen.", "envoy", "predicts"),
]


@pytest.mark.parametrize(("text", "voice", "act"), FINER)
def test_the_act_is_what_is_done_by_saying_it(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


def test_another_states_government_is_not_the_state_that_spoke_before(spoken: Says) -> None:
    text = "Denmark accused Sweden of shelling the lighthouse. The Swedish government said the shells were not its own."
    assert "Denmark" not in {voice for voice, act, _ in spoken(text) if act != "accuses"}


def test_media_that_name_their_source_hand_on_what_it_says(find: Callable[[str], Finding]) -> None:
    for text in (
        "At least four people are dead, the Daily Herald said, citing the health ministry.",
        "At least four people are dead, according to the Daily Herald, citing the health ministry.",
    ):
        chains = [[voice.name for voice in claim.voices] for claim in find(text).claims if claim.kind != "tie"]
        assert chains == [["health ministry", "Daily Herald"]]


CORRECTED = [
    ("The Alliance of Millers also called on the council to review the rules.", "Alliance of Millers", "demands"),
    ("The dam, said Mirela Dovan, is intended to spare the lower town.", "Mirela Dovan", "asserts"),
    ("“We did not blame the market, I blamed myself,” Anton Velk said.", "Anton Velk", "asserts"),
    ("Anton Velk said the valley needs to be cleared of mines.", "Anton Velk", "demands"),
    ("Anton Velk said he cannot take the noise any more.", "Anton Velk", "asserts"),
    ("Pavel Orin, the head of the mill, said the wheat, which he added “is deeply damp”, was lost.", "Pavel Orin", "asserts"),
]


@pytest.mark.parametrize(("text", "voice", "act"), CORRECTED)
def test_the_speaker_is_the_only_voice_beside_the_author(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}
    assert {who for who, _, _ in spoken(text)} <= {voice, "(author)"}


def test_a_deed_called_wrong_is_no_denial_but_a_report_called_wrong_is(spoken: Says) -> None:
    assert all(act != "denies" for _, act, _ in spoken("Cardinal Anton Velk called the killing wrong."))
    assert ("Anton Velk", "denies", "denies") in spoken("Cardinal Anton Velk called the report wrong.")


def test_a_source_named_at_the_end_stands_for_the_whole_sentence(find: Callable[[str], Finding]) -> None:
    text = "A spokesman declined to say whether the planes had been in the air, according to the Daily Herald."
    chains = [[voice.name for voice in claim.voices] for claim in find(text).claims if claim.kind != "tie"]
    assert chains == [["spokesman", "Daily Herald"]]


def test_one_of_several_is_a_voice(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("“We heard two shots at noon,” said one of the women.")} == {"one of the women"}


def test_who_says_something_goes_on_behind_a_semicolon(spoken: Says) -> None:
    text = "None of the shells reached the town, Anton Velk said; all of them fell into the wide river."
    assert [voice for voice, _, _ in spoken(text)] == ["Anton Velk", "Anton Velk"]


def test_a_denial_that_is_repeated_is_a_denial(spoken: Says) -> None:
    assert ("Lebanon", "denies", "denies") in spoken("Lebanon repeated its denial on Monday in Beirut.")


def test_what_somebody_rejects_beside_is_no_hand_of_his_words(find: Find) -> None:
    claims = find("Three days after it rejected the report, the government of Lebanon admitted that shells had been fired.").claims
    assert [[voice.name for voice in claim.voices] for claim in claims if claim.act == "concedes"] == [["government of Lebanon"]]


def test_answers_are_those_of_whom_the_report_says_it_spoke_with(find: Find) -> None:
    text = (
        "Ilvar Radio spoke by telephone with a resident of Kestavar who asked not to be named.\n\n"
        "Q: What did you see?\n\nA: The rockets flew over the school in the night."
    )
    answers = [claim for claim in find(text).claims if "flew over" in claim.quote]
    assert [claim.voice.text for claim in answers] == ["resident of Kestavar"]


@pytest.mark.parametrize(
    "text",
    [
        "Both of the officials requested anonymity.",
        "Most lawmakers seem to agree the boy should go back to Chad.",
    ],
)
def test_what_nobody_says_is_no_statement(spoken: Says, text: str) -> None:
    assert {voice for voice, _, _ in spoken(text)} <= {"(author)"}


def test_who_speaks_is_not_meant_by_a_name_in_his_own_words(find: Find) -> None:
    text = (
        "Sen. Dana Orlov of Lebanon, who said none of the letters was secret, spoke on Friday.\n\n"
        '"It has never made sense to me that Maria Velk can be blamed for the letters," she said in a statement.'
    )
    names = [claim.voice.name for claim in find(text).claims if "never made sense" in claim.quote and claim.kind != "tie"]
    assert names == ["Dana Orlov"]


@pytest.mark.parametrize("text", ['"We only need to send them to Kest," added Anton Velk.', '"We would need to see it," Anton Velk said.'])
def test_what_it_takes_is_neither_demanded_nor_pledged(spoken: Says, text: str) -> None:
    assert [act for _, act, _ in spoken(text)] == ["asserts"]


def test_each_of_two_joined_clauses_has_its_own_source(find: Find) -> None:
    text = "Ten shells were fired, according to the army, but none landed, according to the mayor."
    assert [(claim.voice.name, claim.polarity) for claim in find(text).claims] == [("army", "affirms"), ("mayor", "denies")]


NEWLY_HEARD = [
    ("Critics called the plan “a disaster.”", "Critics", "asserts"),
    ("Another slide shows that eight of ten dams were built in the north.", "Another slide", "asserts"),
    ("The town proposes allowing parents to deduct the cost of the mill.", "town", "demands"),
    ("The city is demanding that Anton Velk stop using the image of the mill.", "city", "demands"),
    ("The governor charged that the miller had sold the wheat.", "governor", "accuses"),
    ("Anton Velk encouraged residents to visit the dam on Monday.", "Anton Velk", "demands"),
    ("Bakers worry that the flour will run out by May.", "Bakers", "predicts"),
    ("Anton Velk scolded the mayor for the state of the mill.", "Anton Velk", "accuses"),
]


@pytest.mark.parametrize(("text", "voice", "act"), NEWLY_HEARD)
def test_what_these_words_perform_is_somebodys_claim(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, what) for who, what, _ in spoken(text)}


def test_what_was_not_expected_is_no_prediction(spoken: Says) -> None:
    assert {act for _, act, _ in spoken("“We did not expect Norvik to be so quick,” said Anton Velk.")} == {"assesses"}


def test_a_company_that_speaks_of_the_company_tells_its_own_plans(spoken: Says) -> None:
    text = "Norvik Corp. said its offering was complete and the company will begin sending flour to its holders this week."
    assert ("Norvik Corp", "pledges") in {(voice, act) for voice, act, _ in spoken(text)}


def test_that_something_was_published_is_nobodys_statement_unless_it_is_told_what_it_says(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("The Kest Herald first published the video on Friday afternoon.")} <= {"(author)"}
    assert ("police", "asserts") in {(voice, act) for voice, act, _ in spoken("The police released a video of the raid on the mill.")}


def test_what_somebody_insists_or_asks_be_done_is_demanded(spoken: Says) -> None:
    assert ("Anton Velk", "demands", "affirms") in spoken("Anton Velk insisted that the child be returned to him.")
    assert ("Anton Velk", "demands", "affirms") in spoken("Anton Velk asked that the council return the child.")
    assert ("Anton Velk", "asserts", "affirms") in spoken("Anton Velk insisted that the child was returned to him.")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor announced the details of the plan on Monday.",
        "Asked to comment on the raid, a spokesman left the room.",
        "The mayor pushed for years to get the bridge.",
        "A carpenter asked not to be named in the paper.",
        "The mayor was talking about the bridge on the radio.",
        "A source who requested to remain anonymous left the room.",
        '"No," said Otto Brand.',
        '"Who will pay for the bridge?" Otto Brand asked.',
        "The mayor flew to Kest to appeal to the governor.",
        '"The Long Road" was written by Otto Brand after the war.',
        "The senators have confirmed a judge since May.",
        "The senators of the Trade Union, which writes the rules of the port, met on Monday.",
    ],
)
def test_what_tells_no_words_of_anybody_is_nobodys_statement(spoken: Says, text: str) -> None:
    assert [voice for voice, _, _ in spoken(text) if voice != AUTHOR] == []


def test_what_we_expected_inside_a_quotation_does_not_cut_it(find: Find) -> None:
    text = '"We do not know whether this is the start of the big wave that we were expecting this autumn," the mayor said.'
    (claim,) = find(text).claims
    assert claim.quote.endswith("the mayor said.")


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The ministry says four people drowned; the hospital says six.", {"ministry", "hospital"}),
        ("A baker says two men, no lamps.", {"baker"}),
        ("The ferry sank, according to a port official and a member of the council.", {"port official", "member of the council"}),
        ("The inquiry established that the ferry was overloaded.", {"inquiry"}),
        ("The radio says that the Dawn Front denied the raid.", {"Dawn Front"}),
        ("The clinic said two words.", {AUTHOR}),
        ("The dam was taken in May. The battle saw 90 soldiers killed.", {AUTHOR}),
        ("The ministry saw the vote as a threat to the valley.", {"ministry"}),
        ("Local partners reported 31 deaths.", {"Local partners"}),
        ("The council counts only 9,000 of them.", {"council"}),
        ("The authorities gave a figure of three.", {"authorities"}),
    ],
)
def test_who_says_it_in_few_words_says_it_too(spoken: Says, text: str, voices: set[str]) -> None:
    assert {voice for voice, _, _ in spoken(text)} == voices


TOLD_ASIDE = [
    ("General Otto Brand seized the opportunity to recall that Borduria has no quarrel with the valley.", "Otto Brand", "asserts"),
    ("The Dawn Front has sent word that it will come to the talks.", "Dawn Front", "pledges"),
    ("One said it was a drone.", "One", "asserts"),
    ("The ministry puts its strength at 300 men; another put it at 250.", "another", "asserts"),
    ("The ministry rejected a charge by the envoy that the wells had been poisoned.", "envoy", "accuses"),
    ("The panel notes that the Dawn Front's undertaking to spare the dam had been breached in May.", "Dawn Front", "pledges"),
    ("The panel notes that the Dawn Front's undertaking to spare the dam had been breached in May.", "panel", "asserts"),
    ("First toll from the police: nine drowned, two missing.", "police", "asserts"),
    ('The ferry was old, the ministry said. The reports of the church "are a fable and serve the rebels".', "ministry", "denies"),
]


@pytest.mark.parametrize(("text", "voice", "act"), TOLD_ASIDE)
def test_who_says_it_by_the_way_says_it_too(spoken: Says, text: str, voice: str, act: str) -> None:
    assert (voice, act) in {(who, one) for who, one, _ in spoken(text)}


def test_that_somebody_takes_the_occasion_to_say_something_is_nothing_more(spoken: Says) -> None:
    text = "General Otto Brand seized the opportunity to recall that Borduria has no quarrel with the valley."
    assert {voice for voice, _, _ in spoken(text)} == {"Otto Brand"}


def test_who_rejects_a_charge_is_no_hand_of_it(find: Find) -> None:
    charge = next(
        claim
        for claim in find("The ministry rejected a charge by the envoy that the wells had been poisoned.").claims
        if claim.act == "accuses"
    )
    assert [voice.name for voice in charge.voices] == ["envoy"]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Norwegian officials hold that the guild is merely a new name for the old one.", "Norway"),
        ("International observers found no evidence of a fire there.", "International observers"),
        ("The Sahel Watch named 87 on 27 March.", "Sahel Watch"),
        ("The owner gave the date as 22 October.", "owner"),
        ("The owner says 22 October; the guild, whose men opened the old gate, says 21 October.", "guild"),
        ("Eleven barges were lost in May, by the count of the Plateau Watch.", "Plateau Watch"),
        ("The minister's reply was that the clerks had been lied to by the guild.", "minister"),
        ("A spokeswoman for the guild would say only that the barges came from the north.", "spokeswoman for the guild"),
        ("All but two of the millers said that there were no guards at the mill.", "All but two of the millers"),
        (
            "Otto Brand, the guild's clerk, gave no name. The latter was cold. A captain spoke with Anton Velk. The latter denied it.",
            "Anton Velk",
        ),
    ],
)
def test_who_holds_counts_or_lists_it_says_it(spoken: Says, sentence: str, voice: str) -> None:
    assert voice in [one for one, _, _ in spoken(sentence)]


def test_what_another_is_set_against_with_while_is_said_by_the_other(spoken: Says) -> None:
    found = spoken("The guild said 31 millers were killed there, while the Plateau Watch has documented 23 deaths.")
    assert [voice for voice, _, _ in found] == ["guild", "Plateau Watch"]


def test_what_is_said_of_a_statement_is_said_by_the_author_and_told_whole(spoken: Says) -> None:
    found = spoken("The statement by the army spokesman attributing the killings to the millers is unfounded.")
    assert found[0][0] == "(author)"
    assert len(found) == 2


def test_who_told_it_lived_through_what_he_heard_then(spoken: Says) -> None:
    assert spoken("It was a Friday, a carpenter insists. He heard an officer being called by his name.")[-1][0] == "carpenter"


def test_an_office_before_a_name_and_a_colon_speaks_without_marks(spoken: Says) -> None:
    text = "The town met again on Monday in the hall of the old mill. President Elena Brand: we shall vote on 19 April, whatever comes."
    assert ("Elena Brand", "pledges", "affirms") in spoken(text)


def test_a_state_owns_to_the_fire_that_it_tells_of_as_its_own(spoken: Says) -> None:
    assert ("military", "claims_responsibility", "affirms") in spoken("The military said it had hit a depot near Oslo and killed 12 men.")
    assert all(act != "claims_responsibility" for _, act, _ in spoken("The military said it had arrested two men in Oslo."))


def test_a_text_that_somebody_hands_out_says_what_he_says(spoken: Says) -> None:
    assert ("Otto Brand", "demands", "affirms") in spoken("Otto Brand signed a letter urging the council to open the mill.")


@pytest.mark.parametrize(
    "text",
    [
        "Orsia's army admitted bombing the port.",
        "The Dawn Front said it had taken over the base and killed nine soldiers.",
        "The Dawn Front said two mujahideen had thrown grenades into the post.",
    ],
)
def test_a_party_that_owns_to_a_deed_or_took_a_base_takes_responsibility(spoken: Says, text: str) -> None:
    assert "claims_responsibility" in {act for _, act, _ in spoken(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The guild said the wardens should have waited for the observers.",
        "The envoy said it was concerned by reports of fires.",
        "It was the deadliest raid in the valley since 2003.",
    ],
)
def test_what_should_have_been_done_what_moves_somebody_and_what_ranks_first_is_judged(spoken: Says, text: str) -> None:
    assert "assesses" in {act for _, act, _ in spoken(text)}


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("The army warned of its intention to repel any raid.", "threatens"),
        ("The army stated its readiness to attack the port.", "threatens"),
        ("The army announced its intention to leave the port.", "pledges"),
        ("The army reiterated its refusal to hand over the port.", "pledges"),
        ('The army, in a note sent by Otto Brand, stated its "concern over the raids on the border villages."', "assesses"),
        ("The army restated its opposition to the talks on the port.", "assesses"),
    ],
)
def test_what_somebody_states_of_his_own_mind_tells_its_act(spoken: Says, said: str, act: str) -> None:
    assert ("army", act, "affirms") in spoken(said)


@pytest.mark.parametrize(
    "told", ["accepts the later account", "adopts the lower figure", "favours this reading", "upheld the older version"]
)
def test_whose_account_somebody_takes_over_he_holds_for_true(spoken: Says, told: str) -> None:
    assert ("Otto Brand", "assesses", "affirms") in spoken(f"Otto Brand (2008) {told}.")
    assert {act for _, act, _ in spoken("Otto Brand accepts the invitation to the mill.")} == {"asserts"}


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("The Dawn Front denies ill-treatment.", "The Dawn Front", "denies"),
        (
            "A group styling itself the Hawks of Kest claimed responsibility.",
            "A group styling itself the Hawks of Kest",
            "claims_responsibility",
        ),
        ("Norway accuses neighbouring Sweden of arming the rebels.", "Norway", "accuses"),
        ('Otto Brand said elections "within a fortnight".', "Otto Brand", "asserts"),
        ("Otto Brand offered to free the prisoners if the guards stay out.", "Otto Brand", "pledges"),
        ("The appeal was rejected by the Ministry of Water as unconvincing.", "the Ministry of Water", "denies"),
        ("The governor boasted of forty dead rebels.", "The governor", "asserts"),
        ("The Mission could not establish who had fired.", "The Mission", "assesses"),
        ("The Commission has been unable to determine whether the rebels fired.", "The Commission", "assesses"),
        ("The Mission has established the identity of 23 of the dead.", "The Mission", "assesses"),
        ("Three of them heard the riders speak the coastal dialect.", "Three of them", "asserts"),
    ],
)
def test_plain_ways_of_saying_have_their_voice(find: Find, text: str, voice: str, act: str) -> None:
    assert (voice, act) in [(claim.voice.text, claim.act) for claim in find(text).claims]


@pytest.mark.parametrize(
    "text",
    ["Norway has offered assistance to upgrade the border.", "According to preliminary information 12 people died in the mill of Dol."],
)
def test_what_is_given_and_what_one_goes_by_is_told_by_the_author(find: Find, text: str) -> None:
    assert {claim.voice.text for claim in find(text).claims} == {"(author)"}


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("The bridge of Kest, the army claims, is in its hands.", "the army", "asserts"),
        ("Nine men, the rebels claim, died at Dol.", "the rebels", "asserts"),
        ("The ministry shot back that the Front had fired first.", "The ministry", "asserts"),
        ("The army would not say how many had died.", "The army", "declines_comment"),
        ("Otto Brand's lawyer insists on his innocence.", "Otto Brand's lawyer", "denies"),
        ("The government protested against the raid.", "The government", "accuses"),
        ("General Otto Brand took the blame for the raid.", "General Otto Brand", "concedes"),
        ("In a tent by the river, a man in boots, who calls himself the steward, says that nobody came.", "a man", "asserts"),
    ],
)
def test_what_is_put_in_sent_back_or_not_told_has_its_voice(find: Find, text: str, voice: str, act: str) -> None:
    assert any(claim.voice.text.startswith(voice) and claim.act == act for claim in find(text).claims)


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("The Kest Brigade owned up to the raid on the depot two days later.", "The Kest Brigade", "claims_responsibility"),
        ("The army contests the toll of forty, which had been compiled from the records.", "The army", "denies"),
        ("The rebels will hand over the bridge on Friday, their negotiator said.", "their negotiator", "pledges"),
        ("Asked about the missing gold, Otto Brand said he had nothing to say.", "Otto Brand", "declines_comment"),
        ('"Release our sons," the mothers chanted outside the barracks of Kest.', "the mothers", "demands"),
        ('"There was no order to fire," Captain Otto Brand told Radio Kest.', "Captain Otto Brand", "denies"),
        ("Norway insists it was not its drone that hit the ferry.", "Norway", "denies"),
    ],
)
def test_what_is_owned_contested_or_left_untold_has_its_act(find: Find, text: str, voice: str, act: str) -> None:
    assert (voice, act) in [(claim.voice.text, claim.act) for claim in find(text).claims]


@pytest.mark.parametrize("text", ["The parliament denied the opposition a debate on the war.", "The march went according to plan."])
def test_what_is_refused_and_what_goes_by_a_plan_is_said_by_nobody_else(find: Find, text: str) -> None:
    assert {claim.voice.text for claim in find(text).claims} <= {AUTHOR}
