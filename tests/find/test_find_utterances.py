"""Who says what: voices, chains, acts and polarity, each on an invented sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

ACTS = [
    ("The mayor says the boys of the town have no role models at home.", "mayor", "asserts", "denies"),
    ('"They are going to villages of the north," Otto Brand said.', "Otto Brand", "asserts", "affirms"),
    ('"He\'ll be critical even harder and stronger," said Otto Brand.', "Otto Brand", "predicts", "affirms"),
    ("Otto Brand said it would be improper to leave the town.", "Otto Brand", "assesses", "affirms"),
    ("Otto Brand, explaining why the mayor will not come, left the hall.", "Otto Brand", "asserts", "denies"),
    ('"We need to know more about the mill," Otto Brand said.', "Otto Brand", "asserts", "affirms"),
    ('"We must act now to save the mill," Otto Brand said.', "Otto Brand", "demands", "affirms"),
    ('"We will see a hard winter," Otto Brand said.', "Otto Brand", "predicts", "affirms"),
    ('"Find your post and go there," Otto Brand said.', "Otto Brand", "demands", "affirms"),
    ("A Norwegian official said a bridge near the port was hit.", "Norwegian official", "asserts", "affirms"),
    ("Norwegian officials said a bridge near the port was hit.", "Norway", "asserts", "affirms"),
    ("Norwegian military officials said a bridge near the port was hit.", "Norwegian military officials", "asserts", "affirms"),
    ("Otto Brand Explains Why He Left The Town", "Otto Brand", "asserts", "affirms"),
    ("The ministry said the mill was cleared by the court last week.", "ministry", "asserts", "affirms"),
    ('"It was hard to see how the town could pay," Otto Brand said.', "Otto Brand", "asserts", "affirms"),
    ("Otto Brand said he had opposed the war from the start.", "Otto Brand", "asserts", "affirms"),
    ("The minister said it was absolutely essential that the camps stay open.", "minister", "demands", "affirms"),
    ("The union insisted that any plan include a rise in pay.", "union", "demands", "affirms"),
    ("The mayor assured the crowd that nobody had been hurt.", "mayor", "asserts", "denies"),
    ('The company said it would "certainly rebuild" the mill.', "company", "pledges", "affirms"),
    ("The army said the plan will cut costs and help the poor.", "army", "predicts", "affirms"),
    ("Norwegian President Otto Brand said Norway will not leave the valley.", "Otto Brand", "pledges", "affirms"),
    ("The company attributed the rise in sales to a mild winter.", "company", "assesses", "affirms"),
    ("The army attributed the attack on the bridge to the rebels.", "army", "accuses", "affirms"),
    ("The mayor said she could not find the key to the gate.", "mayor", "asserts", "denies"),
    ("The ministry said a bridge near the port was hit.", "ministry", "asserts", "affirms"),
    ("The governor denied the claim.", "governor", "denies", "denies"),
    ("Officials in the capital said the report was false.", "Officials in the capital", "denies", "denies"),
    ("The army dismissed the reports.", "army", "denies", "denies"),
    ("A spokesman said no such attack took place.", "spokesman", "denies", "denies"),
    ("The Northern Front claimed responsibility for the bombing of the market.", "Northern Front", "claims_responsibility", "affirms"),
    ("The president acknowledged that two soldiers had been killed.", "president", "concedes", "affirms"),
    ("The company declined to comment on the fire.", "company", "declines_comment", "uncommitted"),
    ("The embassy has not commented on the reports.", "embassy", "declines_comment", "uncommitted"),
    ("The rebels pledged not to attack the city.", "rebels", "pledges", "affirms"),
    ("The minister said the government will not allow its soil to be used for attacks.", "minister", "pledges", "affirms"),
    ("The rebels said they will not attack the city again.", "rebels", "pledges", "affirms"),
    ("Analysts predicted that the talks would fail.", "Analysts", "predicts", "affirms"),
    ("The group threatened to kill the hostages.", "group", "threatens", "affirms"),
    ("The bishop called for an end to the fighting.", "bishop", "demands", "affirms"),
    ("The mayor urged both sides to stop.", "mayor", "demands", "affirms"),
    ("The ministry accused the rebels of shelling the hospital.", "ministry", "accuses", "affirms"),
    ("According to residents, the shelling lasted two hours.", "residents", "asserts", "affirms"),
    ("Experts believe that the dam is unsafe.", "Experts", "assesses", "affirms"),
]


@pytest.mark.parametrize(("text", "voice", "act", "polarity"), ACTS)
def test_a_cue_gives_the_voice_its_act_and_polarity(spoken: Says, text: str, voice: str, act: str, polarity: str) -> None:
    assert (voice, act, polarity) in spoken(text)


def test_the_authors_own_sentence_has_the_author_as_voice(spoken: Says) -> None:
    assert spoken("The road to the border has been closed for three weeks.") == [("(author)", "asserts", "affirms")]


def test_what_is_to_come_is_a_prediction_of_the_author(spoken: Says) -> None:
    assert spoken("The truce will not survive the winter.")[0][1] == "predicts"


def test_a_thing_that_will_be_is_no_prediction_where_it_is_only_named(spoken: Says) -> None:
    assert spoken("The plan is carried out to help the meeting that will be led by the envoy in Kest.")[0][1] == "asserts"


def test_who_closes_a_clause_before_a_semicolon_says_that_clause(find: Find) -> None:
    claims = find("The truce took effect at noon, the mediators said; both sides have accused the other of raids since.").claims
    told = {(claim.voice.text, claim.quote) for claim in claims if claim.kind != "tie"}
    assert ("the mediators", "The truce took effect at noon, the mediators said") in told
    assert ("both sides", "both sides have accused the other of raids since.") in told


def test_a_question_states_nothing(spoken: Says) -> None:
    assert spoken("Who gave the order to open fire on the crowd?") == []


def test_silence_is_not_a_denial(spoken: Says) -> None:
    assert all(act != "denies" for _, act, _ in spoken("The presidency has not commented on the attack."))


def test_a_negated_saying_is_silence_or_no_statement_of_its_subject(spoken: Says) -> None:
    assert [voice for voice, _, _ in spoken("The police did not say why the man was arrested.")] == ["(author)"]
    assert spoken("The police would not confirm the arrest.") == [("police", "declines_comment", "uncommitted")]
    assert [voice for voice, _, _ in spoken("The police could not say who the man was.")] == ["(author)"]


def test_who_does_not_deny_it_says_neither_yes_nor_no(spoken: Says) -> None:
    assert spoken("The army did not deny that its planes had bombed the market.") == [("army", "declines_comment", "uncommitted")]
    assert spoken("The general did not rule out further strikes.") == [("general", "assesses", "uncommitted")]


def test_who_has_not_claimed_an_attack_claims_nothing(spoken: Says) -> None:
    assert all(act != "claims_responsibility" for _, act, _ in spoken("The Hill Guard has not claimed responsibility for the attack."))


def test_that_none_landed_is_asserted_with_denying_polarity(spoken: Says) -> None:
    assert ("general", "asserts", "denies") in spoken("The general said none of the rockets landed in the town.")


def test_two_speakers_of_one_sentence_make_two_claims_on_one_span(find: Callable[[str], Finding]) -> None:
    claims = find("The ministry and the rebels said the report was false.").claims
    assert {claim.voice.name for claim in claims} == {"ministry", "rebels"}
    assert len({claim.span for claim in claims}) == 1


def test_a_chain_runs_from_the_first_voice_to_the_last_hand(find: Callable[[str], Finding]) -> None:
    claims = find("The Daily Herald reported that residents said the bridge had been hit by shells.").claims
    chains = [[voice.name for voice in claim.voices] for claim in claims if claim.kind != "tie"]
    assert ["residents", "Daily Herald"] in chains


def test_a_pronoun_means_the_last_speaker(spoken: Says) -> None:
    text = "Defence Minister Anton Velk said the town was safe. He denied the reports of an attack."
    assert ("Anton Velk", "denies", "denies") in spoken(text)


def test_a_surname_alone_means_the_person_named_in_full_before(spoken: Says) -> None:
    text = "Anton Velk arrived in the port on Monday. Velk said the town was safe."
    assert ("Anton Velk", "asserts", "affirms") in spoken(text)


def test_a_quotation_that_goes_on_keeps_its_speaker(spoken: Says) -> None:
    text = "“We heard two blasts,” said Mirela Dovan, a teacher. “The windows of the school broke. Nobody was hurt in the building.”"
    assert {voice for voice, _, _ in spoken(text)} == {"Mirela Dovan"}


def test_joined_clauses_of_two_acts_are_two_claims(spoken: Says) -> None:
    acts = {act for voice, act, _ in spoken("The Northern Front says it has left the valley and will not return to it.")}
    assert acts == {"asserts", "pledges"}


def test_an_interview_gives_answers_to_who_is_interviewed(find: Callable[[str], Finding]) -> None:
    text = (
        "The economist Pavel Orin spoke about the harvest in an interview with the Daily Herald.\n"
        "- How bad is the harvest this year?\n- The harvest has failed in four provinces.\n"
        "- And who pays for it?\n- The farmers pay for it."
    )
    answers = [claim for claim in find(text).claims if "harvest has failed" in claim.quote or "farmers pay" in claim.quote]
    assert answers
    assert all(claim.voice.name == "Pavel Orin" for claim in answers if claim.kind != "tie")


def test_every_span_holds_its_exact_words(find: Callable[[str], Finding]) -> None:
    text = "The  ministry said,\r\n“two or three rockets” were fired at Orlan on 3 May 2031 — none landed.^{iv}\n\nResidents denied it."
    finding = find(text)
    assert finding.claims
    for claim in finding.claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
        for slot in claim.slots:
            assert text[slot.span.start : slot.span.end] == slot.text


def test_ids_depend_on_place_kind_and_voice_only(find: Callable[[str], Finding]) -> None:
    text = "The governor denied the claim. The army dismissed the reports."
    assert [claim.id for claim in find(text).claims] == [claim.id for claim in find(text).claims]
    assert len({claim.id for claim in find(text).claims}) == len(find(text).claims)


def test_answers_to_questions_without_marks_are_hers_who_spoke_to_the_paper(find: Callable[[str], Finding]) -> None:
    asked = "How many people died?\n\nWe buried fifty-one people in one grave.\n\nWho was there?\n\nThere were no fighters in the market."
    interview = f"Halima Adam, a teacher, lost two sons. She spoke to the Nile Herald in Cairo.\n\n{asked}"
    voices = {claim.voice.name for claim in find(interview).claims if "buried" in claim.quote or "no fighters" in claim.quote}
    assert voices == {"Halima Adam"}
    explainer = f"Halima Adam, a teacher, lost two sons.\n\n{asked}"
    assert {claim.voice.text for claim in find(explainer).claims if "buried" in claim.quote} == {AUTHOR}


AS_SAID = [
    ("Shells had hit the mill, said a resident who asked not to be named.", "a resident who asked not to be named", "resident"),
    ("The mill is safe, said Otto Brand, the council's spokesman.", "Otto Brand, the council's spokesman", "Otto Brand"),
    ("Presidential spokesman Otto Brand denied the report.", "Presidential spokesman Otto Brand", "Otto Brand"),
    (
        '"The old man is a born conservative," super PAC spokeswoman Mirela Dovan said.',
        "super PAC spokeswoman Mirela Dovan",
        "Mirela Dovan",
    ),
    ("According to the Ministry of Water, the dam is full.", "the Ministry of Water", "Ministry of Water"),
]


@pytest.mark.parametrize(("text", "words", "name"), AS_SAID)
def test_a_voice_is_kept_by_its_whole_phrase_as_said_and_by_its_name_as_understood(find: Find, text: str, words: str, name: str) -> None:
    voice = next(claim.voice for claim in find(text).claims if claim.cue is not None)
    assert (voice.text, voice.name) == (words, name)
    assert voice.span is not None
    assert text[voice.span.start : voice.span.end] == words


def test_of_two_speakers_joined_by_and_each_has_its_own_phrase(find: Find) -> None:
    claims = find("The water ministry and the mayor of Kest said the dam was full.").claims
    assert {claim.voice.text for claim in claims} == {"The water ministry", "the mayor of Kest"}


def test_a_hand_named_twice_stands_once_in_the_chain(find: Find) -> None:
    claims = find("The Daily Herald reported that residents told the Daily Herald that the bridge was hit.").claims
    assert all(len({voice.name for voice in claim.voices}) == len(claim.voices) for claim in claims)


def told(finding: Finding) -> list[tuple[str, str, str]]:
    """For each claim that is no tie: first voice, act, and the type of what it tells."""
    return [(one.voice.name or one.voice.text, one.act, one.verb) for one in finding.claims if one.kind != "tie"]


def test_what_somebody_says_in_a_clause_on_himself_is_his_and_the_rest_is_the_authors(find: Callable[[str], Finding]) -> None:
    assert told(find("The rebels, who denied firing the rockets, left the town on Monday.")) == [
        (AUTHOR, "asserts", "deployment"),
        ("rebels", "denies", "shelling_artillery_missile_attack"),
    ]
    assert told(find("The army, which said it had lost two men, withdrew from Homs.")) == [
        (AUTHOR, "asserts", "deployment"),
        ("army", "asserts", "men"),
    ]


def test_a_group_that_is_said_to_be_one_that_did_it_speaks_under_its_name(find: Callable[[str], Finding]) -> None:
    text = "The Harran Front is a militant group that claimed responsibility for the bombing in Homs."
    assert ("Harran Front", "claims_responsibility", "remote_explosive_landmine_ied") in told(find(text))


def test_whom_we_met_answers_the_questions_of_an_interview(find: Callable[[str], Finding]) -> None:
    talk = "Father Anton Velk has been the priest of Orlan for two decades. We met him in the chapel.\n\nWho planted the mine?\n\n"
    talk += (
        "Nobody in the valley knows it.\n\nYou saw the guards.\n\nThe guards had left the bridge.\n\nAnd then?\n\nThe bridge burned down."
    )
    said = {one.quote: one.voice.name for one in find(talk).claims if one.kind != "tie"}
    assert said["The guards had left the bridge."] == "Anton Velk"
    assert "You saw the guards." not in said


def test_two_statements_parted_by_a_semicolon_have_two_speakers(find: Callable[[str], Finding]) -> None:
    found = find("The council says about 6,000 people have fled; local leaders say the figure is closer to 20,000.").claims
    assert [([voice.text for voice in one.voices], one.quote) for one in found] == [
        (["The council"], "The council says about 6,000 people have fled"),
        (["local leaders"], "local leaders say the figure is closer to 20,000."),
    ]
    found = find("The mayor left the town on Sunday; the army said he was ill with a fever.").claims
    assert [(one.voice.text, one.quote) for one in found] == [
        (AUTHOR, "The mayor left the town on Sunday"),
        ("the army", "the army said he was ill with a fever."),
    ]
    (whole,) = find("Nobody was hurt; the bridge is closed, the governor said.").claims
    assert whole.quote.startswith("Nobody was hurt; the bridge")


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_an_aside_between_dashes_is_parted_from_the_sentence_round_it(find: Callable[[str], Finding], dash: str) -> None:
    text = f"The rebels {dash} who have killed 200 villagers, according to the police {dash} attacked the town of Orlan on Sunday."
    assert told(find(text)) == [("police", "asserts", "attack"), (AUTHOR, "asserts", "attack")]


def test_what_another_says_in_one_of_two_things_said_is_his_claim_alone(find: Callable[[str], Finding]) -> None:
    text = "A report said that recruiting goes on in the north and that the rebels had vowed to retake the town of Orlan."
    assert [([voice.name for voice in one.voices], one.act) for one in find(text).claims if one.kind != "tie"] == [
        (["report"], "asserts"),
        (["rebels", "report"], "pledges"),
    ]


def test_an_event_that_another_tells_in_what_a_voice_says_is_not_told_by_both(find: Callable[[str], Finding]) -> None:
    text = "The government of Orsenia said it was investigating the bombing in Kest, as the Front admitted firing rockets at Orlan."
    rockets = [one for one in find(text).claims if one.verb == "shelling_artillery_missile_attack"]
    assert [one.voice.name for one in rockets] == ["Front"]


@pytest.mark.parametrize(
    ("text", "voices", "content"),
    [
        (
            "Jets struck a bus station in Kest on Monday, wounding at least 12 travellers, witnesses and the town council said.",
            ["witnesses", "town council"],
            "Jets struck a bus station in Kest on Monday, wounding at least 12 travellers",
        ),
        (
            "Gunmen raided the farm at dawn, killing five people, neighbours and a farmers' union said.",
            ["neighbours", "farmers' union"],
            "Gunmen raided the farm at dawn, killing five people",
        ),
    ],
)
def test_who_stands_behind_the_last_comma_before_a_closing_said_speaks(find: Find, text: str, voices: list[str], content: str) -> None:
    told = [claim for claim in find(text).claims if claim.kind != "tie"]
    assert [claim.voice.name for claim in told] == voices
    assert {text[claim.content[0].start : claim.content[0].end] for claim in told} == {content}


@pytest.mark.parametrize(
    ("text", "voice", "number"),
    [
        ("The mayor of Kest put the toll at 14.", "mayor of Kest", "14"),
        ("The harbour master put the number of dead at nine.", "harbour master", "nine"),
        ("Ruritania counted thirty dead. Hospital officials put it at more than 40.", "Hospital officials", "more than 40"),
    ],
)
def test_who_puts_a_toll_at_a_number_tells_a_figure(find: Find, text: str, voice: str, number: str) -> None:
    claim = find(text).claims[-1]
    assert (claim.voice.name, claim.act, claim.kind) == (voice, "asserts", "figure")
    assert number in [slot.text for slot in claim.slots]


def test_to_put_a_thing_somewhere_tells_nothing(spoken: Says) -> None:
    assert [voice for voice, _, _ in spoken("The mayor put the heavy wooden table at the gate of the garden.")] == ["(author)"]


def test_what_a_body_found_is_its_judgement_handed_on_by_who_tells_of_it_behind(find: Find) -> None:
    (claim,) = find("A state panel has concluded that the blast was caused by a bomb, the Ministry of Mines said on Thursday.").claims
    assert [voice.name for voice in claim.voices] == ["state panel", "Ministry of Mines"]
    assert claim.act == "assesses"


def test_what_is_alleged_is_an_accusation_by_its_subject(spoken: Says) -> None:
    assert spoken("The opposition on Sunday alleged massive fraud in the count.") == [("opposition", "accuses", "affirms")]


def test_a_report_is_denied_also_where_it_stands_behind_what_it_is_called(spoken: Says) -> None:
    told = spoken('The minister rejected as "pure fiction" a report that troops had crossed the border.')
    assert told == [("minister", "denies", "denies")]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ('"All those killed were militiamen, among them Colonel Hamid Orsk," an army statement read.', "army"),
        ('"The bridge was mined by the enemy," a statement by the army read.', "statement"),
    ],
)
def test_a_text_that_is_said_to_read_so_speaks(find: Find, text: str, voice: str) -> None:
    assert [claim.voice.name for claim in find(text).claims if claim.kind != "tie"] == [voice]


def test_a_date_in_a_relative_clause_is_not_when_it_was_said(find: Find) -> None:
    finding = find("The Hill Guard, which has fought the army since April 2023, blamed the governor for the famine.")
    assert [claim.said for claim in finding.claims if claim.act == "accuses"] == [None]


def test_what_is_said_in_a_relative_clause_is_said_by_whom_it_describes(find: Find) -> None:
    (claim,) = find("The reports cited two security officials who claimed that pilots had trained for a raid.").claims
    assert [voice.text for voice in claim.voices][:2] == ["two security officials", "The reports"]


def test_a_second_that_clause_is_a_claim_of_its_own(find: Find) -> None:
    text = "The minister said that the war was over, that the army had won and that the roads were open."
    assert [claim.quote for claim in find(text).claims] == [
        "The minister said that the war was over",
        "that the army had won",
        "that the roads were open",
    ]


TALK = """The economist Pavel Orin spoke about the harvest in an interview with the Daily Herald.
Q: How bad is the harvest this year?
A: The harvest has failed. The ministry says it was the rain.
Q: The union says it was the ministry.
A: The farmers pay for it.
"""


def test_who_is_interviewed_hands_on_what_he_tells_of_others(find: Find) -> None:
    told = next(claim for claim in find(TALK).claims if "rain" in claim.quote)
    assert [voice.name for voice in told.voices] == ["ministry", "Pavel Orin"]


def test_what_an_interviewer_tells_of_others_is_theirs(find: Find) -> None:
    asked = next(claim for claim in find(TALK).claims if "union" in claim.quote)
    assert [voice.name for voice in asked.voices] == ["union"]


def test_where_a_labelled_speaker_was_heard_is_a_hand(find: Find) -> None:
    text = 'The road is shut. Analyst Otto Brand, on Radio Kest: "This raid was ordered from the north of the valley."'
    told = next(claim for claim in find(text).claims if "ordered" in claim.quote)
    assert [voice.name for voice in told.voices] == ["Otto Brand", "Radio Kest"]


def test_who_cites_a_source_is_a_hand(find: Find) -> None:
    told = find("A source in the Dawn Front, cited by a diplomat, said that the camp was empty.").claims[0]
    assert [voice.name for voice in told.voices] == ["source in the Dawn Front", "diplomat"]


TO_COME = [
    ("The panel said the feud is likely to lead to raids.", "predicts"),
    ("The mayor said the bridge was likely to have been mined.", "assesses"),
    ("Borduria announced that the navy would publish its findings by May.", "pledges"),
    ("The chief has sworn to kill the miller before the rains.", "threatens"),
    ("The Dawn Front vowed to avenge the dead.", "threatens"),
    ("The governor vowed to open the road.", "pledges"),
    ("The minister said no town would be bombed.", "pledges"),
    ('"We will have him in a cell by June," the governor said.', "pledges"),
    ("The president said a raid would not go unanswered.", "threatens"),
    ("The governor vowed revenge in a video.", "threatens"),
    ("The governor vowed that the raiders would be hunted down.", "threatens"),
    ("The Dawn Front warned that whoever pays the tax pays twice.", "threatens"),
    ("The chairman offered talks to any group that leaves the valley.", "pledges"),
    ("Governor Otto Brand said the road will be open to lorries by 20 March.", "pledges"),
    ("Analysts said the road would be open by 20 March.", "predicts"),
    ("Governor Otto Brand said prices would stay high until May.", "predicts"),
]


@pytest.mark.parametrize(("text", "act"), TO_COME)
def test_what_is_to_come_is_promised_threatened_or_foretold(spoken: Says, text: str, act: str) -> None:
    assert [one for _, one, _ in spoken(text)] == [act]


def test_a_line_that_announces_a_text_tells_whose_it_is(spoken: Says) -> None:
    text = (
        "The road to the valley has been shut for weeks.\n\nPress Statement No. 7 of the Northern Command\n\n"
        '"1. A convoy with rice was ambushed on Sunday. Two of its drivers drowned in the river.\n\n2. The road to the valley is mined."'
    )
    assert [voice for voice, _, _ in spoken(text)][1:] == ["Northern Command"] * 3


def test_the_statement_is_that_of_who_spoke_before(spoken: Says) -> None:
    text = 'The Northern Command, in a statement to the press, acknowledged six deaths. "The rebels fled to the hills," the statement said.'
    assert {voice for voice, _, _ in spoken(text)} == {"Northern Command"}


RECORD = """Summary of the weekly press briefing, 7 November 2031

1. The minister said that the army had opened fire first. The exchange had lasted four hours.

"""


def test_in_a_summary_of_what_was_said_who_spoke_last_goes_on(find: Callable[[str], Finding]) -> None:
    told = {
        claim.quote.removeprefix("2. "): claim.voice.name
        for claim in find(RECORD + "2. The exchange of prisoners would begin in May.").claims
    }
    assert told["The exchange had lasted four hours."] == told["The exchange of prisoners would begin in May."] == "minister"
    report = RECORD.replace("Summary of the weekly press briefing", "A weekly paper")
    assert {claim.voice.text for claim in find(report).claims if "four hours" in claim.quote} == {AUTHOR}


@pytest.mark.parametrize(
    ("quoted", "act"),
    [
        ("We had to attack it.", "claims_responsibility"),
        ("At noon, we conducted the strike.", "claims_responsibility"),
        ("Our men destroyed two trucks.", "claims_responsibility"),
        ("We had to leave the town.", "asserts"),
        ("Our town was destroyed.", "asserts"),
    ],
)
def test_a_spokesmans_quoted_sentence_owns_to_the_deeds_of_his_side(find: Callable[[str], Finding], quoted: str, act: str) -> None:
    text = f'"{quoted} The rebels had opened an office in the village," army spokesman Otto Brand said.'
    assert [claim.act for claim in find(text).claims if quoted in claim.quote] == [act]


def test_who_is_no_party_owns_to_nothing_in_a_quoted_sentence(find: Callable[[str], Finding]) -> None:
    claims = find('"We destroyed the letters. It was a cold night," a villager, Ada Renn, said.').claims
    assert all(claim.act == "asserts" for claim in claims)


@pytest.mark.parametrize("word", ["Furthermore, ", "Moreover, ", ""])
def test_a_quotation_goes_on_in_the_next_passage_behind_a_word_that_says_so(find: Callable[[str], Finding], word: str) -> None:
    text = f"Otto Brand said: “Two people were hurt.”\n\n{word}“over 600 people were held in the camp. Guards had been told of it.”\n"
    assert {claim.voice.name for claim in find(text).claims} == {"Otto Brand"}


def test_a_quotation_behind_words_of_the_author_is_not_of_who_spoke_before(find: Callable[[str], Finding]) -> None:
    text = "Otto Brand said: “Two people were hurt.”\n\nA sign at the gate read “nobody may enter the camp by night” in red letters.\n"
    assert all(claim.voice.name != "Otto Brand" for claim in find(text).claims if "sign" in claim.quote)


def test_who_else_was_hurt_is_no_charge_of_its_own(find: Callable[[str], Finding]) -> None:
    text = "The guild accused the Front of killing 19 miners and wounding 69 more trying to flee."
    assert [claim.quote for claim in find(text).claims if claim.kind != "tie"] == [text]


def test_the_source_is_who_spoke_before_without_a_name(spoken: Says) -> None:
    text = "A police source said that the call was a joke. A spokesperson at the harbour said that the quay was shut. "
    text += "The source added that nobody was hurt. These crews are new. The source added that the quay is old."
    assert [voice for voice, _, _ in spoken(text)][-3:] == ["spokesperson at the harbour", "(author)", "spokesperson at the harbour"]


def test_he_behind_a_sentence_cut_by_a_dash_is_its_first_subject(spoken: Says) -> None:
    text = "The caller gave his name as Dolan -- surely not his own. He said he is a member of the guild."
    assert spoken(text)[-1][0] == "caller"


def test_one_of_two_things_asked_for_is_no_demand_of_its_own(spoken: Says) -> None:
    assert len(spoken("The guild asked the agency to take back or to correct the report of the mill.")) == 1


def test_a_number_counts_as_a_word_of_a_short_sentence(spoken: Says) -> None:
    assert spoken("40 miners died here.") == [("(author)", "asserts", "affirms")]


@pytest.mark.parametrize(
    ("text", "polarity"), [("Nobody was hurt.", "denies"), ("The mayor died.", "affirms"), ("Two men died.", "affirms")]
)
def test_a_few_words_tell_whom_it_hit_or_that_it_hit_nobody(spoken: Says, text: str, polarity: str) -> None:
    assert spoken(text) == [("(author)", "asserts", polarity)]
    assert spoken("He died. The crew fled.") == []


def test_what_is_reportedly_so_is_handed_on_by_who_had_reports_of_it(spoken: Says) -> None:
    text = (
        "Army spokesman Otto Brand told the Herald that it continued to receive reports of raids in Kest. "
        "Last Wednesday, rebels reportedly tied six men to a truck.\n\nAda Renn said the road was shut. "
        "On Monday, a dog was reportedly stolen."
    )
    assert [voice for voice, act, _ in spoken(text) if act == "relays"] == ["Otto Brand", "(author)"]
