"""Square brackets: acronyms, what editors put in, and remarks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.insertions import inserted
from sayso.lang.language import load_language
from sayso.records.claim import Finding

Find = Callable[[str], Finding]


@pytest.mark.parametrize(
    "told",
    ["the Orlan Rebel Front [ORF]", "the ORF [Orlan Rebel Front]"],
)
def test_an_acronym_in_square_brackets_is_that_of_the_name_beside_it(find: Find, told: str) -> None:
    finding = find(f"The army blamed {told} for the bomb. The ORF denied it.")
    assert next(claim.quote for claim in finding.claims if claim.voice.text == "The army") == f"The army blamed {told} for the bomb."
    assert {mention.name for mention in finding.mentions if mention.text == "ORF"} == {"Orlan Rebel Front"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They said that [the two mayors] had left.", "They said that the two mayors had left."),
        ("He would [go] on, pick[ing] up arms.", "He would go on, picking up arms."),
        ("It was [sic] over, and a [word indistinct] fell.", "It was  over, and a  fell."),
        ("It was closed. [Gazette]", "It was closed. [Gazette]"),
        ("[Velk] We will leave.", "[Velk] We will leave."),
        ("The town fell [1] in May [...] and rose.", "The town fell [1] in May  and rose."),
    ],
)
def test_brackets_of_an_insertion_are_not_parsed_and_remarks_are_left_out(text: str, left: str) -> None:
    gaps = {place for start, end in inserted(text, load_language()) for place in range(start, end)}
    assert "".join(letter for place, letter in enumerate(text) if place not in gaps) == left


def test_what_is_found_keeps_the_brackets_of_the_text(find: Find) -> None:
    text = 'Brand said that the guild would [go] on with the talks with [the two companies]. "[W]e will not stop," he said.'
    quotes = [claim.quote for claim in find(text).claims]
    assert quotes == [
        "Brand said that the guild would [go] on with the talks with [the two companies].",
        '"[W]e will not stop," he said.',
    ]


@pytest.mark.parametrize("office", ["President-elect", "Minister-designate"])
def test_an_office_that_is_not_held_yet_is_a_title(find: Find, office: str) -> None:
    finding = find(f"{office} Alberto Velk blamed the rebels. Velk said that it was over.")
    assert {mention.name for mention in finding.mentions if "Velk" in mention.text} == {"Alberto Velk"}


def test_the_head_that_monitors_of_broadcasts_write_is_no_part_of_the_first_sentence(find: Find) -> None:
    text = "KEST (ORLAN), 26 APR 90 (RADIO DOL) -- [TEXT] The Front denied on Monday that it had fired at the bridge."
    assert [claim.quote for claim in find(text).claims] == ["The Front denied on Monday that it had fired at the bridge."]
