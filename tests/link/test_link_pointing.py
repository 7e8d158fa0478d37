"""What of an account's words only dates it by something else."""

from __future__ import annotations

import pytest

from sayso.lang.language import language_of
from sayso.link.phrases import Phrase
from sayso.link.pointing import foreground, turn_told


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("That night, two days after the feast of Ormbak, gunmen raided Kest.", {"kest"}),
        ("The raid on Kest came three weeks before Ormbak fell", {"kest"}),
        ("The raid on Kest came after a night in Ormbak", {"kest", "ormbak"}),
        ("They told us, two days after the attack on Ormbak, that nobody had come.", {"ormbak"}),
    ],
)
def test_names_that_only_date_an_account_by_something_else_are_not_in_its_foreground(quote: str, names: set[str]) -> None:
    assert foreground(Phrase(quote, (), "en"), "attack").names == names


@pytest.mark.parametrize(
    ("words", "turn"),
    [
        ("The second rocket attack hurt no one.", 2),
        ("A third raid came at noon.", 3),
        ("The first report on the attack was wrong.", None),
        ("The first half of the battle was lost.", None),
        ("The second blast came minutes later.", None),
    ],
)
def test_an_ordinal_before_the_noun_tells_which_of_several_an_event_is(words: str, turn: int | None) -> None:
    assert turn_told(words, language_of("en")) == turn
