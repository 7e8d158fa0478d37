"""Words that a parser takes for others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("As the army reports, nine men died in Dol on Monday.", "army"),
        ("As the Ministry of Defence informs, nine farms were taken on Monday.", "Ministry of Defence"),
        ("Nine men, as reported the agency, died in Dol on Monday.", "agency"),
    ],
)
def test_who_tells_something_in_a_clause_with_as_says_it(spoken: Says, text: str, voice: str) -> None:
    assert [(told.removeprefix("the "), act) for told, act, _ in spoken(text)] == [(voice, "asserts")]


@pytest.mark.parametrize("name", ["Brandly", "Karbouly"])
def test_a_name_like_an_adverb_speaks(spoken: Says, name: str) -> None:
    assert (f"Ali {name}", "denies", "denies") in spoken(f"Ali {name} runs the mill. {name} told the court that he was innocent.")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Sources in the port report 30 dead.", "Sources in the port"),
        ("Contacts at the mill hospital speak of 70 dead.", "Contacts at the mill hospital"),
        ('Residents of the lake district speak of "seventy or so".', "Residents of the lake district"),
        ("Officials at the port mill report 12 wounded and 4 dead.", "Officials at the port mill"),
    ],
)
def test_a_noun_before_a_number_is_the_verb_of_a_sentence_that_has_no_other(spoken: Says, text: str, voice: str) -> None:
    assert spoken(text) == [(voice, "asserts", "affirms")]


def test_a_line_with_such_a_noun_alone_is_nobodys(spoken: Says) -> None:
    assert {told for told, _, _ in spoken("The mill burnt down. Talks on the port report of 30 May")} == {"(author)"}
