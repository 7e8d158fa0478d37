"""Who speaks of his own side, and so promises, threatens or denies; who speaks of another only foretells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
    ],
)
def test_what_is_to_come_is_promised_by_ones_own_side_alone(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[-1][1] == act


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
    ],
)
def test_a_group_takes_upon_itself_what_it_did_and_not_what_it_suffered(spoken: Says, sentence: str, act: str) -> None:
    assert spoken(sentence)[0][:2] == (spoken(sentence)[0][0], act)
