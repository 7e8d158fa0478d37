"""Through whose hands the words of a speaker went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def chains(find: Find, text: str) -> list[list[str]]:
    return [[voice.name or voice.text for voice in one.voices] for one in find(text).claims if one.kind != "tie"]


@pytest.mark.parametrize(
    "more",
    [
        "Brand said two sailors had drowned.",
        "He added that the dam was shut.",
        "“The dam is shut and the road is mined,” he said.",
        "According to Brand, the dam was shut.",
    ],
)
def test_who_told_an_outlet_something_goes_on_telling_it(find: Find, more: str) -> None:
    assert chains(find, f"Otto Brand told Radio Kest that the ferry was sunk. {more}")[-1] == ["Otto Brand", "Radio Kest"]


def test_an_unnamed_speaker_goes_on_only_where_a_word_points_back_to_him(find: Find) -> None:
    text = "A nurse told Reuters that the clinic was shut on Monday. {} nurse said three patients had died there."
    assert chains(find, text.format("The"))[-1][1:] == ["Reuters"]
    assert chains(find, text.format("Another"))[-1][1:] == []


@pytest.mark.parametrize(
    "more",
    [
        "Brand said on Friday that the dam was shut.",
        "In a statement, Brand said that the dam was shut.",
        "Brand told the council that the dam was shut.",
        "Ada Renn said the dam was shut.",
    ],
)
def test_who_speaks_at_another_time_or_place_or_to_others_does_not_go_on_telling_an_outlet(find: Find, more: str) -> None:
    assert "Radio Kest" not in chains(find, f"Otto Brand told Radio Kest that the ferry was sunk. {more}")[-1]


def test_a_speaker_goes_on_to_the_last_outlet_that_he_told_something(find: Find) -> None:
    text = "Otto Brand told Radio Kest that the ferry was sunk. Brand told Reuters that the dam was shut. He said the road was mined."
    assert chains(find, text)[-1] == ["Otto Brand", "Reuters"]


def test_whom_an_outlet_cites_goes_on_through_it(find: Find) -> None:
    text = "The army had fired on the crowd, Radio Kest said, citing Otto Brand, a witness. {} said ten people were killed."
    assert [chains(find, text.format(who))[-1] for who in ("He", "Brand")] == [["Otto Brand", "Radio Kest"]] * 2


def test_what_a_body_stands_for_is_not_what_it_told_an_outlet(find: Find) -> None:
    text = "The Dawn Front told Radio Kest that the ferry was sunk. The group {} the dam."
    assert chains(find, text.format("called for the shutting of"))[-1] == ["Dawn Front", "Radio Kest"]
    assert chains(find, text.format("calls for the shutting of"))[-1] == ["Dawn Front"]


def test_after_a_long_passage_nobody_is_taken_to_go_on_to_an_outlet(find: Find) -> None:
    between = "The valley has two ferries and a dam, both built by the guild before the war began. " * 15
    text = f"Otto Brand told Radio Kest that the ferry was sunk. {between}Brand said the dam was shut."
    assert chains(find, text)[-1] == ["Otto Brand"]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [("Velora24", "Velora24"), ("the Comet", "Comet"), ("Harra Online", "Harra Online"), ("dalnews.com", "dalnews.com")],
)
def test_an_outlet_that_nothing_shows_to_be_one_hands_on_what_it_is_told(find: Find, told: str, outlet: str) -> None:
    assert chains(find, f"The guild spokesman Otto Brand told {told} that the ferry was sunk.") == [["Otto Brand", outlet]]


@pytest.mark.parametrize(
    "text",
    [
        "A resident who contacted HKL said that the town was overrun by rebels.",
        "A resident, speaking to HKL, said that the town was overrun by rebels.",
        "The town was overrun by rebels, a resident confirmed to HKL on Monday.",
    ],
)
def test_an_outlet_to_which_a_witness_speaks_hands_on_what_he_says(find: Find, text: str) -> None:
    assert chains(find, text)[0][1:] == ["HKL"]


@pytest.mark.parametrize("told", ["the Security Council", "Ada Renn", "the Dawn Front", "Parliament", "Norway", "the guild"])
def test_who_is_spoken_to_and_publishes_nothing_is_no_hand(find: Find, told: str) -> None:
    assert chains(find, f"Otto Brand told {told} that the bridge was mined.")[0][1:] == []


def test_the_outlet_of_words_with_a_joined_clause_behind_them_is_kept(find: Find) -> None:
    text = "“The ferry was sunk by rebels,” Otto Brand, a pilot, told Reuters, adding that two sailors had drowned."
    assert chains(find, text) == [["Otto Brand", "Reuters"]] * 2


@pytest.mark.parametrize("deed", ["the attack", "the bombing of the port", "responsibility for the attack"])
@pytest.mark.parametrize("way", ["via its Kest News", "through Radio Kest"])
def test_a_deed_claimed_by_way_of_an_outlet_went_through_it(find: Find, deed: str, way: str) -> None:
    text = f"The Dawn Front claimed {deed} {way}, saying its fighters had taken the town."
    assert all(chain[1:] in (["Kest News"], ["Radio Kest"]) for chain in chains(find, text))


@pytest.mark.parametrize("name", ["Kest News Agency", "Kest News Network", "Dolan Broadcasting Corporation"])
def test_an_agency_or_network_of_news_is_an_outlet(find: Find, name: str) -> None:
    text = f"Otto Brand told the {name} that the ferry was sunk."
    assert {mention.kind for mention in find(text).mentions if mention.name == name} == {"media"}


def test_a_name_ends_before_a_preposition_that_the_parser_adds_to_it(find: Find) -> None:
    text = "“God help the town,” guild founder Otto Brand told AFP news agency via telephone on Monday, adding it was late."
    assert not any(mention.text.endswith(" via") for mention in find(text).mentions)


@pytest.mark.parametrize(
    ("text", "hand"),
    [
        ("Survivors interviewed by the Dol Mission described men in mixed uniform.", "Dol Mission"),
        ("Mr Brand has since promised our Moderator that no drums will sound.", "our Moderator"),
        ("The Governor has assured my Special Representative that votes will be held early.", "my Special Representative"),
    ],
)
def test_who_heard_it_for_the_report_hands_it_on(find: Find, text: str, hand: str) -> None:
    assert hand in [voice.text for claim in find(text).claims for voice in claim.voices[1:]]
