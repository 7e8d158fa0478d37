"""The runs of letters that a pattern asks for are in each of its matches: a spotter finds what its pattern finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lang.language import load_language
from sayso.lang.spotting import Spotter, needed_in


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("has not (?:yet )?been paid", ("been paid",)),
        ("(?:was|were) repaired", (" repaired",)),
        (r"\b(?:did(?:n't| not)|will no longer) pay", (" pay",)),
        ("(?:rebuilt|reopened)", ("rebuilt", "reopened")),
        ("bridges?", ("bridge",)),
        ("roads*ide", ("road",)),
        (r"(?:open\sthe|closing)\b.*?(?-i:[A-Z])", ("closing", "open")),
        ("dam{1,2}ed", ()),
        (r"U\.N\. said", ("U.N. said",)),
        ("[a-z]+ harbour", (" harbour",)),
        ("(?!never )open(?=ed gates)", ("open",)),
        ("(?P<first>harbour|(?!))", ("harbour",)),
        ("harbour|(?:quay|[a-z]+)", ()),
        ("or|to", ()),
    ],
)
def test_a_pattern_needs_the_longest_run_of_letters_that_it_cannot_be_without(pattern: str, needed: tuple[str, ...]) -> None:
    assert needed_in(pattern) == needed


def test_a_spotter_of_any_case_finds_capitals() -> None:
    assert Spotter("(?:Harbour|quay) closed", any_case=True).search("The HARBOUR closed")
    assert not Spotter("(?:harbour|quay) closed").search("The HARBOUR closed")


def listed() -> list[str]:
    """All that language tables list which reads as a pattern."""
    found = list[str]()

    def look(value: object) -> None:
        if isinstance(value, str) and re.search(r"[(\[|?]", value):
            found.append(value)
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
            look(one)

    language = load_language()
    for table in ("rebuttals", "outcomes", "contrasts", "bearing", "opposites", "pointing"):
        look(language.rules(table))
    return found


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_each_match_of_a_listed_phrase_holds_a_run_that_it_needs(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(listed()))
    word = data.draw(st.from_regex(re.compile(pattern), fullmatch=False))
    spotter = Spotter(pattern)
    found = re.search(pattern, word)
    assert found
    assert spotter.may_be_in(found.group())
    capitals = word.upper()
    assert bool(re.search(pattern, capitals, re.IGNORECASE)) <= Spotter(pattern, any_case=True).may_be_in(capitals)
