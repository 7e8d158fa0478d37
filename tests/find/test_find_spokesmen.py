"""Whom a report means by a spokesman, an office, a channel or a pronoun without a name. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]
REACHED = "The Velk Front's spokesman, Otto Brand, was reached by telephone. "

MEANT = [
    (REACHED + '"We did not shell Kest," the spokesman said.', "Otto Brand"),
    (REACHED + '"We did not shell Kest," the rebel spokesman said.', "Otto Brand"),
    ("Ada Renn, the ministry's spokeswoman, told Otto Brand of it. The spokeswoman denied that police had fired.", "Ada Renn"),
    ('The army\'s spokesman met Otto Brand. The spokesman said: "We did not shell Kest."', "army's spokesman"),
    ("Skelly denied the raid on Kest.", "Skelly"),
    ("The Velk Front's Telegram channel denied the raid on Kest.", "Velk Front"),
    ("The Telegram channel of the Velk Front denied the raid on Kest.", "Velk Front"),
    ("A letter was found in Dol. It denies that the mill was shelled.", "letter"),
    ("A fisherman was held in Dol. He denied that he had burned the mill.", "fisherman"),
    ("The four men pleaded not guilty to the killing of the mayor.", "four men"),
]


@pytest.mark.parametrize(("text", "voice"), MEANT)
def test_a_denial_is_of_whom_the_text_means(spoken: Says, text: str, voice: str) -> None:
    assert (voice, "denies", "denies") in spoken(text)


def test_a_headline_names_its_spokesman_by_whom_the_report_quotes(spoken: Says) -> None:
    text = "Rebel spokesman rejects army claim\n\nThe army blamed it. The Front's spokesman, Otto Brand, rejected the claim."
    assert spoken(text)[0] == ("Otto Brand", "denies", "denies")


def test_an_office_is_not_whoever_holds_another_one(spoken: Says) -> None:
    assert "Otto Brand" not in {
        voice for voice, *_ in spoken("Otto Brand, the mayor of Dol, was away. The minister said that the mill had burned.")
    }


def test_what_is_said_has_the_day_of_its_own_verb(find: Find) -> None:
    text = "KEST, 5 May 2026 (Dol Wire) - In a report on the war of 2024, the panel said on 26 April that the army had bombed the mill."
    assert {claim.said.first for claim in find(text).claims if claim.said is not None} == {date(2026, 4, 26)}


def test_what_a_report_found_is_said_beside_who_welcomes_it(spoken: Says) -> None:
    said = [(voice, act) for voice, act, _ in spoken("Otto Brand praised the League, which said that the mill had burned in May.")]
    assert said == [("Otto Brand", "assesses"), ("League", "asserts")]


def test_two_names_in_an_accusation_are_no_accusation(find: Find) -> None:
    told = find("The army blamed the Velk Front (VF) for the raid on the mill.").claims
    assert {claim.act for claim in told if claim.verb == "alias_of"} == {"asserts"}


def test_who_writes_we_promises_in_his_own_text(spoken: Says) -> None:
    assert spoken("The war has gone on for nine years. We will host a round of talks in Dol in June.")[-1] == (AUTHOR, "pledges", "affirms")


def test_a_minister_promises_for_his_state_in_the_sentences_behind_his_name(spoken: Says) -> None:
    text = "Norwegian Foreign Minister Otto Brand said:\n\nWe thank the guards. Norway will continue to support the people of Kest."
    assert ("Otto Brand", "pledges", "affirms") in spoken(text)


def test_a_headline_that_only_names_its_matter_states_nothing(spoken: Says) -> None:
    body = "\n\nThe road to the border has been closed for three weeks."
    assert len(spoken("Shelling of the port" + body)) + 1 == len(spoken("Ten dead in shelling of the port" + body))
