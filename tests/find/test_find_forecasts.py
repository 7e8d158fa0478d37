"""What is to come: foretold, promised, threatened or only weighed, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

ACTS = [
    ("The spokeswoman of the Dawn Front, Ada Renn, said that no lorry would be touched by any man under its orders.", "pledges"),
    ('"No boat that carries nets will be stopped by us," said the Dawn Front\'s spokesman Otto Brand.', "pledges"),
    ("The Dawn Front's spokesman Otto Brand said there will be none while one soldier is left in the valley.", "pledges"),
    ('"There will be no negotiations with bandits," President Otto Brand said.', "pledges"),
    ("The analyst said there would be no negotiations.", "predicts"),
    ("Those who lay down their arms may count on the mercy of the state, General Otto Brand said.", "pledges"),
    ("President Otto Brand has let it be known that an amnesty would cover even the rebels.", "pledges"),
    ("Governor Ada Renn announced that the current will be back in the lower town by Friday.", "pledges"),
    ('Foreign Minister Otto Brand said: "Norway is committed to supporting the Velk council."', "pledges"),
    ('Foreign Minister Otto Brand said: "Norway stands by Velk to defeat the rebels."', "pledges"),
    ("The rebels said the army was committed to crushing them.", "asserts"),
    ('"The army stands by its report," a spokesman said.', "asserts"),
    ("The Kest Bank has announced a $30m interest-free loan.", "pledges"),
    ('"This is going to be a long winter," Otto Brand said.', "predicts"),
    ('"We are going to rebuild the mill," Otto Brand said.', "pledges"),
    ('"I am not going to let the thieves walk free," Otto Brand said.', "pledges"),
    ('"If he is asked, he would leave the hall," Otto Brand said.', "predicts"),
    ('"The new dam would flood two valleys," Otto Brand said.', "predicts"),
    ('"He would sit there every day," Otto Brand said.', "asserts"),
    ('"We will be late for the harvest," Otto Brand said.', "predicts"),
    ("Otto Brand said he would be ready to leave.", "pledges"),
    ("The Dawn Front remains determined to keep the truce, its spokesman Otto Brand said.", "pledges"),
    ("Borduria agreed on a ceasefire from noon on 4 May.", "pledges"),
    ("The ceasefire announced by Borduria on 4 May fell apart.", "pledges"),
    ("A ceasefire was announced by Borduria on 4 May.", "pledges"),
    ("The river board warned of a looming famine.", "predicts"),
    ("The company said it would be prepared to raise its offer.", "pledges"),
    ("Otto Brand said the guild would be wrong to leave the hall.", "assesses"),
    ("Otto Brand said that at every gate you will find a well.", "asserts"),
    ('"I will say this: the mill is closed," Otto Brand said.', "asserts"),
    ("The company said its new plan, begun in May, will mean lower earnings for years.", "predicts"),
    ("The minister said the army will not fire on the town.", "pledges"),
    ("General Otto Brand said the next boat will be destroyed.", "threatens"),
    ("The villagers said the next boat will be destroyed.", "predicts"),
    ("The Dawn Front said the valley will be held by our men.", "pledges"),
    ("The Dawn Front warned that it would answer the next raid.", "threatens"),
    ("The Dawn Front announced its goal was to topple the king.", "threatens"),
    ("The minister said the Dawn Front lacks the means to topple the king.", "asserts"),
    ("Otto Brand said the museum would tell of people who sought to topple the king.", "predicts"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_to_come_is_promised_only_where_it_is_in_the_speakers_hand(spoken: Says, text: str, act: str) -> None:
    assert act in {found for voice, found, _ in spoken(text) if voice != "(author)"}


@pytest.mark.parametrize(
    "text",
    [
        "We rate as likely a drone attack on the commanders before the end of the month.",
        "We consider further attacks on the port likely.",
        "The council judges an escalation unlikely.",
        "Expect further raids in the coming days.",
        "Should the talks fail, expect a second raid.",
    ],
)
def test_what_is_rated_as_likely_or_bidden_to_be_expected_is_foretold(text: str, spoken: Says) -> None:
    assert {act for _, act, _ in spoken(text)} == {"predicts"}


def test_an_account_that_is_rated_as_likely_is_judged(spoken: Says) -> None:
    assert {act for _, act, _ in spoken("We consider the claim of the guild likely.")} == {"assesses"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The guild considers that the true number is likely to be higher.", "assesses"),
        ("The guild said that the toll is likely to rise.", "predicts"),
        ("Such acts are grave and may amount to crimes.", "assesses"),
        ("If confirmed, the flights would be a breach of the truce.", "assesses"),
        ("If it rains, the flights would be late.", "predicts"),
        ("The guild announced that it would henceforth be called the Council of the Lakes.", "asserts"),
        ("The guild announced that it would henceforth keep the road open.", "pledges"),
    ],
)
def test_what_a_thing_is_or_is_called_is_not_foretold(text: str, act: str, spoken: Says) -> None:
    assert spoken(text)[-1][1] == act


def test_what_bears_repeating_is_said_by_who_writes_so(spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken("It bears repeating that the strike was itself a violation.")} == {"(author)"}


def test_a_word_to_the_reader_between_commas_foretells_nothing(spoken: Says) -> None:
    text = "The lawyers answer that it lapsed in May, when the Front came (the army first spoke, you will recall, of an accident)."
    assert [act for voice, act, _ in spoken(text) if voice != "(author)"] == ["asserts"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("It rained. A second raid before the end of 2030 is possible (30 per cent) and would in all probability meet no resistance.", 2),
        ("It rained. The most likely (about 55 per cent) is a slow decline of the town.", 1),
        ("It rained. The seats are mostly taken by the guild (30 per cent).", 0),
        ("It rained. A raid on the port is possible.", 0),
    ],
)
def test_an_author_who_puts_a_number_to_what_is_possible_foretells_it(spoken: Says, text: str, acts: int) -> None:
    assert [act for _, act, _ in spoken(text)].count("predicts") == acts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The first snow is expected in November.", "predicts"),
        ("Analysts put the odds of a truce at one in three.", "predicts"),
        ("General Otto Brand said that three of the injured were unlikely to survive.", "predicts"),
        ("General Otto Brand said the rebels would be finished by the first snow.", "predicts"),
        ("Governor Otto Brand said the current will be back by Friday.", "pledges"),
    ],
)
def test_what_is_awaited_or_put_at_odds_is_foretold(find: Find, text: str, act: str) -> None:
    assert act in [claim.act for claim in find(text).claims]
