"""Who speaks of his own side, and so promises, threatens or denies; who speaks of another only foretells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]
SPOKESMAN = "The Dawn Front's spokesman, Otto Brand, put the number at nine. "


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        (SPOKESMAN + "He added that the Dawn Front would open the road by Monday.", "pledges"),
        (SPOKESMAN + "He added that the Orlan Council would open the road by Monday.", "predicts"),
        ("The president of the Dawn Front, Otto Brand, says that his fighters will not cross the river.", "pledges"),
        ("Otto Brand says that his daughter will not cross the river.", "predicts"),
        ("The Dawn Movement swore that its men would never touch the mill.", "pledges"),
        ("The consul warned that every port from which they sail is a legitimate target.", "threatens"),
        ("Otto Brand swore that he would never touch the mill and accused the miller of arson.", "asserts"),
        ("Otto Brand vowed that he would strike again.", "threatens"),
        ("The general told the elders on Monday that every lost village would be retaken before the harvest.", "pledges"),
        ("The rebels announced a truce of ten days on Monday.", "pledges"),
        ("The council said that it remains committed to the talks.", "pledges"),
        ("The council promised revenge for the raid.", "threatens"),
        ("The council said that the nine bridges will be reopened.", "pledges"),
        ("The killings could drive more boatmen into the hills, said Petra Holm of the Dol Institute.", "predicts"),
        ("That may not end the quarrel, analysts said.", "predicts"),
        ("The boatman might have seen them, Petra Holm said.", "assesses"),
        ("Petra Holm said that the boatmen might be right.", "assesses"),
        ("Another raid on the harbour remains unlikely.", "predicts"),
        ("Renewed fighting along the river is likely before the harvest.", "predicts"),
    ],
)
def test_what_is_to_come_is_promised_by_ones_own_side_alone(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


@pytest.mark.parametrize(
    "sentence",
    [
        "Claims that Borduria might pull out its troops were made by the consul.",
        "The consul said that the council could be doing more.",
        "The consul said that the boatman could have left.",
    ],
)
def test_what_may_be_so_now_or_was_only_talked_of_is_not_foretold(spoken: Says, sentence: str) -> None:
    assert spoken(sentence)
    assert all(act != "predicts" for _, act, _ in spoken(sentence))


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Northern Movement said in a letter to reporters that they had carried out the raid.", "claims_responsibility"),
        ("The Northern Movement said it had been attacked at dawn.", "asserts"),
        ("The Northern Council said it had arrested nine smugglers at dawn.", "asserts"),
        ("Hooded men claim to have placed the mine under the bridge.", "claims_responsibility"),
        ("The Northern Movement has claimed it within the hour.", "claims_responsibility"),
        ("The Northern Movement claimed no responsibility for the raid.", "asserts"),
        ("The Northern Movement has made no such commitment.", "asserts"),
        ("The army said it had destroyed a brickworks near Aldan.", "claims_responsibility"),
        ("The army said that its gunners had shelled the ferry.", "claims_responsibility"),
        ("The ministry announced that it had carried out nine strikes on the quarry.", "claims_responsibility"),
        ("The Northern Movement said it had taken nine sailors prisoner.", "claims_responsibility"),
        ("The Northern Movement says it blew up the dam.", "claims_responsibility"),
        ("The Northern Movement said it was behind the bomb at the mill.", "claims_responsibility"),
        ("Otto Brand, the bandit leader, told a judge that his fighters had planted the bomb.", "claims_responsibility"),
        ("Otto Brand told a judge that he had hit the postman.", "asserts"),
        ("The army said that gunmen had stormed the mill and burned nine barns.", "asserts"),
        ("The ministry said it had hit its target for the harvest.", "asserts"),
        ("The army said it had lost nine men in the raid.", "asserts"),
    ],
)
def test_a_group_takes_upon_itself_what_it_did_and_not_what_it_suffered(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[0][:2] == (spoken(sentence)[0][0], act)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Norvan navy accused the rebels of theft, saying that they had killed nine sailors at the quay.", "accuses"),
        ("The Norvan navy accused the rebels of theft, saying that it would guard the quay.", "pledges"),
        ("The Norvan navy reported shelling by the Dawn Front near the quay.", "accuses"),
        ("The Norvan navy reported shelling near the quay.", "asserts"),
        ("The rebels said the army had not kept the truce.", "accuses"),
    ],
)
def test_who_is_accused_or_named_as_the_doer_is_not_the_speakers_own_side(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        (SPOKESMAN + "He said they had shelled the camp.", "claims_responsibility"),
        ("The army spokesman, Otto Brand, said troops had shelled the depot.", "claims_responsibility"),
        ('The army spokesman, Otto Brand, spoke on Monday. "Our jets bombed the depot," he said.', "claims_responsibility"),
        ("The Lakes Government has recorded that the military carried out nine massacres.", "accuses"),
        ("The former army spokesman, Otto Brand, said the army had shelled the depot.", "accuses"),
        ("Mayor Otto Brand said the army shelled the town.", "accuses"),
    ],
)
def test_a_spokesman_owns_to_what_his_side_did_and_to_no_crime(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


@pytest.mark.parametrize(
    "sentence",
    [
        '"The Dawn Front rejects these claims," said Otto Brand, a spokesman for the Dawn Front.',
        "The spokesman of the Dawn Front, Otto Brand, said that the Dawn Front rejects the claims.",
    ],
)
def test_by_his_own_words_a_side_acts_through_who_speaks_for_it(spoken: Says, sentence: str) -> None:
    assert spoken(sentence) == [("Otto Brand", "denies", "denies")]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Lakes Rights International said soldiers had shelled the village.", "accuses"),
        ("The Lakes Rights Office said soldiers had shelled the village.", "accuses"),
        ("The Lakes Observatory said troops had killed nine fighters.", "asserts"),
        ("The Supreme Court said troops had killed nine fighters.", "asserts"),
        ("The Lakes Observatory said the army will leave the town.", "predicts"),
        ("The junta said troops had killed nine fighters.", "claims_responsibility"),
        ("The Lakes Army said troops had killed nine fighters.", "claims_responsibility"),
    ],
)
def test_who_commands_nobody_owns_to_no_deed_of_soldiers(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Foreign Secretary, Otto Brand, said Norway will continue to work with its partners.", "pledges"),
        ("The Foreign Secretary, Otto Brand, said Norway remains resolute in its defence of the truce.", "pledges"),
        ("The Foreign Secretary, Otto Brand, said Norway will continue to bomb the town.", "predicts"),
        ("Danish Foreign Minister Otto Brand said Norway will continue to support them.", "predicts"),
        ("The Foreign Secretary, Otto Brand, said Norway will not sign the treaty.", "pledges"),
        ("He added that his fighters are now willing to give up the camps.", "pledges"),
        ("She added that his fighters will leave the camps.", "predicts"),
        ("Danish Foreign Minister Otto Brand said Norway will not sign the treaty.", "predicts"),
        ("The government said the Peace Commission will continue to do its work.", "pledges"),
        ("The Dawn Front said the Peace Commission will continue to do its work.", "predicts"),
        ("We will send two ships to the port.", "pledges"),
        ("We will see more of this in the spring.", "predicts"),
        ("The rebels can never win the valley back, the minister said.", "predicts"),
        ("Norway can never accept the loss of the town, the minister said.", "asserts"),
        ("If it is kept, the truce can bring the refugees home.", "predicts"),
    ],
)
def test_what_a_state_is_to_do_for_others_its_own_office_holder_promises(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


def test_in_words_that_are_quoted_he_is_who_says_so_in_them(spoken: Says) -> None:
    text = 'The clerk said that "to end the strike, Otto Brand has answered that he will do all he can for the miners."'
    assert ("Otto Brand", "pledges", "affirms") in spoken(text)


PANEL = """RADIO DOL
Presenter: Ines Rask

RASK: With me are Petra Holm, who speaks for the Velk Front, and Otto Brand, Commissioner of Police. How many died?

BRAND: {first} I am confident that it will be shown.

RASK: And you?

HOLM: {other}

RASK: Thank you.

BRAND: Good night.
"""


def test_who_is_introduced_in_a_talk_as_leading_a_side_denies_in_it_what_that_is_charged_with(find: Find) -> None:
    text = PANEL.format(first="The police did not fire at the school. The government paid nothing.", other="That's no raid, it's a wake.")
    told = {claim.quote: claim.act for claim in find(text).claims}
    assert told["The police did not fire at the school."] == told["The government paid nothing."] == "denies"
    assert told["I am confident that it will be shown."] == "predicts"
    text = PANEL.format(first="Nine died.", other="Yes. This is not a raid, it is a wake. And let me say here that no bridge was mined.")
    told = {claim.quote: claim.act for claim in find(text).claims}
    assert told["This is not a raid, it is a wake."] == told["And let me say here that no bridge was mined."] == "denies"


def test_whom_initials_in_brackets_introduce_speaks_under_them(find: Find) -> None:
    text = (
        "Transcript of press conference\n\nSpeakers: Petra Holm, Minister of Safety (PH); Colonel Otto Brand, spokesman, Dol Army (OB)\n\n"
        "PH: Nine people died at Velk on Monday.\n\nOB: Thank you. The army did not fire at Velk.\n\n"
        "PH: The road is open again.\n\nOB: The bridge is open too."
    )
    told = {claim.quote: (claim.voice.name, claim.act) for claim in find(text).claims}
    assert told["The army did not fire at Velk."] == ("Otto Brand", "denies")
    assert told["Nine people died at Velk on Monday."][0] == "Petra Holm"
