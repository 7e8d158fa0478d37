"""Whose a quotation is beside which no word of saying stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

BARE = [
    ('The minister shrugged. "Nobody here has seen a single soldier."', "minister"),
    ('Anna Velk runs a bakery in Dol. "The soldiers came at night and took the flour."', "Anna Velk"),
    ('The army said it had left. Anna Velk runs a bakery in Dol. "The soldiers came at night and took the flour."', "Anna Velk"),
    ('Otto Brand said the army had left. He shook his head. "They burned the mill and took the flour."', "Otto Brand"),
]


@pytest.mark.parametrize(("text", "voice"), BARE)
def test_a_quotation_without_a_word_of_saying_is_his_who_acts_before_it(text: str, voice: str, spoken: Says) -> None:
    assert spoken(text)[-1][0] == voice


def test_who_says_the_quotation_has_it_before_who_acts(spoken: Says) -> None:
    text = 'Anna Velk runs a bakery in Dol. "The soldiers came at night and took the flour," a neighbour said.'
    assert spoken(text)[-1][0] == "neighbour"
