"""What a voice only hands on of what others told it, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The mission said it had received reports of fires in Aldan.", "relays"),
        ("The guild said nine boatmen were reportedly shot at the quay.", "relays"),
        ("The guild said nine boatmen were still reported missing.", "relays"),
        ("The Dawn Front has been accused of robbing the boatmen of Aldan.", "relays"),
        ("The Dawn Front has faced allegations of robbing the boatmen of Aldan.", "relays"),
        ("The mission said it had received the boats of the guild.", "asserts"),
        ("The mission said it had received no reports of fires in Aldan.", "asserts"),
        ("The Dawn Front has faced the army at Aldan since May.", "asserts"),
    ],
)
def test_what_others_told_a_voice_it_hands_on(spoken: Says, sentence: str, act: str) -> None:
    assert [told[1] for told in spoken(sentence)] == [act]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The army shelled Aldan on 11 May 2031.", "certain"),
        ("In early May 2031 the army shelled Aldan.", "certain"),
        ("The army may have shelled Aldan on 11 May.", "possible"),
    ],
)
def test_the_month_of_may_is_no_word_of_doubt(find: Callable[[str], Finding], sentence: str, modality: str) -> None:
    assert {claim.modality for claim in find(sentence).claims} == {modality}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The guild expressed its readiness to hold talks with Aldan.", "pledges"),
        ("The guild reiterated its willingness to free the boatmen.", "pledges"),
        ("The guild reiterated its refusal to hand in the keys.", "pledges"),
        ("The guild declared its determination to defend the mill.", "pledges"),
        ("The guild warned of its intention to repel any boatmen.", "threatens"),
        ("The guild warned of the intentions of the boatmen.", "assesses"),
        ("The guild said that it would have the road open by May.", "pledges"),
        ("The guild said that it would have the boatmen freed.", "pledges"),
        ('"We are going to respond peacefully," Otto Brand said.', "pledges"),
        ('"We are going to respond with all our guns," Otto Brand said.', "threatens"),
        ("The guild demanded that the League provide guarantees for the boatmen.", "demands"),
    ],
)
def test_readiness_is_a_promise_and_what_others_are_asked_to_promise_is_none_of_theirs(spoken: Says, sentence: str, act: str) -> None:
    assert [told[1] for told in spoken(sentence)] == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Orlan government said it has decided to send boats to Kest.", "pledges"),
        ("The Orlan government said it decided to send boats to Kest in May.", "asserts"),
        ('"I am certain that we will win the race," Otto Brand said.', "predicts"),
        ("President Otto Brand holds the Dawn Front responsible for the killing of Anton Velk.", "accuses"),
        ("The Dawn Front renews its appeal to the boatmen to stay at home.", "demands"),
        ("The Dawn Front reaffirmed its readiness to meet the mayor.", "pledges"),
        ("Otto Brand had called for the two guilds to merge in May.", "demands"),
        ("The guild challenged the Kest Agency to take back or to correct its report.", "demands"),
        ("Otto Brand said that he does not rule out a fire.", "assesses"),
        ("Otto Brand feels that the bridge is too old.", "assesses"),
    ],
)
def test_what_is_decided_renewed_held_against_or_not_ruled_out(spoken: Says, text: str, act: str) -> None:
    assert [told[1] for told in spoken(text)][-1] == act
