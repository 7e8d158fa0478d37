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
